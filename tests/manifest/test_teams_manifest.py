"""The Teams app package: what lies in manifest/teams is what the code makes, and Microsoft would take it."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from jsonschema_rs import Draft4Validator
from PIL import Image

from bot.domain.people import Language
from cards.actions import SHORTCUT_MAKE_IMPROVEMENT
from cards.words import words_for
from manifest.teams_manifest import (
    DEFAULT_LANGUAGE,
    FOLDER,
    PERSONAL_COMMANDS,
    TEAM_COMMANDS,
    TRANSLATIONS,
    package,
    teams_manifest,
    translation,
    write_folder,
    write_package,
)

SCHEMA = Path(__file__).resolve().parents[2].parent / "shared" / "schemas" / "teams-manifest-1.25.json"


def test_the_folder_is_what_the_code_makes() -> None:
    made = package()
    assert {path.name for path in FOLDER.iterdir()} == set(made)
    for name, content in made.items():
        lying = FOLDER.joinpath(name).read_bytes()
        # How hard a PNG is packed differs between builds of zlib; the picture does not.
        assert picture(lying) == picture(content) if name.endswith(".png") else lying == content


def picture(content: bytes) -> tuple[tuple[int, int], bytes]:
    """The size and the pixels."""
    with Image.open(BytesIO(content)) as image:
        return image.size, image.convert("RGBA").tobytes()


def test_microsofts_schema_takes_it() -> None:
    if not SCHEMA.exists():
        pytest.skip("the Teams manifest schema is not at hand (../shared/schemas)")
    validator = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
    app_id = "11111111-2222-3333-4444-555555555555"
    for manifest in (teams_manifest(), teams_manifest(app_id, "femma.kommun.example.com")):
        assert [error.message for error in validator.iter_errors(manifest)] == []
    assert list(validator.iter_errors(teams_manifest("not an id")))


def test_the_app_id_and_the_address_are_put_in_everywhere() -> None:
    app_id = "11111111-2222-3333-4444-555555555555"
    manifest = teams_manifest(app_id, "femma.kommun.example.com")
    assert (
        manifest["id"] == manifest["bots"][0]["botId"] == manifest["composeExtensions"][0]["botId"] == app_id
    )
    assert "femma.example.com" not in json.dumps(manifest)
    assert manifest["composeExtensions"][0]["commands"][0]["id"] == SHORTCUT_MAKE_IMPROVEMENT


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_word_is_translated(language: Language) -> None:
    """The paths of a translation are exactly the texts of the manifest."""
    manifest = teams_manifest()
    said = translation(language)
    paths = {"$schema", "name.short", "name.full", "description.short", "description.full"}
    for list_at, commands in enumerate(manifest["bots"][0]["commandLists"]):
        for at in range(len(commands["commands"])):
            path = f"bots[0].commandLists[{list_at}].commands[{at}]"
            paths |= {f"{path}.title", f"{path}.description"}
    paths |= {"composeExtensions[0].commands[0].title", "composeExtensions[0].commands[0].description"}
    assert set(said) == paths


@pytest.mark.parametrize("language", Language)
def test_texts_keep_to_microsofts_lengths(language: Language) -> None:
    said = translation(language)
    limits = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}
    for path, text in said.items():
        action = path.startswith("composeExtensions")
        limit = (32 if action else 128) if path.endswith(".title") else limits.get(path, 128)
        assert 0 < len(text) <= limit, path


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("verb", sorted({*PERSONAL_COMMANDS, *TEAM_COMMANDS}))
def test_every_command_is_one_that_femma_understands(language: Language, verb: str) -> None:
    said = translation(language)
    offered = (*PERSONAL_COMMANDS, *TEAM_COMMANDS)
    titles = [said[path] for path in said if path.startswith("bots") and path.endswith(".title")]
    for name, title in zip(offered, titles, strict=True):
        if name == verb:
            assert title.lower() in words_for(language).commands[verb]


def test_the_icons_are_what_teams_asks_for() -> None:
    (width, height), pixels = picture(package()["color.png"])
    assert (width, height) == (192, 192)
    assert set(pixels[3::4]) == {255}
    (width, height), pixels = picture(package()["outline.png"])
    assert (width, height) == (32, 32)
    assert {pixels[at : at + 3] for at in range(0, len(pixels), 4)} == {b"\xff\xff\xff"}
    assert {0, 255} <= set(pixels[3::4])


def test_the_package_is_a_flat_zip_and_always_the_same(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write_package(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == package()
    write_folder(tmp_path / "folder")
    assert {path.name for path in (tmp_path / "folder").iterdir()} == set(package())


def test_every_language_is_there() -> None:
    assert {DEFAULT_LANGUAGE, *TRANSLATIONS} == set(Language)
