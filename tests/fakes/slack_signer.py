"""Requests as Slack makes them, signed for real. Everything that they hold is invented."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from tests.fakes.slack import BOT_USER, TEAM

Payload = dict[str, Any]
SECRET = "test-signing-secret-0123456789abcd"
JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Signed:
    """A body with its headers, ready to be posted."""

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class SlackSigner:
    """Signs with one secret, at one time unless another is given."""

    now: datetime
    secret: str = SECRET

    def raw(self, body: bytes, content_type: str = JSON_TYPE, at: datetime | None = None) -> Signed:
        """Any bytes at all."""
        return self.stamped(body, str(int((at or self.now).timestamp())), content_type)

    def stamped(self, body: bytes, stamp: str, content_type: str = JSON_TYPE) -> Signed:
        """Any bytes with any time stamp, signed over both."""
        signed = b"v0:" + stamp.encode("utf-8", "surrogateescape") + b":" + body
        digest = hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest()
        return Signed(
            body,
            {
                "Content-Type": content_type,
                "X-Slack-Request-Timestamp": stamp,
                "X-Slack-Signature": f"v0={digest}",
            },
        )

    def event(self, payload: Payload, retry: int = 0) -> Signed:
        """A delivery of the Events API; `retry` counts Slack's repeats of it."""
        signed = self.raw(json.dumps(payload).encode())
        if retry:
            signed.headers.update({"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"})
        return signed

    def interaction(self, payload: Payload) -> Signed:
        """A button, a form or a shortcut."""
        return self.raw(urlencode({"payload": json.dumps(payload)}).encode(), FORM_TYPE)

    def command(self, fields: dict[str, str]) -> Signed:
        """A slash command."""
        return self.raw(urlencode(fields).encode(), FORM_TYPE)


def at(year: int = 2026, month: int = 11, day: int = 23, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def event(kind: str, event_id: str = "Ev1", team: str = TEAM, **fields: Any) -> Payload:
    """The envelope of the Events API around one event."""
    return {
        "type": "event_callback", "team_id": team, "api_app_id": "A0FEMMA", "event_id": event_id,
        "event_time": 1700000000, "is_ext_shared_channel": False,
        "authorizations": [{"enterprise_id": None, "team_id": team, "user_id": BOT_USER, "is_bot": True}],
        "event": {"type": kind, **fields},
    }  # fmt: skip


def direct_message(words: str, user: str = "U1", event_id: str = "Ev1", **fields: Any) -> Payload:
    """Something written to Femma alone."""
    stamp = {"ts": "1700000000.000100", "event_ts": "1700000000.000100"}
    said = {"user": user, "text": words, "channel": "D1", "channel_type": "im", "team": TEAM}
    return event("message", event_id, **{**said, **stamp, **fields})


def mention(words: str, user: str = "U1", channel: str = "C0TEAM", **fields: Any) -> Payload:
    """Femma named in a channel."""
    return event(
        "app_mention", user=user, text=words, channel=channel, ts="1700000000.000200", team=TEAM, **fields
    )


def command(
    words: str, channel: str = "C0TEAM", name: str = "/femma", trigger: str = "trigger.1"
) -> dict[str, str]:
    """The fields of a slash command."""
    return {
        "token": "old", "team_id": TEAM, "team_domain": "example", "channel_id": channel,
        "channel_name": "hemtjansten-norr", "user_id": "U1", "user_name": "maja", "command": name,
        "text": words, "api_app_id": "A0FEMMA", "is_enterprise_install": "false", "trigger_id": trigger,
        "response_url": "https://hooks.example.com/commands/1",
    }  # fmt: skip


def interaction(kind: str, trigger: str = "trigger.1", user: str = "U1", **fields: Any) -> Payload:
    """The envelope of interactivity."""
    return {
        "type": kind, "team": {"id": TEAM, "domain": "example"}, "api_app_id": "A0FEMMA", "token": "old",
        "user": {"id": user, "username": "maja", "team_id": TEAM}, "trigger_id": trigger, "enterprise": None,
        "is_enterprise_install": False, **fields,
    }  # fmt: skip


def press(action_id: str, value: str, channel: str = "C0TEAM", **fields: Any) -> Payload:
    """A button on a message."""
    container = {"type": "message", "message_ts": "1700000000.000300", "channel_id": channel}
    action = {"type": "button", "action_id": action_id, "value": value, "action_ts": "1700000001.000100"}
    where = {"container": container, "channel": {"id": channel, "name": "x"}, "actions": [action]}
    return interaction("block_actions", **{**where, **fields})


def submission(form: str, value: str, values: Payload, **fields: Any) -> Payload:
    """A sent form. `values` are the elements by input name."""
    view = {
        "type": "modal", "id": "V1", "callback_id": form, "private_metadata": value,
        "state": {"values": {name: {name: element} for name, element in values.items()}},
    }  # fmt: skip
    return interaction("view_submission", view=view, **fields)
