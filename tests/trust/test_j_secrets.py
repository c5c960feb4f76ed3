"""Secrets, names and words stay out of logs, figures and errors; errors out of chats (rows J1, J7, I17)."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import make_url

from bot.domain.work import StorageAway
from bot.settings import BadSetting, read_settings
from handlers import delivery
from handlers.conversation import Conversation
from tests.e2e import test_slack_week as week
from tests.e2e.slack_town import Colleague, SlackTown
from tests.e2e.talk import look_for_causes
from tests.e2e.words import WEEKS, Words
from tests.fakes import teams as fake_teams
from tests.fakes.slack_scripts import Answers, says
from tests.fakes.slack_signer import SlackSigner, direct_message
from tests.trust.front import Front, front
from tests.trust.written import lines, written

NAMED = "KANARIEGUL"
SECRETS = {
    "slack_bot_token": "xoxb-KANARIE-token-0123456789",
    "slack_signing_secret": "KANARIE-signing-secret-0123456789",
    "teams_app_password": "KANARIE-app-password-0123456789",
    "database password": "KANARIE-database-password",
}
# What people write in the week; what Femma itself says is no secret.
WRITTEN_BY_PEOPLE = (
    "problem", "happens", "touched", "first_cause", "branch", "second_cause", "missing_step", "trial", "sign",
    "question", "reply", "by_command", "in_channel", "from_message", "refusal",
)  # fmt: skip


@dataclass(slots=True)
class SecretTown(SlackTown):
    """Signs with the canary."""

    @property
    def signer(self) -> SlackSigner:
        return SlackSigner(self.femma.clock.now(), SECRETS["slack_signing_secret"])


def canaries(words: Words) -> tuple[str, ...]:
    """Everything that must stand nowhere but in chats and in the database."""
    return (NAMED, "KANARIE", *(str(getattr(words, name)) for name in WRITTEN_BY_PEOPLE))


def test_j1_the_canaries_are_all_there_are() -> None:
    assert set(WRITTEN_BY_PEOPLE) < {field.name for field in fields(Words)}
    assert all(len(word) > 5 for word in canaries(WEEKS[0]))


@asynccontextmanager
async def secret_front(url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Front]:
    """Femma with canaries for secrets, on a PostgreSQL whose address has a password in it."""
    monkeypatch.setattr(fake_teams, "PASSWORD", SECRETS["teams_app_password"])
    address = make_url(url).set(password=SECRETS["database password"])
    secrets = {name: SecretStr(SECRETS[name]) for name in SECRETS if name != "database password"}
    async with front(address.render_as_string(hide_password=False), None, **secrets) as door:
        door.slack.token = SECRETS["slack_bot_token"]
        yield door


async def shown_outside(door: Front) -> str:
    """What anybody on the machine can ask for."""
    found = []
    for path in ("/metrics", "/readyz", "/healthz", "/", "/nothing"):
        async with door.femma.http.get(door.femma.url + path) as answer:
            found.append(f"{answer.status} {dict(answer.headers)} {await answer.text()}")
    return "\n".join(found)


async def test_j1_a_week_and_its_mishaps_leave_no_word_and_no_secret(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Everything that happens in a week, at DEBUG, and each thing that goes wrong: 0 canaries."""
    words = WEEKS[0]
    with written(monkeypatch, logging.DEBUG) as log:
        async with secret_front(postgres_url, monkeypatch) as door:
            for user in week.PEOPLE:
                door.slack.add_user(user, f"{user} {NAMED}", words.locale)
            town = SecretTown(door.femma, door.slack)
            author, manager, other = (Colleague(town, user, f"{user} {NAMED}") for user in week.PEOPLE)
            await week.femma_comes_to_the_team(town, manager, words)
            await week.something_is_told(town, author, manager, words)
            await look_for_causes(author, words)
            await week.the_outcome_is_sent(author, manager, words)
            await week.the_manager_asks(author, manager, words)
            await _mishaps(door, town, other, words, monkeypatch)
            await _broken_database(door, town, words, postgres_url)
            outside = await shown_outside(door)
        told = log.getvalue()
        events = {line["event"] for line in lines(log)}
    out, err = capfd.readouterr()
    assert {"refused", "letter.not_sent", "letter.broken", "slack_failed", "slack_busy"} <= events
    for canary in canaries(words):
        for place in (told, outside, out, err):
            assert canary not in place, canary


