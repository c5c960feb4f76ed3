"""What can be done with an idea now: the author's buttons and the manager's, at most six on a card."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.ideas import UNDECIDED, Idea, Kind, Stage
from cards import actions
from cards.limits import CARD_BUTTONS
from cards.model import Button, Buttons, Style
from cards.texts import Texts
from cards.views.pieces import idea_button

# When what it gave can be told.
_HAS_EFFECT = frozenset({Stage.DONE, Stage.CHECKING, Stage.STANDARD})
_NAME = frozenset({actions.IDEA_HIDE, actions.IDEA_SHOW_NAME})
_REWORD = frozenset({actions.IDEA_REWORD})


def author_buttons(t: Texts, idea: Idea, into: int = 0) -> Buttons | None:
    """At most one is primary: the answer somebody waits for, else what it gave, else the question why.

    Seven are too many: once the talk has worded the problem, the idea is not worded anew on the card, and
    while the manager's question waits, the name is hidden or shown on a later one.
    What was done is not worded anew (the words were decided on), so "say it better" ends with the try.
    A merged one (`into` is the number it goes on in) leads there.
    """
    if idea.merged_into and into:
        value = actions.Ref("idea", idea.merged_into).encode()
        return Buttons((Button(t.say("button-open", number=str(into)), actions.IDEA_OPEN, value),))
    row = tuple(_author_row(t, idea))
    for rather_not in (_REWORD if idea.whys else frozenset(), _NAME):
        if len(row) > CARD_BUTTONS:
            row = tuple(button for button in row if button.action not in rather_not)
    return Buttons(row) if row else None


def _author_row(t: Texts, idea: Idea) -> Iterator[Button]:
    asked = idea.is_open and idea.waiting_question is not None
    if asked:
        yield idea_button(t, idea, "button-reply", actions.IDEA_REPLY, Style.PRIMARY, opens_form=True)
    if idea.stage in _HAS_EFFECT:
        style = Style.DEFAULT if asked else Style.PRIMARY
        yield idea_button(t, idea, "button-effect", actions.IDEA_EFFECT, style, opens_form=True)
    if not idea.is_open:
        if _has_page(idea):
            yield _a3(t, idea)
        return
    inviting = idea.stage not in _HAS_EFFECT and idea.whys is None and idea.kind is not Kind.WORKS
    style = Style.PRIMARY if inviting and not asked else Style.DEFAULT
    yield idea_button(t, idea, "button-why", actions.IDEA_WHY, style)
    yield idea_button(t, idea, "button-add", actions.IDEA_ADD, opens_form=True)
    if _has_page(idea):
        yield _a3(t, idea)
    # What already works has nothing to be done about.
    if idea.stage in UNDECIDED | {Stage.RESTING} and idea.kind is not Kind.WORKS:
        yield idea_button(t, idea, "button-just-done", actions.IDEA_JUST_DONE, opens_form=True)
    if idea.stage not in _HAS_EFFECT:
        yield idea_button(t, idea, "button-reword", actions.IDEA_REWORD, opens_form=True)
    if idea.hidden:
        yield idea_button(t, idea, "button-show-name", actions.IDEA_SHOW_NAME)
    else:
        yield idea_button(t, idea, "button-hide", actions.IDEA_HIDE)
    yield idea_button(t, idea, "button-withdraw", actions.IDEA_WITHDRAW, Style.DANGER)


def manager_buttons(t: Texts, idea: Idea, more: bool) -> Buttons | None:
    """The likely moves first, the rarer ones behind "more". A running try is not decided about again."""
    if idea.stage in UNDECIDED:
        row = tuple(_rarer(t, idea) if more else _likely(t, idea))
    elif idea.stage is Stage.RESTING:
        row = (
            _form(t, idea, "button-try", actions.IDEA_TRY),
            _form(t, idea, "button-you-decide", actions.IDEA_YOU_DECIDE),
            _form(t, idea, "button-not-now", actions.IDEA_NOT_NOW),
        )
    elif idea.stage in _HAS_EFFECT and idea.effects:
        # What somebody wrote that it gave can be put right.
        row = (_form(t, idea, "button-effect", actions.IDEA_EFFECT),)
    else:
        row = ()
    if _has_page(idea) and len(row) < CARD_BUTTONS:
        # Where the likely moves take all the room it stands with the rarer ones.
        row = (*row, _a3(t, idea))
    return Buttons(row) if row else None


def _has_page(idea: Idea) -> bool:
    """Is there a talk about causes to print?"""
    return idea.whys is not None and idea.stage is not Stage.WITHDRAWN


def _a3(t: Texts, idea: Idea) -> Button:
    return idea_button(t, idea, "button-a3", actions.IDEA_A3)


def _likely(t: Texts, idea: Idea) -> Iterator[Button]:
    unread = idea.stage is Stage.SUBMITTED
    if unread:
        yield idea_button(t, idea, "button-acknowledge", actions.IDEA_ACKNOWLEDGE, Style.PRIMARY)
    # One question waits at a time.
    if idea.waiting_question is None:
        yield _form(t, idea, "button-ask", actions.IDEA_ASK)
    yield _form(t, idea, "button-try", actions.IDEA_TRY, Style.DEFAULT if unread else Style.PRIMARY)
    yield _form(t, idea, "button-you-decide", actions.IDEA_YOU_DECIDE)
    yield _form(t, idea, "button-rest", actions.IDEA_REST)
    if not unread:
        yield _form(t, idea, "button-not-now", actions.IDEA_NOT_NOW)
    yield idea_button(t, idea, "button-more", actions.IDEA_MORE)


def _rarer(t: Texts, idea: Idea) -> Iterator[Button]:
    unread = idea.stage is Stage.SUBMITTED
    if unread:
        yield _form(t, idea, "button-own-words", actions.IDEA_ACKNOWLEDGE_WORDS)
    yield _form(t, idea, "button-pass-on", actions.IDEA_PASS_ON)
    if unread:
        yield _form(t, idea, "button-not-now", actions.IDEA_NOT_NOW)
    yield _form(t, idea, "button-merge", actions.IDEA_MERGE)
    yield idea_button(t, idea, "button-less", actions.IDEA_LESS)


def _form(t: Texts, idea: Idea, key: str, action: str, style: Style = Style.DEFAULT) -> Button:
    return idea_button(t, idea, key, action, style, opens_form=True)
