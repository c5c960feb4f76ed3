"""Cards and forms to draw in tests: ordinary ones, every part alone, and each part filled with hostile words.

All of it is invented. `HOSTILE` is what somebody could write in an idea, a name or a title.
"""

from __future__ import annotations

from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    DateInput,
    Facts,
    Form,
    Image,
    Items,
    Option,
    Paragraph,
    PersonPick,
    Quote,
    Select,
    Series,
    Style,
    TextInput,
    Tone,
    Tree,
    TreeRow,
)
from cards.tree_rows import numbered

HOSTILE: tuple[str, ...] = (
    # Mentions and special commands
    "<!channel>", "<!here>", "<!everyone>", "<!subteam^S1>", "<!subteam^S1|@alla>", "<@U1>", "<@W1|chefen>",
    "<#C1>", "<#C1|allmänt>", "@here", "@channel", "@everyone", "&lt;!channel&gt;",
    "&amp;lt;!channel&amp;gt;",
    "<!date^1700000000^{date}|förr>", "<at>all</at>", "<at id=\"0\">Maja</at>",
    # Links
    "<https://example.com|banken>", "<mailto:a@example.com|skriv>", "https://example.com/x",
    "[x](javascript:alert(1))",
    "[x](https://example.com)", "![](https://example.com/p.png)", "![bild][1]\n\n[1]: https://example.com",
    "www.example.com", "<https://example.com>", "javascript:alert(1)", "data:text/html,<b>x</b>",
    # Markdown and mrkdwn
    "*fet* _kursiv_ ~struken~ `kod`", "**fet** __fet__", "```\nkod\n```", "> citat", ">>> citat", "# Rubrik",
    "Text\n# Rubrik", "- ett\n- två", "1. ett\n2. två", "1986. Ett bra år", "| a | b |\n|---|---|\n| 1 | 2 |",
    "---", "rubrik\n===", "a\\*b\\", ":tada: :skull:", "\\", "\\<!channel\\>",
    # Templates
    "{{DATE(2026-01-01T06:00:00Z, SHORT)}}", "{{TIME(2026-01-01T06:00:00Z)}}", "${user.name}",
    "${1+1}", "{0}",
    "%s %(name)s", "{{7*7}}", "<%= 1 %>", "{ $gap }",
    # HTML
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' onclick='alert(1)",
    "</textarea><b>x", "</article>", "<!-- ", "]]>", "&#60;script&#62;", "<style>*{display:none}</style>",
    "<break time='10s'/>", "<br>", "R&D", "a < b > c && d", "&nbsp;&copy;",
    # Control characters and lines
    "a\x00b", "a\x1b[31mröd\x1b[0m", "a\x07\x08b", "rad 1\r\nrad 2\rrad 3", "rad 1\u2028rad 2\u2029rad 3",
    "a\x85b\x9fc", "\tindrag\tmer", "a\n\n\n\n\n\nb", "trasig \ud83d halva", "a\x0bb\x0cc",
    # Direction and invisible letters
    "\u202egnirts\u202c slut", "abc\u202e", "\u2066isolat\u2069", "\u200frtl\u200e", "שלום עולם", "مرحبا",
    "a\u200bb\u200cc\u200dd", "\u200b\u200b", "\ufeffbom", "\u2800", "\u00ad", "   ", "",
    # Letters that are more than one
    "👨‍👩‍👧‍👦 familjen", "👩🏽‍🚒👩🏽‍🚒👩🏽‍🚒", "🇸🇪🇳🇴🇸🇪🇳🇴", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣2️⃣", "e\u0301e\u0301e\u0301",
    "a" + "\u0301" * 500,
    "å a\u030a ä ö æ ø", "각나다", "ก็สวัสดี", "क्षत्रिय", "𝔉𝔢𝔪𝔪𝔞", "раураӏ",
    # Length
    "ord " * 2000, "å" * 5000, "👨‍👩‍👧‍👦" * 600, "&" * 4000, "<" * 3500,
    "\n".join("rad" for _ in range(3000)),
    "x" * 74 + "👨‍👩‍👧‍👦", "x" * 149 + "e\u0301", "x" * 23 + "🇸🇪",
    # Fake structure
    "'; DROP TABLE ideas; --", "=HYPERLINK(\"https://example.com\")", "{\"type\":\"broadcast\"}", "null",
    "{\"level\":\"error\"}\n{\"level\":\"info\"}",
)  # fmt: skip

_ASK = Button("Fråga", "idea.ask", "idea|1|2|", opens_form=True)
_THANK = Button("Tacka", "idea.acknowledge", "idea|1|2|", Style.PRIMARY)
_REST = Button("Inte nu", "idea.notnow", "idea|1|2|", Style.DANGER, opens_form=True)

CHART = Chart(
    title="Idéer per vecka",
    categories=("v. 44", "v. 45", "v. 46"),
    series=(Series("Nya", (3, 0, 5)), Series("Klara", (1, 2.5, 4))),
    text="Fem nya idéer i vecka 46, fyra blev klara.",
    x_label="Vecka",
    y_label="Antal",
)

