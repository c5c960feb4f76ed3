"""Messages that come as HTML: the words come out, whatever else is in there, and fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.teams.html_text import words_of


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", ""),
        ("bara ord", "bara ord"),
        ("<p>Rad ett</p><p>Rad två</p>", "Rad ett\nRad två"),
        ("<div>En&nbsp;rad<br/>till<br>&nbsp;</div>", "En rad\ntill"),
        ("<ul><li>ett</li>\n<li>två</li></ul>", "ett\ntvå"),
        ("<P>3 &lt; 4 &amp;&amp; <b>fet</b>stil</P>", "3 < 4 && fetstil"),
        ('<span itemtype="http://schema.skype.com/Mention" itemid="0">Anna</span> sa', "Anna sa"),
        ('<attachment id="1"></attachment><p>Hej</p>', "Hej"),
        ("<img alt=\"🙂\" src='x'> och <emoji id=1 alt='👍'></emoji><img src=x>", "🙂 och 👍"),
        ("&lt;script&gt;", "<script>"),
        ("<!-- x --><?xml?>kvar", "kvar"),
        ("a < b", "a < b"),
        ("<![foo[bar]]>x", "x"),
        ("<p", "<p"),
    ],
)
def test_the_words_come_out(html: str, words: str) -> None:
    assert words_of(html) == words


@given(st.text(alphabet="<>![]-/&;#'\" =abpirst?x\n", max_size=60))
def test_nothing_makes_it_fail(html: str) -> None:
    words = words_of(html)
    assert len(words) <= len(html)


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a ", "&", "<![CDATA[", "</", "<a='", '<img alt="', "<img alt='"]
)
def test_nothing_makes_it_slow(piece: str) -> None:
    """A whole body's worth. The standard library's parser takes 350 s for one of these."""
    html = piece * (256 * 1024 // len(piece))
    began = time.process_time()
    words_of(html)
    assert time.process_time() - began < 2
