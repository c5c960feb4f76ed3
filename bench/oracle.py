"""What must be true whenever the bot has died and come back: once, and kept.

Reads the database and the ledger of the fake Slack when everything has come to rest, and knows nothing of
how the bot got there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bench.crowd import Accepted
from bench.ledger import Ledger, print_of
from bot.clocks import SystemClock
from bot.domain.errors import No
from bot.domain.ideas import Idea
from bot.domain.letters import Letter, LetterState, Way
from bot.domain.notices import AuthorCard, ManagerCard, Short, ShortLine, Sorry, WhyQuestion
from bot.domain.people import Language
from cards.block_kit import to_block_kit
from cards.lines import line_text
from cards.views import view
from storage.codec import unpack
from storage.engine import open_engine
from storage.store import SqlStore
from storage.tables import deliveries, ideas, outbox, reminders, talks

_WORD = re.compile(r"ord\d{7}q")
_OPEN = (LetterState.WAITING.value, LetterState.SENDING.value)


@dataclass(slots=True)
class Verdict:
    """What was found. `lost`, `doubled`, `half` and `overwritten` name each; all of them must be empty.

    Words are `overwritten` when they were kept at first and something later took their place: no death did
    that. `arrived` of the `uncertain` messages had reached Slack. `whispers` are short lines that are not
    kept, `braked` what was told too fast and therefore not taken. `reworded` are words that one gentle
    question was asked about, and that the person then said in other words.
    """

    accepted: int = 0
    letters: int = 0
    uncertain: int = 0
    arrived: int = 0
    whispers: int = 0
    braked: int = 0
    reworded: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Once, and kept?"""
        return not (self.lost or self.doubled or self.half or self.overwritten)

    def faults(self) -> str:
        """The first of each kind, for a person to look at."""
        kinds = {
            "lost": self.lost,
            "doubled": self.doubled,
            "half": self.half,
            "overwritten": self.overwritten,
        }
        return "; ".join(f"{kind} {len(found)}: {found[:5]}" for kind, found in kinds.items() if found)


async def last_letter(url: str) -> int:
    """The number of the newest letter: what the town was built with is not judged."""
    async with reading(url) as connection:
        return int((await connection.execute(select(func.coalesce(func.max(outbox.c.id), 0)))).scalar_one())


async def still_open(url: str) -> int:
    """How many letters to Slack are still to be sent or under way."""
    query = select(func.count()).where(outbox.c.platform == "slack", outbox.c.state.in_(_OPEN))
    async with reading(url) as connection:
        return int((await connection.execute(query)).scalar_one())


async def judge(url: str, ledger: Ledger, accepted: Sequence[Accepted], since: int) -> Verdict:
    """The verdict on a bot at rest. `since` is the last letter that is not judged."""
    verdict = Verdict(accepted=len(accepted))
    async with reading(url) as connection:
        letters = await _judge_causes(connection, accepted, since, verdict)
        await _judge_words(connection, accepted, letters, verdict)
        await _judge_drafts(connection, verdict)
        await _judge_cards(connection, letters, verdict)
    _judge_messages(letters, ledger, verdict)
    return verdict


