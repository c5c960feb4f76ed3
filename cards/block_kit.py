"""Cards as Slack's Block Kit: messages and the App Home. Modals are in `block_kit_form`, offered here too.

People's words go only where Slack parses nothing: plain_text objects and the text elements of rich_text
(docs.slack.dev/reference/block-kit/blocks/rich-text-block). The one mrkdwn string is the message's `text`,
and it is escaped. Nothing here talks to Slack.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, assert_never

from cards import limits
from cards.block_kit_chart import chart_block
from cards.block_kit_form import to_modal
from cards.block_kit_text import Block, paragraph, plain, quiet, rich_text, section, styled
from cards.escape import clean, label, mrkdwn, one_line, shorten
from cards.fitting import fit
from cards.limits import require
from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    Facts,
    Image,
    Items,
    Link,
    Links,
    Paragraph,
    Quote,
    Style,
    Tone,
    Tree,
)
from cards.plain_text import to_plain_text
from cards.tree_rows import Drawn, drawn

__all__ = ["SlackMessage", "action_of", "to_block_kit", "to_home", "to_modal"]


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """What chat.postMessage and chat.update take: `text` in mrkdwn (already escaped), and the blocks."""

    text: str
    blocks: list[Block]


def to_block_kit(card: Card, native_charts: bool = True) -> SlackMessage:
    """A message of at most 50 blocks and about 13,000 characters of JSON; people's words are cut to fit.

    `native_charts=False` shows charts in words only, for a workspace that refuses `data_visualization`
    (which a message may hold two of; later charts are in words too). Raises DoesNotFit.
    """
    limits.check_card(card)
    charts = limits.SLACK_CHARTS if native_charts else 0
    blocks = fit(card, lambda smaller: _blocks(smaller, charts, limits.SLACK_BLOCKS), _is_small_enough)
    require(len(blocks) <= limits.SLACK_BLOCKS, f"{len(blocks)} blocks, at most {limits.SLACK_BLOCKS}")
    return SlackMessage(_notification(card), blocks)


def to_home(card: Card) -> dict[str, Any]:
    """The view for views.publish. Charts are in words: `data_visualization` exists in messages only.

    Raises DoesNotFit. A home may have more than a message's six buttons, but at most 25 in one row.
    """
    limits.check_card(card, buttons=limits.SLACK_VIEW_BLOCKS)
    blocks = fit(card, lambda smaller: _blocks(smaller, 0, limits.SLACK_VIEW_BLOCKS), _is_small_enough)
    require(len(blocks) <= limits.SLACK_VIEW_BLOCKS, f"{len(blocks)} blocks on a home")
    return {"type": "home", "blocks": blocks}


def action_of(action_id: str) -> str:
    """The constant of `cards.actions` in a button's action_id, which has the button's place behind it."""
    action, colon, place = action_id.rpartition(":")
    return action if colon and place.isascii() and place.isdigit() else action_id


def _notification(card: Card) -> str:
    return mrkdwn(shorten(to_plain_text(card), limits.SLACK_TEXT, cost=lambda text: len(mrkdwn(text))))


def _is_small_enough(blocks: list[Block]) -> bool:
    return len(json.dumps(blocks, ensure_ascii=False)) <= limits.SLACK_BLOCKS_CHARACTERS


def _blocks(card: Card, charts: int, most: int) -> list[Block]:
    """All blocks; `charts` is how many may be drawn, the others are words."""
    blocks: list[Block] = []
    if card.title:
        blocks.append({"type": "header", "text": plain(label(card.title, limits.SLACK_HEADER))})
    place = 0
    for part in card.parts:
        match part:
            case Buttons(row):
                blocks += _actions(row, place)
                place += len(row)
            case Chart():
                if charts > 0:
                    blocks.append(chart_block(part))
                    charts -= 1
                blocks += _chart_words(part, drawn=blocks[-1]["type"] == "data_visualization")
            case _:
                blocks += _part_blocks(part)
    return blocks if len(blocks) <= most else _joined_rich_text(blocks)


def _part_blocks(part: Paragraph | Quote | Facts | Items | Image | Links | Tree) -> list[Block]:
    match part:
        case Paragraph(text, Tone.QUIET):
            return [quiet(text)]
        case Paragraph(text, tone):
            return [paragraph(text, bold=tone is Tone.STRONG)]
        case Quote(text, by):
            return [rich_text(_quote(text, by))]
        case Facts(rows):
            return [rich_text(_facts(rows))] if rows else []
        case Items():
            return [rich_text(*_lists(part))] if part.rows else []
        case Tree():
            return [rich_text(*_tree(part))]
        case Image(url, alt):
            require(len(url) <= limits.SLACK_URL, "the address of a picture is too long")
            return [{"type": "image", "image_url": url, "alt_text": shorten(clean(alt), limits.SLACK_ALT)}]
        case Links(links, note):
            return [rich_text(_links(links)), *([quiet(note)] if note else [])]
        case _:
            assert_never(part)


def _chart_words(chart: Chart, drawn: bool) -> list[Block]:
    """What the bars say. The title stands with it only when no chart above has it."""
    if drawn:
        return [quiet(chart.text)]
    title = styled(label(chart.title, limits.SLACK_HEADER) + "\n", bold=True)
    return [rich_text(section(title, styled(clean(chart.text))))]


def _links(links: tuple[Link, ...]) -> Block:
    rows = [(_link(link), styled("\n")) for link in links]
    return section(*[element for row in rows for element in row][:-1])


def _link(link: Link) -> Block:
    """A link in the text: a button with an address would also be sent to Femma as a press."""
    words = label(link.label, limits.SLACK_BUTTON)
    if not link.leads:
        return styled(words)
    require(len(link.url) <= limits.SLACK_URL, "the address of a link is too long")
    return {"type": "link", "url": link.url, "text": words, "style": {"bold": True}}


def _quote(text: str, by: str) -> Block:
    elements = [styled(clean(text))]
    if by:
        elements.append(styled(f"\n– {label(by, limits.NAME)}", italic=True))
    return {"type": "rich_text_quote", "elements": elements}


def _facts(rows: tuple[tuple[str, str], ...]) -> Block:
    elements: list[Block] = []
    for name, value in rows:
        start = "\n" if elements else ""
        elements.append(styled(f"{start}{label(name, limits.NAME)}: ", bold=True))
        elements.append(styled(one_line(value)))
    return section(*elements)


def _lists(items: Items) -> Iterator[Block]:
    """One rich_text_list for each run of rows with the same indent; numbers go on through `offset`."""
    indents = items.indents or (0,) * len(items.rows)
    for indent, run in groupby(enumerate(items.rows), key=lambda numbered: indents[numbered[0]]):
        rows = list(run)
        drawn: Block = {
            "type": "rich_text_list",
            "style": "ordered" if items.ordered else "bullet",
            "indent": indent,
            "elements": [section(styled(one_line(row))) for _, row in rows],
        }
        if items.ordered and rows[0][0] > 0:
            drawn["offset"] = rows[0][0]
        yield drawn


def _tree(tree: Tree) -> Iterator[Block]:
    """The problem as a line, and below it a rich_text_list for each run of rows with the same indent."""
    for indent, run in groupby(drawn(tree), key=lambda row: row.indent):
        rows = [section(*_row(row)) for row in run]
        if indent == 0:
            yield from rows
        else:
            yield {"type": "rich_text_list", "style": "bullet", "indent": indent - 1, "elements": rows}


def _row(row: Drawn) -> Iterator[Block]:
    """The open branch has bold numbers, and where we are is said in words."""
    if row.number:
        yield styled(f"{row.number} ", bold=row.open)
    yield styled(row.text, bold=bool(row.here))
    if row.notes:
        yield styled(row.notes, italic=True)
    if row.here:
        yield styled(row.here, bold=True)


def _actions(row: tuple[Button, ...], place: int) -> list[Block]:
    require(len(row) <= 25, f"{len(row)} buttons in one row")
    if not row:
        return []
    return [{"type": "actions", "elements": [_button(button, place + at) for at, button in enumerate(row)]}]


def _button(button: Button, place: int) -> Block:
    action_id = f"{button.action}:{place}"
    require(len(action_id) <= limits.SLACK_ID, "the action of a button is too long")
    require(len(button.value) <= limits.SLACK_BUTTON_VALUE, "the value of a button is too long")
    drawn: Block = {
        "type": "button",
        "action_id": action_id,
        "text": plain(label(button.label, limits.SLACK_BUTTON)),
        "value": button.value,
    }
    if button.style is not Style.DEFAULT:
        drawn["style"] = button.style.value
    return drawn


def _joined_rich_text(blocks: list[Block]) -> list[Block]:
    """Neighbouring rich_text blocks as one: closer together, but fewer."""
    joined: list[Block] = []
    for block in blocks:
        if joined and block["type"] == joined[-1]["type"] == "rich_text":
            joined[-1] = rich_text(*joined[-1]["elements"], *block["elements"])
        else:
            joined.append(block)
    return joined
