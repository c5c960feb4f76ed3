"""A workspace with people of every role, another workspace, and their presses as Slack sends them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count

from bot.domain.people import Address, Language
from bot.domain.work import Work
from cards import actions
from cards.actions import Ref
from cards.model import Button, Buttons, Card
from handlers.incoming import Envelope, Incoming, SentForm, ShowForm
from handlers.slack.inbound import read
from handlers.slack.origin import Seen
from tests.fakes.slack_signer import Payload, press, submission
from tests.house import Chatter, House, open_house

OURS, THEIRS = "T1", "T2"
# Everything a role's person has for a name; the foreigner bears the manager's user id, in another workspace.
USERS = {
    "author": "UALVA", "manager": "UBRITTA", "deputy": "UDORIS", "former": "UFRED", "neighbour": "UOLGA",
    "colleague": "UCARL", "administrator": "UADA", "stranger": "USTEN", "foreigner": "UBRITTA",
}  # fmt: skip
# Stands in the author's words, and in nothing that others may see.
CANARY = "KANARIEGUL"
# Stands in what the manager answers the author, which is not even for a colleague.
ANSWERED = "SVARSGRÖN"
PEOPLE = frozenset({"person", "manager", "deputy", "who", "unit", "department", "top", "lead"})
CHOICES = frozenset(
    {
        "kind",
        "team",
        "reason",
        "language",
        "zone",
        "weekday",
        "to",
        "basis",
        "realised",
        "named",
        "model",
        "seen",
    }
)  # fmt: skip
DAYS = frozenset({"until"})


ABOUT_A_TEAM = frozenset(
    {
        actions.FORM_TEAM, actions.TEAM_SETUP, actions.FORM_LADDER, actions.TEAM_LADDER, actions.NUDGE_SNOOZE,
    }
)  # fmt: skip
ABOUT_A_TALK = frozenset(
    {
        actions.TELL_KIND, actions.TELL_TEAM, actions.TELL_CANCEL, actions.TELL_JOIN, actions.TELL_ANYWAY,
        actions.WHY_ANSWER, actions.WHY_SAY, actions.WHY_SENTENCE, actions.WHY_TOGETHER, actions.WHY_HAND,
        actions.HAND_ANSWER, actions.QUOTE_ANSWER, actions.LOOK_ANSWER, actions.LOOK_WORDS,
        actions.TELL_OUR_WORK, actions.FORM_SAY, actions.FORM_SENTENCE, actions.FORM_HAND, actions.FORM_LOOK,
    }
)  # fmt: skip
# What they say besides the talk.
TALK_ARGS = {
    actions.TELL_KIND: "problem", actions.TELL_ANYWAY: "", actions.WHY_SAY: "-1", actions.FORM_SAY: "-1",
    actions.LOOK_ANSWER: "-1:not-yet", actions.LOOK_WORDS: "-1:words", actions.FORM_LOOK: "-1:words",
}  # fmt: skip
ABOUT_NOTHING = frozenset(
    {
        actions.NEW_IDEA, actions.FORM_NEW_IDEA, actions.LIST_MINE, actions.LIST_WAITING,
        actions.SUMMARY_PREVIEW, actions.PERSON_AWAY, actions.PERSON_BACK, actions.FORM_AWAY,
        actions.TENANT_DOORS, actions.FORM_DOORS,
    }
)  # fmt: skip
# What a press on an idea says besides the idea.
ARGS = {
    actions.IDEA_KEEN: "yes", actions.CHECK_ANSWER: "begun:started", actions.CHECK_WORDS: "begun:not-yet",
    actions.FORM_CHECK: "begun:not-yet",
}  # fmt: skip


@dataclass
class SlackChatter(Chatter):
    """Somebody whose direct chat is the one that Slack names in every payload."""

    @property
    def home(self) -> Address:
        return Address("slack", self.tenant, "D" + self.id.rpartition(":")[2])


@dataclass
class Town:
    """The house, the people by role, and what the author's things are called."""

    house: House
    people: dict[str, SlackChatter]
    idea: str = ""
    talk: str = ""
    team: str = ""
    number: int = 1
    buttons: dict[str, str] = field(default_factory=dict)
    _stamps: count[int] = field(default_factory=lambda: count(1))

    def ref(self, name: str) -> Ref:
        """What a button or form is about: what stands on a real card where there is one."""
        if name in self.buttons:
            return Ref.decode(self.buttons[name])
        if name in ABOUT_A_TEAM:
            return Ref("team", self.team, 1)
        if name in ABOUT_A_TALK:
            args = {**TALK_ARGS, actions.TELL_JOIN: self.idea}
            about = self.talk if name.startswith("tell.") else self._why_talk()
            return Ref("talk", about, 1, args.get(name, "yes"))
        if name in ABOUT_NOTHING:
            return Ref("none")
        if name == actions.SET_LANGUAGE:
            return Ref("none", arg="nb")
        return Ref("idea", self.idea, 1, ARGS.get(name, ""))

    def _why_talk(self) -> str:
        """The author's talk about causes, where there is one."""
        button = self.buttons.get(actions.WHY_ANSWER)
        return Ref.decode(button).id if button else self.talk

    def fields(self, form: str) -> dict[str, str]:
        """A form filled in as it should be."""
        return {
            actions.FORM_NEW_IDEA: {"text": "Dörren kärvar", "kind": "problem", "team": self.team},
            actions.FORM_ADD: {"words": "Även på helgen"},
            actions.FORM_REPLY: {"words": "Den på plan två"},
            actions.FORM_ACKNOWLEDGE: {"words": "Tack, jag ringer i dag"},
            actions.FORM_ASK: {"question": "Vilken av dem?"},
            actions.FORM_NOT_NOW: {"reason": "other-first", "words": "Vi byter i mars"},
            actions.FORM_TRY: {"what": "En ny skrivare", "who": "UNILS", "until": "2026-12-02"},
            actions.FORM_YOU_DECIDE: {"words": "Gör som ni tycker"},
            actions.FORM_REST: {"until": "2027-01-11", "words": "Efter jul"},
            actions.FORM_PASS_ON: {"to": "outside", "outside": "Leverantören", "words": "Deras skrivare"},
            actions.FORM_MERGE: {"into": "2"},
            actions.FORM_JUST_DONE: {"words": "Vi bytte den"},
            actions.FORM_REWORD: {"text": "Den gamla skrivaren är trasig"},
            actions.FORM_KNOW: {"words": "Den på plan tre också", "named": "yes"},
            actions.FORM_CHECK: {"words": "Ingen har haft tid"},
            actions.FORM_EFFECT: {"kind": "quality", "basis": "felt", "words": "Mindre spring"},
            actions.FORM_AWAY: {"until": "2026-11-25"},
            actions.FORM_SAY: {"words": "Den står i vägen"},
            actions.FORM_SENTENCE: {"condition": "den är gammal", "event": "den stannar", "problem": "kö"},
            actions.FORM_HAND: {"person": "UNILS"},
            actions.FORM_LOOK: {"words": "Den står i vägen"},
            actions.FORM_DOORS: {"door_harm": "https://example.com/skada", "model": "no"},
            actions.FORM_LADDER: {"unit": "UOLGA", "lead": "UADA"},
            actions.FORM_TEAM: {
                "name": "Norr", "manager": "UBRITTA", "language": "sv", "zone": "Europe/Oslo",
                "weekday": "2", "time": "9.00",
            },
        }[form]  # fmt: skip

    def does(
        self, role: str, name: str, value: str, fields: Mapping[str, str] | None = None
    ) -> Incoming | None:
        """A press or a sent form as Slack sends it, read by the real reader. None: not for Femma."""
        if name not in actions.FORMS:
            payload = press(f"{name}:0", value, "D" + USERS[role])
        else:
            filled = self.fields(name) if fields is None else fields
            payload = submission(name, value, {one: _element(one, text) for one, text in filled.items()})
        heard = read(self._sent_by(role, payload), Seen("", self.house.clock.now()))
        return None if heard is None else _introduced(role, heard)

    def _sent_by(self, role: str, payload: Payload) -> Payload:
        team = THEIRS if role == "foreigner" else OURS
        return {
            **payload,
            "team": {"id": team},
            "user": {"id": USERS[role], "team_id": team},
            "trigger_id": f"{role}.{next(self._stamps)}",
        }


