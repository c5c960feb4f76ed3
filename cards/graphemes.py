"""Where a text may be cut: between the characters that people see, never inside one.

The rules of Unicode's UAX #29 (extended grapheme clusters) with the character data that Python has. Where
that data is coarser than the standard's (which signs are pictures), more is kept together, never less.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, combining

_JOINER = "\u200d"
_EXTENDING = frozenset({"Mn", "Me", "Mc"})
_ALONE = frozenset({"Cc", "Cf", "Zl", "Zp"})
# Arabic and Kaithi number signs, which stand before what they belong to.
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd\U000110cd")
_VIRAMA = 9
# Below the first combining mark every character is a letter of its own: the quick way for our languages.
_FIRST_MARK = "\u0300"


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that are each one character to a reader; joined they are the text again."""
    start, flags = 0, 0
    for at in range(1, len(text)):
        flags = flags + 1 if _is_flag_half(text[at - 1]) else 0
        if not _joined(text[at - 2 : at - 1] if at > 1 else "", text[at - 1], text[at], flags):
            yield text[start:at]
            start = at
            flags = 0
    if text:
        yield text[start:]


def _joined(earlier: str, before: str, char: str, flags: int) -> bool:
    if before == "\r" and char == "\n":
        return True
    if before < _FIRST_MARK and char < _FIRST_MARK:
        return False
    if _stands_alone(before) or (_stands_alone(char) and not _extends(char)):
        return before in _PREPENDED and not _stands_alone(char)
    if _extends(char):
        return True
    if before == _JOINER:
        return _is_picture(char) or (_is_virama(earlier) and category(char) == "Lo")
    if _is_flag_half(char):
        return flags % 2 == 1
    return _is_hangul_pair(before, char) or (_is_virama(before) and category(char) == "Lo")


def _extends(char: str) -> bool:
    return (
        category(char) in _EXTENDING
        or char in "\u200c\u200d\uff9e\uff9f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _stands_alone(char: str) -> bool:
    return category(char) in _ALONE and not _extends(char)


def _is_picture(char: str) -> bool:
    return category(char) in {"So", "Sm", "Cn"} or char in "\u203c\u2049\u3030\u303d"


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_virama(char: str) -> bool:
    return bool(char) and combining(char) == _VIRAMA


def _is_hangul_pair(before: str, char: str) -> bool:
    leading = "\u1100" <= before <= "\u115f" or "\ua960" <= before <= "\ua97c"
    syllable = "\uac00" <= char <= "\ud7a3"
    vowel_or_tail = "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"
    if leading:
        return syllable or vowel_or_tail or "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c"
    hangul = (
        "\uac00" <= before <= "\ud7a3" or "\u1160" <= before <= "\u11ff" or "\ud7b0" <= before <= "\ud7fb"
    )
    return hangul and vowel_or_tail
