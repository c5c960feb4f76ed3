"""Twelve worked examples of the trade, each talked through in its language on every platform, to its A3.

Each is told as a municipality might tell it. None of their answers is worth a question before it is kept:
what somebody has seen and written down plainly is taken as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.ideas import Whys
from bot.domain.people import Language
from bot.domain.talks import Talk
from bot.domain.tree import Evidence
from bot.domain.whys import Step, WhyTalk
from bot.domain.work import Work
from cards import actions
from cards.plain_text import to_plain_text
from handlers.paper import StoreShelf
from tests.house import TENANT, Chatter, House, open_house

CRAFT = Path(__file__).parents[3] / "shared" / "craft.md"
_EXAMPLES = re.compile(r"^## 16\..*?^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
pytestmark = pytest.mark.skipif(not CRAFT.exists(), reason="the worked examples lie beside the project")


@cache
def examples() -> dict[str, dict[str, Any]]:
    """All of them, by their names; none where the material is not there."""
    if not CRAFT.exists():
        return {}
    found = _EXAMPLES.search(CRAFT.read_text("utf-8"))
    assert found is not None
    return {example["id"]: example for example in yaml.safe_load(found[1])}


def test_there_are_twelve_in_three_languages() -> None:
    assert len(examples()) == 12
    assert {example["lang"] for example in examples().values()} == {"sv", "nb", "en"}


@pytest.mark.parametrize("platform", ["slack", "teams", "web"])
@pytest.mark.parametrize("name", sorted(examples()))
async def test_a_worked_example_from_the_first_line_to_the_a3(
    sqlite_url: str, name: str, platform: str
) -> None:
    example = examples()[name]
    async with open_house(sqlite_url, platform=platform) as house:
        alva = house.person("Alva", Language(example["lang"]))
        britta = house.person("Britta", Language(example["lang"]))
        await house.team("norr", britta, language=example["lang"])
        await alva.says(example["problem"])
        await alva.presses(actions.TELL_KIND, "problem")
        await alva.presses(actions.IDEA_WHY)
        await alva.says(example["problem"])
        await alva.chooses("skip")
        await _whys(house, alva, example)
        await _to_the_end(house, alva, example)
        whys = await _outcome(house)
        _says_what_was_said(whys, example)
        told = _plain(britta.transcript)
        await alva.presses(actions.IDEA_A3)
        page = _plain(to_plain_text(alva.last))
        for why in _every(example):
            assert _plain(why["answer"]) in told
            assert _plain(why["answer"]) in page
            assert _plain(why["evidence"]) in page
        assert _plain(example["countermeasure"]) in page
        assert _plain(example["measure"]["what"]) in page
        await _the_files_hold_it_too(house, alva)


async def _whys(house: House, alva: Chatter, example: dict[str, Any]) -> None:
    branch = example.get("branch")
    for depth, why in enumerate(example["whys"], start=1):
        state = await _state(house, alva)
        if state.step is Step.ENOUGH:
            assert depth - 1 == 5
            await alva.chooses("no")
        await alva.says(why["answer"])
        await _nothing_is_asked_first(house, alva, why["answer"])
        await alva.says(why["evidence"])
        if (await _state(house, alva)).step is Step.MORE:
            if branch is not None and branch["from"] == depth - 1:
                await alva.chooses("yes")
                await alva.says(branch["answer"])
                await _nothing_is_asked_first(house, alva, branch["answer"])
            if (await _state(house, alva)).step is Step.MORE:
                await alva.chooses("no")


async def _nothing_is_asked_first(house: House, alva: Chatter, said: str) -> None:
    state = await _state(house, alva)
    assert state.held == "", f"asked before it is kept: {said}"
    assert said in [why.text for why in state.tree.whys], said
    assert not alva.sees(actions.TELL_OUR_WORK)


async def _to_the_end(house: House, alva: Chatter, example: dict[str, Any]) -> None:
    if (await _state(house, alva)).step is Step.WHY:
        await alva.chooses("root")
    await alva.chooses("yes")
    assert (await _state(house, alva)).step is Step.READ_BACK
    await alva.chooses("yes")
    if (await _state(house, alva)).step is Step.OTHER:
        await alva.chooses("yes")
        await alva.says(example["branch"]["evidence"])
        await alva.chooses("root")
        await alva.chooses("yes")
        await alva.chooses("yes")
    await alva.says(example["countermeasure"])
    state = await _state(house, alva)
    assert (state.step, state.held) == (Step.NOTICE, ""), state.held
    await alva.says(f"{example['measure']['what']}: {example['measure']['target']}")
    await alva.chooses("yes")


def _every(example: dict[str, Any]) -> list[dict[str, Any]]:
    return [*example["whys"], *([example["branch"]] if "branch" in example else [])]


def _says_what_was_said(whys: Whys, example: dict[str, Any]) -> None:
    said = {(why["answer"], why["evidence"]) for why in _every(example)}
    assert {(why.text, why.note) for why in whys.tree.whys} == said
    assert all(why.evidence is Evidence.SEEN for why in whys.tree.whys)
    assert whys.tree.problem == example["problem"]
    assert whys.trial == example["countermeasure"]


async def _the_files_hold_it_too(house: House, alva: Chatter) -> None:
    async def job(work: Work) -> str:
        idea = await work.idea_numbered(TENANT, 1)
        assert idea is not None
        return idea.id

    from bot.domain.a3 import A3
    from cards.files import FileOf, Format

    idea = await house.core.store.run(TENANT, job)
    file = FileOf(TENANT, alva.id, idea, Format.PDF, alva.language)
    page = await StoreShelf(house.core.store, house.clock).a3(file)
    assert isinstance(page, A3)
    assert page.tree is not None


def _plain(text: str) -> str:
    """Without the spaces and signs that a platform or a sentence sets otherwise."""
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


async def _talk(house: House, alva: Chatter) -> Talk:
    async def job(work: Work) -> Talk:
        talk = await work.open_talk(TENANT, alva.id)
        assert talk is not None
        return talk

    return await house.core.store.run(TENANT, job)


async def _state(house: House, alva: Chatter) -> WhyTalk:
    state = (await _talk(house, alva)).state
    assert isinstance(state, WhyTalk)
    return state


async def _outcome(house: House) -> Whys:
    async def job(work: Work) -> Whys:
        idea = await work.idea_numbered(TENANT, 1)
        assert idea is not None
        assert idea.whys is not None
        return idea.whys

    return await house.core.store.run(TENANT, job)
