"""Writes a manifest where it is wanted: the terminal, a file, or the package to upload."""

from __future__ import annotations

import json
from pathlib import Path

from manifest.slack_manifest import slack_manifest, to_yaml
from manifest.teams_manifest import APP_ID, teams_manifest, write_package


def write(platform: str, out: Path | None, app_id: str, host: str) -> str:
    """The manifest of `slack` or `teams`; what to show in the terminal.

    `out` is a file: YAML for Slack, the package (zip) to upload for Teams.
    """
    if platform == "slack":
        text = to_yaml(slack_manifest(f"https://{host}/slack/events"))
        if out is None:
            return text
        out.write_text(text, encoding="utf-8")
        return f"{out}\n"
    if out is None:
        return json.dumps(teams_manifest(app_id or APP_ID, host), indent=2, ensure_ascii=False) + "\n"
    write_package(out, app_id or APP_ID, host)
    return f"{out}\n"
