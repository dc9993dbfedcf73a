"""`hobnob search`: people by name and handle, then what was written in notes and posts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from hobnob.cli import clock, people
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.start import open_data

if TYPE_CHECKING:
    from hobnob.storage.queries.finding.search import Found, FoundText
    from hobnob.storage.queries.people.lines import PersonLine

_LONGEST = 200


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="Beginnings of words.", show_default=False)
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Find people, notes and posts by words, or beginnings of words."""
    open_data()
    from hobnob.operations.local_user import local_user
    from hobnob.storage.queries.finding.search import search as everything_with

    reader_id = local_user().pk
    found = everything_with(" ".join(words), now_us=clock.now_us(), reader_id=reader_id)
    if as_json:
        print_json(_as_answer(found))
    else:
        _print(found)


def _as_answer(found: "Found") -> dict[str, Any]:
    return {
        "words": found.words,
        "people": [people.as_answer(each) for each in found.people],
        "meant": [people.as_answer(each) for each in found.meant],
        "notes": [_text_answer(each) for each in found.notes],
        "posts": [_text_answer(each) for each in found.posts],
    }


def _text_answer(each: "FoundText") -> dict[str, Any]:
    person = people.as_answer(each.person)
    return {"person": person, "text": each.text, "when": each.when, "url": each.url}


def _print(found: "Found") -> None:
    if found.is_empty:
        nothing = f"Nothing has “{one_line(found.words)}”."
        if not found.meant:
            out().print(f"{nothing} Try the beginning of a word.")
            return
        out().print(f"{nothing} Did you mean:")
        out().print(_people(found.meant))
        return
    blocks = [_people(found.people), _texts("Notes", found.notes), _texts("Posts", found.posts)]
    out().print(Text("\n\n").join(block for block in blocks if block))


def _people(found: "Sequence[PersonLine]") -> Text:
    return Text("\n").join(
        line(
            (one_line(person.name, 40), "name"),
            (f"  {one_line(person.at_handle, 50)}  {people.address(person)}", "handle"),
        )
        for person in found
    )


def _texts(title: str, texts: "Sequence[FoundText]") -> Text:
    lines = [line((title, "title"))] if texts else []
    for each in texts:
        lines.append(line((one_line(each.person.name, 40), "name"), (f"  {each.when}", "quiet")))
        lines.append(indented(line(f"“{one_line(each.text, _LONGEST)}”"), 2))
    return Text("\n").join(lines)
