"""Everything that can come in, the same for all platforms, and what is answered at once.

The edges make these from verified requests; `conversation.hear()` takes them. Text is already cleaned
(NUL and lone surrogates replaced), mentions of Femma are already taken off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.people import Address, Language, PersonId, Standing, TenantId
from cards.actions import Ref
from cards.model import Form


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it, from the verified envelope only. `name` may be empty when the platform did not say.

    `administrator` is None when the platform did not say; what it said before holds then.
    """

    tenant: TenantId
    person: PersonId
    name: str = ""
    language: Language | None = None
    administrator: bool | None = None
    standing: Standing = Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every incoming thing has.

    `delivery` is unique per platform and tenant (the platform's own event id, or one made from the
    request where it has none). `home` is where to speak to the actor alone; `at` is when it was said.
    """

    delivery: str
    actor: Actor
    home: Address
    at: datetime


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with words. `ref` says to the platform's own `Files` where it lies; empty when it
    cannot be had. `kind` is the media type and `size` the bytes as the sender's client says them (0 unknown):
    neither is believed later."""

    ref: str
    name: str = ""
    kind: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """Words. `channel` is set when said in a channel (with a mention); its `thread` is where to answer.

    `command` marks a slash command: its answer is a private line where it was typed.
    """

    envelope: Envelope
    text: str
    channel: Address | None = None
    channel_name: str = ""
    command: bool = False
    attached: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button. `message` is the platform's id of the card it was on, empty where it has none (Home)."""

    envelope: Envelope
    action: str
    ref: Ref
    where: Address
    message: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form was asked for outside any card: a shortcut. `text` is what to fill it with."""

    envelope: Envelope
    form: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """A person chosen in a form, with what the edge knows of them."""

    person: PersonId
    name: str
    home: Address
    standing: Standing = Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form that was sent. `fields` hold text and chosen option values, `people` the picked people."""

    envelope: Envelope
    form: str
    ref: Ref
    fields: Mapping[str, str]
    people: Mapping[str, Picked] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """Femma was added to a channel."""

    envelope: Envelope
    channel: Address
    channel_name: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Femma was taken out of a channel, or the channel was archived or deleted."""

    envelope: Envelope
    channel: Address


@dataclass(frozen=True, slots=True)
class Arrived:
    """A person opened Femma's own page or direct chat for the first time (or again).

    `page` is where Slack's App Home is published (conversation empty, person set); None on platforms that
    have only the chat, where Femma greets once.
    """

    envelope: Envelope
    page: Address | None = None


@dataclass(frozen=True, slots=True)
class Departed:
    """The actor's account was closed or taken out of the workspace."""

    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Uninstalled:
    """Femma was taken out of the whole workspace, or its right to speak there was. `reason` is a code.

    Whoever did it is not told of: the envelope's actor is Femma itself.
    """

    envelope: Envelope
    reason: str


# What somebody did; and everything.
FromPeople = Said | Pressed | Wanted | SentForm | Joined | Left | Arrived
Incoming = FromPeople | Departed | Uninstalled


@dataclass(frozen=True, slots=True)
class Nothing:
    """Taken, nothing to show at once. A duplicate is answered with this too."""


@dataclass(frozen=True, slots=True)
class ShowForm:
    """Open this dialog now."""

    form: Form


@dataclass(frozen=True, slots=True)
class FormErrors:
    """The form stays open: a sentence per input name."""

    errors: Mapping[str, str]
    form: Form


@dataclass(frozen=True, slots=True)
class PrivateLine:
    """A short line that only the actor sees. For a slash command, a refusal, an old button."""

    text: str


Answer = Nothing | ShowForm | FormErrors | PrivateLine


class Busy(Exception):
    """It could not be stored in time: the door answers 503 and the platform sends it again."""
