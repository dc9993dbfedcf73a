"""The reference says what the programs do: it is made from them, or compared with them."""

import re
from pathlib import Path

import pytest

from hobnob.cli import reference
from hobnob.cli.reference import commands

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/reference/commands.md"


def test_the_page_is_what_the_commands_say() -> None:
    again = "python -m hobnob.cli.reference docs/reference/commands.md"
    assert PAGE.read_text(encoding="utf-8") == reference.page(), f"out of date: {again}"


@pytest.mark.parametrize("words", [words for words, _ in commands()])
def test_every_command_has_a_section(words: str) -> None:
    assert f"\n## {words}\n" in PAGE.read_text(encoding="utf-8")


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_a_page_tells_to_type_exists(path: Path) -> None:
    known = {words for words, _ in commands()} | {"hobnob list"}
    typed = re.findall(r"\./(hobnob(?: --home \w+)?(?: [a-z]+)+)", path.read_text(encoding="utf-8"))

    for words in typed:
        plain = re.sub(r" --home \w+", "", words)
        assert any(plain.startswith(each) for each in known), words
