"""One turn through the Bot Framework: Activity, TurnContext, TeamsActivityHandler, InvokeResponse.

The library's own CloudAdapter is not used: it answers every invoke with 500 and fetches keys on the loop.
Who may come in is decided before (`handlers.teams.door`), meaning is read from the raw activity before
(`handlers.teams.inbound`), and Femma speaks through `TeamsChat`; what is left here is the carrying.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NoReturn, TypeAlias

from botbuilder.core import BotAdapter, InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.schema import Activity, ActivityTypes, ResourceResponse

from handlers.teams.nodes import Node, mapping, text

# Gives the body of the invoke's response, None for an empty one; messages have none.
Take: TypeAlias = Callable[[TurnContext], Awaitable[Mapping[str, Any] | None]]

# What the library's model may be given: texts, and objects of texts. The rest of an activity is read raw:
# the library would walk through all of it, which takes a tenth of a second for what may be in `channelData`.
_TEXTS = (
    "type",
    "id",
    "name",
    "channelId",
    "serviceUrl",
    "text",
    "textFormat",
    "locale",
    "action",
    "replyToId",
)
_ACCOUNTS = ("from", "recipient", "conversation")


class TurnAdapter(BotAdapter):
    """Runs a turn and keeps the invoke response that it makes."""

    async def run(self, activity: Node, take: Take) -> InvokeResponse | None:
        """Carry one activity to `take`. None where there is no response; raises what `take` raises."""
        context = TurnContext(self, to_model(activity))
        await self.run_pipeline(context, TurnHandler(take).on_turn)
        sent = context.turn_state.get(self._INVOKE_RESPONSE_KEY)
        return sent.value if isinstance(sent, Activity) else None

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Takes an invoke response; a message through here would pass the outbox by."""
        for activity in activities:
            if activity.type != ActivityTypes.invoke_response:
                _not_this_way()
            context.turn_state[self._INVOKE_RESPONSE_KEY] = activity
        return [ResourceResponse(id="") for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> NoReturn:
        """Femma edits through TeamsChat."""
        _not_this_way()

    async def delete_activity(self, context: TurnContext, reference: object) -> NoReturn:
        """Femma deletes nothing."""
        _not_this_way()


class TurnHandler(TeamsActivityHandler):
    """The kinds of activity that mean something to Femma, all taken the same way.

    The finer methods of the base class are passed by: for new members they ask Teams about each of them, and
    for dialogs they rebuild the card from models that do not know all of it.
    """

    def __init__(self, take: Take) -> None:
        """`take` is awaited once in the turn."""
        super().__init__()
        self._take = take

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Words, or a plain Submit."""
        await self._take(turn_context)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Somebody or Femma came or went."""
        await self._take(turn_context)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        """The app was added or removed."""
        await self._take(turn_context)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """Buttons, dialogs and message extensions: answered in the same request."""
        return InvokeResponse(status=200, body=await self._take(turn_context))


def to_model(activity: Node) -> Activity:
    """The library's Activity, of those fields that have the types it expects."""
    known: dict[str, Any] = {name: said for name in _TEXTS if (said := text(activity, name))}
    for name in _ACCOUNTS:
        account = mapping(activity, name)
        known[name] = {key: said for key in account if (said := text(account, key))}
    return Activity.deserialize(known)


def _not_this_way() -> NoReturn:
    raise TypeError("Femma speaks through TeamsChat")
