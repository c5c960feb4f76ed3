"""How the process starts, refuses to start, and stops. What must be seen from outside runs as a child."""

from __future__ import annotations

import asyncio
import resource
import socket
import sqlite3
import time
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.settings import Settings
from tests.e2e.child import Ended, ended, started
from tests.e2e.serving import FixedClock, Running
from tests.e2e.slack_town import SlackTown
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET, SlackSigner, direct_message
from tests.fakes.teams import APP_ID, PASSWORD, TENANT

# Seconds until the process has given up, and until it has stopped. Each takes about one.
GIVES_UP = 3.0
STOPS = 10.0

SLACK = {"SLACK_SIGNING_SECRET": SECRET, "SLACK_BOT_TOKEN": BOT_TOKEN}
TEAMS = {"MicrosoftAppId": APP_ID, "MicrosoftAppPassword": PASSWORD, "MicrosoftAppTenantId": TENANT}
DEVELOPMENT = {"FEMMA_MODE": "development"}
# Values that may stand in a line: no secrets, and words that belong to the sentence anyway.
HARMLESS = {"production", "development"}

Case = tuple[str, str, dict[str, str]]
# What is wrong, the setting that must be named, and the settings.
SECRETS: list[Case] = [
    ("nothing at all", "SLACK_BOT_TOKEN", {}),
    ("no signing secret", "SLACK_SIGNING_SECRET", {"SLACK_BOT_TOKEN": BOT_TOKEN}),
    ("blank signing secret", "SLACK_SIGNING_SECRET", SLACK | {"SLACK_SIGNING_SECRET": "   "}),
    ("short signing secret", "SLACK_SIGNING_SECRET", SLACK | {"SLACK_SIGNING_SECRET": "abcdef0123456789abc"}),
    ("placeholder for it", "SLACK_SIGNING_SECRET", SLACK | {"SLACK_SIGNING_SECRET": "your-" + SECRET}),
    ("no bot token", "SLACK_BOT_TOKEN", {"SLACK_SIGNING_SECRET": SECRET}),
    ("placeholder bot token", "SLACK_BOT_TOKEN", SLACK | {"SLACK_BOT_TOKEN": "xoxb-changeme-1234"}),
    ("no app id", "MicrosoftAppId", {"MicrosoftAppPassword": PASSWORD}),
    ("placeholder app id", "MicrosoftAppId", TEAMS | {"MicrosoftAppId": "<your app id from the portal>"}),
    ("no password", "MicrosoftAppPassword", TEAMS | {"MicrosoftAppPassword": ""}),
    ("placeholder password", "MicrosoftAppPassword", TEAMS | {"MicrosoftAppPassword": "change-me-please"}),
    ("no tenant", "MicrosoftAppTenantId", TEAMS | {"MicrosoftAppTenantId": ""}),
]
OTHERS: list[Case] = [
    ("short secret beside Socket Mode", "SLACK_SIGNING_SECRET",
        SLACK | {"SLACK_SIGNING_SECRET": "abc123", "SLACK_APP_TOKEN": "xapp-1-A0-1-abc"}),
    ("short previous secret", "SLACK_SIGNING_SECRET_PREVIOUS",
        SLACK | {"SLACK_SIGNING_SECRET_PREVIOUS": "abc123"}),
    ("placeholder app token", "SLACK_APP_TOKEN", SLACK | {"SLACK_APP_TOKEN": "xapp-your-token"}),
    ("another app type", "MicrosoftAppType", TEAMS | {"MicrosoftAppType": "MultiTenant"}),
    ("an odd mode", "FEMMA_MODE", SLACK | {"FEMMA_MODE": "staging-4711"}),
    ("an odd port", "PORT", SLACK | {"PORT": "eighty"}),
    ("no such port", "PORT", SLACK | {"PORT": "65536"}),
    ("own keys in production", "FEMMA_TEAMS_OPENID_URL",
        TEAMS | {"FEMMA_TEAMS_OPENID_URL": "http://127.0.0.1:1/keys"}),
    ("own token endpoint in production", "FEMMA_TEAMS_TOKEN_URL",
        TEAMS | {"FEMMA_TEAMS_TOKEN_URL": "http://127.0.0.1:1/token"}),
    ("own service hosts in production", "FEMMA_TEAMS_SERVICE_HOSTS",
        TEAMS | {"FEMMA_TEAMS_SERVICE_HOSTS": "evil.example.com"}),
    ("a crash point in production", "FEMMA_CRASH_AT", SLACK | {"FEMMA_CRASH_AT": "after_handler_commit"}),
    ("photos in the clear", "FEMMA_PUBLIC_URL", SLACK | {"FEMMA_PUBLIC_URL": "http://femma.example.com"}),
    ("photos at no address", "FEMMA_PUBLIC_URL", SLACK | {"FEMMA_PUBLIC_URL": "https://[x"}),
    ("photos without a key", "FEMMA_PICTURE_KEY", SLACK | {"FEMMA_PUBLIC_URL": "https://femma.example.com"}),
    ("photos with a short key", "FEMMA_PICTURE_KEY",
        SLACK | {"FEMMA_PUBLIC_URL": "https://femma.example.com", "FEMMA_PICTURE_KEY": "0123456789abcdef" }),
    ("somebody else's Slack", "SLACK_API_URL", SLACK | {"SLACK_API_URL": "https://evil.example.com/api/"}),
    ("Slack in the clear", "SLACK_API_URL", SLACK | {"SLACK_API_URL": "http://slack.com/api/"}),
    ("development in the open", "FEMMA_HOST", DEVELOPMENT | {"FEMMA_HOST": "0.0.0.0"}),
    ("development on all of IPv6", "FEMMA_HOST", DEVELOPMENT | {"FEMMA_HOST": "::"}),
    ("development under a name", "FEMMA_HOST", DEVELOPMENT | {"FEMMA_HOST": "femma.example.com"}),
]  # fmt: skip


