"""An A3 from the first line to the paper: told in a chat, asked why, and had as two files over HTTP."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from docx import Document
from pydantic import SecretStr
from pypdf import PdfReader

from bot.domain.people import Language
from bot.settings import Settings
from cards import actions
from cards.files import Format
from cards.texts import texts_for
from handlers.files import LASTS
from tests.e2e.serving import FixedClock, Running, running
from tests.e2e.slack_town import Colleague, SlackTown
from tests.e2e.talk import chooses, look_for_causes
from tests.e2e.teams_town import CHANNEL, Member, TeamsTown, card_of
from tests.e2e.test_slack_week import PEOPLE as SLACK_PEOPLE
from tests.e2e.test_slack_week import femma_comes_to_the_team as comes_to_slack
from tests.e2e.test_teams_week import PEOPLE as TEAMS_PEOPLE
from tests.e2e.test_teams_week import femma_comes_to_the_team as comes_to_teams
from tests.e2e.words import WEEKS, Words
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams

PUBLIC = "https://femma.example.com"
KEY = SecretStr("f" * 32)
TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Got:
    """What came of opening a link."""

    status: int
    kind: str
    body: bytes
    headers: dict[str, str]


async def opened(femma: Running, url: str) -> Got:
    """As a browser opens it that was led there through the public address."""
    assert url.startswith(f"{PUBLIC}/files/")
    async with femma.http.get(femma.url + urlsplit(url).path, timeout=aiohttp.ClientTimeout(30)) as answer:
        return Got(answer.status, answer.content_type, await answer.read(), dict(answer.headers))


def letters(text: str) -> str:
    """Without what a line break adds or takes, and without places where a word may be broken."""
    return re.sub(r"[\s\u200b]+", "", text)


def printed(content: bytes) -> str:
    """The words of a PDF, which must be tagged."""
    pdf = PdfReader(BytesIO(content))
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] in {language.value for language in Language}
    return letters("".join(page.extract_text() for page in pdf.pages))


def written(content: bytes) -> str:
    """The words of a document, tables included."""
    document = Document(BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return letters("".join((*(paragraph.text for paragraph in document.paragraphs), *cells)))


async def both_files(femma: Running, links: list[str], words: Words) -> None:
    """Both files are had, and hold what was said in the talk, in the team's language."""
    t = texts_for(words.language)
    said = (words.first_cause, words.second_cause, words.missing_step, words.trial, words.sign, words.touched)
    assert len(links) == 2
    for form, url, read in zip(Format, links, (printed, written), strict=True):
        got = await opened(femma, url)
        assert (got.status, got.kind) == (200, TYPES[form])
        assert got.headers["Content-Disposition"] == f'attachment; filename="femma-1-a3.{form.value}"'
        assert got.headers["Cache-Control"] == "no-store"
        text = read(got.body)
        assert [word for word in said if letters(word) not in text] == []
        for box in ("background", "today", "target", "causes", "actions", "effect", "lessons"):
            assert letters(t.say(f"a3-{box}")) in text


async def refusals(femma: Running, url: str, words: Words) -> None:
    """A link with one letter changed opens nothing, and none does after a day."""
    t = texts_for(words.language)
    for place in (len(f"{PUBLIC}/files/") + 20, len(url) - 30, len(url) - 5):
        other = "A" if url[place] != "A" else "B"
        assert (await opened(femma, url[:place] + other + url[place + 1 :])).status == 403
    femma.clock.moment += LASTS
    old = await opened(femma, url)
    assert (old.status, old.kind) == (410, "text/html")
    assert t.say("file-expired-text") in old.body.decode()
    femma.clock.moment -= timedelta(seconds=1)
    assert (await opened(femma, url)).status == 200


@pytest.fixture(params=WEEKS, ids=lambda week: week.language.value)
def words(request: pytest.FixtureRequest) -> Words:
    """Each week in each language."""
    week: Words = request.param
    return week


