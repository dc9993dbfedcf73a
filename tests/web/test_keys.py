"""The keys that templates give to their buttons, the help and the manual say the same."""

import re
from pathlib import Path

import pytest
from django.test import Client

import hobnob.web

TEMPLATES = Path(hobnob.web.__file__).parent / "templates"
HELP = (TEMPLATES / "parts/keys.html").read_text()
MANUAL = (Path(__file__).parents[2] / "docs/how-to/keyboard.md").read_text()
BY_SCRIPT = {"j", "k", "Ctrl Enter"}
WRITTEN = {"Escape": "Esc", " ": "Space"}


def keys() -> set[str]:
    given = {
        key
        for template in TEMPLATES.rglob("*.html")
        for key in re.findall(r'data-key="([^"{]+)"', template.read_text())
    }
    return {WRITTEN.get(key, key) for key in given | BY_SCRIPT}


def test_there_are_keys_to_speak_of() -> None:
    assert keys() >= {"o", "e", "z", "w", "x", "n", "#", "u", "g t", "/", "?", ".", "Enter", "Esc"}


@pytest.mark.parametrize("key", sorted(keys() - {"2", "3"}))
def test_every_key_stands_in_the_help(key: str) -> None:
    assert f"<kbd>{key}</kbd>" in HELP


@pytest.mark.parametrize("key", sorted(keys()))
def test_every_key_stands_in_the_manual(key: str) -> None:
    assert f"`{key}`" in MANUAL


def test_the_page_of_keys_has_one_heading_of_the_first_rank(robin: Client) -> None:
    html = robin.get("/keys/").content.decode()
    assert re.findall(r"<h1[^>]*>([^<]+)</h1>", html) == ["Keys"]


def test_the_help_speaks_of_no_key_that_is_not_there() -> None:
    assert set(re.findall(r"<kbd>([^<]+)</kbd>", HELP)) <= keys()
