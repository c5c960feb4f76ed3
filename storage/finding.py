"""Finds ideas by what they say: similar ones before something is filed, and by words that somebody looks for.

`idea_keys` has a row for each key of each idea that is not withdrawn, in the order in which it is read: the
newest ideas with a key first. A key that very many ideas have says little, so only the newest of those are
looked at; however many ideas a tenant has, a search reads no more than some thousands of rows, in one
statement. What is found that way is then held beside the text itself, so a row too many does no harm.

A hidden author's idea is found like any other: who may see the name is for the caller to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from heapq import nlargest
from typing import Any

import orjson
from sqlalchemy import Connection, TextClause, insert, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ideas import Idea, Stage
from bot.likeness.keys import keys_of
from bot.likeness.looking import Wanted, matches, wanted
from bot.likeness.scoring import SHOWN, likeness, rarity
from storage.codec import unpack
from storage.tables import idea_keys, ideas

# Of each key so many of the newest ideas are looked at.
NEWEST = 500
# So many ideas are read and held beside the question.
_READ = 40
# So many keys that begin with what somebody wrote are looked up.
_BEGINNINGS = 24
# Ideas in one step when a database that has none is given its keys.
_STEP = 500

_KEYS = {
    "sqlite": "(SELECT value AS key FROM json_each(:keys))",
    "postgresql": "(SELECT key FROM jsonb_array_elements_text(CAST(:keys AS jsonb)) AS k(key))",
}
_JOINED = {"sqlite": "group_concat(number)", "postgresql": "string_agg(CAST(number AS text), ',')"}


@cache
def _look_up(dialect: str) -> TextClause:
    return text(
        f"SELECT k.key, (SELECT {_JOINED[dialect]} FROM (SELECT i.number FROM idea_keys i "  # noqa: S608
        "WHERE i.tenant = :tenant AND i.key = k.key ORDER BY i.number DESC LIMIT :newest) newest) "
        f"FROM {_KEYS[dialect]} k"
    )


@cache
def _insert(dialect: str) -> TextClause:
    return text(
        "INSERT INTO idea_keys (tenant, key, number) "  # noqa: S608
        f"SELECT CAST(:tenant AS varchar), k.key, :number FROM {_KEYS[dialect]} k WHERE true "
        "ON CONFLICT DO NOTHING"
    )


@cache
def _delete(dialect: str) -> TextClause:
    return text(
        "DELETE FROM idea_keys WHERE tenant = :tenant AND number = :number "  # noqa: S608
        f"AND key IN (SELECT k.key FROM {_KEYS[dialect]} k)"
    )


# From one key to the next one that begins so, over all the ideas that have the first.
_BEGINNING_WITH = text(
    "WITH RECURSIVE k(key) AS ("
    "SELECT min(key) FROM idea_keys WHERE tenant = :tenant AND key >= :first AND key < :beyond "
    "UNION ALL SELECT (SELECT min(i.key) FROM idea_keys i "
    "WHERE i.tenant = :tenant AND i.key > k.key AND i.key < :beyond) FROM k WHERE k.key IS NOT NULL"
    ") SELECT key FROM k WHERE key IS NOT NULL LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class _Read:
    """An idea as it lies in the database: only what is shown is made into an Idea."""

    number: int
    body: str
    version: int
    told: str

    def idea(self) -> Idea:
        return replace(unpack(self.body, Idea), version=self.version)


class Finding:
    """The keys of one transaction's ideas, and searching by them."""

    def __init__(self, connection: AsyncConnection) -> None:
        """On the connection of a transaction that has begun."""
        self._connection = connection
        self._dialect = connection.dialect.name
        self._seen: dict[tuple[str, str], Idea] = {}

    def saw(self, idea: Idea) -> Idea:
        """Remember an idea that was read, to know later what has changed."""
        self._seen[idea.tenant, idea.id] = idea
        return idea

    async def keep(self, idea: Idea) -> None:
        """Bring the keys of an idea that is about to be written up to date. No change takes no statement."""
        before = await self._before(idea) if idea.version else None
        new, old = _text_of(idea), _text_of(before)
        self.saw(idea)
        if new == old:
            return
        has, had = keys_of(new).all(), keys_of(old).all()
        for statement, keys in ((_delete(self._dialect), had - has), (_insert(self._dialect), has - had)):
            if keys:
                values = {"tenant": idea.tenant, "number": idea.number, "keys": _json(sorted(keys))}
                await self._connection.execute(statement, values)

    async def similar(self, tenant: str, words: str, limit: int = 3, apart_from: str = "") -> list[Idea]:
        """Ideas that tell what `words` tell, the likest first; `apart_from` is the id of one to leave out."""
        asked = keys_of(words)
        having = await self._numbers(tenant, asked.all())
        among = max((numbers[0] for numbers in having.values() if numbers), default=0)
        rare = {key: rarity(among, len(having.get(key, ()))) for key in asked.all()}
        near: defaultdict[int, float] = defaultdict(float)
        for key, numbers in having.items():
            worth = rare[key] * asked.weights.get(key, 0.4)
            for number in numbers:
                near[number] += worth
        found: list[tuple[float, int, _Read]] = []
        for it in await self._read(tenant, _best(near), apart_from):
            score = likeness(asked, keys_of(it.told), rare)
            if score >= SHOWN:
                found.append((score, it.number, it))
        return [it.idea() for _, _, it in sorted(found, reverse=True)[:limit]]

    async def find(self, tenant: str, words: str, limit: int = 10) -> list[Idea]:
        """Ideas with these words, or words that begin so, the best first and of equal ones the newest.

        Only those are given that have as many of the words as the best one has.
        """
        asked = wanted(words)
        keys = [await self._keys(tenant, it) for it in asked]
        having = await self._numbers(tenant, frozenset[str]().union(*keys))
        near: defaultdict[int, float] = defaultdict(float)
        for each in keys:
            # How new an idea is decides between those that have as many of the words.
            for number in {number for key in each for number in having.get(key, ())}:
                near[number] += 1.0
        ranked: list[tuple[int, float, int, _Read]] = []
        for it in await self._read(tenant, _best(near)):
            marks = matches(asked, it.told)
            ranked.append((sum(1 for mark in marks if mark), sum(marks), it.number, it))
        most = max((line[0] for line in ranked), default=0)
        best = sorted((line for line in ranked if line[0] == most and most), reverse=True)
        return [line[3].idea() for line in best[:limit]]

    async def _before(self, idea: Idea) -> Idea | None:
        seen = self._seen.get((idea.tenant, idea.id))
        if seen is not None:
            return seen
        statement = select(ideas.c.body).where(ideas.c.tenant == idea.tenant, ideas.c.id == idea.id)
        body = (await self._connection.execute(statement)).scalar()
        return None if body is None else unpack(body, Idea)

    async def _keys(self, tenant: str, it: Wanted) -> frozenset[str]:
        """The keys under which an idea may stand that has this word."""
        if not it.beginning:
            return it.keys
        values = {
            "tenant": tenant,
            "first": it.beginning,
            "beyond": it.beginning[:-1] + chr(ord(it.beginning[-1]) + 1),
            "most": _BEGINNINGS,
        }
        rows = await self._connection.execute(_BEGINNING_WITH, values)
        return it.keys | frozenset(rows.scalars())

    async def _numbers(self, tenant: str, keys: Collection[str]) -> Mapping[str, list[int]]:
        """For each key the newest ideas that have it, the newest first."""
        if not keys:
            return {}
        values = {"tenant": tenant, "keys": _json(sorted(keys)), "newest": NEWEST}
        rows = (await self._connection.execute(_look_up(self._dialect), values)).all()
        return {row[0]: sorted(map(int, row[1].split(",")), reverse=True) for row in rows if row[1]}

    async def _read(self, tenant: str, numbers: Collection[int], apart_from: str = "") -> list[_Read]:
        if not numbers:
            return []
        c = ideas.c
        statement = select(c.number, c.body, c.version).where(
            c.tenant == tenant,
            c.number.in_(numbers),
            c.stage != Stage.WITHDRAWN.value,
            c.id != apart_from,
        )
        rows = (await self._connection.execute(statement)).all()
        return [_Read(row[0], row[1], row[2], _told(orjson.loads(row[1]))) for row in rows]


