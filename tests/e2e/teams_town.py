"""A Teams tenant as its people use it: they see what the fake connector holds, and everything they do is an
activity with a signed token, posted to Femma's front door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.serving import Running
from tests.fakes.teams import BOT, TENANT, FakeTeams, Message, mention

CHANNEL = "19:norr@thread.tacv2"
Body = dict[str, Any]


@dataclass(slots=True)
class TeamsTown:
    """Signs and sends; every activity is taken with 200 before anything else happens."""

    femma: Running
    teams: FakeTeams
    _sent: int = field(default=0)

    def fresh(self) -> str:
        """An id as Teams counts them: in milliseconds, never the same."""
        self._sent += 1
        return str(1771290000000 + self._sent)

    async def send(self, activity: Body) -> Body | None:
        """Deliver it, and let everything be said that follows from it. The body that was answered."""
        token = self.teams.token(self.femma.clock.now())
        headers = {"Authorization": f"Bearer {token}"}
        async with self.femma.http.post(
            f"{self.femma.url}/api/messages", json=activity, headers=headers
        ) as answer:
            assert answer.status == 200, (answer.status, activity["type"])
            body: Body | None = await answer.json() if answer.content_length else None
        await self.femma.settle()
        return body

    def in_channel(self, root: str = "") -> list[str]:
        """What stands in the team's channel, or under one of its messages, in plain words."""
        return [words_of(message) for message in self.teams.connector.posted(CHANNEL) if message.root == root]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a Teams client."""

    town: TeamsTown
    entra: str
    name: str
    locale: str

    @property
    def user(self) -> str:
        """Teams' own id of the person."""
        return f"29:{self.entra}"

    @property
    def chat(self) -> str:
        """The direct chat with Femma."""
        return f"a:chat-with-{self.user}"

    @property
    def messages(self) -> list[Message]:
        """Everything that Femma has said to this person alone."""
        return self.town.teams.connector.posted(self.chat)

    @property
    def cards(self) -> list[str]:
        """The same in plain words, as it stands now."""
        return [words_of(message) for message in self.messages]

    @property
    def heard(self) -> str:
        """The last thing Femma said to this person."""
        return self.cards[-1]

    def activity(self, **fields: Any) -> Body:
        """Something that this person does in the direct chat, unless the fields say where else."""
        usual = {
            "id": self.town.fresh(),
            "timestamp": self.town.femma.clock.now().isoformat(),
            "from": {"id": self.user, "name": self.name, "aadObjectId": self.entra},
            "conversation": {"conversationType": "personal", "tenantId": TENANT, "id": self.chat},
            "locale": self.locale,
        }
        return self.town.teams.activity(**(usual | fields))

    async def says(self, text: str) -> Body:
        """Writes to Femma alone; gives the activity back."""
        activity = self.activity(text=text)
        assert await self.town.send(activity) is None
        return activity

    async def installs(self) -> None:
        """Adds the app for oneself."""
        await self.town.send(self.activity(type="installationUpdate", action="add", text=None))

    async def adds_to_channel(self, channel: str = CHANNEL) -> None:
        """Adds the app to the team, in its channel."""
        await self.town.send(
            self.activity(
                type="conversationUpdate", text=None, membersAdded=[{"id": BOT}], **self._channel("", channel)
            )
        )

    async def mentions(self, text: str, root: str) -> None:
        """Names Femma under a message of the channel."""
        words = f"<at>Femma</at>&nbsp;{text}"
        await self.town.send(self.activity(text=words, entities=[mention()], **self._channel(root)))

    def _channel(self, root: str, channel: str = CHANNEL) -> Body:
        fields = self.town.teams.in_channel(channel, root)
        fields["channelData"]["channel"]["name"] = "Hemtjänsten norr"
        return fields

    def button(self, action: str, arg: str | None = None, channel: bool = False) -> tuple[str, Body]:
        """The newest button with this action (and last part of its value), and the id of its message."""
        messages = self.town.teams.connector.posted(CHANNEL) if channel else self.messages
        for message in reversed(messages):
            for drawn in actions_of(card_of(message)):
                data = drawn["data"]
                if data["action"] == action and arg in {None, data["value"].split("|", 3)[3]}:
                    return message.id, drawn
        raise LookupError(f"{self.name} sees no button {action} {arg or ''}")

    async def presses(self, action: str, arg: str | None = None) -> Body:
        """One press of an Action.Execute; gives the activity back."""
        return await self.presses_this(*self.button(action, arg))

    async def presses_this(self, message: str, drawn: Body) -> Body:
        """A button of a message that is known."""
        assert drawn["type"] == "Action.Execute"
        value = {"action": {name: drawn[name] for name in ("type", "verb", "data")}, "trigger": "manual"}
        activity = self.invoke("adaptiveCard/action", value, replyToId=message)
        body = await self.town.send(activity)
        assert body is not None
        assert body["type"] == "application/vnd.microsoft.activity.message"
        assert body["statusCode"] == 200
        return activity

    async def opens(self, action: str, channel: bool = False) -> Body:
        """A press that fetches a dialog: its card."""
        return await self.opens_with(*self.button(action, channel=channel), CHANNEL if channel else "")

    async def opens_with(self, message: str, drawn: Body, channel: str = "") -> Body:
        """The dialog that a button of a known message fetches."""
        assert drawn["type"] == "Action.Submit"
        assert drawn["data"]["msteams"] == {"type": "task/fetch"}
        value = {"data": drawn["data"], "context": {"theme": "default"}}
        place = self._channel(message, channel) if channel else {}
        return dialog_of(await self.town.send(self.invoke("task/fetch", value, replyToId=message, **place)))

    async def sends(self, card: Body, /, channel: bool = False, **fields: str) -> Body | None:
        """Fills a dialog in as Teams would, with what was there before, and sends it."""
        value = {"data": filled(card, fields)}
        place = self._channel(root="") if channel else {}
        return await self.town.send(self.invoke("task/submit", value, **place))

    async def makes_improvement_of(self, html: str) -> Body:
        """The command on a colleague's message, in a chat where Femma is not: the dialog."""
        value = {
            "commandId": "make_improvement",
            "commandContext": "message",
            "messagePayload": {"body": {"contentType": "html", "content": html}},
        }
        return dialog_of(await self._extends("composeExtension/fetchTask", value))

    async def sends_improvement(self, card: Body, /, **fields: str) -> Body | None:
        """The dialog of that command."""
        value = {"commandId": "make_improvement", "data": filled(card, fields)}
        return await self._extends("composeExtension/submitAction", value)

    async def _extends(self, name: str, value: Body) -> Body | None:
        chat = {"conversationType": "personal", "tenantId": TENANT, "id": "19:two-people@unq.gbl.spaces"}
        return await self.town.send(self.invoke(name, value, conversation=chat))

    def invoke(self, name: str, value: Body, **fields: Any) -> Body:
        """An invoke, whose id is of another kind than a message's."""
        return self.activity(
            type="invoke", id=f"f:{self.town.fresh()}", name=name, value=value, text=None, **fields
        )


