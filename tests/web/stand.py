"""A playground on loopback with a scripted Femma: what the tests of this folder talk to.

The script speaks in a few fixed cards; it is not the bot, it only uses everything that the edge can show.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.people import Address, Language
from cards.actions import (
    FORM_ASK,
    FORM_NEW_IDEA,
    IDEA_ACKNOWLEDGE,
    IDEA_ASK,
    IDEA_NOT_NOW,
    IDEA_OPEN,
    IDEA_WHY,
    NEW_IDEA,
    Ref,
)
from cards.model import (
    Button,
    Buttons,
    Card,
    Chart,
    Facts,
    Form,
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
)
from handlers.chat import Chat
from handlers.incoming import (
    Answer,
    Arrived,
    Busy,
    FormErrors,
    Incoming,
    Nothing,
    Pressed,
    PrivateLine,
    Said,
    SentForm,
    ShowForm,
    Wanted,
)
from handlers.web.edge import WebEdge
from handlers.web.events import PULSE
from handlers.web.scene import Channel, Persona, Scene
from tests.fakes.web import MemoryLog, SteppedClock

ANNA = Persona("web:anna", "Anna Lind", "Undersköterska, Björkens hemtjänst", Language.SV, "web:demo")
BIRGITTA = Persona("web:birgitta", "Birgitta Ek", "Enhetschef, Björkens hemtjänst", Language.SV, "web:demo")
KARI = Persona("web:kari", "Kari Nordmann", "Sykepleier", Language.NB, "web:demo")
BJORKEN = Channel("channel:bjorken", "björken", Language.SV)
SCENE = Scene((ANNA, BIRGITTA, KARI), (BJORKEN, Channel("channel:fjell", "fjell", Language.NB)))
DIGEST = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)

ABOUT = Ref("idea", "i1", 1).encode()


def button(label: str, action: str, style: Style = Style.DEFAULT, opens_form: bool = False) -> Button:
    """A button about the one idea of the script."""
    return Button(label, action, ABOUT, style, opens_form)


GREETING = Card(
    "Hej! Jag är Femma.",
    (
        Paragraph("Berätta vad du har sett, så ser jag till att någon svarar."),
        Buttons((Button("Ny idé", NEW_IDEA, Ref("none").encode(), Style.PRIMARY, True),)),
    ),
    "sv",
)


def receipt(text: str) -> Card:
    """What the author gets."""
    return Card(
        "Tack, det där är bra sett",
        (
            Quote(text),
            Facts((("Svarar", "Birgitta Ek"), ("Senast", "torsdag 26 november"), ("Team", "Björken"))),
            Paragraph("Du kan gräva i orsaken nu, eller låta det vila.", Tone.QUIET),
            Buttons((button("Fråga varför", IDEA_WHY, Style.PRIMARY), button("Visa idén", IDEA_OPEN))),
        ),
        "sv",
    )


def waiting(text: str) -> Card:
    """What the manager gets."""
    return Card(
        "En ny idé väntar på svar",
        (
            Quote(text, "Anna Lind"),
            Facts((("Svar senast", "torsdag 26 november"),)),
            Buttons(
                (
                    button("Tacka och kvittera", IDEA_ACKNOWLEDGE, Style.PRIMARY),
                    button("Fråga", IDEA_ASK, opens_form=True),
                    button("Inte nu", IDEA_NOT_NOW, Style.DANGER),
                )
            ),
        ),
        "sv",
    )


ANSWERED = Card(
    "Idén är kvitterad",
    (Paragraph("Birgitta Ek svarade torsdag 19 november, 10.30."), Paragraph("Anna har fått veta det.")),
    "sv",
)

SUMMARY = Card(
    "Veckan som gick, v. 47",
    (
        Paragraph("Två saker blev bättre.", Tone.STRONG),
        Items(
            ("Nyckelskåpet står i omklädningsrummet", "Samma lista för alla", "Vi slapp 14 samtal"),
            indents=(0, 0, 1),
        ),
        Chart(
            "Idéer och svar",
            ("v. 44", "v. 45", "v. 46", "v. 47"),
            (Series("Idéer", (3, 5, 2, 6)), Series("Svar", (2, 4, 4, 5))),
            "6 nya idéer den här veckan, 5 fick svar.",
        ),
        Paragraph("En idé väntar på svar till torsdag.", Tone.QUIET),
    ),
    "sv",
)

NEW_FORM = Form(
    FORM_NEW_IDEA,
    Ref("none").encode(),
    "Ny idé",
    "Spara",
    "Avbryt",
    (
        TextInput(
            "text", "Vad har du sett?", multiline=True, hint="Skriv som du skulle säga det i fikarummet."
        ),
        Select(
            "kind", "Vad är det?", (Option("idea", "En idé"), Option("problem", "Ett problem")), value="idea"
        ),
        PersonPick("with", "Vem var med?", required=False),
    ),
    "sv",
)
ASK_FORM = Form(
    FORM_ASK,
    ABOUT,
    "Fråga Anna",
    "Skicka frågan",
    "Avbryt",
    (TextInput("question", "Vad vill du veta?", multiline=True),),
    "sv",
)


class Script:
    """A `hear` that answers in a fixed way and remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[Incoming] = []
        self.busy = 0
        self.chat: Chat | None = None
        self.manager_card = ""

    async def hear(self, incoming: Incoming) -> Answer:
        """Raises Busy as many times as `busy` says, before anything is heard."""
        if self.busy:
            self.busy -= 1
            raise Busy
        self.heard.append(incoming)
        match incoming:
            case Arrived(envelope):
                await self.say(envelope.home, GREETING)
            case Said(envelope, text, None):
                await self.say(envelope.home, receipt(text))
                self.manager_card = await self.say(BIRGITTA.home, waiting(text))
            case Said(_, text, Address() as channel):
                await self.say(channel, receipt(text))
            case Pressed(_, action):
                return await self.pressed(action)
            case Wanted(_, _, text):
                return ShowForm(filled(text))
            case SentForm():
                return self.sent(incoming)
            case _:
                raise AssertionError(incoming)
        return Nothing()

    async def say(self, to: Address, card: Card) -> str:
        """Posts; the message's id."""
        assert self.chat is not None
        return (await self.chat.post(to, card)).message

    async def pressed(self, action: str) -> Answer:
        """Each button of the script."""
        assert self.chat is not None
        match action:
            case "idea.acknowledge":
                await self.chat.edit(BIRGITTA.home, self.manager_card, ANSWERED)
                return Nothing()
            case "idea.ask":
                return ShowForm(ASK_FORM)
            case "idea.new":
                return ShowForm(NEW_FORM)
        return PrivateLine("Den knappen är gammal. Idén är redan kvitterad.")

    def sent(self, form: SentForm) -> Answer:
        """Too short is an error, once per input."""
        if form.form == FORM_NEW_IDEA and len(form.fields["text"]) < 5:
            return FormErrors({"text": "Skriv en hel mening, så att andra förstår."}, NEW_FORM)
        return PrivateLine("Sparat.")


