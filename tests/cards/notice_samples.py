"""One notice or more for everything Femma can say: ordinary ones, and each variant that looks different.

All of it is invented. The names of the samples are the names of the golden files.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.domain.a3 import A3, Trial
from bot.domain.attempts import ANSWERS, Attempt, Check, Outcome
from bot.domain.cues import Elsewhere
from bot.domain.digests import Line, Shared, Summary, WeekCount
from bot.domain.effects import Basis, Effect, EffectKind, Range
from bot.domain.errors import No
from bot.domain.ideas import (
    Exchange,
    Idea,
    Kind,
    Level,
    Move,
    Promise,
    Reason,
    Reply,
    Stage,
    Voice,
    Whys,
)
from bot.domain.notices import (
    A3Page,
    Acknowledged,
    Asked,
    AuthorCard,
    CameBack,
    CheckAnswered,
    CheckQuestion,
    ColleagueCard,
    Decided,
    Door,
    DraftDropped,
    FiledInChannel,
    Found,
    GainRow,
    Gains,
    Hello,
    Help,
    Home,
    IdeaNames,
    IdeaRow,
    JustDone,
    KeenAnswered,
    KindAnswered,
    KindQuestion,
    ManagerCard,
    Merged,
    MyIdeas,
    Notice,
    NudgeRow,
    Nudges,
    PassedTo,
    Progress,
    PromiseShare,
    ReplyCame,
    Role,
    ShareRow,
    Short,
    ShortLine,
    SimilarAnswered,
    SimilarQuestion,
    SimilarRow,
    Sorry,
    StillKeen,
    TalkRests,
    TeamAnswered,
    TeamChoice,
    TeamIsSet,
    TeamQuestion,
    TurnedDown,
    VoiceCame,
    WaitingForMe,
    WasMerged,
    WasteAnswered,
    WasteQuestion,
    WeeklySummary,
    Welcome,
    WhyAnswered,
    WhyQuestion,
    WhysCame,
    WhysSent,
)
from bot.domain.people import DigestRule, Language
from bot.domain.strength import Rung
from bot.domain.talk_notices import (
    HandAnswered,
    HandAsked,
    LookAnswered,
    LookDue,
    QuoteAnswered,
    QuoteAsked,
    TalkWaits,
)
from bot.domain.totals import Sums
from bot.domain.tree import PROBLEM, Evidence, Look, Why, WhyTree
from bot.domain.wastes import Waste
from bot.domain.whys import Lead, Step, WhyTalk
from tests.cards.a3_samples import ORDINARY, SMALL

TOLD = datetime(2026, 11, 23, 7, 42, tzinfo=UTC)
ANSWERED = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
FIRST_DAY = date(2026, 11, 25)
DECISION_DAY = date(2026, 12, 8)

KEYS = "Morgonbesöken i Norr börjar sent. Vi köar vid nyckelskåpet varje dag."
LONG = "Vi letar efter liften i tre förråd innan passet kan börja. " * 60
HOSTILE = (
    "<!channel> <@U1> [x](javascript:alert(1)) **fet** <script>alert(1)</script> {{DATE(2026-01-01)}} "
    "{ $gap } &lt;b&gt; \u202egnirts\u202c ”citat” «sitat»\n# Rubrik\n- punkt\n\n\n\nslut"
)

NAMES = IdeaNames("Sara Nilsson", "Mikael Berg", "Hemtjänst Norr", "Europe/Stockholm", "Mikael Berg")
NAMELESS = IdeaNames("", "", "", "UTC")

TREE = WhyTree(
    "38 av 96 morgonbesök började för sent.",
    (
        Why("Bilarna lämnar lokalen 07.20 i stället för 07.00.", PROBLEM, Evidence.SEEN, "Körjournal v. 43"),
        Why("Fyra personer köar vid nyckelskåpet.", 0, Evidence.SEEN),
        Why("Alla nycklar kvitteras ut på morgonen.", 1, Evidence.BELIEVED, "Skåpets logg"),
    ),
)
FORKED = WhyTree(
    TREE.problem,
    (*TREE.whys, Why("Två bilar delar laddstolpe.", 0)),
)
DEEP = WhyTree(
    TREE.problem,
    (*TREE.whys, Why("Listan är sorterad efter namn.", 2, Evidence.BELIEVED), Why("Mallen är från 2019.", 3)),
)
BRANCHED = WhyTree(
    TREE.problem,
    (
        Why("Köket får bara initialer.", PROBLEM, Evidence.BELIEVED),
        Why("Listan hänger öppet.", PROBLEM, Evidence.SEEN, "Korridoren"),
        Why("Två barn har samma initialer.", PROBLEM, Evidence.BELIEVED),
        Why("Lådorna ser likadana ut.", 1),
        Why("Etiketterna är små.", 1),
    ),
)
WHYS = Whys(
    FORKED,
    touched="Brukarna på morgonrundan",
    trial="Kvällspasset lägger morgonens nycklar i påsar",
    sign="Streck för varje besök som börjar i tid",
    wording="Listan visar inte rundor, därför köar vi.",
    remark="Börja gärna med en bil.",
)

IDEA = Idea("i1", "t1", 12, Kind.PROBLEM, KEYS, "p1", "norr", TOLD, FIRST_DAY, version=3)
READ = replace(
    IDEA, stage=Stage.ACKNOWLEDGED, reply=Reply("m1", ANSWERED, ""), answer_by=DECISION_DAY, version=4
)
OPEN_QUESTION = Exchange("Kan du visa mig på plats? Jag har tid på torsdag.", "m1", ANSWERED)
ANSWER = replace(OPEN_QUESTION, answer="Ja, kom kl. 7 så ser du kön.", answered_at=ANSWERED)
REFUSED = replace(
    IDEA,
    stage=Stage.NOT_NOW,
    answer_by=None,
    reply=Reply(
        "m1",
        ANSWERED,
        "Skåpet byts i vår. Vad kan hjälpa till dess?",
        Reason.OTHER_FIRST,
        Move.NOT_NOW,
        "Om bytet dröjer till hösten.",
    ),
)

# The life after the first answer
LATER_DAY = date(2027, 1, 11)
ATTEMPT = Attempt(
    "Kvällspasset lägger morgonens nycklar i påsar, en per runda.",
    "p2",
    date(2026, 11, 30),
    date(2026, 12, 18),
    "Streck för varje besök som börjar i tid",
    "58 av 96 i tid",
)
STARTED = replace(ATTEMPT, started=True, asks=Check.ENDED)
DONE_ATTEMPT = replace(STARTED, asks=Check.MONTH, figure_after="88 av 96 i tid")
TRIED_NAMES = replace(NAMES, tried_by="Omar Haddad")
YES = Reply("m1", ANSWERED, "Bra, börja med en bil.", move=Move.TRY)
EXPLORING = replace(READ, stage=Stage.EXPLORING, reply=None, version=5)
TRYING = replace(
    READ,
    stage=Stage.TRYING,
    attempt=ATTEMPT,
    reply=YES,
    answer_by=DECISION_DAY,
    decision=Promise(DECISION_DAY, FIRST_DAY),
    version=6,
)
OWN = replace(
    TRYING,
    attempt=replace(ATTEMPT, what="", sign="", figure="", own=True),
    reply=Reply("m1", ANSWERED, "", move=Move.YOU_DECIDE),
)
DONE = replace(TRYING, stage=Stage.DONE, attempt=DONE_ATTEMPT, answer_by=LATER_DAY)
CHECKING = replace(DONE, stage=Stage.CHECKING, attempt=DONE_ATTEMPT.next(Check.QUARTER))
EFFECTS = (
    Effect(
        EffectKind.TIME,
        Basis.MEASURED,
        "10 min x 3/vecka x 12 pers",
        hours=Range(264, 276),
        used_for="promenader med dem som vill ut",
        realised=True,
    ),
    Effect(EffectKind.WORK_ENVIRONMENT, Basis.FELT, "Lugnare morgnar", realised=False),
)
STANDARD = replace(CHECKING, stage=Stage.STANDARD, answer_by=None, effects=EFFECTS)
LEARNT = replace(
    TRYING,
    stage=Stage.LEARNT,
    answer_by=None,
    attempt=replace(STARTED, learnt="Kön flyttar till bilarna."),
)
RESTING = replace(
    READ, stage=Stage.RESTING, answer_by=LATER_DAY, reply=Reply("m1", ANSWERED, "", move=Move.REST)
)
PASSED = replace(
    IDEA,
    holder="m9",
    level=Level.DEPARTMENT,
    reply=Reply("m1", ANSWERED, "", move=Move.PASS_ON),
)
OUTSIDE = replace(
    EXPLORING, holder="m1", level=Level.OUTSIDE, outside="Leverantören av nyckelskåpet", reply=PASSED.reply
)
MERGED = replace(IDEA, stage=Stage.MERGED, answer_by=None, merged_into="i7", merged_from=Stage.SUBMITTED)
HEARD = (
    Voice("p5", ANSWERED, "I Söder ligger nycklarna redan i påsar."),
    Voice("p6", ANSWERED, "Skåpet går att öppna med tagg.", named=True),
)
SEEN = replace(READ, seen=3, voices=HEARD)
MANY_VOICES = replace(READ, seen=1, voices=HEARD * 3)
ONE_VOICE = replace(TRYING, voices=HEARD[:1])

RULE = DigestRule(1, time(8, 0), "Europe/Stockholm")
WEEKS = tuple(
    WeekCount(week, told, answered)
    for week, told, answered in (
        (41, 2, 1), (42, 0, 1), (43, 3, 3), (44, 1, 1), (45, 4, 2), (46, 2, 3), (47, 5, 4), (48, 0, 0),
    )
)  # fmt: skip
EMPTY_WEEKS = tuple(WeekCount(week, 0, 0) for week in range(46, 54))
SUMMARY = Summary(
    2026,
    48,
    better=(Line(9, "Handskarna ligger i bilen", "Ada Lind", FIRST_DAY), Line(8, "Ny ramp vid entrén")),
    tried=(Line(7, "Nycklar i påsar per runda", "Omar Haddad", DECISION_DAY),),
    new=(Line(12, KEYS, "Sara Nilsson", FIRST_DAY), Line(13, "Två barn har samma initialer på lådan")),
    waiting=(Line(5, "Skrivaren står i fel hus", "", date(2026, 11, 20)),),
    more=3,
    weeks=WEEKS,
)
QUIET = Summary(2026, 53, (), (), (), (), 0, EMPTY_WEEKS)


def _row(number: int, text: str, stage: Stage = Stage.SUBMITTED, day: date | None = FIRST_DAY) -> IdeaRow:
    return IdeaRow(f"i{number}", 1, number, text, stage, day, "Hemtjänst Norr")


ROWS = (
    _row(12, KEYS),
    _row(9, LONG, Stage.ACKNOWLEDGED, DECISION_DAY),
    _row(7, "Nycklar i påsar", Stage.NOT_NOW, None),
    _row(4, "Ingen läser veckobrevet", Stage.WITHDRAWN, None),
    _row(3, "Påsar per runda", Stage.TRYING, DECISION_DAY),
    _row(2, "Ny ramp vid entrén", Stage.RESTING, LATER_DAY),
)
MANY_ROWS = tuple(_row(number, f"Sak nummer {number}") for number in range(20, 10, -1))

TEAMS = tuple(TeamChoice(f"t{n}", f"Hemtjänst {name}") for n, name in enumerate(("Norr", "Söder", "Öster")))
MANY_TEAMS = tuple(TeamChoice(f"t{n}", f"Grupp {n}") for n in range(1, 35))


def _at(step: Step, **changes: object) -> WhyTalk:
    talk = WhyTalk(TREE, step, at=2, root=2, touched=WHYS.touched, trial=WHYS.trial, sign=WHYS.sign)
    return replace(talk, **changes)  # type: ignore[arg-type]


def _asks(state: WhyTalk, lead: Lead = Lead.NONE, manager: str = "") -> WhyQuestion:
    return WhyQuestion("k1", 5, 12, state, lead, manager)


def _asks_all(state: WhyTalk, lead: Lead = Lead.NONE, by: str = "") -> WhyQuestion:
    return WhyQuestion("k1", 5, 12, state, lead, shared=True, by=by)


def _held(words: str, step: Step = Step.WHY, at: int = 0) -> WhyTalk:
    return _at(step, at=at, held=words, eased=True)


EMPTY_TREE = WhyTree(KEYS)
LOOKED_AT = TREE.marked(1, Evidence.NOT_SO, "Listan låg framme").with_look(
    2, Look("Turlistan i bilen", "Ali", date(2026, 12, 4))
)
FORKED_BY_ALI = FORKED.add(0, "Turen börjar för tidigt", "ali")
# Somebody looked and it was not so; somebody else goes to see.
LOOKED = WhyTree(
    TREE.problem,
    (
        Why("Bilarna lämnar lokalen 07.20.", PROBLEM, Evidence.NOT_SO, "Körjournal v. 43"),
        Why("Fyra personer köar vid nyckelskåpet.", PROBLEM, Evidence.NOT_SO),
        Why("Alla nycklar kvitteras ut.", PROBLEM, Evidence.BELIEVED, look=Look("Skåpet", "Maja", FIRST_DAY)),
        Why("Två bilar delar laddstolpe.", 2, look=Look("Garaget")),
    ),
)
# Seven whys below each other and more beside them than one card holds.
WIDE = WhyTree(
    KEYS,
    (
        *(Why(f"Orsak {n}.", PROBLEM if n < 3 else (n - 3) // 3, Evidence.BELIEVED) for n in range(30)),
        *(Why(LONG, 29 + n, Evidence.SEEN, LONG) for n in range(4)),
    ),
)
LONG_WORDS = replace(TREE, whys=(replace(TREE.whys[0], text=LONG), *TREE.whys[1:]))
HOSTILE_TREE = WhyTree(HOSTILE, (Why(HOSTILE, PROBLEM, Evidence.SEEN, HOSTILE), Why(HOSTILE, 0)))

TELLING: dict[str, Notice] = {
    "welcome": Welcome("Sara"),
    "welcome-without-name": Welcome(""),
    "welcome-manager": Welcome("Britta", manages=True),
    "help": Help(),
    "help-manager": Help(manages=True),
    "kind-question": KindQuestion("k1", 1, KEYS, Kind.PROBLEM),
    "kind-question-cut": KindQuestion("k1", 1, LONG, Kind.VOICE, cut=True),
    "kind-question-hostile": KindQuestion("k1", 1, HOSTILE, Kind.IDEA),
    "kind-answered": KindAnswered(KEYS, Kind.WORKS),
    "team-question": TeamQuestion("k1", 2, KEYS, TEAMS),
    "team-question-many": TeamQuestion("k1", 2, KEYS, MANY_TEAMS),
    "team-question-none": TeamQuestion("k1", 2, KEYS, ()),
    "team-answered": TeamAnswered("Hemtjänst Norr"),
    "draft-dropped": DraftDropped(KEYS),
    "filed-in-channel": FiledInChannel(12, "Mikael Berg", FIRST_DAY),
    "filed-in-channel-without-day": FiledInChannel(1234, "", None),
}

IDEAS: dict[str, Notice] = {
    "author-submitted": AuthorCard(IDEA, NAMES),
    "author-nameless": AuthorCard(replace(IDEA, kind=Kind.WORKS, answer_by=None), NAMELESS),
    "author-cut": AuthorCard(replace(IDEA, text=LONG, kind=Kind.IDEA), NAMES, cut=True),
    "author-hidden": AuthorCard(replace(IDEA, hidden=True, additions=("Även på helgen.", "I Söder.")), NAMES),
    "author-asked": AuthorCard(replace(READ, exchanges=(ANSWER, OPEN_QUESTION)), NAMES),
    "author-acknowledged": AuthorCard(READ, NAMES),
    "author-acknowledged-without-day": AuthorCard(replace(READ, answer_by=None), NAMES),
    "author-whys": AuthorCard(replace(READ, whys=WHYS, kind=Kind.VOICE), NAMES),
    "author-whys-believed": AuthorCard(replace(READ, whys=Whys(BRANCHED)), NAMES),
    "author-not-now": AuthorCard(REFUSED, NAMES),
    "author-not-now-whys": AuthorCard(replace(REFUSED, whys=WHYS), NAMES),
    "author-withdrawn": AuthorCard(replace(IDEA, stage=Stage.WITHDRAWN, answer_by=None), NAMES),
    "author-exploring": AuthorCard(replace(EXPLORING, answer_by=None), NAMES),
    "author-passed-on": AuthorCard(PASSED, replace(NAMES, manager="Eva Lund")),
    "author-passed-on-near": AuthorCard(
        replace(PASSED, level=Level.TEAM), replace(NAMES, manager="Eva Lund")
    ),
    "author-passed-to-unit": AuthorCard(replace(PASSED, level=Level.UNIT), NAMES),
    "author-passed-to-top": AuthorCard(replace(PASSED, level=Level.TOP), NAMES),
    "author-passed-outside": AuthorCard(OUTSIDE, NAMES),
    "author-instead": AuthorCard(IDEA, replace(NAMES, manager="Ada Lind", instead_of="Mikael Berg")),
    "author-resting": AuthorCard(RESTING, NAMES),
    "author-resting-asked": AuthorCard(replace(RESTING, exchanges=(OPEN_QUESTION,)), NAMES),
    "author-trying": AuthorCard(TRYING, TRIED_NAMES),
    "author-trying-hindered": AuthorCard(
        replace(TRYING, attempt=replace(ATTEMPT, hindrance="Påsarna är slut.")), TRIED_NAMES
    ),
    "author-trying-own": AuthorCard(OWN, TRIED_NAMES),
    "author-trying-unknown": AuthorCard(replace(TRYING, attempt=None), NAMELESS),
    "author-done": AuthorCard(DONE, TRIED_NAMES),
    "author-checking": AuthorCard(CHECKING, TRIED_NAMES),
    "author-standard": AuthorCard(STANDARD, TRIED_NAMES),
    "author-learnt": AuthorCard(LEARNT, TRIED_NAMES),
    "author-merged": AuthorCard(MERGED, replace(NAMES, into=7)),
    "author-merged-somewhere": AuthorCard(MERGED, NAMES),
    "author-seen": AuthorCard(SEEN, NAMES),
    "author-many-voices": AuthorCard(MANY_VOICES, NAMES),
    "author-works": AuthorCard(replace(IDEA, kind=Kind.WORKS), NAMES),
    "author-about": AuthorCard(replace(IDEA, waste=Waste.WAITING), NAMES),
    "author-hostile": AuthorCard(
        replace(READ, text=HOSTILE, additions=(HOSTILE,), reply=Reply("m1", ANSWERED, HOSTILE)),
        IdeaNames(HOSTILE, HOSTILE, HOSTILE, "Europe/Oslo", HOSTILE),
    ),
    "manager-submitted": ManagerCard(IDEA, NAMES),
    "manager-nameless": ManagerCard(replace(IDEA, answer_by=None, hidden=True), NAMELESS),
    "manager-hidden": ManagerCard(replace(IDEA, hidden=True, additions=("Även på helgen.",)), NAMES),
    "manager-asked": ManagerCard(replace(IDEA, exchanges=(OPEN_QUESTION,)), NAMES),
    "manager-answered": ManagerCard(replace(READ, exchanges=(ANSWER,)), NAMES),
    "manager-whys": ManagerCard(replace(READ, whys=WHYS), NAMES),
    "manager-not-now": ManagerCard(REFUSED, NAMES),
    "manager-withdrawn": ManagerCard(replace(IDEA, stage=Stage.WITHDRAWN, answer_by=None), NAMES),
    "manager-about": ManagerCard(replace(IDEA, waste=Waste.WAITING), NAMES),
    **{
        f"manager-trying-{rung.strength.value}": ManagerCard(
            replace(TRYING, attempt=replace(ATTEMPT, rung=int(rung))), TRIED_NAMES
        )
        for rung in (Rung.REMOVE, Rung.VISIBLE, Rung.REMIND)
    },
    "manager-more": ManagerCard(IDEA, NAMES, more=True),
    "manager-whys-more": ManagerCard(replace(READ, whys=WHYS), NAMES, more=True),
    "manager-acknowledged": ManagerCard(READ, NAMES),
    "manager-acknowledged-more": ManagerCard(READ, NAMES, more=True),
    "manager-exploring": ManagerCard(replace(EXPLORING, exchanges=(OPEN_QUESTION,)), NAMES),
    "manager-instead": ManagerCard(IDEA, replace(NAMES, manager="Ada Lind", instead_of="Mikael Berg")),
    "manager-passed-on": ManagerCard(PASSED, replace(NAMES, manager="Eva Lund")),
    "manager-passed-outside": ManagerCard(OUTSIDE, NAMES),
    "manager-resting": ManagerCard(RESTING, NAMES),
    "manager-trying": ManagerCard(ONE_VOICE, TRIED_NAMES),
    "manager-trying-whys": ManagerCard(replace(ONE_VOICE, whys=WHYS), TRIED_NAMES),
    "manager-done": ManagerCard(DONE, TRIED_NAMES),
    "manager-checking": ManagerCard(CHECKING, TRIED_NAMES),
    "manager-standard": ManagerCard(STANDARD, TRIED_NAMES),
    "manager-learnt": ManagerCard(LEARNT, TRIED_NAMES),
    "manager-merged": ManagerCard(MERGED, replace(NAMES, into=7)),
    "manager-seen": ManagerCard(SEEN, NAMES),
    "colleague": ColleagueCard(IDEA, "Sara Nilsson", NAMES),
    "colleague-nameless": ColleagueCard(replace(SEEN, additions=("Även på helgen.",)), "", NAMES),
    "colleague-part-of-it": ColleagueCard(TRYING, "Sara Nilsson", TRIED_NAMES, follows=True, sees=True),
    "colleague-not-now": ColleagueCard(REFUSED, "Sara Nilsson", NAMES),
    "colleague-standard": ColleagueCard(STANDARD, "Sara Nilsson", NAMES, follows=True),
    "colleague-merged": ColleagueCard(MERGED, "Sara Nilsson", replace(NAMES, into=7)),
    "colleague-withdrawn": ColleagueCard(replace(IDEA, stage=Stage.WITHDRAWN, answer_by=None), "", NAMES),
    "colleague-hostile": ColleagueCard(
        replace(TRYING, text=HOSTILE, attempt=replace(ATTEMPT, what=HOSTILE, sign=HOSTILE)), HOSTILE, NAMES
    ),
    "acknowledged": Acknowledged(12, KEYS, "Mikael Berg", "", DECISION_DAY),
    "acknowledged-own-words": Acknowledged(12, LONG, "", "Kör! Säg till om du behöver något.", DECISION_DAY),
    "asked": Asked("i1", 4, 12, KEYS, "Mikael Berg", OPEN_QUESTION.question),
    **{
        f"turned-down-{reason.value}": TurnedDown(12, KEYS, "Mikael Berg", reason.value, "Det får bli i vår.")
        for reason in Reason
    },
    "turned-down-unless": TurnedDown(
        12, KEYS, "Mikael Berg", "other-first", "Det får bli i vår.", "Om bytet dröjer till hösten."
    ),
    "decided-try": Decided(
        12, KEYS, "Mikael Berg", Move.TRY, "Bra, börja med en bil.", LATER_DAY, "Omar Haddad", ATTEMPT.what
    ),
    "decided-try-nameless": Decided(12, KEYS, "", Move.TRY, "", LATER_DAY),
    "decided-you-decide": Decided(12, KEYS, "Mikael Berg", Move.YOU_DECIDE, "", LATER_DAY, "Sara Nilsson"),
    "decided-rest": Decided(12, KEYS, "Mikael Berg", Move.REST, "", LATER_DAY),
    "decided-pass-on": Decided(
        12, KEYS, "Mikael Berg", Move.PASS_ON, "", FIRST_DAY, "Eva Lund", team="Fastighet"
    ),
    "decided-hostile": Decided(12, HOSTILE, HOSTILE, Move.PASS_ON, HOSTILE, FIRST_DAY, HOSTILE, team=HOSTILE),
    "passed-to": PassedTo(12, "Mikael Berg", "Skåpet är fastighets.", "Hemtjänst Norr"),
    "passed-to-bare": PassedTo(12, "", "", ""),
    "came-back-manager": CameBack(12, KEYS, FIRST_DAY, to_author=False),
    "came-back-author": CameBack(12, KEYS, FIRST_DAY, to_author=True, manager="Mikael Berg"),
    "just-done": JustDone(12, KEYS, "Sara Nilsson", "Vi flyttade skåpet till omklädningsrummet."),
    "just-done-nameless": JustDone(12, KEYS, "", "Vi flyttade skåpet."),
    "reply-came": ReplyCame(12, "Sara Nilsson", OPEN_QUESTION.question, ANSWER.answer),
    "whys-came": WhysCame(replace(READ, whys=WHYS), "Sara Nilsson"),
    "whys-came-without-why": WhysCame(replace(READ, whys=Whys(EMPTY_TREE)), ""),
    "whys-sent": WhysSent(12, "Mikael Berg"),
}

TALKS: dict[str, Notice] = {
    **{
        f"door-{place.value}": Door(place.value, "https://example.com/avvikelser", "k1", 3)
        for place in Elsewhere
    },
    "door-without-link": Door("harassment", "", "k1", 3),
    "door-nothing-kept": Door("threat", "https://example.com/hot"),
    "help-administrator": Help(administrator=True),
    "help-administrator-manager": Help(manages=True, administrator=True),
    "why-problem": _asks(WhyTalk(EMPTY_TREE)),
    "why-problem-at-start": _asks(WhyTalk(EMPTY_TREE), Lead.AT_START),
    "why-touched": _asks(WhyTalk(EMPTY_TREE, Step.TOUCHED), Lead.THANKS),
    "why-touched-again": _asks(WhyTalk(EMPTY_TREE, Step.TOUCHED, draft="Brukarna"), Lead.EMPTY),
    "why-first": _asks(WhyTalk(EMPTY_TREE, Step.WHY)),
    "why-second": _asks(_at(Step.WHY, at=0), Lead.KEPT),
    "why-third": _asks(_at(Step.WHY, at=1), Lead.OFFER_REST),
    "why-fourth": _asks(_at(Step.WHY, at=2), Lead.AGAIN),
    "why-fifth-draft": _asks(_at(Step.WHY, tree=DEEP, at=3, draft="Mallen är gammal."), Lead.RESUMED),
    "why-looked": _asks(_at(Step.WHY, tree=LOOKED, at=2)),
    "why-wide": _asks(_at(Step.WHY, tree=WIDE, at=33)),
    "why-wide-top": _asks(_at(Step.MORE_WHAT, tree=WIDE, at=0)),
    "why-hostile-tree": _asks(_at(Step.WHY, tree=HOSTILE_TREE, at=1, root=1)),
    "why-evidence": _asks(_at(Step.EVIDENCE)),
    "why-more": _asks(_at(Step.MORE, at=0)),
    "why-more-what": _asks(_at(Step.MORE_WHAT, at=1)),
    "why-enough": _asks(_at(Step.ENOUGH)),
    "why-read-back": _asks(_at(Step.READ_BACK), Lead.GO_SEE),
    "why-read-back-limps": _asks(_at(Step.READ_BACK), Lead.WHICH_STEP),
    "why-read-back-mended": _asks(_at(Step.READ_BACK, tree=FORKED), Lead.MENDED),
    "why-read-back-long": _asks(_at(Step.READ_BACK, tree=DEEP, root=4), Lead.LONG),
    "why-mend": _asks(_at(Step.MEND, at=1)),
    "why-mend-first": _asks(_at(Step.MEND, tree=LONG_WORDS, at=0)),
    "why-other": _asks(_at(Step.OTHER, tree=FORKED, at=3)),
    "why-try": _asks(_at(Step.TRY), Lead.GO_SEE),
    "why-try-few-words": _asks(_at(Step.TRY), Lead.FEW_WORDS),
    "why-notice": _asks(_at(Step.NOTICE, draft="Kön är borta"), Lead.THANKS),
    "why-confirm": _asks(
        _at(Step.CONFIRM, tree=FORKED, wording=WHYS.wording, remark=WHYS.remark), Lead.KEPT, "Mikael Berg"
    ),
    "why-confirm-not-sent": _asks(_at(Step.CONFIRM), Lead.NOT_SENT, "Mikael Berg"),
    "why-confirm-bare": _asks(WhyTalk(EMPTY_TREE, Step.CONFIRM)),
    "why-closed": _asks(WhyTalk(EMPTY_TREE, Step.CLOSED)),
    "why-problem-short": _asks(WhyTalk(EMPTY_TREE, short=True)),
    "why-look": _asks(_at(Step.LOOK, looking=1), Lead.GO_SEE),
    "why-look-problem": _asks(WhyTalk(EMPTY_TREE, Step.LOOK, unknown=True), Lead.GO_SEE),
    "why-look-who": _asks(_at(Step.LOOK_WHO, looking=1, look_where="Turlistan i bilen")),
    "why-look-when": _asks(_at(Step.LOOK_WHEN, looking=1, look_where="Turlistan i bilen")),
    "why-look-which-day": _asks(_at(Step.LOOK_WHEN, looking=1, draft="när det passar"), Lead.WHICH_DAY),
    "why-held-blame": _asks(_held("Vikarierna slarvar med nycklarna")),
    "why-held-solution": _asks(_held("Vi behöver en app för nycklarna")),
    "why-held-plain": _asks(_held("Kö vid skåpet")),
    "why-held-split": _asks(_held("Listan är gammal och skåpet ligger långt bort")),
    "why-held-asks": _asks(_held("Vad menar du?")),
    "why-try-asks": _asks(_held("Vad menar du?", Step.TRY)),
    "why-held-weak": _asks(_held("Påminn alla på APT", Step.TRY)),
    "why-try-believed": _asks(_at(Step.TRY, pocket=("En app för nycklarna",)), Lead.BELIEVED),
    "why-together": _asks_all(WhyTalk(EMPTY_TREE, Step.WHY), Lead.TOGETHER),
    "why-together-builds-on": _asks_all(_at(Step.WHY, at=1), by="Anna Lind"),
    "why-together-both": _asks_all(_at(Step.EVIDENCE, at=1), Lead.BOTH),
    "why-together-more": _asks_all(_at(Step.MORE, at=0)),
    "why-confirm-looks": _asks(
        _at(Step.CONFIRM, tree=LOOKED_AT, pocket=("En app för nycklarna",)), manager="Mikael Berg"
    ),
    "why-confirm-withheld": _asks(
        _at(Step.CONFIRM, tree=FORKED_BY_ALI.without_words_of(frozenset({"ali"}))), manager="Mikael Berg"
    ),
    "why-held-hostile": _asks(WhyTalk(HOSTILE_TREE, Step.WHY, held=HOSTILE, eased=True)),
    "why-look-hostile": _asks(
        WhyTalk(HOSTILE_TREE, Step.LOOK_WHEN, looking=0, look_where=HOSTILE, look_who=HOSTILE)
    ),
    "why-try-hostile": _asks(WhyTalk(HOSTILE_TREE, Step.TRY, pocket=(HOSTILE,))),
    "why-together-hostile": _asks_all(WhyTalk(HOSTILE_TREE, Step.WHY, at=0), by=HOSTILE),
    "why-hostile": _asks(
        WhyTalk(HOSTILE_TREE, Step.CONFIRM, 1, 1, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        manager=HOSTILE,
    ),
    "why-answered-seen": WhyAnswered(_at(Step.EVIDENCE), "seen"),
    "why-answered-limps": WhyAnswered(_at(Step.READ_BACK), "limps:2"),
    "why-answered-confirm": WhyAnswered(_at(Step.CONFIRM), "yes"),
    "why-answered-split": WhyAnswered(_held("Listan är gammal och skåpet är långt bort"), "split"),
    "why-answered-look": WhyAnswered(_at(Step.EVIDENCE), "look"),
    "why-confirm-not-so": _asks(
        _at(Step.CONFIRM, tree=TREE.marked(1, Evidence.NOT_SO)), manager="Mikael Berg"
    ),
    "why-answered-odd": WhyAnswered(_at(Step.WHY), "stop"),
    "talk-rests": TalkRests("k1", 6, 12),
    "talk-waits": TalkWaits("k1", 6, 12, KEYS),
    "talk-waits-hostile": TalkWaits("k1", 6, 12, HOSTILE),
    "look-due": LookDue("k1", 12, 1, TREE.whys[1].text, Look("Turlistan i bilen", "Ali")),
    "look-due-bare": LookDue("k1", 12, 1, TREE.whys[1].text, Look()),
    "look-due-unknown": LookDue("k1", 12, -1, KEYS, Look("Vid skåpet kl. 7", unknown=True)),
    "look-due-hostile": LookDue("k1", 12, 1, HOSTILE, Look(HOSTILE, HOSTILE)),
    "look-answered-seen": LookAnswered(12, TREE.whys[1].text, "seen"),
    "look-answered-not-so": LookAnswered(12, TREE.whys[1].text, "not-so"),
    "look-answered-not-yet": LookAnswered(12, TREE.whys[1].text, "not-yet"),
    "look-answered-hostile": LookAnswered(12, HOSTILE, "seen"),
    "hand-asked": HandAsked("k1", 6, 12, KEYS, "Anna Lind"),
    "hand-asked-hostile": HandAsked("k1", 6, 12, HOSTILE, HOSTILE),
    "hand-answered-yes": HandAnswered(12, KEYS, "Anna Lind", yes=True),
    "hand-answered-no": HandAnswered(12, KEYS, "", yes=False),
    "hand-answered-hostile": HandAnswered(12, HOSTILE, HOSTILE, yes=True),
    "quote-asked": QuoteAsked("k1", 12, "Turen börjar för tidigt", "Mikael Berg"),
    "quote-asked-plain": QuoteAsked("k1", 12, "Turen börjar för tidigt", ""),
    "quote-asked-hostile": QuoteAsked("k1", 12, HOSTILE, HOSTILE),
    "quote-answered-yes": QuoteAnswered(12, "Turen börjar för tidigt", yes=True),
    "quote-answered-no": QuoteAnswered(12, "Turen börjar för tidigt", yes=False),
    "quote-answered-hostile": QuoteAnswered(12, HOSTILE, yes=True),
}

_CHECKED = {
    Check.BEGUN: replace(TRYING, attempt=replace(ATTEMPT, hindrance="Påsarna är slut.")),
    Check.ENDED: replace(TRYING, attempt=STARTED),
    Check.MONTH: DONE,
    Check.QUARTER: CHECKING,
}
_WORDS = {
    Outcome.NOT_YET: "Påsarna är slut.",
    Outcome.STOPPED: "Kön flyttar till bilarna.",
    Outcome.STOP: "Kön flyttar till bilarna.",
    Outcome.CHANGE: "Påsar bara för de tre längsta rundorna.",
    Outcome.SLIPPED: "Sommarvikarierna fick inte veta.",
}


def _progress(check: Check, outcome: Outcome) -> Progress:
    figures = outcome in {Outcome.KEEP, Outcome.STANDARD}
    return Progress(
        12,
        KEYS,
        "Omar Haddad",
        check,
        outcome,
        _WORDS.get(outcome, ""),
        ATTEMPT.figure if figures else "",
        DONE_ATTEMPT.figure_after if figures else "",
        ATTEMPT.sign if figures else "",
        None if outcome in {Outcome.STOP, Outcome.STOPPED, Outcome.STANDARD} else LATER_DAY,
        to_author=outcome is Outcome.STANDARD,
    )


CHECKS: dict[str, Notice] = {
    **{f"check-{check.value}": CheckQuestion(idea, TRIED_NAMES) for check, idea in _CHECKED.items()},
    "check-bare": CheckQuestion(replace(TRYING, attempt=None), NAMELESS),
    **{
        f"check-answered-{check.value}-{outcome.value}": CheckAnswered(
            12, KEYS, check, outcome, _WORDS.get(outcome, "")
        )
        for check, outcomes in ANSWERS.items()
        for outcome in outcomes
    },
    **{
        f"progress-{outcome.value}": _progress(check, outcome)
        for check, outcomes in ANSWERS.items()
        for outcome in outcomes
    },
    "progress-hostile": Progress(
        12, HOSTILE, HOSTILE, Check.MONTH, Outcome.STOP, HOSTILE, HOSTILE, HOSTILE, HOSTILE
    ),
}

_MONDAY = date(2026, 11, 23)


def _waits(number: int, stage: Stage = Stage.SUBMITTED, since: date | None = _MONDAY) -> NudgeRow:
    row = NudgeRow(f"i{number}", 2, number, KEYS, "Sara Nilsson", FIRST_DAY, stage, "Europe/Stockholm", since)
    return row if number % 2 == 0 else replace(row, author="", text=f"Sak nummer {number}")


def _nudges(role: Role, *rows: NudgeRow, more: int = 0) -> Nudges:
    return Nudges("norr", "Hemtjänst Norr", role, "Mikael Berg", rows, more, today=FIRST_DAY)


_FEW = (_waits(12), _waits(13, Stage.ACKNOWLEDGED, date(2026, 11, 9)), _waits(14, since=None))
NUDGES: dict[str, Notice] = {
    "nudge-one": _nudges(Role.ANSWERS, _waits(12)),
    **{
        f"nudge-one-since-{day}": _nudges(Role.ANSWERS, _waits(12, since=date(2026, 11, day)))
        for day in (19, 20, 21, 22, 24, 25)
    },
    "nudge-one-no-day": replace(_nudges(Role.ANSWERS, _waits(13, since=None)), name=""),
    "nudge-one-decision": _nudges(Role.ANSWERS, _waits(12, Stage.EXPLORING)),
    "nudge-answers-decisions": _nudges(
        Role.ANSWERS, _waits(12, Stage.EXPLORING), _waits(14, Stage.ACKNOWLEDGED)
    ),
    "nudge-answers": _nudges(Role.ANSWERS, *_FEW),
    "nudge-answers-many": _nudges(Role.ANSWERS, *(_waits(number) for number in range(20, 12, -1)), more=4),
    "nudge-deputy": _nudges(Role.DEPUTY, _waits(12)),
    "nudge-lead": _nudges(Role.LEAD, *_FEW[:2]),
    "nudge-hostile": replace(
        _nudges(Role.DEPUTY, replace(_waits(12), text=HOSTILE, author=HOSTILE)), name=HOSTILE, manager=HOSTILE
    ),
    "promise-share": PromiseShare((ShareRow("Hemtjänst Norr", 18, 20, 2),), 90),
    "promise-share-lead": PromiseShare(
        (
            ShareRow("Hemtjänst Norr", 18, 20, 1),
            ShareRow("", 1, 1, 0),
            ShareRow("Parkene", 0, 0, 3),
            ShareRow(HOSTILE, 0, 2, 0),
        ),
        90,
        for_lead=True,
    ),
    "promise-share-none": PromiseShare((), 90),
}

TWINS = (
    SimilarRow("i7", 7, "Nycklarna hänger i fel hus", Stage.TRYING, "Hemtjänst Söder"),
    SimilarRow("i9", 9, LONG, Stage.RESTING, ""),
    SimilarRow("i4", 4, "Kö vid nyckelskåpet", Stage.STANDARD, "Hemtjänst Öster"),
)
ALIKE: dict[str, Notice] = {
    "similar-question": SimilarQuestion("k1", 3, KEYS, TWINS),
    "similar-question-one": SimilarQuestion("k1", 3, KEYS, TWINS[:1]),
    "similar-question-hostile": SimilarQuestion(
        "k1", 3, HOSTILE, (SimilarRow("i7", 7, HOSTILE, Stage.MERGED, HOSTILE),)
    ),
    "similar-answered-joined": SimilarAnswered(KEYS, 7),
    "similar-answered-new": SimilarAnswered(KEYS, 0),
    "voice-came": VoiceCame(12, KEYS, "Omar Haddad", HEARD[0].words),
    "voice-came-nameless": VoiceCame(12, KEYS, "", HEARD[0].words),
    "still-keen-resting": StillKeen("i12", 4, 12, KEYS, Stage.RESTING),
    "still-keen-not-now": StillKeen("i12", 4, 12, KEYS, Stage.NOT_NOW),
    "keen-answered-yes": KeenAnswered(12, True),
    "keen-answered-no": KeenAnswered(12, False),
    "merged": Merged("i12", 5, 12, 7, KEYS, TWINS[0].text),
    "was-merged": WasMerged(12, 7, TWINS[0].text, "Mikael Berg"),
    "found": Found("nycklar", TWINS),
    "found-many": Found("nycklar", tuple(replace(TWINS[0], idea=f"i{n}", number=n) for n in range(1, 9))),
    "found-none": Found("nycklar", ()),
    "found-none-hostile": Found(HOSTILE, ()),
}

SOUNDS: dict[str, Notice] = {
    **{f"waste-{waste.value}": WasteQuestion("i12", 1, 12, KEYS, waste) for waste in Waste},
    "waste-question-hostile": WasteQuestion("i12", 1, 12, HOSTILE, Waste.MOTION),
    "waste-answered": WasteAnswered(12, KEYS, Waste.WAITING),
    "waste-answered-left": WasteAnswered(12, KEYS),
}

LISTS: dict[str, Notice] = {
    "my-ideas": MyIdeas(ROWS),
    "my-ideas-many": MyIdeas(MANY_ROWS, more=14, resting="k1", resting_version=6),
    "my-ideas-empty": MyIdeas(()),
    "my-ideas-resting": MyIdeas(ROWS[:1], more=1, resting="k1", resting_version=6),
    "waiting-for-me": WaitingForMe(ROWS[:2]),
    "waiting-for-me-many": WaitingForMe(MANY_ROWS, more=1),
    "waiting-for-me-empty": WaitingForMe(()),
    "home": Home(ROWS, None),
    "home-empty": Home((), ()),
    "home-manager": Home(ROWS, (ROWS[0], *MANY_ROWS, _row(3, HOSTILE, day=None))),
}

FREED = Effect(
    EffectKind.TIME,
    Basis.MEASURED,
    "10 min x 3/v x 12",
    Range(264, 276),
    used_for="promenader",
    realised=True,
)

GAVE = Sums.of(
    (
        FREED,
        replace(FREED, basis=Basis.ESTIMATED, hours=Range(10, 12)),
        replace(FREED, basis=Basis.FELT, hours=None, realised=False),
        Effect(EffectKind.QUALITY, Basis.MEASURED, "7 färre fel", amount=7, unit="fel", realised=True),
        Effect(EffectKind.SERVICE, Basis.MEASURED, "1,5 dag", amount=1.5, unit="dagar", realised=True),
        Effect(EffectKind.MONEY, Basis.MEASURED, "200", amount=200, unit="kr", realised=True),
        Effect(EffectKind.SAFETY, Basis.MEASURED, "2", amount=2, realised=True),
    )
)
MANY_FIGURES = Sums.of(
    Effect(EffectKind.QUALITY, Basis.MEASURED, "1", amount=1, unit=f"{HOSTILE} {n}", realised=True)
    for n in range(30)
)
GAINS: dict[str, Notice] = {
    "gains": Gains((GainRow("Hemtjänst Norr", GAVE),), GAVE, ("promenader", "lugnare morgnar")),
    "gains-lead": Gains(
        (GainRow("Hemtjänst Norr", GAVE), GainRow("", GAVE), GainRow("Parken", Sums())),
        GAVE.plus(GAVE),
        for_lead=True,
    ),
    "gains-many-hostile": Gains(
        tuple(GainRow(f"{HOSTILE} {n}", GAVE.plus(MANY_FIGURES)) for n in range(20)),
        GAVE,
        (HOSTILE, LONG, KEYS),
        for_lead=True,
    ),
    "gains-nine": Gains(tuple(GainRow(f"Norr {n}", GAVE) for n in range(9)), GAVE),
    "gains-none": Gains((GainRow("Hemtjänst Norr", Sums()),), Sums()),
}

TEAM: dict[str, Notice] = {
    "hello": Hello("norr", 1),
    "team-is-set": TeamIsSet(
        "norr", 2, "Hemtjänst Norr", "Sara Nilsson", "Mikael Berg", "Ada Lind", Language.SV, RULE
    ),
    "team-is-set-elsewhere": TeamIsSet(
        "norr", 2, "Parkene", "", "", "", Language.NB, DigestRule(5, time(14, 30), "Europe/Tallinn")
    ),
    "weekly-summary": WeeklySummary("norr", "Hemtjänst Norr", "Mikael Berg", SUMMARY, RULE.zone),
    "weekly-summary-together": WeeklySummary(
        "norr", "Hemtjänst Norr", "Mikael Berg", replace(SUMMARY, shared=Shared("i12", 12)), RULE.zone
    ),
    "weekly-summary-preview": WeeklySummary(
        "norr",
        "Norr",
        "",
        replace(SUMMARY, week=1, tried=(Line(7, "Påsar"),), more=1),
        RULE.zone,
        preview=True,
    ),
    "weekly-summary-gave-hostile": WeeklySummary(
        "norr",
        "Norr",
        "Mikael Berg",
        replace(
            SUMMARY,
            better=(
                Line(4, KEYS, effect=FREED),
                Line(5, KEYS, "Ada Lind", effect=replace(FREED, basis=Basis.FELT, hours=None)),
                Line(6, KEYS, effect=replace(FREED, used_for=HOSTILE, basis=Basis.ESTIMATED)),
            ),
            tried=(),
            waste=Waste.WAITING,
        ),
        RULE.zone,
    ),
    "weekly-summary-quiet": WeeklySummary("norr", "Norr", "Mikael Berg", QUIET, RULE.zone),
    "weekly-summary-hostile": WeeklySummary(
        "norr",
        HOSTILE,
        HOSTILE,
        replace(SUMMARY, new=(Line(14, HOSTILE, HOSTILE),), waiting=(Line(3, HOSTILE),), more=0),
        RULE.zone,
    ),
}

HOSTILE_PAGE = A3(
    12,
    Kind.PROBLEM,
    HOSTILE,
    HOSTILE,
    date(2026, 11, 20),
    date(2026, 11, 22),
    author=HOSTILE,
    additions=(HOSTILE,),
    touched=HOSTILE,
    today=HOSTILE,
    sign=HOSTILE,
    tree=HOSTILE_TREE,
    wording=HOSTILE,
    remark=HOSTILE,
    trials=(Trial(HOSTILE, HOSTILE, date(2026, 12, 4), HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, 10),),
    effects=(Effect(EffectKind.TIME, Basis.FELT, HOSTILE, Range(1, 2), used_for=HOSTILE, realised=True),),
)

PAPERS: dict[str, Notice] = {
    "a3-page": A3Page("f0", "t1", "p1", Language.SV, ORDINARY),
    "a3-page-hidden": A3Page("f0", "t1", "p1", Language.NB, replace(SMALL, seen=1), hidden=True),
    "a3-page-hostile": A3Page("f0", "t1", "p1", Language.SV, HOSTILE_PAGE),
}

# What the sentences with a gap are given; the others have none.
_WHAT = {
    Short.GATHERED: "Hemtjänst Norr",
    Short.GATHER_DONE: "12",
    Short.HANDED: "Anna Lind",
    Short.HANDED_YES: "Anna Lind",
    Short.HANDED_NO: "Anna Lind",
    Short.QUIET_WEEK: "Hemtjänst Norr",
    Short.CHANNEL_LOST: "Hemtjänst Norr",
    Short.AWAY_SET: "11.1.",
    Short.STEP_UP: "…?",
    Short.EFFECT_SUM: "2 x 10 min x 45 = 15 h",
    **dict.fromkeys(
        (
            Short.WITHDRAWN,
            Short.ADDED,
            Short.REPLY_SENT,
            Short.REWORDED,
            Short.JUST_DONE,
            Short.JOINED,
            Short.FOLLOWING,
            Short.SEEN_TOO,
            Short.VOICE_KEPT,
            Short.WAKES,
            Short.WAKES_NOT,
            Short.MERGE_UNDONE,
            Short.EFFECT_KEPT,
            Short.EFFECT_TOLD,
            Short.PHOTO_AFTER,
            Short.A3_NOT_YET,
        ),
        "12",
    ),
}

LINES: dict[str, Notice] = {
    **{f"short-{line.value}": ShortLine(line, _WHAT.get(line, "")) for line in Short},
    **{f"sorry-{no.value}": Sorry(no, "12" if no in {No.CLOSED, No.ALREADY} else "") for no in No},
}

SAMPLES: dict[str, Notice] = {
    **TELLING, **IDEAS, **TALKS, **CHECKS, **NUDGES, **ALIKE, **SOUNDS, **LISTS, **GAINS, **TEAM, **PAPERS,
    **LINES,
}  # fmt: skip
