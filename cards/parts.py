"""Two or three causes in one answer, each in the person's own words.

An answer is parted at a list, at "partly ... partly", and at an "and" between two whole clauses. When in
doubt it is one: an answer that stays whole loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.people import Language
from cards.answers import PartWords, Phrase, leading, part_words

# Characters: longer than this is a story, and stays whole.
LONGEST = 700
MOST_PARTS = 3
_SHORTEST_CLAUSE = 3
# Words are the same thing when they begin with the same letters, so many.
_STEM = 6
# A verb stands among the first so many words of a clause.
_VERB_WITHIN = 9
_TOKEN = re.compile(r"[\w'’:/-]+(?:[.,]\d+)*|[.!?;,\n]|[\"“”„»«()\[\]]")
_ITEM = re.compile(r"(?:[-–—*•·]|\(?(?:\d|[a-c])[.)])\s+(?=\S)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|\s)\(?([1-9]|[abc])[.)]\s+(?=\S)", re.IGNORECASE)
_SIGNS = frozenset(".!?;,\n")
_FULL_STOPS = frozenset(".!?;\n")


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    inside: bool


def parts_of(text: str, language: Language) -> tuple[str, ...]:
    """Two or three parts, or () when the answer is one, or a story of more."""
    said = text.strip()
    if not said or len(said) > LONGEST:
        return ()
    for found in (_listed(said), _numbered(said)):
        if found:
            return _whole(found)
    tokens = _tokens(said)
    words = part_words(language)
    return _whole(_paired(said, tokens, words) or _joined(said, tokens, words))


def _whole(parts: list[str]) -> tuple[str, ...]:
    tidy = [_tidy(part) for part in parts]
    long_enough = all(len(part.split()) >= 2 for part in tidy)
    return tuple(tidy) if 2 <= len(tidy) <= MOST_PARTS and long_enough else ()


def _tidy(part: str) -> str:
    bare = part.strip().strip(",;:–—- ").removesuffix(".").strip()
    return bare[:1].upper() + bare[1:]


def _listed(said: str) -> list[str]:
    """Lines that each begin with a dash or a number; a first line that ends in a colon introduces them."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if len(lines) > 2 and lines[0].endswith(":"):
        lines = lines[1:]
    marks = [_ITEM.match(line) for line in lines]
    if len(lines) < 2 or not all(marks):
        return []
    return [line[mark.end() :] for line, mark in zip(lines, marks, strict=True) if mark]


