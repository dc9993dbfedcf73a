"""What came of it: with what led there, from whom it was asked, and what the log proposed."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.decide import undo_all
from hobnob.operations.log_deed import CannotLog
from hobnob.operations.log_outcome import confirm, log_outcome, refuse
from hobnob.operations.record import record
from hobnob.storage import models
from tests.asks import asked
from tests.people import ANA, BO, ME, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=200, text="Hello."),
            happened(Kind.MENTION, ANA, days_ago=30, text="Where do tigers sleep?"),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=29, text="In trees."),
            happened(Kind.LIKE, ANA, days_ago=28),
            happened(Kind.MENTION, BO, days_ago=3),
        ],
        now_us=NOW_US,
    )


def lines_of(person: int) -> list[int]:
    found = models.Interaction.objects.filter(contact__person_id=person)
    return list(found.order_by("at_us").values_list("pk", flat=True))


def log(kind: OutcomeKind = OutcomeKind.REFERRAL, **rest: object) -> models.Outcome:
    """What came of Ana."""
    decision = log_outcome(
        person_id(ANA),
        kind,
        **{"at_us": NOW_US, "author": curator().author, "now_us": NOW_US, **rest},
    )
    return decision.outcome


def test_the_last_exchange_led_there_unless_somebody_says_otherwise() -> None:
    _, theirs, mine, _ = lines_of(person_id(ANA))
    assert log().interactions == [theirs, mine]
    assert log(led_by=[mine]).interactions == [mine]
    assert log(led_by=[]).interactions == []


def test_what_came_before_an_exchange_was_not_led_to_by_it() -> None:
    first, *_ = lines_of(person_id(ANA))
    assert log(at_us=NOW_US - 150 * DAY).interactions == [first]
    assert log(at_us=NOW_US - 300 * DAY).interactions == []


def test_an_ask_that_was_taken_back_led_nowhere() -> None:
    kept = asked(ANA)
    assert log(ask_id=kept.pk).ask == kept
    undo_all([kept.decision], author=curator().author, now_us=NOW_US)
    with pytest.raises(CannotLog, match="Nothing was asked of them"):
        log(ask_id=kept.pk)


def test_nothing_led_there_that_was_between_others() -> None:
    with pytest.raises(CannotLog, match="must have happened between you and them"):
        log(led_by=lines_of(person_id(BO)))


def test_an_ask_must_have_been_theirs() -> None:
    with pytest.raises(CannotLog, match="Nothing was asked of them under number 99"):
        log(ask_id=99)
    assert not models.Outcome.objects.exists()


def test_nothing_comes_of_oneself() -> None:
    with pytest.raises(CannotLog, match="That is you"):
        log_outcome(person_id(ME), OutcomeKind.FUN, at_us=0, author=curator().author, now_us=NOW_US)


def test_nothing_has_come_of_it_before_it_came() -> None:
    assert log(at_us=NOW_US + DAY).at_us == NOW_US


def test_a_line_is_confirmed_or_refused_once() -> None:
    line = lines_of(person_id(BO))[0]
    by = {"author": curator().author, "now_us": NOW_US}
    confirm(OutcomeKind.DEFENCE, line, **by)
    kept = models.Outcome.objects.get()
    assert (kept.kind, kept.at_us, kept.interactions) == ("defence", NOW_US - 3 * DAY, [line])
    with pytest.raises(CannotLog, match="You said already"):
        refuse(OutcomeKind.DEFENCE, line, **by)
    refuse(OutcomeKind.PROMOTION, line, **by)
    with pytest.raises(CannotLog, match="You said already"):
        confirm(OutcomeKind.PROMOTION, line, **by)


def test_what_was_taken_back_may_be_said_anew() -> None:
    line = lines_of(person_id(BO))[0]
    by = {"author": curator().author, "now_us": NOW_US}
    refuse(OutcomeKind.PROMOTION, line, **by)
    curator().undo()
    confirm(OutcomeKind.PROMOTION, line, **by)
    curator().undo()
    refuse(OutcomeKind.PROMOTION, line, **by)


def test_a_line_that_is_nobodys_is_no_outcome() -> None:
    with pytest.raises(CannotLog, match="no line 999"):
        confirm(OutcomeKind.DEFENCE, 999, author=curator().author, now_us=NOW_US)
