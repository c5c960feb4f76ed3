"""The weekly summary: when it is due and what it says. One per team and ISO week, silent without news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.effects import Basis, Effect
from bot.domain.ideas import Idea, IdeaId, Kind, Stage
from bot.domain.people import DigestRule
from bot.domain.wastes import Waste

# The summary has at most so many lines, the question for the meeting and "more" included.
MAX_LINES = 8
CHART_WEEKS = 8
_WORD = re.compile(r"\w+")
# How late a summary may still go out.
LATEST = timedelta(hours=24)


def next_moment(rule: DigestRule, after: datetime) -> datetime:
    """The first UTC moment later than `after` at which the rule's wall clock time comes.

    A time that the clocks skip in spring comes as much later as they skip; a time that comes twice in
    autumn counts the first time.
    """
    zone = ZoneInfo(rule.zone)
    today = after.astimezone(zone).date()
    ahead = (rule.weekday - today.isoweekday()) % 7
    for extra in (0, 7):
        day = today + timedelta(days=ahead + extra)
        moment = datetime.combine(day, rule.at, zone).astimezone(UTC)
        if moment > after:
            return moment
    raise AssertionError("a weekday comes within two weeks")


def week_of(moment: datetime, zone: str) -> tuple[int, int]:
    """ISO year and week of a moment in a zone."""
    return week_of_day(moment.astimezone(ZoneInfo(zone)).date())


def week_of_day(day: date) -> tuple[int, int]:
    """ISO year and week of a day."""
    year, week, _ = day.isocalendar()
    return year, week


def week_name(year: int, week: int) -> str:
    """The name of a period: 2026-W53."""
    return f"{year}-W{week:02d}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line about an idea. `day` is its next date, `words` what is said of it, `by` a name or empty.

    `effect` is what it gave, where that has happened: then it is said instead of the words.
    """

    number: int
    words: str
    by: str = ""
    day: date | None = None
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A problem that many know: the team can look for its causes together."""

    idea: IdeaId
    number: int


@dataclass(frozen=True, slots=True)
class WeekCount:
    """How many were told and how many got an answer in one week."""

    week: int
    told: int
    answered: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a team reads, in this order: better, tried, new, waiting; `more` counts what had no room.

    `waste` is what stands out among what was told lately: the question for the meeting is about that.
    `shared` is a problem that many know.
    """

    year: int
    week: int
    better: tuple[Line, ...]
    tried: tuple[Line, ...]
    new: tuple[Line, ...]
    waiting: tuple[Line, ...]
    more: int
    weeks: tuple[WeekCount, ...]
    waste: Waste | None = None
    shared: Shared | None = None

    @property
    def is_silent(self) -> bool:
        """Nothing to say this week."""
        return not (self.better or self.tried or self.new or self.waiting)


def compose(ideas: Iterable[Idea], names: dict[str, str], now: datetime, zone: str) -> Summary:
    """The summary of the seven days before `now` in a team's zone. Names of hidden authors are left out."""
    kept = [idea for idea in ideas if idea.stage not in _OUT]
    since = now - timedelta(days=7)
    fresh = [idea for idea in kept if since < idea.told_at <= now]
    today = now.astimezone(ZoneInfo(zone)).date()
    # Whose answer is late waits, whatever else it is; and nothing is tried before the manager has read it.
    late = [i for i in kept if i.stage is Stage.SUBMITTED and i.answer_by and i.answer_by < today]
    done = [i for i in kept if i.done_on is not None and since.date() < i.done_on <= today]
    gave = [i for i in kept if i not in done and _gave_since(i, since.date(), today)]
    works = (i for i in fresh if i.kind is Kind.WORKS and i not in late and i not in [*done, *gave])
    better = [*done, *gave, *works]
    tried = [i for i in kept if i not in better and _is_tried(i)]
    # What was answered with "not now" is between the author and the manager, not on the meeting's agenda.
    rest = [i for i in fresh if i not in better and i.stage not in _BEHIND]
    new = [i for i in rest if i not in tried and i not in late]
    shown = [*better, *tried, *new, *late]
    waiting = [*late, *(i for i in kept if i.stage is Stage.SUBMITTED and i not in shown)]
    sections = [better, tried, new, waiting]
    shares = _shares([len(section) for section in sections])
    year, week = week_of(now, zone)
    cut = [section[:share] for section, share in zip(sections, shares, strict=True)]
    return Summary(
        year,
        week,
        better=tuple(_better(i, names) for i in cut[0]),
        tried=tuple(_line(i, _trial(i), names) for i in cut[1]),
        new=tuple(_line(i, i.text, names) for i in cut[2]),
        waiting=tuple(_line(i, i.text, names) for i in cut[3]),
        more=sum(map(len, sections)) - sum(shares),
        weeks=_weeks(kept, now, zone),
        waste=_stands_out(kept, now),
        shared=_shared([*late, *new, *waiting]),
    )


