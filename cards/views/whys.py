"""The talk about causes: its open question, the answered one, and the talk at rest."""

from __future__ import annotations

from bot.domain.notices import TalkRests, WhyAnswered, WhyQuestion
from bot.domain.tree import PROBLEM, mark_of
from bot.domain.whys import ASKS_WHY, Choice, Lead, Step, WhyTalk, choices
from cards.actions import WHY_ANSWER, WHY_HAND, WHY_SAY, WHY_SENTENCE, WHY_TOGETHER, Ref
from cards.easing import gentle
from cards.limits import CARD_BUTTONS
from cards.model import Button, Buttons, Card, Items, Paragraph, Part, Style, Tone
from cards.texts import Texts
from cards.views.chains import outcome, picture, read_back
from cards.views.pieces import card, numbered, phrase, who
from cards.words import words_for

# So many links get a button each; in a longer chain one writes the number.
LIMPS = 3
LIMPS_ARG = "limps:"
RESUME_ARG = "resume"
# The picture begins when there is something to see.
_PICTURE_FROM = 2
# The questions that take us to another place of the tree.
_MOVES = frozenset({Step.WHY, Step.MORE_WHAT, Step.OTHER})
_WHY_WORDINGS = 3
_NAME = 40
_EVERYWHERE = {choice.value for choice in (Choice.BACK, Choice.PAUSE, Choice.KEEP, Choice.SPLIT)}
_HINTS = {
    Step.EVIDENCE: "hint-evidence",
    Step.LOOK: "hint-look",
    Step.LOOK_WHEN: "hint-look-when",
    Step.TRY: "hint-try",
    Step.NOTICE: "hint-notice",
    Step.CONFIRM: "hint-confirm",
}


def why_question(t: Texts, notice: WhyQuestion) -> Card:
    """A sentence before it, what it is about, the question, and what can be chosen."""
    talk = notice.state
    hint = _hint(talk)
    buttons = _buttons(t, notice)
    return card(
        t,
        numbered(t, notice.number, t.say("why-title")),
        None if notice.lead is Lead.NONE else Paragraph(t.say(f"lead-{notice.lead.value}")),
        *_picture(t, talk),
        *_about(t, talk, notice),
        *_asked(_question(t, talk, notice.manager)),
        Paragraph(t.say(hint), Tone.QUIET) if hint else None,
        Buttons(buttons) if buttons else None,
    )


def _asked(text: str) -> tuple[Paragraph, ...]:
    """The question stands out; what is said before it does not."""
    before, stop, question = text.rpartition(". ")
    if not before:
        return (Paragraph(text, Tone.STRONG),)
    return Paragraph(before + stop.strip()), Paragraph(question, Tone.STRONG)


def _question(t: Texts, talk: WhyTalk, manager: str) -> str:
    if talk.held:
        return _one_more(t, talk)
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


def _one_more(t: Texts, talk: WhyTalk) -> str:
    """The one gentle question about words that wait. A plain one where the lists find nothing any more."""
    asked = gentle(talk.held, talk, t.language)
    return t.say(asked.question) if asked else t.say("question-held")


def _about(t: Texts, talk: WhyTalk, notice: WhyQuestion | None = None) -> tuple[Part, ...]:
    """The words the question is about, in the person's own writing."""
    if notice is not None and notice.shared and talk.step in _BUILDS_ON and not talk.held:
        return _built_on(t, talk, notice.by)
    if talk.held:
        asked = gentle(talk.held, talk, t.language)
        split = asked.parts if asked else ()
        words = Paragraph(t.say("why-held", answer=phrase(talk.held)))
        return (words, Items(tuple(phrase(part) for part in split), ordered=True)) if split else (words,)
    if talk.draft and talk.step is Step.LOOK_WHEN:
        return ()
    if talk.draft:
        before = t.say("why-draft", draft=phrase(talk.draft))
        about = _above(t, talk) if talk.step in {Step.WHY, Step.READ_BACK} else ()
        return *about, Paragraph(before)
    return _above(t, talk)


# Where the question builds on one answer: in a talk of several it is said whose.
_BUILDS_ON = frozenset({Step.WHY, Step.EVIDENCE, Step.ENOUGH})


def _built_on(t: Texts, talk: WhyTalk, by: str) -> tuple[Part, ...]:
    words = phrase(talk.tree.text_of(talk.at))
    if by.strip():
        return (Paragraph(t.say("why-builds-on", by=phrase(by, _NAME), answer=words)),)
    return (Paragraph(t.say("why-about", answer=words)),)