def _numbered(said: str) -> list[str]:
    """`1. ... 2. ...` in one line."""
    marks = list(_NUMBERED.finditer(said))
    first = said[: marks[0].start()].strip() if marks else ""
    in_turn = [mark[1].lower() for mark in marks]
    if len(marks) < 2 or in_turn not in ([*"123456789"][: len(marks)], [*"abc"][: len(marks)]):
        return []
    if first and not first.endswith(":"):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(said)]
    return [said[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]


def _tokens(said: str) -> list[_Token]:
    found, depth, quoted = [], 0, False
    for match in _TOKEN.finditer(said):
        sign = match[0]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif sign in '"“”„»«':
            quoted = not quoted
        else:
            word = sign.lower().replace("’", "'")
            found.append(_Token(word, match.start(), match.end(), depth > 0 or quoted))
    return found


def _paired(said: str, tokens: list[_Token], words: PartWords) -> list[str]:
    """`partly ... partly ...`: what stands between and behind; what stands in front of the first as well."""
    spoken = tuple(token.word for token in tokens)
    for one, other in words.pairs:
        first = next((at for at in range(len(spoken)) if spoken[at : at + len(one)] == one), None)
        if first is None:
            continue
        begin = first + len(one)
        second = [at for at in range(begin, len(spoken)) if spoken[at : at + len(other)] == other]
        if not second or first > 2 or len(second) >= MOST_PARTS:
            continue
        edges = [first, *second]
        pieces = []
        for at, end in zip(edges, [*second, len(tokens)], strict=True):
            phrase = one if at == first else other
            body = _without_last(tokens[at + len(phrase) : end], words)
            if not body:
                return []
            pieces.append(said[body[0].start : body[-1].end])
        return pieces
    return []


def _without_last(tokens: list[_Token], words: PartWords) -> list[_Token]:
    """Without a comma or a conjunction at the end."""
    singles = {phrase[0] for phrase in words.conjunctions if len(phrase) == 1}
    end = len(tokens)
    while end and (tokens[end - 1].word in _SIGNS or tokens[end - 1].word in singles):
        end -= 1
    return tokens[:end]


def _joined(said: str, tokens: list[_Token], words: PartWords) -> list[str]:
    """Clauses on both sides of every place where it is parted; () when one side is none."""
    pieces: list[list[_Token]] = []
    begin = 0
    for at, length in _places(tokens, words):
        left, right = tokens[begin:at], _sentence(tokens[at + length :])
        turned = tokens[at - 1].word in _SIGNS
        if not _is_clause(left, words) or _follows(right, words) or _goes_on(left, words):
            continue
        held = turned and tokens[at].word in words.plain_conjunctions
        if held or _is_one_thought(left, right, words):
            continue
        if _is_clause(right, words) or (turned and _is_turned(right, words)):
            pieces.append(left)
            begin = at + length
    rest = tokens[begin:]
    if not pieces or any(token.word in _FULL_STOPS for piece in [*pieces, rest[:-1]] for token in piece[:-1]):
        return []
    bodies = [_without_last(piece, words) for piece in [*pieces, rest]]
    return [said[body[0].start : body[-1].end] for body in bodies if body]


def _places(tokens: list[_Token], words: PartWords) -> Iterator[tuple[int, int]]:
    """Where it may be parted: the place of a conjunction or a "besides", and how many words that takes."""
    at = 0
    spoken = tuple(token.word for token in tokens)
    while at < len(tokens):
        length = 0
        if not tokens[at].inside and at:
            length = leading(spoken[at : at + 4], words.conjunctions)
            if not length and spoken[at - 1] in _SIGNS:
                length = leading(spoken[at : at + 4], words.openings)
        if length:
            yield at, length
        at += length or 1


def _sentence(tokens: list[_Token]) -> list[_Token]:
    end = next((at for at, token in enumerate(tokens) if token.word in _FULL_STOPS), len(tokens))
    return tokens[:end]


def _follows(right: list[_Token], words: PartWords) -> bool:
    """Is the second clause what comes of the first?"""
    return leading(tuple(token.word for token in right[:3]), words.consequences) > 0


def _goes_on(left: list[_Token], words: PartWords) -> bool:
    """Does the "and" join names or things inside a clause ("... that Ann and Per know")?"""
    return any(token.word in words.complements for token in left[-_SHORTEST_CLAUSE + 1 :])


def _is_one_thought(left: list[_Token], right: list[_Token], words: PartWords) -> bool:
    """Do both clauses speak of the same thing?

    They do when the second takes up a word of the first or points back at it, and when the first has a
    "before" or a "when" that the second may still belong to.
    """
    if any(token.word in words.subordinate for token in left[1:]):
        return True
    if right and right[0].word in words.pointing:
        return True
    stems = {token.word[:_STEM] for token in left if len(token.word) >= _STEM}
    return any(token.word[:_STEM] in stems for token in right if len(token.word) >= _STEM)


def _is_clause(tokens: list[_Token], words: PartWords) -> bool:
    """At least three words, and a verb with something that can be its subject before it."""
    spoken = tuple(token.word for token in tokens if token.word not in _SIGNS)
    if len(spoken) < _SHORTEST_CLAUSE or spoken[0] in words.subordinate:
        return False
    if spoken[1] in words.complements and spoken[0] not in words.subjects:
        # "... and ask who can come": the first word is a verb of the clause before.
        return False
    if spoken[0] in words.no_subject and spoken[0] not in words.subjects:
        return False
    return any(_is_verb(spoken, at, words) for at in range(1, min(len(spoken), _VERB_WITHIN)))


def _is_turned(tokens: list[_Token], words: PartWords) -> bool:
    """The verb before its subject, as after a "besides"."""
    return len(tokens) >= _SHORTEST_CLAUSE and tokens[0].word in words.verbs


def _is_verb(spoken: Phrase, at: int, words: PartWords) -> bool:
    word, before = spoken[at], spoken[at - 1]
    if spoken[0] in words.verbs and spoken[0] not in words.subjects:
        return False
    if word in words.verbs or (words.verb_endings and word.endswith(words.verb_endings)):
        return any(one not in words.no_subject for one in spoken[:at])
    subject = before in words.subjects or (bool(words.definite) and before.endswith(words.definite))
    return subject and bool(words.maybe_verb) and word.endswith(words.maybe_verb)