async def _mishaps(
    door: Front, town: SecretTown, other: Colleague, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Doors, Slack, the database and our own code, each failing with people's words at hand."""
    signed = town.signer.event(direct_message(words.problem, "U3"))
    assert await door.post(replace(signed, body=signed.body + b" ")) == 401
    assert await door.post(town.signer.raw(words.problem.encode())) in {200, 400}
    assert await door.send(door.teams.activity(text=words.problem), "Bearer KANARIE.KANARIE.KANARIE") == 401
    assert (
        await door.send(door.teams.activity(text=words.problem, **{"from": {"id": "29:a", "name": NAMED}}))
        == 200
    )
    for failure in (
        Answers(500, words.problem),
        says(words.problem),
    ):
        door.slack.play("chat.postMessage", failure)
        await other.says("hjälp")
    with monkeypatch.context() as broken:
        broken.setattr(delivery, "view", _raises(ValueError(words.problem)))
        await other.says(words.by_command)
    for error, status in ((RuntimeError(f"{NAMED} {words.problem}"), 500), (StorageAway("DataError"), 503)):
        with monkeypatch.context() as broken:
            broken.setattr(Conversation, "_heard", _raises_later(error))
            assert (
                await door.post(town.signer.event(direct_message(words.problem, "U3", town.fresh("Ev"))))
                == status
            )
            activity = door.teams.activity(text=words.problem, id=town.fresh("17"))
            assert await door.send(activity) == status


async def _broken_database(door: Front, town: SecretTown, words: Words, url: str) -> None:
    """A statement that PostgreSQL itself refuses, with the words among its values."""
    with psycopg.connect(url, autocommit=True) as connection:
        for table in ("talks", "ideas"):
            connection.execute(f"ALTER TABLE {table} ADD CHECK (body NOT LIKE '%Morgon%') NOT VALID")
        for change in ("SELECT 1", "ALTER TABLE talks RENAME TO elsewhere"):
            connection.execute(change)
            said = direct_message(words.problem, "U9", town.fresh("EvBroken"))
            assert await door.post(town.signer.event(said)) == 503
        connection.execute("ALTER TABLE elsewhere RENAME TO talks")


def _raises(error: Exception) -> object:
    def call(*_: object) -> None:
        raise error

    return call


def _raises_later(error: Exception) -> object:
    async def call(*_: object) -> None:
        raise error

    return call


# J1: settings


@pytest.mark.parametrize(
    "settings",
    [
        {"FEMMA_DATABASE_URL": "postgresql+nothing://u:KANARIE@h/d"},
        {"SLACK_BOT_TOKEN": "xoxb-KANARIE", "SLACK_SIGNING_SECRET": "KANARIE"},
        {"MicrosoftAppId": "KANARIE", "MicrosoftAppPassword": "KANARIE"},
        {"PORT": "KANARIE"},
        {"FEMMA_MODE": "KANARIE"},
        {"FEMMA_CRASH_AT": "KANARIE"},
    ],
)
def test_j1_a_wrong_setting_is_named_without_its_value(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BadSetting) as refused:
        read_settings()
    assert "KANARIE" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_j1_settings_do_not_show_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "MicrosoftAppPassword")
    for name in names:
        monkeypatch.setenv(name, f"{name}-KANARIE-0123456789")
    monkeypatch.setenv("MicrosoftAppId", "0123456789-0123456789")
    monkeypatch.setenv("MicrosoftAppTenantId", "0123456789-0123456789")
    monkeypatch.setenv("FEMMA_DATABASE_URL", "postgresql://femma:KANARIE@example.com/femma")
    settings = read_settings()
    for shown in (repr(settings), str(settings), settings.model_dump_json(), f"{settings.__dict__}"):
        assert "KANARIE" not in shown


# J7

OURS_ALONE = (
    "Traceback", "File \"", ".py", "RuntimeError", "KeyError", "StorageAway", "SELECT", "sqlite", "psycopg",
    "sqlalchemy", "femma.db", "aiohttp/", "Python/", "None",
)  # fmt: skip


@pytest.mark.parametrize("error", [RuntimeError("SELECT * FROM people"), KeyError("ideas"), StorageAway("x")])
async def test_j7_an_error_of_ours_shows_nothing_of_itself(
    femma: Front, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Both doors: a number, and at most a few words of HTTP's own."""
    monkeypatch.setattr(Conversation, "_heard", _raises_later(error))
    signed = femma.signer.event(direct_message("Skrivaren är trasig"))
    token = femma.teams.token(femma.femma.clock.now())
    for url, sent in (
        ("/slack/events", {"data": signed.body, "headers": signed.headers}),
        ("/api/messages", {"json": femma.teams.activity(), "headers": {"Authorization": f"Bearer {token}"}}),
    ):
        async with femma.femma.http.post(femma.femma.url + url, **sent) as answer:
            body = await answer.text()
            assert answer.status in {500, 503}
            assert len(body) < 100
            assert not [word for word in OURS_ALONE if word in body], body


async def test_j7_what_cannot_be_drawn_is_not_said_in_another_way(
    femma: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card that breaks is never sent: nobody sees the error, and an operator sees which notice it was."""
    femma.slack.add_user("U1", "Maja")
    monkeypatch.setattr(delivery, "view", _raises(ValueError("SELECT * FROM people")))
    town = SlackTown(femma.femma, femma.slack)
    await Colleague(town, "U1", "Maja").says("Skrivaren är trasig")
    assert femma.slack.called("chat.postMessage") == []
    assert (await femma.femma.letters())["dead"] == 1


OLDER, NEWER = "KANARIE-older-secret-0123456789", "KANARIE-newer-secret-0123456789"


async def test_j3_a_signing_secret_is_changed_without_a_refused_request(sqlite_url: str) -> None:
    """Four starts, as an operator does it: the old one, both, both with Slack on the new one, the new one.

    Slack signs with one secret at a time, so the process must be told of the new one before Slack is.
    """
    steps = [(OLDER, "", OLDER), (NEWER, OLDER, OLDER), (NEWER, OLDER, NEWER), (NEWER, "", NEWER)]
    for step, (current, previous, used) in enumerate(steps):
        async with front(
            sqlite_url,
            slack_signing_secret=SecretStr(current),
            slack_signing_secret_previous=SecretStr(previous),
        ) as it:
            signer = SlackSigner(it.femma.clock.now(), used)
            statuses = [
                await it.post(signer.event(direct_message("Hej", event_id=f"Ev{step}-{number}")))
                for number in range(25)
            ]
            assert statuses == [200] * 25
            assert await it.refused("slack") == {}
            if not previous:
                other = OLDER if current == NEWER else NEWER
                stale = SlackSigner(it.femma.clock.now(), other).event(direct_message("Hej", event_id="Ev9"))
                assert await it.post(stale) == 401
