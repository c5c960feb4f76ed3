"""Cards with photos, apart from the other samples: a photo has its address only when a card goes out."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.notices import AuthorCard, ManagerCard, Notice
from bot.domain.pictures import Moment, Pictured
from tests.cards.notice_samples import IDEA, NAMES, READ

BEFORE = tuple(Pictured(f"b{number}") for number in range(1, 5))
AFTER = tuple(Pictured(f"a{number}", Moment.AFTER) for number in range(1, 4))

PHOTOS: dict[str, Notice] = {
    "author-before": AuthorCard(replace(IDEA, pictures=BEFORE[:1]), NAMES),
    "author-before-and-after": AuthorCard(replace(READ, pictures=(BEFORE[0], AFTER[0])), NAMES),
    "author-one-more": AuthorCard(replace(IDEA, pictures=BEFORE[:3]), NAMES),
    "manager-many": ManagerCard(replace(READ, pictures=(*AFTER, *BEFORE)), NAMES),
}


def link(tenant: str, picture: str) -> str:
    """An address as the running house would make it."""
    return f"https://femma.example.com/pictures/{tenant}-{picture}"
