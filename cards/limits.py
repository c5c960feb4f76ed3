"""What a card and a form may hold: the platforms' documented limits as numbers, and the check of our own.

Nothing here draws. Lengths are in characters (code points) unless a name says otherwise. Slack's come from
docs.slack.dev/reference/block-kit, Teams' from learn.microsoft.com/microsoftteams (cards and limits).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite

from cards.model import Buttons, Card, Chart, Facts, Form, Image, Items, Links, Part, Select, Tree

# Our own, the same everywhere, so that a card that works on one platform works on all.
CARD_BUTTONS = 6
FACT_ROWS = 10
CHART_CATEGORIES = 20
CHART_SERIES = 6
DEEPEST_INDENT = 3
# A tree: three branches of seven and the problem. Deeper rows are told apart by their number: on a phone a
# fifth step to the right leaves no room for words.
TREE_ROWS = 22
TREE_INDENT = 4
# Of "you are here", which stands behind a row.
TREE_HERE = 40
# Of a person, or of the label of a fact, where the room is small.
NAME = 100

# Slack
SLACK_BLOCKS = 50
SLACK_VIEW_BLOCKS = 100
# Undocumented: about 13,200 is where `msg_blocks_too_long` begins. We count the whole JSON, which is more.
SLACK_BLOCKS_CHARACTERS = 13_000
SLACK_TEXT = 4_000
SLACK_HEADER = 150
SLACK_SECTION = 3_000
SLACK_CONTEXT = 2_000
SLACK_ALT = 2_000
SLACK_URL = 3_000
SLACK_BUTTON = 75
SLACK_BUTTON_VALUE = 2_000
SLACK_ID = 255
SLACK_MODAL_WORD = 24
SLACK_PRIVATE_METADATA = 3_000
SLACK_INPUT_LABEL = 2_000
SLACK_INPUT_TEXT = 3_000
SLACK_OPTION = 75
SLACK_OPTIONS = 100
SLACK_CHARTS = 2
SLACK_CHART_TITLE = 50
SLACK_CHART_LABEL = 20
SLACK_CHART_AXIS = 50

# Teams
# 28 KB for the message as bytes of JSON; the rest is for the activity around the card.
TEAMS_CARD_BYTES = 26_000
TEAMS_TITLE = 150
TEAMS_BUTTON = 75
# A dialog comes as the answer to a request and not as a message; a field of 3,000 characters must fit, and
# a letter outside ASCII is six bytes there, one outside the basic plane twelve.
TEAMS_FORM_BYTES = 60_000
# The words for screen readers and old clients; there are two such texts in a card.
TEAMS_ALTERNATIVE_BYTES = 4_000
TEAMS_LABEL = 200
TEAMS_HINT = 500


class DoesNotFit(ValueError):
    """A part cannot be shown on a platform, however much its texts are shortened."""


def require(holds: bool, what: str) -> None:
    """Raises DoesNotFit with `what` (our own words, never a user's text) unless `holds`."""
    if not holds:
        raise DoesNotFit(what)


def check_card(card: Card, buttons: int = CARD_BUTTONS, own_pictures: bool = False) -> None:
    """Raises DoesNotFit when the card is more than the model promises; `buttons` is how many it may have.

    `own_pictures`: shown on a page of ours, where a picture may stand under a path of the same host.
    """
    count = sum(len(part.row) for part in card.parts if isinstance(part, Buttons))
    count += sum(len(part.links) for part in card.parts if isinstance(part, Links))
    require(count <= buttons, f"{count} buttons, at most {buttons}")
    for part in card.parts:
        if own_pictures and isinstance(part, Image) and re.match(r"/[a-z]", part.url):
            continue
        for problem in _problems(part):
            raise DoesNotFit(problem)


def check_form(form: Form) -> None:
    """Raises DoesNotFit when two inputs share a name or a choice has nothing to choose."""
    names = [entry.name for entry in form.inputs]
    require(len(set(names)) == len(names), "two inputs with one name")
    require(all(names), "an input without a name")
    for entry in form.inputs:
        if isinstance(entry, Select):
            require(bool(entry.options), f"{entry.name} has no options")
            values = [option.value for option in entry.options]
            require(len(set(values)) == len(values), f"{entry.name} has two options with one value")


def _problems(part: Part) -> Iterator[str]:
    match part:
        case Facts(rows) if len(rows) > FACT_ROWS:
            yield f"{len(rows)} facts, at most {FACT_ROWS}"
        case Items(rows, _, indents) if indents:
            if len(indents) != len(rows):
                yield "a list needs one indent for each row"
            elif not all(0 <= indent <= DEEPEST_INDENT for indent in indents):
                yield f"an indent is 0 to {DEEPEST_INDENT}"
        case Tree():
            yield from _tree_problems(part)
        case Chart():
            yield from _chart_problems(part)
        case Image(url) if not url.startswith(("https://", "http://")):
            yield "the address of a picture is http or https"
        case _:
            return


def _tree_problems(tree: Tree) -> Iterator[str]:
    if not 1 <= len(tree.rows) <= TREE_ROWS:
        yield f"{len(tree.rows)} rows in a tree, 1 to {TREE_ROWS}"
    if [at for at, row in enumerate(tree.rows) if row.depth <= 0] != [0] or tree.rows[0].depth < 0:
        yield "a tree has the problem at depth 0 and all else below it"
    here = sum(row.here for row in tree.rows)
    if here > 1 or (here and not tree.here.strip()):
        yield "we are in one place of a tree, and it is said in words"


def _chart_problems(chart: Chart) -> Iterator[str]:
    if not 1 <= len(chart.categories) <= CHART_CATEGORIES:
        yield f"{len(chart.categories)} categories, 1 to {CHART_CATEGORIES}"
    if not 1 <= len(chart.series) <= CHART_SERIES:
        yield f"{len(chart.series)} series, 1 to {CHART_SERIES}"
    if any(len(series.values) != len(chart.categories) for series in chart.series):
        yield "every series has one value for each category"
    if not all(isfinite(value) for series in chart.series for value in series.values):
        yield "a value of a chart is a finite number"
    if not chart.text.strip():
        yield "a chart needs its words"


def number(value: float) -> float | int:
    """A chart's value as a number of JSON: a whole one without decimals, so that 3 is not shown as 3.0."""
    return int(value) if value == int(value) else value
