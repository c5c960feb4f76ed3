"""Activities that Teams really sent, recorded by others, signed anew with our own keys: all are taken in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handlers.incoming import Said
from tests.teams.conftest import Desk, DeskMaker

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "payloads"


def recorded() -> Iterator[Any]:
    """Every activity in the recordings, by file and name."""
    for path in sorted(FOLDER.glob("*teams*.json")):
        for name, entry in json.loads(path.read_text("utf-8")).items():
            if isinstance(entry, dict) and "type" in entry:
                yield pytest.param(entry, id=f"{path.stem} {name}")


RECORDED = list(recorded())


def test_recordings_are_at_hand() -> None:
    if not FOLDER.exists():
        pytest.skip("the recorded payloads are not at hand (../shared/payloads)")
    assert len(RECORDED) >= 12


async def served(activity: dict[str, Any], make_desk: DeskMaker) -> Desk:
    """A desk in the tenant that the recording comes from, and the activity sent to it."""
    tenant = activity["conversation"]["tenantId"]
    desk: Desk = await make_desk(allowed_tenants=(tenant,))
    status, _ = await desk.send(activity | {"serviceUrl": desk.fake.service_url})
    assert status == 200
    return desk


@pytest.mark.parametrize("activity", RECORDED)
async def test_a_recorded_activity_is_taken_in(activity: dict[str, Any], make_desk: DeskMaker) -> None:
    desk = await served(activity, make_desk)
    bot = activity["recipient"]["id"]
    mentioned = any(entity.get("mentioned", {}).get("id") == bot for entity in activity.get("entities", []))
    personal = activity["conversation"].get("conversationType") == "personal"
    meant = activity["type"] == "message" and "value" not in activity and (mentioned or personal)
    assert len(desk.ear.heard) == meant


@pytest.mark.parametrize("activity", [entry for entry in RECORDED if "mention" in str(entry.id).lower()])
async def test_a_recorded_mention_is_read(activity: dict[str, Any], make_desk: DeskMaker) -> None:
    (said,) = (await served(activity, make_desk)).ear.heard
    assert isinstance(said, Said)
    assert said.text in {"Hey", "Test", "AI What is love?"}
    assert said.channel is not None
    assert said.channel.conversation.startswith("19:")
    assert f"{said.channel.conversation};messageid={said.channel.thread}" == activity["conversation"]["id"]
