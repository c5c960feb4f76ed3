"""What a card is, before any platform has seen it.

Every string here is plain text, also where it holds what a user wrote: a renderer escapes all of it for
its own target, so no view can let markup through. Nothing here knows Slack, Teams or HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a paragraph is set: never the only bearer of meaning."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"


class Style(StrEnum):
    """How a button looks where the platform has it; the label alone must be enough."""

    DEFAULT = "default"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a person, shown as theirs. `by` is a name or empty."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs, at most 10."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `ordered` numbers it from 1. `indents` (0 to 3) draws a small tree when given."""

    rows: tuple[str, ...]
    ordered: bool = False
    indents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row of a tree: its words, how deep it stands, and short plain `notes` such as "seen".

    `here`: this is where we are. `number` is its place (1.2), from `cards.tree_rows.numbered`; empty for the
    problem and for a row that stands for several.
    """

    text: str
    depth: int
    notes: tuple[str, ...] = ()
    here: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A problem (depth 0, the first row) and its causes below it, in reading order, at most 22 rows.

    `here` is the catalogue's "you are here", shown in words at the row where we are.
    """

    rows: tuple[TreeRow, ...]
    here: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a chart; `values` stands in the order of the chart's `categories`."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over categories (at most 20), 1 to 6 series. `text` says in words what the bars show."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    text: str
    x_label: str = ""
    y_label: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that we made or keep ourselves, with words for those who do not see it."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Button:
    """One press.

    `action` is a constant of `cards.actions`; `value` is the encoded `cards.actions.Ref`. `opens_form`
    says that the press is answered with a dialog (Teams needs another kind of button for that).
    """

    label: str
    action: str
    value: str
    style: Style = Style.DEFAULT
    opens_form: bool = False


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons side by side, at most 6 on a card."""

    row: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of ours.

    `url` is the address, or the place of a file (`cards.files`) until the card goes out. Where it is no
    address, the words stand there alone.
    """

    label: str
    url: str

    @property
    def leads(self) -> bool:
        """Is it an address that a chat can open?"""
        return self.url.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class Links:
    """Links below each other. They count among the buttons of a card. `note` is what to know about them."""

    links: tuple[Link, ...]
    note: str = ""


Part = Paragraph | Quote | Facts | Items | Chart | Image | Buttons | Links | Tree


@dataclass(frozen=True, slots=True)
class Card:
    """What is posted. `language` is the tag (sv, nb, en) for screen readers and the HTML page.

    A sentence or two need no `title`: it is then empty and not drawn. There is always something to read.
    The text alternative for notifications is made from the whole card by `cards.plain_text`.
    """

    title: str
    parts: tuple[Part, ...]
    language: str


@dataclass(frozen=True, slots=True)
class TextInput:
    """A text field. Lengths are in characters; `max_length` is at most 3,000."""

    name: str
    label: str
    multiline: bool = False
    required: bool = True
    max_length: int = 3000
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; `label` is at most 75 characters after the renderer has cut it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Select:
    """One of many. `value` is an option's value, or empty for none chosen."""

    name: str
    label: str
    options: tuple[Option, ...]
    required: bool = True
    value: str = ""


@dataclass(frozen=True, slots=True)
class PersonPick:
    """Somebody in the workspace. `value` is a person id of the domain, or empty."""

    name: str
    label: str
    required: bool = True
    value: str = ""


@dataclass(frozen=True, slots=True)
class DateInput:
    """A day. `value` is the chosen one as YYYY-MM-DD, or empty; sent in the same way."""

    name: str
    label: str
    required: bool = True
    value: str = ""
    hint: str = ""


Input = TextInput | Select | PersonPick | DateInput


@dataclass(frozen=True, slots=True)
class Form:
    """A dialog. `name` is one of `cards.actions.FORMS`; `value` the encoded Ref of what it is about."""

    name: str
    value: str
    title: str
    submit: str
    cancel: str
    inputs: tuple[Input, ...]
    language: str
    intro: str = ""
