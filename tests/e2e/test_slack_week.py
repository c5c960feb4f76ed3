"""A week of a team in Slack, in three languages: the real process, signed requests in, a strict Slack out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from cards import actions
from tests.e2e.serving import MONDAY, FixedClock, running
from tests.e2e.slack_town import CHANNEL, Colleague, SlackTown, words_of
from tests.e2e.talk import chooses, look_for_causes
from tests.e2e.words import WEEKS, Words
from tests.fakes.slack import BOT_TOKEN, FakeSlack
from tests.fakes.slack_signer import SECRET

PEOPLE = {"U1": "Alva Lind", "U2": "Britta Ek", "U3": "Carl Berg"}
SAYS_SOMETHING = ("chat.postMessage", "chat.update", "chat.postEphemeral", "views.open", "views.publish")


@pytest.fixture(params=WEEKS, ids=lambda week: week.language.value)
def words(request: pytest.FixtureRequest) -> Words:
    """Each week in each language."""
    week: Words = request.param
    return week


@pytest.fixture
async def town(words: Words, sqlite_url: str) -> AsyncIterator[SlackTown]:
    """Femma as in production, with Slack as its only platform; at the end nothing was refused or lost."""
    async with FakeSlack() as slack:
        for user, name in PEOPLE.items():
            slack.add_user(user, name, words.locale)
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            slack_signing_secret=SecretStr(SECRET),
            slack_bot_token=SecretStr(BOT_TOKEN),
            slack_api_url=slack.api_url,
        )
        async with running(settings, FixedClock()) as femma:
            yield SlackTown(femma, slack)
            await femma.assert_all_sent()


async def test_a_week_in_slack(town: SlackTown, words: Words) -> None:
    author, manager, other = (Colleague(town, user, name) for user, name in PEOPLE.items())
    await femma_comes_to_the_team(town, manager, words)
    await something_is_told(town, author, manager, words)
    await look_for_causes(author, words)
    await the_outcome_is_sent(author, manager, words)
    await the_manager_has_read_it(town, author, manager)
    await the_manager_asks(author, manager, words)
    await told_by_command_and_turned_down(town, other, manager, words)
    await told_in_the_channel(town, other, words)
    await told_from_a_message(town, other, words)
    await the_week_is_summed_up(town, author, manager, words)


async def femma_comes_to_the_team(town: SlackTown, manager: Colleague, words: Words) -> None:
    await town.joins_channel(manager)
    await town.joins_channel(manager)
    (hello,) = town.in_channel()
    assert words.hello in hello
    view = await manager.opens(actions.TEAM_SETUP, CHANNEL)
    fields = {"manager": manager.user, "language": words.language.value, "zone": words.zone, "weekday": "1"}
    refused = await manager.sends(view, **fields, time="25.99")
    assert refused["response_action"] == "errors"
    assert list(refused["errors"]) == ["time"]
    assert await manager.sends(view, **fields, time="8.00") == {}
    _, ready = town.in_channel()
    assert manager.name in ready
    assert "08" in ready


async def something_is_told(town: SlackTown, author: Colleague, manager: Colleague, words: Words) -> None:
    delivery = await author.says(words.problem)
    assert words.thanks in author.heard
    assert words.problem in author.heard
    pressed = await author.presses(actions.TELL_KIND, "problem")
    # What it sounds like may be asked below the card.
    own = next(card for card in author.cards if words.answer_day in card)
    for card in (own, manager.heard):
        assert "#1" in card
        assert words.problem in card
        assert words.answer_day in card
    assert manager.name in own
    assert author.name in manager.heard
    await changes_nothing(town, [town.signer.event(delivery, retry=n) for n in (1, 2, 3)] + [pressed])


async def changes_nothing(town: SlackTown, repeats: list[Any]) -> None:
    """What Slack sends again was done already."""
    before = [call for call in town.slack.calls if call.method in SAYS_SOMETHING]
    for signed in repeats:
        assert await town.send(signed) == {}
    assert [call for call in town.slack.calls if call.method in SAYS_SOMETHING] == before


async def the_outcome_is_sent(author: Colleague, manager: Colleague, words: Words) -> None:
    assert not any(words.trial in card for card in manager.cards)
    await chooses(author, "yes")
    assert manager.name in author.heard
    for said in (words.trial, words.sign, words.missing_step, words.second_cause):
        assert said in manager.heard


async def the_manager_asks(author: Colleague, manager: Colleague, words: Words) -> None:
    view = await manager.opens(actions.IDEA_ASK)
    assert await manager.sends(view, question=words.question) == {}
    assert words.question in author.heard
    assert manager.name in author.heard
    await author.says(words.reply)
    assert words.reply in manager.heard
    assert words.question in manager.heard


async def the_manager_has_read_it(town: SlackTown, author: Colleague, manager: Colleague) -> None:
    stamp, _ = manager.button(actions.IDEA_ACKNOWLEDGE)
    tap = await manager.presses(actions.IDEA_ACKNOWLEDGE)
    assert (manager.channel, stamp) in [
        (params["channel"], params["ts"]) for params in town.slack.called("chat.update")
    ]
    with pytest.raises(LookupError):
        manager.button(actions.IDEA_ACKNOWLEDGE)
    assert manager.name in author.heard
    await changes_nothing(town, [tap])


async def told_by_command_and_turned_down(
    town: SlackTown, other: Colleague, manager: Colleague, words: Words
) -> None:
    shown = await other.commands(words.by_command)
    assert shown["response_type"] == "ephemeral"
    assert shown["text"]
    await other.presses(actions.TELL_KIND, "problem")
    assert "#2" in other.heard
    stamp, _ = manager.button(actions.IDEA_MORE)
    await manager.presses(actions.IDEA_MORE)
    assert manager.button(actions.IDEA_NOT_NOW)[0] == stamp
    view = await manager.opens(actions.IDEA_NOT_NOW)
    reason = next(block for block in view["blocks"] if block.get("block_id") == "reason")
    chosen = reason["element"]["options"][0]["value"]
    refused = await manager.sends(view, reason=chosen, words=" ")
    assert list(refused["errors"]) == ["words"]
    assert await manager.sends(view, reason=chosen, words=words.refusal) == {}
    assert words.not_now in other.heard
    assert words.refusal in other.heard
    assert not any(words.by_command in card and words.refusal not in card for card in manager.cards)


async def told_in_the_channel(town: SlackTown, other: Colleague, words: Words) -> None:
    thread = "1700000500.000100"
    before = town.in_channel()
    await other.mentions(words.in_channel, thread)
    (heard,) = town.in_channel(thread)
    assert words.heard in heard
    assert words.in_channel in other.heard
    await other.presses(actions.TELL_KIND, "problem")
    _, filed = town.in_channel(thread)
    assert "#3" in filed
    assert words.answer_day in filed
    assert town.in_channel() == before


async def told_from_a_message(town: SlackTown, other: Colleague, words: Words) -> None:
    view = await other.makes_improvement_of(words.from_message)
    text = next(block for block in view["blocks"] if block.get("block_id") == "text")
    assert text["element"]["initial_value"] == words.from_message
    assert await other.sends(view, kind="problem") == {}
    assert "#4" in other.heard
    assert words.from_message in other.heard


async def the_week_is_summed_up(town: SlackTown, author: Colleague, manager: Colleague, words: Words) -> None:
    await manager.opens_home()
    home = words_of(town.slack.homes[manager.user])
    assert words.in_channel in home
    assert words.by_command not in home
    before = len(town.in_channel())
    await town.femma.move_to(MONDAY)
    await author.opens_home()
    assert words.problem[:40] in words_of(town.slack.homes[author.user])
    await town.femma.until(lambda: len(town.in_channel()) > before)
    _, summary = town.messages(CHANNEL)[-1]
    for said in (words.trial, words.from_message, words.chart, "48"):
        assert said in words_of(summary)
    (chart,) = [block for block in summary["blocks"] if block["type"] == "data_visualization"]
    assert chart_problems(chart) == []
    await town.femma.move_to(MONDAY.replace(hour=15))
    await author.opens_home()
    await author.says(words.mine)
    assert len(town.in_channel()) == before + 1


def chart_problems(block: dict[str, Any]) -> list[str]:
    """What is documented for data_visualization blocks and not in the schema.

    docs.slack.dev/reference/block-kit/blocks/data-visualization-block
    """
    chart = block["chart"]
    categories, series = chart["axis_config"]["categories"], chart["series"]
    rules = {
        "a title of at most 50": 0 < len(block["title"]) <= 50,
        "bars": chart["type"] == "bar",
        "at most 20 different categories": 0 < len(set(categories)) == len(categories) <= 20,
        "1 to 6 series with names of their own": 0 < len({row["name"] for row in series}) == len(series) <= 6,
        "a point for each category": all([p["label"] for p in row["data"]] == categories for row in series),
        "numbers": all(isinstance(p["value"], int | float) for row in series for p in row["data"]),
        "labels of at most 20": all(len(name) <= 20 for name in [*categories, *(s["name"] for s in series)]),
        "axes of at most 50": all(len(chart["axis_config"].get(f"{a}_label", "")) <= 50 for a in "xy"),
    }
    return [rule for rule, holds in rules.items() if not holds]
