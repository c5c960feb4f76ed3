"""What the core answers at once, as the body of an invoke's response. Pure.

Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots,
.../messaging-extensions/how-to/action-commands/respond-to-task-module-submit and
.../adaptive-cards/authoring-cards/universal-action-model (response format).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, assert_never

from cards.adaptive_card import form_to_adaptive_card, line_to_adaptive_card
from cards.escape import label
from cards.model import Form
from handlers.incoming import Answer, FormErrors, Nothing, PrivateLine, ShowForm
from handlers.teams.outbound import CARD_TYPE

_NO_ERRORS: Mapping[str, str] = MappingProxyType({})
# Teams takes an empty text for a failure: it shows an error and sends the press again. So something is
# said, which is the same in every language.
QUIET = "\N{CHECK MARK}"
_TALL_FROM = 4
_TITLE = 64


def card_action_body(answer: Answer) -> dict[str, Any]:
    """For Action.Execute. A form cannot be opened from here; whoever calls this has put it into the chat."""
    words = answer.text if isinstance(answer, PrivateLine) else ""
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words or QUIET}


def dialog_body(answer: Answer) -> dict[str, Any] | None:
    """For dialogs and message extensions: the next thing to show; None closes the dialog.

    It must then be no body at all: an empty object is an answer without a task, and shows as an error.
    """
    match answer:
        case Nothing():
            return None
        case PrivateLine(text):
            return _line(text)
        case ShowForm(form):
            return _form(form, _NO_ERRORS)
        case FormErrors(errors, form):
            return _form(form, errors)
        case _:
            assert_never(answer)


def extension_body(answer: Answer) -> dict[str, Any]:
    """For the sent form of a message extension.

    Microsoft's clients differ in whether no answer closes this dialog, so it always gets one. It is also the
    only sign that somebody sees who has no chat with Femma open.
    """
    return dialog_body(answer) or _line(QUIET)


def _form(form: Form, errors: Mapping[str, str]) -> dict[str, Any]:
    height = "large" if len(form.inputs) >= _TALL_FROM else "medium"
    return _dialog(form_to_adaptive_card(form, errors), title=label(form.title, _TITLE), height=height)


def _line(words: str) -> dict[str, Any]:
    """Words alone are a card too.

    The answer of type `message` is described for one invoke only, task/submit; people report an empty dialog
    for task/fetch and an error for message extensions. A card is described for all of them.
    """
    return _dialog(line_to_adaptive_card(words), height="small")


def _dialog(content: Mapping[str, Any], **looks: str) -> dict[str, Any]:
    card = {"contentType": CARD_TYPE, "content": content}
    return {"task": {"type": "continue", "value": {**looks, "width": "medium", "card": card}}}
