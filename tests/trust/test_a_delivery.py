"""What the platforms send twice, late, in another order or again: it counts once, and nothing is lost."""

from __future__ import annotations

import asyncio
import json
import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from statistics import quantiles
from time import monotonic, process_time
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import Core
from bot.domain.ideas import Stage
from bot.domain.people import Address
from bot.domain.work import Work
from cards import actions
from cards.actions import BUTTONS, Ref
from cards.model import Button, Buttons, Card
from handlers.chat import Posted
from handlers.incoming import Actor, Answer, Envelope, Nothing, PrivateLine, Said, ShowForm
from storage.tables import deliveries, ideas, outbox, talks
from tests.fakes.slack import BOT_USER
from tests.fakes.slack_signer import (
    FORM_TYPE,
    JSON_TYPE,
    Payload,
    Signed,
    direct_message,
    event,
    mention,
    press,
)
from tests.fakes.teams import BOT, TENANT
from tests.house import START, Chatter, FakeChat, FixedClock, House, open_house
from tests.house import TENANT as HOUSE_TENANT
from tests.trust.front import SLACK_PATH, Front, Wire, json_body, looking_into, raw
from tests.trust.process import Process

OLD_BUTTONS = Path(__file__).parent / "old_buttons.json"


async def eight_at_a_time(jobs: Sequence[Callable[[], Awaitable[int]]]) -> list[tuple[float, int]]:
    """Seconds and status of each, in the order of the jobs."""
    lanes = asyncio.Semaphore(8)

    async def timed(job: Callable[[], Awaitable[int]]) -> tuple[float, int]:
        async with lanes:
            began = monotonic()
            status = await job()
            return monotonic() - began, status

    return await asyncio.gather(*(timed(job) for job in jobs))


def p99(seconds: Sequence[float]) -> float:
    """All but one in a hundred are faster."""
    return quantiles(seconds, n=100)[98]


@pytest.fixture
def quick_fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake's own look at every message takes longer than all of Femma."""
    monkeypatch.setattr("tests.fakes.slack.message_error", lambda params: "")


@pytest.mark.usefixtures("quick_fake")
async def test_a1_500_slack_events_four_times_each(femma: Front) -> None:
    """As Slack repeats them: the first and its three retries, here all mixed up."""
    messages = [
        direct_message("Vi letar nycklar", user=f"U{number}", channel=f"D{number}", event_id=f"Ev{number}")
        for number in range(500)
    ]
    for number in range(500):
        femma.slack.add_user(f"U{number}", f"Person {number}")
    copies = [(number, retry) for number in range(500) for retry in range(4)]
    random.Random(1).shuffle(copies)
    signed = [femma.signer.event(messages[number], retry) for number, retry in copies]
    taken = await eight_at_a_time([lambda one=one: femma.post(one) for one in signed])  # type: ignore[misc]
    assert {status for _, status in taken} == {200}
    await femma.femma.settle()
    assert await femma.count(deliveries) == 500
    assert await femma.count(talks) == 500
    posts = Counter(params["channel"] for params in femma.slack.called("chat.postMessage"))
    assert posts == {f"D{number}": 1 for number in range(500)}
    # A repeat by itself, when the work is done.
    again = await eight_at_a_time([lambda one=one: femma.post(one) for one in signed[:100]])  # type: ignore[misc]
    assert p99([seconds for seconds, _ in again]) < 0.1
    assert len(femma.slack.called("chat.postMessage")) == 500


async def test_a1_100_teams_activities_four_times_each(femma: Front) -> None:
    """As Teams repeats them after 15 s: the same activity, with a new token each time."""
    people = [f"29:p{number}" for number in range(100)]
    femma.teams.connector.conversations |= {f"a:{person}" for person in people}
    activities = [
        femma.teams.activity(
            id=f"1771{person}",
            conversation={"conversationType": "personal", "tenantId": TENANT, "id": f"a:{person}"},
            **{"from": {"id": person, "name": person, "aadObjectId": f"aad-{person}"}},
        )
        for person in people
    ] * 4
    random.Random(1).shuffle(activities)
    taken = await eight_at_a_time([lambda one=one: femma.send(one) for one in activities])  # type: ignore[misc]
    assert {status for _, status in taken} == {200}
    await femma.femma.settle()
    assert await femma.count(deliveries) == 100
    assert {len(femma.teams.connector.posted(f"a:{person}")) for person in people} == {1}