def index_all(connection: Connection) -> None:
    """Give all ideas of a database their keys, step by step. For migrations; what has keys keeps them."""
    at: tuple[str, int] = ("", 0)
    c = ideas.c
    while True:
        after = select(c.tenant, c.number, c.stage, c.body).where(tuple_(c.tenant, c.number) > at)
        rows = connection.execute(after.order_by(c.tenant, c.number).limit(_STEP)).all()
        if not rows:
            return
        lines: list[dict[str, Any]] = [
            {"tenant": tenant, "key": key, "number": number}
            for tenant, number, stage, body in rows
            if stage != Stage.WITHDRAWN.value
            for key in sorted(keys_of(_told(orjson.loads(body))).all())
        ]
        if lines:
            connection.execute(insert(idea_keys), lines)
        at = (rows[-1][0], rows[-1][1])


def _best(near: Mapping[int, float]) -> list[int]:
    """Those that have most, and of equal ones the newest."""
    return nlargest(_READ, near, key=lambda number: (near[number], number))


def _text_of(idea: Idea | None) -> str:
    """What an idea is found by; nothing for one that was taken back."""
    if idea is None or idea.stage is Stage.WITHDRAWN:
        return ""
    return "\n".join((idea.text, *idea.additions))


def _told(body: Mapping[str, Any]) -> str:
    """The same, from the document of an idea."""
    return "\n".join((body["text"], *body.get("additions", ())))


def _json(keys: Iterable[str]) -> str:
    return orjson.dumps(list(keys)).decode()
