"""A page of one heading and some sentences, for a browser that followed a link. No script and no style."""

from __future__ import annotations

from bot.domain.people import Language
from cards.escape import html as esc


def plain_page(language: Language, title: str, text: str) -> str:
    """A whole HTML document in a language."""
    return (
        f'<!doctype html><html lang="{language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f"<title>{esc(title)}</title></head><body><main><h1>{esc(title)}</h1><p>{esc(text)}</p></main>"
        "</body></html>"
    )
