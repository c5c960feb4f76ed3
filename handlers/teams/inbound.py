"""Their words into ours: an admitted activity becomes an Incoming, or None when it is nothing for Femma.

Only reading: nothing is sent or looked up here. Names of picked people are filled in by
`handlers.teams.people`; messages about membership are read in `handlers.teams.membership`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from bot.domain.people import Address, Language
from cards.actions import BUTTONS, FORM_NEW_IDEA, FORMS, SHORTCUT_MAKE_IMPROVEMENT, BadRef, Ref
from handlers.incoming import Actor, Envelope, Incoming, Picked, Pressed, Said, SentForm, Wanted
from handlers.teams.door import Admitted
from handlers.teams.files import attached
from handlers.teams.html_text import words_of
from handlers.teams.membership import changed_installation, changed_members
from handlers.teams.nodes import Node, mapping, mappings, text
from handlers.teams.places import PLATFORM, channel_name, is_personal, person_id, place_of, tenant_id
from handlers.teams.spoken import addressed_text
from handlers.teams.standings import said_by


class InvokeName(StrEnum):
    """The invokes that Femma answers."""

    CARD_ACTION = "adaptiveCard/action"
    DIALOG_FETCH = "task/fetch"
    DIALOG_SUBMIT = "task/submit"
    EXTENSION_FETCH = "composeExtension/fetchTask"
    EXTENSION_SUBMIT = "composeExtension/submitAction"


# Opening a form changes nothing, and Teams asks again when the first answer was late: then the form must
# come, not the silence that a repeated delivery gets. So each asking is a delivery of its own.
_ASKED_AGAIN = frozenset({InvokeName.DIALOG_FETCH, InvokeName.EXTENSION_FETCH})
_EXTENSION = "composeExtension/"
# What is longer than this is nobody's id: these come from the client, whose word is not taken for it.
_LONGEST_ID = 100
# Entries of a form's data that are not inputs.
_NOT_INPUTS = frozenset({"form", "value", "people", "action", "msteams"})


def read(admitted: Admitted, now: datetime) -> Incoming | None:
    """What this activity means. `now` stands in where it does not say when it was sent."""
    activity = admitted.activity
    if not text(activity, "from", "id") or _from_a_bot(activity):
        return None
    envelope = _envelope(admitted, now)
    where = place_of(activity, admitted.tenant)
    match text(activity, "type"):
        case "message":
            return _message(activity, envelope, where)
        case "invoke":
            return _invoke(activity, envelope, where)
        case "conversationUpdate":
            return changed_members(activity, envelope, where)
        case "installationUpdate":
            return changed_installation(activity, envelope, where)
    return None


def _envelope(admitted: Admitted, now: datetime) -> Envelope:
    activity, tenant = admitted.activity, admitted.tenant
    sender = text(activity, "from", "id")
    actor = Actor(
        tenant_id(tenant),
        person_id(tenant, text(activity, "from", "aadObjectId").lower() or sender),
        text(activity, "from", "name"),
        _language(activity),
        standing=said_by(activity, tenant),
    )
    return Envelope(_delivery(admitted, now), actor, _home(activity, tenant, sender), _moment(activity, now))


def _delivery(admitted: Admitted, now: datetime) -> str:
    activity = admitted.activity
    delivery = text(activity, "id") or f"body:{admitted.digest[:40]}"
    return f"{delivery}@{now.isoformat()}" if text(activity, "name") in _ASKED_AGAIN else delivery


def _home(activity: Node, tenant: str, sender: str) -> Address:
    """The direct chat when it is the one being used, else where to open it.

    A message extension may be used in a chat between two people, which is called personal too.
    """
    here = is_personal(activity) and not text(activity, "name").startswith(_EXTENSION)
    conversation = text(activity, "conversation", "id") if here else ""
    return Address(
        PLATFORM, tenant_id(tenant), conversation, service_url=text(activity, "serviceUrl"), person=sender
    )


def _language(activity: Node) -> Language | None:
    """From the client; older activities carry it only in the client's own entity."""
    tags = [text(activity, "locale"), *(text(entity, "locale") for entity in mappings(activity, "entities"))]
    return next((language for tag in tags if (language := Language.parse(tag))), None)