def filled(text: str) -> Form:
    """The form for a new idea with words in it."""
    first = TextInput(
        "text", "Vad har du sett?", multiline=True, value=text, hint="Skriv som du skulle säga det."
    )
    return Form(
        NEW_FORM.name,
        NEW_FORM.value,
        NEW_FORM.title,
        NEW_FORM.submit,
        NEW_FORM.cancel,
        (first, *NEW_FORM.inputs[1:]),
        "sv",
    )


class Stand:
    """An edge with its script, its log and its clock; `digest` is the next weekly summary."""

    def __init__(self, log: MemoryLog | None = None, pulse: float = PULSE) -> None:
        self.script = Script()
        self.log = log or MemoryLog()
        self.clock = SteppedClock(moved=self._moved)
        self.scene = SCENE
        self.digest: datetime | None = DIGEST
        self.edge = WebEdge(self.script.hear, self.log, self._scene, self.clock, self._digest, pulse=pulse)
        self.script.chat = self.edge.chat

    async def _scene(self) -> Scene:
        return self.scene

    async def _digest(self) -> datetime | None:
        return self.digest

    async def _moved(self, moment: datetime) -> None:
        if self.digest is not None and moment >= self.digest:
            self.digest = None
            await self.script.say(Address("web", "web:demo", BJORKEN.conversation), SUMMARY)

    def app(self) -> web.Application:
        """The edge as an application of its own."""
        app = web.Application()
        app.add_routes(self.edge.routes())
        app.on_shutdown.append(self.edge.close)
        return app


@asynccontextmanager
async def serving(stand: Stand) -> AsyncIterator[TestServer]:
    """The stand on a free port of 127.0.0.1."""
    server = TestServer(stand.app())
    await server.start_server()
    try:
        yield server
    finally:
        await server.close()
