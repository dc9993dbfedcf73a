"""Text tables that are test and manual at once."""


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose columns are parted by | and whose first line names them."""
    header, *lines = ([cell.strip() for cell in line.split("|")] for line in _lines(table))
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def _lines(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line.strip()]
