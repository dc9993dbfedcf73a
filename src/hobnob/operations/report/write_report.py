"""Writes what came of it as a letter that somebody can print, keep and hand round."""

from pathlib import Path

from hobnob.domain.errors import HobnobError
from hobnob.domain.letter import Letter, letter
from hobnob.domain.results import Results
from hobnob.operations.report.html import as_html
from hobnob.operations.secrets.private_file import write_private


class NoSuchReport(HobnobError):
    """A letter is printed or opened in a browser, and nothing else."""


def report(found: Results, kind: str) -> bytes:
    """The letter as "html" or "pdf". Raises NoSuchReport for another kind."""
    if kind not in _KINDS:
        raise NoSuchReport(f"There is no report as “{kind}”: choose html or pdf.")
    return _KINDS[kind](letter(found))


def _as_pdf(of: Letter) -> bytes:
    # What draws it takes a moment to load, and most days nobody asks for it.
    from hobnob.operations.report.pdf import as_pdf

    return as_pdf(of)


_KINDS = {"html": as_html, "pdf": _as_pdf}


def write_report(found: Results, path: Path, kind: str, *, may_replace: bool = False) -> None:
    """Write it into a file that only its owner reads. Raises NoSuchReport or CannotWrite."""
    write_private(path, report(found, kind), may_replace=may_replace)
