"""Values and forms that nobody was ever given: refused, nothing changed and nothing told (F3, F8)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

import pytest

from bot.domain.work import Work
from cards import actions
from cards.actions import BadRef, Ref
from handlers.clean import clean
from handlers.incoming import Answer, FormErrors, Nothing, Picked, PrivateLine, SentForm
from handlers.teams.door import Admitted
from handlers.teams.inbound import read as read_teams
from storage.codec import pack
from tests.cards.samples_model import HOSTILE
from tests.house import START
from tests.trust.rehearsal import Rehearsal
from tests.trust.rights_table import rules
from tests.trust.test_f_rights import EVERYTHING, which_no
from tests.trust.town import CANARY, Town, open_town

# People with no right to most of the things; what they may do is left out, for each of them.
WITHOUT_RIGHTS = ("colleague", "former", "stranger", "foreigner")
NOT_FOR = {
    role: [
        name for name in EVERYTHING if rules()[name].outcome(role, "submitted") in {"not-yours", "admin-only"}
    ]
    for role in WITHOUT_RIGHTS
}
TRIES = 5_000
ROUND = 500


def odd_values(town: Town, known: list[str], dice: random.Random) -> Iterator[str]:
    """Values of buttons without end: other people's ids, near misses, and everything that is none."""
    ids = [*known, *(one.upper() for one in known), *(f" {one}" for one in known), "", "-1", "0", "None", "*"]
    plain = [
        "", "-1", "0", "idea", "idea|", "idea||", "idea|||", "|||", "none|||", "idea|x|-1|", "idea|x|1",
        "idea|x|1e3|", "idea|x|\u0661|", "idea|x|\u00b2|", "x" * 10_000, "idea|" + "x" * 10_000 + "|1|",
        "idea|" + "x" * 1_980 + "|1|", '{"role":"manager"}', "../../etc/passwd", "team|*|1|", "idea|%|1|_",
    ]  # fmt: skip
    while True:
        kind = dice.choice([*sorted(actions.KINDS), *sorted(actions.KINDS), "tenant", ""])
        version = dice.choice([*"0123456789", "999999999", "9999999999", "-1", "", "1.0", "x"])
        arg = dice.choice(
            ["", "yes", "resume", "limps:1", "limps:999", "limps:\u0661", "problem", *ids, *HOSTILE]
        )
        built = "|".join((kind, dice.choice([*ids, *HOSTILE]), version, arg))
        yield dice.choice([*[built] * 8, dice.choice(plain), dice.choice(HOSTILE)])


def odd_fields(town: Town, form: str, dice: random.Random) -> Mapping[str, str]:
    """A form filled in wrongly: hostile, too long, half empty, and with fields that it does not have."""
    fields = dict(town.fields(form))
    for name in dice.sample(sorted(fields), k=dice.randint(0, len(fields))):
        fields[name] = dice.choice(HOSTILE)
    for name in dice.sample(sorted(fields), k=dice.randint(0, len(fields))):
        fields.pop(name)
    for name in dice.sample(EXTRA, k=dice.randint(0, 3)):
        fields[name] = dice.choice([*HOSTILE, "manager", "1", town.idea, town.team])
    return fields


EXTRA = (
    "role", "tenant", "tenant_id", "state", "stage", "status", "author", "actor", "person", "id", "idea",
    "number", "version", "hidden", "answer_by", "reply", "administrator", "manager", "deputy", "active", "is",
    "__class__", "zone", "team", "kind", "text", "words", "reason",
)  # fmt: skip


async def _known_ids(town: Town) -> list[str]:
    """Ids of real things: the author's, the team's, and one of another workspace."""
    theirs = town.people["foreigner"]
    await theirs.says(f"Den {CANARY} som är deras")

    async def look(work: Work) -> str:
        talk = await work.open_talk("slack:T2", theirs.id)
        assert talk is not None
        return talk.id

    other = await town.house.core.store.run("slack:T2", look)
    return [town.idea, town.talk, town.team, other, town.people["author"].id]


