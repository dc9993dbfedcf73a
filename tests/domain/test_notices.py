"""Model notices: what supporters are told before they are looked up."""

import pytest

from hobnob.domain.facts import Basis
from hobnob.domain.notices import BASES, OUR_ADDRESS, OURSELVES, left_to_fill_in, model_notice

TOLD = [each for each in Basis if each is not Basis.PERSONAL]


def test_every_basis_is_explained() -> None:
    assert set(BASES) == set(Basis)


@pytest.mark.parametrize("basis", TOLD)
def test_a_notice_says_what_for_by_what_right_and_how_to_object(basis: Basis) -> None:
    notice = model_notice(basis)
    assert "We compare what you gave us yourself" in notice
    assert "A person of our team decides about each." in notice
    assert "we stop at once and forget" in notice
    assert "data protection authority" in notice


def test_for_one_s_own_circle_nobody_needs_a_notice() -> None:
    assert model_notice(Basis.PERSONAL) == ""


def test_what_is_left_to_fill_in_is_known() -> None:
    notice = model_notice(Basis.CONSENT)
    assert left_to_fill_in(notice) == (OURSELVES, OUR_ADDRESS)
    filled = notice.replace(OURSELVES, "the Herd Trust").replace(OUR_ADDRESS, "hello@herd.example")
    assert left_to_fill_in(filled) == ()
