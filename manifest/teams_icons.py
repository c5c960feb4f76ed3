"""Femma's two icons for Teams: the five of a die. Drawn by code, so that there is no picture to lose."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

ACCENT: Final = "#1F5F4A"
_CLEAR = (0, 0, 0, 0)
_WHITE = (255, 255, 255, 255)
# Drawn this much larger and then averaged, which makes the edges smooth and every pixel certain.
_FINER = 8
# The middles of the dots, as parts of the side.
_DOTS = ((0.3, 0.3), (0.7, 0.3), (0.5, 0.5), (0.3, 0.7), (0.7, 0.7))
_RADIUS = 0.085


def color_icon() -> bytes:
    """192 x 192 pixels, PNG: white dots on the accent colour, which fills the square as Teams asks."""
    background = tuple(int(ACCENT[at : at + 2], 16) for at in (1, 3, 5))
    return _png(_drawn(192, (*background, 255)))


def outline_icon() -> bytes:
    """32 x 32 pixels, PNG: white and transparent only."""
    return _png(_drawn(32, _CLEAR))


def _drawn(side: int, background: tuple[int, ...]) -> Image.Image:
    large = side * _FINER
    mask = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(mask)
    radius = _RADIUS * large
    for x, y in _DOTS:
        draw.ellipse(
            (x * large - radius, y * large - radius, x * large + radius, y * large + radius), fill=255
        )
    mask = mask.resize((side, side), Image.Resampling.BOX)
    picture = Image.new("RGBA", (side, side), background)
    if background == _CLEAR:
        # White everywhere, so that half-clear edges are white too and not grey.
        picture = Image.new("RGBA", (side, side), _WHITE)
        picture.putalpha(mask)
        return picture
    picture.paste(_WHITE, (0, 0, side, side), mask)
    return picture


def _png(picture: Image.Image) -> bytes:
    written = BytesIO()
    picture.save(written, "PNG", optimize=False)
    return written.getvalue()
