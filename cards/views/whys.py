"""The talk about causes: its open question, the answered one, and the talk at rest."""

from __future__ import annotations

from bot.domain.notices import TalkRests, WhyAnswered, WhyQuestion
from bot.domain.tree import PROBLEM
from bot.domain.whys import Choice, Lead, Step, WhyTalk, choices
from cards.actions import WHY_ANSWER, Ref
from cards.model import Button, Buttons, Card, Paragraph, Part, Style, Tone
from cards.texts import Texts
from cards.views.chains import outcome, read_back, way_down, whole_tree
from cards.views.pieces import card, numbered, phrase, who
from cards.words import words_for

# So many links get a button each; in a longer chain one writes the number.
LIMPS = 3
LIMPS_ARG = "limps:"
RESUME_ARG = "resume"
# The picture begins when there is something to see.
_PICTURE_FROM = 2
_WHY_WORDINGS = 3
_NAME = 40
_HINTS = {
    Step.EVIDENCE: "hint-evidence",
    Step.TRY: "hint-try",
    Step.NOTICE: "hint-notice",
    Step.CONFIRM: "hint-confirm",
}


def why_question(t: Texts, notice: WhyQuestion) -> Card:
    """A sentence before it, what it is about, the question, and what can be chosen."""
    talk = notice.state
    hint = _hint(talk)
    buttons = tuple(_button(t, notice, arg) for arg in _args(talk))
    return card(
        t,
        numbered(t, notice.number, t.say("why-title")),
        None if notice.lead is Lead.NONE else Paragraph(t.say(f"lead-{notice.lead.value}")),
        *_picture(t, talk),
        *_about(t, talk),
        Paragraph(_question(t, talk, notice.manager), Tone.STRONG),
        Paragraph(t.say(hint), Tone.QUIET) if hint else None,
        Buttons(buttons) if buttons else None,
    )


def _question(t: Texts, talk: WhyTalk, manager: str) -> str:
    tree, key = talk.tree, f"question-{talk.step.value}"
    match talk.step:
        case Step.WHY if talk.at == PROBLEM:
            return t.say("question-why-first")
        case Step.WHY:
            return t.say(f"question-why-{(tree.depth(talk.at) - 1) % _WHY_WORDINGS + 1}")
        case Step.MEND:
            above = tree.whys[talk.at].parent
            between = {"from": phrase(tree.text_of(talk.at)), "to": phrase(tree.text_of(above))}
            return t.say(key, **between)
        case Step.CONFIRM if not manager.strip():
            return t.say("question-confirm-plain")
        case Step.CONFIRM:
            return t.say(key, manager=who(t, manager))
        case _:
            return t.say(key)


