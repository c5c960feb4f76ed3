"""The Teams app package: manifest, icons and translations, made from the same constants as the code.

`python -m manifest.teams_manifest` writes manifest/teams again. The schema is Microsoft's, version 1.25.
An administrator's own package comes from `write_package` with the real app id and address.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any, Final

from bot.domain.people import Language
from cards.actions import SHORTCUT_MAKE_IMPROVEMENT
from cards.texts import Texts, texts_for
from manifest.teams_icons import ACCENT, color_icon, outline_icon

NAME: Final = "Femma"
VERSION: Final = "0.1.0"
APP_ID: Final = "00000000-0000-0000-0000-000000000000"
DOMAIN: Final = "femma.example.com"
FOLDER: Final = Path(__file__).with_name("teams")

SCHEMAS: Final = "https://developer.microsoft.com/json-schemas/teams/v1.25"
DEFAULT_LANGUAGE: Final = Language.EN
TRANSLATIONS: Final = (Language.SV, Language.NB)

# Which commands are offered where; each is a verb of `handlers.commands`.
PERSONAL_COMMANDS: Final = ("new", "mine", "waiting", "language", "help")
TEAM_COMMANDS: Final = ("setup", "summary", "help")
# A zip keeps times: one and the same, so that the same app is the same package.
_MOMENT = (2026, 1, 1, 0, 0, 0)


def teams_manifest(app_id: str = APP_ID, domain: str = DOMAIN) -> dict[str, Any]:
    """The manifest. `app_id` is the Entra application's id, `domain` the host that Femma is reached at."""
    texts = texts_for(DEFAULT_LANGUAGE)
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": "1.25",
        "version": VERSION,
        "id": app_id,
        "developer": {
            "name": NAME,
            "websiteUrl": f"https://{domain}",
            "privacyUrl": f"https://{domain}/privacy",
            "termsOfUseUrl": f"https://{domain}/terms",
        },
        "localizationInfo": {
            "defaultLanguageTag": DEFAULT_LANGUAGE.value,
            "additionalLanguages": [
                {"languageTag": language.value, "file": f"{language.value}.json"} for language in TRANSLATIONS
            ],
        },
        "name": {"short": NAME, "full": texts.say("teams-full-name")},
        "description": {
            "short": texts.say("teams-description"),
            "full": texts.say("teams-long-description"),
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "bots": [_bot(texts, app_id)],
        "composeExtensions": [{"botId": app_id, "commands": [_message_action(texts)]}],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
        "validDomains": [domain],
    }


def translation(language: Language) -> dict[str, str]:
    """What one language says instead of the manifest's own words, by their path."""
    texts = texts_for(language)
    said = {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": NAME,
        "name.full": texts.say("teams-full-name"),
        "description.short": texts.say("teams-description"),
        "description.full": texts.say("teams-long-description"),
    }
    for list_at, commands in enumerate((PERSONAL_COMMANDS, TEAM_COMMANDS)):
        for at, command in enumerate(commands):
            path = f"bots[0].commandLists[{list_at}].commands[{at}]"
            said |= {f"{path}.{name}": text for name, text in _command(texts, command).items()}
    path = "composeExtensions[0].commands[0]"
    return said | {f"{path}.{name}": text for name, text in _action_words(texts).items()}


def package(app_id: str = APP_ID, domain: str = DOMAIN) -> dict[str, bytes]:
    """The files of the app package, by name."""
    files = {
        "manifest.json": _json(teams_manifest(app_id, domain)),
        "color.png": color_icon(),
        "outline.png": outline_icon(),
    }
    return files | {f"{language.value}.json": _json(translation(language)) for language in TRANSLATIONS}


def write_package(path: Path, app_id: str = APP_ID, domain: str = DOMAIN) -> None:
    """The zip file that an administrator uploads in the Teams admin centre."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in package(app_id, domain).items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)


def write_folder(folder: Path = FOLDER, app_id: str = APP_ID, domain: str = DOMAIN) -> None:
    """The same files side by side, to be read."""
    folder.mkdir(exist_ok=True)
    for name, content in package(app_id, domain).items():
        folder.joinpath(name).write_bytes(content)


def _bot(texts: Texts, app_id: str) -> dict[str, Any]:
    return {
        "botId": app_id,
        "scopes": ["personal", "team", "groupChat"],
        "isNotificationOnly": False,
        # People attach photos to what they tell, in the chat with Femma alone.
        "supportsFiles": True,
        "commandLists": [
            {"scopes": ["personal"], "commands": [_command(texts, name) for name in PERSONAL_COMMANDS]},
            {"scopes": ["team", "groupChat"], "commands": [_command(texts, name) for name in TEAM_COMMANDS]},
        ],
    }


def _command(texts: Texts, name: str) -> dict[str, str]:
    key = f"teams-command-{name}"
    return {"title": texts.say(key), "description": texts.say(f"{key}-description")}


def _message_action(texts: Texts) -> dict[str, Any]:
    return {
        "id": SHORTCUT_MAKE_IMPROVEMENT,
        "type": "action",
        "context": ["message"],
        "fetchTask": True,
        **_action_words(texts),
    }


def _action_words(texts: Texts) -> dict[str, str]:
    key = "teams-message-action"
    return {"title": texts.say(key), "description": texts.say(f"{key}-description")}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


if __name__ == "__main__":
    write_folder()