@pytest.mark.parametrize("stage", ["asked", "talking"])
async def test_f3_no_odd_value_opens_or_changes_anything(sqlite_url: str, stage: str) -> None:
    """2,500 presses and forms that get as far as `hear` in each of two stages, and as many that do not.

    All by people without rights: no fault, no change, no leak.
    """
    dice = random.Random(f"F3 {stage}")
    heard_of = 0
    async with open_town(sqlite_url, stage) as town:
        values, rehearsal = odd_values(town, await _known_ids(town), dice), Rehearsal(town.house)
        while heard_of < TRIES // 2:
            async with rehearsal.undone():
                before, said = await rehearsal.content(), len(await rehearsal.letters())
                for _ in range(ROUND):
                    role = dice.choice(WITHOUT_RIGHTS)
                    name = dice.choice(NOT_FOR[role])
                    fields = odd_fields(town, name, dice) if name in actions.FORMS else None
                    heard = town.does(role, name, next(values), fields)
                    if heard is not None:
                        heard_of += 1
                        _refused(await rehearsal.conversation.hear(heard), town)
                seen = await rehearsal.hear(before=before, said=said)
            mine = {("people", (one.tenant, one.id)) for one in map(town.people.__getitem__, WITHOUT_RIGHTS)}
            assert seen.changed <= mine
            assert seen.letters == ()


def _refused(answer: Answer, town: Town) -> None:
    assert isinstance(answer, PrivateLine), answer
    assert which_no(answer, town.number) in {"not-yours", "old-button", "admin-only"}
    assert CANARY not in answer.text


@pytest.mark.parametrize("role", ["author", "manager"])
async def test_f3_odd_values_of_people_with_rights_reach_nobody_elses_things(
    sqlite_url: str, role: str
) -> None:
    """1,500 odd presses and forms on what they may do: no fault, and never another tenant's row."""
    dice = random.Random(f"F3 {role}")
    async with open_town(sqlite_url, "asked") as town:
        values, rehearsal = odd_values(town, await _known_ids(town), dice), Rehearsal(town.house)
        for _ in range(30):
            async with rehearsal.undone():
                before, said = await rehearsal.content(), len(await rehearsal.letters())
                for _ in range(50):
                    name = dice.choice(EVERYTHING)
                    fields = odd_fields(town, name, dice) if name in actions.FORMS else None
                    value = dice.choice([town.ref(name).encode(), next(values)])
                    heard = town.does(role, name, value, fields)
                    if heard is not None:
                        await rehearsal.conversation.hear(heard)
                seen = await rehearsal.hear(before=before, said=said)
            assert not {key for table, key in seen.changed if key[0] == "slack:T2"}
            assert all(letter.tenant == letter.to.tenant == "slack:T1" for letter in seen.letters)
            assert "Den KANARIEGUL som är deras" not in "".join(map(pack, seen.letters))


@pytest.mark.parametrize("words", [*HOSTILE, "x" * 10_000, "idea|x|1|" + "y" * 3_000])
def test_f3_a_value_is_ours_or_it_is_bad(words: str) -> None:
    """Never another exception, and a message for the log that does not grow with what came in."""
    for value in (words, f"idea|{words}|1|", f"idea|x|{words}|", f"{words}|x|1|", f"idea|x|1|{words}"):
        try:
            ref = Ref.decode(value)
        except BadRef as bad:
            assert len(str(bad)) <= 40
        else:
            assert ref.encode().split("|", 3)[1:2] == [ref.id]
            assert len(value) <= 2000


