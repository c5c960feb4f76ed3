"""Photos in Slack: which files of a message they are, and fetching them; the token is shown nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.domain.pictures import MOST_BYTES
from bot.domain.ports import Gone, NotDelivered, Refused, TryLater
from handlers.incoming import Attached, Said
from handlers.slack.files import SlackFiles, attached
from handlers.slack.scopes import BOT_SCOPES
from tests.fakes.photos import FileHost, endless, page, photo, status
from tests.fakes.slack import BOT_TOKEN
from tests.fakes.slack_signer import direct_message, mention
from tests.slack.stand import Stand

URL = "https://files.slack.com/files-pri/T0FEMMA-F1/download/skap.jpg"


def file(**more: Any) -> dict[str, Any]:
    """A file as an event carries it."""
    return {
        "id": "F1", "name": "skåp.jpg", "mimetype": "image/jpeg", "filetype": "jpg", "mode": "hosted",
        "is_external": False, "size": 12345, "url_private": URL.replace("/download", ""),
        "url_private_download": URL, **more,
    }  # fmt: skip


async def test_a_message_with_a_photo(stand: Stand) -> None:
    payload = direct_message("Så här ser det ut")
    payload["event"] |= {"subtype": "file_share", "files": [file()]}
    await stand.post(stand.signer.event(payload))
    said = stand.only()
    assert isinstance(said, Said)
    assert (said.text, said.attached) == (
        "Så här ser det ut",
        (Attached(URL, "skåp.jpg", "image/jpeg", 12345),),
    )


async def test_a_photo_alone(stand: Stand) -> None:
    payload = direct_message("")
    payload["event"] |= {"subtype": "file_share", "files": [file()]}
    await stand.post(stand.signer.event(payload))
    said = stand.only()
    assert isinstance(said, Said)
    assert (said.text, len(said.attached)) == ("", 1)


async def test_a_mention_with_a_photo(stand: Stand) -> None:
    payload = mention("<@U0FEMMABOT> så här")
    payload["event"]["files"] = [file()]
    await stand.post(stand.signer.event(payload))
    said = stand.only()
    assert isinstance(said, Said)
    assert len(said.attached) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"mode": "external", "is_external": True},
        {"is_external": True},
        {"mode": "tombstone"},
        {"mode": "hidden_by_limit"},
        {"url_private": "", "url_private_download": ""},
        {"url_private": 7, "url_private_download": None},
        {"url_private_download": "https://files.slack.com/" + "a" * 3000},
    ],
)
def test_what_lies_elsewhere_has_no_ref(more: dict[str, Any]) -> None:
    (one,) = attached({"files": [file(**more)]})
    assert one.ref == ""


@pytest.mark.parametrize(
    "files", [None, 7, "x", {}, [7, None, "x"], [{}], [{"size": True, "name": 3}], [{"size": -5}]]
)
def test_any_shape_is_read(files: Any) -> None:
    assert all(one.ref == "" and one.size == 0 for one in attached({"files": files}))


def test_the_app_asks_for_the_right_to_read_files() -> None:
    assert "files:read" in BOT_SCOPES


@pytest.mark.parametrize(
    "url",
    [
        "http://files.slack.com/x",
        "https://files.slack.com.evil.example.com/x",
        "https://evil.example.com/files.slack.com",
        "https://files.slack.com@evil.example.com/x",
        "https://evil.example.com#@files.slack.com/x",
        "https://files.slack.com:8443/x",
        "https://slack.com/x",
        "https://files-slack.com/x",
        "https://xfiles.slack.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "ftp://files.slack.com/x",
        "//files.slack.com/x",
        "https://files.slack.com\\@evil.example.com/x",
        "https://files.slack.com\t.evil.example.com/x",
        "https://files.slack.com /x",
        "https://files.slack.com\r\nHost: evil.example.com/x",
        "https://ﬁles.slack.com/x",
        "https://[files.slack.com/x",
        "",
    ],
)
async def test_other_addresses_are_refused_and_nothing_is_asked_of_them(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        files = SlackFiles(BOT_TOKEN, session, "https://slack.com/api/")
        with pytest.raises(Refused) as refused:
            await files.fetch(url)
    assert refused.value.reason == "address"


def test_slacks_own_hosts_are_allowed() -> None:
    session: Any = None
    assert SlackFiles("x", session, "https://slack.com/api/").allows(URL)
    gov = SlackFiles("x", session, "https://slack-gov.com/api/")
    assert gov.allows(URL.replace("slack.com", "slack-gov.com"))
    assert not gov.allows(URL)


@pytest.fixture
async def host() -> AsyncIterator[FileHost]:
    async with FileHost(BOT_TOKEN, {"/f/skap.jpg": photo()}) as it:
        yield it


@pytest.fixture
async def files(host: FileHost) -> AsyncIterator[SlackFiles]:
    async with aiohttp.ClientSession() as session:
        yield SlackFiles(BOT_TOKEN, session, f"{host.base}/api/", seconds=0.5)


async def test_a_photo_is_fetched_with_the_token(host: FileHost, files: SlackFiles) -> None:
    assert await files.fetch(f"{host.base}/f/skap.jpg") == photo()
    (asked,) = host.asked
    assert (asked.authorization, asked.encoding) == (f"Bearer {BOT_TOKEN}", "identity")


async def test_a_redirect_is_not_followed_and_the_token_stays_home(host: FileHost, files: SlackFiles) -> None:
    async with FileHost() as elsewhere:
        for code in (301, 302, 303, 307, 308):
            host.answers["/f/away"] = status(code, Location=f"{elsewhere.base}/steal")
            with pytest.raises(Refused) as refused:
                await files.fetch(f"{host.base}/f/away")
            assert refused.value.reason == "redirect"
        assert elsewhere.asked == []


async def hang(host: FileHost) -> Any:
    async def answer(_: Any) -> Any:
        await host.closing.wait()
        raise ConnectionResetError

    return answer


@pytest.mark.parametrize(
    ("played", "kind", "reason"),
    [
        (status(404), Gone, "http_404"),
        (status(410), Gone, "http_410"),
        (status(401), Refused, "http_401"),
        (status(403), Refused, "http_403"),
        (status(429, Retry_After="17"), TryLater, "ratelimited"),
        (status(500), TryLater, "http_500"),
        (status(503), TryLater, "http_503"),
        (page("<title>Sign in</title>"), Refused, "html"),
        (status(200, Content_Encoding="gzip", Content_Type="image/jpeg"), Refused, "encoding"),
        (endless(100 * 1024 * 1024, declared=True), Refused, "too-big"),
        (endless(100 * 1024 * 1024, declared=False), Refused, "too-big"),
    ],
)
async def test_what_becomes_of_other_answers(
    host: FileHost, files: SlackFiles, played: Any, kind: type[NotDelivered], reason: str
) -> None:
    files._seconds = 20
    host.answers["/f/odd"] = played
    with pytest.raises(kind) as failed:
        await files.fetch(f"{host.base}/f/odd")
    assert failed.value.reason == reason
    if isinstance(failed.value, TryLater) and reason == "ratelimited":
        assert failed.value.after == 17.0


async def test_a_host_that_hangs_is_given_up(host: FileHost, files: SlackFiles) -> None:
    host.answers["/f/slow"] = await hang(host)
    with pytest.raises(TryLater) as failed:
        await files.fetch(f"{host.base}/f/slow")
    assert failed.value.reason == "timeout"


async def test_a_host_that_is_away(files: SlackFiles, host: FileHost) -> None:
    url = f"{host.base}/f/skap.jpg"
    assert host._runner is not None
    await host._runner.cleanup()
    with pytest.raises(TryLater) as failed:
        await files.fetch(url)
    assert failed.value.reason == "unreachable"


def test_the_largest_photo_is_ten_megabytes() -> None:
    assert MOST_BYTES == 10 * 1024 * 1024
