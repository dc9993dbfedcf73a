"""Writes what came of it as a letter that somebody can print, keep and hand round."""

from pathlib import Path

from hobnob.domain.errors import HobnobError
from hobnob.domain.letter import Letter, letter
from hobnob.domain.results import Results
from hobnob.operations.report.html import as_html
from hobnob.operations.secrets.private_file import write_private


class CannotWriteReport(HobnobError):
    """The letter cannot be written so, or there."""


def report(found: Results, kind: str) -> bytes:
    """The letter as "html" or "pdf". Raises CannotWriteReport for another kind."""
    if kind not in _KINDS:
        raise CannotWriteReport(f"There is no report as “{kind}”: choose html or pdf.")
    return _KINDS[kind](letter(found))


def _as_pdf(of: Letter) -> bytes:
    # What draws it takes a moment to load, and most days nobody asks for it.
    from hobnob.operations.report.pdf import as_pdf

    return as_pdf(of)


_KINDS = {"html": as_html, "pdf": _as_pdf}


def write_report(found: Results, path: Path, kind: str, *, may_replace: bool = False) -> None:
    """Write the letter into a file that only its owner reads. Raises CannotWriteReport."""
    content = report(found, kind)
    try:
        write_private(path, content, may_replace=may_replace)
    except FileExistsError:
        raise CannotWriteReport(
            f"{path} is there already: choose another name, or add --force."
        ) from None
    except OSError as error:
        raise CannotWriteReport(
            f"{path} cannot be written ({error.strerror}): choose another place."
        ) from error
