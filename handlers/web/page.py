"""The page itself and what lies beside it: files of `static/`, the first words already in place.

Texts stand in the catalogues. The page carries their keys (`data-say`, `data-say-label`), and is filled
here once for the browser's language; its script fills it again when the visitor chooses another.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from aiohttp import hdrs, web

from bot.domain.people import Language
from cards.texts import Texts, texts_for

STATIC = Path(__file__).resolve().parent / "static"
_SAY = re.compile(r'data-say="([a-z0-9-]+)">')
_LABEL = re.compile(r'data-say-label="([a-z0-9-]+)"')


async def front_page(request: web.Request) -> web.StreamResponse:
    """`index.html` in the browser's language, Swedish when it asks for none of ours."""
    language = preferred(request.headers.get(hdrs.ACCEPT_LANGUAGE, ""))
    source = (STATIC / "index.html").read_text("utf-8")
    return web.Response(
        text=filled(source, texts_for(language)),
        content_type="text/html",
        charset="utf-8",
        headers={"Cache-Control": "no-store", "Vary": hdrs.ACCEPT_LANGUAGE},
    )


async def static_file(request: web.Request) -> web.StreamResponse:
    """A file of `static/`. Raises HTTPNotFound, also for a path that leads out of it."""
    path = (STATIC / request.match_info["path"]).resolve()
    if not path.is_relative_to(STATIC) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})


def preferred(accepted: str) -> Language:
    """The first of our languages in an Accept-Language header; browsers list them by preference."""
    found = (Language.parse(part.split(";")[0]) for part in accepted.split(","))
    return next((language for language in found if language), Language.SV)


def filled(source: str, texts: Texts) -> str:
    """The page with the words of one language in it."""

    def said(match: re.Match[str]) -> str:
        return match[0] + escape(texts.say(match[1]))

    def labelled(match: re.Match[str]) -> str:
        return f'{match[0]} aria-label="{escape(texts.say(match[1]))}"'

    with_language = source.replace('<html lang="">', f'<html lang="{texts.language.value}">')
    return _LABEL.sub(labelled, _SAY.sub(said, with_language))
