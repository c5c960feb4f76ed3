"""Which questions of a talk may be worded better, and the card that carries one. Never inside a transaction.

Off unless an administrator of the tenant has switched it on. Nothing is stored: a question is remembered for
some minutes, so that a letter that is sent again asks nobody again and says the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from bot.domain.letters import Letter
from bot.domain.notices import WhyAnswered, WhyQuestion
from bot.domain.ports import Clock, Plea, Wording
from bot.domain.tree import PROBLEM, WhyTree
from bot.domain.whys import Step, WhyTalk
from bot.domain.work import StorageAway, Store, Work
from cards.model import Card
from cards.views.worded import open_question, with_question
from handlers.cache import TimedCache

# Where the wording matters. What is read back, confirmed or pressed stays as it is.
STEPS = frozenset({Step.WHY, Step.MORE, Step.TRY})
_REMEMBERED_SECONDS, _REMEMBERED = 1800.0, 2000

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Place:
    """One question of one talk, the same when it is asked again."""

    tenant: str
    language: str
    tree: WhyTree
    step: Step
    at: int


@dataclass(frozen=True, slots=True)
class _Worded:
    """The catalogue's question and the one instead; `new` is empty when there is none."""

    old: str
    new: str


class Rewording:
    """Between a card and the chat, for tenants that want it."""

    def __init__(self, wording: Wording, store: Store, clock: Clock) -> None:
        """`store` is read before each question: who has switched it off is off at once."""
        self._wording = wording
        self._store = store
        self._remembered: TimedCache[_Place, _Worded] = TimedCache(clock, _REMEMBERED_SECONDS, _REMEMBERED)

    def concerns(self, letter: Letter) -> bool:
        """May this letter have to wait for a better question?"""
        return isinstance(letter.notice, WhyQuestion) and _may_change(letter.notice.state)

    async def card(self, letter: Letter, card: Card) -> Card:
        """The card as it goes out. Raises nothing: the card itself when there is no better question."""
        notice = letter.notice
        try:
            match notice:
                case WhyQuestion() if _may_change(notice.state):
                    return await self._asked(letter, notice, card)
                case WhyAnswered() if _may_change(notice.state):
                    worded = self._remembered.get(_place(letter, notice.state))
                    return card if worded is None else with_question(card, worded.old, worded.new)
                case _:
                    return card
        except StorageAway as away:
            log.warning("wording.storage_away", reason=str(away))
        except Exception:
            # Only an embellishment: a bug here must not cost a letter. The log has no words of it.
            log.exception("wording.broken", notice=type(notice).__name__)
        return card

    async def _asked(self, letter: Letter, notice: WhyQuestion, card: Card) -> Card:
        old = open_question(card)
        names = await self._allowed(letter, notice) if old else None
        if names is None:
            return card
        place = _place(letter, notice.state)
        worded = self._remembered.get(place)
        if worded is None or worded.old != old:
            state = notice.state
            plea = Plea(letter.language, state.step.value, old, state.tree.problem, about(state), names)
            worded = _Worded(old, await self._wording.better(plea) or "")
            self._remembered.put(place, worded)
        return with_question(card, worded.old, worded.new)

    async def _allowed(self, letter: Letter, notice: WhyQuestion) -> tuple[str, ...] | None:
        """The names around the talk, or None when the tenant has no model switched on."""

        async def job(work: Work) -> tuple[str, ...] | None:
            if not (await work.tenant(letter.tenant)).model:
                return None
            return (notice.manager, notice.by, *await _names(work, letter, notice))

        return await self._store.run(letter.tenant, job)


async def _names(work: Work, letter: Letter, notice: WhyQuestion) -> list[str]:
    """Of whoever takes part in the talk, and of whoever leads the teams around them."""
    talk = await work.talk(letter.tenant, notice.talk)
    idea = await work.idea(letter.tenant, talk.idea) if talk is not None and talk.idea else None
    around = {letter.person, letter.to.person}
    if talk is not None:
        around.update({talk.person, talk.offered_to or ""})
    if idea is not None:
        around.update({idea.author, idea.holder or ""})
        team = await work.team(letter.tenant, idea.team)
        if team is not None:
            around.update({team.manager or "", team.deputy or "", *(one or "" for one in team.above)})
    known = await work.people(letter.tenant, sorted(around - {""}))
    mates = [mate.name for mate in talk.mates] if talk is not None else []
    return [*mates, *(person.name for person in known.values())]


def _may_change(talk: WhyTalk) -> bool:
    """Words that wait for one more question may belong elsewhere: they go nowhere, the question is ours."""
    return talk.step in STEPS and not talk.held


def about(talk: WhyTalk) -> str:
    """The answer that the question builds on, in the person's words; empty where it is the problem itself."""
    number = talk.root if talk.step is Step.TRY else talk.under
    return "" if number == PROBLEM else talk.tree.text_of(number)


def _place(letter: Letter, talk: WhyTalk) -> _Place:
    return _Place(letter.tenant, letter.language.value, talk.tree, talk.step, talk.at)
