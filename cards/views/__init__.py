"""From everything Femma can tell people to the card they see: `view()`, one case for each notice.

Views take values and return cards. They ask nobody, keep nothing and write no markup.
"""

from __future__ import annotations

from typing import assert_never

from bot.domain import notices as n
from bot.domain.people import Language
from cards.model import Card
from cards.texts import Texts, texts_for
from cards.views import ideas, letters, lines, lists, summaries, teams, telling, whys


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
