"""The whole life of an idea, with every side exit, as a play that runs on any stage.

The play knows people who write, press and fill in forms, and a clock that is moved. What a press is made of,
and how one sees that something was said, is up to the stage: the core alone, Slack, Teams or a browser.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Protocol, TypeAlias

from babel.dates import format_date

from cards import actions
from cards.texts import Texts, texts_for
from tests.e2e.life_words import LifeWords

_NUMBER = re.compile(r"#(\d+)")
_A_DAY_THAT_WAS = "2026-01-02"


class Sheet(Protocol):
    """An open form."""

    async def options(self, field: str) -> list[str]:
        """The values that can be chosen in a field."""
        ...

    async def sends(self, **fields: Field) -> list[str]:
        """Fill these in over what stands there, and send; the fields that were refused, none when taken."""
        ...


class Player(Protocol):
    """Somebody in a chat of their own with Femma."""

    @property
    def name(self) -> str:
        """As others see it."""
        ...

    async def says(self, text: str) -> object:
        """Write."""
        ...

    async def hears(self, *texts: str) -> str:
        """All words of the newest message that has these texts in it; waits for it."""
        ...

    async def has_heard(self, *texts: str) -> bool:
        """Is there such a message now?"""
        ...

    async def is_offered(self, action: str, arg: str | None = None, about: str = "") -> None:
        """Wait for such a button, in a message about something."""
        ...

    async def sees(self, action: str, arg: str | None = None, about: str = "") -> bool:
        """Is there one now?"""
        ...

    async def presses(self, action: str, arg: str | None = None, about: str = "", label: str = "") -> object:
        """The newest such button, in a message about something."""
        ...

    async def opens(self, action: str, arg: str | None = None, about: str = "") -> Sheet:
        """The form that the newest such button opens."""
        ...


Field: TypeAlias = str | Player


class Stage(Protocol):
    """Where the play is given."""

    @property
    def author(self) -> Player:
        """Tells most of it."""
        ...

    @property
    def colleague(self) -> Player:
        """Works in the same team."""
        ...

    @property
    def manager(self) -> Player:
        """Answers for the team."""
        ...

    @property
    def neighbour(self) -> Player:
        """Answers for another team, and while the manager is away."""
        ...

    @property
    def today(self) -> date:
        """The day it is in the play."""
        ...

    async def at(self, day: date) -> None:
        """Move the clock to a working day, well into its working hours, and let happen what falls due."""
        ...

    async def another_team_begins(self) -> None:
        """From now on the neighbour has a team too. Until then nobody is asked which team is theirs."""
        ...

    async def moment(self, name: str, *seen_by: Player) -> None:
        """Something worth a picture."""
        ...


class Life:
    """The play, act by act."""

    def __init__(self, stage: Stage, words: LifeWords) -> None:
        self.stage = stage
        self.words = words
        self.t: Texts = texts_for(words.language)
        self.number = ""
        self.tried_on = stage.today

    async def play(self) -> None:
        """From the first word to a new standard."""
        await self.it_is_told()
        await self.stage.another_team_begins()
        await self.colleagues_join_in()
        await self.a_reminder_and_an_answer()
        await self.it_is_tried()
        await self.others_rest_and_are_decided_by_the_team()
        await self.another_is_passed_on()
        await self.another_is_not_now()
        await self.another_is_just_done()
        await self.another_is_worded_anew_and_withdrawn()
        await self.two_are_merged_and_taken_apart()
        await self.somebody_is_away()
        await self.it_has_begun()
        await self.it_is_kept()
        await self.it_lasts()

    # Telling

    async def tells(self, player: Player, text: str) -> str:
        """A problem that resembles nothing; its number."""
        await player.says(text)
        await player.is_offered(actions.TELL_KIND, "problem", text)
        await player.presses(actions.TELL_KIND, "problem", text)
        return await self.filed(player, text)

    async def filed(self, player: Player, text: str) -> str:
        card = await player.hears(text, self.t.say("stage-submitted"))
        await self.stage.manager.hears(text, player.name)
        number = _NUMBER.search(card)
        assert number is not None, card
        return number[1]

    async def it_is_told(self) -> None:
        author, colleague, manager, w = self._author, self._colleague, self._manager, self.words
        await self.tells(colleague, w.twin)
        sheet = await manager.opens(actions.IDEA_REST, about=w.twin)
        assert await sheet.sends(until=_A_DAY_THAT_WAS, words=w.rest_words) == ["until"]
        later = _working(self.stage.today + timedelta(days=200))
        assert await sheet.sends(until=later.isoformat(), words=w.rest_words) == []
        await colleague.hears(w.rest_words, w.twin)
        await author.says(w.told)
        await author.presses(actions.TELL_KIND, "problem", w.told)
        await author.hears(self.t.say("similar-question"), w.told, w.twin)
        await self.stage.moment("similar", author)
        await author.presses(actions.TELL_ANYWAY, about=w.told)
        self.number = await self.filed(author, w.told)
        await colleague.hears(self.t.say("keen-question"), w.twin)
        await self.stage.moment("still-keen", colleague)
        await colleague.presses(actions.IDEA_KEEN, "no", w.twin)
        await colleague.hears(self.t.say("keen-answered-no"))
        assert not await colleague.sees(actions.IDEA_KEEN)

    async def colleagues_join_in(self) -> None:
        author, colleague, w = self._author, self._colleague, self.words
        await colleague.says(f"{w.find} {w.search}")
        await colleague.hears(self.t.say("found-title"), w.told, w.twin)
        await self.stage.moment("found", colleague)
        await colleague.says(f"{w.find} #{self.number}")
        await colleague.is_offered(actions.IDEA_SEE_TOO, about=w.told)
        await self.stage.moment("colleague", colleague)
        await colleague.presses(actions.IDEA_SEE_TOO, about=w.told)
        await colleague.hears(self.t.say("colleague-sees"), w.told)
        await colleague.presses(actions.IDEA_FOLLOW, about=w.told)
        await colleague.hears(self.t.say("colleague-follows"), w.told)
        sheet = await colleague.opens(actions.IDEA_KNOW, about=w.told)
        assert await sheet.sends(words="") == ["words"]
        assert await sheet.sends(words=w.knows, named="no") == []
        letter = await author.hears(self.t.say("voice-title"), w.knows)
        assert colleague.name not in letter
        await author.hears(w.knows, self.t.say("seen-too", count=1))

    async def a_reminder_and_an_answer(self) -> None:
        author, manager, w = self._author, self._manager, self.words
        await self.stage.at(_working(self.stage.today + timedelta(days=1)))
        await manager.is_offered(actions.NUDGE_SNOOZE, about=w.told)
        await self.stage.moment("reminder", manager)
        label = self.t.say("button-acknowledge-number", number=self.number)
        await manager.presses(actions.IDEA_ACKNOWLEDGE, about=w.told, label=label)
        by = manager.name
        await author.hears(self.t.say("acknowledged-title", by=by), w.told)
        await author.hears(w.told, self.t.say("stage-acknowledged"))
        sheet = await manager.opens(actions.IDEA_ASK, about=w.told)
        assert await sheet.sends(question=w.question) == []
        await author.hears(w.question, self.t.say("asked-title"))
        await self.stage.moment("asked", author)
        await author.says(w.reply)
        await manager.hears(w.question, w.reply, author.name)

    async def it_is_tried(self) -> None:
        author, colleague, manager, w = self._author, self._colleague, self._manager, self.words
        self.tried_on = self.stage.today
        sheet = await manager.opens(actions.IDEA_TRY, about=w.told)
        await self.stage.moment("try-form", manager)
        given: dict[str, Field] = {
            "what": w.trial, "who": author, "sign": w.sign, "figure": w.figure, "words": w.go,
        }  # fmt: skip
        assert await sheet.sends(**given, until=_A_DAY_THAT_WAS) == ["until"]
        await self.stage.moment("try-form-refused", manager)
        assert await sheet.sends(**given, until=self.ends.isoformat()) == []
        await author.hears(w.go, w.trial, self.t.say("decided-try-title"))
        card = await author.hears(w.told, w.sign, w.figure, self.t.say("stage-trying"))
        assert w.trial in card
        await colleague.hears(w.told, w.trial)
        await manager.hears(w.told, w.trial, self.t.say("stage-trying"))
        await self.stage.moment("tried", author, manager)

    # Side exits

    async def others_rest_and_are_decided_by_the_team(self) -> None:
        author, manager, w = self._author, self._manager, self.words
        await self.tells(author, w.rests)
        sheet = await manager.opens(actions.IDEA_REST, about=w.rests)
        assert await sheet.sends(until=self.begins.isoformat(), words=w.rest_words) == []
        await author.hears(w.rest_words, self.t.say("decided-rest-title"), w.rests)
        await self.tells(author, w.theirs)
        sheet = await manager.opens(actions.IDEA_YOU_DECIDE, about=w.theirs)
        assert await sheet.sends(words=w.theirs_words) == []
        await author.hears(w.theirs_words, self.t.say("decided-you-decide-title"))
        await author.hears(w.theirs, self.t.say("stage-trying"))
        await self.stage.moment("resting-and-you-decide", author)

    async def another_is_passed_on(self) -> None:
        author, manager, neighbour, w = self._author, self._manager, self._neighbour, self.words
        await self.tells(author, w.belongs)
        sheet = await manager.opens(actions.IDEA_PASS_ON, about=w.belongs)
        assert await sheet.sends(to="outside", outside="", words=w.belongs_words) == ["outside"]
        team = next(value for value in await sheet.options("to") if value.startswith("team:"))
        await self.stage.moment("pass-on-form", manager)
        assert await sheet.sends(to=team, words=w.belongs_words) == []
        await neighbour.hears(w.belongs_words, manager.name)
        await neighbour.hears(w.belongs, author.name)
        await author.hears(w.belongs_words, self.t.say("decided-pass-on-title"), neighbour.name)
        # What is somebody else's to answer cannot be answered on the old card any more.
        await manager.is_offered(actions.IDEA_KNOW, about=w.belongs)
        assert not await manager.sees(actions.IDEA_PASS_ON, about=w.belongs)
        await self.stage.moment("passed-on", author, neighbour)
        await neighbour.presses(actions.IDEA_ACKNOWLEDGE, about=w.belongs)
        by = neighbour.name
        await author.hears(self.t.say("acknowledged-title", by=by), w.belongs)

    async def another_is_not_now(self) -> None:
        author, manager, w = self._author, self._manager, self.words
        await self.tells(author, w.refused)
        sheet = await manager.opens(actions.IDEA_NOT_NOW, about=w.refused)
        assert await sheet.sends(reason="other-first", words=w.excuse) == ["words"]
        await self.stage.moment("excuse", manager)
        assert await sheet.sends(reason="other-first", words=w.because, yes_if=w.yes_if) == []
        await author.hears(w.because, w.yes_if, self.t.say("turned-title"))
        await self.stage.moment("not-now", author)
        await author.hears(w.refused, self.t.say("stage-not-now"), w.yes_if)

    async def another_is_just_done(self) -> None:
        author, manager, w = self._author, self._manager, self.words
        await self.tells(author, w.done)
        sheet = await author.opens(actions.IDEA_JUST_DONE, about=w.done)
        assert await sheet.sends(words=w.done_words) == []
        await manager.hears(w.done_words, self.t.say("just-done-title"))
        await author.hears(w.done, self.t.say("stage-done"))
        await self.stage.moment("just-done", author, manager)

    async def another_is_worded_anew_and_withdrawn(self) -> None:
        author, manager, w = self._author, self._manager, self.words
        number = await self.tells(author, w.taken_back)
        sheet = await author.opens(actions.IDEA_REWORD, about=w.taken_back)
        assert await sheet.sends(text=w.reworded) == []
        await author.hears(self.t.say("short-reworded", what=number))
        await manager.hears(w.reworded, self.t.say("stage-submitted"))
        await author.presses(actions.IDEA_WITHDRAW, about=w.reworded)
        await author.hears(self.t.say("short-withdrawn", what=number))
        await manager.hears(self.t.say("manager-withdrawn", author=author.name))
        assert not await manager.sees(actions.IDEA_ACKNOWLEDGE, about=w.reworded)

    async def two_are_merged_and_taken_apart(self) -> None:
        """And then the one that was nearly lost is tried by the colleague who told it."""
        colleague, manager, w = self._colleague, self._manager, self.words
        number = await self.tells(colleague, w.failed)
        sheet = await manager.opens(actions.IDEA_MERGE, about=w.failed)
        assert await sheet.sends(into="9999") == ["into"]
        assert await sheet.sends(into=self.number) == []
        by = manager.name
        await colleague.hears(self.t.say("was-merged-text", by=by, into=self.number))
        await manager.is_offered(actions.IDEA_UNMERGE)
        await self.stage.moment("merged", colleague, manager)
        await manager.presses(actions.IDEA_UNMERGE)
        await manager.hears(self.t.say("short-merge-undone", what=number))
        await colleague.hears(w.failed, self.t.say("stage-submitted"))
        await manager.is_offered(actions.IDEA_MORE, about=w.failed)
        sheet = await manager.opens(actions.IDEA_TRY, about=w.failed)
        until = self.ends.isoformat()
        assert await sheet.sends(what=w.failed_trial, who=colleague, until=until) == []
        await colleague.hears(w.failed, w.failed_trial, self.t.say("stage-trying"))

    async def somebody_is_away(self) -> None:
        author, manager, neighbour, w = self._author, self._manager, self._neighbour, self.words
        back = _working(self.stage.today + timedelta(days=7))
        day = format_date(back, "d MMMM", locale=w.language.value)
        if w.language.value == "nb":
            day = day.replace(" ", ". ", 1).replace("..", ".")
        await manager.says(f"{w.away} {day}")
        await manager.hears(self.t.say("short-away-set", what=self.t.day(back)))
        await self.stage.moment("away", manager)
        await author.says(w.while_away)
        await author.is_offered(actions.TELL_KIND, "problem", w.while_away)
        await author.presses(actions.TELL_KIND, "problem", w.while_away)
        await author.hears(w.while_away, neighbour.name)
        await neighbour.hears(w.while_away, author.name)
        assert not await manager.has_heard(w.while_away)
        await self.stage.moment("away-deputy", author, neighbour)
        await neighbour.presses(actions.IDEA_ACKNOWLEDGE, about=w.while_away)
        await author.hears(w.while_away, self.t.say("stage-acknowledged"))
        await manager.says(w.back)
        await manager.hears(self.t.say("short-back-set"))

    # The try goes on

    async def it_has_begun(self) -> None:
        author, colleague, manager, w = self._author, self._colleague, self._manager, self.words
        await self.stage.at(self.begins)
        await author.is_offered(actions.CHECK_ANSWER, "begun:started", w.told)
        await self.stage.moment("begun", author)
        await author.presses(actions.CHECK_ANSWER, "begun:started", w.told)
        await author.hears(w.told, self.t.say("check-answered", choice=self.t.say("check-answer-started")))
        for player in (manager, colleague):
            await player.hears(w.told, self.t.say("progress-started-title"))
        await author.hears(self.t.say("back-title"), w.rests)
        await manager.hears(self.t.say("back-title"), w.rests)
        await manager.is_offered(actions.IDEA_ACKNOWLEDGE, about=w.rests)
        await manager.presses(actions.IDEA_ACKNOWLEDGE, about=w.rests, label=self.t.say("button-acknowledge"))
        await author.hears(w.rests, self.t.say("stage-acknowledged"))
        await colleague.is_offered(actions.CHECK_WORDS, "begun:stopped", w.failed)
        sheet = await colleague.opens(actions.CHECK_WORDS, "begun:stopped", w.failed)
        assert await sheet.sends(words="") == ["words"]
        assert await sheet.sends(words=w.learnt) == []
        await manager.hears(w.learnt, self.t.say("progress-stop-title"))
        await colleague.hears(w.failed, w.learnt, self.t.say("stage-learnt"))
        await self.stage.moment("learnt", colleague, manager)

    async def it_is_kept(self) -> None:
        author, manager, w = self._author, self._manager, self.words
        await self.stage.at(self.ends)
        await author.is_offered(actions.CHECK_ANSWER, "ended:keep", w.told)
        await self.stage.moment("ended", author)
        await author.presses(actions.CHECK_ANSWER, "ended:keep", w.told)
        await manager.hears(w.told, self.t.say("progress-keep-title"))
        await author.hears(w.told, self.t.say("stage-done"))
        sheet = await author.opens(actions.IDEA_EFFECT, about=w.told)
        given = {"words": w.effect, "basis": "measured", "realised": "already", "used_for": w.used_for}
        assert await sheet.sends(**given) == ["kind"]
        await self.stage.moment("effect-form", author)
        assert await sheet.sends(**given, kind="time") == []
        await author.hears("264", "276")
        await author.hears(w.told, w.effect, w.used_for, self.t.say("basis-measured"))
        await self.stage.moment("effect", author)

    async def it_lasts(self) -> None:
        author, colleague, manager, w = self._author, self._colleague, self._manager, self.words
        month = _working(self.stage.today + timedelta(days=30))
        await self.stage.at(month)
        await author.is_offered(actions.CHECK_ANSWER, "month:keep", w.told)
        await self.stage.moment("month", author)
        await author.presses(actions.CHECK_ANSWER, "month:keep", w.told)
        await author.hears(w.told, self.t.say("stage-checking"))
        await self.stage.at(_working(self.stage.today + timedelta(days=60)))
        await author.is_offered(actions.CHECK_ANSWER, "quarter:standard", w.told)
        await self.stage.moment("quarter", author)
        await author.presses(actions.CHECK_ANSWER, "quarter:standard", w.told)
        for player in (manager, colleague):
            await player.hears(w.told, self.t.say("progress-standard-title"))
        await author.hears(w.told, self.t.say("stage-standard"), self.t.say("author-standard"))
        await self.stage.moment("standard", author, manager)
        await manager.says(w.promises)
        share = await manager.hears(self.t.say("share-title"), self.t.say("share-own"))
        # Two are read and not decided, one of them since November.
        assert self.t.say("share-open", count=0) not in share
        await self.stage.moment("promises", manager)

    # Who and when

    @property
    def begins(self) -> date:
        """When it is asked whether the try has begun."""
        return _working(self.tried_on + timedelta(days=14))

    @property
    def ends(self) -> date:
        """The last day of the try."""
        return _working(self.tried_on + timedelta(days=28))

    @property
    def _author(self) -> Player:
        return self.stage.author

    @property
    def _colleague(self) -> Player:
        return self.stage.colleague

    @property
    def _manager(self) -> Player:
        return self.stage.manager

    @property
    def _neighbour(self) -> Player:
        return self.stage.neighbour


def _working(day: date) -> date:
    """The day, or the Monday after a weekend. No holiday lies on the way of this play."""
    return day + timedelta(days=max(0, 8 - day.isoweekday()) if day.isoweekday() > 5 else 0)
