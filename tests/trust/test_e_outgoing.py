"""Where Femma calls: to the two platforms only, whatever people write and whatever an answer says."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.domain.people import Address
from bot.domain.ports import NotDelivered, TryLater
from cards import actions
from cards.actions import Ref
from cards.model import Card, Paragraph
from handlers.slack.outbound import SlackChat
from handlers.teams.access import AccessTokens, AppIdentity
from handlers.teams.connector import Connector
from handlers.teams.outbound import TeamsChat
from handlers.teams.service_urls import ServiceUrls
from tests.e2e.serving import FixedClock
from tests.fakes.slack import BOT_TOKEN, TEAM
from tests.fakes.slack_signer import command, direct_message, interaction, mention, press
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams
from tests.trust.certificates import authority
from tests.trust.front import Front, front
from tests.trust.traps import signpost, trap

CARD = Card("Rubrik", (Paragraph("Text"),), "sv")


def port_of(url: str) -> int:
    """Of an address on loopback."""
    return int(url.split(":")[2].partition("/")[0])


async def test_e1_addresses_that_people_write_are_never_fetched(femma: Front, ports: list[int]) -> None:
    async with trap() as caught:
        link, picture = f"{caught.url}x", f"<{caught.url}p.png|bild>"
        femma.slack.add_user("U1", f"Alva {link}")
        femma.slack.add_user("U2", f"Britta {picture}", image=link)
        files = [{"id": "F1", "url_private": link, "thumb_360": link, "permalink": link}]
        blocks = [{"type": "image", "image_url": link, "alt_text": "x"}]
        extra: dict[str, Any] = {"files": files, "blocks": blocks, "attachments": [{"from_url": link}]}
        signer = femma.signer
        for signed in (
            signer.event(direct_message(f"Se {link} och {picture}", **extra)),
            signer.event(mention(f"<@U0FEMMABOT> {picture}", user="U2", event_id="Ev2")),
            signer.command(command(f"ny {link}", trigger="t2")),
            signer.interaction(
                interaction(
                    "message_action", "t3", callback_id="make_improvement", message={"text": picture, **extra}
                )
            ),
        ):
            assert await femma.post(signed) == 200
        activity = femma.teams.activity(
            text=f"<a href='{link}'>x</a><img src='{link}'/>",
            textFormat="xml",
            attachments=[{"contentType": "image/*", "contentUrl": link, "thumbnailUrl": link}],
            entities=[{"type": "clientInfo", "locale": link}],
            **{"from": {"id": "29:anna", "name": link, "aadObjectId": "aad-anna"}},
        )
        assert await femma.send(activity) == 200
        await femma.femma.settle()
        assert caught.seen == []
    assert set(ports) <= {femma.port, port_of(femma.slack.api_url), port_of(femma.teams.base)}
    posts = femma.slack.called("chat.postMessage")
    assert len(posts) >= 3
    assert all((post["unfurl_links"], post["unfurl_media"]) == (False, False) for post in posts)
    assert femma.teams.connector.calls != []


RESPONSE_URLS = [
    "{trap}", "{trap}commands/1", "{local}", "http://hooks.slack.com/x", "https://hooks.slack.com.evil.example/",
    "https://hooks.slack.com@{host}/", "https://evil.example/hooks.slack.com", "https://169.254.169.254/",
    "http://169.254.169.254/latest/meta-data/", "https://[::1]:{port}/", "https://{host}/", "//{host}/",
    "file:///etc/passwd", "gopher://{host}/", "ftp://{host}/", "https://hooks.slack.com:{port}/",
    "https://hooks.slack.com\\@{host}/", "https://hooks.slack.com#@{host}/", "https://xn--hooks.slack.com/",
    "",
]  # fmt: skip


async def test_e2_response_urls_are_never_called(femma: Front, ports: list[int]) -> None:
    """20 of 20, and no good one either: Femma answers in the request itself, and through the API."""
    femma.slack.add_user("U1", "Alva Lind")
    assert len(RESPONSE_URLS) == 20
    async with trap() as caught:
        host = caught.url.split("/")[2]
        gaps = {
            "trap": caught.url,
            "host": host,
            "port": caught.port,
            "local": f"http://localhost:{caught.port}",
        }
        for number, pattern in enumerate([*RESPONSE_URLS, "https://hooks.slack.com/commands/1"]):
            url = pattern.format(**gaps)
            told = command("hjälp", trigger=f"c{number}") | {"response_url": url}
            assert await femma.post(femma.signer.command(told)) == 200
            pressed = press(
                actions.IDEA_ACKNOWLEDGE + ":0", Ref("idea", "i1", 1).encode(),
                trigger=f"p{number}", response_url=url, response_urls=[{"response_url": url}],
            )  # fmt: skip
            assert await femma.post(femma.signer.interaction(pressed)) == 200
        await femma.femma.settle()
        assert caught.seen == []
    assert set(ports) <= {femma.port, port_of(femma.slack.api_url), port_of(femma.teams.base)}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_e3_redirects_are_not_followed(sqlite_url: str, status: int) -> None:
    """Every address that Femma calls sends it on: Slack's API, Teams' keys, tokens and connector."""
    async with trap() as caught, signpost(caught.url, status) as post:
        urls: dict[str, Any] = {
            "slack_api_url": f"{post.url}api/",
            "teams_openid_url": f"{post.url}openid",
            "teams_token_url": f"{post.url}token",
        }
        async with front(sqlite_url, **urls) as it:
            assert await it.post(it.signer.event(direct_message("Hej"))) == 200
            assert await it.send(it.teams.activity()) == 401
            async with it.femma.http.get(f"{it.femma.url}/readyz") as ready:
                assert ready.status == 200
        clock = FixedClock()
        async with aiohttp.ClientSession() as session, FakeTeams.start() as teams:
            here = f"127.0.0.1:{post.port}"
            for token_url in (teams.token_url, f"{post.url}token"):
                tokens = AccessTokens(session, AppIdentity(APP_ID, PASSWORD, TENANT, token_url), clock)
                chat = TeamsChat(Connector(session, tokens, ServiceUrls((here,))), APP_ID, clock)
                with pytest.raises(NotDelivered):
                    await chat.post(in_teams(post.url), CARD)
        assert {"/api/chat.postMessage", "/openid", "/token"} <= set(post.asked)
        assert any(path.startswith("/v3/conversations") for path in post.asked)
        assert caught.seen == []


def in_teams(service_url: str) -> Address:
    """A channel behind this address."""
    return Address("teams", f"teams:{TENANT}", "19:x@thread.tacv2", service_url=service_url)


BAD_CERTIFICATES: dict[str, tuple[bool, dict[str, Any]]] = {
    # Is the authority trusted, and what the certificate says.
    "an authority that nobody knows": (False, {}),
    "another name": (True, {"address": "127.0.0.9"}),
    "expired": (True, {"days": -1}),
}
Speak = Callable[[aiohttp.ClientSession, str], Awaitable[object]]


async def to_slack(session: aiohttp.ClientSession, url: str) -> object:
    """As SlackEdge does."""
    chat = SlackChat(BOT_TOKEN, session, FixedClock(), f"{url}api/")
    return await chat.post(Address("slack", f"slack:{TEAM}", "C0TEAM"), CARD)


async def to_teams(session: aiohttp.ClientSession, url: str) -> object:
    """As TeamsEdge does, with a token at hand."""
    async with FakeTeams.start() as teams:
        identity = AppIdentity(APP_ID, PASSWORD, TENANT, teams.token_url)
        tokens = AccessTokens(session, identity, FixedClock())
        connector = Connector(session, tokens, ServiceUrls((url.split("/")[2],)))
        return await TeamsChat(connector, APP_ID, FixedClock()).post(in_teams(url), CARD)


def session_that(trusts: bool) -> aiohttp.ClientSession:
    """As Femma makes it, or with one authority more."""
    if not trusts:
        return aiohttp.ClientSession()
    context: ssl.SSLContext = authority().trusting()
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context))


@pytest.mark.parametrize("speak", [to_slack, to_teams])
@pytest.mark.parametrize("name", BAD_CERTIFICATES)
async def test_e4_bad_certificates_are_refused(tmp_path: Path, name: str, speak: Speak) -> None:
    """Before a byte is said, so that it may be tried again."""
    trusted, certificate = BAD_CERTIFICATES[name]
    async with trap(authority().server(tmp_path, **certificate)) as caught, session_that(trusted) as session:
        with pytest.raises(TryLater):
            await speak(session, caught.url)
        assert caught.seen == []


@pytest.mark.parametrize("speak", [to_slack, to_teams])
async def test_e4_a_good_certificate_is_what_makes_the_difference(tmp_path: Path, speak: Speak) -> None:
    """Else the test above would pass for another reason."""
    async with trap(authority().server(tmp_path)) as caught, session_that(True) as session:
        with pytest.raises(NotDelivered):
            await speak(session, caught.url)
        assert [b"Bearer" in said for said in caught.seen] == [True]
