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
# On an idea, by its manager
IDEA_ACKNOWLEDGE = "idea.acknowledge"
IDEA_ACKNOWLEDGE_WORDS = "idea.acknowledgewords"
IDEA_ASK = "idea.ask"
IDEA_NOT_NOW = "idea.notnow"
# In a talk
WHY_ANSWER = "why.answer"
# Lists
LIST_MINE = "list.mine"
LIST_WAITING = "list.waiting"
# A team
TEAM_SETUP = "team.setup"
SUMMARY_PREVIEW = "summary.preview"
SET_LANGUAGE = "person.language"

BUTTONS: frozenset[str] = frozenset(
    {
        TELL_KIND, TELL_TEAM, TELL_CANCEL, NEW_IDEA, IDEA_WHY, IDEA_ADD, IDEA_HIDE, IDEA_SHOW_NAME,
        IDEA_WITHDRAW, IDEA_OPEN, IDEA_REPLY, IDEA_ACKNOWLEDGE, IDEA_ACKNOWLEDGE_WORDS, IDEA_ASK,
        IDEA_NOT_NOW, WHY_ANSWER, LIST_MINE, LIST_WAITING, TEAM_SETUP, SUMMARY_PREVIEW, SET_LANGUAGE,
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

FORMS: frozenset[str] = frozenset(
    {FORM_NEW_IDEA, FORM_ADD, FORM_REPLY, FORM_ACKNOWLEDGE, FORM_ASK, FORM_NOT_NOW, FORM_TEAM}
)

# Names of things outside cards, shared by the edges and the manifests.
SHORTCUT_MAKE_IMPROVEMENT = "make_improvement"
SHORTCUT_NEW_IDEA = "new_idea"
SLASH_COMMAND = "/femma"

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
