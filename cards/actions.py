"""The names of buttons and forms, and the short value each of them carries.

A value is opaque to the platform: kind of thing, its id, its version when the button was drawn, and one
argument. Whoever presses is never in it: that comes from the verified envelope.
"""

from __future__ import annotations

from dataclasses import dataclass

# Telling
TELL_KIND = "tell.kind"
TELL_TEAM = "tell.team"
TELL_CANCEL = "tell.cancel"
NEW_IDEA = "idea.new"
# On an idea, by its author
IDEA_WHY = "idea.why"
IDEA_ADD = "idea.add"
IDEA_HIDE = "idea.hide"
IDEA_SHOW_NAME = "idea.showname"
IDEA_WITHDRAW = "idea.withdraw"
IDEA_OPEN = "idea.open"
IDEA_REPLY = "idea.reply"
IDEA_WASTE = "idea.waste"
IDEA_A3 = "idea.a3"
# On an idea, by its manager
IDEA_ACKNOWLEDGE = "idea.acknowledge"
IDEA_ACKNOWLEDGE_WORDS = "idea.acknowledgewords"
IDEA_ASK = "idea.ask"
IDEA_NOT_NOW = "idea.notnow"
IDEA_TRY = "idea.try"
IDEA_YOU_DECIDE = "idea.youdecide"
IDEA_REST = "idea.rest"
IDEA_PASS_ON = "idea.passon"  # noqa: S105
IDEA_MERGE = "idea.merge"
IDEA_UNMERGE = "idea.unmerge"
IDEA_MORE = "idea.more"
IDEA_LESS = "idea.less"
# On an idea, by its author or whoever tries it
IDEA_JUST_DONE = "idea.justdone"
IDEA_REWORD = "idea.reword"
IDEA_KEEN = "idea.keen"
IDEA_EFFECT = "idea.effect"
CHECK_ANSWER = "check.answer"
CHECK_WORDS = "check.words"
# On an idea, by a colleague
IDEA_SEE_TOO = "idea.seetoo"
IDEA_KNOW = "idea.know"
IDEA_FOLLOW = "idea.follow"
# Before filing
TELL_JOIN = "tell.join"
TELL_ANYWAY = "tell.anyway"
TELL_OUR_WORK = "tell.ourwork"
# Reminders and absence
NUDGE_SNOOZE = "nudge.snooze"
PERSON_AWAY = "person.away"
PERSON_BACK = "person.back"
# In a talk
WHY_ANSWER = "why.answer"
WHY_SAY = "why.say"
WHY_SENTENCE = "why.sentence"
WHY_TOGETHER = "why.together"
WHY_HAND = "why.hand"
HAND_ANSWER = "hand.answer"
QUOTE_ANSWER = "quote.answer"
LOOK_ANSWER = "look.answer"
LOOK_WORDS = "look.words"
IDEA_TOGETHER = "idea.together"
# Lists
LIST_MINE = "list.mine"
LIST_WAITING = "list.waiting"
# A team
TEAM_SETUP = "team.setup"
TEAM_LADDER = "team.ladder"
TENANT_DOORS = "tenant.doors"
SUMMARY_PREVIEW = "summary.preview"
SET_LANGUAGE = "person.language"

BUTTONS: frozenset[str] = frozenset(
    {
        TELL_KIND, TELL_TEAM, TELL_CANCEL, NEW_IDEA, IDEA_WHY, IDEA_ADD, IDEA_HIDE, IDEA_SHOW_NAME,
        IDEA_WITHDRAW, IDEA_OPEN, IDEA_REPLY, IDEA_ACKNOWLEDGE, IDEA_ACKNOWLEDGE_WORDS, IDEA_ASK,
        IDEA_NOT_NOW, WHY_ANSWER, LIST_MINE, LIST_WAITING, TEAM_SETUP, SUMMARY_PREVIEW, SET_LANGUAGE,
        IDEA_TRY, IDEA_YOU_DECIDE, IDEA_REST, IDEA_PASS_ON, IDEA_MERGE, IDEA_UNMERGE, IDEA_MORE, IDEA_LESS,
        IDEA_JUST_DONE, IDEA_REWORD, IDEA_KEEN, IDEA_EFFECT, CHECK_ANSWER, CHECK_WORDS, IDEA_SEE_TOO,
        IDEA_KNOW, IDEA_FOLLOW, TELL_JOIN, TELL_ANYWAY, NUDGE_SNOOZE, PERSON_AWAY, PERSON_BACK, TEAM_LADDER,
        IDEA_WASTE, WHY_SAY, WHY_SENTENCE, WHY_TOGETHER, WHY_HAND, HAND_ANSWER, QUOTE_ANSWER, LOOK_ANSWER,
        LOOK_WORDS, IDEA_TOGETHER, IDEA_A3, TELL_OUR_WORK, TENANT_DOORS,
    }
)  # fmt: skip

