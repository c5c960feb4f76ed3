"""Random walks through whole talks: two people, old buttons, pauses, and a Femma that is started anew."""

from __future__ import annotations

from random import Random

import pytest

from bot.app import new_id
from bot.calendars import PublicHolidays
from bot.domain.ideas import Whys
from bot.domain.people import Address
from bot.domain.talks import Talk, TalkStatus
from bot.domain.whys import QUESTIONS_BEFORE_REST, Step, WhyTalk
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.model import Button, Buttons
from handlers.conversation import Conversation
from handlers.incoming import Pressed, SentForm, ShowForm
from tests.house import TENANT, Chatter, House

_MOVES = 40
_TEAM = "norr"
_ANSWERS = (
    "Listan nr {n} ligger i ett annat hus",
    "Vi hämtar nyckel {n} varje morgon",
    "Vikarierna slarvar med nyckel {n}",
    "Vi behöver en app för lista {n}",
    "Lista {n} är gammal och skåpet ligger långt bort",
    "på fredag",
    "vet inte",
    "ja",
    "nej",
    "tillbaka",
    "det räcker",
    "2",
)


@pytest.mark.parametrize("seed", range(12))
async def test_no_walk_gets_stuck_and_each_ends_in_what_was_said(house: House, seed: int) -> None:
    rng = Random(seed)
    alva, britta, carl = house.person("Alva"), house.person("Britta"), house.person("Carl")
    await house.team(_TEAM, britta)
    await alva.says("Morgonbesöken börjar för sent för att bilarna inte kommer iväg")
    await alva.presses(actions.TELL_KIND, "problem" if seed % 3 else "idea")
    await alva.presses(actions.IDEA_WHY)
    talk = (await _talk(house, alva)).id
    for n in range(_MOVES):
        if n == 1 and seed % 2:
            await alva.forges(actions.WHY_TOGETHER, Ref("talk", talk))
        await _move(house, rng, alva, carl, n)
        _within_rules(await _state(house, talk))
    await _to_the_end(house, alva, talk)
    ended = await _state(house, talk)
    whys = await _whys(house)
    assert ended.outcome().touched == whys.touched
    assert (ended.trial, ended.sign, ended.remark) == (whys.trial, whys.sign, whys.remark)
    kept = [why.text for why in ended.tree.whys if not why.by]
    assert kept == [why.text for why in whys.tree.whys if why.text]
    # The manager reads every cause of the leader's, and no word of somebody who was not asked or said no.
    assert all(why.text for why in ended.tree.whys)
    unasked = [why.text for why in ended.tree.whys if why.by]
    assert not [text for text in unasked if text in str(whys) or text in britta.transcript]


async def _move(house: House, rng: Random, alva: Chatter, carl: Chatter, n: int) -> None:
    match rng.randrange(12):
        case 0 | 1 | 2 | 3:
            await alva.says(rng.choice(_ANSWERS).format(n=n))
        case 4 | 5 | 6:
            await _press_any(house, rng, alva)
        case 7 | 10 | 11:
            await _carl_answers(house, rng, carl, n)
        case 8:
            await house.wait(hours=rng.choice((1, 30, 80)))
        case _:
            house.core.conversation = Conversation(house.core.store, house.clock, PublicHolidays(), new_id)


def _buttons(lines: list[tuple[str, object]], wanted: tuple[str, ...]) -> list[tuple[str, Button]]:
    parts = ((message, part) for message, card in lines for part in getattr(card, "parts", ()))
    rows = ((message, button) for message, part in parts if isinstance(part, Buttons) for button in part.row)
    return [(message, button) for message, button in rows if button.action in wanted]


async def _press_any(house: House, rng: Random, alva: Chatter) -> None:
    """Any button she has ever been shown in the talk, in her chat or in the channel, old ones too."""
    wanted = (actions.WHY_ANSWER, actions.WHY_TOGETHER, actions.LOOK_ANSWER)
    there = [*house.chat.said.get(_TEAM, [])]
    found = [*_buttons([*alva.lines], wanted), *_buttons([*there], wanted)]
    if not found:
        return
    message, button = rng.choice(found[-12:])
    if Ref.decode(button.value).arg == "yes" and (await _talk(house, alva)).state_is(Step.CONFIRM):
        return
    in_channel = any(id_ == message for id_, _ in there)
    where = _there(house, message) if in_channel else alva.home
    await house.hear(Pressed(alva.envelope(), button.action, Ref.decode(button.value), where, message))


def _there(house: House, message: str) -> Address:
    return Address(house.platform, TENANT, _TEAM, thread=message)


async def _carl_answers(house: House, rng: Random, carl: Chatter, n: int) -> None:
    found = _buttons([*house.chat.said.get(_TEAM, [])], (actions.WHY_SAY,))
    if not found:
        return
    message, button = rng.choice(found)
    where = _there(house, message)
    opened = await house.hear(
        Pressed(carl.envelope(), button.action, Ref.decode(button.value), where, message)
    )
    if isinstance(opened, ShowForm):
        words = f"Carl har sett sak {n} i garaget"
        ref = Ref.decode(opened.form.value)
        await house.hear(SentForm(carl.envelope(), opened.form.name, ref, {"words": words}))


def _within_rules(state: WhyTalk) -> None:
    tree = state.tree
    assert all(len(tree.children(number)) <= 3 for number in range(-1, len(tree.whys)))
    # One more where a kind word about going to see comes first.
    digs = state.step in {Step.WHY, Step.EVIDENCE, Step.MORE, Step.MORE_WHAT}
    assert state.asked <= QUESTIONS_BEFORE_REST + 1 or not digs


async def _to_the_end(house: House, alva: Chatter, talk: str) -> None:
    """From anywhere: taken up again if it rests, "enough" until it asks whether to send it, then yes."""
    for _ in range(8):
        now = await _by_id(house, talk)
        if now.status is TalkStatus.CLOSED:
            return
        if now.status is TalkStatus.RESTING:
            await alva.forges(actions.WHY_ANSWER, Ref("talk", talk, now.version, "resume"))
            now = await _by_id(house, talk)
        assert isinstance(now.state, WhyTalk)
        choice = "yes" if now.state.step is Step.CONFIRM else "stop"
        await alva.forges(actions.WHY_ANSWER, Ref("talk", talk, now.version, choice))
    raise AssertionError("the talk does not end")


async def _by_id(house: House, talk: str) -> Talk:
    async def job(work: Work) -> Talk:
        found = await work.talk(TENANT, talk)
        assert found is not None
        return found

    return await house.core.store.run(TENANT, job)


async def _state(house: House, talk: str) -> WhyTalk:
    state = (await _by_id(house, talk)).state
    assert isinstance(state, WhyTalk)
    return state


async def _whys(house: House) -> Whys:
    async def job(work: Work) -> Whys:
        idea = await work.idea_numbered(TENANT, 1)
        assert idea is not None
        assert idea.whys is not None
        return idea.whys

    return await house.core.store.run(TENANT, job)


class _Found:
    def __init__(self, id_: str, step: Step | None) -> None:
        self.id = id_
        self._step = step

    def state_is(self, step: Step) -> bool:
        return self._step is step


async def _talk(house: House, person: Chatter) -> _Found:
    async def job(work: Work) -> _Found:
        led = [talk for talk in await work.talks_of(TENANT, person.id) if isinstance(talk.state, WhyTalk)]
        talk = min(led, key=lambda talk: talk.status is not TalkStatus.OPEN, default=None)
        state = talk.state if talk else None
        return _Found(talk.id if talk else "", state.step if isinstance(state, WhyTalk) else None)

    return await house.core.store.run(TENANT, job)
