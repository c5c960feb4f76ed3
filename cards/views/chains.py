"""What a talk about causes has come to: the chains read with "therefore", the try and its sign."""

from __future__ import annotations

from bot.domain.ideas import Whys
from bot.domain.tree import PROBLEM, Look, Why, WhyTree
from cards.model import Facts, Items, Paragraph, Part, Tone
from cards.texts import Texts
from cards.views.pieces import PHRASE, ROW, phrase

# More chains than this on one card are named by their last cause.
_CHAINS = 3
_DEEPEST = 3
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
    rows = [said(t, tree, number, ROW), phrase(look.where, ROW) if look.where else ""]
    if look.who:
        rows.append(t.say("look-who", who=phrase(look.who, ROW)))
    if look.by is not None:
        rows.append(t.say("look-by", day=t.day(look.by)))
    return " · ".join(row for row in rows if row)


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


def way_down(tree: WhyTree, at: int) -> Items:
    """A small picture: the problem, and below it the chain down to where the talk is."""
    chain = (PROBLEM, *tree.chain(at))
    rows = tuple(phrase(tree.text_of(number), ROW) for number in chain)
    return Items(rows, indents=tuple(min(depth, _DEEPEST) for depth in range(len(rows))))


def whole_tree(tree: WhyTree) -> Items:
    """A picture of all branches, each why below what it explains."""
    rows: list[tuple[str, int]] = []
    open_ = [PROBLEM]
    while open_:
        number = open_.pop()
        rows.append((phrase(tree.text_of(number), ROW), 0 if number == PROBLEM else tree.depth(number)))
        open_.extend(reversed(tree.children(number)))
    return Items(tuple(text for text, _ in rows), indents=tuple(min(depth, _DEEPEST) for _, depth in rows))
