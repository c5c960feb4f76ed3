"""`python -m bench.year`: a year of a municipality with 70 teams and 2,000 people, played through the core.

People tell ideas at any hour, managers answer at once, late or never, go on leave, pass on and forget;
tries are followed up, people leave. At the end three things are counted that must be none: ideas without a
stage, an owner or a next date; reminders outside working hours or after an answer; promises counted wrong
against a calculation that shares nothing with Femma's own (`bench.almanac`).
"""

from __future__ import annotations

import argparse
import asyncio
import heapq
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

from sqlalchemy import select

from bench.almanac import YEAR, here, later, moment_at, works
from bench.year_judge import Result, judge
from bot.app import Core
from bot.domain.attempts import ANSWERS
from bot.domain.ideas import UNDER_WAY, Idea, Kind, Reason, Stage
from bot.domain.people import Address, DigestRule, Language, Person, PromiseRule, Team
from bot.domain.telling import Telling
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from handlers.incoming import Actor, Departed, Envelope, Incoming, Picked, Pressed, Said, SentForm
from storage.codec import unpack
from storage.tables import ideas, moment
from tests.house import FixedClock

TENANT = "bench:kommun"
_ZONES = (
    *[("Europe/Stockholm", Language.SV)] * 50,
    *[("Europe/Oslo", Language.NB)] * 14,
    *[("Europe/London", Language.EN)] * 6,
)
# Most promise what Femma suggests; some have other days and hours.
_RULES = (
    *[PromiseRule()] * 6,
    PromiseRule(1, 5, time(7, 0), time(15, 0)),
    PromiseRule(3, 15, time(9, 0), time(17, 0)),
    PromiseRule(5, 20, time(8, 30), time(16, 30)),
)
# What is in memory is not waited for; where there is no such folder the usual one will do.
_MEMORY = Path("/dev/shm")
_SUBJECTS = ("nyckelskåpet", "laddaren", "blanketten", "vikariens inloggning", "matlistan", "parkeringen")
_TROUBLES = ("saknas ofta", "står fel", "tar lång tid", "hittar ingen", "är trasig", "fylls i två gånger")


@dataclass(frozen=True, slots=True)
class Citizen:
    """A person of the town."""

    id: str
    name: str
    team: str
    language: Language

    @property
    def home(self) -> Address:
        return Address("web", TENANT, f"dm:{self.id}", person=self.id)


