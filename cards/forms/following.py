"""What is filled in when a try is followed up: the answer to a check, and what the change gave."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.attempts import Check, Outcome
from bot.domain.effects import Basis, EffectKind
from bot.domain.ideas import IdeaId
from bot.domain.people import Language
from cards import actions
from cards.forms.pieces import about_idea, day_field, line_field, words_field
from cards.model import Form, Input, Option, Select
from cards.texts import Texts, texts_for
from cards.views.pieces import phrase

_REALISED = ("already", "expected")

_TRIED = 300


def check(
    language: Language,
    idea_id: IdeaId,
    version: int,
    number: int,
    check: Check,
    outcome: Outcome,
    what: str,
    until: str = "",
) -> Form:
    """More about the answer to a check; the form's argument is both, as `ended:change`.

    `words` is what is in the way (not-yet), what was learnt (stop, stopped; required), what it is changed to
    (change, slipped; required, begins with `what` was tried) or what is still to be seen (extended). The
    last three have `until` (YYYY-MM-DD) too. All but the first check ask for the `figure`, and so does an
    outcome about which there is nothing else to ask.
    """
    t = texts_for(language)
    fields = _about_outcome(t, outcome, what, until)
    if check is not Check.BEGUN or not fields:
        fields.append(line_field("figure", t.say("form-check-figure"), required=False))
    title = t.say("form-check-title", number=str(number))
    intro = t.say("form-check-intro", what=phrase(what, _TRIED)) if what.strip() else ""
    about, answer = (idea_id, version), f"{check.value}:{outcome.value}"
    return about_idea(t, actions.FORM_CHECK, about, title, tuple(fields), intro, answer)


def _about_outcome(t: Texts, outcome: Outcome, what: str, day: str) -> list[Input]:
    match outcome:
        case Outcome.NOT_YET:
            return [words_field(t.say("form-check-hindrance"), required=False)]
        case Outcome.STOP | Outcome.STOPPED:
            return [words_field(t.say("form-check-learnt"), hint=t.say("form-check-learnt-hint"))]
        case Outcome.CHANGE | Outcome.SLIPPED:
            return [words_field(t.say("form-check-change"), what), day_field(t.say("form-try-until"), day)]
        case Outcome.EXTENDED:
            more = words_field(t.say("form-check-more"), required=False)
            return [more, day_field(t.say("form-try-until"), day)]
        case _:
            return []


def effect(language: Language, idea_id: IdeaId, version: int, number: int) -> Form:
    """What it gave: `kind`, `basis`, `words`, `realised` (already or expected), and `used_for`."""
    t = texts_for(language)
    fields = (
        _choice(t, "kind", "form-effect-kind", EffectKind),
        line_field("words", t.say("form-effect-words"), hint=t.say("form-effect-words-hint")),
        _choice(t, "basis", "form-effect-basis", Basis),
        _choice(t, "realised", "form-effect-realised", _REALISED),
        line_field("used_for", t.say("form-effect-used-for"), required=False),
    )
    title, intro = t.say("form-effect-title", number=str(number)), t.say("form-effect-intro")
    return about_idea(t, actions.FORM_EFFECT, (idea_id, version), title, fields, intro)


def _choice(t: Texts, name: str, key: str, values: Iterable[str]) -> Select:
    options = tuple(Option(value, t.say(f"{key}-{value}")) for value in values)
    return Select(name, t.say(key), options)
