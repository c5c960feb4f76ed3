"""What a change gave: told in one line, kept honest."""

from __future__ import annotations

from bot.domain.effects import Basis, Effect, EffectKind
from bot.domain.errors import No, Refusal
from bot.domain.ideas import Idea
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Language, Person, Team
from bot.domain.promises import local_day
from cards import forms
from cards.actions import Ref
from cards.effects import sum_text
from cards.figures import figure
from cards.model import Form
from cards.sums import saving
from handlers import brake
from handlers.answering import idea_of, keep
from handlers.fields import words_in
from handlers.incoming import SentForm
from handlers.team_setup import BadField
from handlers.turn import Turn

# In the history of an idea.
EFFECT = "effect"


async def form(turn: Turn, person: Person, ref: Ref) -> Form:
    """The form. Raises Refusal where there is nothing yet that could have given anything."""
    idea, team = await idea_of(turn, ref.id)
    if not idea.is_tried_by(person.id, team):
        raise Refusal(No.NOT_YOURS)
    if not idea.has_effects:
        raise Refusal(No.CLOSED, number=str(idea.number))
    return forms.effect(turn.language_of(person), idea.id, idea.version, idea.number)


async def told(turn: Turn, person: Person, sent: SentForm) -> None:
    """An effect is kept, and the sum that was understood is said back. Raises Refusal or BadField."""
    idea, team = await idea_of(turn, sent.ref.id)
    await brake.at_field(turn, person, "words")
    language = turn.language_of(person)
    effect = _effect(sent, language)
    today = local_day(turn.now, team.rule.zone)
    anew = await _is_theirs_to_mend(turn, person, idea, team, effect)
    gained = idea.gained(person.id, team, effect, today, anew=anew)
    saved = await keep(turn, gained, team, person.id, EFFECT, _detail(effect))
    await turn.tell(person, ShortLine(Short.EFFECT_KEPT, str(saved.number)))
    understood = saving(effect.words, language) if effect.hours else None
    if understood is not None:
        # Said back in its parts, so that a slip of the pen is seen.
        await turn.tell(person, ShortLine(Short.EFFECT_SUM, sum_text(understood, language)))
    if saved.author != person.id:
        author = await turn.work.person(turn.tenant, saved.author)
        await turn.tell(author, ShortLine(Short.EFFECT_TOLD, str(saved.number)))


async def _is_theirs_to_mend(turn: Turn, person: Person, idea: Idea, team: Team, effect: Effect) -> bool:
    """Whoever told a figure may tell it anew, and so may whoever decides: it then replaces the old one."""
    if idea.is_decided_by(person.id, team):
        return True
    about = _about(effect)
    told = await turn.work.history(turn.tenant, idea.id)
    by = {one.by for one in told if one.what == EFFECT and one.detail.split(" ")[0] == about}
    return by == {person.id}


def _about(effect: Effect) -> str:
    return f"{effect.kind.value}:{effect.basis.value}"


def _detail(effect: Effect) -> str:
    """What stays in the history when the figure is told anew: kind, basis and numbers, and no words."""
    if effect.hours is not None:
        return f"{_about(effect)} {effect.hours.low:g}-{effect.hours.high:g}"
    return _about(effect) if effect.amount is None else f"{_about(effect)} {effect.amount:g}"


def _effect(sent: SentForm, language: Language) -> Effect:
    words = words_in(sent, "words").strip()
    try:
        kind = EffectKind(sent.fields.get("kind", ""))
    except ValueError:
        raise BadField("kind", "required") from None
    try:
        basis = Basis(sent.fields.get("basis", ""))
    except ValueError:
        raise BadField("basis", "required") from None
    understood = saving(words, language) if kind is EffectKind.TIME else None
    counted = figure(words, language) if understood is None else None
    return Effect(
        kind,
        basis,
        words[:500],
        understood.hours if understood else None,
        counted.amount if counted else None,
        counted.unit[:60] if counted else "",
        sent.fields.get("used_for", "").strip()[:500],
        sent.fields.get("realised") == "already",
    )
