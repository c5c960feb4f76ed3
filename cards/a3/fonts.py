"""The letters of the printed page: free fonts (SIL OFL) from a package, and which characters they can show.

FiraGO has Latin, Greek, Cyrillic, Arabic, Hebrew, Thai, Georgian and Devanagari; two fonts of signs stand
behind it. A character that none of them has would be an empty box that no screen reader can read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# Names in the package, as its own list has them, and the families in the order in which they are asked.
_NAMES: Final = ("figo", "figbo", "symbol2", "symbol1")
FAMILIES: Final = ("FiraGO", "Noto Sans Symbols2", "Noto Sans Symbols")
# Stands for a character without a shape. One of the fonts must have it.
MISSING: Final = "□"
_CMAP_ENTRY: Final = 16
_FORMAT_4, _FORMAT_12 = 4, 12
# No glyph of its own is needed for these: a shaper leaves them out (joiners, marks of direction, selectors).
_IGNORED: Final = frozenset(
    {0xAD, 0x34F, 0x61C, *range(0x200B, 0x2010), *range(0x2060, 0x2065), *range(0xFE00, 0xFE10), 0xFEFF}
)


def write_fonts(folder: Path) -> frozenset[int]:
    """Put the font files into the folder; returns the code points that they can show.

    Reads the package here and not on import: unpacked, its fonts take some megabytes.
    """
    from pymupdf_fonts import myfont

    shown: set[int] = set(_IGNORED)
    for name in _NAMES:
        content: bytes = myfont(name)
        (folder / f"{name}.otf").write_bytes(content)
        if name != "figbo":
            shown.update(code_points(content))
    return frozenset(shown)


def showable(text: str, shown: frozenset[int]) -> str:
    """The text with a sign in the place of every character that no font has. Spaces and newlines stay."""
    return "".join(letter if letter.isspace() or ord(letter) in shown else MISSING for letter in text)


def code_points(font: bytes) -> Iterator[int]:
    """The characters of an OpenType font, from its `cmap` table in format 4 or 12.

    learn.microsoft.com/typography/opentype/spec/cmap. Raises ValueError when there is no such table.
    """
    (tables,) = struct.unpack_from(">H", font, 4)
    for at in range(12, 12 + tables * _CMAP_ENTRY, _CMAP_ENTRY):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, at)
        if tag == b"cmap":
            yield from _cmap(font, offset)
            return
    raise ValueError("a font without cmap")


def _cmap(font: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", font, start + 2)
    for at in range(start + 4, start + 4 + count * 8, 8):
        _, _, offset = struct.unpack_from(">HHL", font, at)
        table = start + offset
        (form,) = struct.unpack_from(">H", font, table)
        if form == _FORMAT_4:
            yield from _format_4(font, table)
        elif form == _FORMAT_12:
            yield from _format_12(font, table)


def _format_4(font: bytes, table: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", font, table + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, table + 14)
    starts = struct.unpack_from(f">{segments}H", font, table + 16 + 2 * segments)
    deltas = struct.unpack_from(f">{segments}H", font, table + 16 + 4 * segments)
    offsets_at = table + 16 + 6 * segments
    offsets = struct.unpack_from(f">{segments}H", font, offsets_at)
    for n, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                (glyph,) = struct.unpack_from(">H", font, offsets_at + 2 * n + offset + 2 * (code - first))
            if glyph:
                yield code


def _format_12(font: bytes, table: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">L", font, table + 12)
    for at in range(table + 16, table + 16 + 12 * groups, 12):
        first, last, glyph = struct.unpack_from(">LLL", font, at)
        yield from range(first + (glyph == 0), last + 1)