def card_of(message: Message) -> Mapping[str, Any]:
    """The card of a message as it stands now; empty for plain words."""
    attachments = message.versions[-1].get("attachments", [])
    content: Mapping[str, Any] = attachments[0]["content"] if attachments else {}
    return content


def words_of(message: Message) -> str:
    """Everything that a message shows, without buttons."""
    return "\n".join([message.versions[-1].get("text", ""), *_texts(card_of(message).get("body"))])


def dialog_of(body: Body | None) -> Body:
    """The card of a dialog that was answered."""
    assert body is not None
    assert body["task"]["type"] == "continue"
    attachment = body["task"]["value"]["card"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    card: Body = attachment["content"]
    return card


def inputs_of(card: Body) -> dict[str, Body]:
    """The inputs of a dialog by name."""
    return {element["id"]: element for element in card["body"] if element["type"].startswith("Input.")}


def filled(card: Body, fields: Mapping[str, str]) -> Body:
    """What Teams sends: the button's own data and what stands in each input."""
    inputs = inputs_of(card)
    assert set(fields) <= set(inputs), "no such input"
    before = {name: element["value"] for name, element in inputs.items() if "value" in element}
    data: Body = card["actions"][0]["data"]
    return {**data, **before, **fields}


def charts_of(message: Message) -> list[Body]:
    """The native charts of a message."""
    body: list[Body] = card_of(message)["body"]
    return [element for element in body if element["type"].startswith("Chart.")]


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for entry in node:
            yield from _texts(entry)
    elif isinstance(node, dict) and node.get("type") != "ActionSet":
        for name in ("text", "title", "inlines", "items", "body"):
            if isinstance(node.get(name), str):
                yield _as_read(node[name]) if node["type"] == "TextBlock" else node[name]
            else:
                yield from _texts(node.get(name))


def _as_read(markdown: str) -> str:
    """Teams reads markdown in a TextBlock: the backslashes there are not seen."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def actions_of(card: Mapping[str, Any]) -> Iterator[Body]:
    """The buttons of a card, in order; links are none."""
    for element in card.get("body", []):
        if element["type"] == "ActionSet":
            yield from (one for one in element["actions"] if one["type"] != "Action.OpenUrl")