def said(number: int, text: str = "Vi letar nycklar varje morgon") -> Said:
    """One person tells one thing."""
    person = f"web:p{number}"
    home = Address("web", HOUSE_TENANT, f"dm:{person}", person=person)
    return Said(Envelope(f"d{number}", Actor(HOUSE_TENANT, person, f"P{number}"), home, START), text)


async def test_a2_200_pairs_at_the_same_instant(database_url: str) -> None:
    """To two workers with a connection each; SQLite has one worker only, which gets both."""
    first = await Core.open(database_url, FixedClock())
    second = first if database_url.startswith("sqlite") else await Core.open(database_url, FixedClock())
    try:
        for number in range(0, 200, 10):
            both = [
                core.conversation.hear(said(one))
                for one in range(number, number + 10)
                for core in (first, second)
            ]
            assert await asyncio.gather(*both) == [Nothing()] * 20
    finally:
        await first.engine.dispose()
        await second.engine.dispose()
    async with looking_into(database_url) as store, store.transaction() as connection:
        for table in (deliveries, talks, outbox):
            assert len((await connection.execute(select(table.c.tenant))).all()) == 200, table.name


async def test_a3_a_recording_played_again_has_no_effect(femma: Front) -> None:
    femma.slack.add_user("U1", "Alva Lind")
    signed = femma.signer.event(direct_message("Hej"))
    button = (actions.LIST_MINE + ":0", Ref("none").encode(), "D1")
    pressed = femma.signer.interaction(press(*button))
    for each in (signed, pressed):
        assert await femma.post(each) == 200
    await femma.femma.settle()
    calls = len(femma.slack.calls)
    for seconds in (1, 59, 90, 149):
        femma.femma.clock.moment += timedelta(seconds=seconds)
        for each in (signed, pressed):
            assert await femma.post(each) == 200
        await femma.femma.settle()
    assert len(femma.slack.calls) == calls
    assert await femma.count(deliveries) == 2
    # Silently for whoever sent it, and counted for operators.
    assert await femma.figure('femma_deliveries_repeated{platform="slack"}') == 8


async def test_a4_out_of_time_is_refused_and_a_wrong_clock_is_noticed(femma: Front) -> None:
    """The 301st second, before and after; readiness tells when it is more than one in twenty."""
    clock = femma.femma.clock

    async def attention() -> list[str]:
        async with femma.femma.http.get(f"{femma.femma.url}/readyz") as answer:
            found: list[str] = (await answer.json())["attention"]
            return [line for line in found if "clock" in line]

    async def arrives(seconds: int, number: int) -> int:
        message = json_body(direct_message("Hej", event_id=f"Ev{seconds}-{number}"))
        return await femma.post(femma.signer.raw(message, at=clock.now() + timedelta(seconds=seconds)))

    for number in range(40):
        assert await arrives(random.Random(number).choice([-299, 0, 299]), number) == 200
    assert await attention() == []
    for number in range(2):
        assert await arrives(-301, number) == 401
    assert await attention() == []
    for number in range(2):
        assert await arrives(301, number) == 401
    assert len(await attention()) == 1
    # What a stranger makes up says nothing about our clock.
    clock.moment += timedelta(minutes=10)
    for _ in range(20):
        stale = femma.signer.raw(b"{}", at=clock.now() - timedelta(hours=1))
        assert await femma.post(Signed(b"[]", stale.headers)) == 401
    assert await attention() == []


