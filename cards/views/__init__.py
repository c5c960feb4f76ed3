"""From everything Femma can tell people to the card they see: `view()`, one case for each notice.

Views take values and return cards. They ask nobody, keep nothing and write no markup.
"""

from __future__ import annotations

from typing import assert_never

from bot.domain import notices as n
from bot.domain.people import Language
from bot.domain.talk_notices import (
    HandAnswered,
    HandAsked,
    LookAnswered,
    LookDue,
    QuoteAnswered,
    QuoteAsked,
    TalkWaits,
)
from cards.model import Card
from cards.texts import Texts, texts_for
from cards.views import (
    alike,
    checks,
    colleagues,
    elsewhere,
    gains,
    ideas,
    letters,
    lines,
    lists,
    moves,
    nudges,
    papers,
    summaries,
    talks,
    teams,
    telling,
    wastes,
    whys,
)


def view(notice: n.Notice, language: Language) -> Card:
    """The card of a notice in a language. Raises MissingText only when a catalogue lacks a text."""
    t = texts_for(language)
    match notice:
        case n.Welcome() | n.Help() | n.KindQuestion() | n.KindAnswered() | n.FiledInChannel():
            return _telling(t, notice)
        case n.TeamQuestion() | n.TeamAnswered() | n.DraftDropped():
            return _choosing(t, notice)
        case n.AuthorCard():
            return ideas.author_card(t, notice)
        case n.ManagerCard():
            return ideas.manager_card(t, notice)
        case n.Acknowledged() | n.Asked() | n.TurnedDown() | n.ReplyCame() | n.WhysCame() | n.WhysSent():
            return _letter(t, notice)
        case n.WhyQuestion():
            return whys.why_question(t, notice)
        case n.WhyAnswered():
            return whys.why_answered(t, notice)
        case n.TalkRests():
            return whys.talk_rests(t, notice)
        case n.Door():
            return elsewhere.door(t, notice)
        case TalkWaits() | LookDue() | LookAnswered():
            return _waiting(t, notice)
        case HandAsked() | HandAnswered() | QuoteAsked() | QuoteAnswered():
            return _among(t, notice)
        case n.ShortLine():
            return lines.short_line(t, notice)
        case n.Sorry():
            return lines.sorry(t, notice)
        case n.MyIdeas():
            return lists.my_ideas(t, notice)
        case n.WaitingForMe():
            return lists.waiting_for_me(t, notice)
        case n.Home():
            return lists.home(t, notice)
        case n.Hello():
            return teams.hello(t, notice)
        case n.TeamIsSet():
            return teams.team_is_set(t, notice)
        case n.WeeklySummary():
            return summaries.weekly_summary(t, notice)
        case n.ColleagueCard():
            return colleagues.colleague_card(t, notice)
        case n.Decided() | n.PassedTo() | n.CameBack() | n.JustDone():
            return _move(t, notice)
        case n.CheckQuestion() | n.CheckAnswered() | n.Progress():
            return _check(t, notice)
        case n.Nudges():
            return nudges.nudges(t, notice)
        case n.PromiseShare():
            return nudges.promise_share(t, notice)
        case n.SimilarQuestion() | n.SimilarAnswered() | n.VoiceCame() | n.Found():
            return _alike(t, notice)
        case n.StillKeen() | n.KeenAnswered() | n.Merged() | n.WasMerged():
            return _twin(t, notice)
        case n.Gains():
            return gains.gains(t, notice)
        case n.A3Page():
            return papers.a3_page(t, notice)
        case n.WasteQuestion():
            return wastes.waste_question(t, notice)
        case n.WasteAnswered():
            return wastes.waste_answered(t, notice)
        case _:
            assert_never(notice)