@pytest.mark.parametrize("form", sorted(actions.FORMS))
async def test_f8_fields_that_a_form_does_not_have_are_not_seen(sqlite_url: str, form: str) -> None:
    """The same rows and letters as without them, with every name that somebody could hope for."""
    async with open_town(sqlite_url, DONE_IN.get(form, "submitted")) as town:
        role = DONE_BY.get(form, "manager")
        sent = town.does(role, form, town.ref(form).encode())
        assert isinstance(sent, SentForm)
        asked = {*sent.fields, *sent.people, *_optional(form)}
        extra = {name: town.people["foreigner"].id for name in EXTRA if name not in asked}
        picked = town.people["foreigner"]
        people = {name: Picked(picked.id, "X", picked.home) for name in extra}
        more = replace(sent, fields={**sent.fields, **extra}, people={**sent.people, **people})
        rehearsal = Rehearsal(town.house)
        done = []
        for one in (sent, more):
            rehearsal.ids = map("{:024x}".format, count(1)).__next__
            async with rehearsal.undone():
                assert isinstance(await rehearsal.conversation.hear(one), Nothing)
                done.append((await rehearsal.content(), await rehearsal.letters()))
        assert done[0] == done[1]
        assert len(extra) > 15


# By whom and in which stage a form that was sent changes something, where it is not the manager at once.
DONE_BY = {
    actions.FORM_ADD: "author", actions.FORM_REPLY: "author", actions.FORM_JUST_DONE: "author",
    actions.FORM_REWORD: "author", actions.FORM_KNOW: "colleague", actions.FORM_LADDER: "administrator",
    actions.FORM_DOORS: "administrator", actions.FORM_SAY: "colleague", actions.FORM_SENTENCE: "author",
    actions.FORM_HAND: "author", actions.FORM_LOOK: "author",
}  # fmt: skip
DONE_IN = {
    actions.FORM_REPLY: "asked", actions.FORM_CHECK: "trying", actions.FORM_EFFECT: "trying",
    actions.FORM_SAY: "held", actions.FORM_SENTENCE: "talking", actions.FORM_HAND: "talking",
    actions.FORM_LOOK: "looking",
}  # fmt: skip


def _optional(form: str) -> set[str]:
    return {actions.FORM_TEAM: {"deputy"}, actions.FORM_TRY: {"words"}}.get(form, set())


async def test_f3_a_zone_that_is_none_is_asked_for_again(sqlite_url: str) -> None:
    """The one field whose words name a file of the machine."""
    zones = [*HOSTILE, "../../etc/passwd", "/etc/localtime", "Europe", "tzdata.zi", ".", "..", "/"]
    async with open_town(sqlite_url) as town:
        for zone in zones:
            fields = town.fields(actions.FORM_TEAM) | {"zone": clean(zone)}
            heard = town.does("manager", actions.FORM_TEAM, town.ref(actions.FORM_TEAM).encode(), fields)
            assert heard is not None
            answer = await town.house.core.conversation.hear(heard)
            assert isinstance(answer, FormErrors), zone
            assert set(answer.errors) == {"zone"}


@pytest.mark.parametrize("user", ["U" * 300, "U" * 10_000])
async def test_f3_an_id_that_is_too_long_is_nobody(database_url: str, user: str) -> None:
    """The same on both databases: the form asks again, and nothing is stored."""
    async with open_town(database_url) as town:
        fields = town.fields(actions.FORM_TEAM) | {"manager": user}
        heard = town.does("manager", actions.FORM_TEAM, town.ref(actions.FORM_TEAM).encode(), fields)
        assert heard is not None
        answer = await town.house.core.conversation.hear(heard)
        assert isinstance(answer, FormErrors)
        assert set(answer.errors) == {"manager"}


def test_f3_teams_clients_cannot_pick_nobody_either() -> None:
    data = {
        "form": actions.FORM_TEAM, "value": "team|t1|1|", "people": ["manager", "deputy", 5, "form"],
        "manager": "U" * 300, "deputy": "aad-1", "name": "Norr",
    }  # fmt: skip
    activity = {
        "type": "invoke", "name": "task/submit", "id": "f:1", "from": {"id": "29:1", "aadObjectId": "aad-9"},
        "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": "e1"},
        "serviceUrl": "https://smba.trafficmanager.net/emea/", "value": {"data": data},
    }  # fmt: skip
    sent = read_teams(Admitted(activity, "e1", "digest"), START)
    assert isinstance(sent, SentForm)
    assert sent.fields == {"name": "Norr"}
    assert {name: picked.person for name, picked in sent.people.items()} == {"deputy": "teams:e1:aad-1"}
