"""What the real Slack refuses, as far as it is documented: each rule gives Slack's error code, or nothing."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft7Validator

_SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "block-kit.json"
_NEWER_THAN_THE_SCHEMA = {"data_visualization"}

Params = dict[str, Any]


@cache
def _validator(definition: str) -> Draft7Validator | None:
    """The published schema where it lies beside the project; without it only the rules below hold."""
    if not _SCHEMA.is_file():
        return None
    definitions = json.loads(_SCHEMA.read_text("utf-8"))["definitions"]
    return Draft7Validator({"definitions": definitions, "$ref": f"#/definitions/{definition}"})


def message_error(params: Params) -> str:
    """For chat.postMessage, chat.postEphemeral and chat.update."""
    text, blocks = params.get("text") or "", params.get("blocks") or []
    if not text and not blocks:
        return "no_text"
    if len(text) > 40_000:
        return "msg_too_long"
    if "<!" in text or "<@" in text:
        return "test_found_a_mention"
    return blocks_error(blocks, 50)


def blocks_error(blocks: Any, most: int) -> str:
    """For the blocks of a message or a view."""
    if not isinstance(blocks, list) or len(blocks) > most:
        return "invalid_blocks"
    if len(json.dumps(blocks, ensure_ascii=False)) > 13_200:
        return "msg_blocks_too_long"
    known = _as_the_schema_knows_it(blocks)
    validator = _validator("Blocks")
    if validator is not None and not validator.is_valid(known[:50]):
        return "invalid_blocks"
    return "" if all(map(_block_is_sound, blocks)) else "invalid_blocks"


def _as_the_schema_knows_it(blocks: list[dict[str, Any]]) -> list[Any]:
    """Without charts, and without the documented `offset` of an ordered list."""
    without_charts = [block for block in blocks if block.get("type") not in _NEWER_THAN_THE_SCHEMA]

    def without_offset(node: dict[str, Any]) -> dict[str, Any]:
        return {key: at for key, at in node.items() if key != "offset" or not isinstance(at, int) or at < 1}

    text = json.dumps(without_charts)
    known: list[Any] = json.loads(text, object_hook=without_offset)
    return known


def _block_is_sound(block: dict[str, Any]) -> bool:
    """Limits that hold also without the schema, and what it does not know."""
    elements = block.get("elements", []) if block.get("type") == "actions" else []
    ids = [element.get("action_id") for element in elements]
    return (
        len(elements) <= 25
        and len(set(ids)) == len(ids)
        and all(0 < len(element["text"]["text"]) <= 75 for element in elements if "text" in element)
        and all(len(element.get("value", "")) <= 2000 for element in elements)
        and (block.get("type") != "header" or 0 < len(block["text"]["text"]) <= 150)
        and (block.get("type") != "data_visualization" or 0 < len(block.get("title", "")) <= 50)
    )


def view_error(view: Any, kind: str) -> str:
    """For views.open (modal) and views.publish (home)."""
    if not isinstance(view, dict) or view.get("type") != kind:
        return "invalid_arguments"
    if kind == "modal":
        words = [view.get(name, {}).get("text", "") for name in ("title", "submit", "close")]
        if not all(0 < len(word) <= 24 for word in words) or len(view.get("private_metadata", "")) > 3000:
            return "invalid_arguments"
    validator = _validator("StrictModal" if kind == "modal" else "StrictHome")
    known = {**view, "blocks": _as_the_schema_knows_it(view.get("blocks") or [])}
    if validator is not None and not validator.is_valid(known):
        return "invalid_arguments"
    return "invalid_arguments" if blocks_error(view.get("blocks"), 100) else ""
