"""Text tables that are test and manual at once."""

from collections.abc import Mapping, Sequence


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose columns are parted by | and whose first line names them."""
    header, *lines = ([cell.strip() for cell in line.split("|")] for line in _lines(table))
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def as_markdown(found: Sequence[Mapping[str, str]]) -> str:
    """The rows as a table in Markdown, under the names of their columns."""
    lines = [list(found[0]), ["---"] * len(found[0]), *(list(row.values()) for row in found)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def _lines(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line.strip()]