def _moment(activity: Node, now: datetime) -> datetime:
    """When it was sent, never later than now."""
    try:
        said = datetime.fromisoformat(text(activity, "timestamp"))
    except ValueError:
        return now
    return min(said if said.tzinfo else said.replace(tzinfo=UTC), now).astimezone(UTC)


def _from_a_bot(activity: Node) -> bool:
    """Our own words coming back, or another bot's: apps have ids that begin with 28."""
    sender = text(activity, "from", "id")
    return (
        sender == text(activity, "recipient", "id")
        or sender.startswith("28:")
        or text(activity, "from", "role") == "bot"
    )


def _message(activity: Node, envelope: Envelope, where: Address) -> Incoming | None:
    value = activity.get("value")
    if isinstance(value, dict):
        return _submitted(activity, value, envelope, where)
    words = addressed_text(activity)
    if words is None:
        return None
    if is_personal(activity):
        return Said(envelope, words, attached=attached(activity))
    return Said(envelope, words, where, channel_name(activity), attached=attached(activity))


def _invoke(activity: Node, envelope: Envelope, where: Address) -> Incoming | None:
    value = mapping(activity, "value")
    match text(activity, "name"):
        case InvokeName.CARD_ACTION:
            action = mapping(value, "action")
            return _pressed(activity, mapping(action, "data"), text(action, "verb"), envelope, where)
        case InvokeName.DIALOG_FETCH:
            return _pressed(activity, mapping(value, "data"), "", envelope, where)
        case InvokeName.DIALOG_SUBMIT | InvokeName.EXTENSION_SUBMIT:
            return _sent(mapping(value, "data"), envelope)
        case InvokeName.EXTENSION_FETCH:
            return _wanted(value, envelope)
    return None


def _submitted(activity: Node, data: Node, envelope: Envelope, where: Address) -> Incoming | None:
    """A plain Submit in a chat: an old client's press, or a form that stood in the chat."""
    if "form" in data:
        return _sent(data, envelope)
    return _pressed(activity, data, "", envelope, where)


def _pressed(activity: Node, data: Node, verb: str, envelope: Envelope, where: Address) -> Pressed | None:
    action = text(data, "action") or verb
    ref = _ref(text(data, "value"))
    if ref is None or action not in BUTTONS:
        return None
    return Pressed(envelope, action, ref, where, text(activity, "replyToId"))


def _sent(data: Node, envelope: Envelope) -> SentForm | None:
    form, ref = text(data, "form"), _ref(text(data, "value"))
    if ref is None or form not in FORMS:
        return None
    listed = data.get("people")
    people = frozenset(name for name in listed if isinstance(name, str)) if isinstance(listed, list) else ()
    entries = {name: text(data, name) for name in data if name not in _NOT_INPUTS}
    return SentForm(
        envelope,
        form,
        ref,
        {name: entry for name, entry in entries.items() if name not in people},
        {
            name: _picked(entry, envelope)
            for name, entry in entries.items()
            if name in people and 0 < len(entry) <= _LONGEST_ID
        },
    )


def _picked(user: str, envelope: Envelope) -> Picked:
    """The people picker gives an Entra object id, which can also open a chat."""
    home = envelope.home
    address = Address(home.platform, home.tenant, service_url=home.service_url, person=user)
    return Picked(f"{home.tenant}:{user}", "", address)


def _wanted(value: Node, envelope: Envelope) -> Wanted | None:
    if text(value, "commandId") != SHORTCUT_MAKE_IMPROVEMENT:
        return None
    body = mapping(value, "messagePayload", "body")
    content = text(body, "content")
    plain = text(body, "contentType") == "text"
    return Wanted(envelope, FORM_NEW_IDEA, content.strip() if plain else words_of(content))


def _ref(value: str) -> Ref | None:
    """None for a value that no card of ours holds."""
    try:
        return Ref.decode(value)
    except BadRef:
        return None