def _element(name: str, text: str) -> Payload:
    if name in PEOPLE:
        return {"type": "users_select", "selected_user": text}
    if name in DAYS:
        return {"type": "datepicker", "selected_date": text}
    if name in CHOICES:
        return {"type": "static_select", "selected_option": {"value": text}}
    return {"type": "plain_text_input", "value": text}


def _introduced(role: str, heard: Incoming) -> Incoming:
    """What the edge adds from users.info: here only who is an administrator."""
    envelope: Envelope = heard.envelope
    chief = replace(envelope.actor, administrator=role == "administrator")
    return replace(heard, envelope=replace(envelope, actor=chief))


@asynccontextmanager
async def open_town(url: str, stage: str = "submitted") -> AsyncIterator[Town]:
    """Two teams, an idea of the author's in that stage, and a manager who is one no more."""
    async with open_house(url, platform="slack") as house:
        people = {role: _person(house, role) for role in USERS}
        town = Town(house, people)
        await house.team("norr", people["former"], people["deputy"])
        await house.team("syd", people["neighbour"])
        await _tell(town)
        town.buttons |= _buttons([card for one in people.values() for card in one.cards])
        await _hand_over(town)
        await _reach(town, stage)
        await _remember(town)
        yield town


def _person(house: House, role: str) -> SlackChatter:
    team, user = THEIRS if role == "foreigner" else OURS, USERS[role]
    name = user.removeprefix("U").capitalize()
    return SlackChatter(house, f"slack:{team}:{user}", name, Language.SV, f"slack:{team}")


