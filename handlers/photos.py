"""Photos that come with words, or instead of them: what they belong to, within the turn that hears them.

Here they only become rows, in the same transaction as the words. Fetching and keeping them is the worker's
(`handlers.pictures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.ideas import Idea, Stage
from bot.domain.notices import Short, ShortLine
from bot.domain.people import Person
from bot.domain.pictures import MOST_AT_ONCE, MOST_BYTES, MOST_TOGETHER, Flaw, Moment, Picture
from bot.domain.promises import local_day
from bot.domain.talks import Talk
from bot.domain.telling import Telling
from handlers.incoming import Attached
from handlers.turn import Turn

# A picture sent without words waits so long for a sentence to go with.
WAITS_FOR_WORDS = timedelta(hours=24)

# As media types (iana.org/assignments/media-types); what is in the file is looked at later.
_KINDS = frozenset({"image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/webp", "image/gif"})
# What a client says that knows no more than that it is a picture.
_ANY_PICTURE = frozenset({"image/*", ""})

# A photo without words after something was done: it is among the person's last so many.
_LAST = 20

_TOLD = {
    Flaw.TOO_BIG: Short.PHOTO_TOO_BIG,
    Flaw.WRONG_KIND: Short.PHOTO_WRONG_KIND,
    Flaw.NOT_FETCHED: Short.PHOTO_NOT_FETCHED,
    Flaw.TOO_MANY: Short.PHOTO_TOO_MANY,
}
# By name: what is sent about an idea in one of these shows how it became.
_AFTERWARDS = frozenset({"trying", "done", "checking", "new-standard"})


def moment_of(idea: Idea) -> Moment:
    """What a picture that is sent about this idea now shows."""
    return Moment.AFTER if idea.stage.value in _AFTERWARDS else Moment.BEFORE


async def tell_flaw(turn: Turn, person: Person | None, flaw: Flaw) -> None:
    """A kind no with the next step."""
    await turn.tell(person, ShortLine(_TOLD[flaw]))


async def with_new_draft(turn: Turn, person: Person, talk: str) -> None:
    """What came with the first words, and what was sent without any shortly before."""
    await turn.work.pictures.adopt(turn.tenant, person.id, talk, turn.now - WAITS_FOR_WORDS)
    await with_draft(turn, person, talk)


async def with_draft(turn: Turn, person: Person, talk: str) -> int:
    """What came now belongs to this draft. Returns how many were taken."""
    return await _take(turn, person, talk=talk)


async def with_idea(turn: Turn, person: Person, idea_id: str | None, moment: Moment | None = None) -> int:
    """What came now belongs to this idea: `moment` as given, else as its stage says.

    Returns how many were taken; none when there is no such idea, or it is somebody else's.
    """
    if not turn.attached or idea_id is None:
        return 0
    idea = await turn.work.idea(turn.tenant, idea_id)
    if idea is None or not await _may_add(turn, person, idea):
        return 0
    return await _take(turn, person, idea=idea.id, moment=moment or moment_of(idea))


async def left_over(turn: Turn, person: Person) -> None:
    """What no words have taken: for the talk that is open, else kept until a sentence comes."""
    if not turn.attached:
        return
    talk = await turn.work.open_talk(turn.tenant, person.id)
    if await _with_talk(turn, person, talk):
        await turn.tell(person, ShortLine(Short.PHOTO_ADDED))
    elif talk is None and (done := await _done_today(turn, person)) is not None:
        if await with_idea(turn, person, done.id, Moment.AFTER):
            await turn.tell(person, ShortLine(Short.PHOTO_AFTER, str(done.number)))
    elif await _take(turn, person):
        await turn.tell(person, ShortLine(Short.PHOTO_ALONE))


async def _done_today(turn: Turn, person: Person) -> Idea | None:
    """What this person has told and done today, when there is one such thing and no doubt which."""
    ideas, _ = await turn.work.ideas_of(turn.tenant, person.id, _LAST)
    done = [idea for idea in ideas if idea.stage is Stage.DONE and idea.done_on is not None]
    found = []
    for idea in done:
        team = await turn.work.team(turn.tenant, idea.team)
        if team is not None and idea.done_on == local_day(turn.now, team.rule.zone):
            found.append(idea)
    return found[0] if len(found) == 1 else None


async def _with_talk(turn: Turn, person: Person, talk: Talk | None) -> int:
    if talk is None:
        return 0
    if isinstance(talk.state, Telling):
        return await with_draft(turn, person, talk.id)
    return await with_idea(turn, person, talk.idea)


async def _may_add(turn: Turn, person: Person, idea: Idea) -> bool:
    if idea.author == person.id:
        return True
    team = await turn.work.team(turn.tenant, idea.team)
    return team is not None and team.answers(person.id)


async def _take(
    turn: Turn, person: Person, talk: str = "", idea: str = "", moment: Moment = Moment.BEFORE
) -> int:
    """Write a row for each that can be kept, and say once for each reason why others cannot."""
    attached, turn.attached = turn.attached, ()
    if not attached:
        return 0
    room = MOST_AT_ONCE
    if talk or idea:
        room = min(room, MOST_TOGETHER - await turn.work.pictures.together(turn.tenant, talk, idea))
    good = [one for one in attached if flaw_of(one) is None]
    for one in good[: max(0, room)]:
        picture = Picture(
            turn.new_id(), turn.tenant, person.id, _platform(person), one.ref, moment, talk, idea
        )
        await turn.work.pictures.add(picture, turn.now)
    for flaw in dict.fromkeys(_flaws(attached, len(good) > room)):
        await tell_flaw(turn, person, flaw)
    return min(len(good), max(0, room))


def flaw_of(one: Attached) -> Flaw | None:
    """What can be seen without fetching it; None when it may be a photo."""
    kind = one.kind.partition(";")[0].strip().lower()
    if kind not in _KINDS | _ANY_PICTURE:
        return Flaw.WRONG_KIND
    if one.size > MOST_BYTES:
        return Flaw.TOO_BIG
    return None if one.ref else Flaw.NOT_FETCHED


def _flaws(attached: tuple[Attached, ...], too_many: bool) -> Iterator[Flaw]:
    yield from (flaw for one in attached if (flaw := flaw_of(one)))
    if too_many:
        yield Flaw.TOO_MANY


def _platform(person: Person) -> str:
    """Where the person spoke just now: their home was taken from the same envelope."""
    return person.home.platform if person.home else ""
