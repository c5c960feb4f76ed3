"""Femma as in production with a model beside it: the better question in Slack and in Teams, the plain one
without; and what /metrics tells of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.domain.work import Work
from cards import actions
from tests.e2e import test_slack_week as slack_week
from tests.e2e import test_teams_week as teams_week
from tests.e2e.slack_town import Colleague, SlackTown
from tests.e2e.talk import Chatter
from tests.e2e.teams_town import CHANNEL, Member, TeamsTown
from tests.e2e.words import WEEKS
from tests.fakes import model as fake
from tests.fakes import slack as fake_slack
from tests.fakes import teams as fake_teams
from tests.fakes.model import FakeModel, fake_model, says
from tests.trust.front import Front, front, looking_into

WORDS = WEEKS[0]
GOOD = "Vad gör att bilarna blir stående på morgonen?"


@asynccontextmanager
async def with_model(url: str, model: FakeModel) -> AsyncIterator[Front]:
    settings = {"model_url": model.url, "model_name": "liten", "model_key": SecretStr(fake.KEY)}
    async with front(url, None, **settings) as door:
        for user, name in slack_week.PEOPLE.items():
            door.slack.add_user(user, name, WORDS.locale)
        people = {entra: {"id": f"29:{entra}", "name": name} for entra, name in teams_week.PEOPLE.items()}
        door.teams.connector.conversations.add(CHANNEL)
        door.teams.connector.members |= people
        yield door


async def _switch_on(url: str, tenant: str) -> None:
    async def job(work: Work) -> None:
        await work.save_tenant(replace(await work.tenant(tenant), model=True))

    async with looking_into(url) as store:
        await store.run(tenant, job)


async def _to_the_first_why(author: Chatter) -> None:
    await author.presses(actions.IDEA_WHY)
    await author.says(WORDS.happens)
    await author.says(WORDS.touched)


@pytest.mark.parametrize("on", [True, False])
async def test_in_slack(sqlite_url: str, on: bool) -> None:
    async with fake_model(says(GOOD)) as model, with_model(sqlite_url, model) as door:
        town = SlackTown(door.femma, door.slack)
        author, manager, _ = (Colleague(town, user, name) for user, name in slack_week.PEOPLE.items())
        await slack_week.femma_comes_to_the_team(town, manager, WORDS)
        await slack_week.something_is_told(town, author, manager, WORDS)
        if on:
            await _switch_on(sqlite_url, f"slack:{fake_slack.TEAM}")
        await _to_the_first_why(author)
        assert (GOOD in "\n".join(author.cards)) is on
        await _check(door, model, on)


@pytest.mark.parametrize("on", [True, False])
async def test_in_teams(sqlite_url: str, on: bool) -> None:
    async with fake_model(says(GOOD)) as model, with_model(sqlite_url, model) as door:
        town = TeamsTown(door.femma, door.teams)
        author, manager, _ = (
            Member(town, entra, name, WORDS.locale) for entra, name in teams_week.PEOPLE.items()
        )
        await teams_week.femma_comes_to_the_team(town, manager, WORDS)
        await teams_week.something_is_told(town, author, manager, WORDS)
        if on:
            await _switch_on(sqlite_url, f"teams:{fake_teams.TENANT}")
        await _to_the_first_why(author)
        assert (GOOD in "\n".join(author.cards)) is on
        await _check(door, model, on)


async def _check(door: Front, model: FakeModel, on: bool) -> None:
    """Asked only where it was wanted, with the key, without names; counted without words."""
    assert bool(model.asked) is on
    assert all(one.authorization == f"Bearer {fake.KEY}" for one in model.asked)
    assert not any(name in one.said for one in model.asked for name in ("Alva", "Britta"))
    async with door.femma.http.get(f"{door.femma.url}/metrics") as answer:
        told = await answer.text()
    assert f'femma_model_questions{{outcome="used"}} {float(len(model.asked))}' in told
    assert 'femma_model_questions{outcome="late"} 0.0' in told
    assert fake.KEY not in told
    await door.femma.assert_all_sent()
