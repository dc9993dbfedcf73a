"""A supporter as a row of a table, and back."""

from hypothesis import given, settings

from hobnob.domain.exports.parts import in_rows, whole
from hobnob.domain.exports.rows import row_of
from hobnob.domain.supporters import Supporter
from hobnob.importers.supporters.cells import Remark
from hobnob.importers.supporters.own.reading import supporter_of
from tests.operations.export.any_supporters import SUPPORTERS


@given(SUPPORTERS)
@settings(max_examples=50)
def test_a_row_says_all_of_a_supporter(supporter: Supporter) -> None:
    remarks: list[Remark] = []
    assert supporter_of(whole(in_rows(row_of(supporter))), remarks) == supporter
    assert remarks == []
