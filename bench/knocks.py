"""What Slack sends while we measure: answers to the open question, and the manager's "thanks, read"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from bench.load import Knock
from bench.town import Neighbour
from cards import actions
from cards.actions import Ref
from tests.fakes.slack_signer import Signed, SlackSigner, direct_message, event, press

_WORDS = "Svar {}: ingen har sagt vem som får ändra i listan, så den som kommer först gör en egen i stället"


def why_answers(town: Sequence[Neighbour], rounds: int) -> list[Knock]:
    """Everybody answers once, then everybody again: the next question is posted to their chat."""
    signer = SlackSigner(datetime.now(UTC))
    return [
        _knock(one.chat, signer.event(_said(one, _WORDS.format(number))))
        for number in range(rounds)
        for one in town
    ]


def acknowledgements(town: Sequence[Neighbour]) -> list[Knock]:
    """Every manager answers: the author is told, and the cards of both are brought up to date."""
    signer = SlackSigner(datetime.now(UTC))
    return [_knock(one.chat, signer.interaction(_pressed(one))) for one in town]


def visits(town: Sequence[Neighbour]) -> list[Knock]:
    """Every manager opens Femma's page, so that their names are known before we measure."""
    signer = SlackSigner(datetime.now(UTC))
    return [_knock(one.manager, signer.event(_opened(one))) for one in town]


def _knock(chat: str, signed: Signed) -> Knock:
    return Knock(chat, signed.body, signed.headers)


def _said(one: Neighbour, words: str) -> dict[str, Any]:
    return direct_message(words, user=one.user, event_id=f"Ev{token_hex(8)}", channel=one.chat)


def _opened(one: Neighbour) -> dict[str, Any]:
    where = {"user": one.manager, "channel": one.manager_chat, "tab": "home"}
    return event("app_home_opened", f"Ev{token_hex(8)}", event_ts="1700000000.000100", **where)


def _pressed(one: Neighbour) -> dict[str, Any]:
    button = (f"{actions.IDEA_ACKNOWLEDGE}:0", Ref("idea", one.idea, 1).encode(), one.manager_chat)
    return press(*button, user=one.manager, trigger=f"trigger.{token_hex(8)}")
