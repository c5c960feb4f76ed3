"""Everything that comes in goes through `Conversation.hear()`: one transaction, then the answer.

This file only says who deals with what; the dealing is in the files beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from bot.domain.errors import Conflict, No, Refusal
from bot.domain.notices import Help, Short, ShortLine, Sorry, Welcome
from bot.domain.people import Address, Language, Person, Standing, TenantId
from bot.domain.ports import Clock, Tripwire, WorkingDays, untouched
from bot.domain.talks import Looking, Replying, TalkStatus
from bot.domain.telling import Telling
from bot.domain.whys import WhyTalk
from bot.domain.work import Runs, StorageAway, Work
from cards.identity import identity_numbers
from cards.lines import line_text
from cards.words import has_words
from handlers import (
    absence,
    answering,
    digest,
    filing,
    formal,
    gathering,
    guests,
    leaving,
    listing,
    looking,
    paper,
    photos,
    pressing,
    sharing,
    speaking,
    summing,
    talking,
    team_setup,
    together,
)
from handlers.choosing import seen_or_not
from handlers.commands import Command, Verb, command
from handlers.incoming import (
    Answer,
    Arrived,
    Busy,
    Departed,
    Envelope,
    FromPeople,
    Incoming,
    Joined,
    Left,
    Nothing,
    Pressed,
    PrivateLine,
    Said,
    SentForm,
    Uninstalled,
    Wanted,
)
from handlers.naming import guess_kind
from handlers.tally import Tally
from handlers.turn import Turn


class Conversation:
    """The bot as the edges see it."""

    def __init__(
        self,
        store: Runs,
        clock: Clock,
        calendar: WorkingDays,
        new_id: Callable[[], str],
        tripwire: Tripwire = untouched,
        guests_allowed: bool = False,
    ) -> None:
        """`new_id` makes ids that are never used twice and cannot be guessed. `tally` is for operators."""
        self.tally = Tally()
        self._guests_allowed = guests_allowed
        self._store = store
        self._clock = clock
        self._calendar = calendar
        self._new_id = new_id
        self._tripwire = tripwire
        self._fallbacks: dict[TenantId, Language] = {}

    async def hear(self, incoming: Incoming) -> Answer:
        """Take one verified thing. Raises Busy when it could not be stored; then nothing was."""

        async def job(work: Work) -> _Outcome:
            outcome = await self._heard(work, incoming)
            self._tripwire("mid_handler_tx")
            return outcome

        if incoming.envelope.actor.standing is Standing.OUTSIDER:
            return Nothing()
        self._tripwire("before_inbox")
        try:
            outcome = await self._store.run(incoming.envelope.actor.tenant, job)
        except (StorageAway, Conflict) as error:
            raise Busy(str(error)) from error
        self._tripwire("before_ack")
        if outcome.repeated:
            self.tally.repeated(incoming)
        if outcome.no is not None:
            self.tally.refused(incoming, outcome.no)
        return outcome.answer

    async def _heard(self, work: Work, incoming: Incoming) -> _Outcome:
        envelope = incoming.envelope
        tenant = envelope.actor.tenant
        if not await work.first_time(tenant, envelope.delivery, self._clock.now()):
            return _Outcome(Nothing(), repeated=True)
        turn = Turn(
            work,
            self._clock.now(),
            tenant,
            envelope.delivery,
            await self._fallback(work, tenant),
            self._calendar,
            self._new_id,
            min(envelope.at, self._clock.now()),
            incoming.attached if isinstance(incoming, Said) else (),
            self._guests_allowed,
        )
        if not envelope.actor.standing.may_take_part(turn.guests):
            return _Outcome(await guests.turned_away(turn, incoming), no=No.GUEST)
        if isinstance(incoming, Uninstalled):
            await team_setup.uninstalled(turn, incoming.reason)
            return _Outcome(Nothing())
        if isinstance(incoming, Departed):
            await leaving.left(turn.work, turn.tenant, envelope.actor.person, turn.now)
            return _Outcome(Nothing())
        person = await _known(turn, envelope)
        try:
            return _Outcome(await _dispatch(turn, person, incoming))
        except Refusal as refusal:
            return _Outcome(await _refused(turn, person, incoming, refusal), no=refusal.no)

    async def _fallback(self, work: Work, tenant: TenantId) -> Language:
        """The tenant's language, read once: it is set by hand in the database, between two starts."""
        known = self._fallbacks.get(tenant)
        if known is None:
            known = self._fallbacks[tenant] = (await work.tenant(tenant)).language
        return known


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The answer, and what is to be counted once it is kept."""

    answer: Answer
    repeated: bool = False
    no: No | None = None


async def _dispatch(turn: Turn, person: Person, incoming: FromPeople) -> Answer:
    match incoming:
        case Said():
            if identity_numbers(incoming.text):
                # Before anything is kept: whose number it is is nobody's business here.
                raise Refusal(No.IDENTITY)
            answer = await _said(turn, person, incoming)
            await photos.left_over(turn, person)
            return answer
        case Pressed():
            return await pressing.pressed(turn, person, incoming)
        case Wanted(_, form, text):
            return await formal.wanted(turn, person, form, text)
        case SentForm():
            return await formal.sent(turn, person, incoming)
        case Joined(_, channel, name):
            await team_setup.joined(turn, person, channel, name)
        case Left(_, channel):
            await team_setup.left(turn, channel)
        case Arrived(_, page):
            await _arrived(turn, person, page)
        case _:
            assert_never(incoming)
    return Nothing()


async def _known(turn: Turn, envelope: Envelope) -> Person:
    """The person as we know them, with what the envelope says anew."""
    actor = envelope.actor
    before = await turn.work.person(turn.tenant, actor.person)
    known = before or Person(actor.person, turn.tenant)
    home = envelope.home if envelope.home.conversation or known.home is None else known.home
    fresh = replace(
        known,
        name=actor.name or known.name,
        language=known.language or actor.language,
        home=home,
        left=False,
        administrator=known.administrator if actor.administrator is None else actor.administrator,
    )
    return fresh if fresh == before else await turn.work.save_person(fresh)


async def _refused(turn: Turn, person: Person, incoming: Incoming, refusal: Refusal) -> Answer:
    """A kind no: private where something was pressed, in the chat where something was written."""
    notice = Sorry(refusal.no, refusal.gaps.get("number", ""))
    if isinstance(incoming, Said) and not incoming.command:
        await turn.tell(person, notice)
        return Nothing()
    if isinstance(incoming, Pressed) and refusal.no in {No.ALREADY, No.CLOSED}:
        await pressing.refresh_pressed(turn, person, incoming)
    return PrivateLine(line_text(notice, turn.language_of(person)))


async def _arrived(turn: Turn, person: Person, page: Address | None) -> None:
    if page is not None:
        await listing.home(turn, person, page)
        return
    # Clients report the arrival at each start: one welcome is enough.
    if not person.welcomed:
        saved = await turn.work.save_person(replace(person, welcomed=True))
        await turn.tell(saved, Welcome(saved.name, await listing.manages(turn, saved)))


async def _said(turn: Turn, person: Person, said: Said) -> Answer:
    language = turn.language_of(person)
    asked = command(said.text, language)
    if said.attached and not has_words(said.text):
        # A picture alone: `left_over` finds out what it belongs to.
        answer: Answer = Nothing()
    elif asked is not None:
        answer = await _commanded(turn, person, asked, said)
    elif said.channel is not None:
        answer = await _in_channel(turn, person, said, said.channel)
    elif said.command:
        answer = await _told(turn, person, said.text)
    else:
        answer = await _in_chat(turn, person, said.text)
    if said.command and isinstance(answer, Nothing):
        return PrivateLine(line_text(ShortLine(Short.CONTINUE_IN_CHAT), language))
    return answer


async def _told(turn: Turn, person: Person, text: str) -> Answer:
    """Words that begin something new, whatever talk is open."""
    if not has_words(text):
        return PrivateLine(line_text(ShortLine(Short.EMPTY), turn.language_of(person)))
    await filing.begin(turn, person, text)
    return Nothing()


async def _in_channel(turn: Turn, person: Person, said: Said, channel: Address) -> Answer:
    """A mention in a channel: the talk goes on in the direct chat, a line in the thread says so."""
    team = await team_setup.joined(turn, person, replace(channel, thread=""), said.channel_name)
    if not has_words(said.text):
        await turn.say(channel, team.language, Help())
        return Nothing()
    # What is written as a slash command only its writer sees: that belongs into no thread.
    held = None if said.command else await gathering.answered_at(turn, person, channel)
    if held is not None:
        await gathering.said_there(turn, person, held, said.text)
        await photos.with_idea(turn, person, held.idea)
        # A picture that others may not add to the idea belongs to nothing of their own either.
        turn.attached = ()
        return Nothing()
    known = team if team.is_set_up else None
    await filing.begin(turn, person, said.text, team=known, thread=channel)
    return Nothing()


async def _in_chat(turn: Turn, person: Person, text: str) -> Answer:
    """Words in the direct chat: for the open talk if there is one, else something new."""
    talk = await turn.work.open_talk(turn.tenant, person.id)
    if talk is None:
        # What comes hours late is filed as it is: nobody sits there to be asked.
        kind = guess_kind(text, turn.language_of(person)) if turn.is_late else None
        await filing.begin(turn, person, text, kind=kind)
        return Nothing()
    match talk.state:
        case WhyTalk() as state:
            await talking.said(turn, person, talk, state, text if has_words(text) else "")
            await photos.with_idea(turn, person, talk.idea)
        case Telling() as draft:
            if has_words(text):
                await filing.said(turn, person, talk, draft, text)
            else:
                await turn.tell(person, ShortLine(Short.EMPTY))
        case Replying(idea):
            if await answering.reply_if_waited_for(turn, person, idea, text):
                await photos.with_idea(turn, person, idea)
            else:
                await filing.begin(turn, person, text)
        case Looking():
            if not await looking.said(turn, person, talk, text, seen_or_not(text, turn.language_of(person))):
                await filing.begin(turn, person, text)
        case _:
            assert_never(talk.state)
    return Nothing()


async def _commanded(turn: Turn, person: Person, asked: Command, said: Said) -> Answer:
    match asked.verb:
        case Verb.HELP:
            return await _help(turn, person, said)
        case Verb.MINE:
            await listing.mine(turn, person)
        case Verb.WAITING:
            await listing.waiting(turn, person)
        case Verb.SUMMARY:
            await digest.preview(turn, person)
        case Verb.LANGUAGE:
            await speaking.speak(turn, person, asked.rest)
        case Verb.CANCEL:
            await _cancel(turn, person, None if said.command else said.channel)
        case Verb.RESUME:
            await _resume(turn, person, None if said.command else said.channel)
        case Verb.NEW:
            if not asked.rest:
                return await formal.wanted_by_words(turn, person)
            await filing.begin(turn, person, asked.rest)
        case Verb.SETUP:
            await _setup(turn, person, said)
        case Verb.FIND:
            await together.find(turn, person, asked.rest)
        case Verb.AWAY:
            await absence.away(turn, person, asked.rest)
        case Verb.BACK:
            await absence.back(turn, person)
        case Verb.PROMISES:
            await sharing.promises(turn, person)
        case Verb.GAINS:
            await summing.gains(turn, person)
        case Verb.DOORS:
            if not person.administrator:
                raise Refusal(No.ADMIN_ONLY)
            await _help(turn, person, said)
        case Verb.A3:
            await paper.asked(turn, person, asked.rest)
        case _:
            assert_never(asked.verb)
    return Nothing()


async def _help(turn: Turn, person: Person, said: Said) -> Answer:
    if said.channel is not None:
        await turn.say(said.channel, turn.language_of(person), Help())
    else:
        await turn.tell(person, Help(await listing.manages(turn, person), person.administrator))
    return Nothing()


async def _cancel(turn: Turn, person: Person, channel: Address | None) -> None:
    """A draft is given back, a talk about causes is put away: nothing is lost."""
    held = await gathering.held_at(turn, channel)
    if held is not None and held.person != person.id:
        raise Refusal(No.LEADS)
    talk = held or await turn.work.open_talk(turn.tenant, person.id)
    talk = talk or await talking.to_go_on_with(turn, person, TalkStatus.OPEN)
    if talk is None:
        await turn.tell(person, ShortLine(Short.NOTHING_TO_CANCEL))
    elif isinstance(talk.state, Telling):
        await filing.drop(turn, person, talk)
    elif isinstance(talk.state, WhyTalk):
        await talking.rest(turn, person, talk, talk.state)
    else:
        await filing.put_aside(turn, person)
        await turn.tell(person, ShortLine(Short.NOTHING_TO_CANCEL))


async def _resume(turn: Turn, person: Person, channel: Address | None) -> None:
    talk = await gathering.held_at(turn, channel, TalkStatus.RESTING)
    if talk is not None and talk.person != person.id:
        raise Refusal(No.LEADS)
    talk = talk or await turn.work.open_talk(turn.tenant, person.id)
    if talk is None or not isinstance(talk.state, WhyTalk):
        talk = await talking.to_go_on_with(turn, person, TalkStatus.RESTING, TalkStatus.OPEN)
    if talk is None or not isinstance(talk.state, WhyTalk):
        await turn.tell(person, ShortLine(Short.NO_TALK))
        return
    await talking.go_on(turn, person, talk)


async def _setup(turn: Turn, person: Person, said: Said) -> None:
    """The team's card once more, in its channel; a direct chat has no team of its own."""
    if said.channel is None:
        await turn.tell(person, ShortLine(Short.SETTINGS_IN_CHANNEL))
        return
    team = await team_setup.joined(turn, person, replace(said.channel, thread=""), said.channel_name)
    await team_setup.show(turn, team)