def _about(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    """The words the question is about, in the person's own writing."""
    if talk.draft:
        before = t.say("why-draft", draft=phrase(talk.draft))
        about = _above(t, talk) if talk.step in {Step.WHY, Step.READ_BACK} else ()
        return *about, Paragraph(before)
    return _above(t, talk)


def _above(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    tree = talk.tree
    match talk.step:
        case Step.PROBLEM:
            return (Paragraph(t.say("why-told", answer=phrase(tree.problem))),)
        case Step.WHY | Step.EVIDENCE | Step.ENOUGH:
            return _quoted(t, talk)
        case Step.MORE | Step.MORE_WHAT:
            above = tree.whys[talk.at].parent
            return (Paragraph(t.say("why-about", answer=phrase(tree.text_of(above)))),)
        case Step.OTHER:
            return (Paragraph(t.say("why-mentioned", answer=phrase(tree.text_of(talk.at)))),)
        case Step.READ_BACK:
            chain = read_back(t, tree, talk.root)
            # Below the picture of a tree the chain needs a name of its own.
            return (Paragraph(t.say("outcome-chain"), Tone.QUIET), chain) if tree.forked else (chain,)
        case Step.CONFIRM:
            return outcome(t, talk.outcome())
        case _:
            return ()


def _quoted(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    key = "why-about" if talk.at == PROBLEM else "why-wrote"
    return (Paragraph(t.say(key, answer=phrase(talk.tree.text_of(talk.at)))),)


def _picture(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    """Where we are. At the read-back the numbered list says it already, unless there are branches."""
    tree = talk.tree
    if talk.step is Step.WHY and tree.depth(talk.at) >= _PICTURE_FROM:
        picture = way_down(tree, talk.at)
    elif talk.step is Step.READ_BACK and tree.forked:
        picture = whole_tree(tree)
    else:
        return ()
    return Paragraph(t.say("why-so-far"), Tone.QUIET), picture


def _hint(talk: WhyTalk) -> str:
    if talk.step is Step.WHY and talk.at == PROBLEM:
        return "hint-why"
    if talk.step is Step.READ_BACK:
        return "hint-read-back" if _limps(talk) else "hint-read-back-number"
    return _HINTS.get(talk.step, "")


def _limps(talk: WhyTalk) -> tuple[str, ...]:
    """One for each link of a short chain, counted from 1 as `WhyTalk.read_back` stands."""
    links = len(talk.read_back) if talk.step is Step.READ_BACK else 0
    return tuple(f"{LIMPS_ARG}{n}" for n in range(1, links + 1)) if links <= LIMPS else ()


def _args(talk: WhyTalk) -> tuple[str, ...]:
    """What the buttons carry: the likely answers, then the limping steps, then back and pause."""
    offered = choices(talk)
    aside = (Choice.BACK, Choice.PAUSE)
    own = tuple(choice.value for choice in offered if choice not in aside)
    return (*own, *_limps(talk), *(choice.value for choice in offered if choice in aside))


def _button(t: Texts, notice: WhyQuestion, arg: str) -> Button:
    sure = notice.state.step in {Step.READ_BACK, Step.CONFIRM} and arg == Choice.YES.value
    value = Ref("talk", notice.talk, notice.version, arg).encode()
    label = _label(t, notice.state.step, arg, notice.manager)
    return Button(label, WHY_ANSWER, value, Style.PRIMARY if sure else Style.DEFAULT)


def _label(t: Texts, step: Step, arg: str, manager: str = "") -> str:
    if arg.startswith(LIMPS_ARG):
        return t.say("choice-limps", number=arg.removeprefix(LIMPS_ARG))
    if arg in {Choice.BACK.value, Choice.PAUSE.value}:
        return t.say(f"choice-{arg}")
    if step is Step.CONFIRM:
        name = phrase(manager, _NAME)
        return (
            t.say("choice-confirm-yes", manager=name)
            if manager.strip()
            else t.say("choice-confirm-yes-plain")
        )
    key = f"choice-{step.value}-{arg}"
    return t.say(key) if t.has(key) else _typed(t, arg)


def _typed(t: Texts, arg: str) -> str:
    """A choice that has no button at this step, in the word one would type for it."""
    return words_for(t.language).choices.get(arg, (arg,))[0]


def why_answered(t: Texts, notice: WhyAnswered) -> Card:
    """The question that was answered with a button, and what was chosen."""
    talk = notice.state
    chosen = _label(t, talk.step, notice.choice)
    return card(
        t,
        t.say("why-title"),
        *(() if talk.step in {Step.READ_BACK, Step.CONFIRM} else _about(t, talk)),
        Paragraph(_question(t, talk, "")),
        Paragraph(t.say("you-chose", choice=chosen), Tone.STRONG),
    )


def talk_rests(t: Texts, notice: TalkRests) -> Card:
    """Saved, with the way back."""
    again = resume_button(t, notice.talk, notice.version)
    return card(
        t,
        numbered(t, notice.number, t.say("rests-title")),
        Paragraph(t.say("rests-text")),
        Buttons((again,)),
    )


def resume_button(t: Texts, talk: str, version: int) -> Button:
    """Takes a resting talk up again."""
    value = Ref("talk", talk, version, RESUME_ARG).encode()
    return Button(t.say("button-resume"), WHY_ANSWER, value, Style.PRIMARY)