class reading:
    """One transaction on an engine of our own that waits its turn."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        self._inside = SqlStore(self._engine, SystemClock()).transaction()

    async def __aenter__(self) -> AsyncConnection:
        return await self._inside.__aenter__()

    async def __aexit__(self, *error: Any) -> None:
        await self._inside.__aexit__(*error)
        await self._engine.dispose()


async def _judge_words(
    connection: AsyncConnection,
    accepted: Sequence[Accepted],
    letters: list[tuple[str, Letter]],
    verdict: Verdict,
) -> None:
    """Every delivery is marked; every word is in an idea or a talk, and in no two of a kind."""
    braked, shown_once = _braked(letters), set(_WORD.findall(repr([letter.notice for _, letter in letters])))
    held = {word for _, letter in letters for word in _WORD.findall(_held(letter))}
    verdict.braked = len(braked)
    marked = set((await connection.execute(select(deliveries.c.id))).scalars())
    verdict.lost += [f"delivery {one.delivery}" for one in accepted if one.delivery not in marked]
    in_ideas = Counter[str]()
    for body in (await connection.execute(select(ideas.c.body))).scalars():
        in_ideas.update(set(_WORD.findall(body)))
    in_talks = Counter[str]()
    for body in (await connection.execute(select(talks.c.body))).scalars():
        found = Counter(_WORD.findall(body))
        verdict.doubled += [f"{word} twice in a talk" for word, times in found.items() if times > 1]
        in_talks.update(set(found))
    for one in accepted:
        is_kept = in_ideas[one.word] or in_talks[one.word]
        if one.word in held and not is_kept:
            verdict.reworded += 1
        elif one.word and not is_kept and one.delivery not in braked:
            if one.word in shown_once:
                verdict.overwritten.append(f"{one.word} in {_last_place(one.word, letters)}")
            else:
                verdict.lost.append(one.word)
    verdict.doubled += [f"{word} in {n} ideas" for word, n in in_ideas.items() if n > 1]
    # A draft, and later the talk about the causes of what was told in it.
    verdict.doubled += [f"{word} in {n} talks" for word, n in in_talks.items() if n > 2]


def _last_place(word: str, letters: list[tuple[str, Letter]]) -> str:
    """Where the word stood the last time that it was said back: a notice, and a part of it for a question."""
    notice = next(letter.notice for _, letter in reversed(letters) if word in repr(letter.notice))
    if not isinstance(notice, WhyQuestion):
        return type(notice).__name__
    parts = [part.name for part in fields(notice.state) if word in repr(getattr(notice.state, part.name))]
    return f"{notice.state.step.value}: {', '.join(parts)}"


def _held(letter: Letter) -> str:
    return letter.notice.state.held if isinstance(letter.notice, WhyQuestion) else ""


def _braked(letters: list[tuple[str, Letter]]) -> set[str]:
    """Those who told too much in a few minutes were asked to tell it again later: that is not kept."""
    slow = ShortLine(Short.SLOW_DOWN)
    return {letter.key.rpartition(":")[0] for _, letter in letters if letter.notice == slow}


async def _judge_causes(
    connection: AsyncConnection, accepted: Sequence[Accepted], since: int, verdict: Verdict
) -> list[tuple[str, Letter]]:
    """Everything that somebody said has an answer in the outbox, and nothing there waits any more."""
    c = outbox.c
    query = select(c.state, c.body).where(c.platform == "slack", c.id > since).order_by(c.id)
    rows = (await connection.execute(query)).all()
    letters = [(row[0], unpack(row[1], Letter)) for row in rows]
    answered = {letter.key.rpartition(":")[0] for _, letter in letters}
    verdict.letters = len(letters)
    said = [one.delivery for one in accepted if one.word]
    verdict.lost += [f"answer to {delivery}" for delivery in said if delivery not in answered]
    verdict.lost += [f"{state} letter {letter.key}" for state, letter in letters if state in {*_OPEN, "dead"}]
    return letters


async def _judge_drafts(connection: AsyncConnection, verdict: Verdict) -> None:
    """Each draft has the reminder that files it when it is forgotten."""
    named = set((await connection.execute(select(reminders.c.name))).scalars())
    alive = select(talks.c.id, talks.c.body).where(talks.c.status != "closed", talks.c.idea.is_(None))
    for id_, body in (await connection.execute(alive)).all():
        if '"Telling"' in body and _WORD.search(body) and f"draft:{id_}" not in named:
            verdict.half.append(f"draft {id_} without a reminder")


async def _judge_cards(
    connection: AsyncConnection, letters: list[tuple[str, Letter]], verdict: Verdict
) -> None:
    """Each idea was shown to its author and to its manager, once."""
    cards: dict[str, Counter[type]] = defaultdict(Counter)
    for _, letter in letters:
        if letter.subject and letter.way is Way.POST:
            cards[letter.subject][type(letter.notice)] += 1
    for body in (await connection.execute(select(ideas.c.body))).scalars():
        idea = unpack(body, Idea)
        shown = (cards[idea.id][AuthorCard], cards[idea.id][ManagerCard])
        if _WORD.search(idea.text) and shown != (1, 1):
            verdict.half.append(f"idea {idea.number} has cards {shown}")


def _judge_messages(letters: list[tuple[str, Letter]], ledger: Ledger, verdict: Verdict) -> None:
    sent, unsure = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for state, letter in letters:
        shown = to_block_kit(view(letter.notice, letter.language))
        place = letter.to.conversation or "D" + letter.to.person[1:]
        printed = print_of(shown.text, shown.blocks)
        if letter.way is Way.POST:
            (unsure if state == LetterState.UNCERTAIN else sent)[place, printed] += 1
        elif letter.way is Way.EDIT and not ledger.edits[place, letter.message, printed]:
            verdict.lost.append(f"edit {letter.key}")
    verdict.uncertain = unsure.total()
    for message, times in sent.items():
        if ledger.posts[message] < times:
            verdict.lost.append(f"message in {message[0]}: {ledger.posts[message]} of {times}")
    whispers = tuple(_whispers())
    for message, times in ledger.posts.items():
        over = times - sent[message]
        verdict.arrived += max(0, min(over, unsure[message]))
        over -= unsure[message]
        text = ledger.texts[message[1]]
        if over > 0 and any(line.fullmatch(text) for line in whispers):
            verdict.whispers += over
        elif over > 0:
            verdict.doubled.append(f"message in {message[0]} {times} times: {text[:60]!r}")


def _whispers() -> Iterator[re.Pattern[str]]:
    """The short refusals that are said at once and not kept."""
    for no in No:
        line = re.escape(line_text(Sorry(no, "7777"), Language.SV))
        yield re.compile(line.replace("7777", r"\d+"))