@pytest.fixture
async def slack_town(words: Words, sqlite_url: str) -> AsyncIterator[SlackTown]:
    """Femma with Slack, and an address of its own."""
    async with FakeSlack() as slack:
        for user, name in SLACK_PEOPLE.items():
            slack.add_user(user, name, words.locale)
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            slack_signing_secret=SecretStr(SECRET),
            slack_bot_token=SecretStr(BOT_TOKEN),
            slack_api_url=slack.api_url,
            public_url=PUBLIC,
            picture_key=KEY,
        )
        async with running(settings, FixedClock()) as femma:
            yield SlackTown(femma, slack)
            await femma.assert_all_sent()


@pytest.fixture
async def teams_town(words: Words, sqlite_url: str) -> AsyncIterator[TeamsTown]:
    """Femma with Teams, and an address of its own."""
    async with FakeTeams.start() as teams:
        connector = teams.connector
        connector.conversations.add(CHANNEL)
        connector.members |= {aad: {"id": f"29:{aad}", "name": name} for aad, name in TEAMS_PEOPLE.items()}
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            teams_app_id=APP_ID,
            teams_app_password=SecretStr(PASSWORD),
            teams_app_tenant=TENANT,
            teams_openid_url=teams.openid_url,
            teams_token_url=teams.token_url,
            teams_service_hosts=teams.host,
            public_url=PUBLIC,
            picture_key=KEY,
        )
        async with running(settings, FixedClock()) as femma:
            yield TeamsTown(femma, teams)
            await femma.assert_all_sent()


def links_in_slack(somebody: Colleague) -> list[str]:
    """The links of the newest message."""
    _, shown = somebody.town.messages(somebody.channel)[-1]
    return [element["url"] for element in _elements(shown["blocks"]) if element["type"] == "link"]


def _elements(node: Any) -> Iterator[dict[str, Any]]:
    for one in node:
        yield one
        yield from _elements(one.get("elements", []))


def links_in_teams(somebody: Member) -> list[str]:
    """The same on an Adaptive Card."""
    sets = [one for one in card_of(somebody.messages[-1])["body"] if one["type"] == "ActionSet"]
    return [action["url"] for one in sets for action in one["actions"] if action["type"] == "Action.OpenUrl"]


async def test_an_a3_in_slack(slack_town: SlackTown, words: Words) -> None:
    femma = slack_town.femma
    author, manager, other = (Colleague(slack_town, user, name) for user, name in SLACK_PEOPLE.items())
    await comes_to_slack(slack_town, manager, words)
    await author.says(words.problem)
    await author.presses(actions.TELL_KIND, "problem")
    await look_for_causes(author, words)
    await chooses(author, "yes")

    await author.presses(actions.IDEA_A3)
    assert words.trial in author.heard
    await both_files(femma, links_in_slack(author), words)

    shown = await manager.commands("a3 1")
    assert shown["response_type"] == "ephemeral"
    theirs = links_in_slack(manager)
    assert len(theirs) == 2
    assert set(theirs).isdisjoint(links_in_slack(author))
    await refusals(femma, theirs[0], words)

    before = len(other.cards)
    await other.says("a3 1")
    assert len(other.cards) == before + 1
    assert links_in_slack(other) == []
    assert words.trial not in other.heard


async def test_an_a3_in_teams(teams_town: TeamsTown, words: Words) -> None:
    femma = teams_town.femma
    author, manager, other = (
        Member(teams_town, aad, name, words.locale) for aad, name in TEAMS_PEOPLE.items()
    )
    await comes_to_teams(teams_town, manager, words)
    for somebody in (author, other):
        teams_town.teams.connector.conversations.add(somebody.chat)
        await somebody.installs()
    await author.says(words.problem)
    await author.presses(actions.TELL_KIND, "problem")
    await look_for_causes(author, words)
    await chooses(author, "yes")

    await author.presses(actions.IDEA_A3)
    assert words.trial in author.heard
    await both_files(femma, links_in_teams(author), words)

    await manager.presses(actions.IDEA_MORE)
    await manager.presses(actions.IDEA_A3)
    await refusals(femma, links_in_teams(manager)[1], words)

    await other.says("a3 1")
    assert links_in_teams(other) == []
    assert words.trial not in other.heard
