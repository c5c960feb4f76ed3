"""Which addresses, names and keys of a model Femma starts with, and what it says of the others."""

from __future__ import annotations

import pytest

from bot.settings import BadSetting, Settings, read_settings

NAME = {"FEMMA_MODEL_NAME": "liten"}


def read(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Settings:
    for name, value in {"FEMMA_MODE": "development", **settings}.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_none_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not read(monkeypatch).has_model


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:11434/v1",
        "http://localhost:11434/v1/",
        "http://[::1]:8080/v1",
        "http://10.1.2.3/v1",
        "http://192.168.1.5:8000/v1",
        "https://model.example.com/v1",
    ],
)
def test_it_is_taken(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    settings = read(monkeypatch, FEMMA_MODEL_URL=url, FEMMA_MODEL_KEY="KANARIE", **NAME)
    assert settings.has_model
    assert "KANARIE" not in repr(settings)


@pytest.mark.parametrize(
    "url",
    [
        "http://model.example.com/v1",
        "http://ollama:11434/v1",
        "http://8.8.8.8/v1",
        "ftp://127.0.0.1/v1",
        "https://",
        "https://[KANARIE/v1",
        "https://h:99999999/v1",
        "https://user:KANARIE@example.com/v1",
        "https://example.com/v1?key=KANARIE",
        "https://example.com/v1#KANARIE",
        "https://example.com/v1\r\nKANARIE: 1",
        "127.0.0.1:11434",
    ],
)
def test_it_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(BadSetting, match="FEMMA_MODEL_URL must be") as refused:
        read(monkeypatch, FEMMA_MODEL_URL=url, **NAME)
    assert "KANARIE" not in str(refused.value)
    assert "example" not in str(refused.value)


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"FEMMA_MODEL_URL": "http://127.0.0.1/v1"}, "FEMMA_MODEL_NAME"),
        ({"FEMMA_MODEL_URL": "http://127.0.0.1/v1", "FEMMA_MODEL_NAME": " "}, "FEMMA_MODEL_NAME"),
        ({"FEMMA_MODEL_NAME": "KANARIE"}, "FEMMA_MODEL_URL is missing"),
        ({"FEMMA_MODEL_KEY": "KANARIE"}, "FEMMA_MODEL_URL is missing"),
        (
            {"FEMMA_MODEL_URL": "http://127.0.0.1/v1", "FEMMA_MODEL_KEY": "KANARIE\nX: 1", **NAME},
            "FEMMA_MODEL_KEY",
        ),
    ],
)
def test_half_a_setting_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], named: str
) -> None:
    with pytest.raises(BadSetting, match=named) as refused:
        read(monkeypatch, **settings)
    assert "KANARIE" not in str(refused.value)