class Year:
    """One play. Everything that happens is drawn from the seed."""

    def __init__(
        self, core: Core, clock: FixedClock, file: Path, seed: int, size: tuple[int, int, int]
    ) -> None:
        """`file` is the core's database, `size`: teams, people, and how many ideas are told in the year."""
        self.core, self.clock, self.rng = core, clock, Random(seed)
        self.teams: dict[str, Team] = {}
        self.people: dict[str, Citizen] = {}
        self._known: set[str] = set()
        self._of: dict[str, list[Citizen]] = defaultdict(list)
        self._agenda: list[tuple[datetime, int, Callable[[], Awaitable[None]]]] = []
        self._numbers = count(1)
        self._size = size
        self._peek = sqlite3.connect(file)
        self._asked: set[tuple[str, str, date]] = set()
        self.snoozes: dict[str, list[datetime]] = defaultdict(list)
        self.moves: Counter[str] = Counter()

    def close(self) -> None:
        """No more looks at the database."""
        self._peek.close()

    async def play(self) -> None:
        """From New Year to New Year."""
        await self._found()
        self._plan()
        end = datetime(YEAR + 1, 1, 1, tzinfo=UTC)
        hour = datetime(YEAR, 1, 1, tzinfo=UTC)
        while hour < end:
            hour += timedelta(hours=1)
            while self._agenda and self._agenda[0][0] <= hour:
                at, _, act = heapq.heappop(self._agenda)
                self.clock.moment = max(self.clock.moment, at)
                await act()
            self.clock.moment = hour
            # Also at night: what is due then must wait by itself.
            if self._is_due():
                await self.core.due.drain()
            if hour.hour == 12:
                await self._look_around()

    def _is_due(self) -> bool:
        """A look past the core: most hours bring nothing, and a transaction costs many times this."""
        first = self._peek.execute("SELECT min(due) FROM reminders").fetchone()[0]
        return first is not None and str(first) <= moment(self.clock.now())

    async def _found(self) -> None:
        """The town as it is on New Year's Eve."""
        teams, people, _ = self._size
        for number in range(teams):
            zone, language = _ZONES[number % len(_ZONES)]
            id_ = f"team{number}"
            heads = (f"head{number // 10}", f"top{number // 35}", None)
            team = Team(
                id_, TENANT, f"Enhet {number}", Address("web", TENANT, id_), language,
                DigestRule(zone=zone), f"chef{number}", f"ers{number}", above=heads,
                promise=_RULES[number % len(_RULES)],
            )  # fmt: skip
            self.teams[id_] = await self._keep(team)
            for role in (f"chef{number}", f"ers{number}"):
                await self._meet(role, id_, language)
        for special in {head for team in self.teams.values() for head in team.above if head} | {"lead"}:
            await self._meet(special, "team0", Language.SV)
        for number in range(people):
            team = self.teams[f"team{number % teams}"]
            self._of[team.id].append(await self._meet(f"p{number}", team.id, team.language))

        async def lead(work: Work) -> None:
            await work.save_tenant(replace(await work.tenant(TENANT), lead="lead"))

        await self.core.store.run(TENANT, lead)

    async def _keep(self, team: Team) -> Team:
        return await self.core.store.run(TENANT, lambda work: work.save_team(team))

    async def _meet(self, id_: str, team: str, language: Language) -> Citizen:
        citizen = Citizen(id_, f"Namn {id_}", team, language)
        person = Person(id_, TENANT, citizen.name, language, team, citizen.home)
        await self.core.store.run(TENANT, lambda work: work.save_person(person))
        self.people[id_] = citizen
        return citizen

    def _plan(self) -> None:
        for _ in range(self._size[2]):
            team = self.teams[self.rng.choice(list(self.teams))]
            citizen = self.rng.choice(self._of[team.id])
            day = date(YEAR, 1, 2) + timedelta(days=self.rng.randrange(362))
            self._at(moment_at(day, self.rng.triangular(5, 24, 13), team.rule.zone), self._tells(citizen))
        for team in self.teams.values():
            for _ in range(2):
                start = date(YEAR, 1, 10) + timedelta(days=self.rng.randrange(330))
                until = start + timedelta(days=self.rng.choice((3, 7, 28)))
                said = f"{self._away_words(team)} {until.isoformat()}"
                at = moment_at(start, 7.5, team.rule.zone)
                self._at(at, self._says(self.people[team.manager or ""], said))
        for citizen in self.rng.sample([one for them in self._of.values() for one in them], len(self._of)):
            day = date(YEAR, 3, 1) + timedelta(days=self.rng.randrange(280))
            self._at(moment_at(day, 12, "Europe/Stockholm"), self._leaves(citizen))

    def _away_words(self, team: Team) -> str:
        return {Language.SV: "borta till", Language.NB: "borte til", Language.EN: "away until"}[team.language]

    def _at(self, moment: datetime, act: Callable[[], Awaitable[None]]) -> None:
        heapq.heappush(self._agenda, (moment, next(self._numbers), act))

    async def _hear(self, make: Callable[[Envelope], Incoming], who: Citizen) -> None:
        number = next(self._numbers)
        actor = Actor(TENANT, who.id, who.name, who.language)
        envelope = Envelope(f"d{number}", actor, who.home, self.clock.now())
        await self.core.conversation.hear(make(envelope))

    async def _press(self, who: Citizen, action: str, ref: Ref) -> None:
        self.moves[action] += 1
        await self._hear(lambda envelope: Pressed(envelope, action, ref, who.home), who)

    async def _send(self, who: Citizen, form: str, idea: Idea, arg: str = "", /, **fields: str) -> None:
        people = {}
        if "who" in fields:
            other = self.people[fields.pop("who")]
            people = {"who": Picked(other.id, other.name, other.home)}
        ref = Ref("idea", idea.id, idea.version, arg)
        self.moves[form] += 1
        await self._hear(lambda envelope: SentForm(envelope, form, ref, fields, people), who)

    def _says(self, who: Citizen, text: str) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            await self._hear(lambda envelope: Said(envelope, text), who)

        return act

    def _leaves(self, who: Citizen) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            await self._hear(Departed, who)
            self._of[who.team].remove(who)

        return act

    def _tells(self, who: Citizen) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            if who not in self._of[who.team]:
                return
            number = next(self._numbers)
            text = f"{self.rng.choice(_SUBJECTS)} {self.rng.choice(_TROUBLES)}, plats {number}"
            await self._says(who, text)()
            talk = await self.core.store.run(TENANT, lambda work: work.open_talk(TENANT, who.id))
            if talk is None:
                return
            if self.rng.random() < 0.1:
                # Nobody goes on: it files itself after half an hour, and is found then.
                self._at(self.clock.now() + timedelta(minutes=65), self._was_filed(who, text))
                return
            kind = self.rng.choice((Kind.PROBLEM, Kind.IDEA))
            await self._press(who, actions.TELL_KIND, Ref("talk", talk.id, talk.version, kind.value))
            await self._pass_similar(who, talk.id)
            await self._was_filed(who, text)()

        return act

    async def _pass_similar(self, who: Citizen, talk_id: str) -> None:
        talk = await self.core.store.run(TENANT, lambda work: work.open_talk(TENANT, who.id))
        if talk is None or talk.id != talk_id or not isinstance(talk.state, Telling):
            return
        if talk.state.similar and self.rng.random() < 0.15:
            joined = Ref("talk", talk.id, talk.version, self.rng.choice(talk.state.similar))
            await self._press(who, actions.TELL_JOIN, joined)
            return
        await self._press(who, actions.TELL_ANYWAY, Ref("talk", talk.id, talk.version))

    def _was_filed(self, who: Citizen, text: str) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            found, _ = await self.core.store.run(TENANT, lambda work: work.ideas_of(TENANT, who.id, 3))
            idea = next((one for one in found if one.text == text), None)
            if idea is None or idea.id in self._known:
                return
            self._known.add(idea.id)
            zone = self.teams[idea.team].rule.zone
            self._at(self._when(zone, self.rng.choice((0, 0, 1, 1, 2, 3, 6, 15))), self._answers(idea.id))
            if self.rng.random() < 0.08:
                wait = timedelta(hours=self.rng.uniform(1, 400))
                self._at(self.clock.now() + wait, self._author_acts(idea.id))
            if self.rng.random() < 0.3:
                wait = timedelta(hours=self.rng.uniform(1, 900))
                self._at(self.clock.now() + wait, self._colleague_acts(idea.id))

        return act

    def _colleague_acts(self, idea_id: str) -> Callable[[], Awaitable[None]]:
        """Somebody else sees it too, follows it or knows something about it."""

        async def act() -> None:
            idea, team, _ = await self._idea(idea_id)
            if idea.stage in {Stage.WITHDRAWN, Stage.MERGED}:
                return
            who = self.rng.choice(self._of[team.id] or self._of["team0"])
            move = self.rng.choice((actions.IDEA_SEE_TOO, actions.IDEA_FOLLOW, actions.FORM_KNOW))
            if move == actions.FORM_KNOW:
                await self._send(who, move, idea, words="Det är likadant hos oss", named="yes")
            else:
                await self._press(who, move, Ref("idea", idea.id, idea.version))

        return act

    def _when(self, zone: str, days: int) -> datetime:
        """Some time in working hours, so many working days ahead."""
        today = here(self.clock.now(), zone).date()
        day = later(today, days or (not works(today, zone)), zone)
        moment = moment_at(day, self.rng.uniform(8, 16), zone)
        return max(moment, self.clock.now() + timedelta(minutes=5))

    async def _idea(self, idea_id: str) -> tuple[Idea, Team, Citizen]:
        idea = await self.core.store.run(TENANT, lambda work: work.idea(TENANT, idea_id))
        assert idea is not None
        team = self.teams[idea.team]
        return idea, team, self.people[idea.holder or team.manager or ""]

    def _answers(self, idea_id: str) -> Callable[[], Awaitable[None]]:
        """Whoever owes it does something, or (one in twenty) nothing for long."""

        async def act() -> None:
            idea, team, manager = await self._idea(idea_id)
            if not idea.is_undecided:
                return
            if self.rng.random() < 0.05:
                self._at(self._when(team.rule.zone, 12), self._answers(idea_id))
                return
            if self.rng.random() < 0.2 and idea.holder is None:
                manager = self.people[team.deputy or ""]
            choices = ["ack"] * 6 * (idea.stage is Stage.SUBMITTED) + ["ask"] * (not idea.waiting_question)
            choices += ["try", "try", "decide", "rest", "up", "team", "outside", "not-now", "merge"]
            await self._moves(self.rng.choice(choices), idea, team, manager)
            after, team, _ = await self._idea(idea_id)
            if after.version == idea.version:
                return
            if after.is_undecided:
                wait = self.rng.choice((0, 1, 2, 4, 7, 9, 12))
                self._at(self._when(team.rule.zone, wait), self._answers(idea_id))

        return act

    async def _moves(self, move: str, idea: Idea, team: Team, manager: Citizen) -> None:
        zone = team.rule.zone
        today = here(self.clock.now(), zone).date()
        soon = today + timedelta(days=self.rng.choice((3, 10, 14, 30)))
        match move:
            case "merge":
                await self._merges(idea, team, manager)
            case "ack":
                await self._press(manager, actions.IDEA_ACKNOWLEDGE, Ref("idea", idea.id, idea.version))
            case "ask":
                await self._send(manager, actions.FORM_ASK, idea, question="Hur ofta?")
            case "try":
                fields = {"what": "prova en vecka", "who": idea.author, "until": soon.isoformat()}
                await self._send(manager, actions.FORM_TRY, idea, **fields)
            case "decide":
                await self._send(manager, actions.FORM_YOU_DECIDE, idea, words="Ni bestämmer")
            case "rest":
                await self._send(manager, actions.FORM_REST, idea, until=soon.isoformat(), words="Senare")
            case "up":
                rung = self.rng.choice(("unit", "department"))
                await self._send(manager, actions.FORM_PASS_ON, idea, to=f"up:{rung}", words="Högre upp")
            case "team":
                other = self.rng.choice([one for one in self.teams if one != team.id])
                await self._send(manager, actions.FORM_PASS_ON, idea, to=f"team:{other}", words="Er fråga")
            case "outside":
                await self._send(
                    manager, actions.FORM_PASS_ON, idea, to="outside", outside="leverantören", words=""
                )
            case _:
                reason = self.rng.choice(list(Reason)).value
                await self._send(
                    manager, actions.FORM_NOT_NOW, idea, reason=reason, words="Vi behöver en plats först"
                )

    async def _merges(self, idea: Idea, team: Team, manager: Citizen) -> None:
        """The same as another one; two times in five that was a mistake, and is taken back."""
        for other_id in self.rng.sample(sorted(self._known), min(20, len(self._known))):
            other, _, _ = await self._idea(other_id)
            if other.is_open and other.id != idea.id:
                await self._send(manager, actions.FORM_MERGE, idea, into=str(other.number))
                if self.rng.random() < 0.4:
                    wait = self.rng.choice((0, 1, 4, 30))
                    self._at(self._when(team.rule.zone, wait), self._unmerges(idea.id, manager))
                return

    def _unmerges(self, idea_id: str, manager: Citizen) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            idea, team, _ = await self._idea(idea_id)
            await self._press(manager, actions.IDEA_UNMERGE, Ref("idea", idea.id, idea.version))
            again, _, _ = await self._idea(idea_id)
            if again.is_undecided and again.version != idea.version:
                wait = self.rng.choice((0, 1, 3))
                self._at(self._when(team.rule.zone, wait), self._answers(idea_id))

        return act

    def _author_acts(self, idea_id: str) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            idea, _, _ = await self._idea(idea_id)
            author = self.people[idea.author]
            if author not in self._of[author.team] or not idea.is_undecided:
                return
            if self.rng.random() < 0.5:
                await self._press(author, actions.IDEA_WITHDRAW, Ref("idea", idea.id, idea.version))
            else:
                await self._send(author, actions.FORM_JUST_DONE, idea, words="Vi gjorde det i dag")

        return act

    async def _look_around(self) -> None:
        """Once a day people do what they were asked, some days later or never."""
        await self._look_for_checks()
        await self._look_for_twins()
        await self._look_for_nudges()

    async def _standing(self, *stages: Stage) -> list[Idea]:
        c = ideas.c
        query = select(c.body).where(c.tenant == TENANT, c.stage.in_([stage.value for stage in stages]))
        async with self.core.engine.connect() as connection:
            found = await connection.execute(query.order_by(c.number))
            return [unpack(body, Idea) for body in found.scalars()]

    async def _look_for_twins(self) -> None:
        """Authors of resting or declined ones that were told again say whether they are still keen."""
        for idea in await self._standing(Stage.RESTING, Stage.NOT_NOW):
            key = (idea.id, "keen", date.min)
            if idea.woken and key not in self._asked:
                self._asked.add(key)
                if self.rng.random() < 0.6:
                    wait = timedelta(hours=self.rng.uniform(1, 60))
                    self._at(self.clock.now() + wait, self._is_keen(idea.id))

    def _is_keen(self, idea_id: str) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            idea, _, _ = await self._idea(idea_id)
            author = self.people[idea.author]
            if author in self._of[author.team]:
                arg = self.rng.choice(("yes", "yes", "no"))
                await self._press(author, actions.IDEA_KEEN, Ref("idea", idea.id, idea.version, arg))

        return act

    async def _look_for_nudges(self) -> None:
        """Some of those who were reminded ask to be reminded later."""
        reminded = await self._standing(Stage.SUBMITTED, Stage.ACKNOWLEDGED, Stage.EXPLORING)
        for team_id in sorted({idea.team for idea in reminded if idea.nudged}):
            if self.rng.random() < 0.06:
                self._at(self._when(self.teams[team_id].rule.zone, 0), self._snoozes(team_id))

    def _snoozes(self, team_id: str) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            team = self.teams[team_id]
            who = self.people[team.manager or ""]
            await self._press(who, actions.NUDGE_SNOOZE, Ref("team", team_id, team.version))
            self.snoozes[team_id].append(self.clock.now())

        return act

    async def _look_for_checks(self) -> None:
        found = await self._standing(*UNDER_WAY)
        for idea in found:
            attempt = idea.attempt
            if attempt is None or not attempt.asked or idea.answer_by is None:
                continue
            key = (idea.id, attempt.asks.value, idea.answer_by)
            if key not in self._asked:
                self._asked.add(key)
                if self.rng.random() < 0.7:
                    zone = self.teams[idea.team].rule.zone
                    self._at(self._when(zone, self.rng.choice((0, 1, 2))), self._checks(idea.id))
        # What came back from resting waits for an answer again.
        owed = await self._standing(Stage.SUBMITTED)
        for idea in owed:
            key = (idea.id, "again", idea.answer_by or date.max)
            if idea.reply is not None and key not in self._asked:
                self._asked.add(key)
                wait = self.rng.choice((0, 1, 3, 8))
                self._at(self._when(self.teams[idea.team].rule.zone, wait), self._answers(idea.id))

    def _checks(self, idea_id: str) -> Callable[[], Awaitable[None]]:
        """An answer to the running check."""

        async def act() -> None:
            idea, team, manager = await self._idea(idea_id)
            attempt = idea.attempt
            if attempt is None or idea.stage not in UNDER_WAY or not attempt.asked:
                return
            doing = self.people[attempt.who]
            who = doing if doing in self._of[doing.team] or doing is manager else manager
            outcome = self.rng.choice(ANSWERS[attempt.asks])
            arg = f"{attempt.asks.value}:{outcome.value}"
            today = here(self.clock.now(), team.rule.zone).date()
            if outcome.value in {"started", "keep", "standard"}:
                await self._press(who, actions.CHECK_ANSWER, Ref("idea", idea.id, idea.version, arg))
            else:
                until = (today + timedelta(days=self.rng.choice((10, 30)))).isoformat()
                fields = {"words": "det vi lärde oss", "until": until}
                await self._send(who, actions.FORM_CHECK, idea, arg, **fields)

        return act


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="femma-year-", dir=_MEMORY if _MEMORY.is_dir() else None)


