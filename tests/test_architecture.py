"""The import rule of the house, read off the source with `ast`: nothing of Femma is imported here.

Imports point to `bot.domain`. Each rule below is a small function from one parsed file to complaints; the
tests run it over the real tree, and over small wrong snippets to see that it would complain.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("bot", "cards", "handlers", "manifest", "storage")
# Where parts are put together: for serving, for what an operator does by hand, and to rehearse them.
SEES_EVERYTHING = {"bot.app", "bot.operators", "bot.__main__", "bot.warming"}


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a part of the house may import of the house, and of other people's libraries (None: any)."""

    own: tuple[str, ...]
    libraries: tuple[str, ...] | None = None


# The longest name that fits a module decides.
PARTS = {
    "bot": Allowed(own=("bot",)),
    "bot.domain": Allowed(own=("bot.domain",), libraries=()),
    # Words and nothing else: what is alike does not depend on what an idea is.
    "bot.likeness": Allowed(own=("bot.likeness",), libraries=()),
    "cards": Allowed(own=("bot.domain", "cards"), libraries=("babel", "fluent")),
    "cards.a3": Allowed(own=("bot.domain", "cards"), libraries=("docx", "pymupdf_fonts", "typst")),
    "handlers": Allowed(own=("bot.domain", "cards", "handlers")),
    "manifest": Allowed(own=("bot.domain", "cards", "handlers", "manifest")),
    "storage": Allowed(own=("bot.domain", "bot.likeness", "storage")),
}

# Libraries that belong to one place, and who else may not even look.
LIVES_IN = {
    "aiohttp": ("handlers",),
    "alembic": ("storage",),
    "aiosqlite": ("storage",),
    "botbuilder": ("handlers.teams",),
    "botframework": ("handlers.teams",),
    "docx": ("cards.a3",),
    "psycopg": ("storage",),
    "pymupdf_fonts": ("cards.a3",),
    "slack_bolt": ("handlers.slack",),
    "slack_sdk": ("handlers.slack",),
    "sqlalchemy": ("storage",),
    "sqlite3": ("storage",),
    "typst": ("cards.a3",),
}

PLATFORMS = ("slack", "teams", "web")
EDGES = tuple(f"handlers.{platform}" for platform in PLATFORMS)

