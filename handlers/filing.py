"""From words to a filed idea: the draft, its questions, and the cards to author and manager."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.errors import No, Refusal
from bot.domain.ideas import Happening, Idea, Kind, Promise
from bot.domain.letters import Reminder
from bot.domain.notices import (
    AuthorCard,
    Door,
    DraftDropped,
    FiledInChannel,
    KindAnswered,
    KindQuestion,
    ManagerCard,
    Short,
    ShortLine,
    SimilarAnswered,
    SimilarQuestion,
    TeamAnswered,
    TeamChoice,
    TeamQuestion,
)
from bot.domain.people import Address, Language, Person, Team
from bot.domain.promises import answer_by
from bot.domain.talks import Looking, Replying, Talk, TalkStatus
from bot.domain.telling import (
    Anyway,
    AskKind,
    AskSimilar,
    AskTeam,
    Dropped,
    FileIt,
    JoinIt,
    Joins,
    KindChosen,
    LetGo,
    Looked,
    LookForSimilar,
    OurWork,
    ShowDoor,
    TeamChosen,
    TellEffect,
    TellEvent,
    Telling,
    Waited,
    WentOn,
    Wipe,
    begin_telling,
    tell,
)
from cards.words import has_words
from handlers import brake, dates, elsewhere, photos, sounding, together
from handlers.choosing import agrees, refuses, says_nothing
from handlers.naming import guess_kind, kind_named, team_named
from handlers.turn import Turn

# A draft that nobody goes on with is filed after this, with what is known.
DRAFT_WAITS = timedelta(minutes=30)


# Fewer words than this, where a team was asked for, are a name we do not know and not more of the idea.
_LONGEST_NAME = 5


# So many similar ideas are shown before filing.
SIMILAR = 3

# So many ideas of one person in so long, and no more.
_BRAKE = 10
_BRAKE_SPAN = timedelta(minutes=10)


def draft_reminder(talk: str) -> str:
    """The name of the reminder that files a forgotten draft."""
    return f"draft:{talk}"


async def begin(
    turn: Turn,
    person: Person,
    text: str,
    *,
    team: Team | None = None,
    kind: Kind | None = None,
    thread: Address | None = None,
) -> None:
    """Somebody tells something. `team` when the place or a form says which; `thread` where it was said."""
    if not has_words(text):
        await turn.tell(person, ShortLine(Short.EMPTY))
        return
    if says_nothing(text, turn.language_of(person)):
        # Thanks for what came before it: whatever was open stays so.
        await turn.tell(person, ShortLine(Short.HERE))
        return
    if await _is_too_much(turn, person):
        await turn.tell(person, ShortLine(Short.SLOW_DOWN))
        return
    door = elsewhere.belongs(text, turn.language_of(person))
    if door and (thread is not None or turn.is_late):
        # In a channel, or when nobody sits there to be asked, nothing of it is kept.
        await elsewhere.show(turn, person, door)
        return
    if thread is not None:
        place = team or await turn.work.team_in(replace(thread, thread=""))
        language = place.language if place else turn.language_of(person)
        await turn.say(thread, language, ShortLine(Short.HEARD))
    await put_aside(turn, person)
    known = team or await _own_team(turn, person)
    guess = guess_kind(text, turn.language_of(person))
    state, effect = begin_telling(
        text, guess, known.id if known else None, kind, asks=not turn.is_late, elsewhere=door
    )
    talk = Talk(turn.new_id(), turn.tenant, person.id, state, thread=thread)
    await photos.with_new_draft(turn, person, talk.id)
    await _after(turn, person, talk, effect, state)


async def _is_too_much(turn: Turn, person: Person) -> bool:
    """More than anybody can mean: a brake against a stuck key or a script, not against people."""
    return await turn.work.told_since(turn.tenant, person.id, turn.now - _BRAKE_SPAN) >= _BRAKE


async def put_aside(turn: Turn, person: Person) -> None:
    """Whatever talk was open rests, so that a new one can begin; nothing in it is lost."""
    open_talk = await turn.work.open_talk(turn.tenant, person.id)
    if open_talk is not None:
        # Where Femma only listens for an answer nothing is said yet, and the card still asks.
        over = isinstance(open_talk.state, Looking | Replying)
        status = TalkStatus.CLOSED if over else TalkStatus.RESTING
        await turn.work.save_talk(open_talk.with_status(status))


async def said(turn: Turn, person: Person, talk: Talk, draft: Telling, text: str) -> None:
    """Words at the open question of a draft: an answer to it, or more of the same thing."""
    language = turn.language_of(person)
    if draft.elsewhere:
        await _at_door(turn, person, talk, draft, text)
        return
    await photos.with_draft(turn, person, talk.id)
    if draft.similar and not draft.anyway:
        # At the list of similar ones a number chooses, a yes joins the only one, a no files it anyway.
        event: TellEvent = await _at_similar(turn, draft, text, language)
    elif draft.kind is None:
        kind = draft.guess if agrees(text, language) else kind_named(text, language)
        event = WentOn(text) if kind is None else KindChosen(kind)
    else:
        team = team_named(text, await turn.work.teams(turn.tenant))
        if team is None and len(text.split()) <= _LONGEST_NAME:
            await turn.tell(person, ShortLine(Short.CHOOSE_TEAM))
            return
        event = WentOn(text) if team is None else TeamChosen(team.id)
    if isinstance(event, WentOn) and says_nothing(text, language):
        await turn.tell(person, ShortLine(Short.CHOOSE_ABOVE))
        return
    state, effect = tell(draft, event)
    await _after(turn, person, talk, effect, state)


async def _at_door(turn: Turn, person: Person, talk: Talk, draft: Telling, text: str) -> None:
    """Words after "this belongs elsewhere": a yes goes on, a no takes it away, and others begin anew."""
    language = turn.language_of(person)
    if agrees(text, language):
        state, effect = tell(draft, OurWork())
        await _after(turn, person, talk, effect, state)
        return
    state, effect = tell(draft, Dropped())
    if refuses(text, language):
        await _after(turn, person, talk, effect, state)
        return
    await _wipe(turn, talk, state)
    await begin(turn, person, text)


async def our_work_pressed(turn: Turn, person: Person, talk: Talk, where: Address, message: str) -> None:
    """It is about how we work: the draft goes on. Raises Refusal when it is gone."""
    draft = _draft(talk)
    if not draft.elsewhere:
        raise Refusal(No.OLD_BUTTON)
    await turn.replace(where, message, turn.language_of(person), Door(draft.elsewhere))
    state, effect = tell(draft, OurWork())
    await _after(turn, person, talk, effect, state)


async def _wipe(turn: Turn, talk: Talk, draft: Telling) -> None:
    """The draft is closed, and nothing stands in it any more."""
    await _close(turn, talk, replace(draft, text="", elsewhere=""))
    await turn.work.pictures.let_go(turn.tenant, talk.id)


async def _at_similar(turn: Turn, draft: Telling, text: str, language: Language) -> TellEvent:
    similar = draft.similar or ()
    if refuses(text, language):
        return Anyway()
    if agrees(text, language) and len(similar) == 1:
        return Joins(similar[0])
    said = text.strip().lstrip("#")
    for idea_id in similar:
        idea = await turn.work.idea(turn.tenant, idea_id)
        if idea is not None and said == str(idea.number):
            return Joins(idea_id)
    return WentOn(text)


async def similar_pressed(
    turn: Turn, person: Person, talk: Talk, idea_id: str, where: Address, message: str
) -> None:
    """Join one of the similar ideas, or (empty id) file it anyway. Raises Refusal when the draft is gone."""
    draft = _draft(talk)
    similar = draft.similar or ()
    if not similar or (idea_id and idea_id not in similar):
        raise Refusal(No.OLD_BUTTON)
    if idea_id:
        # Before the question turns into its answer.
        await brake.at_press(turn, person)
    idea = await turn.work.idea(turn.tenant, idea_id) if idea_id else None
    resolved = SimilarAnswered(draft.text, idea.number if idea else 0)
    await turn.replace(where, message, turn.language_of(person), resolved)
    state, effect = tell(draft, Joins(idea_id) if idea_id else Anyway())
    await _after(turn, person, talk, effect, state)


async def kind_pressed(
    turn: Turn, person: Person, talk: Talk, kind: Kind, where: Address, message: str
) -> None:
    """The button with the kind. Raises Refusal when the draft is gone."""
    draft = _draft(talk)
    await turn.replace(where, message, turn.language_of(person), KindAnswered(draft.text, kind))
    state, effect = tell(draft, KindChosen(kind))
    await _after(turn, person, talk, effect, state)


async def team_pressed(
    turn: Turn, person: Person, talk: Talk, team_id: str, where: Address, message: str
) -> None:
    """The button with the team. Raises Refusal when the draft or the team is gone."""
    draft = _draft(talk)
    team = await turn.work.team(turn.tenant, team_id)
    if team is None or not team.is_set_up or not team.active:
        raise Refusal(No.NO_TEAM)
    await turn.replace(where, message, turn.language_of(person), TeamAnswered(team.name))
    state, effect = tell(draft, TeamChosen(team.id))
    await _after(turn, person, talk, effect, state)


async def drop(turn: Turn, person: Person, talk: Talk) -> None:
    """The person takes the draft back; its words are shown once more. Raises Refusal when it is gone."""
    state, effect = tell(_draft(talk), Dropped())
    await _after(turn, person, talk, effect, state)


async def drop_pressed(turn: Turn, person: Person, talk: Talk, where: Address, message: str) -> None:
    """The same by the button: the question itself turns into the words. Raises Refusal when it is gone."""
    draft = _draft(talk)
    if not message:
        await drop(turn, person, talk)
        return
    if draft.elsewhere:
        await turn.replace(where, message, turn.language_of(person), ShortLine(Short.WIPED))
        await _wipe(turn, talk, draft)
        return
    await _close(turn, talk, draft)
    await turn.work.pictures.let_go(turn.tenant, talk.id)
    await turn.replace(where, message, turn.language_of(person), DraftDropped(draft.text))


async def waited(turn: Turn, talk_id: str) -> None:
    """Nobody went on with a draft: file it with the guess, when there is no doubt about the team."""
    talk = await turn.work.talk(turn.tenant, talk_id)
    if talk is None or talk.status is TalkStatus.CLOSED or not isinstance(talk.state, Telling):
        return
    person = await turn.work.person(turn.tenant, talk.person)
    state, effect = tell(talk.state, Waited())
    in_doubt = isinstance(effect, AskTeam) and len(await turn.work.teams(turn.tenant)) != 1
    if person is not None and not in_doubt:
        await _after(turn, person, talk, effect, state)


async def ask_team_again(turn: Turn) -> None:
    """A team was set up: drafts that waited for one ask their authors again."""
    for talk in await turn.work.talks_without_team(turn.tenant):
        person = await turn.work.person(turn.tenant, talk.person)
        if person is not None and isinstance(talk.state, Telling) and talk.state.kind is not None:
            await _after(turn, person, talk, AskTeam(), talk.state)


async def _after(turn: Turn, person: Person, talk: Talk, effect: TellEffect, draft: Telling) -> None:
    match effect:
        case ShowDoor(where):
            await elsewhere.show(turn, person, where, await _keep(turn, talk, draft))
        case Wipe():
            await _wipe(turn, talk, draft)
            await turn.tell(person, ShortLine(Short.WIPED))
        case AskKind():
            saved = await _keep(turn, talk, draft)
            question = KindQuestion(saved.id, saved.version, draft.text, draft.guess, draft.cut)
            await turn.tell(person, question)
        case AskTeam():
            await _ask_team(turn, person, talk, draft)
        case LookForSimilar(text):
            found = await turn.work.similar(turn.tenant, text, SIMILAR)
            state, then = tell(draft, Looked(tuple(idea.id for idea in found)))
            await _after(turn, person, talk, then, state)
        case AskSimilar(ids):
            await _ask_similar(turn, person, talk, draft, ids)
        case JoinIt(text, idea_id):
            await brake.at_press(turn, person)
            await _close(turn, talk, draft)
            joined = await together.join(turn, person, idea_id, text, draft=talk.id)
            await turn.tell(person, ShortLine(Short.JOINED, str(joined.number)))
            await together.show(turn, person, joined.id)
        case FileIt(text, kind, team_id, cut):
            team = await turn.work.team(turn.tenant, team_id)
            if team is None or not team.is_set_up:
                await _ask_team(turn, person, talk, draft)
                return
            await _close(turn, talk, draft)
            await file_idea(turn, person, team, text, kind, cut=cut, thread=talk.thread, draft=talk.id)
            for twin in draft.similar or ():
                await together.wake(turn, person, twin)
        case LetGo(text):
            await _close(turn, talk, draft)
            await turn.work.pictures.let_go(turn.tenant, talk.id)
            await turn.tell(person, DraftDropped(text))


async def _ask_similar(turn: Turn, person: Person, talk: Talk, draft: Telling, ids: tuple[str, ...]) -> None:
    found = [idea for id_ in ids if (idea := await turn.work.idea(turn.tenant, id_)) is not None]
    saved = await _keep(turn, talk, draft)
    rows = await together.rows(turn, found)
    await turn.tell(person, SimilarQuestion(saved.id, saved.version, draft.text, rows))


async def _keep(turn: Turn, talk: Talk, draft: Telling) -> Talk:
    saved = await turn.work.save_talk(talk.at(draft))
    about = draft_reminder(talk.id)
    await turn.work.remind(Reminder(about, turn.tenant, turn.now + DRAFT_WAITS, about))
    return saved


async def _close(turn: Turn, talk: Talk, draft: Telling) -> None:
    if talk.version:
        await turn.work.save_talk(talk.at(draft).with_status(TalkStatus.CLOSED))
        await turn.work.forget(turn.tenant, draft_reminder(talk.id))


async def _ask_team(turn: Turn, person: Person, talk: Talk, draft: Telling) -> None:
    teams = await turn.work.teams(turn.tenant)
    if len(teams) == 1:
        state, effect = tell(draft, TeamChosen(teams[0].id))
        await _after(turn, person, talk, effect, state)
        return
    saved = await _keep(turn, talk, draft)
    choices = tuple(TeamChoice(team.id, team.name) for team in teams)
    await turn.tell(person, TeamQuestion(saved.id, saved.version, draft.text, choices))


async def _own_team(turn: Turn, person: Person) -> Team | None:
    if person.team is None:
        return None
    team = await turn.work.team(turn.tenant, person.team)
    return team if team is not None and team.is_set_up and team.active else None


def _draft(talk: Talk) -> Telling:
    if talk.status is TalkStatus.CLOSED or not isinstance(talk.state, Telling):
        raise Refusal(No.OLD_BUTTON)
    return talk.state


async def file_idea(
    turn: Turn,
    person: Person,
    team: Team,
    text: str,
    kind: Kind,
    *,
    cut: bool = False,
    thread: Address | None = None,
    draft: str = "",
) -> Idea:
    """The idea gets its number, its promise, the pictures of its draft, and its two cards."""
    day = answer_by(turn.now, team, turn.calendar)
    idea = Idea(
        turn.new_id(),
        turn.tenant,
        await turn.work.next_number(turn.tenant),
        kind,
        text,
        person.id,
        team.id,
        turn.happened,
        day,
        first=Promise(day),
    )
    if draft:
        idea = idea.pictured(*await turn.work.pictures.moved_to(turn.tenant, draft, idea.id))
    saved = await turn.work.save_idea(idea, Happening(idea.id, turn.now, person.id, "told", team.id))
    if person.team is None:
        await turn.work.save_person(replace(person, team=team.id))
    names = await turn.names(saved, team)
    await turn.tell(person, AuthorCard(saved, names, cut), subject=saved.id)
    await dates.plan(turn, saved, team)
    receiver, _ = await dates.owing(turn, saved, team)
    await turn.tell(receiver, ManagerCard(saved, names), subject=saved.id)
    if thread is not None:
        line = FiledInChannel(saved.number, names.manager, saved.answer_by)
        await turn.say(thread, team.language, line)
    await sounding.ask(turn, person, saved)
    return saved
