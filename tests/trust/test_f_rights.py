"""Who may do what: every role, button and form in every stage, as Slack sends them (rows F1 to F4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import pytest
from structlog.testing import capture_logs

from bot.domain.errors import No
from bot.domain.letters import Letter
from bot.domain.notices import Sorry
from bot.domain.people import Language
from cards import actions
from cards.actions import Ref
from cards.lines import line_text
from cards.plain_text import to_plain_text
from cards.views import view
from handlers.incoming import Answer, FormErrors, Nothing, PrivateLine, ShowForm
from storage.codec import pack
from tests.trust.rehearsal import Content, Rehearsal, Seen
from tests.trust.rights_table import COLLEAGUES, ROLES, STAGES, rules
from tests.trust.town import ANSWERED, CANARY, USERS, Town, open_town

EVERYTHING = sorted(actions.BUTTONS | actions.FORMS)
# Nobody but these may see what the author has told without asking for it, and what was answered at all.
INSIDERS = frozenset({"author", "manager", "deputy"})
# These show an idea to any colleague who asks for it.
SHOWN_TO_COLLEAGUES = frozenset({actions.IDEA_OPEN, actions.IDEA_SEE_TOO, actions.IDEA_FOLLOW})


def test_f1_every_button_and_form_has_its_row() -> None:
    assert set(rules()) == set(EVERYTHING)


@pytest.mark.parametrize("stage", STAGES)
async def test_f1_the_whole_matrix(sqlite_url: str, stage: str) -> None:
    """9 roles x 81 buttons and forms in one stage: each does what the table says, and nothing else.

    What is not theirs is answered in the words for what is not there (F3): nobody can find out which.
    """
    table, wrong, cells = rules(), [], 0
    async with open_town(sqlite_url, stage) as town:
        rehearsal = Rehearsal(town.house)
        async with rehearsal.undone():
            before, said = await rehearsal.content(), len(await rehearsal.letters())
        for role, name in product(ROLES, EVERYTHING):
            ref, expected = town.ref(name), table[name].outcome(role, stage)
            seen = await _tried(rehearsal, town, role, name, ref, before, said)
            found = outcome(seen, role, name, town)
            cells += 1
            if found != expected:
                wrong.append(f"{role} {name}: {found}, not {expected}")
            if expected in {"not-yours", "admin-only"}:
                nowhere = replace(ref, id="f" * 24)
                other = await _tried(rehearsal, town, role, name, nowhere, before, said)
                if other.answer != seen.answer or changed_by(other, role, name, town) or other.letters:
                    wrong.append(f"{role} {name}: what is not there is answered otherwise")
            wrong += [f"{role} {name}: {what}" for what in beyond(seen, role, name, expected, town)]
    assert not wrong, "\n".join(wrong)
    assert cells == 9 * 81


async def _tried(
    rehearsal: Rehearsal, town: Town, role: str, name: str, ref: Ref, before: Content, said: int
) -> Seen:
    incoming = town.does(role, name, ref.encode())
    assert incoming is not None
    async with rehearsal.undone():
        return await rehearsal.hear(incoming, before=before, said=said)


def outcome(seen: Seen, role: str, name: str, town: Town) -> str:
    """What came of it, in the words of the table."""
    others = changed_by(seen, role, name, town)
    match seen.answer:
        case ShowForm():
            return "form"
        case FormErrors():
            return "errors"
        case PrivateLine():
            return which_no(seen.answer, town.number)
        case _ if others:
            return "done"
        case _:
            return "told" if seen.letters else "same"


def which_no(answer: Answer, number: int) -> str:
    """Which of the kind noes these words are; the words themselves when they are none of them."""
    assert isinstance(answer, PrivateLine)
    for no in No:
        if answer.text == line_text(Sorry(no, str(number)), Language.SV):
            return no.value
    return answer.text


def changed_by(seen: Seen, role: str, name: str, town: Town) -> set[str]:
    """The tables in which something is different; not counted is what the envelope said of its sender."""
    person = town.people[role]
    told = {("people", (person.tenant, person.id))} if role in {"stranger", "administrator"} else set()
    if name in {actions.SET_LANGUAGE, actions.FORM_AWAY}:
        told = set()
    return {table for table, _ in seen.changed - told}


# What a thing done may touch, besides the idea or talk that it is about.
MAY_TOUCH = {
    actions.SET_LANGUAGE: {"people"},
    # The ideas that wait for whoever is away say so.
    actions.FORM_AWAY: {"people", "ideas", "idea_events"},
    actions.FORM_TEAM: {"teams", "reminders"},
    # With whoever is asked when nobody answers, which is the tenant's.
    actions.FORM_LADDER: {"teams", "tenants"},
    actions.FORM_NEW_IDEA: {
        "ideas", "idea_events", "idea_keys", "talks", "tenants", "people", "reminders",
    },
    actions.IDEA_WHY: {"talks", "reminders"},
    actions.WHY_TOGETHER: {"talks"},
    # Whoever is asked may be somebody whom nobody has met yet.
    actions.FORM_HAND: {"talks", "people", "ideas", "idea_events"},
    actions.FORM_SENTENCE: {"talks"},
    actions.LOOK_ANSWER: {"talks", "reminders"},
    actions.NUDGE_SNOOZE: {"reminders"},
    actions.FORM_LOOK: {"talks", "reminders"},
    actions.FORM_DOORS: {"tenants"},
    actions.WHY_ANSWER: {"talks"},
    actions.TELL_KIND: {"ideas", "idea_events", "idea_keys", "talks", "tenants", "reminders"},
    actions.TELL_ANYWAY: {"ideas", "idea_events", "idea_keys", "talks", "tenants", "reminders"},
    actions.TELL_JOIN: {"ideas", "idea_events", "talks", "reminders"},
    actions.TELL_TEAM: {"talks", "reminders"},
    actions.TELL_CANCEL: {"talks", "reminders"},
    # What an idea is found by.
    actions.FORM_ADD: {"ideas", "idea_events", "idea_keys"},
    actions.FORM_REWORD: {"ideas", "idea_events", "idea_keys"},
    actions.IDEA_WITHDRAW: {"ideas", "idea_events", "idea_keys", "talks", "reminders"},
    actions.IDEA_SEE_TOO: {"ideas", "idea_events", "supporters"},
    actions.IDEA_FOLLOW: {"supporters"},
    # The author of a merged one follows the other.
    actions.FORM_MERGE: {"ideas", "idea_events", "supporters", "reminders"},
    # Whoever is to try it may be somebody whom nobody has met yet.
    actions.FORM_TRY: {"ideas", "idea_events", "reminders", "people"},
    # Another next date.
    **{
        name: {"ideas", "idea_events", "reminders"}
        for name in (
            actions.FORM_YOU_DECIDE, actions.FORM_REST, actions.FORM_NOT_NOW, actions.FORM_JUST_DONE,
            actions.FORM_CHECK, actions.CHECK_ANSWER, actions.IDEA_KEEN,
        )
    },
}  # fmt: skip
ON_AN_IDEA = {"ideas", "idea_events", "talks"}


def beyond(seen: Seen, role: str, name: str, expected: str, town: Town) -> list[str]:
    """What happened besides what the table says."""
    found = []
    tables = changed_by(seen, role, name, town)
    if expected != "done" and tables:
        found.append(f"changed {sorted(tables)}")
    if not tables <= MAY_TOUCH.get(name, ON_AN_IDEA):
        found.append(f"touched {sorted(tables)}")
    if expected in {"not-yours", "admin-only"} and seen.letters:
        found.append("said something")
    tenants = {key[0] for table, key in seen.changed if table in {"people", "ideas", "talks", "teams"}}
    if not tenants <= {town.people[role].tenant}:
        found.append("changed another tenant")
    others = to_others(seen, town)
    cards = "".join(to_plain_text(view(letter.notice, Language.SV)) for letter in others)
    if name == actions.FORM_SAY and expected == "done":
        # The next question stands in the thread, for whoever is in the channel.
        others = [letter for letter in others if letter.to.lane != "slack:T1/norr"]
    may_see = expected != "not-yours" and name in SHOWN_TO_COLLEAGUES
    if role not in INSIDERS and not may_see and CANARY in repr(seen.answer) + "".join(map(pack, others)):
        found.append("saw what is not theirs")
    if role not in INSIDERS and ANSWERED in repr(seen.answer) + cards:
        found.append("saw what the author was answered")
    return found


def to_others(seen: Seen, town: Town) -> list[Letter]:
    """The letters to whoever is no insider."""
    inside = {town.people[role].home.lane for role in INSIDERS}
    return [letter for letter in seen.letters if letter.to.lane not in inside]


async def test_f1_a_refused_press_leaves_a_trace_without_names_or_words(sqlite_url: str) -> None:
    """A count by button, and a line that does not say whose press it was."""
    async with open_town(sqlite_url, "submitted") as town:
        hear = town.house.core.conversation.hear
        value = town.ref(actions.IDEA_ACKNOWLEDGE).encode()
        stranger = town.does("stranger", actions.IDEA_ACKNOWLEDGE, value)
        form = town.does("colleague", actions.FORM_NOT_NOW, value)
        assert stranger is not None and form is not None
        with capture_logs() as lines:
            for incoming in (stranger, stranger, form):
                await hear(incoming)
        noes = town.house.core.conversation.tally.noes
        assert noes == {("not-yours", actions.IDEA_ACKNOWLEDGE): 1, ("not-yours", actions.FORM_NOT_NOW): 1}
        assert town.house.core.conversation.tally.repeats == {"slack": 1}
        assert [(line["event"], line["what"], line["tenant"], line["delivery"]) for line in lines] == [
            ("right.refused", actions.IDEA_ACKNOWLEDGE, "slack:T1", stranger.envelope.delivery),
            ("right.refused", actions.FORM_NOT_NOW, "slack:T1", form.envelope.delivery),
        ]
        for who in USERS.values():
            assert who not in repr(lines)
        assert "Vi byter i mars" not in repr(lines)


async def test_f2_whoever_left_a_team_sees_nothing_more_of_it(sqlite_url: str) -> None:
    """Rights are read at the press, and also when a card is brought up to date or an answer comes."""
    async with open_town(sqlite_url) as town:
        author, manager, former = (town.people[role] for role in ("author", "manager", "former"))
        seen = former.transcript
        assert CANARY in seen
        await manager.presses(actions.IDEA_ACKNOWLEDGE)
        await manager.sends(await manager.opens(actions.IDEA_ASK), question="Vilken av dem?")
        await author.sends(await author.opens(actions.IDEA_REPLY), words="Den på plan två")
        await author.sends(await author.opens(actions.IDEA_ADD), words="Även på helgen")
        assert former.transcript == seen
        assert "Även på helgen" in manager.transcript


async def test_f2_an_answer_goes_to_whoever_answers_now(sqlite_url: str) -> None:
    async with open_town(sqlite_url) as town:
        author, manager, colleague = (town.people[role] for role in ("author", "manager", "colleague"))
        await manager.sends(await manager.opens(actions.IDEA_ASK), question="Vilken av dem?")
        settings = await manager.forges(actions.TEAM_SETUP, Ref("team", town.team, 1))
        assert isinstance(settings, ShowForm)
        fields = {"language": "sv", "zone": "Europe/Stockholm", "weekday": "1", "time": "08:00"}
        await manager.sends(settings.form, name="norr", manager=colleague, **fields)
        seen = manager.transcript
        await author.says("Den på plan två")
        assert manager.transcript == seen
        assert "Den på plan två" in colleague.transcript


async def test_f2_whoever_it_was_passed_on_to_decides_alone(sqlite_url: str) -> None:
    """The manager and the deputy may still look at it, and the ladder is read when it is passed on."""
    async with open_town(sqlite_url) as town:
        administrator, manager, neighbour = (
            town.people[role] for role in ("administrator", "manager", "neighbour")
        )
        set_up = town.does("administrator", actions.FORM_LADDER, town.ref(actions.FORM_LADDER).encode())
        assert set_up is not None
        assert await town.house.hear(set_up) == Nothing(), administrator.transcript
        passed = await manager.sends(await manager.opens(actions.IDEA_PASS_ON), to="up:unit", words="Er sak")
        assert passed == Nothing()
        assert CANARY in neighbour.transcript
        rehearsal, wrong = Rehearsal(town.house), []
        for name in DECIDING:
            for role in ("manager", "deputy", "colleague", "neighbour"):
                press = town.does(role, name, town.ref(name).encode())
                assert press is not None
                async with rehearsal.undone():
                    found = outcome(await rehearsal.hear(press), role, name, town)
                if (found == "done") != (role == "neighbour") or found not in {"done", "not-yours"}:
                    wrong.append(f"{role} {name}: {found}")
        assert not wrong, "\n".join(wrong)


# What only whoever decides may do.
DECIDING = (
    actions.IDEA_ACKNOWLEDGE, actions.FORM_ACKNOWLEDGE, actions.FORM_ASK, actions.FORM_NOT_NOW,
    actions.FORM_TRY, actions.FORM_YOU_DECIDE, actions.FORM_REST, actions.FORM_PASS_ON, actions.FORM_MERGE,
)  # fmt: skip


async def test_f6_a_hidden_name_is_no_colleagues(sqlite_url: str) -> None:
    """Not on the card of an idea, in whatever way a colleague comes to it."""
    async with open_town(sqlite_url) as town:
        author, colleague = town.people["author"], town.people["colleague"]
        await author.presses(actions.IDEA_HIDE)
        before = len(colleague.cards)
        for name in (actions.IDEA_OPEN, actions.IDEA_SEE_TOO, actions.IDEA_FOLLOW):
            assert await colleague.forges(name, town.ref(name)) == Nothing()
        await colleague.says(f"hitta {CANARY}")
        await colleague.says("hitta 1")
        shown = "\n".join(map(to_plain_text, colleague.cards[before:]))
        assert shown.count(CANARY) >= 2
        assert author.name not in shown


async def test_f6_a_merged_idea_is_closed_to_colleagues(sqlite_url: str) -> None:
    """Whoever could see it sees it no more: what came along stands in the other one."""
    async with open_town(sqlite_url) as town:
        manager = town.people["manager"]
        assert await manager.sends(await manager.opens(actions.IDEA_MERGE), into="2") == Nothing()
        rehearsal, wrong = Rehearsal(town.house), []
        by_colleagues = (
            actions.IDEA_OPEN, actions.IDEA_SEE_TOO, actions.IDEA_FOLLOW, actions.IDEA_KNOW,
            actions.FORM_KNOW,
        )  # fmt: skip
        for role, name in product(COLLEAGUES, by_colleagues):
            press = town.does(role, name, town.ref(name).encode())
            assert press is not None
            async with rehearsal.undone():
                seen = await rehearsal.hear(press)
            found = outcome(seen, role, name, town)
            wrong += [f"{role} {name}: {found}"] if found != "not-yours" or seen.letters else []
        assert not wrong, "\n".join(wrong)


# F4. The life of an idea as a table of its own: what each step does, and where it leads.
STEPS = {
    actions.IDEA_ACKNOWLEDGE: "manager", actions.FORM_ASK: "manager", actions.FORM_NOT_NOW: "manager",
    actions.FORM_TRY: "manager", actions.FORM_YOU_DECIDE: "manager", actions.FORM_REST: "manager",
    actions.FORM_PASS_ON: "manager", actions.FORM_MERGE: "manager",
    actions.FORM_REPLY: "author", actions.FORM_ADD: "author", actions.IDEA_HIDE: "author",
    actions.IDEA_WITHDRAW: "author", actions.IDEA_WHY: "author", actions.FORM_JUST_DONE: "author",
    actions.CHECK_ANSWER: "author", actions.IDEA_KEEN: "author",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an idea is: a stage of the table, and the two things that are apart from it.

    `asked`: a question waits. `fresh`: it is tried, and the first check has not been answered.
    """

    stage: str
    asked: bool = False
    fresh: bool = False

    def after(self, step: str) -> Stand:
        """Where a step leads that was done. A merged one is as closed as one that was taken back."""
        match step:
            case actions.FORM_ASK:
                return Stand(LOOKED_INTO if self.stage == "submitted" else self.stage, True, self.fresh)
            case actions.FORM_REPLY:
                return replace(self, asked=False)
            case actions.FORM_TRY:
                return Stand("trying", self.asked, True)
            case actions.FORM_YOU_DECIDE:
                # Nobody asks a team that decides for itself whether it has begun.
                return Stand("trying", self.asked)
            case actions.FORM_JUST_DONE | actions.CHECK_ANSWER:
                return Stand("trying", self.asked)
            case _:
                return replace(self, stage=LEADS_TO.get(step, self.stage))

    def expects(self, step: str, usual: str) -> str:
        """What a step does here; `usual` is what the table says for the stage."""
        match step:
            case _ if usual == "closed":
                return usual
            case actions.FORM_ASK:
                return "already" if self.asked else "done"
            case actions.FORM_REPLY:
                return "done" if self.asked else "already"
            case actions.CHECK_ANSWER:
                return "done" if self.fresh and self.stage == "trying" else "already"
            case _:
                return usual