async def _tell(town: Town) -> None:
    author = town.people["author"]
    await author.says(f"Skrivaren {CANARY} är trasig")
    town.buttons |= _buttons(author.cards)
    await author.presses(actions.TELL_KIND, "problem")
    await author.presses(actions.TELL_TEAM, Ref.decode(_choice(author, "norr").value).arg)
    town.buttons |= _buttons(author.cards)


def _choice(person: Chatter, label: str) -> Button:
    """The newest button that says this."""
    return next(
        button
        for card in reversed(person.cards)
        for part in card.parts
        for button in (part.row if isinstance(part, Buttons) else ())
        if button.label == label
    )


async def _hand_over(town: Town) -> None:
    """Fred leaves the team to Britta; the cards that he has got stay where they are."""
    hello = town.house.in_channel("norr", "slack:T1")[-1]
    button = next(button for part in hello.parts if isinstance(part, Buttons) for button in part.row)
    town.team = Ref.decode(button.value).id
    answer = await town.people["former"].press(button)
    assert isinstance(answer, ShowForm)
    fields = {"name": "norr", "language": "sv", "zone": "Europe/Stockholm", "weekday": "1", "time": "08:00"}
    who = {role: town.people[role] for role in ("manager", "deputy")}
    await town.people["former"].sends(answer.form, **fields, **who)


