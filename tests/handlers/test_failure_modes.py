"""Where five whys go wrong, one talk each: what somebody says, and what Femma answers to help.

Each talk ends in what was kept, so that the help is there and stands in nobody's way.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.ideas import Whys
from bot.domain.people import Language
from bot.domain.tree import Evidence
from bot.domain.whys import Step, WhyTalk
from bot.domain.work import Work
from cards import actions
from cards.texts import texts_for
from handlers.incoming import Nothing
from tests.house import TENANT, Chatter, House

SV, NB, EN = Language.SV, Language.NB, Language.EN
PROBLEM = {
    SV: "Morgonbesöken börjar tjugo minuter för sent",
    NB: "Heisen i boligen virker ikke om morgenen",
    EN: "The lift does not work on Monday mornings",
}


async def at_first_why(house: House, language: Language) -> Chatter:
    """Somebody whose talk has come to the first why."""
    await house.team("norr", house.person("Britta", language), language=language.value)
    alva = house.person("Alva", language)
    await alva.says(PROBLEM[language])
    await alva.presses(actions.TELL_KIND, "problem")
    await alva.presses(actions.IDEA_WHY)
    await alva.chooses("skip")
    await alva.chooses("skip")
    return alva


async def state_of(house: House, person: Chatter) -> WhyTalk:
    """The talk as it is."""

    async def job(work: Work) -> WhyTalk:
        talk = await work.open_talk(TENANT, person.id)
        assert talk is not None
        assert isinstance(talk.state, WhyTalk)
        return talk.state

    return await house.core.store.run(TENANT, job)


async def whys_of(house: House) -> Whys:
    """What was handed over."""

    async def job(work: Work) -> Whys:
        idea = await work.idea_numbered(TENANT, 1)
        assert idea is not None
        assert idea.whys is not None
        return idea.whys

    return await house.core.store.run(TENANT, job)


def says(language: Language, key: str) -> str:
    """A text of the talk."""
    return texts_for(language).say(key)


# What is said first, the question that meets it, and what is said then.
LEANS = [
    ("blame", NB, "Vikarene slurver", "cue-blames-a-person", "Nøklene henger uten merking"),
    ("slip", EN, "Human error", "cue-human-error", "Both buttons look the same in the dark"),
    ("did-not-know", SV, "Personalen visste inte att rullstolen behövde kontrolleras", "cue-human-error",
     "Bromsen ser likadan ut när den är sliten"),
    ("did-not-know", NB, "Personalet visste ikke at rullestolen måtte sjekkes", "cue-human-error",
     "Bremsen ser lik ut når den er slitt"),
    ("did-not-know", EN, "The staff did not know that the wheelchair needed checking", "cue-human-error",
     "A worn brake looks like a new one"),
    ("solution", EN, "There is no app for it", "cue-solution-as-cause", "The list hangs in another building"),
    ("restating", NB, "Fordi den ikke virker", "cue-restates", "Døra lukkes for sakte"),
    ("vague", SV, "Brist på resurser", "cue-vague", "Två bilar står på verkstad varje måndag"),
    ("out-of-reach", EN, "The politicians decided it", "cue-outside-control", "We hear of it on the day"),
    ("too-deep", SV, "Det beror på 1990-talets omorganisation", "cue-outside-control",
     "Nycklarna ligger kvar i det gamla huset"),
    ("too-deep", NB, "Samfunnet har blitt sånn", "cue-outside-control", "Vi får listen klokka ti"),
    ("too-deep", EN, "It is the reorganisation of the 1990s", "cue-outside-control",
     "The keys are still kept in the old house"),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "language", "first", "question", "then"), LEANS)
async def test_it_is_met_with_one_question_about_the_work(
    house: House, mode: str, language: Language, first: str, question: str, then: str
) -> None:
    alva = await at_first_why(house, language)
    await alva.says(first)
    assert says(language, question) in flat(alva), mode
    assert (await state_of(house, alva)).tree.whys == ()
    await alva.says(then)
    state = await state_of(house, alva)
    assert [why.text for why in state.tree.whys] == [then]
    assert state.step is Step.EVIDENCE
    # An idea on the way is kept in the side pocket, and nothing else is.
    assert state.pocket == ((first,) if mode == "solution" else ())


def flat(who: Chatter) -> str:
    """The last thing heard, on one line: the question stands in a paragraph of its own."""
    return " ".join(who.heard.split())


async def one_why(alva: Chatter, text: str, evidence: str = "seen", *, fork: bool = True) -> None:
    await alva.says(text)
    await alva.chooses(evidence)
    if fork:
        await alva.chooses("no")


async def test_stopping_at_the_symptom_is_met_with_enough(house: House) -> None:
    alva = await at_first_why(house, NB)
    await one_why(alva, "Folk står og venter ved døra")
    await alva.chooses("root")
    assert says(NB, "question-enough") in flat(alva)
    await alva.chooses("no")
    assert (await state_of(house, alva)).step is Step.WHY
    await alva.says("Døra låses opp av én nøkkel")
    assert len((await state_of(house, alva)).tree.whys) == 2


async def test_a_single_path_is_met_with_anything_else(house: House) -> None:
    alva = await at_first_why(house, SV)
    await alva.says("Bilarna lämnar lokalen för sent")
    await alva.chooses("seen")
    assert says(SV, "question-more") in flat(alva)
    await alva.says("Första adressen ligger längst bort")
    assert [why.parent for why in (await state_of(house, alva)).tree.whys] == [-1, -1]


async def test_a_leap_is_met_with_what_is_missing_between(house: House) -> None:
    alva = await at_first_why(house, SV)
    await one_why(alva, "Bilarna lämnar lokalen för sent")
    await one_why(alva, "Listan är sorterad per medarbetare")
    await alva.chooses("root")
    await alva.chooses("yes")
    assert says(SV, "question-read-back") in flat(alva)
    await alva.presses(actions.WHY_ANSWER, "limps:1")
    assert "Vad fattas mellan" in alva.heard
    await alva.says("Alla nycklar hämtas på samma gång")
    state = await state_of(house, alva)
    assert [state.tree.whys[at].text for at in state.tree.chain(state.root)] == [
        "Bilarna lämnar lokalen för sent",
        "Alla nycklar hämtas på samma gång",
        "Listan är sorterad per medarbetare",
    ]


async def test_belief_as_fact_is_met_with_go_and_see(house: House) -> None:
    alva = await at_first_why(house, NB)
    await one_why(alva, "Døra lukkes for sakte", "believed")
    await alva.chooses("root")
    await alva.chooses("yes")
    await alva.chooses("yes")
    assert says(NB, "lead-believed") in flat(alva)
    assert (await state_of(house, alva)).tree.whys[0].evidence is Evidence.BELIEVED


async def test_two_problems_in_one_are_offered_apart(house: House) -> None:
    alva = await at_first_why(house, EN)
    await alva.says("The list is old and the key cabinet stands far away")
    assert says(EN, "question-split") in flat(alva)
    await alva.says("yes")
    assert len((await state_of(house, alva)).tree.whys) == 2


@pytest.mark.parametrize(
    ("language", "weak", "better"),
    [
        (EN, "Remind everyone", "Keep the key on a hook inside the door"),
        (NB, "Minne alle på det", "Nøkkelen henger på en krok innenfor døra"),
    ],
)
async def test_a_weak_action_is_met_with_one_step_up(
    house: House, language: Language, weak: str, better: str
) -> None:
    alva = await at_first_why(house, language)
    first = {EN: "The door shuts too slowly", NB: "Døra lukkes for sakte"}[language]
    await one_why(alva, first)
    await alva.chooses("root")
    await alva.chooses("yes")
    await alva.chooses("yes")
    await alva.says(weak)
    assert says(language, "cue-weak-action") in flat(alva)
    await alva.says(better)
    await alva.chooses("skip")
    await alva.chooses("yes")
    assert (await whys_of(house)).trial == better


async def test_nobody_comes_back_but_femma_does(house: House) -> None:
    alva = await at_first_why(house, SV)
    await one_why(alva, "Listan är sorterad per medarbetare")
    await alva.chooses("root")
    await alva.chooses("yes")
    await alva.chooses("yes")
    await alva.says("Sortera listan per runda")
    await alva.says("Vi räknar sena besök")
    await alva.chooses("yes")
    britta = house.person("Britta")
    form = await britta.opens(actions.IDEA_TRY)
    fields = {"what": "Sortera listan", "until": "2026-12-02", "figure": "6 av 10", "sign": "Färre sena"}
    assert await britta.sends(form, **fields, who=alva, words="Kör!") == Nothing()
    assert not alva.sees(actions.CHECK_ANSWER)
    for day in range(19, 31):
        await house.be_at(datetime(2026, 11, day, 9, 0, tzinfo=UTC))
    # Nobody has said a word: Femma asks by itself.
    assert alva.sees(actions.CHECK_ANSWER), alva.transcript[-600:]