async def test_a5_one_act_with_two_event_ids(house_on_each: House) -> None:
    """100 presses of "read", 40 on PostgreSQL: each twice, the second at the same instant or 30 s later."""
    house = house_on_each
    alva, britta = house.person("Alva"), house.person("Britta")
    await house.team("norr", britta)
    times = 100 if house.core.engine.dialect.name == "sqlite" else 40
    for number in range(times):
        # Nobody has so many ideas in a short time, and Femma would say so.
        await house.wait(minutes=2)
        await alva.says(f"Nycklarna hänger fel, gång {number}")
        await alva.presses(actions.TELL_KIND, "problem")
        if number:
            # So alike are they that Femma asks whether it is one of those.
            await alva.presses(actions.TELL_ANYWAY)
        message, button = britta.button(actions.IDEA_ACKNOWLEDGE)
        if number % 2:
            answers: list[Answer] = list(
                await asyncio.gather(*(britta.press(button, message) for _ in range(2)))
            )
        else:
            answers = [await britta.press(button, message)]
            await house.wait(seconds=30)
            answers.append(await britta.press(button, message))
        assert sorted(type(answer).__name__ for answer in answers) == ["Nothing", "PrivateLine"]

    async def job(work: Work) -> Counter[str]:
        found, _ = await work.ideas_of(HOUSE_TENANT, alva.id, 1000)
        happened = [one for idea in found for one in await work.history(HOUSE_TENANT, idea.id)]
        return Counter(one.what for one in happened)

    assert (await house.core.store.run(HOUSE_TENANT, job))["acknowledged"] == times


TEXTS = (
    "Nycklarna hänger fel",
    "Det tar tid varje morgon",
    "Bilarna går sent",
    "Skåpet är för litet",
    "Så är det",
)


async def test_a6_five_messages_in_all_120_orders_lose_nothing(house: House) -> None:
    """Five messages instead of six. What was said stands there once, whatever the order; the order itself is
    that of arrival, for neither platform's repeats say what came between."""
    for number, order in enumerate(permutations(TEXTS)):
        person = house.person(f"P{number}")
        for text in order:
            heard = await house.core.conversation.hear(Said(person.envelope(), text))
            assert heard == Nothing()
    async with house.core.store.transaction() as connection:
        rows = (await connection.execute(select(talks.c.person, talks.c.body))).all()
    assert len(rows) == 120
    assert all([body.count(text) for text in TEXTS] == [1] * len(TEXTS) for _, body in rows)


async def test_a7_an_event_of_three_hours_ago_is_kept(femma: Front) -> None:
    """Signed anew, as Slack delivers what it could not deliver before."""
    femma.slack.add_user("U1", "Alva Lind")
    ago = femma.femma.clock.now() - timedelta(hours=3)
    stamp = f"{ago.timestamp():.6f}"
    assert (
        await femma.post(femma.signer.event(direct_message("Bilarna går sent", ts=stamp, event_ts=stamp)))
        == 200
    )
    sent = (femma.femma.clock.now() - timedelta(hours=3)).isoformat()
    assert await femma.send(femma.teams.activity(timestamp=sent)) == 200
    async with looking_into(femma.database_url) as store, store.transaction() as connection:
        bodies = (await connection.execute(select(talks.c.body))).scalars().all()
    assert sorted("Bilarna" in body for body in bodies) == [False, True]


