"""What the page sends, as the words of `handlers.incoming`.

The page is JSON that anybody on this machine could have written: every field is checked here, and a
BadRequest says in a short English code (for developers, never shown to people) what is wrong with it.
Who may open the door at all stands in `handlers.web.door`.
"""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Address
from bot.domain.pictures import MOST_BYTES
from cards.actions import BUTTONS, FORM_NEW_IDEA, FORMS, BadRef, Ref
from handlers.clean import clean
from handlers.incoming import Actor, Arrived, Attached, Envelope, Picked, Pressed, Said, SentForm, Wanted
from handlers.web.moves import Move
from handlers.web.scene import CHANNEL, NotInScene, Persona, Scene

MAX_TEXT = 8_000
MAX_NAME = 200
_DELIVERY = re.compile(r"[0-9A-Za-z-]{8,64}")
# "@Femma" alone, or followed by anything that does not go on with the word ("@Femmans" is somebody else).
_MENTION = re.compile(r"@femma(?!\w)[\s,:]*", re.IGNORECASE)


# A photo at its largest as base64, and the words around it.
MAX_SAID = MOST_BYTES * 4 // 3 + 64 * 1024


@dataclass(frozen=True, slots=True)
class Photo:
    """A file that was chosen in the composer. `ref` is the same however often the page sends it."""

    ref: str
    name: str
    kind: str
    content: bytes

    @property
    def attached(self) -> Attached:
        """As the core hears of it; one that is too large is not kept anywhere."""
        fits = len(self.content) <= MOST_BYTES
        return Attached(self.ref if fits else "", self.name, self.kind, len(self.content))


class BadRequest(ValueError):
    """The page sent something that it never sends."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What every request of the page has: the scene, the moment, and the body."""

    scene: Scene
    now: datetime
    body: Mapping[str, object]

    def text(self, name: str, longest: int = MAX_NAME) -> str:
        """A string of the body, washed; empty when it is not there. Raises BadRequest."""
        value = self.body.get(name, "")
        if not isinstance(value, str) or len(value) > longest:
            raise BadRequest(name)
        return clean(value)

    def persona(self) -> Persona:
        """Who the visitor is playing. Raises BadRequest for nobody in the scene."""
        return _persona(self.scene, self.text("person"))

    def envelope(self) -> Envelope:
        """Raises BadRequest when the delivery id or the person is none of ours."""
        person = self.persona()
        delivery = self.text("delivery")
        if not _DELIVERY.fullmatch(delivery):
            raise BadRequest("delivery")
        actor = Actor(person.tenant, person.id, person.name, person.language, person.administrator)
        return Envelope(delivery, actor, person.home, self.now)

    def place(self) -> Address:
        """Where it happened. Raises BadRequest for a place that the person is not in."""
        try:
            return self.scene.place(self.text("conversation"), self.persona())
        except NotInScene as error:
            raise BadRequest("conversation") from error

    def ref(self) -> Ref:
        """What a button or form is about. Raises BadRequest."""
        try:
            return Ref.decode(self.text("value", 2_000))
        except BadRef as error:
            raise BadRequest("value") from error


def words(visit: Visit) -> str:
    """What was written, washed and with something in it, unless a photo came alone. Raises BadRequest."""
    text = visit.text("text", MAX_TEXT).strip()
    if not text and "photo" not in visit.body:
        raise BadRequest("text")
    return text


def photo(visit: Visit) -> Photo | None:
    """The photo that came with it, if any. Raises BadRequest."""
    given = visit.body.get("photo")
    if given is None:
        return None
    if not isinstance(given, dict):
        raise BadRequest("photo")
    name, kind, data = (given.get(key, "") for key in ("name", "kind", "data"))
    if not all(isinstance(one, str) for one in (name, kind, data)) or len(name) + len(kind) > 2 * MAX_NAME:
        raise BadRequest("photo")
    try:
        content = b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadRequest("photo") from error
    said = f"{visit.persona().id} {visit.envelope().delivery}"
    ref = hashlib.sha256(said.encode()).hexdigest()[:40]
    return Photo(ref, clean(name), clean(kind) or "unknown", content)


def said(visit: Visit, thread: str, attached: tuple[Attached, ...] = ()) -> Said | None:
    """Words for Femma, or None when people of a channel spoke among themselves.

    `thread` is the message that the line became: an answer to a mention is given under it.
    """
    place, text = visit.place(), words(visit)
    if not place.conversation.startswith(CHANNEL):
        return Said(visit.envelope(), text, attached=attached)
    mention = _MENTION.match(text)
    if mention is None:
        return None
    channel = Address(place.platform, place.tenant, place.conversation, thread)
    name = visit.scene.channel(place.conversation).name
    return Said(visit.envelope(), text[mention.end() :].strip(), channel, name, attached=attached)


def pressed(visit: Visit) -> Pressed:
    """A button on a card of Femma's."""
    action = visit.text("action")
    if action not in BUTTONS:
        raise BadRequest("action")
    return Pressed(visit.envelope(), action, visit.ref(), visit.place(), visit.text("message"))


def wanted(visit: Visit) -> Wanted:
    """A new idea from the button beside the composer, or from a message of a colleague's."""
    return Wanted(visit.envelope(), FORM_NEW_IDEA, visit.text("text", MAX_TEXT).strip())


def sent_form(visit: Visit) -> SentForm:
    """A dialog that was sent; `people` of the body names the chosen persons by input."""
    form = visit.text("form")
    if form not in FORMS:
        raise BadRequest("form")
    people = {
        name: _picked(_persona(visit.scene, chosen))
        for name, chosen in _strings(visit.body, "people").items()
        if chosen
    }
    return SentForm(visit.envelope(), form, visit.ref(), _strings(visit.body, "fields"), people)


def arrived(visit: Visit) -> Arrived:
    """The person's direct chat was opened."""
    return Arrived(visit.envelope())


def move(visit: Visit) -> Move:
    """How far to move the clock."""
    try:
        return Move(visit.text("move"))
    except ValueError as error:
        raise BadRequest("move") from error


def _persona(scene: Scene, id_: str) -> Persona:
    try:
        return scene.person(id_)
    except NotInScene as error:
        raise BadRequest("person") from error


def _picked(person: Persona) -> Picked:
    return Picked(person.id, person.name, person.home)


def _strings(body: Mapping[str, object], name: str) -> dict[str, str]:
    found = body.get(name, {})
    if not isinstance(found, dict) or len(found) > 50:
        raise BadRequest(name)
    for key, value in found.items():
        if not isinstance(key, str) or not isinstance(value, str) or len(value) > MAX_TEXT:
            raise BadRequest(name)
    return {clean(key): clean(value) for key, value in found.items()}