def _shared(ideas: list[Idea]) -> Shared | None:
    """The problem that most have told of and whose causes nobody has looked for yet."""
    many = [idea for idea in ideas if idea.is_known_to_many]
    first = max(many, key=lambda idea: len(idea.voices), default=None)
    return Shared(first.id, first.number) if first else None


# Taken back, or gone on in another.
_OUT = frozenset({Stage.WITHDRAWN, Stage.MERGED})
# Answered for now: between the author and the manager.
_BEHIND = frozenset({Stage.NOT_NOW, Stage.RESTING, Stage.LEARNT, Stage.STANDARD, Stage.DONE, Stage.CHECKING})


# What we are surest of goes first.
_SUREST = (Basis.MEASURED, Basis.ESTIMATED, Basis.FELT)
# Told about so often in those weeks, a waste may stand out.
_OFTEN = 2


def _gave_since(idea: Idea, since: date, today: date) -> bool:
    """Was it told in these days what it has given?"""
    told = idea.gained_on is not None and since < idea.gained_on <= today
    return told and best_effect(idea) is not None


def best_effect(idea: Idea) -> Effect | None:
    """The effect that has happened and that we are surest of, freed time first; None when none has."""
    happened = [effect for effect in idea.effects if effect.realised]
    return min(happened, key=lambda e: (_SUREST.index(e.basis), e.hours is None), default=None)


def _better(idea: Idea, names: dict[str, str]) -> Line:
    """What it gave goes before what was told; but no words in which a colleague names a hidden author."""
    effect = best_effect(idea)
    name = names.get(idea.author, "")
    if effect is not None and idea.hidden and names_somebody(f"{effect.words} {effect.used_for}", name):
        effect = None
    return replace(_line(idea, idea.text, names), effect=effect)


def names_somebody(words: str, name: str) -> bool:
    """Does any part of this name stand in the words?"""
    said = set(_WORD.findall(words.casefold()))
    # With the s of a genitive too.
    return any({part, f"{part}s"} & said for part in _WORD.findall(name.casefold()) if len(part) > 1)


def _stands_out(ideas: list[Idea], now: datetime) -> Waste | None:
    """The waste that most was told about lately, at least twice, and more than any other."""
    since = now - timedelta(weeks=CHART_WEEKS)
    counted = Counter(i.waste for i in ideas if i.waste is not None and since < i.told_at <= now)
    first, second = (*counted.most_common(2), (None, 0), (None, 0))[:2]
    return first[0] if first[1] >= _OFTEN and first[1] > second[1] else None


def _is_tried(idea: Idea) -> bool:
    """Under way, or acknowledged with a smallest try that its author has confirmed."""
    planned = idea.stage in {Stage.ACKNOWLEDGED, Stage.EXPLORING} and idea.whys is not None
    return idea.stage is Stage.TRYING or bool(planned and idea.whys and idea.whys.trial)


def _trial(idea: Idea) -> str:
    if idea.stage is Stage.TRYING and idea.attempt is not None and idea.attempt.what:
        return idea.attempt.what
    return idea.whys.trial if idea.whys and idea.whys.trial else idea.text


def _shares(sizes: list[int]) -> list[int]:
    """How many lines each section gets: one each in turn, so that none is pushed out by another."""
    room = MAX_LINES - 1 if sum(sizes) < MAX_LINES else MAX_LINES - 2
    shares = [0] * len(sizes)
    for _ in range(room):
        open_ = [i for i, size in enumerate(sizes) if shares[i] < size]
        if not open_:
            break
        shares[min(open_, key=lambda i: shares[i])] += 1
    return shares


def _line(idea: Idea, words: str, names: dict[str, str]) -> Line:
    by = "" if idea.hidden else names.get(idea.author, "")
    return Line(idea.number, words, by, idea.answer_by)


def _weeks(ideas: list[Idea], now: datetime, zone: str) -> tuple[WeekCount, ...]:
    counted: dict[tuple[int, int], list[int]] = {}
    for back in reversed(range(CHART_WEEKS)):
        counted[week_of(now - timedelta(weeks=back), zone)] = [0, 0]
    for idea in ideas:
        told = counted.get(week_of(idea.told_at, zone))
        if told is not None and idea.told_at <= now:
            told[0] += 1
        answered = counted.get(week_of(idea.reply.at, zone)) if idea.reply else None
        if answered is not None:
            answered[1] += 1
    return tuple(WeekCount(week, told, answered) for (_, week), (told, answered) in counted.items())
