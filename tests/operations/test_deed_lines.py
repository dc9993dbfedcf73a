"""A deed and its line in the log hold together, whatever becomes of the account."""

import pytest

from hobnob.domain.by_hand import sort_of
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Network
from hobnob.operations.claim_account import claim_account
from hobnob.operations.log_deed import log_deed
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db


def test_a_deed_is_taken_back_though_its_account_turned_out_to_be_mine() -> None:
    begin()
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    log_deed(
        person_id(ANA),
        sort_of("helped-me"),
        at_us=NOW_US,
        author=curator().author,
        now_us=NOW_US,
    )
    claim_account(ANA, now_us=NOW_US + 1, seen_us=NOW_US + 1)
    curator(days_later=1).undo()
    assert not models.Interaction.objects.filter(network=Network.OFFLINE).exists()
    rebuild()
    assert not models.Interaction.objects.filter(network=Network.OFFLINE).exists()
