"""The author's card and the manager's. Each is redrawn whenever the idea changes.

Where an idea stands is worded in `standing`, what was answered in `replies`; here is who sees what of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.ideas import UNDECIDED, UNDER_WAY, Idea, Stage
from bot.domain.notices import AuthorCard, IdeaNames, ManagerCard
from cards.model import Card, Facts, Paragraph, Part, Quote, Tone
from cards.texts import Texts
from cards.views.chains import outcome
from cards.views.given import given
from cards.views.idea_buttons import author_buttons, manager_buttons
from cards.views.photos import photos
from cards.views.pieces import card, idea_title, who, who_first
from cards.views.replies import exchanges, reply
from cards.views.standing import (
    additions,
    attempt_facts,
    instead_of,
    standing,
    status_rows,
    strength_fact,
    voices,
    waste_rows,
)


def author_card(t: Texts, notice: AuthorCard) -> Card:
    """What was filed, where it stands, who answers and by which day."""
    idea, names = notice.idea, notice.names
    return card(
        t,
        idea_title(t, idea),
        Paragraph(_author_stands(t, idea, names)),
        instead_of(t, idea, names),
        Quote(idea.text),
        Paragraph(t.say("text-cut"), Tone.QUIET) if notice.cut else None,
        *additions(t, idea, "author-additions"),
        *photos(t, idea),
        Facts((*status_rows(t, idea, names), *waste_rows(t, idea))),
        *attempt_facts(t, idea.attempt, names.tried_by, idea.stage),
        *given(t, idea),
        *voices(t, idea),
        _hidden(t, idea, names),
        *(outcome(t, idea.whys) if idea.whys else ()),
        *reply(t, idea, names),
        *exchanges(t, idea),
        *_waiting_question(t, idea, names),
        author_buttons(t, idea, names.into),
    )


def _author_stands(t: Texts, idea: Idea, names: IdeaNames) -> str:
    """As everybody reads it, and a word of thanks where it has come to something."""
    match idea.stage:
        case Stage.NOT_NOW | Stage.WITHDRAWN:
            return t.say(f"author-{idea.stage.value}")
        case Stage.STANDARD | Stage.LEARNT:
            return f"{standing(t, idea, names)} {t.say(f'author-{idea.stage.value}')}"
        case _:
            return standing(t, idea, names)


def _hidden(t: Texts, idea: Idea, names: IdeaNames) -> Part | None:
    if not (idea.hidden and idea.is_open):
        return None
    return Paragraph(t.say("author-hidden", manager=who_first(t, names.manager)), Tone.QUIET)


def _waiting_question(t: Texts, idea: Idea, names: IdeaNames) -> tuple[Part, ...]:
    waiting = idea.waiting_question
    if waiting is None or not idea.is_open:
        return ()
    asks = t.say("author-question", manager=who_first(t, names.manager))
    return Paragraph(asks, Tone.STRONG), Quote(waiting.question)


def manager_card(t: Texts, notice: ManagerCard) -> Card:
    """The idea with its author's name, and the ways to answer while it is open."""
    idea, names = notice.idea, notice.names
    author = who_first(t, names.author)
    return card(
        t,
        idea_title(t, idea),
        _manager_stands(t, idea, names),
        _for_somebody(t, idea, names),
        Quote(idea.text, author),
        Paragraph(t.say("manager-hidden", author=author), Tone.QUIET) if idea.hidden else None,
        *additions(t, idea, "manager-additions"),
        *photos(t, idea),
        _manager_facts(t, idea, names),
        *attempt_facts(t, idea.attempt, names.tried_by, idea.stage),
        *strength_fact(t, idea.attempt),
        *given(t, idea),
        *voices(t, idea),
        *(outcome(t, idea.whys) if idea.whys else ()),
        *reply(t, idea, names),
        *exchanges(t, idea),
        *_manager_hints(t, idea, names, notice.more),
        manager_buttons(t, idea, notice.more),
    )


def _manager_stands(t: Texts, idea: Idea, names: IdeaNames) -> Part | None:
    """Once it is decided; before that the facts say by when, and the buttons what can be done."""
    if idea.stage is Stage.WITHDRAWN:
        return Paragraph(t.say("manager-withdrawn", author=who_first(t, names.author)), Tone.STRONG)
    if idea.stage in UNDECIDED and not idea.outside.strip():
        return None
    return None if idea.stage is Stage.NOT_NOW else Paragraph(standing(t, idea, names), Tone.STRONG)


def _for_somebody(t: Texts, idea: Idea, names: IdeaNames) -> Part | None:
    away = names.instead_of.strip()
    if not away or not idea.is_undecided:
        return None
    return Paragraph(t.say("manager-instead", away=who_first(t, away)), Tone.QUIET)


def _manager_facts(t: Texts, idea: Idea, names: IdeaNames) -> Facts:
    rows = [*status_rows(t, idea, names), *waste_rows(t, idea)]
    if idea.answer_by and idea.is_undecided:
        key = "manager-answer-by" if idea.stage is Stage.SUBMITTED else "manager-decide-by"
        rows.append((t.say(key), t.day(idea.answer_by)))
    return Facts(tuple(rows))


def _manager_hints(t: Texts, idea: Idea, names: IdeaNames, more: bool) -> Iterator[Part]:
    waiting = idea.waiting_question
    if waiting is not None and idea.is_open and idea.stage not in UNDER_WAY:
        yield Paragraph(t.say("manager-waits", author=who(t, names.author)))
        yield Quote(waiting.question)
    elif idea.stage is Stage.SUBMITTED and not more:
        yield Paragraph(t.say("manager-enough"), Tone.QUIET)