TREE = Tree(
    numbered(
        (
            TreeRow("Morgonbesöken börjar för sent.", 0),
            TreeRow("Bilarna lämnar lokalen 07.20.", 1, ("sett: körjournalen",)),
            TreeRow("Fyra personer köar vid nyckelskåpet.", 2, ("vi tror",)),
            TreeRow("Alla nycklar kvitteras ut på morgonen.", 3, here=True),
            TreeRow("Två bilar delar laddstolpe.", 2),
            TreeRow("Listan kommer sent.", 1),
        )
    ),
    "du är här",
)
DEEP_TREE = Tree(
    numbered(tuple(TreeRow(f"Steg {depth}", depth, here=depth == 7) for depth in range(8))), "du är här"
)

ORDINARY: tuple[Card, ...] = (
    Card("Din idé har kommit fram", (), "sv"),
    Card(
        "Ny idé till Hemtjänst Norr",
        (
            Quote("Nycklarna hänger i fel hus. Vi går fram och tillbaka varje morgon.", "Maja"),
            Facts((("Svarar", "Åsa Lind"), ("Senast", "måndag 30 november"))),
            Paragraph("Hon får veta vad du svarar."),
            Buttons((_THANK, _ASK, _REST)),
        ),
        "sv",
    ),
    Card(
        "Ukens forbedringer",
        (
            Paragraph("Dette ble bedre", Tone.STRONG),
            Items(("Nøklene henger i gangen", "Listen ligger på nettbrettet")),
            CHART,
            Paragraph("Fra Femma, hver mandag", Tone.QUIET),
        ),
        "nb",
    ),
    Card(
        "Why does it happen?",
        (
            Items(
                ("The list is late", "The printer is slow", "The office closes at three"), indents=(0, 1, 2)
            ),
            Items(("First", "Under the first", "Second"), ordered=True, indents=(0, 1, 0)),
            Image("https://example.com/tree.png", "A tree with three causes"),
            Buttons((_ASK, _ASK)),
        ),
        "en",
    ),
    Card("Ett mått", (Chart("Dagar", ("nu",), (Series("Dagar", (-2.0,)),), "Två dagar snabbare."),), "sv"),
    Card("Fem varför", (TREE, DEEP_TREE, Buttons((_ASK,))), "sv"),
    Card("Tomma delar", (Facts(()), Items(()), Buttons(())), "sv"),
)


def hostile_card(words: str) -> Card:
    """A card with these words in every place that can hold words."""
    return Card(
        words,
        (
            Paragraph(words),
            Paragraph(words, Tone.STRONG),
            Paragraph(words, Tone.QUIET),
            Quote(words, words),
            Facts(((words, words), ("Svarar", words))),
            Items((words, words), indents=(0, 2)),
            Items((words, "annat"), ordered=True),
            Tree(
                (TreeRow(words, 0), TreeRow(words, 1, (words,), here=True, number="1")),
                words.strip() or "tomt",
            ),
            Chart(
                words,
                (words, words),
                (Series(words, (1, 2)), Series(words, (3, 4))),
                words.strip() or "tomt",
                words,
                words,
            ),
            Image("https://example.com/a.png", words),
            Buttons((Button(words, "idea.ask", "idea|1|2|"), Button(words, "idea.ask", "idea|1|3|"))),
        ),
        "sv",
    )


def hostile_form(words: str) -> Form:
    """A form with these words in every place that can hold words."""
    return Form(
        "form.idea",
        "idea|1|2|",
        words,
        words,
        words,
        (
            TextInput("text", words, multiline=True, value=words, hint=words),
            TextInput("short", words, required=False, max_length=80, value=words),
            Select("kind", words, (Option("idea", words), Option("problem", words)), value="problem"),
            PersonPick("manager", words, value="slack:T1:U1"),
            DateInput("until", words, value=words, hint=words[:60]),
        ),
        "nb",
        words,
    )


FORM = Form(
    "form.team",
    "team|1|2|",
    "Så vill vi ha det",
    "Spara",
    "Avbryt",
    (
        TextInput("name", "Lagets namn", max_length=80, value="Hemtjänst Norr", hint="Så som ni säger det"),
        Select("day", "Dag", (Option("1", "måndag"), Option("2", "tisdag")), value="1"),
        Select("hour", "Tid", (Option("8", "08.00"),), required=False, value="borta"),
        PersonPick("manager", "Chef", value="teams:t-1:aad-1"),
        PersonPick("deputy", "Ersättare", required=False),
        DateInput("from", "Från och med", value="2026-11-23", hint="Första dagen"),
        DateInput("until", "Till och med", required=False),
    ),
    "sv",
    "Femma behöver veta vem som svarar.",
)


CARDS: tuple[Card, ...] = (*ORDINARY, *map(hostile_card, HOSTILE))
FORMS: tuple[Form, ...] = (FORM, *map(hostile_form, HOSTILE))
