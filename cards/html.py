"""Cards and forms as HTML for the playground: fragments without script or style, classes as hooks.

Every string is escaped, in text and in attributes. Colour never says anything that words do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import assert_never

from cards import limits
from cards.day_field import day_of
from cards.escape import as_typed, clean, label, one_line
from cards.escape import html as esc
from cards.html_chart import chart_figure
from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    DateInput,
    Facts,
    Form,
    Image,
    Input,
    Items,
    Link,
    Links,
    Paragraph,
    Part,
    PersonPick,
    Quote,
    Select,
    TextInput,
    Tone,
    Tree,
)
from cards.plain_text import item_lines
from cards.tree_rows import Drawn, drawn

_NO_ERRORS: Mapping[str, str] = MappingProxyType({})


def to_html(card: Card) -> str:
    """One `<article class="card">`. Nothing is shortened. Raises DoesNotFit as the other platforms do."""
    limits.check_card(card, buttons=limits.SLACK_VIEW_BLOCKS, own_pictures=True)
    body = "".join(_part(part, card.language) for part in card.parts)
    title = f'<h3 dir="auto">{esc(one_line(card.title))}</h3>' if card.title else ""
    return f'<article class="card" lang="{esc(card.language)}">{title}{body}</article>'


def form_to_html(
    form: Form, people: Sequence[tuple[str, str]] = (), errors: Mapping[str, str] = _NO_ERRORS
) -> str:
    """One `<form>`; `people` are (person id, name) to pick from, `errors` a sentence per input name.

    Errors that belong to no input stand above them all. Raises DoesNotFit.
    """
    limits.check_form(form)
    names = {entry.name for entry in form.inputs}
    loose = "".join(_error(text) for name, text in errors.items() if name not in names)
    intro = _lines("p", form.intro, "intro") if form.intro else ""
    inputs = "".join(_input(form, entry, people, errors.get(entry.name, "")) for entry in form.inputs)
    return (
        f'<form data-form="{esc(form.name)}" data-value="{esc(form.value)}" lang="{esc(form.language)}"'
        # A browser's own complaint is in the browser's language, and says no next step: ours comes instead.
        " novalidate>"
        f'<h3 dir="auto">{esc(one_line(form.title))}</h3>{intro}{loose}{inputs}'
        f'<div class="actions"><button type="submit" class="primary">{esc(one_line(form.submit))}</button>'
        f'<button type="button" class="default" data-cancel>{esc(one_line(form.cancel))}</button>'
        "</div></form>"
    )


def _part(part: Part, language: str) -> str:
    match part:
        case Paragraph(text, tone):
            return _lines("p", text, "" if tone is Tone.NORMAL else tone.value)
        case Quote(text, by):
            return _quote(text, by)
        case Facts(rows):
            return _facts(rows)
        case Items():
            return "".join(_list(part))
        case Tree():
            return "".join(_tree(part))
        case Chart():
            return chart_figure(part, language)
        case Image(url, alt):
            return f'<img src="{esc(url)}" alt="{esc(clean(alt))}">'
        case Links(links, note):
            return "".join(map(_link, links)) + (_lines("p", note, Tone.QUIET.value) if note else "")
        case Buttons(row):
            return f'<div class="actions">{"".join(map(_button, row))}</div>' if row else ""
        case _:
            assert_never(part)


def _lines(tag: str, text: str, css: str = "") -> str:
    """A text with its line breaks; `dir=auto` keeps its direction from turning what stands beside it."""
    attribute = f' class="{css}"' if css else ""
    return f'<{tag}{attribute} dir="auto">{esc(clean(text)).replace(chr(10), "<br>")}</{tag}>'


def _quote(text: str, by: str) -> str:
    words = f"<blockquote>{_lines('p', text)}</blockquote>"
    return f'<figure class="quote">{words}{_lines("figcaption", one_line(by))}</figure>' if by else words


def _facts(rows: tuple[tuple[str, str], ...]) -> str:
    if not rows:
        return ""
    pairs = "".join(f"{_lines('dt', one_line(name))}{_lines('dd', one_line(value))}" for name, value in rows)
    return f"<dl>{pairs}</dl>"


def _list(items: Items) -> Iterator[str]:
    """Nested lists for the indents; a row never stands more than one level below the one before it."""
    tag = "ol" if items.ordered else "ul"
    depth = -1
    for number, (indent, _sign, text) in enumerate(item_lines(items), start=1):
        if indent <= depth:
            yield "</li>" + f"</{tag}></li>" * (depth - indent)
            depth = indent
        else:
            yield f"<{tag}>"
            depth += 1
        value = f' value="{number}"' if items.ordered else ""
        yield f'<li dir="auto"{value}>{esc(text)}'
    yield f"</li></{tag}>" * (depth + 1)


def _link(link: Link) -> str:
    """In a window of its own, which cannot reach back: the page stays where it is."""
    words = esc(one_line(link.label))
    if not (link.leads or re.match(r"/[a-z]", link.url)):
        return f'<p dir="auto">{words}</p>'
    target = 'target="_blank" rel="noopener noreferrer"'
    return f'<p class="link" dir="auto"><a href="{esc(link.url)}" {target}>{words}</a></p>'


def _tree(tree: Tree) -> Iterator[str]:
    """Nested lists, which the style sheet draws lines between. `role`: a list without signs is still one."""
    depth = -1
    for row in drawn(tree):
        if row.indent <= depth:
            yield "</li>" + "</ul></li>" * (depth - row.indent)
            depth = row.indent
        else:
            yield '<ul class="tree" role="list">' if depth < 0 else '<ul role="list">'
            depth += 1
        yield _branch(row)
    yield "</li></ul>" * (depth + 1)


def _branch(row: Drawn) -> str:
    """One row, without the end of its `li`; where we are is said in words as well."""
    number = f'<span class="number">{esc(row.number)}</span> ' if row.number else ""
    notes = f'<span class="notes">{esc(row.notes)}</span>' if row.notes else ""
    here = f'<strong class="here">{esc(row.here)}</strong>' if row.here else ""
    marks = (' class="open"' if row.open else "") + (' aria-current="step"' if row.here else "")
    return f'<li{marks}><p dir="auto">{number}{esc(row.text)}{notes}{here}</p>'


def _button(button: Button) -> str:
    opens = "true" if button.opens_form else "false"
    return (
        f'<button type="button" class="{button.style.value}" data-action="{esc(button.action)}" '
        f'data-value="{esc(button.value)}" data-opens-form="{opens}">{esc(one_line(button.label))}</button>'
    )


def _error(text: str, id_: str = "") -> str:
    attribute = f' id="{id_}"' if id_ else ""
    return f'<p class="error" role="alert"{attribute}>{esc(clean(text))}</p>'


def _input(form: Form, entry: Input, people: Sequence[tuple[str, str]], error: str) -> str:
    id_ = re.sub(r"[^A-Za-z0-9_-]", "-", f"{form.name}-{entry.name}")
    hint = entry.hint if isinstance(entry, TextInput | DateInput) else ""
    described = [f"{id_}-{what}" for what, text in (("error", error), ("hint", hint)) if text]
    attributes = f'id="{id_}" name="{esc(entry.name)}"' + (" required" if entry.required else "")
    if described:
        attributes += f' aria-describedby="{" ".join(described)}"'
    if error:
        attributes += ' aria-invalid="true"'
    return (
        f'<div class="field"><label for="{id_}" dir="auto">{esc(one_line(entry.label))}</label>'
        f"{_error(error, f'{id_}-error') if error else ''}{_control(entry, people, attributes)}"
        + (f'<p class="hint" id="{id_}-hint">{esc(one_line(hint))}</p>' if hint else "")
        + "</div>"
    )


def _control(entry: Input, people: Sequence[tuple[str, str]], attributes: str) -> str:
    match entry:
        case TextInput(max_length=most, value=value):
            typed = esc(as_typed(value))
            if not entry.multiline:
                return f'<input type="text" {attributes} maxlength="{most}" value="{typed}">'
            # A first line break right after the tag is eaten by the parser: so there is always one.
            return f'<textarea {attributes} maxlength="{most}">\n{typed}</textarea>'
        case Select():
            choices = [(option.value, option.label) for option in entry.options]
            return _select(choices, entry.value, attributes)
        case PersonPick():
            return _select(people, entry.value, attributes)
        case DateInput(value=value):
            day = day_of(value)
            return f'<input type="date" {attributes} value="{day.isoformat() if day else ""}">'
        case _:
            assert_never(entry)


def _select(choices: Sequence[tuple[str, str]], chosen: str, attributes: str) -> str:
    options = "".join(
        f'<option value="{esc(value)}"{" selected" if value == chosen else ""}>'
        f"{esc(label(name, limits.SLACK_OPTION))}</option>"
        for value, name in choices
    )
    return f'<select {attributes}><option value=""></option>{options}</select>'
