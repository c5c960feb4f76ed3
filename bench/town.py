"""A town to measure in: people with an open talk about causes and an idea whose manager has not answered.

Everybody has a chat and a manager of their own, so that the pace of one channel holds nobody up. The rows are
made by the bot's own handlers. What is asked of the bot then is in `knocks.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bench.chat_api import name_of
from bot.app import Core, new_id
from bot.calendars import PublicHolidays
from bot.clocks import SystemClock
from bot.domain.ideas import Kind
from bot.domain.people import Address, Language, Person, Team
from bot.domain.work import Work
from cards.model import Card
from handlers import filing, talking
from handlers.chat import Posted
from handlers.turn import Turn
from tests.fakes.slack import TEAM

TENANT = f"slack:{TEAM}"
# A transaction of the bot lasts two seconds at most.
_AT_ONCE = 3
_PROBLEM = "Listan över vikarier ligger i ett annat hus, och på morgonen hinner ingen gå dit och hämta den"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One person and their manager, as Slack calls them, and the idea between them."""

    user: str
    chat: str
    manager: str
    manager_chat: str
    idea: str


class Silent:
    """Takes every card: the town's own letters go nowhere."""

    async def post(self, to: Address, card: Card) -> Posted:
        return Posted(to, "1700000000.000300")

    async def edit(self, at: Address, message: str, card: Card) -> None:
        return None

    async def publish(self, page: Address, card: Card) -> None:
        return None


async def build(url: str, people: int) -> list[Neighbour]:
    """Fill an empty database. The talks stand at their first question, which has been shown."""
    clock = SystemClock()
    core = await Core.open(url, clock)
    try:
        town: list[Neighbour] = []
        for start in range(0, people, _AT_ONCE):
            numbers = range(start, min(start + _AT_ONCE, people))

            async def job(work: Work, numbers: range = numbers) -> list[Neighbour]:
                return [await _move_in(work, number) for number in numbers]

            town += await core.store.run("*", job)
        await core.deliver_to({"slack": Silent()}, clock, {}).drain()
        return town
    finally:
        await core.engine.dispose()


async def _move_in(work: Work, number: int) -> Neighbour:
    now = SystemClock().now()
    turn = Turn(work, now, TENANT, f"town{number}", Language.SV, PublicHolidays(), new_id, now)
    await work.tenant(TENANT)
    manager = await work.save_person(_person(f"U{number:04}M"))
    channel = Address("slack", TENANT, f"C{number:04}")
    team = await work.save_team(
        Team(f"team{number}", TENANT, f"Hemtjänst {number}", channel, manager=manager.id)
    )
    author = await work.save_person(_person(f"U{number:04}A", team.id))
    idea = await filing.file_idea(turn, author, team, _PROBLEM, Kind.PROBLEM)
    await talking.open_talk(turn, author, idea.id)
    return Neighbour(f"U{number:04}A", f"D{number:04}A", f"U{number:04}M", f"D{number:04}M", idea.id)


def _person(user: str, team: str | None = None) -> Person:
    home = Address("slack", TENANT, "D" + user[1:])
    return Person(f"{TENANT}:{user}", TENANT, name_of(user), Language.SV, team, home)
