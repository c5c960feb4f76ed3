"""An idea as a colleague sees it, who neither told it nor answers it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.ideas import Stage
from bot.domain.notices import ColleagueCard
from cards import actions
from cards.model import Button, Buttons, Card, Facts, Paragraph, Part, Quote, Style, Tone
from cards.texts import Texts
from cards.views.given import given
from cards.views.pieces import card, idea_button, idea_title, phrase
from cards.views.standing import additions, attempt_facts, standing, status_rows, voices

# It is not talked about here any more.
_SILENT = frozenset({Stage.WITHDRAWN, Stage.MERGED})


def colleague_card(t: Texts, notice: ColleagueCard) -> Card:
    """What was told and where it stands. What manager and author wrote to each other stays with them."""
    idea = notice.idea
    buttons = tuple(_buttons(t, notice))
    return card(
        t,
        idea_title(t, idea),
        Paragraph(standing(t, idea, notice.names)),
        *_told(t, notice),
        *_own_part(t, notice),
        Buttons(buttons) if buttons else None,
    )


def _told(t: Texts, notice: ColleagueCard) -> Iterator[Part]:
    """Nothing of what was taken back."""
    idea, names = notice.idea, notice.names
    if idea.stage is Stage.WITHDRAWN:
        return
    yield Quote(idea.text, phrase(notice.author) if notice.author.strip() else "")
    yield from additions(t, idea, "manager-additions")
    yield Facts(tuple(status_rows(t, idea, names)))
    yield from attempt_facts(t, idea.attempt, names.tried_by, idea.stage)
    yield from given(t, idea)
    yield from voices(t, idea)


def _own_part(t: Texts, notice: ColleagueCard) -> Iterator[Part]:
    if notice.sees:
        yield Paragraph(t.say("colleague-sees"), Tone.QUIET)
    if notice.follows and notice.idea.is_open:
        yield Paragraph(t.say("colleague-follows"), Tone.QUIET)


def _buttons(t: Texts, notice: ColleagueCard) -> Iterator[Button]:
    idea = notice.idea
    if idea.stage in _SILENT:
        return
    # A "not now" that more people see is worth another look.
    if not notice.sees and (idea.is_open or idea.stage is Stage.NOT_NOW):
        yield idea_button(t, idea, "button-see-too", actions.IDEA_SEE_TOO, Style.PRIMARY)
    yield idea_button(t, idea, "button-know", actions.IDEA_KNOW, opens_form=True)
    if not notice.follows and idea.is_open:
        yield idea_button(t, idea, "button-follow", actions.IDEA_FOLLOW)
