"""Who is ranked for an ask, which one is suggested on Today, and what all of it costs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hobnob.domain.ask_words import Answer
from hobnob.domain.by_hand import sort_of
from hobnob.domain.campaigns import read_plan
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.operations.asks.answer import answer_ask
from hobnob.operations.asks.campaigns import close_campaign, make_campaign
from hobnob.operations.local_user import local_user
from hobnob.operations.log_deed import log_deed
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.asks.accepted import asks_accepted
from hobnob.storage.queries.asks.campaigns import current_plan, plan_page
from hobnob.storage.queries.asks.feedback_owed import feedback_owed
from hobnob.storage.queries.asks.ranked import fairest
from hobnob.storage.queries.asks.shown import one_fair_ask
from hobnob.storage.queries.ledger.given_lately import given_since
from tests import people
from tests.asks import ana_may_be_asked, asked, gave, talked
from tests.people import ANA, BO, CEM, NOW_US, account, curator, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    ana_may_be_asked()


def wetlands(**changes: str) -> models.Campaign:
    plan = read_plan(
        name=changes.pop("name", "Wetlands in spring"),
        asks=["donation: a bench", "petition: sign for the meadow"],
        **changes,  # type: ignore[arg-type]
    )
    return make_campaign(plan, author=local_user(), now_us=NOW_US)


def test_no_plan_takes_the_address_of_a_page() -> None:
    assert [wetlands(name=name).key for name in ("New", "Spring " * 11)] == [
        "new-2",
        "spring-spring-spring-spring-spring-sprin",
    ]


def test_the_fairest_comes_first_and_the_others_say_why_not() -> None:
    record([*talked(CEM), *gave(CEM)[:1]], now_us=NOW_US)
    found = fairest(OutcomeKind.PETITION, [], NOW_US, 9)

    assert [each.person.name for each in found.may_ask] == ["Ana Núñez", "Cem"]
    assert [each.person.name for each in found.give_first] == ["Bo"]
    assert all(each.because.startswith("because ") for each in found.may_ask + found.give_first)


def test_nobody_is_ranked_whom_i_block() -> None:
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(is_blocked=True)
    found = fairest(OutcomeKind.PETITION, [], NOW_US, 9)

    assert [each.person.name for each in (*found.may_ask, *found.give_first)] == ["Bo"]


def test_those_left_out_and_those_not_meant_are_not_ranked() -> None:
    ana, bo = person_id(ANA), person_id(BO)
    assert fairest(OutcomeKind.PETITION, [], NOW_US, 9, among=[bo]).may_ask == ()
    assert fairest(OutcomeKind.PETITION, [], NOW_US, 9, but=[ana]).may_ask == ()


def test_ranking_ten_people_takes_as_many_queries_as_ranking_two() -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            fairest(OutcomeKind.PETITION, [], NOW_US, 1)
        return len(captured)

    few = queries()
    record([each for name in "abcdefgh" for each in talked(account(name))], now_us=NOW_US)

    assert queries() == few


def test_no_ask_is_suggested_without_a_plan_that_runs() -> None:
    assert one_fair_ask(NOW_US) is None
    assert current_plan(NOW_US) is None
    wetlands(begins_on="2027-03-01")
    assert one_fair_ask(NOW_US) is None


def test_the_plan_that_ends_first_is_the_current_one() -> None:
    wetlands(name="Otters")
    wetlands(ends_on="2027-05-01")
    plan = current_plan(NOW_US)

    assert plan is not None
    assert plan.sentence == "Wetlands in spring: nobody asked yet; until 1 May"
    close_campaign("wetlands-in-spring", now_us=NOW_US)
    after = current_plan(NOW_US)
    assert after is not None
    assert after.name == "Otters"


def test_one_ask_of_the_plan_is_suggested_of_whom_it_is_fair_to_ask() -> None:
    wetlands()
    found = one_fair_ask(NOW_US)

    assert found is not None
    assert (found.person.name, found.outcome, found.what) == ("Ana Núñez", "donation", "a bench")
    assert found.campaign_key == "wetlands-in-spring"
    assert one_fair_ask(NOW_US, but=[person_id(ANA)]) is None

    asked(ANA, campaign="wetlands-in-spring")
    assert one_fair_ask(NOW_US) is None


def test_a_plan_for_a_list_asks_its_people_alone() -> None:
    record([*talked(CEM), *gave(CEM)], now_us=NOW_US)
    curator().promote(person_id(CEM), "watchlist")
    wetlands(on_list="watchlist")
    found = one_fair_ask(NOW_US)

    assert found is not None
    assert found.person.name == "Cem"


def test_a_plan_counts_what_came_of_it() -> None:
    campaign = wetlands(ends_on="2027-05-01")
    for who, answer in ((ANA, Answer.YES), (BO, Answer.NO)):
        kept = asked(who, days_ago=3, campaign=campaign.key)
        answer_ask(kept.pk, answer, author=local_user(), now_us=NOW_US)
    page = plan_page(campaign.key, NOW_US)

    assert page is not None
    assert page.came.in_words == "1 yes, 1 no"
    assert page.line.so_far == "2 asked, 1 yes; until 1 May"
    assert page.ends_on == date(2027, 5, 1)


def test_what_was_taken_back_counts_nowhere() -> None:
    campaign = wetlands()
    asked(ANA, campaign=campaign.key)
    models.Decision.objects.filter(verb="ask").update(author=curator().author)
    curator().undo()

    page = plan_page(campaign.key, NOW_US)
    assert page is not None
    assert page.came.people == 0
    assert not asks_accepted().is_anything


def test_what_i_gave_of_late_is_counted_by_person() -> None:
    given = given_since(NOW_US - 30 * DAY, NOW_US)
    assert (given.times, given.people) == (9, 1)


def test_feedback_is_owed_until_they_hear_what_came_of_it() -> None:
    asked(ANA, "what do you think?", outcome=OutcomeKind.INFORMATION, days_ago=9)
    assert feedback_owed(NOW_US) == ()

    logged(ANA, "asked", days_ago=5)
    logged(BO, "told-me", days_ago=3)
    ana, bo = feedback_owed(NOW_US)
    assert (ana.person.name, ana.what) == ("Ana Núñez", "of the new walk")
    assert (
        ana.because == "because you asked what they think 5 days ago, and they heard nothing since"
    )
    assert (
        bo.because
        == "because they told you what they think 3 days ago, and they heard nothing since"
    )

    logged(ANA, "told", days_ago=1)
    assert [each.person.name for each in feedback_owed(NOW_US)] == ["Bo"]


def logged(who: Account, word: str, *, days_ago: int) -> None:
    """Something that was logged by hand."""
    log_deed(
        person_id(who),
        sort_of(word),
        at_us=NOW_US - days_ago * DAY,
        author=local_user(),
        now_us=NOW_US,
        words="of the new walk",
    )