# No package registry is named in any file. In two halves, or this file would name them.
REGISTRY_HOSTS = tuple(
    left + right
    for left, right in (
        ("pypi", ".org"),
        ("pypi.python", ".org"),
        ("pythonhosted", ".org"),
        ("registry.npmjs", ".org"),
        ("npmjs", ".com"),
        ("registry.yarnpkg", ".com"),
        ("deb.debian", ".org"),
        ("security.debian", ".org"),
        ("proxy.golang", ".org"),
        ("crates", ".io"),
    )
)
NOT_OURS = {".git", ".venv", ".hypothesis", "node_modules", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its dotted name, whether it is a package's `__init__`, and its text."""

    module: str
    text: str
    is_package: bool = False

    def tree(self) -> ast.Module:
        """Parsed anew each time; the whole tree takes a few hundredths of a second."""
        return ast.parse(self.text)


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the shipped packages."""
    return tuple(read(path) for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))


def read(path: Path) -> Source:
    """One file of the tree."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    return Source(".".join(parts[:-1] if is_package else parts), path.read_text("utf-8"), is_package)


def inside(module: str, place: str) -> bool:
    """Is this module that place, or below it?"""
    return module == place or module.startswith(place + ".")


def imports(source: Source) -> Iterator[str]:
    """The dotted names of everything imported, wherever in the file; `from a import b` gives `a.b`."""
    for node in ast.walk(source.tree()):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = ".".join(filter(None, (home(source, level), module)))
                yield from (base if name.name == "*" else f"{base}.{name.name}" for name in names)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def home(source: Source, level: int) -> str:
    """Where a relative import with that many dots begins; empty for an absolute one."""
    if level == 0:
        return ""
    parts = source.module.split(".")
    keep = len(parts) - level + source.is_package
    return ".".join(parts[:keep])


def rule_for(module: str) -> Allowed:
    """The rule of the part of the house that the module stands in."""
    return PARTS[max((part for part in PARTS if inside(module, part)), key=len)]


def wrong_imports(source: Source) -> list[str]:
    """What this file imports and must not."""
    if source.module in SEES_EVERYTHING:
        return []
    return [
        f"{source.module} imports {name}" for name in imports(source) if not may_import(source.module, name)
    ]


def may_import(module: str, name: str) -> bool:
    """The import rule for one name."""
    top = name.split(".", maxsplit=1)[0]
    if top in LIVES_IN and not any(inside(module, place) for place in LIVES_IN[top]):
        return False
    rule = rule_for(module)
    if top in PACKAGES:
        return any(inside(name, place) for place in rule.own) and not crosses_edges(module, name)
    return top in sys.stdlib_module_names or rule.libraries is None or top in rule.libraries


def crosses_edges(module: str, name: str) -> bool:
    """An edge may be imported only from itself: by no other edge, and not by the handlers beside it."""
    if not inside(module, "handlers"):
        return False
    return any(inside(name, edge) and not inside(module, edge) for edge in EDGES)


def platform_names(source: Source) -> list[str]:
    """Where a file of the core names a platform, in code. Docstrings may.

    `teams` as an identifier is the plural of the domain's own `Team`, so it counts only as text.
    """
    tree = source.tree()
    words = docstrings(tree)
    found = [
        name
        for name in identifiers(tree)
        if re.search(r"(?i)slack|msteams|microsoft|(?<![a-z])web(?![a-z])", name)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
            pieces = re.split(r"[^a-z]+", node.value.lower())
            found += [repr(node.value) for platform in PLATFORMS if platform in pieces]
    return [f"{source.module} names {name}" for name in found]


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Every name that the file gives or uses."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.alias(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name


def docstrings(tree: ast.Module) -> set[int]:
    """Strings that stand alone as a statement: documentation, by node id."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def lacks_introduction(source: Source) -> bool:
    """Does the file start with neither a docstring nor a comment? An empty `__init__` needs none."""
    if not source.text.strip() or ast.get_docstring(source.tree()):
        return False
    return not source.text.lstrip().startswith("#")


def texts() -> Iterator[tuple[str, str]]:
    """Every readable text file of the project, with its path from the top."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in NOT_OURS and not name.endswith("_cache")]
        for name in names:
            path = Path(folder, name)
            try:
                yield str(path.relative_to(ROOT)), path.read_text("utf-8")
            except (UnicodeDecodeError, FileNotFoundError):
                continue


def registries_named(text: str) -> list[str]:
    """The package registry hosts that a text holds."""
    return [host for host in REGISTRY_HOSTS if host in text.lower()]


def test_there_is_something_to_read() -> None:
    assert {source.module.split(".")[0] for source in sources()} == set(PACKAGES)


def test_imports_point_inwards() -> None:
    assert [complaint for source in sources() for complaint in wrong_imports(source)] == []


def test_the_core_names_no_platform() -> None:
    core = [source for source in sources() if inside(source.module, "bot.domain")]
    assert [complaint for source in core for complaint in platform_names(source)] == []


def test_every_file_says_what_lives_there() -> None:
    assert [source.module for source in sources() if lacks_introduction(source)] == []


def test_no_file_names_a_package_registry() -> None:
    assert [f"{path}: {host}" for path, text in texts() for host in registries_named(text)] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_are_hashed_and_hold_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    names = [line for line in lines if re.match(r"[a-z0-9]", line)]
    assert names
    assert all(re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+( ;.*)? \\$", line) for line in names)
    assert all("--hash=sha256:" in lines[lines.index(name) + 1] for name in names)
    assert [line for line in lines if "://" in line or line.startswith("-")] == []


# What follows shows that each rule would complain.


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("bot.domain.ideas", "import structlog"),
        ("bot.domain.ideas", "from cards import model"),
        ("bot.domain.ideas", "from bot.settings import Settings"),
        ("bot.domain.ideas", "from bot import settings"),
        ("bot.domain.ideas", "from ..settings import Settings"),
        ("bot.domain.ideas", "def late():\n    import sqlalchemy"),
        ("bot.domain.ideas", "if TYPE_CHECKING:\n    from storage.work import Work"),
        ("bot.domain.ideas", "importlib.import_module('storage.work')"),
        ("bot.domain.ideas", "from bot.likeness.keys import keys_of"),
        ("bot.likeness.keys", "from bot.domain.ideas import Idea"),
        ("bot.likeness.keys", "import orjson"),
        ("handlers.filing", "from bot.likeness.keys import keys_of"),
        ("bot.settings", "import handlers.http"),
        ("bot.settings", "import aiohttp"),
        ("cards.views", "from handlers.incoming import Said"),
        ("cards.views", "from bot.app import build"),
        ("cards.views", "import cattrs"),
        ("cards.block_kit", "from slack_sdk.models import blocks"),
        ("handlers.conversation", "from storage.work import Work"),
        ("handlers.conversation", "from sqlalchemy import select"),
        ("handlers.conversation", "from bot import app"),
        ("handlers.conversation", "from handlers.slack.door import verify"),
        ("handlers.http", "from slack_bolt.async_app import AsyncApp"),
        ("handlers.slack.door", "from handlers.teams import door"),
        ("handlers.slack.door", "from ..teams import door"),
        ("handlers.slack.door", "from botbuilder.core import TurnContext"),
        ("handlers.teams.door", "import slack_sdk"),
        ("handlers.web.page", "from botframework.connector import auth"),
        ("manifest.teams", "import sqlalchemy"),
        ("manifest.teams", "import storage"),
        ("storage.work", "from cards.model import Card"),
        ("storage.work", "from handlers.incoming import Said"),
        ("storage.work", "from bot.settings import Settings"),
        ("storage.work", "import aiohttp"),
    ],
)
def test_a_wrong_import_is_seen(module: str, line: str) -> None:
    assert wrong_imports(Source(module, line))


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("bot.app", "import aiohttp, handlers.http, sqlalchemy, storage"),
        ("bot.__main__", "from bot.app import run"),
        ("bot.settings", "from pydantic_settings import BaseSettings"),
        ("bot.domain.ideas", "from dataclasses import replace\nfrom bot.domain.people import Team"),
        ("bot.domain.ideas", "from .people import Team"),
        ("bot.likeness.lexicon", "import tomllib\nfrom bot.likeness.spelling import fold"),
        ("storage.finding", "from bot.likeness.keys import keys_of"),
        ("bot.domain.ideas", "from . import people"),
        ("cards.texts", "from fluent.runtime import FluentBundle\nimport babel.dates"),
        ("handlers.conversation", "import structlog\nfrom bot.domain import ideas\nfrom cards import views"),
        ("handlers.http", "from aiohttp import web"),
        ("handlers.slack.door", "from slack_sdk.signature import SignatureVerifier\nfrom . import inbound"),
        ("handlers.teams.door", "from botbuilder.schema import Activity\nfrom handlers.incoming import Said"),
        ("manifest.slack", "from cards.actions import SLASH_COMMAND\nfrom handlers.slack import scopes"),
        ("storage.codec", "import cattrs\nfrom sqlalchemy import select\nfrom bot.domain.ideas import Idea"),
    ],
)
def test_a_right_import_is_left_alone(module: str, line: str) -> None:
    assert wrong_imports(Source(module, line)) == []


