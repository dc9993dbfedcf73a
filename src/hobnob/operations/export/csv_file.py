"""People as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets know it."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain

from hobnob.domain.exports.headings import COLUMNS
from hobnob.domain.exports.people import ExportedPerson
from hobnob.operations.export.people_rows import rows_of

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def pieces(people: Iterable[ExportedPerson]) -> Iterator[bytes]:
    """The file, row by row."""
    yield _BYTE_ORDER_MARK
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    for row in chain([COLUMNS], rows_of(people)):
        writer.writerow(row)
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()
