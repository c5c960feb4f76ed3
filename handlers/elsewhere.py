"""What is no matter for improvements: Femma says where it is taken care of, and keeps nothing of it.

An administrator sets the links, and whether a language model may be asked.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.cues import Asked, Elsewhere, Place
from bot.domain.errors import No, Refusal
from bot.domain.notices import Door, Short, ShortLine
from bot.domain.people import Door as Address
from bot.domain.people import Language, Person
from bot.domain.talks import Talk
from cards import forms
from cards.leanings import cue_in
from cards.links import is_link
from cards.model import Form
from handlers.incoming import SentForm
from handlers.team_setup import BadField
from handlers.turn import Turn


def belongs(text: str, language: Language) -> str:
    """Where the words of somebody who begins to tell something belong; empty when that is here."""
    found = cue_in(text, language, Asked(Place.TOLD))
    return found.elsewhere.value if found is not None and found.elsewhere is not None else ""


async def show(turn: Turn, person: Person, elsewhere: str, talk: Talk | None = None) -> None:
    """The card with the right door, to this person alone."""
    tenant = await turn.work.tenant(turn.tenant)
    url = next((door.url for door in tenant.doors if door.elsewhere == elsewhere), "")
    draft, version = (talk.id, talk.version) if talk else ("", 0)
    await turn.tell(person, Door(elsewhere, url, draft, version))


async def form(turn: Turn, person: Person) -> Form:
    """The links as they are set now. Raises Refusal to anybody but an administrator."""
    _by_administrator(person)
    tenant = await turn.work.tenant(turn.tenant)
    urls = {door.elsewhere: door.url for door in tenant.doors}
    return forms.doors(turn.language_of(person), urls, tenant.model)


async def changed(turn: Turn, person: Person, sent: SentForm) -> None:
    """What the form says is set. Raises Refusal or BadField."""
    _by_administrator(person)
    doors = []
    for place in Elsewhere:
        url = sent.fields.get(forms.door_field(place), "").strip()
        if url and not is_link(url):
            raise BadField(forms.door_field(place), "bad-link")
        if url:
            doors.append(Address(place.value, url))
    tenant = await turn.work.tenant(turn.tenant)
    model = sent.fields.get("model", "no") == "yes"
    await turn.work.save_tenant(replace(tenant, doors=tuple(doors), model=model))
    await turn.tell(person, ShortLine(Short.DOORS_SET))


def _by_administrator(person: Person) -> None:
    if not person.administrator:
        raise Refusal(No.ADMIN_ONLY)