def test_a_package_resolves_its_own_dots() -> None:
    package = Source("handlers.slack", "from . import door\nfrom ..incoming import Said", is_package=True)
    assert list(imports(package)) == ["handlers.slack.door", "handlers.incoming.Said"]


@pytest.mark.parametrize(
    "line",
    [
        'if address.platform == "slack": ...',
        'PREFIX = "teams:"',
        'where = f"web/{page}"',
        "def post_to_slack(): ...",
        "class SlackAddress: ...",
        "web_page = 1",
        "msteams = 1",
    ],
)
def test_a_platform_in_the_core_is_seen(line: str) -> None:
    assert platform_names(Source("bot.domain.people", line))


@pytest.mark.parametrize(
    "line",
    [
        '"""Slack, Teams and the web are not known here."""',
        "def sort(teams: list[Team]) -> None: ...",
        'KIND = "team"',
        "class WebbedFeet: ...",
    ],
)
def test_the_cores_own_words_are_left_alone(line: str) -> None:
    assert platform_names(Source("bot.domain.people", line)) == []


def test_a_file_without_introduction_is_seen() -> None:
    assert lacks_introduction(Source("cards.views", "import babel\n"))
    assert not lacks_introduction(Source("cards.views", '"""Views."""\n'))
    assert not lacks_introduction(Source("cards.views", "# Views.\nimport babel\n"))
    assert not lacks_introduction(Source("cards", "", is_package=True))


def test_a_registry_is_seen() -> None:
    assert registries_named(f"index-url = https://{REGISTRY_HOSTS[0]}/simple") == [REGISTRY_HOSTS[0]]
    assert registries_named("Debian's chromium, from apt-get") == []
