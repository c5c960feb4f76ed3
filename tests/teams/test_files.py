"""Photos in Teams: which attachments of a message they are, and fetching them, with our token or without."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.domain.ports import Gone, Refused
from handlers.incoming import Attached, Said
from handlers.teams.access import AccessTokens, AppIdentity
from handlers.teams.files import TeamsFiles, attached
from handlers.teams.service_urls import ServiceUrls
from manifest.teams_manifest import teams_manifest
from tests.fakes.photos import FileHost, photo, status
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams
from tests.house import FixedClock
from tests.teams.conftest import Desk

PASTED = "https://smba.trafficmanager.net/emea/v3/attachments/0-weu-d1-abc/views/original"
DRIVE = "https://kommunen.sharepoint.com/personal/x/_layouts/15/download.aspx?UniqueId=1&tempauth=eyJ0"


def pasted(url: str = PASTED) -> dict[str, Any]:
    """A picture pasted into the chat."""
    return {"contentType": "image/*", "contentUrl": url}


def uploaded(url: str = DRIVE, kind: str = "jpg") -> dict[str, Any]:
    """A file attached in the chat."""
    return {
        "contentType": "application/vnd.microsoft.teams.file.download.info",
        "contentUrl": "https://kommunen.sharepoint.com/personal/x/skap.jpg",
        "name": "skap.jpg",
        "content": {"downloadUrl": url, "uniqueId": "1", "fileType": kind},
    }


HTML = {"contentType": "text/html", "content": "<div>Så här</div>"}


async def test_a_message_with_photos(desk: Desk) -> None:
    await desk.send(desk.fake.activity(text="Så här ser det ut", attachments=[pasted(), uploaded(), HTML]))
    (said,) = desk.ear.heard
    assert isinstance(said, Said)
    assert said.attached == (
        Attached(f"chat {PASTED}", "", "image/*", 0),
        Attached(f"drive {DRIVE}", "skap.jpg", "image/jpeg", 0),
    )


@pytest.mark.parametrize("kind", ["pdf", "docx", "svg", "heic", "html", ""])
def test_another_kind_of_file_is_seen_as_one(kind: str) -> None:
    one = uploaded(kind=kind) | {"name": f"x.{kind or 'exe'}"}
    assert [file.kind for file in attached({"attachments": [one]})] == ["other"]


@pytest.mark.parametrize(
    "attachments",
    [None, 7, "x", [None, 7], [{}], [HTML], [{"contentType": "application/vnd.microsoft.card.adaptive"}]],
)
def test_what_is_no_file_is_passed_over(attachments: Any) -> None:
    assert attached({"attachments": attachments}) == ()


@pytest.mark.parametrize("one", [pasted(""), pasted("x" * 5000), uploaded(""), {**uploaded(), "content": 7}])
def test_a_file_without_an_address_has_no_ref(one: dict[str, Any]) -> None:
    assert [file.ref for file in attached({"attachments": [one]})] == [""]


def test_the_app_takes_files() -> None:
    assert teams_manifest()["bots"][0]["supportsFiles"] is True


@pytest.mark.parametrize(
    "ref",
    [
        "chat https://evil.example.com/x",
        "chat http://smba.trafficmanager.net/x",
        "chat https://smba.trafficmanager.net@evil.example.com/x",
        "chat https://smba.trafficmanager.net/emea/%2e%2e/%2e%2e/x",
        f"chat {DRIVE}",
        f"drive {PASTED}",
        "drive http://kommunen.sharepoint.com/x",
        "drive https://kommunen.sharepoint.com.evil.example.com/x",
        "drive https://evilsharepoint.com/x",
        "drive https://sharepoint.com/x",
        "drive https://kommunen.sharepoint.com:8443/x",
        "drive https://kommunen.sharepoint.com@evil.example.com/x",
        "drive https://kommunen.sharepoint.com\\@evil.example.com/x",
        "drive https://127.0.0.1/x",
        "drive https://169.254.169.254/latest",
        "drive file:///etc/passwd",
        "drive ",
        "other https://kommunen.sharepoint.com/x",
        DRIVE,
        "",
    ],
)
async def test_other_addresses_are_refused_and_nothing_is_asked_of_them(ref: str) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(Refused) as refused:
            await TeamsFiles(session, None, ServiceUrls()).fetch(ref)
    assert refused.value.reason == "address"


def test_microsofts_own_addresses_are_allowed() -> None:
    session: Any = None
    files = TeamsFiles(session, None, ServiceUrls())
    assert files.is_drive(DRIVE)
    assert files.is_drive("https://kommunen-my.sharepoint-df.com/x?y=1")
    assert ServiceUrls().allows(PASTED)


class Place:
    """A host that stands in for both, and an app with its tokens."""

    def __init__(self, host: FileHost, files: TeamsFiles, teams: FakeTeams) -> None:
        self.host = host
        self.files = files
        self.teams = teams


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    async with (
        FileHost(files={"/v3/pasted": photo(), "/drive/skap.jpg": photo((30, 20))}) as host,
        FakeTeams.start() as teams,
        aiohttp.ClientSession() as session,
    ):
        tokens = AccessTokens(session, AppIdentity(APP_ID, PASSWORD, TENANT, teams.token_url), FixedClock())
        urls = ServiceUrls((host.host,))
        yield Place(host, TeamsFiles(session, tokens, urls, (host.host,), seconds=5), teams)
        await tokens.close()


async def test_a_pasted_picture_is_fetched_with_our_token(place: Place) -> None:
    assert await place.files.fetch(f"chat {place.host.base}/v3/pasted") == photo()
    (asked,) = place.host.asked
    assert asked.authorization.removeprefix("Bearer ") in place.teams.entra.valid


async def test_a_refused_token_is_asked_for_anew_once(place: Place) -> None:
    place.host.answers["/v3/pasted"] = status(401)
    with pytest.raises(Refused):
        await place.files.fetch(f"chat {place.host.base}/v3/pasted")
    assert [asked.authorization for asked in place.host.asked] == ["Bearer access-1", "Bearer access-2"]


async def test_a_file_of_the_drive_sees_no_token(place: Place) -> None:
    assert await place.files.fetch(f"drive {place.host.base}/drive/skap.jpg?tempauth=1") == photo((30, 20))
    assert [asked.authorization for asked in place.host.asked] == [""]
    assert place.teams.entra.asked == []


async def test_a_redirect_is_not_followed(place: Place) -> None:
    async with FileHost() as elsewhere:
        for path in ("/v3/pasted", "/drive/skap.jpg"):
            place.host.answers[path] = status(302, Location=f"{elsewhere.base}/steal")
        for ref in (f"chat {place.host.base}/v3/pasted", f"drive {place.host.base}/drive/skap.jpg"):
            with pytest.raises(Refused) as refused:
                await place.files.fetch(ref)
            assert refused.value.reason == "redirect"
        assert elsewhere.asked == []


async def test_a_file_that_is_no_longer_there(place: Place) -> None:
    with pytest.raises(Gone):
        await place.files.fetch(f"drive {place.host.base}/drive/gone.jpg")
