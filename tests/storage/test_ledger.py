"""What the ledger of a person is made of: the log, and what somebody logged by hand."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hobnob.domain.decisions import Verb
from hobnob.domain.deeds import DeedKind, Side
from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY, from_us
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.domain.social_capital import Ledger
from hobnob.operations.decide import append_decision
from hobnob.operations.record import record
from hobnob.operations.same_person import same
from hobnob.storage import models
from hobnob.storage.queries.ledger.ledgers import ledger_of, ledgers
from tests import people
from tests.people import ANA, BO, CEM, NOW_US, happened


def live(*lines: Interaction) -> None:
    people.begin()
    record(list(lines), accounts=[ANA, BO, CEM], now_us=NOW_US)


def decide(verb: Verb, who: Account, *, days_ago: float = 1, why: str = "") -> models.Decision:
    return append_decision(
        verb,
        author=people.curator().author,
        now_us=NOW_US - int(days_ago * DAY),
        person_id=people.person_id(who),
        subject="",
        why=why,
    )


def came_of_it(kind: OutcomeKind, *, days_ago: float = 1, **rest: Any) -> models.Outcome:
    decision = decide(Verb.OUTCOME, ANA)
    at_us = NOW_US - int(days_ago * DAY)
    return models.Outcome.objects.create(decision=decision, kind=kind, at_us=at_us, **rest)


def asked(answer: str) -> models.Ask:
    return models.Ask.objects.create(
        decision=decide(Verb.ASK, ANA, days_ago=9),
        outcome=OutcomeKind.DONATION,
        is_fair=True,
        sentence="",
        answer=answer,
        answered_us=NOW_US - 2 * DAY,
    )


def of_ana() -> Ledger:
    return ledger_of(people.person_id(ANA), NOW_US)


def counts(side: Side) -> dict[DeedKind, int]:
    return {entry.kind: entry.count for entry in of_ana().of(side)}


@pytest.mark.django_db
class TestLog:
    def test_what_the_log_tells_is_in_it(self) -> None:
        live(
            happened(Kind.REPLY, ANA, by_me=True, text="Thank you, Ana!"),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=2, text="In trees."),
            happened(Kind.REPOST, ANA),
            happened(Kind.QUOTE, ANA, days_ago=4),
            happened(Kind.LIKE, ANA),
        )
        assert counts(Side.GIVEN) == {DeedKind.THANKS: 1, DeedKind.ANSWER: 1}
        assert counts(Side.RECEIVED) == {DeedKind.REPOST: 2}

    def test_their_words_are_not_read(self) -> None:
        live(happened(Kind.REPLY, ANA, text="Thank you, Robin!"))
        assert counts(Side.RECEIVED) == {DeedKind.ANSWER: 1}

    def test_what_is_older_than_two_years_or_still_to_come_is_left_out(self) -> None:
        live(happened(Kind.REPOST, ANA, days_ago=731), happened(Kind.REPOST, ANA, days_ago=-1))
        assert of_ana() == Ledger()

    def test_somebody_with_whom_nothing_happened_has_an_empty_one(self) -> None:
        live(happened(Kind.REPOST, ANA))
        assert ledger_of(people.person_id(BO), NOW_US) == Ledger()

    @pytest.mark.parametrize(("amount", "count"), [(2_500, 1), (0, 0)])
    def test_a_gift_counts_once_also_where_two_files_tell_it_and_not_once_given_back(
        self, amount: int, count: int
    ) -> None:
        keys = ("civicrm:G1", "gift:other")
        live(*(happened(Kind.DONATION, ANA, native_id=key) for key in keys))
        account = models.Account.objects.get(native_id=ANA.native_id)
        for key in keys:
            models.Donation.objects.create(
                account=account,
                key=key,
                amount=amount,
                currency="EUR",
                on_date=from_us(NOW_US).date(),
                kind="payment",
            )
        assert sum(counts(Side.RECEIVED).values()) == count
        came_of_it(OutcomeKind.DONATION, days_ago=3, amount=4_500, currency="EUR")
        assert counts(Side.RECEIVED) == {DeedKind.DONATION: count + 1}

    def test_it_takes_five_queries_for_however_many(self, django_assert_num_queries: Any) -> None:
        live(happened(Kind.REPOST, ANA), happened(Kind.REPOST, BO))
        everybody = [people.person_id(each) for each in (ANA, BO, CEM)]
        with django_assert_num_queries(5):
            assert len(ledgers(everybody, NOW_US)) == 3


@pytest.mark.django_db
class TestByHand:
    def test_a_defence_is_in_it_until_it_is_undone(self) -> None:
        live()
        came_of_it(OutcomeKind.DEFENCE)
        assert counts(Side.RECEIVED) == {DeedKind.DEFENCE: 1}
        people.curator(days_later=1).undo()
        assert of_ana() == Ledger()

    def test_a_promotion_takes_the_place_of_the_reposts_that_show_it(self) -> None:
        live(happened(Kind.REPOST, ANA), happened(Kind.REPOST, ANA, days_ago=3))
        shown = models.Interaction.objects.order_by("-at_us").values_list("pk", flat=True)[:1]
        came_of_it(OutcomeKind.PROMOTION, interactions=list(shown))
        assert counts(Side.RECEIVED) == {DeedKind.REPOST: 1, DeedKind.PROMOTION: 1}

    def test_what_a_file_told_already_counts_once(self) -> None:
        live(happened(Kind.DONATION, ANA, days_ago=3))
        came_of_it(OutcomeKind.DONATION, days_ago=1)
        came_of_it(OutcomeKind.DONATION, days_ago=90)
        assert counts(Side.RECEIVED) == {DeedKind.DONATION: 2}

    def test_fun_is_nobodys_debt(self) -> None:
        live()
        came_of_it(OutcomeKind.FUN)
        assert of_ana() == Ledger()

    def test_a_yes_counts_until_something_came_of_it(self) -> None:
        live()
        ask = asked("yes")
        assert counts(Side.RECEIVED) == {DeedKind.YES: 1}
        came_of_it(OutcomeKind.DONATION, ask=ask)
        assert counts(Side.RECEIVED) == {DeedKind.DONATION: 1}

    def test_a_no_is_no_debt_of_theirs(self) -> None:
        live()
        asked("no")
        assert of_ana() == Ledger()

    def test_a_gesture_counts_once_also_where_the_log_shows_it(self) -> None:
        live(happened(Kind.REPLY, BO, by_me=True, days_ago=0.9, text="A tiger for you"))
        for who in (ANA, BO):
            models.Gesture.objects.create(decision=decide(Verb.GESTURE, who), kind="birthday")
        assert counts(Side.GIVEN) == {DeedKind.GESTURE: 1}
        of_bo = ledger_of(people.person_id(BO), NOW_US)
        assert [entry.kind for entry in of_bo.entries] == [DeedKind.ANSWER]

    def test_a_gesture_that_thanks_is_thanks(self) -> None:
        live()
        models.Gesture.objects.create(decision=decide(Verb.GESTURE, ANA), kind="thank_repost")
        assert counts(Side.GIVEN) == {DeedKind.THANKS: 1}


HERS = people.account("anitta")
KINDS = [
    *(Kind.REPLY, Kind.REPOST, Kind.QUOTE, Kind.MESSAGE, Kind.MENTION, Kind.LIKE, Kind.CALL),
    *(Kind.MEETING, Kind.VISIT, Kind.GIFT, Kind.DONATION, Kind.THANKS),
]


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Kind, bool, float, str, bool]]:
    """Up to 25 lines: what, by me, days ago, the words, and on which of two accounts."""
    one = st.tuples(
        st.sampled_from(KINDS),
        st.booleans(),
        st.integers(-1, 800).map(float),
        st.sampled_from(["", "thanks!", "in trees"]),
        st.booleans(),
    )
    return draw(st.lists(one, max_size=25))


def lines(history: list[tuple[Kind, bool, float, str, bool]], *, split: bool) -> list[Interaction]:
    return [
        happened(
            kind,
            HERS if split and is_other else ANA,
            by_me=by_me,
            days_ago=days_ago,
            text=text,
            native_id=f"e{number}",
        )
        for number, (kind, by_me, days_ago, text, is_other) in enumerate(history)
    ]


def lived(history: list[tuple[Kind, bool, float, str, bool]], *, split: bool) -> Ledger:
    """Their ledger in a fresh database; nothing of it stays."""
    with transaction.atomic():
        record(lines(history, split=split), accounts=[ANA, HERS], now_us=NOW_US)
        same(pk(ANA), pk(HERS), author=people.curator().author, now_us=NOW_US)
        found = of_ana()
        transaction.set_rollback(True)
    return found


def pk(who: Account) -> int:
    return models.Account.objects.get(network=who.network, native_id=who.native_id).pk


class TestHoweverItIsDivided(TestCase):
    def setUp(self) -> None:
        people.begin()

    @settings(max_examples=20, deadline=None)
    @given(histories())
    def test_two_accounts_of_one_person_change_nothing(
        self, history: list[tuple[Kind, bool, float, str, bool]]
    ) -> None:
        assert lived(history, split=True) == lived(history, split=False)

    @settings(max_examples=20, deadline=None)
    @given(histories())
    def test_asked_together_or_one_by_one_people_have_the_same(
        self, history: list[tuple[Kind, bool, float, str, bool]]
    ) -> None:
        record(lines(history, split=True), accounts=[ANA, HERS, BO], now_us=NOW_US)
        everybody = [people.person_id(each) for each in (ANA, HERS, BO)]
        assert ledgers(everybody, NOW_US) == {each: ledger_of(each, NOW_US) for each in everybody}
