"""A form to paste, and words to print, that come back through the import."""

import re
from pathlib import Path

import pytest

from hobnob.domain.handle_form import HEADINGS, form, printable, where_to
from hobnob.importers.supporters import open_supporters


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("https://herd.example/thanks", "https://herd.example/thanks"),
        ("hello@herd.example", "mailto:hello@herd.example"),
        ("mailto:hello@herd.example", "mailto:hello@herd.example"),
        ("javascript:alert(1)", ""),
        ("herd", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_answers_go_to_a_page_or_to_a_mailbox(typed: str, where: str) -> None:
    assert where_to(typed) == where


def test_the_form_has_no_script_and_goes_where_it_is_told() -> None:
    html = form("https://herd.example/in?a=1&b=2")
    assert '<form action="https://herd.example/in?a=1&amp;b=2" method="post">' in html
    assert "script" not in html
    assert all(f'name="{heading}"' in html for heading in HEADINGS)


def test_a_form_for_a_mailbox_sends_plain_lines() -> None:
    assert 'enctype="text/plain"' in form("mailto:hello@herd.example")


def test_nothing_typed_breaks_out_of_the_form() -> None:
    assert "<b>" not in form('https://herd.example/"><b>')


def test_printed_words_say_where_to_answer() -> None:
    short, long = printable("mailto:hello@herd.example")
    assert "hello@herd.example" in short
    assert "mailto:" not in short + long
    assert "[your form" in printable("")[0]


def test_what_the_form_collects_is_read_without_a_mapping(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    names = re.findall(r'name="([^"]+)"', form("https://herd.example/thanks"))
    row = "Ana Ruiz,ana@den.example,ana.example,@ana@tusk.example,@ana,yes\n"
    file.write_text(f"{','.join(names)}\n{row}")
    found = open_supporters(file)
    assert not found.needs_mapping
    (supporter,) = [one for reading in found.read() for one in reading.supporters]
    assert {(each.network, each.handle) for each in supporter.handles} == {
        ("bluesky", "ana.example"),
        ("mastodon", "ana@tusk.example"),
        ("x", "ana"),
    }
    assert supporter.consent == "May we look you up"
