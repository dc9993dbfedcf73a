"""Every kind of file that can be imported, and which of them a file is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hobnob.domain.people import Account
from hobnob.importers import mastodon_csv, supporters, x_archive
from hobnob.importers.base import Format, UnreadableFile
from hobnob.importers.bluesky_repo import Misread, Said, Translate, format_read_by
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.fields import Misshapen


def _as_read_live(me: Account) -> Translate:
    """The records of a file mean what the same ones mean when Bluesky tells them."""
    translator = Translator(me)

    def translate(address: str, record: dict[str, object]) -> Said:
        try:
            return translator.my_record({"uri": address, "value": record})
        except Misshapen as misshapen:
            raise Misread(str(misshapen)) from misshapen

    return translate


FORMATS = (mastodon_csv.FORMAT, format_read_by(_as_read_live), x_archive.FORMAT)
"""What networks give. Each is asked whether a file is its own, and the first one takes it."""

SUPPORTERS = (
    "a table of people from your own system, or an address book (CSV, XLSX or vCard, with "
    "headings in the first rows), or what `hobnob export` wrote"
)
"""What else can be imported, in a sentence about it."""

_BY_KIND = {each.kind: each for each in FORMATS}


def is_of_supporters(path: Path) -> bool:
    """Whether a file tells of people we know, and is none that a network gives.

    Raises UnreadableFile where there is no such file.
    """
    with _openly(path):
        return supporters.is_supporter_file(path) and _network_format(path) is None


def format_of(path: Path) -> Format:
    """The kind of this file. Raises UnreadableFile, which names all kinds, where it is none."""
    with _openly(path):
        found = _network_format(path)
    if found is None:
        raise UnreadableFile(f"{path} is nothing that hobnob can read. It takes {_what_it_takes()}")
    return found


def format_called(kind: str) -> Format | None:
    """The kind of file that a source was; None where the source is no file of a network."""
    return _BY_KIND.get(kind)


def _network_format(path: Path) -> Format | None:
    return next((each for each in FORMATS if each.is_mine(path)), None)


@contextmanager
def _openly(path: Path) -> Iterator[None]:
    """Where a file can be looked into. Raises UnreadableFile with the reason where it cannot."""
    if not _is_text(str(path)):
        raise UnreadableFile(f"{str(path)!a} has signs in its name that are no text: rename it.")
    try:
        if not path.exists():
            raise UnreadableFile(f"There is no file at {path}. Check the name and where it lies.")
        if not (path.is_file() or path.is_dir()):
            raise UnreadableFile(f"{path} is neither a file nor a folder: copy it to one first.")
        yield
    except OSError as error:
        raise UnreadableFile(f"{path} could not be opened: {error.strerror or error}.") from error


def _is_text(name: str) -> bool:
    """Whether a name can be written down: systems allow any bytes."""
    return not any("\ud800" <= each <= "\udfff" for each in name)


def _what_it_takes() -> str:
    others = ", ".join(each.described for each in FORMATS)
    return f"{others}, and {SUPPORTERS}."
