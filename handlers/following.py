"""What is asked when the date of a try has come, and what becomes of the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.attempts import Check, Outcome
from bot.domain.errors import No, Refusal
from bot.domain.ideas import UNDER_WAY, Idea, Stage
from bot.domain.letters import Letter, Reminder, Way
from bot.domain.notices import CameBack, CheckAnswered, CheckQuestion, ManagerCard, Progress
from bot.domain.people import Address, Person, Team
from bot.domain.promises import answer_by, local_day, working_day_after, working_moment
from cards.actions import Ref
from handlers import dates
from handlers.answering import idea_and_team, idea_of, keep
from handlers.turn import Turn

# Nobody answered: the manager is asked after so many working days, and then now and then again.
_ASK_MANAGER_AFTER = 3
_ASK_AGAIN_AFTER = 10


async def run(turn: Turn, idea_id: str) -> None:
    """The date of an idea has come: a check is asked, or a resting one comes back."""
    idea, team = await idea_and_team(turn, idea_id)
    if idea is None or team is None or not idea.is_open or idea.is_undecided:
        return
    if not dates.is_working_time(turn, team):
        due = working_moment(turn.now, team.rule.zone, team.promise, turn.calendar)
        name = dates.CHECK + idea.id
        await turn.work.remind(Reminder(name, turn.tenant, due, name))
        return
    if idea.stage is Stage.RESTING:
        await _come_back(turn, idea, team)
    else:
        await _ask(turn, idea, team)


async def _come_back(turn: Turn, idea: Idea, team: Team) -> None:
    day = answer_by(turn.now, team, turn.calendar)
    saved = await keep(turn, idea.woke(day), team, idea.author, "came back")
    names = await turn.names(saved, team)
    author = await turn.work.person(turn.tenant, saved.author)
    await turn.tell(author, CameBack(saved.number, saved.text, day, to_author=True, manager=names.manager))
    owing, _ = await dates.owing(turn, saved, team)
    if owing is not None:
        await turn.tell(owing, CameBack(saved.number, saved.text, day, to_author=False))
        await turn.tell(owing, ManagerCard(saved, names), subject=saved.id)


async def _ask(turn: Turn, idea: Idea, team: Team) -> None:
    if idea.attempt is None:
        raise LookupError(f"nothing is tried in {idea.id}")
    doing = await turn.work.person(turn.tenant, idea.attempt.who)
    is_there = doing is not None and doing.home is not None and not doing.left
    owing, _ = await dates.owing(turn, idea, team)
    reader = doing if is_there and not idea.attempt.asked else owing or doing
    wait = _ASK_AGAIN_AFTER if idea.attempt.asked or not is_there else _ASK_MANAGER_AFTER
    today = local_day(turn.now, team.rule.zone)
    again = working_day_after(today, wait, team.rule.zone, turn.calendar)
    saved = await keep(turn, idea.check_asked(again), team, idea.author, "check asked")
    await turn.tell(reader, CheckQuestion(saved, await turn.names(saved, team)), subject=saved.id)


def asked(ref: Ref) -> tuple[Check, Outcome]:
    """What a button or form answers: it names the check, so that an old one cannot answer the next.

    Raises Refusal.
    """
    check, _, outcome = ref.arg.partition(":")
    try:
        return Check(check), Outcome(outcome)
    except ValueError:
        raise Refusal(No.OLD_BUTTON) from None


async def answered(
    turn: Turn,
    person: Person,
    idea_id: str,
    check: Check,
    outcome: Outcome,
    *,
    words: str = "",
    figure: str = "",
    until: date | None = None,
    where: Address | None = None,
    message: str = "",
) -> None:
    """The answer to a check, by a press or a form. Raises Refusal."""
    idea, team = await idea_of(turn, idea_id)
    attempt = idea.attempt
    if not idea.is_tried_by(person.id, team):
        raise Refusal(No.NOT_YOURS)
    if attempt is None or idea.stage not in UNDER_WAY or attempt.asks is not check:
        raise Refusal(No.ALREADY)
    today = local_day(turn.now, team.rule.zone)
    moved = idea.checked(person.id, team, outcome, today, words=words, figure=figure, until=until)
    saved = await keep(turn, moved, team, person.id, f"check {outcome.value}")
    resolved = CheckAnswered(saved.number, saved.text, attempt.asks, outcome, words)
    standing = await _resolve(turn, saved, team, resolved)
    if where is not None and message not in standing:
        await turn.replace(where, message, turn.language_of(person), resolved)
    told = Progress(
        saved.number,
        saved.text,
        person.name,
        attempt.asks,
        outcome,
        words.strip(),
        attempt.figure,
        figure.strip(),
        attempt.sign,
        saved.answer_by,
    )
    await tell_all(turn, saved, team, person, told)


async def _resolve(turn: Turn, idea: Idea, team: Team, resolved: CheckAnswered) -> frozenset[str]:
    """The question turns into its answer wherever it stands, once each; the messages where it stood.

    Whoever has nothing to do with the try any more sees that it was answered, and not in which words.
    """
    cards = await turn.work.shown(turn.tenant, idea.id)
    asking = [card for card in cards if card.view == CheckQuestion.__name__]
    for card in asking:
        notice = resolved if idea.is_tried_by(card.person, team) else replace(resolved, words="")
        key = f"checked:{card.id}"
        edit = Letter(key, turn.tenant, card.to, card.language, notice, way=Way.EDIT, message=card.message)
        await turn.work.send(edit)
    return frozenset(card.message for card in asking)


async def tell_all(turn: Turn, idea: Idea, team: Team, person: Person, told: Progress) -> None:
    """Author, whoever answers and followers hear of it, but not whoever said it; a hidden name stays out."""
    owing, _ = await dates.owing(turn, idea, team)
    hears = [idea.author, owing.id if owing else "", *await turn.work.followers(turn.tenant, idea.id)]
    is_hidden = idea.hidden and person.id == idea.author
    for reader in dict.fromkeys(hears):
        known = await turn.work.person(turn.tenant, reader) if reader and reader != person.id else None
        if known is None or known.left:
            continue
        knows_name = not is_hidden or (owing is not None and reader == owing.id)
        by = told.by if knows_name else ""
        await turn.tell(known, replace(told, by=by, to_author=reader == idea.author))
