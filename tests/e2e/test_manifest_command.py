"""`femma manifest`: what an administrator pastes or uploads, printed and written."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import yaml
from typer.testing import CliRunner

from bot.__main__ import cli
from cards.actions import SLASH_COMMAND
from tests.fakes.teams import APP_ID


def run(*arguments: str) -> str:
    """What the command shows."""
    end = CliRunner().invoke(cli, ["manifest", *arguments])
    assert end.exit_code == 0, end.output
    return end.stdout


def test_slack_is_printed_for_this_host() -> None:
    manifest = yaml.safe_load(run("slack", "--host", "femma.norrby.example.com"))
    address = "https://femma.norrby.example.com/slack/events"
    assert manifest["settings"]["event_subscriptions"]["request_url"] == address
    assert manifest["settings"]["interactivity"]["request_url"] == address
    (command,) = manifest["features"]["slash_commands"]
    assert (command["command"], command["url"]) == (SLASH_COMMAND, address)


def test_slack_is_written(tmp_path: Path) -> None:
    path = tmp_path / "slack.yaml"
    assert run("slack", "--out", str(path)) == f"{path}\n"
    assert path.read_text("utf-8") == run("slack")


def test_teams_is_printed_with_the_app_id() -> None:
    manifest = json.loads(run("teams", "--app-id", APP_ID, "--host", "femma.norrby.example.com"))
    assert manifest["bots"][0]["botId"] == APP_ID
    assert "femma.norrby.example.com" in manifest["validDomains"]


def test_the_teams_package_is_written(tmp_path: Path) -> None:
    path = tmp_path / "femma.zip"
    assert run("teams", "--out", str(path), "--app-id", APP_ID) == f"{path}\n"
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        manifest = json.loads(package.read("manifest.json"))
        for icon in manifest["icons"].values():
            assert package.read(icon).startswith(b"\x89PNG")
    assert manifest["bots"][0]["botId"] == APP_ID


def test_another_platform_is_refused() -> None:
    assert CliRunner().invoke(cli, ["manifest", "irc"]).exit_code == 2
