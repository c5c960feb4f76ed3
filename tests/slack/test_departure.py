"""An account that is closed in the workspace."""

from __future__ import annotations

from typing import Any

from handlers.incoming import Departed
from handlers.slack.inbound import read
from handlers.slack.origin import Seen
from tests.fakes.slack_signer import at


def changed(**user: Any) -> dict[str, Any]:
    """`user_change` as Slack sends it (docs.slack.dev/reference/events/user_change)."""
    return {
        "type": "event_callback",
        "event_id": "Ev0LEFT",
        "event_time": 1700000000,
        "team_id": "T0FEMMA01",
        "event": {"type": "user_change", "user": {"id": "U0KARIM01", **user}, "event_ts": "1700000000.1"},
    }


def test_a_closed_account_departs() -> None:
    seen = Seen("d", at())
    incoming = read(changed(deleted=True), seen)
    assert isinstance(incoming, Departed)
    assert incoming.envelope.actor.person == "slack:T0FEMMA01:U0KARIM01"


def test_every_other_change_of_a_profile_is_no_business_of_ours() -> None:
    assert read(changed(deleted=False, name="karim"), Seen("d", at())) is None
    assert read(changed(), Seen("d", at())) is None