# Forms: the name of a form is the name of the press or shortcut that opens it.
FORM_NEW_IDEA = "form.idea"
FORM_ADD = "form.add"
FORM_REPLY = "form.reply"
FORM_ACKNOWLEDGE = "form.acknowledge"
FORM_ASK = "form.ask"
FORM_NOT_NOW = "form.notnow"
FORM_TEAM = "form.team"
FORM_TRY = "form.try"
FORM_YOU_DECIDE = "form.youdecide"
FORM_REST = "form.rest"
FORM_PASS_ON = "form.passon"  # noqa: S105
FORM_MERGE = "form.merge"
FORM_JUST_DONE = "form.justdone"
FORM_REWORD = "form.reword"
FORM_KNOW = "form.know"
FORM_CHECK = "form.check"
FORM_EFFECT = "form.effect"
FORM_AWAY = "form.away"
FORM_LADDER = "form.ladder"
FORM_SAY = "form.say"
FORM_SENTENCE = "form.sentence"
FORM_HAND = "form.hand"
FORM_LOOK = "form.look"
FORM_DOORS = "form.doors"

FORMS: frozenset[str] = frozenset(
    {
        FORM_NEW_IDEA,
        FORM_ADD,
        FORM_REPLY,
        FORM_ACKNOWLEDGE,
        FORM_ASK,
        FORM_NOT_NOW,
        FORM_TEAM,
        FORM_TRY,
        FORM_YOU_DECIDE,
        FORM_REST,
        FORM_PASS_ON,
        FORM_MERGE,
        FORM_JUST_DONE,
        FORM_REWORD,
        FORM_KNOW,
        FORM_CHECK,
        FORM_EFFECT,
        FORM_AWAY,
        FORM_LADDER,
        FORM_SAY,
        FORM_SENTENCE,
        FORM_HAND,
        FORM_LOOK,
        FORM_DOORS,
    }
)

# Names of things outside cards, shared by the edges and the manifests.
SHORTCUT_MAKE_IMPROVEMENT = "make_improvement"
SHORTCUT_NEW_IDEA = "new_idea"
SLASH_COMMAND = "/femma"

# The argument of a button that stands in a list of what waits: the list is shortened when it is pressed.
FROM_LIST = "list"

_SEPARATOR = "|"


class BadRef(ValueError):
    """The value of a button is none of ours."""


@dataclass(frozen=True, slots=True)
class Ref:
    """What a button or form is about. `kind` is idea, talk, team, person or none."""

    kind: str
    id: str = ""
    version: int = 0
    arg: str = ""

    def encode(self) -> str:
        """One short string, at most 2,000 characters for Slack."""
        return _SEPARATOR.join((self.kind, self.id, str(self.version), self.arg))

    @classmethod
    def decode(cls, value: str) -> Ref:
        """The reverse of `encode`. Raises BadRef for anything that is not a value of ours."""
        pieces = value.split(_SEPARATOR, 3)
        if len(value) > 2000 or len(pieces) != 4 or pieces[0] not in KINDS:
            raise BadRef(value[:40])
        kind, id_, version, arg = pieces
        if not (version.isascii() and version.isdigit() and len(version) < 10):
            raise BadRef(value[:40])
        return cls(kind, id_, int(version), arg)


KINDS: frozenset[str] = frozenset({"idea", "talk", "team", "person", "none"})
