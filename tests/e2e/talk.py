"""The talk about causes as somebody has it who presses, types, goes back, rests and mends a step.

The same on every platform: only what a person can do in a chat is used here.
"""

from __future__ import annotations

from typing import Protocol

from cards import actions
from tests.e2e.words import Words


class Chatter(Protocol):
    """Somebody in a direct chat with Femma."""

    @property
    def heard(self) -> str:
        """The last thing Femma said, in plain words."""
        ...

    async def says(self, text: str) -> object:
        """Writes."""
        ...

    async def presses(self, action: str, arg: str | None = None) -> object:
        """Presses the newest button with this action and argument."""
        ...


async def look_for_causes(author: Chatter, words: Words) -> None:
    """From the button under the idea to the question whether to send it."""
    await author.presses(actions.IDEA_WHY)
    for answer in (words.happens, words.touched, words.first_cause):
        await author.says(answer)
    await chooses(author, "seen")
    more = author.heard
    await chooses(author, "back")
    assert author.heard != more
    await chooses(author, "seen")
    assert author.heard == more
    await chooses(author, "yes")
    await author.says(words.branch)
    await rest_and_come_back(author, words)
    # No third cause, and the first is gone into.
    await chooses(author, "no")
    await author.says(words.second_cause)
    await author.says(words.believed)
    await chooses(author, "no")
    await chooses(author, "root")
    await chooses(author, "yes")
    await mend_the_chain(author, words)
    await chooses(author, "yes")
    assert words.branch in author.heard
    await chooses(author, "no")
    await author.says(words.trial)
    await author.says(words.sign)
    for said in (words.trial, words.sign, words.missing_step, words.touched):
        assert said in author.heard


async def rest_and_come_back(author: Chatter, words: Words) -> None:
    """Once with typed words, once with buttons: the same question is open again."""
    question = author.heard.splitlines()[-1]
    await author.says(words.pause)
    assert words.rests in author.heard
    await author.says(words.resume)
    assert words.welcome_back in author.heard
    await chooses(author, "pause")
    await chooses(author, "resume")
    assert words.welcome_back in author.heard
    assert question in author.heard


async def mend_the_chain(author: Chatter, words: Words) -> None:
    """The chain is read backwards; its first step limps, and what was missing is put in."""
    assert words.therefore in author.heard
    assert words.missing_step not in author.heard
    await chooses(author, "limps:1")
    assert words.second_cause in author.heard
    await author.says(words.missing_step)
    chain = author.heard
    places = [chain.rindex(step) for step in (words.second_cause, words.missing_step, words.first_cause)]
    assert places == sorted(places)


async def chooses(author: Chatter, choice: str) -> None:
    """A button of the open question."""
    await author.presses(actions.WHY_ANSWER, choice)
