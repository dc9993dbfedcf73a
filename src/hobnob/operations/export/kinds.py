"""The kinds of files that people leave in: what each is for, holds and leaves out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hobnob.domain.errors import HobnobError
from hobnob.domain.exports.people import ExportedPerson
from hobnob.operations.export import birthdays, csv_file, json_file, vcards, xlsx_file


class NoSuchKind(HobnobError):
    """The name of a file says no kind that hobnob writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of file."""

    ending: str
    title: str
    for_what: str
    holds: str
    """What is in it, as the end of a sentence."""
    leaves_out: str
    """What is not in it, as the end of a sentence."""
    media_type: str
    file_name: str
    pieces: Callable[[Iterable[ExportedPerson], int], Iterator[bytes]]
    """The file, piece by piece, of these people at this moment."""
    is_for_writing_to: bool = False
    """Whoever died or asked to be left alone is not in it."""
    holds_gifts: bool = False
    comes_back: str = ""
    """What hobnob takes back from it, in a sentence; "" where nothing."""


_EVERYTHING = (
    "names, addresses, numbers, handles, gifts, memberships, wishes, lists, tags, topics, facts "
    "and the team’s notes"
)
_COMES_BACK = "`hobnob import` takes it back, letter by letter, and adds nothing twice."
_PRIVATE = "private notes and facts, messages, and what people post"

KINDS = (
    Kind(
        ending="csv",
        title="Table, CSV",
        for_what="for any program that reads tables, and to bring back",
        holds=_EVERYTHING,
        leaves_out=_PRIVATE,
        media_type="text/csv; charset=utf-8",
        file_name="people.csv",
        pieces=lambda people, _: csv_file.pieces(people),
        holds_gifts=True,
        comes_back=_COMES_BACK,
    ),
    Kind(
        ending="xlsx",
        title="Spreadsheet, XLSX",
        for_what="for a spreadsheet: no number or date is changed in it on the way",
        holds=_EVERYTHING,
        leaves_out=_PRIVATE,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        file_name="people.xlsx",
        pieces=lambda people, _: xlsx_file.pieces(people),
        holds_gifts=True,
        comes_back=_COMES_BACK,
    ),
    Kind(
        ending="vcf",
        title="Address book, vCard",
        for_what="for your phone or mail program",
        holds="names, addresses, numbers, websites, birthdays, profiles, labels and notes of files",
        leaves_out="gifts, memberships, tags and topics; nor is anybody who died, or asked not to "
        "be contacted",
        media_type="text/vcard; charset=utf-8",
        file_name="people.vcf",
        pieces=lambda people, _: vcards.pieces(people),
        is_for_writing_to=True,
        comes_back="`hobnob import` reads it as an address book, each card as somebody of its own.",
    ),
    Kind(
        ending="json",
        title="Everything, JSON",
        for_what="for programs, and to keep: every fact with the column it stood in",
        holds=f"{_EVERYTHING}, each fact with its column",
        leaves_out=_PRIVATE,
        media_type="application/json",
        file_name="people.json",
        pieces=lambda people, _: json_file.pieces(people),
        holds_gifts=True,
        comes_back=_COMES_BACK,
    ),
    Kind(
        ending="ics",
        title="Birthdays, calendar",
        for_what="for your calendar: every year, each once however often you add it",
        holds="names and birthdays",
        leaves_out="anything else; nor is anybody who died, or asked not to be contacted",
        media_type="text/calendar; charset=utf-8",
        file_name="birthdays.ics",
        pieces=lambda people, now_us: birthdays.pieces(people, now_us=now_us),
        is_for_writing_to=True,
        comes_back="`hobnob import` takes back birthdays that you moved in it, of people it knows.",
    ),
)


def kind_of(file_name: str) -> Kind:
    """The kind of file that a name says by its ending. Raises NoSuchKind."""
    ending = file_name.rpartition(".")[2].lower()
    for kind in KINDS:
        if kind.ending == ending:
            return kind
    raise NoSuchKind(
        f"“{file_name}” says no kind of file that hobnob writes: end its name with "
        f"{', '.join('.' + each.ending for each in KINDS[:-1])} or .{KINDS[-1].ending}."
    )
