"""`hobnob doctor`: is everything sound, and if not, what to do."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from hobnob.cli import TO_BE_FIXED, program
from hobnob.cli.output import AsJson, print_json, print_verdicts
from hobnob.cli.start import set_up

if TYPE_CHECKING:
    from hobnob.operations.doctor import Finding


def doctor(*, as_json: AsJson = False) -> None:
    """Look whether everything hobnob stands on is sound, and say what to do where it isn't."""
    set_up()
    from hobnob.operations.doctor import examine

    findings = examine()
    is_fine = all(each.is_fine for each in findings)
    if as_json:
        checks = [{**asdict(each), "is_fine": each.is_fine} for each in findings]
        print_json({"is_fine": is_fine, "checks": checks})
    else:
        print_verdicts((each.is_fine, each.about, _in_words(each)) for each in findings)
    if not is_fine:
        raise typer.Exit(TO_BE_FIXED)


def _in_words(finding: "Finding") -> str:
    return program.as_typed(f"{finding.says} {finding.to_do}".rstrip())
