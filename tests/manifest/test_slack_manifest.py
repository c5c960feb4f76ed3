"""The Slack manifest: as it is generated, as Slack's schema takes it, and as the code needs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema_rs import Draft7Validator

from bot.domain.people import Language
from cards.actions import SHORTCUT_MAKE_IMPROVEMENT, SHORTCUT_NEW_IDEA, SLASH_COMMAND
from handlers.slack.events import EVENTS
from handlers.slack.scopes import BOT_EVENTS, BOT_SCOPES
from manifest.slack_manifest import PATH, slack_manifest, to_yaml

SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "slack-manifest-2.0.0.json"
# docs.slack.dev/reference/events: the scope that each event needs.
NEEDS = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "tokens_revoked": set(),
    "message.im": {"im:history"},
    "member_joined_channel": {"channels:read", "groups:read"},
    "member_left_channel": {"channels:read", "groups:read"},
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_left": {"channels:read"},
    "group_archive": {"groups:read"},
    "group_deleted": {"groups:read"},
    "group_left": {"groups:read"},
    "user_change": {"users:read"},
}
# docs.slack.dev/reference/methods: chat.*, conversations.open, users.info; and the command and shortcuts.
METHODS = {"chat:write", "im:write", "users:read", "commands"}
# What an address of a file wants (docs.slack.dev/reference/objects/file-object): a photo sent with an idea.
FILES = {"files:read"}


def test_the_file_is_what_is_generated() -> None:
    assert PATH.read_text("utf-8") == to_yaml()
    assert yaml.safe_load(to_yaml()) == slack_manifest()


@pytest.mark.skipif(not SCHEMA.is_file(), reason="Slack's schema is not beside the project")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("socket_mode", [False, True])
def test_slacks_schema_takes_it(language: Language, socket_mode: bool) -> None:
    manifest = slack_manifest("https://femma.example.com/slack/events", socket_mode, language)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(manifest)] == []


@pytest.mark.parametrize("language", Language)
def test_lengths_that_slack_allows(language: Language) -> None:
    manifest = slack_manifest(language=language)
    about = manifest["display_information"]
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
    assert all(len(shortcut["name"]) <= 24 for shortcut in manifest["features"]["shortcuts"])


def test_no_scope_is_missing_and_none_is_too_much() -> None:
    assert set(NEEDS) == set(BOT_EVENTS)
    assert set().union(*NEEDS.values()) | METHODS | FILES == set(BOT_SCOPES)
    scopes = slack_manifest()["oauth_config"]["scopes"]
    assert set(scopes) == {"bot"}
    assert set(scopes["bot"]) == set(BOT_SCOPES)
    assert not {"channels:history", "groups:history", "mpim:history"} & set(BOT_SCOPES)


def test_every_event_asked_for_is_read() -> None:
    read = set(EVENTS)
    assert {event.partition(".")[0] for event in BOT_EVENTS} == read


def test_what_people_can_start() -> None:
    features = slack_manifest()["features"]
    (command,) = features["slash_commands"]
    assert command["command"] == SLASH_COMMAND
    assert command["usage_hint"]
    assert {(each["type"], each["callback_id"]) for each in features["shortcuts"]} == {
        ("global", SHORTCUT_NEW_IDEA),
        ("message", SHORTCUT_MAKE_IMPROVEMENT),
    }
    home = features["app_home"]
    assert (home["home_tab_enabled"], home["messages_tab_enabled"]) == (True, True)
    assert home["messages_tab_read_only_enabled"] is False


def test_one_address_everywhere_or_none_at_all() -> None:
    url = "https://femma.example.org/slack/events"
    settings = slack_manifest(url)["settings"]
    assert settings["event_subscriptions"]["request_url"] == settings["interactivity"]["request_url"] == url
    assert slack_manifest(url)["features"]["slash_commands"][0]["url"] == url
    through_a_socket = slack_manifest(url, socket_mode=True)
    assert url not in json.dumps(through_a_socket)
    assert through_a_socket["settings"]["socket_mode_enabled"] is True
