"""From the bytes of somebody's photo to the print that is kept: smaller, upright, nothing else in it.

The print is drawn anew from the pixels: no byte of the file survives, so no place, time, name or program
that was written into it does. Runs in a thread; whoever calls it limits how many at once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Final

from PIL import Image, UnidentifiedImageError
from PIL.Image import Transpose

from bot.domain.pictures import LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, Flaw, Print

# Only what is asked for is tried: the library reads many rare formats that nobody photographs in.
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
_QUALITY: Final = 85
# How the camera was held, as EXIF says it (CIPA DC-008, tag 274), and how to set that right.
_ORIENTATION: Final = 0x0112
_TURNED: Final[Mapping[object, Transpose]] = MappingProxyType(
    {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
)
# What the decoders raise for files that are no pictures, or broken ones.
_BROKEN: Final = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    LookupError,
    EOFError,
    TypeError,
    struct.error,
    zlib.error,
    UserWarning,
)


class Spoilt(Exception):
    """No print can be made."""

    def __init__(self, flaw: Flaw) -> None:
        """`flaw` is what its sender is told."""
        super().__init__(flaw.value)
        self.flaw = flaw


def develop(content: bytes) -> Print:
    """A JPEG of at most 1600 pixels a side. Raises Spoilt.

    The size in pixels is read from the file's head and judged before anything is unpacked.
    """
    if len(content) > MOST_BYTES:
        raise Spoilt(Flaw.TOO_BIG)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise Spoilt(Flaw.TOO_BIG)
            return _printed(found)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Spoilt(Flaw.TOO_BIG) from bomb
    except _BROKEN as broken:
        raise Spoilt(Flaw.WRONG_KIND) from broken


def _printed(found: Image.Image) -> Print:
    turned = _TURNED.get(found.getexif().get(_ORIENTATION))
    # Lets the JPEG decoder unpack at a half, a quarter or an eighth of the size.
    found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    small = found.convert("RGBA" if _is_see_through(found) else "RGB")
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = small if turned is None else small.transpose(turned)
    # Drawn on a new sheet: a converted picture still carries the old one's comments.
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright, mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    out = BytesIO()
    sheet.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Print(out.getvalue(), sheet.width, sheet.height)


def _is_see_through(found: Image.Image) -> bool:
    return found.mode in {"RGBA", "LA", "PA"} or "transparency" in found.info