class Remembering(FakeChat):
    """Every button that was ever shown, and to whom."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[tuple[str, str, str, str], Button] = {}

    async def post(self, to: Address, card: Card) -> Posted:
        posted = await super().post(to, card)
        self._keep(posted.address.conversation, posted.message, card)
        return posted

    async def edit(self, at: Address, message: str, card: Card) -> None:
        await super().edit(at, message, card)
        self._keep(at.conversation, message, card)

    def _keep(self, conversation: str, message: str, card: Card) -> None:
        for part in card.parts:
            for button in part.row if isinstance(part, Buttons) else ():
                self.buttons[conversation, message, button.action, button.value] = button


async def test_a8_every_button_ever_shown_months_later(sqlite_url: str) -> None:
    """By author and manager, when the idea has long been answered: no error, and the idea stays as it is."""
    async with open_house(sqlite_url) as house:
        chat = Remembering()
        house.use(chat)
        alva, britta = house.person("Alva"), house.person("Britta")
        await house.team("norr", britta)
        await a_life_of_an_idea(alva, britta)
        before = await stages(house)
        shown = dict(chat.buttons)
        assert len({action for _, _, action, _ in shown}) >= 12
        await house.wait(days=150)
        for (conversation, message, _, _), button in shown.items():
            presser = alva if conversation == alva.home.conversation else britta
            answer = await presser.press(button, message)
            assert isinstance(answer, Nothing | PrivateLine | ShowForm), button.action
        assert await stages(house) == before == [Stage.NOT_NOW]


async def a_life_of_an_idea(alva: Chatter, britta: Chatter) -> None:
    """From the first word to "not now", with a question and a talk about causes on the way."""
    await alva.says("Morgonbesöken börjar för sent")
    await alva.presses(actions.TELL_KIND, "problem")
    await alva.presses(actions.IDEA_WHY)
    await alva.says("Bilarna kör för sent, varje dag")
    await britta.presses(actions.IDEA_ACKNOWLEDGE)
    await britta.sends(await britta.opens(actions.IDEA_ASK), question="Alla bilar?")
    await alva.sends(await alva.opens(actions.IDEA_REPLY), words="Ja")
    form = await britta.opens(actions.IDEA_NOT_NOW)
    await britta.sends(form, reason="level", words="Nästa år")


async def stages(house: House) -> list[Stage]:
    """Of all ideas."""
    async with house.core.store.transaction() as connection:
        return [Stage(stage) for stage in (await connection.execute(select(ideas.c.stage))).scalars()]


async def test_a8_buttons_as_they_were_written_on_cards_of_every_version(femma: Front) -> None:
    """The file holds one of each kind since 0.1; it is only added to, for those cards still stand."""
    written: list[dict[str, str]] = json.loads(OLD_BUTTONS.read_text("utf-8"))
    assert {each["action"] for each in written} >= BUTTONS
    femma.slack.add_user("U1", "Alva Lind")
    for number, each in enumerate(written):
        assert Ref.decode(each["value"]).encode() == each["value"]
        pressed = press(f"{each['action']}:0", each["value"], "D1", trigger=f"t{number}")
        assert await femma.post(femma.signer.interaction(pressed)) == 200
        value = {"action": {"type": "Action.Execute", "verb": each["action"], "data": each}}
        activity = femma.teams.activity(
            type="invoke", id=f"f:{number}", name="adaptiveCard/action", value=value
        )
        assert await femma.send(activity) == 200
    # Each of them was understood: what is not is answered with 200 too, but never stored as heard.
    assert await femma.count(deliveries) == 2 * len(written)
    assert await femma.count(ideas) == 0


OWN: dict[str, Payload] = {
    "own user": direct_message("Hej", user=BOT_USER),
    "another bot": direct_message("Hej", user="U9", bot_id="B9"),
    "a bot's message": direct_message("Hej", subtype="bot_message", bot_id="B9"),
    "a mention by a bot": mention(f"<@{BOT_USER}> hej", bot_id="B9"),
    "a mention by itself": mention(f"<@{BOT_USER}> hej", user=BOT_USER),
    "an edit": direct_message("Hej", subtype="message_changed", hidden=True, message={"text": "Nytt"}),
    "a deletion": direct_message("Hej", subtype="message_deleted", hidden=True, deleted_ts="1.1"),
    "somebody joins": direct_message("Hej", subtype="channel_join"),
    "a message in a channel": direct_message("Hej", channel="C0TEAM", channel_type="channel"),
    "a colleague is invited": event("member_joined_channel", user="U3", channel="C0TEAM"),
}


async def test_a10_own_words_other_bots_and_notices_are_not_answered(femma: Front) -> None:
    """Ten times each, as a loop would bring them: not one word is said."""
    for number in range(10):
        for payload in OWN.values():
            assert await femma.post(femma.signer.event(payload | {"event_id": f"Ev{number}"})) == 200
        senders: list[Payload] = [{"id": BOT}, {"id": "28:other"}, {"id": "29:x", "role": "bot"}, {"id": ""}]
        for index, sender in enumerate(senders):
            activity = femma.teams.activity(id=f"{number}-{index}", **{"from": sender})
            assert await femma.send(activity) == 200
        for kind in ("messageUpdate", "messageDelete", "messageReaction", "typing", "event", "trace"):
            assert await femma.send(femma.teams.activity(type=kind, id=f"{kind}{number}")) == 200
    await femma.femma.settle()
    assert await femma.count(deliveries) == 0
    assert (femma.slack.called("chat.postMessage"), femma.teams.connector.calls) == ([], [])


@pytest.mark.usefixtures("quick_fake")
async def test_a11_a_monday_morning(process: Process) -> None:
    """300 events in 3 s instead of 1,000 in 10: the same rate, from as many people.

    None is lost, whatever else the machine does. How fast they are taken is a matter of this machine alone,
    and only asserted while others leave it alone.
    """
    await process.real_event(0)
    began, busy_before, own_before = monotonic(), machine_cpu(), own_cpu(process)

    async def arrives(number: int) -> float:
        # The rate is the point here, and a rate needs time.
        await asyncio.sleep(max(0.0, began + number / 100 - monotonic()))
        return await process.real_event(number)

    seconds = await asyncio.gather(*(arrives(number) for number in range(1, 301)))
    others = machine_cpu() - busy_before - (own_cpu(process) - own_before)
    share = others / (monotonic() - began)
    async with asyncio.timeout(60):
        while len(process.slack.messages) < 301:
            await process.ready()
    told = Counter(channel for channel, _ in process.slack.messages)
    assert told == {f"D{number}": 1 for number in range(301)}
    if share > 0.4:
        pytest.skip(f"nothing was lost, but others use {share:.1f} cores of this machine: no figures")
    cuts = quantiles(seconds, n=100)
    assert cuts[49] < 0.025
    assert cuts[98] < 0.5
    assert max(seconds) < 2


def machine_cpu() -> float:
    """Seconds that all processes of this machine have used since it started."""
    user, nice, system, *_ = map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def own_cpu(process: Process) -> float:
    """Seconds used by this test and the process under test."""
    return process_time() + process.server.cpu()


async def test_a12_probes_are_no_errors(femma: Front) -> None:
    challenge = json_body({"type": "url_verification", "token": "old", "challenge": "3eZbrw1a"})
    url = f"{femma.femma.url}{SLACK_PATH}"
    signed = femma.signer.raw(challenge)
    async with femma.femma.http.post(url, data=signed.body, headers=signed.headers) as answer:
        assert (answer.status, await answer.json()) == (200, {"challenge": "3eZbrw1a"})
    assert await femma.post(Signed(challenge, {"Content-Type": JSON_TYPE})) == 401
    assert await femma.post(Signed(b"ssl_check=1&token=old", {"Content-Type": FORM_TYPE})) == 401
    assert await femma.post(femma.signer.raw(b"ssl_check=1&token=old", FORM_TYPE)) == 400
    for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"):
        for path in (
            SLACK_PATH,
            "/api/messages",
            "/",
            "/.env",
            "/wp-login.php",
            "/healthz",
            "/..%2f..%2fetc/passwd",
        ):
            async with femma.femma.http.request(method, f"{femma.femma.url}{path}") as answer:
                assert answer.status in (
                    {200} if path == "/healthz" and method in {"GET", "HEAD"} else {404, 405}
                )
    for probe in (
        b"\r\n\r\n",
        b"\x16\x03\x01\x00\xa5\x01\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"SSH-2.0-x\r\n\r\n",
    ):
        async with Wire.to(femma.port) as wire:
            wire.writer.write(probe)
            wire.writer.write_eof()
            assert await wire.status() < 500


async def test_a12_the_connection_is_there_for_the_next_one(femma: Front) -> None:
    """Slack keeps connections: many genuine requests go through one of them."""
    femma.slack.add_user("U1", "Alva Lind")
    async with Wire.to(femma.port) as wire:
        for number in range(20):
            message: dict[str, Any] = direct_message("Hej", event_id=f"Ev{number}")
            wire.writer.write(raw(femma.signer.event(message)))
            assert await wire.status() == 200
