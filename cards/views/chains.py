"""What a talk about causes has come to: the chains read with "therefore", the try and its sign."""

from __future__ import annotations

from bot.domain.ideas import Whys
from bot.domain.tree import PROBLEM, Look, Why, WhyTree
from cards.model import Facts, Items, Paragraph, Part, Tone, Tree, TreeRow
from cards.texts import Texts
from cards.tree_rows import folded, numbered
from cards.views.pieces import PHRASE, ROW, phrase

# More chains than this on one card are named by their last cause.
_CHAINS = 3
_FULL_STOP = " .…"


def outcome(t: Texts, whys: Whys) -> tuple[Part, ...]:
    """Everything the author has confirmed, for the author and for the manager."""
    tree = whys.tree
    parts: list[Part] = [_facts(t, ("outcome-problem", tree.problem), ("outcome-touched", whys.touched))]
    ends = [leaf for leaf in tree.leaves() if tree.whys[leaf].evidence] or list(tree.leaves())
    for at, leaf in enumerate(ends[:_CHAINS]):
        parts.append(Paragraph(t.say("outcome-chain-other" if at else "outcome-chain"), Tone.STRONG))
        parts.append(read_back(t, tree, leaf, marked=True))
    named = [leaf for leaf in tree.leaves() if leaf not in ends[:_CHAINS]]
    if named:
        # Nobody has looked into these yet; what somebody has thought of is not to get lost.
        parts.append(Paragraph(t.say("outcome-named"), Tone.STRONG))
        parts.append(Items(tuple(said(t, tree, leaf, ROW) for leaf in named)))
    if tree.mostly_believed:
        parts.append(Paragraph(t.say("outcome-go-see")))
    if looks := tuple(_look(t, tree, number, look) for number, look in tree.looks()):
        parts.append(Paragraph(t.say("outcome-looks"), Tone.STRONG))
        parts.append(Items(looks))
    if whys.pocket:
        parts.append(Paragraph(t.say("outcome-pocket"), Tone.STRONG))
        parts.append(Items(tuple(phrase(idea, ROW) for idea in whys.pocket)))
    rest = (
        ("outcome-wording", whys.wording),
        ("outcome-trial", whys.trial),
        ("outcome-sign", whys.sign),
        ("outcome-remark", whys.remark),
    )
    if any(value for _, value in rest):
        parts.append(_facts(t, *rest))
    return tuple(parts)


def said(t: Texts, tree: WhyTree, number: int, longest: int = PHRASE) -> str:
    """The words at a number; or that somebody answered there who has not said that they may be quoted."""
    words = tree.text_of(number)
    return phrase(words, longest) if words.strip() else t.say("why-withheld")


def _facts(t: Texts, *rows: tuple[str, str]) -> Facts:
    return Facts(tuple((t.say(key), value) for key, value in rows if value))


def _look(t: Texts, tree: WhyTree, number: int, look: Look) -> str:
    """What somebody is to go and see, as one line: what, where, who and by when, as far as it was said."""
    rows = (said(t, tree, number, ROW), phrase(look.where, ROW) if look.where else "", *_goes(t, look))
    return " · ".join(row for row in rows if row)


def _goes(t: Texts, look: Look | None) -> tuple[str, ...]:
    """Who goes to see and by when, as far as it was said."""
    if look is None:
        return ()
    who = (t.say("look-who", who=phrase(look.who, ROW)),) if look.who else ()
    return (*who, t.say("look-by", day=t.day(look.by))) if look.by else who


def read_back(t: Texts, tree: WhyTree, leaf: int, marked: bool = False) -> Items:
    """The chain from the last cause up to the problem, numbered, with "therefore" between the steps.

    `marked` also says what was seen and what is believed. The word stands apart: people's own words are
    never bent to make one sentence.
    """
    steps = [_step(t, tree.whys[at], marked) for at in reversed(tree.chain(leaf))]
    links = (t.say("link-therefore", step=step) for step in steps)
    return Items((*links, phrase(tree.problem)), ordered=True)


def _step(t: Texts, why: Why, marked: bool) -> str:
    words = phrase(why.text) if why.text.strip() else t.say("why-withheld")
    text = words.rstrip(_FULL_STOP) or words
    if not marked or why.evidence is None:
        return text
    key = f"link-{why.evidence.value}"
    return t.say(f"{key}-note", text=text, note=phrase(why.note, ROW)) if why.note else t.say(key, text=text)


def picture(t: Texts, tree: WhyTree, at: int) -> Tree:
    """The whole tree with the place where we are: the number of a why, or PROBLEM."""
    rows: list[TreeRow] = []
    open_ = [PROBLEM]
    while open_:
        number = open_.pop()
        depth = 0 if number == PROBLEM else tree.depth(number)
        notes = (
            *_evidence(t, tree, number),
            *_where(t, tree.look_at(number)),
            *_goes(t, tree.look_at(number)),
        )
        text = said(t, tree, number, ROW)
        rows.append(TreeRow(text.rstrip(" .") or text if notes else text, depth, notes, number == at))
        open_.extend(reversed(tree.children(number)))
    shown = folded(numbered(rows), lambda hidden: t.say("tree-more", count=hidden))
    return Tree(shown, t.say("tree-here"))


def _evidence(t: Texts, tree: WhyTree, number: int) -> tuple[str, ...]:
    """Seen, believed or not so, and where, in a few words; nothing while nobody has said."""
    if number == PROBLEM or (evidence := tree.whys[number].evidence) is None:
        return ()
    note, key = tree.whys[number].note, f"tree-{evidence.value}"
    return (t.say(f"{key}-note", note=phrase(note, ROW)) if note else t.say(key),)


def _where(t: Texts, look: Look | None) -> tuple[str, ...]:
    """Where somebody is to look, when that was said."""
    return (t.say("why-look-where", where=phrase(look.where, ROW)),) if look and look.where.strip() else ()
