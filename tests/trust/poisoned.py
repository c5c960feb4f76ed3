"""Every notice that carries people's words, with hostile words in each place where they can stand.

Which strings of a notice people write is said here by hand. A string that is named in neither table makes
`fields_unknown` complain, so that a new notice cannot slip through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_type_hints

from bot.domain import (
    a3,
    attempts,
    digests,
    effects,
    ideas,
    notices,
    people,
    pictures,
    talk_notices,
    totals,
    tree,
    whys,
)
from tests.cards.notice_samples import SAMPLES

T = TypeVar("T")

BY_PEOPLE: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        ideas.Idea: frozenset({"text", "additions", "outside", "reworded"}),
        ideas.Reply: frozenset({"words", "would_be_yes"}),
        ideas.Voice: frozenset({"words"}),
        attempts.Attempt: frozenset({"what", "sign", "figure", "hindrance", "figure_after", "learnt"}),
        effects.Effect: frozenset({"words", "unit", "used_for"}),
        ideas.Exchange: frozenset({"question", "answer"}),
        ideas.Whys: frozenset({"touched", "trial", "sign", "wording", "remark", "pocket"}),
        tree.WhyTree: frozenset({"problem"}),
        tree.Why: frozenset({"text", "note"}),
        tree.Look: frozenset({"where", "who"}),
        whys.WhyTalk: frozenset(
            {
                "touched",
                "trial",
                "sign",
                "wording",
                "remark",
                "draft",
                "held",
                "look_where",
                "look_who",
                "pocket",
            }
        ),
        whys.Spare: frozenset({"text"}),
        digests.Line: frozenset({"words", "by"}),
        a3.A3: frozenset(
            {
                "problem",
                "team",
                "author",
                "additions",
                "touched",
                "today",
                "sign",
                "wording",
                "remark",
                "pocket",
            }
        ),
        a3.Trial: frozenset({"what", "who", "sign", "before", "after", "hindrance", "learnt"}),
        notices.Welcome: frozenset({"name"}),
        notices.ShortLine: frozenset({"what"}),
        notices.KindQuestion: frozenset({"text"}),
        notices.KindAnswered: frozenset({"text"}),
        notices.TeamChoice: frozenset({"name"}),
        notices.TeamQuestion: frozenset({"text"}),
        notices.TeamAnswered: frozenset({"name"}),
        notices.DraftDropped: frozenset({"text"}),
        notices.IdeaNames: frozenset({"author", "manager", "team", "replied_by", "instead_of", "tried_by"}),
        notices.FiledInChannel: frozenset({"manager"}),
        notices.Acknowledged: frozenset({"text", "by", "words"}),
        notices.Asked: frozenset({"text", "by", "question"}),
        notices.TurnedDown: frozenset({"text", "by", "words", "would_be_yes"}),
        notices.ReplyCame: frozenset({"by", "question", "answer"}),
        notices.WhysCame: frozenset({"author"}),
        notices.WhyQuestion: frozenset({"manager", "by"}),
        notices.WhysSent: frozenset({"manager"}),
        notices.IdeaRow: frozenset({"text", "team"}),
        notices.TeamIsSet: frozenset({"name", "by", "manager", "deputy"}),
        notices.WeeklySummary: frozenset({"name", "manager"}),
        notices.ColleagueCard: frozenset({"author"}),
        notices.Decided: frozenset({"text", "by", "words", "who", "trial", "team"}),
        notices.PassedTo: frozenset({"by", "words", "team"}),
        notices.CameBack: frozenset({"text", "manager"}),
        notices.NudgeRow: frozenset({"text", "author"}),
        notices.Nudges: frozenset({"name", "manager"}),
        notices.CheckAnswered: frozenset({"text", "words"}),
        notices.Progress: frozenset({"text", "by", "words", "figure", "figure_after", "sign"}),
        notices.JustDone: frozenset({"text", "by", "words"}),
        notices.SimilarRow: frozenset({"text", "team"}),
        notices.SimilarQuestion: frozenset({"text"}),
        notices.SimilarAnswered: frozenset({"text"}),
        notices.VoiceCame: frozenset({"text", "by", "words"}),
        notices.StillKeen: frozenset({"text"}),
        notices.Merged: frozenset({"text", "into_text"}),
        notices.WasMerged: frozenset({"into_text", "by"}),
        notices.Found: frozenset({"query"}),
        notices.ShareRow: frozenset({"team"}),
        notices.GainRow: frozenset({"team"}),
        notices.Gains: frozenset({"uses"}),
        notices.WasteQuestion: frozenset({"text"}),
        notices.WasteAnswered: frozenset({"text"}),
        totals.Amount: frozenset({"unit"}),
        talk_notices.TalkWaits: frozenset({"text"}),
        talk_notices.LookDue: frozenset({"text"}),
        talk_notices.LookAnswered: frozenset({"text"}),
        talk_notices.HandAsked: frozenset({"text", "by"}),
        talk_notices.HandAnswered: frozenset({"text", "by"}),
        talk_notices.QuoteAsked: frozenset({"words", "manager"}),
        talk_notices.QuoteAnswered: frozenset({"words"}),
    }
)

# Ids that Femma or the platform made, zones and codes.
BY_US: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        ideas.Idea: frozenset({"id", "tenant", "author", "team", "holder", "merged_into"}),
        ideas.Voice: frozenset({"by", "idea"}),
        attempts.Attempt: frozenset({"who"}),
        pictures.Pictured: frozenset({"id"}),
        ideas.Reply: frozenset({"by"}),
        ideas.Exchange: frozenset({"asked_by"}),
        people.DigestRule: frozenset({"zone"}),
        notices.Sorry: frozenset({"number"}),
        notices.KindQuestion: frozenset({"talk"}),
        notices.TeamChoice: frozenset({"team"}),
        notices.TeamQuestion: frozenset({"talk"}),
        notices.IdeaNames: frozenset({"zone"}),
        notices.Asked: frozenset({"idea"}),
        notices.TurnedDown: frozenset({"reason"}),
        notices.WhyQuestion: frozenset({"talk"}),
        notices.WhyAnswered: frozenset({"choice"}),
        notices.TalkRests: frozenset({"talk"}),
        notices.IdeaRow: frozenset({"idea"}),
        notices.MyIdeas: frozenset({"resting"}),
        notices.Hello: frozenset({"team"}),
        notices.TeamIsSet: frozenset({"team"}),
        notices.WeeklySummary: frozenset({"team", "zone"}),
        notices.NudgeRow: frozenset({"idea", "zone"}),
        notices.Nudges: frozenset({"team"}),
        notices.SimilarRow: frozenset({"idea"}),
        notices.SimilarQuestion: frozenset({"talk"}),
        notices.StillKeen: frozenset({"idea"}),
        notices.Merged: frozenset({"idea"}),
        notices.WasteQuestion: frozenset({"idea"}),
        notices.A3Page: frozenset({"idea", "tenant", "person"}),
        # The address is an administrator's, checked when it was set: see tests/handlers/test_elsewhere.py.
        notices.Door: frozenset({"elsewhere", "talk", "url"}),
        digests.Shared: frozenset({"idea"}),
        talk_notices.TalkWaits: frozenset({"talk"}),
        talk_notices.LookDue: frozenset({"talk"}),
        talk_notices.LookAnswered: frozenset({"choice"}),
        talk_notices.HandAsked: frozenset({"talk"}),
        talk_notices.QuoteAsked: frozenset({"talk"}),
        tree.Why: frozenset({"by"}),
        whys.Spare: frozenset({"by"}),
        whys.WhyTalk: frozenset({"held_by"}),
    }
)


def poisoned(value: T, words: str) -> T:
    """The same with `words` wherever people's words stand. Nothing that is empty stays empty."""
    if isinstance(value, tuple):
        return tuple(poisoned(one, words) for one in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    theirs = BY_PEOPLE.get(type(value), frozenset())
    changes = {
        field.name: _told(getattr(value, field.name), words)
        if field.name in theirs
        else poisoned(getattr(value, field.name), words)
        for field in fields(value)
    }
    return replace(value, **changes)


def _told(before: Any, words: str) -> Any:
    return words if isinstance(before, str) else tuple(words for _ in before)


@cache
def carrying() -> Mapping[str, notices.Notice]:
    """The samples that hold people's words."""
    return {name: notice for name, notice in SAMPLES.items() if poisoned(notice, "¤") != notice}


def fields_unknown() -> list[str]:
    """Strings of notices, at any depth, that neither table names."""
    return [
        f"{kind.__name__}.{name}"
        for kind, name in sorted(_strings(), key=str)
        if name not in BY_PEOPLE.get(kind, frozenset()) | BY_US.get(kind, frozenset())
    ]


def _strings() -> Iterator[tuple[type, str]]:
    """Class and name of every field that is a string, or strings, below `Notice`."""
    open_, seen = list(get_args(notices.Notice)), set()
    while open_:
        kind = open_.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for name, hint in get_type_hints(kind).items():
            for one in _leaves(hint):
                if one is str:
                    yield kind, name
                elif isinstance(one, type) and is_dataclass(one):
                    open_.append(one)


def _leaves(hint: Any) -> Iterator[Any]:
    inner = get_args(hint)
    if inner:
        for one in inner:
            yield from _leaves(one)
    elif not (isinstance(hint, type) and issubclass(hint, Enum)):
        yield hint
