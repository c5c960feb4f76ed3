"""A Slack workspace as its people use it: they see what the fake Slack shows, and everything they do is a
signed request to Femma's front door.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.serving import Running
from tests.fakes.slack import BOT_USER, TEAM, FakeSlack
from tests.fakes.slack_signer import Payload, Signed, SlackSigner, event, interaction, press

CHANNEL = "C0TEAM"


@dataclass(slots=True)
class SlackTown:
    """Signs and sends; every request is taken with 200 before anything else happens."""

    femma: Running
    slack: FakeSlack
    _sent: int = field(default=0)

    @property
    def signer(self) -> SlackSigner:
        """Signs with the present moment."""
        return SlackSigner(self.femma.clock.now())

    def fresh(self, kind: str) -> str:
        """An id that was not used before."""
        self._sent += 1
        return f"{kind}{self._sent}"

    def stamp(self) -> str:
        """A message of this moment, as Slack names it."""
        self._sent += 1
        return f"{int(self.femma.clock.now().timestamp())}.{self._sent:06d}"

    async def send(self, signed: Signed) -> Payload:
        """Deliver it, and let everything be said that follows from it. What was answered at once."""
        shown = await self.deliver(signed)
        await self.femma.settle()
        return shown

    async def deliver(self, signed: Signed) -> Payload:
        """Deliver it, and wait for the 200 alone."""
        async with self.femma.http.post(
            f"{self.femma.url}/slack/events", data=signed.body, headers=signed.headers
        ) as answer:
            words = await answer.text()
            assert answer.status == 200, (answer.status, words)
        shown: Payload = json.loads(words) if words else {}
        return shown

    async def happens(self, kind: str, **fields: Any) -> Payload:
        """One delivery of the Events API; gives it back, so that it can be repeated."""
        payload = event(kind, self.fresh("Ev"), **fields)
        payload["event_time"] = int(self.femma.clock.now().timestamp())
        await self.send(self.signer.event(payload))
        return payload

    async def joins_channel(self, inviter: Colleague, channel: str = CHANNEL) -> None:
        """Femma is invited."""
        await self.happens("member_joined_channel", user=BOT_USER, channel=channel, inviter=inviter.user)

    def in_channel(self, thread: str = "") -> list[str]:
        """What stands in the team's channel, or in one of its threads, in plain words."""
        return [
            words_of(shown) for _, shown in self.messages(CHANNEL) if shown.get("thread_ts", "") == thread
        ]

    def messages(self, channel: str) -> list[tuple[str, Payload]]:
        """Every message of a conversation with its stamp, as it stands now."""
        return [(stamp, shown) for (place, stamp), shown in self.slack.messages.items() if place == channel]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody at a keyboard."""

    town: SlackTown
    user: str
    name: str

    @property
    def channel(self) -> str:
        """The direct chat with Femma."""
        return "D" + self.user[1:]

    @property
    def cards(self) -> list[str]:
        """Everything in the direct chat, in plain words, as it stands now."""
        return [words_of(shown) for _, shown in self.town.messages(self.channel)]

    @property
    def heard(self) -> str:
        """The last thing Femma said to this person."""
        return self.cards[-1]

    async def says(self, text: str) -> Payload:
        """Writes to Femma alone; gives the delivery back."""
        return await self.town.happens(
            "message", user=self.user, text=_typed(text), channel=self.channel, channel_type="im",
            team=TEAM, ts=self.town.stamp(),
        )  # fmt: skip

    async def mentions(self, text: str, stamp: str) -> None:
        """Names Femma in the channel."""
        words = f"<@{BOT_USER}> {_typed(text)}"
        await self.town.happens(
            "app_mention", user=self.user, text=words, channel=CHANNEL, ts=stamp, team=TEAM
        )

    async def commands(self, text: str) -> Payload:
        """/femma in the channel; what only this person sees."""
        town = self.town
        fields = {
            "token": "old", "team_id": TEAM, "channel_id": CHANNEL, "channel_name": "hemtjansten-norr",
            "user_id": self.user, "user_name": "x", "command": "/femma", "text": _typed(text),
            "api_app_id": "A0FEMMA", "is_enterprise_install": "false", "trigger_id": town.fresh("trigger."),
        }  # fmt: skip
        return await town.send(town.signer.command(fields))

    async def opens_home(self) -> None:
        """Looks at Femma's own page."""
        await self.town.happens("app_home_opened", user=self.user, channel=self.channel, tab="home")

    def button(self, action: str, arg: str | None = None, channel: str = "") -> tuple[str, Payload]:
        """The newest button with this action (and last part of its value), and the stamp of its message."""
        for stamp, shown in reversed(self.town.messages(channel or self.channel)):
            for element in buttons_of(shown):
                named = element["action_id"].rpartition(":")[0]
                if named == action and arg in {None, element["value"].split("|", 3)[3]}:
                    return stamp, element
        raise LookupError(f"{self.name} sees no button {action} {arg or ''}")

    async def presses(self, action: str, arg: str | None = None, channel: str = "") -> Signed:
        """One press; gives the request back, so that it can be repeated."""
        stamp, element = self.button(action, arg, channel)
        return await self.presses_this(stamp, element, channel)

    async def presses_this(self, stamp: str, element: Payload, channel: str = "") -> Signed:
        """A button of a message that is known."""
        where = channel or self.channel
        payload = press(
            element["action_id"], element["value"], where,
            user=self.user, trigger=self.town.fresh("trigger."),
            container={"type": "message", "message_ts": stamp, "channel_id": where},
        )  # fmt: skip
        payload["actions"][0]["action_ts"] = self.town.stamp()
        signed = self.town.signer.interaction(payload)
        await self.town.send(signed)
        return signed

    async def opens(self, action: str, channel: str = "") -> Payload:
        """A press that opens a modal: the view."""
        return await self.opens_with(*self.button(action, None, channel), channel)

    async def opens_with(self, stamp: str, element: Payload, channel: str = "") -> Payload:
        """The modal that a button of a known message opens."""
        before = len(self.town.slack.views)
        await self.presses_this(stamp, element, channel)
        assert len(self.town.slack.views) == before + 1, "no modal was opened"
        return self.town.slack.views[-1]

    async def makes_improvement_of(self, text: str) -> Payload:
        """The shortcut on a colleague's message: the modal."""
        town, before = self.town, len(self.town.slack.views)
        payload = interaction(
            "message_action", town.fresh("trigger."), self.user, callback_id="make_improvement",
            message={"type": "message", "text": _typed(text), "ts": "1700000000.000900"},
            channel={"id": CHANNEL, "name": "x"}, action_ts="1700000002.000100",
        )  # fmt: skip
        await town.send(town.signer.interaction(payload))
        assert len(town.slack.views) == before + 1, "no modal was opened"
        return town.slack.views[-1]

    async def sends(self, view: Payload, /, **fields: str) -> Payload:
        """Fills a modal in as Slack would, with what was there before, and sends it."""
        town = self.town
        values = {
            block["block_id"]: {block["block_id"]: _filled(block["element"], fields.get(block["block_id"]))}
            for block in view["blocks"]
            if block["type"] == "input"
        }
        assert set(fields) <= set(values), "no such input"
        back = {**view, "id": "V1", "state": {"values": values}}
        payload = interaction("view_submission", town.fresh("trigger."), self.user, view=back)
        return await town.send(town.signer.interaction(payload))


