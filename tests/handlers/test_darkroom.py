"""The print: upright, small, without a byte of the file it came from; and what no print is made of."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.domain.pictures import MOST_BYTES, Flaw
from handlers.darkroom import Spoilt, develop
from tests.fakes.photos import SECRET, bomb, photo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>'


def opened(content: bytes) -> Image.Image:
    found = Image.open(BytesIO(content))
    found.load()
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_nothing_but_the_pixels_survives(kind: str) -> None:
    original = photo(kind=kind)
    if kind != "WEBP":
        assert SECRET.encode() in original
    kept = develop(original)
    assert SECRET.encode() not in kept.content
    for marker in (b"Exif", b"GPS", b"ICC_PROFILE", b"2026:11", b"http"):
        assert marker not in kept.content
    found = opened(kept.content)
    assert (found.format, found.mode, found.size) == ("JPEG", "RGB", (kept.width, kept.height))
    assert not found.getexif()
    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_place_was_there_before() -> None:
    assert opened(photo()).getexif().get_ifd(0x8825)[2] == (59.0, 19.0, 46.0)


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (64, 48), (5, 24)),
        (2, (64, 48), (59, 24)),
        (3, (64, 48), (59, 24)),
        (4, (64, 48), (5, 24)),
        (5, (48, 64), (24, 5)),
        (6, (48, 64), (24, 5)),
        (7, (48, 64), (24, 59)),
        (8, (48, 64), (24, 59)),
        (99, (64, 48), (5, 24)),
    ],
)
def test_a_photo_stands_upright(orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    found = opened(develop(photo((64, 48), orientation)).content)
    assert found.size == size
    pixel = found.getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > 60 > pixel[2]


def test_a_large_one_becomes_smaller_and_a_small_one_stays() -> None:
    large, small = develop(photo((4000, 3000))), develop(photo((20, 10)))
    assert (large.width, large.height) == (1600, 1200)
    assert (small.width, small.height) == (20, 10)
    assert len(large.content) < 300_000


def test_what_shines_through_becomes_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "PNG")
    pixel = opened(develop(out.getvalue()).content).getpixel((4, 4))
    assert pixel == (255, 255, 255)


def test_a_palette_with_a_hole_in_it() -> None:
    out = BytesIO()
    Image.new("P", (9, 9), 0).save(out, "PNG", transparency=b"\x00\x80")
    assert develop(out.getvalue()).width == 9


@pytest.mark.parametrize(
    "content",
    [
        b"",
        SVG,
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.7\n",
        b"GIF89a<script>",
        b"\xff\xd8\xff\xe0" + b"\0" * 500,
        photo()[:900],
        photo(kind="PNG")[:300],
        b"BM" + b"\0" * 100,
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 64,
    ],
    ids=["empty", "svg", "html", "pdf", "gif", "jpeg", "half jpeg", "half png", "bmp", "png"],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(Spoilt) as refused:
        develop(content)
    assert refused.value.flaw is Flaw.WRONG_KIND


@pytest.mark.parametrize(
    "content",
    [bomb(), bomb(8_000, 4_000), bomb(100_000, 100_000), photo() + b"\0" * MOST_BYTES],
    ids=["900 megapixels", "32 megapixels", "10 gigapixels", "more than 10 MB"],
)
def test_what_is_too_large_is_not_unpacked(content: bytes) -> None:
    with pytest.raises(Spoilt) as refused:
        develop(content)
    assert refused.value.flaw is Flaw.TOO_BIG


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_damaged_file_is_a_print_or_a_kind_no(kind: str) -> None:
    original = photo((48, 32), kind=kind)
    for at in range(0, len(original), 3):
        broken = bytearray(original)
        broken[at] ^= 0xA5
        try:
            kept = develop(bytes(broken))
        except Spoilt:
            continue
        assert SECRET.encode() not in kept.content
