"""Many people who talk to Femma through Slack, and do not give up when it does not answer.

What they write holds a word of its own each time, so that it can be found again in the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from time import monotonic, time

import aiohttp

from bench.ledger import Button, Ledger
from bench.town import Neighbour
from cards import actions
from tests.fakes.slack_signer import Signed, SlackSigner, direct_message, press

# docs.slack.dev/apis/events-api: an answer must come within three seconds. Slack repeats at once, after a
# minute and after five; here that is pressed together, and goes on until the bot is there again.
_PATIENCE = aiohttp.ClientTimeout(total=3)
_REPEATS = (0.0, 0.3, 0.6, 1.0)
_LAST_REPEAT = 300
# Seconds that a person reads before acting again.
_READS = 1.5
_ANSWERS = ("yes", "no", "seen", "believed", "root", "dont-know", "skip")
_WORDS = (
    "Det tar för lång tid att hitta nyckeln", "Ingen har sagt vem som ändrar i listan",
    "Skrivaren på plan två krånglar", "Vikarien får ingen inloggning", "Maten kommer kall på fredagar",
    "Cyklarna saknar belysning", "Vi fyller i blanketten två gånger", "Telefonen ringer mitt i lunchen",
    "Hissen stannar mellan våningarna", "Förrådet är tomt på handskar",
)  # fmt: skip


# The newest of these on the screen is pressed so often; otherwise the person writes.
_LIKELY = (
    (actions.TELL_ANYWAY, 0.9),
    (actions.TELL_KIND, 0.7),
    (actions.WHY_ANSWER, 0.4),
    (actions.IDEA_WHY, 0.5),
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was answered with 2xx. `word` is empty for a press, `seconds` the time of the answer itself."""

    delivery: str
    word: str
    seconds: float
    tries: int


@dataclass(frozen=True, slots=True)
class _Player:
    user: str
    chat: str
    manages: bool


@dataclass(slots=True)
class Crowd:
    """The people of a town. `accepted` is what Femma has promised to keep."""

    neighbours: Sequence[Neighbour]
    ledger: Ledger
    bot: str
    http: aiohttp.ClientSession
    rng: Random
    accepted: list[Accepted] = field(default_factory=list)
    odd: list[int] = field(default_factory=list)
    _resting: dict[str, float] = field(default_factory=dict)
    _busy: set[asyncio.Task[None]] = field(default_factory=set)
    _acts: int = 0

    async def talk(self, rate: float, until: asyncio.Event) -> None:
        """`rate` new acts a second until told to stop; what was begun is then brought to an end."""
        players = [_Player(one.user, one.chat, False) for one in self.neighbours]
        players += [_Player(one.manager, one.manager_chat, True) for one in self.neighbours]
        begun, acts = monotonic(), 0
        while not until.is_set():
            acts += 1
            await asyncio.sleep(max(0.0, begun + acts / rate - monotonic()))
            free = [one for one in self.rng.sample(players, 12) if self._is_free(one)]
            if free:
                self._start(free[0])
        if self._busy:
            await asyncio.wait(self._busy)

    @property
    def is_quiet(self) -> bool:
        """Does nobody wait for an answer?"""
        return not self._busy

    async def leave(self) -> None:
        """Give up what is under way."""
        for task in self._busy:
            task.cancel()
        await asyncio.gather(*self._busy, return_exceptions=True)

    def _is_free(self, player: _Player) -> bool:
        if self._resting.get(player.user, 0.0) > monotonic():
            return False
        return not player.manages or self._to_press(player, actions.IDEA_ACKNOWLEDGE) is not None

    def _start(self, player: _Player) -> None:
        self._resting[player.user] = float("inf")
        task = asyncio.create_task(self._act(player))
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)

    async def _act(self, player: _Player) -> None:
        self._acts += 1
        number, again = self._acts, 0
        found, stamp_of_act = self._choose(player), f"{time():.6f}"

        def event(retry: int) -> tuple[str, Signed]:
            said = f"{_WORDS[number % len(_WORDS)]} {word}"
            when = {"ts": stamp_of_act, "event_ts": stamp_of_act}
            payload = direct_message(
                said, user=player.user, event_id=f"Ev{number}", channel=player.chat, **when
            )
            return f"Ev{number}", SlackSigner(datetime.now(UTC)).event(payload, retry)

        def tap(retry: int) -> tuple[str, Signed]:
            # Slack repeats no press: the person presses again, and that is another one.
            assert found is not None
            stamp, button = found
            trigger = f"trigger.{number}.{retry}"
            payload = press(
                button.action_id, button.value, player.chat, user=player.user, trigger=trigger,
                container={"type": "message", "message_ts": stamp, "channel_id": player.chat},
            )  # fmt: skip
            return trigger, SlackSigner(datetime.now(UTC)).interaction(payload)

        word = "" if found else f"ord{number:07}q"
        make: Callable[[int], tuple[str, Signed]] = tap if found else event
        while again < _LAST_REPEAT:
            delivery, signed = make(again)
            sent = monotonic()
            if await self._is_taken(signed):
                self.accepted.append(Accepted(delivery, word, monotonic() - sent, again + 1))
                break
            await asyncio.sleep(_REPEATS[min(again, len(_REPEATS) - 1)])
            again += 1
        self._resting[player.user] = monotonic() + self.rng.uniform(_READS, 2 * _READS)

    async def _is_taken(self, signed: Signed) -> bool:
        try:
            async with self.http.post(
                f"{self.bot}/slack/events", data=signed.body, headers=signed.headers, timeout=_PATIENCE
            ) as answer:
                await answer.read()
        except (aiohttp.ClientError, TimeoutError, ConnectionError):
            return False
        if answer.status not in {200, 503}:
            self.odd.append(answer.status)
        return answer.status == 200

    def _choose(self, player: _Player) -> tuple[str, Button] | None:
        """A button on the screen, or None for words."""
        if player.manages:
            return self._to_press(player, actions.IDEA_ACKNOWLEDGE)
        for action, share in _LIKELY:
            found = self._to_press(player, action, newest=True)
            if found is not None:
                return found if self.rng.random() < share else None
        return None

    def _to_press(self, player: _Player, action: str, newest: bool = False) -> tuple[str, Button] | None:
        screen = self.ledger.screen(player.chat)
        for stamp, buttons in screen[: 1 if newest else None]:
            fits = [one for one in buttons if one.action == action and _is_an_answer(one)]
            if fits:
                return stamp, self.rng.choice(fits)
        return None


def _is_an_answer(button: Button) -> bool:
    """Nothing that takes words back: they would rightly be gone."""
    return button.action != actions.WHY_ANSWER or button.value.rpartition("|")[2] in _ANSWERS
