"""What a talk about causes comes to: the idea it is about, and the outcome that the idea keeps."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Happening, Idea
from bot.domain.people import Person, Team
from bot.domain.talks import Talk
from bot.domain.whys import WhyTalk
from handlers.answering import idea_and_team
from handlers.turn import Turn


async def subject(turn: Turn, talk: Talk) -> tuple[Idea | None, Team | None]:
    """What the talk is about: the idea, or the one that it goes on in."""
    idea, team = await idea_and_team(turn, talk.idea or "")
    return await idea_and_team(turn, idea.merged_into) if idea and idea.merged_into else (idea, team)


async def living_idea(turn: Turn, talk: Talk) -> tuple[Idea, Team | None]:
    """What the talk can end in. Raises Refusal when it was taken back, or goes on in one that has causes."""
    idea, team = await subject(turn, talk)
    if idea is None:
        raise Refusal(No.NOT_YOURS)
    is_other = idea.id != talk.idea and idea.whys is not None
    if is_other or not idea.can_be_explained:
        raise Refusal(No.CLOSED, number=str(talk.number))
    return idea, team


async def keep(turn: Turn, by: Person, talk: Talk, idea: Idea, team: Team | None) -> Idea:
    """What the talk has come to, on the idea: without the words of whoever has not said they may be quoted.

    Raises Refusal.
    """
    if not isinstance(talk.state, WhyTalk):
        raise Refusal(No.NO_TALK)
    return await _explain(turn, by, idea.explained(talk.state.outcome(talk.silent)), team)


async def keep_anew(turn: Turn, by: Person, before: Talk, now: Talk) -> None:
    """What a talk came to has changed after its end. It reaches the idea, unless a later talk already did.

    Also the idea that it goes on in, where the outcome may stand instead.
    """
    idea, team = await idea_and_team(turn, before.idea or "")
    other, theirs = await subject(turn, before)
    await _keep_anew(turn, by, before, now, idea, team)
    if idea is not None and other is not None and other.id != idea.id:
        await _keep_anew(turn, by, before, now, other, theirs)


async def _keep_anew(
    turn: Turn, by: Person, before: Talk, now: Talk, idea: Idea | None, team: Team | None
) -> None:
    if idea is None or idea.whys is None:
        return
    if not isinstance(before.state, WhyTalk) or not isinstance(now.state, WhyTalk):
        return
    if idea.whys.tree.same_words(before.state.tree.without_words_of(before.silent)):
        await _explain(turn, by, replace(idea, whys=now.state.outcome(now.silent)), team)


async def _explain(turn: Turn, by: Person, idea: Idea, team: Team | None) -> Idea:
    saved = await turn.work.save_idea(idea, Happening(idea.id, turn.now, by.id, "asked why"))
    await turn.refresh(saved, team)
    return saved