def _telling(
    t: Texts, notice: n.Welcome | n.Help | n.KindQuestion | n.KindAnswered | n.FiledInChannel
) -> Card:
    match notice:
        case n.Welcome():
            return telling.welcome(t, notice)
        case n.Help():
            return telling.help_(t, notice)
        case n.KindQuestion():
            return telling.kind_question(t, notice)
        case n.KindAnswered():
            return telling.kind_answered(t, notice)
        case n.FiledInChannel():
            return telling.filed_in_channel(t, notice)
        case _:
            assert_never(notice)


def _choosing(t: Texts, notice: n.TeamQuestion | n.TeamAnswered | n.DraftDropped) -> Card:
    match notice:
        case n.TeamQuestion():
            return telling.team_question(t, notice)
        case n.TeamAnswered():
            return telling.team_answered(t, notice)
        case n.DraftDropped():
            return telling.draft_dropped(t, notice)
        case _:
            assert_never(notice)


def _letter(
    t: Texts, notice: n.Acknowledged | n.Asked | n.TurnedDown | n.ReplyCame | n.WhysCame | n.WhysSent
) -> Card:
    match notice:
        case n.Acknowledged():
            return letters.acknowledged(t, notice)
        case n.Asked():
            return letters.asked(t, notice)
        case n.TurnedDown():
            return letters.turned_down(t, notice)
        case n.ReplyCame():
            return letters.reply_came(t, notice)
        case n.WhysCame():
            return letters.whys_came(t, notice)
        case n.WhysSent():
            return letters.whys_sent(t, notice)
        case _:
            assert_never(notice)


def _move(t: Texts, notice: n.Decided | n.PassedTo | n.CameBack | n.JustDone) -> Card:
    match notice:
        case n.Decided():
            return moves.decided(t, notice)
        case n.PassedTo():
            return moves.passed_to(t, notice)
        case n.CameBack():
            return moves.came_back(t, notice)
        case n.JustDone():
            return moves.just_done(t, notice)
        case _:
            assert_never(notice)


def _check(t: Texts, notice: n.CheckQuestion | n.CheckAnswered | n.Progress) -> Card:
    match notice:
        case n.CheckQuestion():
            return checks.check_question(t, notice)
        case n.CheckAnswered():
            return checks.check_answered(t, notice)
        case n.Progress():
            return checks.progress(t, notice)
        case _:
            assert_never(notice)


def _alike(t: Texts, notice: n.SimilarQuestion | n.SimilarAnswered | n.VoiceCame | n.Found) -> Card:
    match notice:
        case n.SimilarQuestion():
            return alike.similar_question(t, notice)
        case n.SimilarAnswered():
            return alike.similar_answered(t, notice)
        case n.VoiceCame():
            return alike.voice_came(t, notice)
        case n.Found():
            return alike.found(t, notice)
        case _:
            assert_never(notice)


def _twin(t: Texts, notice: n.StillKeen | n.KeenAnswered | n.Merged | n.WasMerged) -> Card:
    match notice:
        case n.StillKeen():
            return alike.still_keen(t, notice)
        case n.KeenAnswered():
            return alike.keen_answered(t, notice)
        case n.Merged():
            return alike.merged(t, notice)
        case n.WasMerged():
            return alike.was_merged(t, notice)
        case _:
            assert_never(notice)


def _waiting(t: Texts, notice: TalkWaits | LookDue | LookAnswered) -> Card:
    match notice:
        case TalkWaits():
            return talks.talk_waits(t, notice)
        case LookDue():
            return talks.look_due(t, notice)
        case LookAnswered():
            return talks.look_answered(t, notice)
        case _:
            assert_never(notice)


def _among(t: Texts, notice: HandAsked | HandAnswered | QuoteAsked | QuoteAnswered) -> Card:
    match notice:
        case HandAsked():
            return talks.hand_asked(t, notice)
        case HandAnswered():
            return talks.hand_answered(t, notice)
        case QuoteAsked():
            return talks.quote_asked(t, notice)
        case QuoteAnswered():
            return talks.quote_answered(t, notice)
        case _:
            assert_never(notice)
