"""A fake Slack with a few invented people, and the edge in front of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack import FakeSlack
from tests.slack.stand import Stand, standing


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as fake:
        fake.add_user("U1", "Maja Lind")
        fake.add_user("U2", "Kari Berg", "nb-NO", is_admin=True)
        yield fake


@pytest.fixture
async def stand(slack: FakeSlack) -> AsyncIterator[Stand]:
    async with standing(slack) as ready:
        yield ready