def _above(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    tree = talk.tree
    match talk.step:
        case Step.PROBLEM:
            return (Paragraph(t.say("why-told", answer=phrase(tree.problem))),)
        case Step.WHY | Step.EVIDENCE | Step.ENOUGH:
            return _quoted(t, talk)
        case Step.LOOK | Step.LOOK_WHO | Step.LOOK_WHEN:
            return _looked_for(t, talk)
        case Step.TRY:
            return tuple(
                Paragraph(t.say("why-pocket", answer=phrase(idea))) for idea in talk.ideas_on_the_way()
            )
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


def _looked_for(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    """What somebody is to go and see, and what is known of it already."""
    about = Paragraph(t.say("why-about", answer=phrase(talk.tree.text_of(talk.looking))))
    if talk.step is Step.LOOK or not talk.look_where:
        return (about,)
    return about, Paragraph(t.say("why-look-where", where=phrase(talk.look_where)))


def _picture(t: Texts, talk: WhyTalk) -> tuple[Part, ...]:
    """Where we are. At the read-back the numbered list says it already, unless there are branches."""
    tree = talk.tree
    at = tree.whys[talk.at].parent if talk.step is Step.MORE_WHAT else talk.at
    if talk.step in _MOVES and len(tree.whys) >= _PICTURE_FROM:
        return Paragraph(t.say("why-so-far"), Tone.QUIET), picture(t, tree, at)
    if talk.step is Step.READ_BACK and tree.forked:
        return Paragraph(t.say("why-so-far"), Tone.QUIET), picture(t, tree, talk.root)
    return ()


def _hint(talk: WhyTalk) -> str:
    if talk.held:
        return "hint-held"
    if talk.step is Step.WHY and talk.at == PROBLEM:
        return "hint-why"
    if talk.step is Step.READ_BACK:
        return "hint-read-back" if _limps(talk) else "hint-read-back-number"
    return _HINTS.get(talk.step, "")


def _limps(talk: WhyTalk) -> tuple[str, ...]:
    """One for each link of a short chain, counted from 1 as `WhyTalk.read_back` stands."""
    links = len(talk.read_back) if talk.step is Step.READ_BACK else 0
    return tuple(f"{LIMPS_ARG}{n}" for n in range(1, links + 1)) if links <= LIMPS else ()


def _args(t: Texts, talk: WhyTalk) -> tuple[str, ...]:
    """What the buttons carry: the likely answers, then the limping steps, then back and pause."""
    offered = [choice for choice in choices(talk) if _fits(t, talk, choice)]
    aside = (Choice.BACK, Choice.PAUSE)
    own = tuple(choice.value for choice in offered if choice not in aside)
    return (*own, *_limps(talk), *(choice.value for choice in offered if choice in aside))


def _buttons(t: Texts, notice: WhyQuestion) -> tuple[Button, ...]:
    """What can be pressed, at most six: then one writes "pause"."""
    talk = notice.state
    row = [*_first(t, notice), *(_button(t, notice, arg) for arg in _args(t, talk))]
    if len(row) > CARD_BUTTONS:
        del row[-1]
    return tuple(row)


def _first(t: Texts, notice: WhyQuestion) -> tuple[Button, ...]:
    """Beside the answers: to answer among several, to ask the team, to say it in one sentence."""
    talk = notice.state
    if notice.shared and talk.step in ASKS_WHY and not talk.held:
        mark = mark_of(talk.tree.text_of(talk.under))
        value = Ref("talk", notice.talk, mark, str(talk.under)).encode()
        return (Button(t.say("button-say"), WHY_SAY, value, Style.PRIMARY, opens_form=True),)
    value = Ref("talk", notice.talk, notice.version).encode()
    if talk.step is Step.READ_BACK:
        return (Button(t.say("button-sentence"), WHY_SENTENCE, value, opens_form=True),)
    if talk.step is Step.WHY and talk.at == PROBLEM and not talk.held and not notice.shared:
        return (Button(t.say("button-together"), WHY_TOGETHER, value),)
    return ()


def _fits(t: Texts, talk: WhyTalk, choice: Choice) -> bool:
    """To split is offered only where there is something to split."""
    if choice is not Choice.SPLIT:
        return True
    asked = gentle(talk.held, talk, t.language)
    return asked is not None and bool(asked.parts)


def _button(t: Texts, notice: WhyQuestion, arg: str) -> Button:
    sure = notice.state.step in {Step.READ_BACK, Step.CONFIRM} and arg == Choice.YES.value
    value = Ref("talk", notice.talk, notice.version, arg).encode()
    label = _label(t, notice.state, arg, notice.manager)
    return Button(label, WHY_ANSWER, value, Style.PRIMARY if sure else Style.DEFAULT)


def _label(t: Texts, talk: WhyTalk, arg: str, manager: str = "") -> str:
    step = talk.step
    if arg.startswith(LIMPS_ARG):
        return t.say("choice-limps", number=arg.removeprefix(LIMPS_ARG))
    if arg in _EVERYWHERE:
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
    chosen = _label(t, talk, notice.choice)
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
        Buttons((again, *side_buttons(t, notice.talk, notice.version))),
    )


def side_buttons(t: Texts, talk: str, version: int) -> tuple[Button, ...]:
    """Other ways on with a talk that rests: the team, or a colleague."""
    value = Ref("talk", talk, version).encode()
    together = Button(t.say("button-together"), WHY_TOGETHER, value)
    return together, Button(t.say("button-hand"), WHY_HAND, value, opens_form=True)


def resume_button(t: Texts, talk: str, version: int) -> Button:
    """Takes a resting talk up again."""
    value = Ref("talk", talk, version, RESUME_ARG).encode()
    return Button(t.say("button-resume"), WHY_ANSWER, value, Style.PRIMARY)
