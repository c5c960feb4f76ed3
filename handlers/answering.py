"""What the author and the manager do with a filed idea. Who may is looked up here, at the press."""

from __future__ import annotations

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Happening, Idea, Reason
from bot.domain.notices import (
    Acknowledged,
    Asked,
    JustDone,
    ReplyCame,
    Short,
    ShortLine,
    TurnedDown,
)
from bot.domain.people import Person, Team
from bot.domain.promises import decide_by, local_day
from bot.domain.talks import Replying, Talk, TalkStatus
from handlers import dates
from handlers.turn import Turn


async def idea_for(turn: Turn, idea_id: str, person: Person) -> tuple[Idea, Team]:
    """The idea and its team, for its author or whoever answers it.

    Raises Refusal, the same for an idea of others and for one that is not there.
    """
    idea, team = await idea_of(turn, idea_id)
    if not (idea.author == person.id or team.answers(person.id) or idea.is_decided_by(person.id, team)):
        raise Refusal(No.NOT_YOURS)
    return idea, team


async def idea_of(turn: Turn, idea_id: str) -> tuple[Idea, Team]:
    """The idea and its team, whoever asks. Raises Refusal, so that nobody learns which ideas there are."""
    idea, team = await idea_and_team(turn, idea_id)
    if idea is None or team is None:
        raise Refusal(No.NOT_YOURS)
    return idea, team


async def idea_and_team(turn: Turn, idea_id: str) -> tuple[Idea | None, Team | None]:
    """The idea and the team it belongs to, as far as they are there."""
    idea = await turn.work.idea(turn.tenant, idea_id)
    return idea, await turn.work.team(turn.tenant, idea.team) if idea else None


async def acknowledge(turn: Turn, person: Person, idea_id: str, words: str = "") -> None:
    """The manager has read it; empty words stand for the usual sentence. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    day = decide_by(turn.now, team, turn.calendar)
    read = idea.acknowledged(person.id, team, words.strip(), turn.now, day)
    saved = await keep(turn, read, team, person.id, "acknowledged")
    author = await turn.work.person(turn.tenant, saved.author)
    await turn.tell(author, Acknowledged(saved.number, saved.text, person.name, words.strip(), day))


async def ask(turn: Turn, person: Person, idea_id: str, question: str) -> None:
    """The manager asks the author; the next words of the author are the answer. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    day = decide_by(turn.now, team, turn.calendar)
    asked = idea.asked(person.id, team, question, turn.now, day)
    saved = await keep(turn, asked, team, person.id, "question")
    author = await turn.work.person(turn.tenant, saved.author)
    if author is not None and await turn.work.open_talk(turn.tenant, author.id) is None:
        await turn.work.save_talk(Talk(turn.new_id(), turn.tenant, author.id, Replying(saved.id), saved.id))
    notice = Asked(saved.id, saved.version, saved.number, saved.text, person.name, question.strip())
    await turn.tell(author, notice)


async def reply(turn: Turn, person: Person, idea_id: str, answer: str) -> None:
    """The author answers the manager's question. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    waiting = idea.waiting_question
    saved = await keep(turn, idea.replied(person.id, answer, turn.now), team, person.id, "answer")
    await _close_reply(turn, person, idea_id)
    await turn.tell(person, ShortLine(Short.REPLY_SENT, str(saved.number)))
    if waiting is not None:
        # Whoever asked may have left the team to somebody else since.
        asked_by = waiting.asked_by if team.answers(waiting.asked_by) else team.manager
        asker = await turn.work.person(turn.tenant, asked_by) if asked_by else None
        await turn.tell(asker, ReplyCame(saved.number, person.name, waiting.question, answer.strip()))


async def reply_if_waited_for(turn: Turn, person: Person, idea_id: str, answer: str) -> bool:
    """Words in the chat after a question: its answer, unless nobody waits for one any more."""
    idea = await turn.work.idea(turn.tenant, idea_id)
    if idea is None or not idea.is_open or idea.waiting_question is None:
        await _close_reply(turn, person, idea_id)
        return False
    await reply(turn, person, idea_id, answer)
    return True


async def turn_down(
    turn: Turn, person: Person, idea_id: str, reason: Reason, words: str, yes_if: str = ""
) -> None:
    """Not now, with a reason and own words, and what would make it a yes. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    refused = idea.turned_down(person.id, team, reason, words.strip(), turn.now, yes_if.strip())
    saved = await keep(turn, refused, team, person.id, "not now")
    author = await turn.work.person(turn.tenant, saved.author)
    notice = TurnedDown(saved.number, saved.text, person.name, reason.value, words.strip(), yes_if.strip())
    await turn.tell(author, notice)


async def add(turn: Turn, person: Person, idea_id: str, words: str) -> None:
    """The author adds a line. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    saved = await keep(turn, idea.added(person.id, words), team, person.id, "added")
    await turn.tell(person, ShortLine(Short.ADDED, str(saved.number)))


async def hide(turn: Turn, person: Person, idea_id: str, hidden: bool) -> None:
    """The author's name is taken from the channel or put back. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    changed = idea.with_hidden(person.id, hidden)
    if changed != idea:
        await keep(turn, changed, team, person.id, "name")


async def withdraw(turn: Turn, person: Person, idea_id: str) -> Idea:
    """The author takes it back. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    saved = await keep(turn, idea.withdrawn(person.id), team, person.id, "withdrawn")
    await turn.tell(person, ShortLine(Short.WITHDRAWN, str(saved.number)))
    return saved


async def just_done(turn: Turn, person: Person, idea_id: str, words: str) -> None:
    """The team decided for itself and did it: the manager is told, nobody has to approve. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    today = local_day(turn.now, team.rule.zone)
    saved = await keep(turn, idea.just_done(person.id, words, today), team, person.id, "just done")
    owing, _ = await dates.owing(turn, saved, team)
    if owing is not None and owing.id != person.id:
        await turn.tell(owing, JustDone(saved.number, saved.text, person.name, words.strip()))
    await turn.tell(person, ShortLine(Short.JUST_DONE, str(saved.number)))


async def reword(turn: Turn, person: Person, idea_id: str, text: str) -> None:
    """The author words it better; what stood there stays in its history. Raises Refusal."""
    idea, team = await idea_for(turn, idea_id, person)
    if text.strip() != idea.text:
        saved = await keep(turn, idea.said_anew(person.id, text.strip()), team, person.id, "reworded")
        await turn.tell(person, ShortLine(Short.REWORDED, str(saved.number)))


async def keep(turn: Turn, idea: Idea, team: Team, by: str, what: str, detail: str = "") -> Idea:
    """Write an idea with a line of history, set its next date, and bring its cards up to date."""
    dated = dates.on_working_day(turn, idea, team)
    saved = await turn.work.save_idea(dated, Happening(idea.id, turn.now, by, what, detail))
    await dates.plan(turn, saved, team)
    await turn.refresh(saved, team)
    return saved


async def _close_reply(turn: Turn, person: Person, idea_id: str) -> None:
    talk = await turn.work.open_talk(turn.tenant, person.id)
    if talk is not None and isinstance(talk.state, Replying) and talk.state.idea == idea_id:
        await turn.work.save_talk(talk.with_status(TalkStatus.CLOSED))
