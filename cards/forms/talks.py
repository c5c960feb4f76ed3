"""What is filled in during a talk about causes: an answer, one sentence, a colleague, what was seen."""

from __future__ import annotations

from bot.domain.ideas import MAX_TEXT
from bot.domain.people import Language
from bot.domain.talks import TalkId
from bot.domain.tree import PROBLEM, WhyTree, mark_of
from cards import actions
from cards.actions import Ref
from cards.escape import one_line, shorten
from cards.forms.pieces import form, line_field, words_field
from cards.model import Form, Input, Option, PersonPick, Select, TextInput
from cards.texts import Texts, texts_for
from cards.views.pieces import phrase

# Three parts of a sentence have room in what one answer may hold.
_PART = min(600, MAX_TEXT // 4)
_ABOUT = 300


def say(language: Language, talk: TalkId, under: int, about: str) -> Form:
    """An answer to the open why, in a talk of several. Input `words`; the argument is the why's number."""
    t = texts_for(language)
    intro = t.say("form-say-intro", about=phrase(about, _ABOUT))
    ref = Ref("talk", talk, mark_of(about), str(under))
    field = words_field(t.say("form-say-words"))
    return form(t, actions.FORM_SAY, ref, t.say("form-say-title"), (field,), intro)


def sentence(language: Language, talk: TalkId, version: int, tree: WhyTree, root: int) -> Form:
    """The whole in one sentence, begun from the person's own words: `condition`, `event` and `problem`."""
    t = texts_for(language)
    chain = tree.chain(root)
    event = tree.text_of(chain[0]) if len(chain) > 1 else ""
    parts = (("condition", tree.text_of(root)), ("event", event), ("problem", tree.problem))
    fields = tuple(_part(t, name, words) for name, words in parts)
    ref, title = Ref("talk", talk, version), t.say("form-sentence-title")
    return form(t, actions.FORM_SENTENCE, ref, title, fields, t.say("form-sentence-intro"))


def _part(t: Texts, name: str, words: str) -> TextInput:
    return line_field(name, t.say(f"form-sentence-{name}"), _inside(words), longest=_PART)


def _inside(words: str) -> str:
    """As it stands inside a sentence: no full stop, and no capital unless the word has more of them."""
    text = one_line(words).strip().rstrip(" .…")
    first = text.split(maxsplit=1)[0] if text else ""
    is_plain = first[1:] == first[1:].lower() and len(first) > 1
    return text[:1].lower() + text[1:] if is_plain else text


def in_one_sentence(language: Language, condition: str, event: str, problem: str) -> str:
    """Condition, event and problem, worded by the person, in the frame that shows cause and effect."""
    t = texts_for(language)
    gaps = {"condition": condition, "event": event, "problem": problem}
    return t.say("sentence-frame", **{name: shorten(one_line(said), _PART) for name, said in gaps.items()})


def hand(language: Language, talk: TalkId, version: int) -> Form:
    """A colleague to go on with the talk: `person`."""
    t = texts_for(language)
    field = PersonPick("person", t.say("form-hand-person"))
    ref = Ref("talk", talk, version)
    return form(t, actions.FORM_HAND, ref, t.say("form-hand-title"), (field,), t.say("form-hand-intro"))


def look(language: Language, talk: TalkId, why: int, about: str, unknown: bool) -> Form:
    """What was seen: `words`, and `seen` (seen or not-so) where there was something to look for."""
    t = texts_for(language)
    choice: tuple[Input, ...] = _was_it_so(t) if not unknown and why != PROBLEM else ()
    fields = (*choice, words_field(t.say("form-look-words")))
    ref = Ref("talk", talk, mark_of(about), f"{why}:words")
    intro = t.say("form-look-intro", about=phrase(about, _ABOUT))
    return form(t, actions.FORM_LOOK, ref, t.say("form-look-title"), fields, intro)


def _was_it_so(t: Texts) -> tuple[Select, ...]:
    options = tuple(Option(value, t.say(f"look-{value}")) for value in ("seen", "not-so"))
    return (Select("seen", t.say("form-look-seen"), options, value="seen"),)