def named(cases: list[Case]) -> list[object]:
    """The cases as parameters, each under its name."""
    return [pytest.param(setting, settings, id=what) for what, setting, settings in cases]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any setting of the environment that the tests run in, and without serving."""

    async def serve(settings: Settings) -> None:
        raise AssertionError("it has started")

    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.alias), raising=False)
    monkeypatch.setattr("bot.__main__._serve", serve)


async def test_a_bad_secret_ends_the_process_at_once(sqlite_url: str) -> None:
    """Each of them in a process of its own, two at a time. Computing time is counted: it is the same on a
    busy machine."""
    room = asyncio.Semaphore(2)
    before = computing_time()

    async def refused_start(setting: str, settings: dict[str, str]) -> None:
        async with room:
            end = await ended(("run",), {"FEMMA_DATABASE_URL": sqlite_url, **settings})
        assert end.out == ""
        assert_refused(end.code, end.errors, setting, settings)

    assert len(SECRETS) == 12
    async with asyncio.TaskGroup() as group:
        for _, setting, settings in SECRETS:
            group.create_task(refused_start(setting, settings))
    assert (computing_time() - before) / len(SECRETS) < GIVES_UP


def computing_time() -> float:
    """Seconds that all children so far have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(("setting", "settings"), named(SECRETS + OTHERS))
def test_a_bad_setting_is_named(setting: str, settings: dict[str, str]) -> None:
    end = CliRunner().invoke(cli, ["run"], env=settings)
    assert end.stdout == ""
    assert_refused(end.exit_code, end.stderr, setting, settings)


def assert_refused(code: int, errors: str, setting: str, settings: dict[str, str]) -> None:
    """Exit code 2, and one line that names the setting and no value."""
    assert code == 2
    assert errors.startswith("Femma cannot start: ")
    assert errors.count("\n") == 1
    assert setting.lower() in errors.lower()
    values = {value.strip() for value in settings.values()} - HARMLESS - {""}
    assert not [value for value in values if value in errors]


async def refused(database: str) -> Ended:
    """A start with this database, that must not come to anything."""
    end = await ended(("run",), {**SLACK, "PORT": "0", "FEMMA_DATABASE_URL": database})
    assert_refused(end.code, end.errors, "database", {})
    return end


async def test_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "femma.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        database.execute("INSERT INTO alembic_version VALUES ('9999')")
    database.close()
    end = await refused(f"sqlite:///{path}")
    assert "newer" in end.errors
    with sqlite3.connect(path) as database:
        tables = database.execute("SELECT name FROM sqlite_master").fetchall()
    database.close()
    assert tables == [("alembic_version",)]


async def test_a_path_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    await refused(f"sqlite:///{tmp_path}/file/femma.db")


async def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "femma.db").write_bytes(b"certainly not a database " * 1000)
    await refused(f"sqlite:///{tmp_path}/femma.db")


@pytest.mark.parametrize("url", ["nothing-of-the-kind", "foxbase://user:hunter2@127.0.0.1/femma"])
async def test_an_address_of_no_database_is_said(url: str) -> None:
    assert "hunter2" not in (await refused(url)).errors


async def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"postgresql://user:hunter2@127.0.0.1:{taken.getsockname()[1]}/femma"
        assert "hunter2" not in (await refused(url)).errors


async def test_a_port_that_is_taken_is_said(sqlite_url: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        settings = {"PORT": port, "FEMMA_DATABASE_URL": sqlite_url, "FEMMA_REHEARSAL": "on"}
        end = await ended(("run",), {**SLACK, **settings})
    # The rehearsal has said its line by then.
    rehearsed, _, refused = end.errors.partition("\n")
    assert '"warm' in rehearsed
    assert_refused(end.code, refused, f"PORT {port}", {})
    assert end.out == ""


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="sockets are read from /proc")
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_development_listens_on_loopback_alone(host: str, sqlite_url: str) -> None:
    settings = {**DEVELOPMENT, "FEMMA_HOST": host, "FEMMA_DATABASE_URL": sqlite_url}
    async with started(settings) as child:
        assert child.line.endswith("(development)\n")
        addresses = listening_on(int(child.url.rpartition(":")[2]))
    assert addresses
    assert addresses <= {"0100007F", "00000000000000000000000001000000"}


def listening_on(port: int) -> set[str]:
    """The local addresses, as /proc/net writes them, on which somebody listens on this port."""
    rows = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    local = [row[1].split(":") for row in rows if row[3] == "0A"]
    return {address for address, number in local if int(number, 16) == port}


async def test_sigterm_ends_it_well_with_a_message_on_its_way(sqlite_url: str) -> None:
    """What was taken in is said, by the next process if this one did not come to it; and only once."""
    async with FakeSlack() as slack, aiohttp.ClientSession() as http:
        slack.add_user("U1", "Alva Lind")
        slack_here = {**SLACK, "FEMMA_DATABASE_URL": sqlite_url, "SLACK_API_URL": slack.api_url}
        async with started(slack_here) as child:
            signed = SlackSigner(FixedClock.real().now()).event(direct_message("Skrivaren är trasig"))
            await SlackTown(Running(child.url, FixedClock.real(), http), slack).deliver(signed)
            began = time.monotonic()
            assert await child.stop() == 0
            assert time.monotonic() - began < STOPS
        async with started(slack_here) as child:
            await Running(child.url, FixedClock.real(), http).settle()
        (asked,) = slack.called("chat.postMessage")
        assert "Skrivaren är trasig" in asked["text"]
