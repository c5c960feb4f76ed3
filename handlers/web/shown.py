"""What the page is told, as values that JSON can hold. The shapes are read by `static/*.js`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeAlias, assert_never

from bot.domain.people import Language, TenantId
from cards.adaptive_card import to_adaptive_card
from cards.block_kit import to_block_kit
from cards.files import with_file_addresses
from cards.html import form_to_html, to_html
from cards.model import Card, Form, PersonPick
from cards.pictures import with_addresses
from cards.texts import playground_keys
from handlers.incoming import Answer, FormErrors, Nothing, PrivateLine, ShowForm
from handlers.web import codec
from handlers.web.scene import DIRECT, Scene
from handlers.web.store import Line

Json: TypeAlias = dict[str, Any]


# Gives a card the addresses of its photos and files; the second is what stands before each path.
Finish: TypeAlias = Callable[[Card, str], Card]


def in_words(card: Card, _origin: str) -> Card:
    """For a page without photos and files: the card says them in words."""
    return with_file_addresses(with_addresses(card, lambda _tenant, _picture: ""), lambda _file: "")


def line(kept: Line, finish: Finish = in_words) -> Json:
    """One message; `html` is empty for words."""
    return {
        "sequence": kept.sequence,
        "message": kept.message,
        "conversation": kept.conversation,
        "author": kept.author,
        "text": kept.text,
        "html": "" if kept.card is None else to_html(finish(codec.load(kept.card), "")),
        "at": kept.at.isoformat(),
        "thread": kept.thread,
        "edited": kept.edited,
    }


def scene(seen: Scene) -> Json:
    """People, channels and opening panes."""
    return {
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "role": person.role,
                "language": person.language.value,
                "conversation": DIRECT + person.id,
            }
            for person in seen.people
        ],
        "channels": [
            {"conversation": channel.conversation, "name": channel.name, "language": channel.language.value}
            for channel in seen.channels
        ],
        "panes": [{"conversation": pane.conversation, "person": pane.person} for pane in seen.opening()],
        "zone": seen.zone,
    }


def clock(now: datetime, next_digest: datetime | None) -> Json:
    """Moments in ISO 8601 with their offset."""
    return {"now": now.isoformat(), "nextDigest": next_digest.isoformat() if next_digest else None}


def texts() -> Json:
    """The page's own words in every language."""
    return {language.value: playground_keys(language) for language in Language}


def answer(given: Answer, seen: Scene, tenant: TenantId) -> Json:
    """What to show at once. `people` of a form names the inputs that pick a person."""
    match given:
        case Nothing():
            return {"kind": "nothing"}
        case PrivateLine(text):
            return {"kind": "line", "text": text}
        case ShowForm(form):
            return _form(form, seen, tenant, {})
        case FormErrors(errors, form):
            return _form(form, seen, tenant, dict(errors))
        case _:
            assert_never(given)


def _form(form: Form, seen: Scene, tenant: TenantId, errors: dict[str, str]) -> Json:
    people = [(person.id, person.name) for person in seen.people if person.tenant == tenant]
    return {
        "kind": "form",
        "html": form_to_html(form, people, errors),
        "people": [entry.name for entry in form.inputs if isinstance(entry, PersonPick)],
    }


def look(card: Card) -> Json:
    """The same card as the other two platforms get it."""
    message = to_block_kit(card)
    return {
        "slack": {"text": message.text, "blocks": message.blocks},
        "teams": to_adaptive_card(card),
        "language": card.language,
    }


def conversations(kept: Iterable[tuple[str, Iterable[Line]]], finish: Finish = in_words) -> Json:
    """Every conversation with its lines."""
    return {name: [line(entry, finish) for entry in entries] for name, entries in kept}
