"""The way back through a talk about causes: the question before, with what had been answered there."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.domain.tree import PROBLEM
from bot.domain.whys import Ask, Effect, Lead, Step, WhyTalk


def back(talk: WhyTalk) -> tuple[WhyTalk, tuple[Effect, ...]]:
    """The question before; what had been answered there comes along to be worded again."""
    if talk.held:
        # The words that one more question was asked about are worded again.
        return replace(talk, held="", held_by="", draft=talk.held), (Ask(),)
    tree = talk.tree
    match talk.step:
        case Step.PROBLEM:
            return talk, (Ask(Lead.AT_START),)
        case Step.TOUCHED:
            return _to(talk, Step.PROBLEM, draft=tree.problem)
        case Step.WHY if talk.at == PROBLEM:
            return _to(talk, Step.TOUCHED, draft=talk.touched)
        case Step.WHY | Step.MORE:
            return _to(replace(talk, tree=tree.marked(talk.at, None)), Step.EVIDENCE)
        case Step.EVIDENCE:
            return _take_back(talk)
        case Step.LOOK:
            return _to(talk, Step.WHY if talk.unknown else Step.EVIDENCE)
        case Step.LOOK_WHO:
            return _to(talk, Step.LOOK, draft=talk.look_where)
        case Step.LOOK_WHEN:
            return _to(talk, Step.LOOK_WHO, draft=talk.look_who)
        case Step.MORE_WHAT:
            return _to(talk, Step.MORE)
        case Step.ENOUGH:
            return _to(talk, Step.WHY)
        case Step.READ_BACK:
            return _to(replace(talk, at=talk.root, wording=talk.wording or talk.draft), Step.ENOUGH)
        case Step.MEND:
            return _to(talk, Step.READ_BACK)
        case Step.OTHER:
            return _to_read_back(talk)
        case Step.TRY:
            return _before_try(talk)
        case Step.NOTICE:
            return _to(talk, Step.TRY, draft=talk.trial)
        case Step.CONFIRM:
            return _to(talk, Step.NOTICE, draft=talk.sign) if talk.trial else _to(talk, Step.TRY)
        case Step.CLOSED:
            return talk, ()
        case _:
            assert_never(talk.step)


def _to(talk: WhyTalk, step: Step, draft: str = "") -> tuple[WhyTalk, tuple[Effect, ...]]:
    return replace(talk, step=step, draft=draft, eased=False), (Ask(),)


def _before_try(talk: WhyTalk) -> tuple[WhyTalk, tuple[Effect, ...]]:
    if talk.short:
        return _to(talk, Step.PROBLEM, draft=talk.tree.problem)
    if talk.root != PROBLEM:
        return _to_read_back(replace(talk, at=talk.root))
    # Nobody knew why: whoever was to look need not, if it is told now after all.
    return _to(replace(talk, at=PROBLEM, tree=talk.tree.with_look(PROBLEM, None)), Step.WHY)


def _to_read_back(talk: WhyTalk) -> tuple[WhyTalk, tuple[Effect, ...]]:
    return _to(replace(talk, others=talk.others[:-1], wording=""), Step.READ_BACK, draft=talk.wording)


def _take_back(talk: WhyTalk) -> tuple[WhyTalk, tuple[Effect, ...]]:
    """The answer at `at` is worded again: it leaves the tree and waits as a draft."""
    words = talk.tree.text_of(talk.at)
    branch = talk.tree.newest_leaf_below(talk.at)
    if branch != talk.at:
        # Another branch still hangs here: that one comes first on the way back.
        return _to(replace(talk, at=branch), Step.WHY)
    gone = talk.at
    tree, parent = talk.tree.without(gone)
    root = PROBLEM if talk.root == gone else talk.root - (talk.root > gone)
    others = tuple(other - (other > gone) for other in talk.others if other != gone)
    moved = replace(talk, tree=tree, at=parent, root=root, others=others)
    return _to(moved, Step.WHY, draft=words)
