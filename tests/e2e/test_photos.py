"""A photo through the whole product in Slack: a signed event in, an address on both cards, the photo."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.settings import Settings
from cards import actions
from tests.e2e.serving import FixedClock, running
from tests.e2e.slack_town import Colleague, SlackTown
from tests.e2e.test_slack_week import PEOPLE, femma_comes_to_the_team
from tests.e2e.words import WEEKS
from tests.fakes.photos import SECRET as PLACE
from tests.fakes.photos import photo
from tests.fakes.slack import BOT_TOKEN, TEAM, FakeSlack
from tests.fakes.slack_signer import SECRET

PUBLIC = "https://femma.example.com"


def addresses(somebody: Colleague) -> list[str]:
    """Of every photo on the cards in somebody's chat."""
    shown = [
        blocks for _, message in somebody.town.messages(somebody.channel) for blocks in message["blocks"]
    ]
    return [block["image_url"] for block in shown if block["type"] == "image"]


async def test_a_photo_in_slack(sqlite_url: str) -> None:
    words = WEEKS[0]
    async with FakeSlack() as slack:
        for user, name in PEOPLE.items():
            slack.add_user(user, name, words.locale)
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            slack_signing_secret=SecretStr(SECRET),
            slack_bot_token=SecretStr(BOT_TOKEN),
            slack_api_url=slack.api_url,
            public_url=PUBLIC,
            picture_key=SecretStr("f" * 32),
        )
        async with running(settings, FixedClock()) as femma:
            town = SlackTown(femma, slack)
            author, manager, _ = (Colleague(town, user, name) for user, name in PEOPLE.items())
            await femma_comes_to_the_team(town, manager, words)
            await town.happens(
                "message", user=author.user, text=words.problem, channel=author.channel, channel_type="im",
                team=TEAM, ts=town.stamp(), subtype="file_share", files=[slack.file("skap.jpg", photo())],
            )  # fmt: skip
            await author.presses(actions.TELL_KIND, "problem")
            await femma.until(lambda: addresses(author) and addresses(manager))
            (address,) = set(addresses(author) + addresses(manager))
            assert address.startswith(f"{PUBLIC}/pictures/")
            async with femma.http.get(femma.url + urlsplit(address).path) as answer:
                shown = await answer.read()
                assert (answer.status, answer.content_type) == (200, "image/jpeg")
            assert shown.startswith(b"\xff\xd8")
            assert PLACE.encode() not in shown
            async with femma.http.get(femma.url + urlsplit(address).path[:-4] + "AAAA") as forged:
                assert forged.status == 404
            await femma.assert_all_sent()
