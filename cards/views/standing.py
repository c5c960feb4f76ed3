"""Where an idea stands, in sentences that anybody may read, and what its try is about, as facts.

What only the author or only the manager is told lives with their cards.
"""

from __future__ import annotations

from datetime import date
from typing import assert_never

from bot.domain.attempts import Attempt
from bot.domain.ideas import UNDER_WAY, Idea, Level, Stage
from bot.domain.notices import IdeaNames
from bot.domain.strength import Rung
from cards.escape import shorten
from cards.model import Facts, Paragraph, Part, Quote, Tone
from cards.strength import rung_name, strength_name
from cards.texts import Texts
from cards.views.pieces import QUOTE, phrase, stage_word, who, who_first, with_day
from cards.wastes import waste_name

# Colleagues' words shown on a card, the last ones; the others are counted.
_VOICES = 3


def standing(t: Texts, idea: Idea, names: IdeaNames) -> str:
    """Where it stands, with its day and with whom it lies."""
    manager = who_first(t, names.manager)
    match idea.stage:
        case Stage.SUBMITTED if idea.holder is not None:
            return _passed_on(t, idea, names)
        case Stage.SUBMITTED:
            return with_day(t, "stands-submitted", idea.answer_by, manager=manager)
        case Stage.ACKNOWLEDGED:
            by = who_first(t, names.replied_by or names.manager)
            return with_day(t, "stands-acknowledged", idea.answer_by, manager=by)
        case Stage.EXPLORING if idea.outside.strip():
            outside = t.say("stands-outside", outside=phrase(idea.outside), manager=manager)
            return _and(t, outside, "next-answer", idea.answer_by)
        case Stage.EXPLORING:
            looks = t.say("stands-exploring", manager=manager)
            return _and(t, looks, "next-answer", idea.answer_by)
        case Stage.TRYING:
            return _trying(t, idea, names)
        case Stage.RESTING:
            return _and(t, t.say("stands-resting"), "next-back", idea.answer_by)
        case Stage.MERGED:
            return (
                t.say("stands-merged", number=str(names.into))
                if names.into
                else t.say("stands-merged-somewhere")
            )
        case Stage.DONE | Stage.CHECKING:
            return _and(t, t.say(f"stands-{idea.stage.value}"), "next-look", idea.answer_by)
        case Stage.STANDARD | Stage.LEARNT | Stage.NOT_NOW | Stage.WITHDRAWN:
            return t.say(f"stands-{idea.stage.value}")
        case _:
            assert_never(idea.stage)


def _passed_on(t: Texts, idea: Idea, names: IdeaNames) -> str:
    level = t.say(f"stands-level-{idea.level.value}") if idea.level in _ABOVE else ""
    gaps = {"manager": who(t, names.manager)}
    said = t.say("stands-passed-level", level=level, **gaps) if level else t.say("stands-passed", **gaps)
    return _and(t, said, "next-answer", idea.answer_by)


_ABOVE = frozenset({Level.UNIT, Level.DEPARTMENT, Level.TOP})


def _trying(t: Texts, idea: Idea, names: IdeaNames) -> str:
    attempt = idea.attempt
    if attempt is None:
        return _and(t, t.say("stands-trying"), "next-look", idea.answer_by)
    key = "stands-trying-own" if attempt.own else "stands-trying-until"
    tried = t.say(key, day=t.day(attempt.until), who=who_first(t, names.tried_by))
    return _and(t, tried, "next-look", idea.answer_by)


def _and(t: Texts, sentence: str, key: str, day: date | None) -> str:
    """Two whole sentences; without a day only the first."""
    return f"{sentence} {t.say(key, day=t.day(day))}" if day else sentence


def instead_of(t: Texts, idea: Idea, names: IdeaNames) -> Part | None:
    """The deputy answers while somebody is away."""
    away = names.instead_of.strip()
    if not away or not idea.is_open or idea.stage in UNDER_WAY:
        return None
    return Paragraph(t.say("stands-instead", away=phrase(away)), Tone.QUIET)


def status_rows(t: Texts, idea: Idea, names: IdeaNames) -> list[tuple[str, str]]:
    """The stage and the team."""
    team = [(t.say("label-team"), names.team)] if names.team.strip() else []
    return [(t.say("label-stage"), _stage(t, idea, names)), *team]


def waste_rows(t: Texts, idea: Idea) -> list[tuple[str, str]]:
    """What its author has confirmed that it tells of."""
    return [(t.say("label-about"), waste_name(idea.waste, t.language))] if idea.waste else []


def _stage(t: Texts, idea: Idea, names: IdeaNames) -> str:
    """In a word, with whom or until when where that belongs to it."""
    if idea.outside.strip() and idea.is_undecided:
        return t.say("stage-passed-on", who=phrase(idea.outside))
    if idea.stage is Stage.SUBMITTED and idea.holder is not None:
        return t.say("stage-passed-on", who=who(t, names.manager))
    if idea.stage is Stage.RESTING and idea.answer_by is not None:
        return t.say("stage-resting-until", day=t.day(idea.answer_by))
    return stage_word(t, idea.stage)


def attempt_facts(t: Texts, attempt: Attempt | None, tried_by: str, stage: Stage) -> tuple[Part, ...]:
    """What is tried, how it will be seen, and the figures before and after.

    While it is tried, the sentence above has said by whom and until when.
    """
    if attempt is None:
        return ()
    doing = who_first(t, tried_by) if stage in {Stage.DONE, Stage.CHECKING} else ""
    rows = (
        ("label-trial", attempt.what),
        ("label-doing", doing),
        ("label-sign", attempt.sign),
        ("label-figure", attempt.figure),
        ("label-figure-after", attempt.figure_after),
        ("label-hindrance", attempt.hindrance if stage is Stage.TRYING else ""),
        ("label-learnt", attempt.learnt),
    )
    return facts(t, *rows)


def strength_fact(t: Texts, attempt: Attempt | None) -> tuple[Part, ...]:
    """How strong what is tried sounds, in words: for whoever chose it."""
    if attempt is None or attempt.rung is None:
        return ()
    rung = Rung(attempt.rung)
    strength = strength_name(rung.strength, t.language)
    said = t.say("strength-fact", strength=strength, rung=rung_name(rung, t.language))
    return facts(t, ("label-strength", said))


def facts(t: Texts, *rows: tuple[str, str]) -> tuple[Part, ...]:
    """The rows that say something, their labels by key; nothing when none does."""
    there = tuple((t.say(key), value) for key, value in rows if value.strip())
    return (Facts(there),) if there else ()


def voices(t: Texts, idea: Idea) -> tuple[Part, ...]:
    """How many see it too, and what colleagues know, in their words."""
    parts: list[Part] = []
    if idea.seen:
        parts.append(Paragraph(t.say("seen-too", count=idea.seen)))
    shown = idea.voices[-_VOICES:]
    if shown:
        parts.append(Paragraph(t.say("voices", count=len(shown)), Tone.QUIET))
        parts.extend(Quote(shorten(voice.words, QUOTE)) for voice in shown)
    if len(idea.voices) > len(shown):
        parts.append(Paragraph(t.say("list-more", count=len(idea.voices) - len(shown)), Tone.QUIET))
    return tuple(parts)


def additions(t: Texts, idea: Idea, key: str) -> tuple[Part, ...]:
    """What the author added since."""
    if not idea.additions:
        return ()
    return Paragraph(t.say(key), Tone.QUIET), Quote("\n\n".join(idea.additions))
