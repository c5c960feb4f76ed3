"""The two cards of an idea: the author's and the manager's. Each is redrawn whenever the idea changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bot.domain.ideas import Idea, Kind, Stage
from bot.domain.notices import AuthorCard, IdeaNames, ManagerCard
from bot.domain.promises import local_day
from cards import actions
from cards.model import Button, Buttons, Card, Facts, Paragraph, Part, Quote, Style, Tone
from cards.texts import Texts
from cards.views.chains import outcome
from cards.views.photos import photos
from cards.views.pieces import (
    card,
    idea_button,
    idea_title,
    stage_word,
    who,
    who_first,
    with_day,
)

# Questions and answers shown on a card; a fact row each, and a card has ten.
_EXCHANGES = 4


def author_card(t: Texts, notice: AuthorCard) -> Card:
    """What was filed, where it stands, who answers and by which day."""
    idea, names = notice.idea, notice.names
    return card(
        t,
        idea_title(t, idea),
        Paragraph(_promise(t, idea, names)),
        Quote(idea.text),
        Paragraph(t.say("text-cut"), Tone.QUIET) if notice.cut else None,
        *_additions(t, idea, "author-additions"),
        *photos(t, idea),
        Facts(tuple(_status(t, idea, names))),
        Paragraph(t.say("author-hidden", manager=who_first(t, names.manager)), Tone.QUIET)
        if idea.hidden and idea.is_open
        else None,
        *(outcome(t, idea.whys) if idea.whys else ()),
        *_reply(t, idea, names),
        *_exchanges(t, idea),
        *_waiting_question(t, idea, names),
        _author_buttons(t, idea) if idea.is_open else None,
    )


def _promise(t: Texts, idea: Idea, names: IdeaNames) -> str:
    manager = who_first(t, names.manager)
    match idea.stage:
        case Stage.SUBMITTED:
            return with_day(t, "author-submitted", idea.answer_by, manager=manager)
        case Stage.ACKNOWLEDGED:
            by = who_first(t, names.replied_by or names.manager)
            return with_day(t, "author-acknowledged", idea.answer_by, manager=by)
        case Stage.NOT_NOW:
            return t.say("author-not-now")
        case Stage.WITHDRAWN:
            return t.say("author-withdrawn")
        case _:
            assert_never(idea.stage)


def _author_buttons(t: Texts, idea: Idea) -> Buttons:
    """At most one is primary: the answer somebody waits for, else the question why."""
    asked = idea.waiting_question is not None
    inviting = not asked and idea.whys is None and idea.kind is not Kind.WORKS
    answer = idea_button(t, idea, "button-reply", actions.IDEA_REPLY, Style.PRIMARY, opens_form=True)
    name = (
        idea_button(t, idea, "button-show-name", actions.IDEA_SHOW_NAME)
        if idea.hidden
        else idea_button(t, idea, "button-hide", actions.IDEA_HIDE)
    )
    return Buttons(
        (
            *((answer,) if asked else ()),
            idea_button(
                t, idea, "button-why", actions.IDEA_WHY, Style.PRIMARY if inviting else Style.DEFAULT
            ),
            idea_button(t, idea, "button-add", actions.IDEA_ADD, opens_form=True),
            name,
            idea_button(t, idea, "button-withdraw", actions.IDEA_WITHDRAW, Style.DANGER),
        )
    )


def manager_card(t: Texts, notice: ManagerCard) -> Card:
    """The idea with its author's name, and the ways to answer while it is open."""
    idea, names = notice.idea, notice.names
    author = who_first(t, names.author)
    return card(
        t,
        idea_title(t, idea),
        Paragraph(t.say("manager-withdrawn", author=author), Tone.STRONG)
        if idea.stage is Stage.WITHDRAWN
        else None,
        Quote(idea.text, author),
        Paragraph(t.say("manager-hidden", author=author), Tone.QUIET) if idea.hidden else None,
        *_additions(t, idea, "manager-additions"),
        *photos(t, idea),
        _manager_facts(t, idea, names),
        *(outcome(t, idea.whys) if idea.whys else ()),
        *_reply(t, idea, names),
        *_exchanges(t, idea),
        *_manager_hints(t, idea, names),
        Buttons(tuple(_manager_buttons(t, idea))) if idea.is_open else None,
    )


def _manager_facts(t: Texts, idea: Idea, names: IdeaNames) -> Facts:
    rows = _status(t, idea, names)
    if idea.answer_by:
        key = "manager-answer-by" if idea.stage is Stage.SUBMITTED else "manager-decide-by"
        rows.append((t.say(key), t.day(idea.answer_by)))
    return Facts(tuple(rows))


def _manager_hints(t: Texts, idea: Idea, names: IdeaNames) -> Iterator[Part]:
    waiting = idea.waiting_question
    if waiting is not None and idea.is_open:
        yield Paragraph(t.say("manager-waits", author=who(t, names.author)))
        yield Quote(waiting.question)
    elif idea.stage is Stage.SUBMITTED:
        yield Paragraph(t.say("manager-enough"), Tone.QUIET)


def _manager_buttons(t: Texts, idea: Idea) -> Iterator[Button]:
    if idea.stage is Stage.SUBMITTED:
        yield idea_button(t, idea, "button-acknowledge", actions.IDEA_ACKNOWLEDGE, Style.PRIMARY)
        yield idea_button(t, idea, "button-own-words", actions.IDEA_ACKNOWLEDGE_WORDS, opens_form=True)
    if idea.waiting_question is None:
        yield idea_button(t, idea, "button-ask", actions.IDEA_ASK, opens_form=True)
    yield idea_button(t, idea, "button-not-now", actions.IDEA_NOT_NOW, opens_form=True)


def _status(t: Texts, idea: Idea, names: IdeaNames) -> list[tuple[str, str]]:
    team = [(t.say("label-team"), names.team)] if names.team.strip() else []
    return [(t.say("label-stage"), stage_word(t, idea.stage)), *team]


def _additions(t: Texts, idea: Idea, key: str) -> tuple[Part, ...]:
    if not idea.additions:
        return ()
    return Paragraph(t.say(key), Tone.QUIET), Quote("\n\n".join(idea.additions))


def _exchanges(t: Texts, idea: Idea) -> tuple[Part, ...]:
    answered = [exchange for exchange in idea.exchanges if exchange.answered_at is not None]
    rows: list[tuple[str, str]] = []
    for exchange in answered[-_EXCHANGES:]:
        rows += [(t.say("label-question"), exchange.question), (t.say("label-answer"), exchange.answer)]
    return (Facts(tuple(rows)),) if rows else ()


def _waiting_question(t: Texts, idea: Idea, names: IdeaNames) -> tuple[Part, ...]:
    waiting = idea.waiting_question
    if waiting is None or not idea.is_open:
        return ()
    asks = t.say("author-question", manager=who_first(t, names.manager))
    return Paragraph(asks, Tone.STRONG), Quote(waiting.question)


def _reply(t: Texts, idea: Idea, names: IdeaNames) -> tuple[Part, ...]:
    """Who answered, when on the clock of the team, and what."""
    reply = idea.reply
    if reply is None:
        return ()
    day = t.day(local_day(reply.at, names.zone))
    by = who_first(t, names.replied_by)
    head = Paragraph(t.say("replied", by=by, day=day, clock=t.clock(reply.at, names.zone)), Tone.STRONG)
    words = Quote(reply.words or with_day(t, "usual-acknowledge", idea.answer_by))
    if reply.reason is None:
        return head, words
    return head, words, Facts(((t.say("label-reason"), t.say(f"reason-{reply.reason.value}")),))