LOOKED_INTO = "acknowledged"
LEADS_TO = {
    actions.IDEA_ACKNOWLEDGE: LOOKED_INTO, actions.FORM_PASS_ON: LOOKED_INTO, actions.FORM_REST: "resting",
    actions.FORM_NOT_NOW: "not-now", actions.IDEA_WITHDRAW: "withdrawn", actions.FORM_MERGE: "withdrawn",
    actions.IDEA_KEEN: "submitted",
}  # fmt: skip


@pytest.mark.parametrize(
    "stage", ["submitted", "acknowledged", "asked", "trying", "resting", "not-now", "withdrawn"]
)
async def test_f4_no_step_can_be_skipped_or_done_twice(sqlite_url: str, stage: str) -> None:
    """All pairs of steps from each stage: the second does what the table says for where the first led."""
    table, wrong = rules(), []
    stand = Stand(LOOKED_INTO, asked=True) if stage == "asked" else Stand(stage, fresh=stage == "trying")
    async with open_town(sqlite_url, stage) as town:
        rehearsal = Rehearsal(town.house)
        for one, other in product(STEPS, STEPS):
            first = town.does(STEPS[one], one, town.ref(one).encode())
            second = town.does(STEPS[other], other, town.ref(other).encode())
            assert first is not None and second is not None
            async with rehearsal.undone():
                expected = table[one].outcome(STEPS[one], stage)
                found = outcome(await rehearsal.hear(first), STEPS[one], one, town)
                then = stand.after(one) if expected == "done" else stand
                seen = await rehearsal.hear(second)
                wanted = then.expects(other, table[other].outcome(STEPS[other], then.stage))
                if one == other == actions.IDEA_HIDE and wanted == "done":
                    wanted = "same"
                did = outcome(seen, STEPS[other], other, town)
                if (found, did) != (expected, wanted):
                    wrong.append(f"{one} {other}: {found}, {did}, not {expected}, {wanted}")
    assert not wrong, "\n".join(wrong)
