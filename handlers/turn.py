"""What every handler has in its hand while one thing is heard: the transaction, the moment, the person.

Letters are named after the delivery that caused them, so that doing the same delivery again cannot say
anything twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.ideas import Idea
from bot.domain.letters import Letter, Shown, Way
from bot.domain.notices import AuthorCard, IdeaNames, ManagerCard, Notice
from bot.domain.people import Address, Language, Person, Team
from bot.domain.ports import WorkingDays
from bot.domain.work import Work
from handlers.incoming import Attached
from handlers.names import names_around

# Older cards about the same thing answer kindly when pressed; only these are kept up to date.
CARDS_KEPT_FRESH = 3
# The cards that show how an idea stands; a question that stands about it is turned into its answer instead.
KEPT_FRESH = frozenset({AuthorCard.__name__, ManagerCard.__name__})
LATE = timedelta(hours=1)


@dataclass(slots=True)
class Turn:
    """One transaction's worth of work. `cause` names the letters; `fallback` is the tenant's language.

    `happened` is when it was said, which may be hours before `now` when the platform was held up. `guests`:
    people whom the platform calls guests may take part. `attached` are the files that came and that nobody
    has taken yet.
    """

    work: Work
    now: datetime
    tenant: str
    cause: str
    fallback: Language
    calendar: WorkingDays
    new_id: Callable[[], str]
    happened: datetime
    attached: tuple[Attached, ...] = ()
    guests: bool = False
    _said: int = field(default=0)

    def language_of(self, person: Person | None) -> Language:
        """The language to write to somebody in."""
        return person.speaks(self.fallback) if person else self.fallback

    @property
    def is_late(self) -> bool:
        """Was it said so long ago that nobody sits waiting for a question?"""
        return self.now - self.happened > LATE

    async def say(
        self,
        to: Address,
        language: Language,
        notice: Notice,
        *,
        subject: str = "",
        person: str = "",
        key: str = "",
    ) -> None:
        """Put a new message in the outbox."""
        letter = Letter(key or self._key(), self.tenant, to, language, notice, subject=subject, person=person)
        await self.work.send(letter)

    async def tell(self, person: Person | None, notice: Notice, *, subject: str = "", key: str = "") -> None:
        """Say something to one person alone, in their language; nothing when we cannot reach them."""
        if person is None or person.home is None:
            return
        language = self.language_of(person)
        await self.say(person.home, language, notice, subject=subject, person=person.id, key=key)

    async def replace(self, at: Address, message: str, language: Language, notice: Notice) -> None:
        """Turn a message into another; nothing when the platform did not say which message it was."""
        if message:
            await self.work.send(
                Letter(self._key(), self.tenant, at, language, notice, way=Way.EDIT, message=message)
            )

    async def publish(self, page: Address, language: Language, notice: Notice) -> None:
        """Show something on a person's own page."""
        await self.work.send(Letter(self._key(), self.tenant, page, language, notice, way=Way.PAGE))

    async def names(self, idea: Idea, team: Team | None) -> IdeaNames:
        """The names around an idea."""
        return await names_around(self.work, idea, team, self.now)

    async def refresh(self, idea: Idea, team: Team | None) -> None:
        """Bring the cards about an idea up to date, wherever they stand."""
        cards = [card for card in await self.work.shown(self.tenant, idea.id) if card.view in KEPT_FRESH]
        names = await self.names(idea, team)
        for card in _freshest([card for card in cards if concerns(card, idea, team)]):
            await self.work.send(card_edit(card, idea, names))

    def _key(self) -> str:
        self._said += 1
        return f"{self.cause}:{self._said}"


def concerns(card: Shown, idea: Idea, team: Team | None) -> bool:
    """May whoever has this card still see what becomes of the idea? A former manager may not."""
    if card.view == AuthorCard.__name__:
        return card.person == idea.author
    if team is None:
        return False
    return idea.is_decided_by(card.person, team) or team.answers(card.person)


def card_edit(card: Shown, idea: Idea, names: IdeaNames) -> Letter:
    """The letter that brings one card up to date. Named by card and version: once each."""
    notice: Notice = AuthorCard(idea, names) if card.view == AuthorCard.__name__ else ManagerCard(idea, names)
    return Letter(
        f"fresh:{card.id}:{idea.version}",
        card.tenant,
        card.to,
        card.language,
        notice,
        way=Way.EDIT,
        message=card.message,
        person=card.person,
    )


def _freshest(cards: list[Shown]) -> list[Shown]:
    kept: list[Shown] = []
    counts: dict[tuple[str, str], int] = {}
    for card in sorted(cards, key=lambda card: card.id, reverse=True):
        of = (card.view, card.person)
        counts[of] = counts.get(of, 0) + 1
        if counts[of] <= CARDS_KEPT_FRESH:
            kept.append(card)
    return kept[::-1]