def words_of(shown: Payload) -> str:
    """Everything that a message, modal or home shows, without buttons; charts by their title."""
    blocks = [block for block in shown.get("blocks", []) if block["type"] != "actions"]
    return "\n".join(_texts(blocks))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for entry in node:
            yield from _texts(entry)
    elif isinstance(node, dict):
        for name in ("text", "title", "elements", "fields"):
            if isinstance(node.get(name), str):
                yield node[name]
            else:
                yield from _texts(node.get(name))


def buttons_of(shown: Payload) -> Iterator[Payload]:
    """The buttons of a message, in order."""
    for block in shown.get("blocks", []):
        if block["type"] == "actions":
            yield from block["elements"]


def _filled(element: Payload, value: str | None) -> Payload:
    kind = element["type"]
    match kind:
        case "plain_text_input":
            return {"type": kind, "value": element.get("initial_value") if value is None else value}
        case "datepicker":
            return {"type": kind, "selected_date": value or element.get("initial_date")}
        case "users_select":
            return {"type": kind, "selected_user": value or element.get("initial_user")}
        case "static_select":
            chosen = [option for option in element["options"] if option["value"] == value]
            assert value is None or chosen, f"{value} cannot be chosen"
            return {"type": kind, "selected_option": chosen[0] if chosen else element.get("initial_option")}
    raise AssertionError(f"an input of an unknown kind: {kind}")


def _typed(text: str) -> str:
    """Slack escapes these three in what people write."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
