"""The Slack app, as Slack's "create from a manifest" takes it, made from the same constants as the code.

`python -m manifest.slack_manifest` writes manifest/slack.yaml again. The schema is slackapi/manifest-schema.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from bot.domain.people import Language
from cards.actions import SHORTCUT_MAKE_IMPROVEMENT, SHORTCUT_NEW_IDEA, SLASH_COMMAND
from cards.texts import Texts, texts_for
from handlers.slack.scopes import BOT_EVENTS, BOT_SCOPES

NAME: Final = "Femma"
REQUEST_URL: Final = "https://femma.example.com/slack/events"
PATH: Final = Path(__file__).with_name("slack.yaml")


def slack_manifest(
    request_url: str = REQUEST_URL, socket_mode: bool = False, language: Language = Language.SV
) -> dict[str, Any]:
    """The manifest. With `socket_mode` Slack calls no address, so none is in it.

    Slack keeps one text per app: `language` is that of the workspace.
    """
    texts = texts_for(language)
    url = {} if socket_mode else {"request_url": request_url}
    return {
        "display_information": {
            "name": NAME,
            "description": texts.say("slack-description"),
            "long_description": texts.say("slack-long-description"),
        },
        "features": _features(texts, {} if socket_mode else {"url": request_url}),
        "oauth_config": {"scopes": {"bot": sorted(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**url, "bot_events": sorted(BOT_EVENTS)},
            "interactivity": {"is_enabled": True, **url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": False,
        },
    }


def _features(texts: Texts, url: dict[str, str]) -> dict[str, Any]:
    command = {
        "command": SLASH_COMMAND,
        **url,
        "description": texts.say("slack-command-description"),
        "usage_hint": texts.say("slack-command-hint"),
        "should_escape": False,
    }
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": NAME, "always_online": True},
        "shortcuts": [
            _shortcut(texts, "slack-shortcut-new", "global", SHORTCUT_NEW_IDEA),
            _shortcut(texts, "slack-shortcut-message", "message", SHORTCUT_MAKE_IMPROVEMENT),
        ],
        "slash_commands": [command],
    }


def _shortcut(texts: Texts, key: str, kind: str, callback_id: str) -> dict[str, str]:
    return {
        "name": texts.say(key),
        "type": kind,
        "callback_id": callback_id,
        "description": texts.say(f"{key}-description"),
    }


def to_yaml(manifest: dict[str, Any] | None = None) -> str:
    """A manifest (the default one when none is given) as the text to paste into Slack."""
    text: str = yaml.safe_dump(
        slack_manifest() if manifest is None else manifest, allow_unicode=True, sort_keys=False, width=10_000
    )
    return text


if __name__ == "__main__":
    PATH.write_text(to_yaml(), encoding="utf-8")
