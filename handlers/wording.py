"""Asking a model for a better-worded question: within two seconds, checked, left alone when it is no help.

Whatever goes wrong here is None to whoever asked: the question of the catalogue is always there.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from time import monotonic
from typing import Protocol

import structlog

from bot.domain.ports import Plea
from cards.model_rules import Prompt, prompt
from cards.rules_of_questions import kept
from handlers.model_client import NoAnswer

# Seconds for the answer, connecting included: with the reading and checking around it less than two.
PATIENCE = 1.8
# So many questions in a row that were not to be used, and the model is left alone for so many seconds.
FAILURES, REST = 5, 60.0
# Questions under way at once: letters that find no room go out as they are.
AT_ONCE = 4

log = structlog.get_logger(__name__)


class Outcome(StrEnum):
    """What became of asking. LEFT_ALONE: not asked, because it rests or has no room."""

    USED = "used"
    LATE = "late"
    BROKEN = "broken"
    REFUSED = "refused"
    LEFT_ALONE = "left-alone"


class Model(Protocol):
    """What `handlers.model_client.ModelClient` does."""

    async def complete(self, prompt: Prompt, seconds: float) -> str:
        """What the model says. Raises NoAnswer, and TimeoutError after `seconds`."""
        ...


class ModelWording:
    """`bot.domain.ports.Wording` with a language model. `outcomes` counts since the start, without words."""

    def __init__(
        self, model: Model, patience: float = PATIENCE, clock: Callable[[], float] = monotonic
    ) -> None:
        """`clock` gives seconds that only grow."""
        self._model = model
        self._patience = patience
        self._clock = clock
        self._failures = 0
        self._rests_until = float("-inf")
        self._under_way = 0
        self.outcomes: Counter[str] = Counter({outcome.value: 0 for outcome in Outcome})

    async def better(self, plea: Plea) -> str | None:
        """See Wording. Raises nothing."""
        if self._under_way >= AT_ONCE or self._clock() < self._rests_until:
            self.outcomes[Outcome.LEFT_ALONE.value] += 1
            return None
        self._under_way += 1
        try:
            question, outcome = await self._ask(plea)
        finally:
            self._under_way -= 1
        self._note(outcome)
        return question

    async def _ask(self, plea: Plea) -> tuple[str | None, Outcome]:
        try:
            async with asyncio.timeout(self._patience):
                answer = await self._model.complete(prompt(plea), self._patience)
        except TimeoutError:
            return None, Outcome.LATE
        except NoAnswer as nothing:
            log.info("model.no_answer", reason=str(nothing))
            return None, Outcome.BROKEN
        question = kept(answer, plea)
        return question, Outcome.REFUSED if question is None else Outcome.USED

    def _note(self, outcome: Outcome) -> None:
        """Also refused answers are failures: what nobody gets to read need not be sent out of the house."""
        self.outcomes[outcome.value] += 1
        self._failures = 0 if outcome is Outcome.USED else self._failures + 1
        if self._failures >= FAILURES:
            self._rests_until = self._clock() + REST
            log.warning("model.rests", seconds=REST, failures=self._failures)
