"""The short dialog between somebody's words and a filed idea, as a pure function.

It asks for the kind (with a guess), and for the team when nothing says which. Whatever happens, the words
are kept in the draft until they are filed or the person takes them back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from bot.domain.ideas import MAX_TEXT, IdeaId, Kind
from bot.domain.people import TeamId


@dataclass(frozen=True, slots=True)
class Telling:
    """A draft. `team` is None until it is known; `kind` until it was chosen; `cut` when it was too long.

    `elsewhere` says where it seems to belong (a value of `bot.domain.cues.Elsewhere`), until the person says
    that it is about how we work; such a draft is never filed by itself.

    `similar` are ideas that look like it, shown before it is filed unless it is to be filed `anyway`; None
    until they were looked for.
    """

    text: str
    guess: Kind
    team: TeamId | None = None
    kind: Kind | None = None
    cut: bool = False
    similar: tuple[IdeaId, ...] | None = None
    anyway: bool = False
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class KindChosen:
    """It is an idea, a problem, a user's experience or something that works well."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class TeamChosen:
    """The team it belongs to."""

    team: TeamId


@dataclass(frozen=True, slots=True)
class WentOn:
    """More words before it was filed: they belong to the same thing."""

    text: str


@dataclass(frozen=True, slots=True)
class Looked:
    """Ideas like it were looked for; none is a finding too."""

    similar: tuple[IdeaId, ...]


@dataclass(frozen=True, slots=True)
class Anyway:
    """It is not one of those: file it."""


@dataclass(frozen=True, slots=True)
class Joins:
    """It is one of those."""

    idea: IdeaId


@dataclass(frozen=True, slots=True)
class OurWork:
    """It is about how we work, and belongs here after all."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """The person takes it back before it was filed."""


@dataclass(frozen=True, slots=True)
class Waited:
    """Nobody answered for a while: what is known is enough, or the question stands."""


TellEvent: TypeAlias = KindChosen | TeamChosen | WentOn | Looked | Anyway | Joins | OurWork | Dropped | Waited


@dataclass(frozen=True, slots=True)
class ShowDoor:
    """Say where such things are taken care of, and ask whether it is about how we work."""

    elsewhere: str


@dataclass(frozen=True, slots=True)
class Wipe:
    """The draft is closed and its words are kept nowhere."""


@dataclass(frozen=True, slots=True)
class AskKind:
    """Ask what it is, the guess first."""


@dataclass(frozen=True, slots=True)
class AskTeam:
    """Ask which team it belongs to."""


@dataclass(frozen=True, slots=True)
class LookForSimilar:
    """Everything is known: see whether somebody has told the same, and come back with `Looked`."""

    text: str


@dataclass(frozen=True, slots=True)
class AskSimilar:
    """Ask whether it is one of these."""

    ideas: tuple[IdeaId, ...]


@dataclass(frozen=True, slots=True)
class JoinIt:
    """The words go to an idea that is there already."""

    text: str
    idea: IdeaId


@dataclass(frozen=True, slots=True)
class FileIt:
    """Everything is known."""

    text: str
    kind: Kind
    team: TeamId
    cut: bool


@dataclass(frozen=True, slots=True)
class LetGo:
    """The draft is closed; its words are given back to the person."""

    text: str


TellEffect: TypeAlias = (
    ShowDoor | Wipe | AskKind | AskTeam | LookForSimilar | AskSimilar | JoinIt | FileIt | LetGo
)


def begin_telling(
    text: str,
    guess: Kind,
    team: TeamId | None,
    kind: Kind | None = None,
    *,
    asks: bool = True,
    elsewhere: str = "",
) -> Told:
    """A draft of something somebody said. A known kind (a form) is not asked for again.

    `asks` is False when nobody sits there to be asked whether it is the same as another.
    """
    words = text.strip()
    similar = None if asks else ()
    draft = Telling(words[:MAX_TEXT], guess, team, kind, len(words) > MAX_TEXT, similar)
    return _next(replace(draft, elsewhere=elsewhere))


Told: TypeAlias = tuple[Telling, TellEffect]


def tell(draft: Telling, event: TellEvent) -> Told:
    """One move of the dialog."""
    match event:
        case KindChosen(kind):
            return _next(replace(draft, kind=kind))
        case TeamChosen(team):
            return _next(replace(draft, team=team))
        case WentOn(text):
            longer = f"{draft.text}\n{text.strip()}"
            cut = draft.cut or len(longer) > MAX_TEXT
            # More words may make it another thing: what it is like is looked for anew.
            return _next(replace(draft, text=longer[:MAX_TEXT], cut=cut, similar=None))
        case Looked(similar):
            return _next(replace(draft, similar=similar))
        case Anyway():
            return _next(replace(draft, anyway=True))
        case Joins(idea):
            return draft, JoinIt(draft.text, idea)
        case OurWork():
            return _next(replace(draft, elsewhere=""))
        case Dropped() | Waited() if draft.elsewhere:
            return replace(draft, text=""), Wipe()
        case Dropped():
            return draft, LetGo(draft.text)
        case Waited():
            # Nobody is there to say whether it is the same as another: it is filed as it was told.
            return _next(replace(draft, kind=draft.kind or draft.guess, anyway=True))
        case _:
            assert_never(event)


def _next(draft: Telling) -> Told:
    if draft.elsewhere:
        return draft, ShowDoor(draft.elsewhere)
    if draft.kind is None:
        return draft, AskKind()
    if draft.team is None:
        return draft, AskTeam()
    if draft.similar is None:
        return draft, LookForSimilar(draft.text)
    if draft.similar and not draft.anyway:
        return draft, AskSimilar(draft.similar)
    return draft, FileIt(draft.text, draft.kind, draft.team, draft.cut)
