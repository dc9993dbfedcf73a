import pytest

from hobnob.domain.interactions import Kind
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _lived() -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA), happened(Kind.LIKE, BO, by_me=True)], now_us=NOW_US)
    curator().promote(person_id(ANA))
    curator().done(person_id(ANA), "waiting")


def test_a_replay_of_what_was_lived_changes_nothing() -> None:
    rebuilt = rebuild()
    assert rebuilt.is_same
    assert (rebuilt.interactions, rebuilt.contacts, rebuilt.memberships) == (2, 2, 3)


def test_a_replay_mends_and_counts_what_was_damaged() -> None:
    models.Membership.objects.filter(list__key="mentioned").delete()
    models.Membership.objects.filter(list__key="favorited").update(since_us=1)
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(d90_in=1.0, talk_in=7)
    models.TodayCard.objects.all().delete()
    rebuilt = rebuild()
    assert (rebuilt.memberships_changed, rebuilt.contacts_changed, rebuilt.cards_changed) == (
        2,
        1,
        1,
    )
    assert people.members("mentioned") == {ANA.handle}
    assert rebuild().is_same
