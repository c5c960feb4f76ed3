"""What a manager answered and asked, as it stands on the cards of an idea."""

from __future__ import annotations

from datetime import date

from bot.domain.ideas import UNDECIDED, Idea, Move, Reply
from bot.domain.notices import IdeaNames
from bot.domain.promises import local_day
from cards.model import Facts, Paragraph, Part, Quote, Tone
from cards.texts import Texts
from cards.views.pieces import who_first, with_day
from cards.views.standing import facts

# Questions and answers shown on a card; a fact row each, and a card has ten.
_EXCHANGES = 4


def exchanges(t: Texts, idea: Idea) -> tuple[Part, ...]:
    """The last questions that were answered."""
    answered = [exchange for exchange in idea.exchanges if exchange.answered_at is not None]
    rows: list[tuple[str, str]] = []
    for exchange in answered[-_EXCHANGES:]:
        rows += [(t.say("label-question"), exchange.question), (t.say("label-answer"), exchange.answer)]
    return (Facts(tuple(rows)),) if rows else ()


def reply(t: Texts, idea: Idea, names: IdeaNames) -> tuple[Part, ...]:
    """Who answered, when on the clock of the team, and what."""
    last = idea.reply
    if last is None:
        return ()
    day = t.day(local_day(last.at, names.zone))
    by = who_first(t, names.replied_by)
    head = Paragraph(t.say("replied", by=by, day=day, clock=t.clock(last.at, names.zone)), Tone.STRONG)
    words = Quote(last.words or usual_words(t, last.move, _promised(idea)))
    return head, words, *_reason(t, last)


def _reason(t: Texts, last: Reply) -> tuple[Part, ...]:
    reason = t.say(f"reason-{last.reason.value}") if last.reason else ""
    return facts(t, ("label-reason", reason), ("label-would-be-yes", last.would_be_yes))


def _promised(idea: Idea) -> date | None:
    """The day that was promised when it had been read; the next date of a later stage is another one."""
    if idea.decision is not None:
        return idea.decision.by
    return idea.answer_by if idea.stage in UNDECIDED else None


def usual_words(t: Texts, move: Move, day: date | None) -> str:
    """What a manager says with one press and no words of their own."""
    if move in {Move.READ, Move.NOT_NOW}:
        return with_day(t, "usual-acknowledge", day)
    return t.say(f"usual-{move.value}")
