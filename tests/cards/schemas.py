"""The published schemas, which lie beside the project where it is built and are not copied into it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft6Validator, Draft7Validator

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "schemas"


def _read(name: str) -> dict[str, Any]:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"the schema {name} is not beside the project")
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema


@cache
def block_kit(definition: str) -> Draft7Validator:
    """A validator for one definition: Blocks, StrictModal or StrictHome. Skips the test without the file."""
    schema = _read("block-kit.json")
    return Draft7Validator({"definitions": schema["definitions"], "$ref": f"#/definitions/{definition}"})


@cache
def adaptive_card() -> Draft6Validator:
    """A validator for a whole card. Skips the test without the file."""
    return Draft6Validator(_read("adaptive-card-1.5.json"))


def complaint(validator: Draft6Validator | Draft7Validator, thing: Any) -> str:
    """What the schema says against it, or nothing."""
    error = next(iter(validator.iter_errors(thing)), None)
    return "" if error is None else f"{error.instance_path}: {error.message[:300]}"
