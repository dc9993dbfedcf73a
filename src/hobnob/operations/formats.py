"""Every kind of file that can be imported, and which of them a file is."""

from pathlib import Path

from hobnob.domain.people import Account
from hobnob.importers import mastodon_csv, x_archive
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
"""Each is asked whether a file is its own, and the first one takes it."""

_BY_KIND = {each.kind: each for each in FORMATS}


def format_of(path: Path) -> Format:
    """The kind of this file. Raises UnreadableFile, which names all kinds, where it is none."""
    if not _is_text(str(path)):
        raise UnreadableFile(f"{str(path)!a} has signs in its name that are no text: rename it.")
    try:
        if not path.exists():
            raise UnreadableFile(f"There is no file at {path}. Check the name and where it lies.")
        if not (path.is_file() or path.is_dir()):
            raise UnreadableFile(f"{path} is neither a file nor a folder: copy it to one first.")
        found = next((each for each in FORMATS if each.is_mine(path)), None)
    except OSError as error:
        raise UnreadableFile(f"{path} could not be opened: {error.strerror or error}.") from error
    if found is None:
        raise UnreadableFile(f"{path} is nothing that hobnob can read. It takes {_what_it_takes()}")
    return found


def format_called(kind: str) -> Format | None:
    """The kind of file that a source was; None where the source is no file."""
    return _BY_KIND.get(kind)


def _is_text(name: str) -> bool:
    """Whether a name can be written down: systems allow any bytes."""
    return not any("\ud800" <= each <= "\udfff" for each in name)


def _what_it_takes() -> str:
    *others, last = (each.described for each in FORMATS)
    return f"{', '.join(others)}, and {last}."