async def _reach(town: Town, stage: str) -> None:
    author, manager = town.people["author"], town.people["manager"]
    await manager.forges(actions.LIST_WAITING, Ref("none"))
    await manager.presses(actions.IDEA_OPEN)
    match stage:
        case "acknowledged":
            await manager.presses(actions.IDEA_ACKNOWLEDGE)
        case "asked":
            form = await manager.opens(actions.IDEA_ASK)
            await manager.sends(form, question=f"Vilken {ANSWERED}?")
        case "talking":
            await author.presses(actions.IDEA_WHY)
            town.buttons |= _buttons(author.cards, actions.WHY_ANSWER)
        case "held":
            await _hold(town)
        case "looking":
            await _go_and_see(town)
        case "drafting":
            await author.says(f"Också {CANARY} är borta")
            town.buttons |= _buttons(author.cards, actions.TELL_KIND, actions.TELL_CANCEL)
            town.buttons[actions.TELL_TEAM] = town.buttons[actions.TELL_CANCEL] + town.team
        case "alike":
            await author.says(f"Skrivaren {CANARY} är trasig igen")
            await author.presses(actions.TELL_KIND, "problem")
            town.buttons |= _buttons(
                author.cards, actions.TELL_JOIN, actions.TELL_ANYWAY, actions.TELL_CANCEL
            )
        case "trying":
            form = await manager.opens(actions.IDEA_TRY)
            await manager.sends(form, what="En annan skrivare", until="2026-12-16", words=ANSWERED)
        case "resting":
            await manager.sends(await manager.opens(actions.IDEA_REST), until="2027-01-11", words=ANSWERED)
        case "not-now":
            form = await manager.opens(actions.IDEA_NOT_NOW)
            await manager.sends(form, reason="law", words=f"Det får vi inte {ANSWERED}")
        case "withdrawn":
            await author.presses(actions.IDEA_WITHDRAW)
        case _:
            assert stage == "submitted"


async def _hold(town: Town) -> None:
    """The author asks the team in its channel, and a colleague answers there."""
    author, colleague = town.people["author"], town.people["colleague"]
    await author.presses(actions.IDEA_WHY)
    await author.chooses("skip")
    await author.chooses("skip")
    await author.presses(actions.WHY_TOGETHER)
    town.buttons |= _buttons(town.house.in_channel("norr", "slack:T1"), actions.WHY_SAY, actions.WHY_ANSWER)
    ref = Ref.decode(town.buttons[actions.WHY_SAY])
    words = {"words": "Den är gammal"}
    await town.house.hear(SentForm(colleague.envelope(), actions.FORM_SAY, ref, words))
    town.buttons |= _buttons(town.house.in_channel("norr", "slack:T1"), actions.WHY_SAY, actions.WHY_ANSWER)
    town.buttons |= _buttons(colleague.cards, actions.QUOTE_ANSWER)
    town.buttons[actions.FORM_SAY] = town.buttons[actions.WHY_SAY]


async def _go_and_see(town: Town) -> None:
    """Nobody knew, so the author was to look; Femma asks what was seen."""
    author = town.people["author"]
    await author.presses(actions.IDEA_WHY)
    for choice in ("skip", "skip", "dont-know"):
        await author.chooses(choice)
    for words in ("Vid skrivaren", "jag", "i morgon"):
        await author.says(words)
    await author.chooses("pause")
    town.buttons |= _buttons(author.cards, actions.WHY_ANSWER)
    await town.house.wait(days=1)
    town.buttons |= _buttons(author.cards, actions.LOOK_ANSWER, actions.LOOK_WORDS)
    town.buttons[actions.FORM_LOOK] = town.buttons[actions.LOOK_WORDS]


def _buttons(cards: list[Card], *only: str) -> dict[str, str]:
    """The values of the buttons on these cards by action; the newest counts."""
    found = {
        button.action: button.value
        for card in cards
        for part in card.parts
        for button in (part.row if isinstance(part, Buttons) else ())
        if not only or button.action in only
    }
    return found


async def _remember(town: Town) -> None:
    """Everybody but the stranger has been here before; and what the author's things are called.

    The neighbour's team has an idea of its own, number 2.
    """
    colleague = town.people["colleague"]
    await colleague.says("Ljuset i taket blinkar")
    await colleague.presses(actions.TELL_KIND, "problem")
    await colleague.presses(actions.TELL_TEAM, Ref.decode(_choice(colleague, "syd").value).arg)
    for role, person in town.people.items():
        if role != "stranger":
            await person.arrives()
    author = town.people["author"]

    async def look(work: Work) -> None:
        (idea,), _ = await work.ideas_of("slack:T1", author.id, 10)
        town.idea, town.number = idea.id, idea.number

    await town.house.core.store.run("slack:T1", look)
    town.talk = Ref.decode(town.buttons[actions.TELL_KIND]).id
    town.buttons.pop(actions.SET_LANGUAGE, None)
