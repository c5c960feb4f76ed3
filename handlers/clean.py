"""Text from outside, made safe to keep: the one place where a platform's words are washed.

Every edge sends each text of a person through `clean` before it becomes an Incoming. Markup of a platform
is not known here, and nothing is shortened.
"""

from __future__ import annotations

import re
import unicodedata

# NUL stops PostgreSQL; a lone half of a surrogate pair (JSON may hold one) cannot be written as UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """The same text in Unicode form NFC, with NUL and lone surrogates replaced by U+FFFD.

    Never raises; the result can always be encoded as UTF-8 and stored in every database we use.
    """
    return unicodedata.normalize("NFC", _UNSTORABLE.sub(_REPLACEMENT, text))
