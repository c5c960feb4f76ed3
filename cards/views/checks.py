"""How it goes with a try: the question to whoever tries it, its answer, and the letter to the others."""

from __future__ import annotations

from bot.domain.attempts import ANSWERS, Attempt, Check, Outcome
from bot.domain.ideas import Idea
from bot.domain.notices import CheckAnswered, CheckQuestion, Progress
from cards.actions import CHECK_ANSWER, CHECK_WORDS, IDEA_EFFECT, Ref
from cards.escape import shorten
from cards.model import Button, Buttons, Card, Paragraph, Part, Quote, Tone
from cards.texts import Texts
from cards.views.pieces import QUOTE, card, idea_button, numbered, who_first
from cards.views.standing import facts

# These are said with one press; the others need a word or a day.
_WITHOUT_WORDS = frozenset({Outcome.STARTED, Outcome.KEEP, Outcome.STANDARD})
_GAVE_UP = frozenset({Outcome.STOP, Outcome.STOPPED})
_HOLDS = frozenset({Outcome.KEEP, Outcome.STANDARD})


def check_question(t: Texts, notice: CheckQuestion) -> Card:
    """What was expected, what held at the start, and one question. No answer is the better one."""
    idea, attempt = notice.idea, notice.idea.attempt
    check = attempt.asks if attempt else Check.BEGUN
    answers = tuple(_answer(t, idea, outcome) for outcome in ANSWERS[check])
    return card(
        t,
        numbered(t, idea.number, t.say("check-title")),
        Paragraph(t.say("check-about"), Tone.QUIET),
        Quote(shorten(idea.text, QUOTE)),
        *(_expected(t, attempt) if attempt else ()),
        Paragraph(t.say(f"check-{check.value}"), Tone.STRONG),
        Paragraph(t.say(f"check-{check.value}-hint"), Tone.QUIET),
        Buttons((*answers, *_effect(t, idea, check))),
    )


def _expected(t: Texts, attempt: Attempt) -> tuple[Part, ...]:
    return facts(
        t,
        ("label-trial", attempt.what),
        ("label-until", t.day(attempt.until) if attempt.asks is Check.BEGUN else ""),
        ("label-sign", attempt.sign),
        ("label-figure", attempt.figure),
        ("label-figure-after", attempt.figure_after),
        ("label-hindrance", attempt.hindrance),
    )


def _answers(idea: Idea, outcome: Outcome) -> str:
    """The check is named with its answer: an old button cannot answer the next one."""
    check = idea.attempt.asks if idea.attempt else Check.BEGUN
    return f"{check.value}:{outcome.value}"


def _answer(t: Texts, idea: Idea, outcome: Outcome) -> Button:
    value = Ref("idea", idea.id, idea.version, _answers(idea, outcome)).encode()
    label = t.say(f"check-answer-{outcome.value}")
    if outcome in _WITHOUT_WORDS:
        return Button(label, CHECK_ANSWER, value)
    return Button(label, CHECK_WORDS, value, opens_form=True)


def _effect(t: Texts, idea: Idea, check: Check) -> tuple[Button, ...]:
    """A figure can be told as soon as something was done."""
    if check not in {Check.MONTH, Check.QUARTER}:
        return ()
    return (idea_button(t, idea, "button-effect", IDEA_EFFECT, opens_form=True),)


def check_answered(t: Texts, notice: CheckAnswered) -> Card:
    """The question that was answered, and how."""
    choice = t.say(f"check-answer-{notice.outcome.value}")
    return card(
        t,
        numbered(t, notice.number, t.say("check-title")),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say(f"check-{notice.check.value}"), Tone.QUIET),
        Paragraph(t.say("check-answered", choice=choice), Tone.STRONG),
        Quote(shorten(notice.words, QUOTE)) if notice.words.strip() else None,
        # Whoever answers gets no letter about it: the thanks for a new way of working stand here.
        Paragraph(t.say("check-answered-standard")) if notice.outcome is Outcome.STANDARD else None,
    )


def progress(t: Texts, notice: Progress) -> Card:
    """What became of it. To give something up is a result too: what was learnt is thanked for."""
    outcome, by = notice.outcome, who_first(t, notice.by)
    key = f"progress-{Outcome.STOP.value if outcome in _GAVE_UP else outcome.value}"
    return card(
        t,
        numbered(t, notice.number, t.say(f"{key}-title")),
        Paragraph(t.say(f"{key}-text", by=by)),
        Quote(shorten(notice.words, QUOTE)) if notice.words.strip() else None,
        *facts(
            t,
            ("label-sign", notice.sign),
            ("label-figure", notice.figure),
            ("label-figure-after", notice.figure_after),
        ),
        *_thanks(t, notice),
        Quote(shorten(notice.text, QUOTE)),
        Paragraph(t.say("next-look", day=t.day(notice.day)), Tone.QUIET) if notice.day else None,
    )


def _thanks(t: Texts, notice: Progress) -> tuple[Part, ...]:
    """The author's eyes are thanked for what came of them; the others are reminded what it is about."""
    about = Paragraph(t.say("progress-about"), Tone.QUIET)
    if notice.outcome in _GAVE_UP:
        return Paragraph(t.say("progress-thanks-learnt")), about
    if notice.outcome in _HOLDS:
        return (Paragraph(t.say("progress-thanks-you" if notice.to_author else "progress-thanks")),)
    return (about,)
