"""A week of a team in Teams, in three languages: the real process, signed activities, a strict connector."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from cards import actions
from handlers.teams.answers import QUIET
from tests.e2e.serving import MONDAY, FixedClock, running
from tests.e2e.talk import chooses, look_for_causes
from tests.e2e.teams_town import CHANNEL, Body, Member, TeamsTown, charts_of, dialog_of, inputs_of, words_of
from tests.e2e.words import WEEKS, Words
from tests.fakes.teams import APP_ID, PASSWORD, TENANT, FakeTeams, card_problems

PEOPLE = {"aad-alva": "Alva Lind", "aad-britta": "Britta Ek", "aad-carl": "Carl Berg"}


@pytest.fixture(params=WEEKS, ids=lambda week: week.language.value)
def words(request: pytest.FixtureRequest) -> Words:
    """Each week in each language."""
    week: Words = request.param
    return week


@pytest.fixture
async def town(sqlite_url: str) -> AsyncIterator[TeamsTown]:
    """Femma as in production, with Teams as its only platform; at the end nothing was refused or lost."""
    async with FakeTeams.start() as teams:
        connector = teams.connector
        connector.conversations.add(CHANNEL)
        connector.members |= {entra: {"id": f"29:{entra}", "name": name} for entra, name in PEOPLE.items()}
        settings = Settings(
            rehearsal=False,
            database_url=SecretStr(sqlite_url),
            teams_app_id=APP_ID,
            teams_app_password=SecretStr(PASSWORD),
            teams_app_tenant=TENANT,
            teams_openid_url=teams.openid_url,
            teams_token_url=teams.token_url,
            teams_service_hosts=teams.host,
        )
        async with running(settings, FixedClock()) as femma:
            yield TeamsTown(femma, teams)
            await femma.assert_all_sent()


async def test_a_week_in_teams(town: TeamsTown, words: Words) -> None:
    author, manager, other = (Member(town, entra, name, words.locale) for entra, name in PEOPLE.items())
    await femma_comes_to_the_team(town, manager, words)
    await something_is_told(town, author, manager, words)
    await look_for_causes(author, words)
    await the_outcome_is_sent(author, manager, words)
    await the_manager_has_read_it(town, author, manager)
    await the_manager_asks(author, manager, words)
    await told_in_the_channel(town, other, words)
    await turned_down(other, manager, words)
    await told_from_a_message(town, other, words)
    await the_week_is_summed_up(town, manager, words)


async def femma_comes_to_the_team(town: TeamsTown, manager: Member, words: Words) -> None:
    await manager.adds_to_channel()
    await manager.adds_to_channel()
    (hello,) = town.in_channel()
    assert words.hello in hello
    card = await manager.opens(actions.TEAM_SETUP, channel=True)
    assert card_problems(card) == []
    assert inputs_of(card)["name"]["value"] == "Hemtjänsten norr"
    fields = {
        "manager": manager.entra,
        "language": words.language.value,
        "zone": words.zone,
        "weekday": "1",
    }
    again = dialog_of(await manager.sends(card, channel=True, **fields, time="25.99"))
    assert card_problems(again) == []
    assert await manager.sends(card, channel=True, **fields, time="8.00") is None
    _, ready = town.in_channel()
    assert manager.name in ready
    assert "08" in ready


async def something_is_told(town: TeamsTown, author: Member, manager: Member, words: Words) -> None:
    # Both have Femma from the first day: it can write to the manager before the manager has ever written.
    town.teams.connector.conversations.add(author.chat)
    await author.installs()
    (welcome,) = author.cards
    assert author.name in welcome
    assert manager.cards == []
    said = await author.says(words.problem)
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
    await changes_nothing(town, [said, pressed, author.activity(type="installationUpdate", action="add")])


async def changes_nothing(town: TeamsTown, repeats: list[Body]) -> None:
    """What Teams sends again was done already."""
    before = len(town.teams.connector.calls)
    for activity in repeats:
        await town.send(activity)
    assert len(town.teams.connector.calls) == before


async def the_outcome_is_sent(author: Member, manager: Member, words: Words) -> None:
    assert not any(words.trial in card for card in manager.cards)
    await chooses(author, "yes")
    assert manager.name in author.heard
    for said in (words.trial, words.sign, words.missing_step, words.second_cause):
        assert said in manager.heard


async def the_manager_asks(author: Member, manager: Member, words: Words) -> None:
    card = await manager.opens(actions.IDEA_ASK)
    assert card_problems(card) == []
    assert await manager.sends(card, question=words.question) is None
    assert words.question in author.heard
    assert manager.name in author.heard
    await author.says(words.reply)
    assert words.reply in manager.heard
    assert words.question in manager.heard


async def the_manager_has_read_it(town: TeamsTown, author: Member, manager: Member) -> None:
    message, _ = manager.button(actions.IDEA_ACKNOWLEDGE)
    versions = len(town.teams.connector.messages[message].versions)
    tap = await manager.presses(actions.IDEA_ACKNOWLEDGE)
    assert len(town.teams.connector.messages[message].versions) == versions + 1
    with pytest.raises(LookupError):
        manager.button(actions.IDEA_ACKNOWLEDGE)
    assert manager.name in author.heard
    await changes_nothing(town, [tap])


async def told_in_the_channel(town: TeamsTown, other: Member, words: Words) -> None:
    root = "1771280000000"
    before = town.in_channel()
    assert other.cards == []
    await other.mentions(words.in_channel, root)
    (heard,) = town.in_channel(root)
    assert words.heard in heard
    assert words.in_channel in other.heard
    await other.presses(actions.TELL_KIND, "problem")
    _, filed = town.in_channel(root)
    assert "#2" in filed
    assert words.answer_day in filed
    assert town.in_channel() == before


async def turned_down(other: Member, manager: Member, words: Words) -> None:
    message, _ = manager.button(actions.IDEA_MORE)
    await manager.presses(actions.IDEA_MORE)
    assert manager.button(actions.IDEA_NOT_NOW)[0] == message
    card = await manager.opens(actions.IDEA_NOT_NOW)
    reason = inputs_of(card)["reason"]["choices"][0]["value"]
    again = dialog_of(await manager.sends(card, reason=reason, words=" "))
    assert card_problems(again) == []
    assert await manager.sends(card, reason=reason, words=words.refusal) is None
    assert words.not_now in other.heard
    assert words.refusal in other.heard
    assert manager.button(actions.IDEA_MORE)[0] != message


async def told_from_a_message(town: TeamsTown, other: Member, words: Words) -> None:
    card = await other.makes_improvement_of(f"<p>{words.from_message}</p>")
    assert card_problems(card) == []
    assert inputs_of(card)["text"]["value"] == words.from_message
    done = dialog_of(await other.sends_improvement(card, kind="problem"))
    assert card_problems(done) == []
    assert done["body"][0]["inlines"][0]["text"] == QUIET
    assert "#3" in other.heard
    assert words.from_message in other.heard


async def the_week_is_summed_up(town: TeamsTown, manager: Member, words: Words) -> None:
    before = len(town.in_channel())
    await town.femma.move_to(MONDAY)
    await manager.says(words.mine)
    await town.femma.until(lambda: len(town.in_channel()) > before)
    summary = town.teams.connector.posted(CHANNEL)[-1]
    assert summary.root == ""
    for said in (words.trial, words.from_message, "48"):
        assert said in words_of(summary)
    (chart,) = charts_of(summary)
    assert chart["title"] == words.chart
    assert chart["type"] == "Chart.VerticalBar.Grouped"
    await town.femma.move_to(MONDAY.replace(hour=15))
    await manager.says(words.mine)
    assert len(town.in_channel()) == before + 1


async def test_what_is_not_signed_by_microsoft_is_not_heard(town: TeamsTown) -> None:
    author = Member(town, "aad-alva", "Alva Lind", "sv-SE")
    expired = town.teams.token(town.femma.clock.now().replace(year=2025))
    foreign = town.teams.token(town.femma.clock.now(), number=1)
    other_app = town.teams.token(town.femma.clock.now(), aud="another-app")
    for token in ("", "x", expired, foreign, other_app):
        headers = {"Authorization": f"Bearer {token}"}
        async with town.femma.http.post(
            f"{town.femma.url}/api/messages", json=author.activity(), headers=headers
        ) as answer:
            assert answer.status == 401
            assert await answer.text() == ""
    await town.femma.settle()
    assert town.teams.connector.calls == []
    town.teams.connector.conversations.add(author.chat)
    await author.says("hej")
    assert len(author.cards) == 1
