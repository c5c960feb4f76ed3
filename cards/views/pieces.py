"""The small pieces that several views are made of. No view of a whole notice lives here."""

from __future__ import annotations

from datetime import date

from bot.domain.ideas import Idea, Kind, Stage
from cards.actions import NEW_IDEA, Ref
from cards.escape import one_line, shorten
from cards.model import Button, Card, Part, Style
from cards.texts import Texts

# Lengths in characters: people's words as a reminder of what it is about, in a list, and inside a sentence.
QUOTE = 600
ROW = 80
PHRASE = 200


def card(t: Texts, title: str, *parts: Part | None) -> Card:
    """A card in the language of the texts; parts that are None are left out."""
    return Card(title, tuple(part for part in parts if part is not None), t.language.value)


def numbered(t: Texts, number: int, title: str) -> str:
    """#12 · title. A number is a name here, so it is never grouped as 1,234."""
    return t.say("title-number", number=str(number), title=title)


def who(t: Texts, name: str) -> str:
    """The name, or "a colleague", inside a sentence. A catalogue takes no more than 1,000 characters."""
    return phrase(name) if name.strip() else t.say("someone")


def who_first(t: Texts, name: str) -> str:
    """The name, or "A colleague", as the first words of a sentence."""
    return phrase(name) if name.strip() else t.say("someone-first")


def with_day(t: Texts, key: str, day: date | None, **gaps: str) -> str:
    """The text with its day, or the text `<key>-no-day` when nothing is promised."""
    return t.say(key, day=t.day(day), **gaps) if day else t.say(f"{key}-no-day", **gaps)


def phrase(text: str, limit: int = PHRASE) -> str:
    """People's words on one line and short, to stand inside a sentence or a row."""
    return shorten(one_line(text), limit)


def kind_word(t: Texts, kind: Kind) -> str:
    """idea, problem, ..."""
    return t.say(f"kind-{kind.value}")


def stage_word(t: Texts, stage: Stage) -> str:
    """submitted, acknowledged, ..."""
    return t.say(f"stage-{stage.value}")


def idea_title(t: Texts, idea: Idea) -> str:
    """#12 · problem."""
    return numbered(t, idea.number, kind_word(t, idea.kind))


def idea_button(
    t: Texts, idea: Idea, key: str, action: str, style: Style = Style.DEFAULT, opens_form: bool = False
) -> Button:
    """A button about an idea, with the version that was drawn."""
    return Button(t.say(key), action, Ref("idea", idea.id, idea.version).encode(), style, opens_form)


def new_idea_button(t: Texts, style: Style = Style.DEFAULT) -> Button:
    """Opens the form for something new."""
    return Button(t.say("button-new-idea"), NEW_IDEA, Ref("none").encode(), style, opens_form=True)
