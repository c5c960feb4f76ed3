"""What is answered at once, in Slack's ways: a dialog, errors in a form, a line that one person sees.

Everything here happens after the thing was stored. So a failure is logged and never sent back: Slack would
repeat what has been done already.
"""

from __future__ import annotations

import asyncio
from typing import Final, assert_never

import structlog
from slack_bolt import BoltResponse

from bot.domain.people import Address
from bot.domain.ports import NotDelivered
from cards.block_kit import to_modal
from cards.escape import clean, mrkdwn
from cards.limits import DoesNotFit
from handlers.incoming import (
    Answer,
    FormErrors,
    Incoming,
    Nothing,
    Pressed,
    PrivateLine,
    Said,
    SentForm,
    ShowForm,
)
from handlers.slack.origin import user_of
from handlers.slack.outbound import SlackChat

# The request itself must be answered within 3 s, and hearing has had its share.
SHOW_SECONDS: Final = 1.5


class Showing:
    """Shows an Answer and gives the body of the HTTP response."""

    def __init__(self, chat: SlackChat) -> None:
        """`chat` speaks for the same workspace."""
        self._chat = chat
        self._log = structlog.get_logger("femma.slack")

    async def show(self, answer: Answer, heard: Incoming, trigger_id: str) -> BoltResponse:
        """Never raises for what Slack does. `trigger_id` is empty for events, which cannot open a dialog."""
        match answer:
            case Nothing():
                return _taken()
            case ShowForm():
                return await self._form(answer, heard, trigger_id)
            case FormErrors():
                return await self._errors(answer, heard, trigger_id)
            case PrivateLine(text):
                return await self._line(text, heard)
            case _:
                assert_never(answer)

    async def _form(self, answer: ShowForm, heard: Incoming, trigger_id: str) -> BoltResponse:
        if isinstance(heard, SentForm):
            try:
                view = to_modal(answer.form)
            except DoesNotFit:
                self._log.error("slack_not_shown", what="form", reason="does_not_fit")
                return _taken()
            return BoltResponse(status=200, body={"response_action": "update", "view": view})
        if not trigger_id:
            self._log.error("slack_not_shown", what="form", reason="no_trigger")
            return _taken()
        try:
            async with asyncio.timeout(SHOW_SECONDS):
                await self._chat.open_form(trigger_id, answer.form)
        except (NotDelivered, TimeoutError) as problem:
            self._not_shown("form", problem)
        return _taken()

    async def _errors(self, answer: FormErrors, heard: Incoming, trigger_id: str) -> BoltResponse:
        """The dialog stays open. An error for an input that it does not have stands at the first one."""
        names = [entry.name for entry in answer.form.inputs]
        if not isinstance(heard, SentForm) or not names:
            return await self._form(ShowForm(answer.form), heard, trigger_id)
        errors: dict[str, str] = {}
        for field, sentence in answer.errors.items():
            place = field if field in names else names[0]
            errors[place] = f"{errors[place]} {sentence}" if place in errors else sentence
        return BoltResponse(status=200, body={"response_action": "errors", "errors": errors})

    async def _line(self, line: str, heard: Incoming) -> BoltResponse:
        if isinstance(heard, Said) and heard.command:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": mrkdwn(clean(line))})
        try:
            async with asyncio.timeout(SHOW_SECONDS):
                await self._chat.whisper(_place(heard), user_of(heard.envelope.actor.person), line)
        except (NotDelivered, TimeoutError) as problem:
            self._not_shown("line", problem)
        return _taken()

    def _not_shown(self, what: str, problem: NotDelivered | TimeoutError) -> None:
        reason = problem.reason if isinstance(problem, NotDelivered) else "timeout"
        self._log.warning("slack_not_shown", what=what, reason=reason)


def _place(heard: Incoming) -> Address:
    """Where the person is looking; else the direct chat."""
    if isinstance(heard, Pressed):
        return heard.where
    if isinstance(heard, Said) and heard.channel is not None:
        return heard.channel
    return heard.envelope.home


def _taken() -> BoltResponse:
    return BoltResponse(status=200, body="")