async def run(seed: int, teams: int, people: int, told: int) -> Result:
    """One year on an empty SQLite database, and what was found at its end."""
    began = monotonic()
    with _folder() as folder:
        clock = FixedClock(datetime(YEAR, 1, 1, tzinfo=UTC))
        file = Path(folder) / "year.db"
        core = await Core.open(f"sqlite:///{file}", clock)
        year = Year(core, clock, file, seed, (teams, people, told))
        try:
            await year.play()
            # Not one of the bot's transactions: the judge may take longer than two seconds.
            async with core.engine.connect() as connection:
                result = await judge(connection, TENANT, date(YEAR + 1, 1, 1), year.snoozes)
            result.moves = year.moves
        finally:
            year.close()
            await core.engine.dispose()
    result.seconds = monotonic() - began
    return result


def report(result: Result) -> str:
    """For people."""
    kept, ended, still = result.promises
    stages = ", ".join(f"{name} {number}" for name, number in sorted(result.stages.items()))
    moves = ", ".join(f"{name} {number}" for name, number in sorted(result.moves.items()))
    lines = [
        f"a year in {result.seconds:.0f} s: {result.ideas} ideas ({stages})",
        f"  {moves}",
        f"  {result.letters} letters, of which {result.reminders} reminders and checks",
        f"  promises: {kept} of {ended} kept, {still} open",
        f"  without stage, owner or next date {len(result.without)}, reminders misplaced "
        f"{len(result.misplaced)}, promises counted wrong {len(result.miscounted)}",
    ]
    faults = [*result.without, *result.misplaced, *result.miscounted]
    return "\n".join([*lines, *(f"  {fault}" for fault in faults[:10])])


def main() -> int:
    """The command line. The exit code is 1 when anything was forgotten, misplaced or miscounted."""
    options = argparse.ArgumentParser(prog="python -m bench.year", description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--teams", type=int, default=70)
    options.add_argument("--people", type=int, default=2000)
    options.add_argument("--ideas", type=int, default=1200)
    chosen = options.parse_args()
    result = asyncio.run(run(chosen.seed, chosen.teams, chosen.people, chosen.ideas))
    print(report(result))
    return 0 if result.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
