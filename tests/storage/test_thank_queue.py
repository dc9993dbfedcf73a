"""Whom to thank, for what, in which order; and who is not on it."""

from typing import Any

import pytest

from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY, from_us
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.domain.today import Section
from hobnob.operations.decide import append_decision
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.asks.standing import not_thanked
from hobnob.storage.queries.ledger.thank_queue import owed_by, thank_queue
from tests import people
from tests.people import ANA, BO, CEM, NOW_US, happened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def live(*lines: Interaction) -> None:
    record(list(lines), accounts=[ANA, BO, CEM], now_us=NOW_US)


def queue(**rest: Any) -> list[str]:
    """Who is on it, by handle."""
    return [
        models.Account.objects.get(person_id=owed.person_id).handle
        for owed in thank_queue(NOW_US, **rest)
    ]


def decide(verb: Verb, who: Account, *, days_ago: float, why: str = "") -> models.Decision:
    return append_decision(
        verb,
        author=people.curator().author,
        now_us=NOW_US - int(days_ago * DAY),
        person_id=people.person_id(who),
        subject="",
        why=why,
    )


def because() -> str:
    (owed,) = thank_queue(NOW_US)
    return owed.because


def test_who_shared_my_words_is_on_it_with_the_words() -> None:
    live(happened(Kind.REPOST, ANA, days_ago=2, text="Tigers sleep in trees"))
    (owed,) = thank_queue(NOW_US)
    assert owed.because == "because they shared your post, 2 days ago"
    assert owed.happened == "shared your post 2 days ago"
    assert owed.what == "Tigers sleep in trees"


def test_the_reposts_of_one_person_are_one_row() -> None:
    live(*(happened(Kind.REPOST, ANA, days_ago=each) for each in (2, 3, 5)))
    assert because() == "because they shared 3 posts of yours, the last 2 days ago"


def test_a_gift_comes_before_a_repost_also_when_it_is_older() -> None:
    live(happened(Kind.REPOST, ANA, days_ago=0.1), happened(Kind.GIFT, BO, days_ago=40))
    assert queue() == [BO.handle, ANA.handle]


def test_a_rare_repost_comes_before_the_tenth_of_a_daily_one() -> None:
    live(
        *(happened(Kind.REPOST, ANA, days_ago=each) for each in range(1, 11)),
        happened(Kind.REPOST, BO, days_ago=9),
    )
    assert queue() == [BO.handle, ANA.handle]


def test_it_says_when_they_were_last_thanked() -> None:
    live(
        happened(Kind.REPOST, ANA, days_ago=2),
        happened(Kind.REPLY, ANA, by_me=True, days_ago=100, text="Thank you, Ana!"),
    )
    assert because().endswith("; you last thanked them in August")


def test_somebody_is_one_row_that_tells_of_the_rest() -> None:
    live(happened(Kind.REPOST, ANA, days_ago=1), happened(Kind.GIFT, ANA, days_ago=3))
    assert because() == "because they gave you a gift, 3 days ago; they also shared your post"
    assert [owed.kind for owed in owed_by(people.person_id(ANA), NOW_US)] == ["gift", "repost"]


def test_a_donation_says_how_much() -> None:
    live(happened(Kind.DONATION, ANA, days_ago=3, native_id="gift:1"))
    account = models.Account.objects.get(native_id=ANA.native_id)
    models.Donation.objects.create(
        account=account, key="gift:1", amount=2500, currency="EUR", kind="payment"
    )
    assert because() == "because it is their first gift"


class TestGifts:
    def gave(self, key: str = "civicrm:G1", *, amount: int = 2_500, days_ago: int = 3) -> None:
        live(happened(Kind.DONATION, ANA, days_ago=days_ago, native_id=key))
        models.Donation.objects.create(
            account=models.Account.objects.get(native_id=ANA.native_id),
            key=key,
            amount=amount,
            currency="EUR",
            on_date=from_us(NOW_US - days_ago * DAY).date(),
            kind="payment",
        )

    def log(self, *, days_ago: int = 2, ask: models.Ask | None = None, amount: int = 2_500) -> None:
        models.Outcome.objects.create(
            decision=decide(Verb.OUTCOME, ANA, days_ago=1, why="at the fair"),
            kind=OutcomeKind.DONATION,
            at_us=NOW_US - days_ago * DAY,
            amount=amount,
            currency="EUR",
            ask=ask,
        )

    @pytest.mark.parametrize("amount", [0, -2_500])
    def test_what_was_given_back_is_no_kindness(self, amount: int) -> None:
        self.gave(amount=amount)
        assert queue() == []

    def test_what_two_files_tell_is_one(self) -> None:
        self.gave()
        self.gave("gift:other")
        self.log()
        assert because() == "because it is their first gift"

    def test_what_a_hand_wrote_down_too_is_the_files_with_the_words(self) -> None:
        self.gave()
        self.log()
        (owed,) = owed_by(people.person_id(ANA), NOW_US)
        assert owed.happened == "gave 25 EUR, 3 days ago"
        assert owed.what == "at the fair"

    def test_another_amount_is_another_gift(self) -> None:
        self.gave()
        self.log(amount=1_000)
        assert because() == "because it is their second gift this year, 35 EUR in all"
        (owed,) = thank_queue(NOW_US)
        assert owed.happened == "gave 10 EUR, 2 days ago"

    def test_a_gift_of_another_year_makes_it_no_first_one(self) -> None:
        self.gave("civicrm:G0", days_ago=500, amount=4_000)
        self.gave()
        assert because() == "because it is their first gift this year, 65 EUR since 2025"

    def test_where_a_gift_has_no_day_none_is_counted(self) -> None:
        self.gave()
        live(happened(Kind.DONATION, ANA, days_ago=None, native_id="civicrm:G0"))
        assert because() == "because it is not their first gift"

    def test_a_yes_of_which_it_came_is_thanked_with_it(self) -> None:
        live()
        ask = models.Ask.objects.create(
            decision=decide(Verb.ASK, ANA, days_ago=9, why="Give for the fen?"),
            outcome=OutcomeKind.DONATION,
            is_fair=True,
            sentence="",
            answer="yes",
            answered_us=NOW_US - 4 * DAY,
        )
        self.log(ask=ask)
        assert because() == "because it is their first gift"


def test_words_for_followers_alone_are_not_shown() -> None:
    models.OurTopic.objects.create(key="tigers", name="Tigers", words=["tiger*"], made_us=0)
    live(happened(Kind.REPOST, ANA, days_ago=2, text="Tigers sleep in trees"))
    models.Post.objects.update(is_private=True)
    (owed,) = thank_queue(NOW_US)
    assert owed.what == ""
    assert owed.because == "because they shared your post, 2 days ago"


def test_a_topic_of_ours_is_named() -> None:
    models.OurTopic.objects.create(key="tigers", name="Tigers", words=["tiger*"], made_us=0)
    live(happened(Kind.REPOST, ANA, days_ago=2, text="Tigers sleep in trees"))
    assert because() == "because they shared your post about Tigers, 2 days ago"


class TestThanked:
    @pytest.mark.parametrize("kind", [Kind.REPLY, Kind.MENTION, Kind.MESSAGE])
    def test_thanks_take_them_off_once_seen(self, kind: Kind) -> None:
        live(
            happened(Kind.REPOST, ANA, days_ago=2),
            happened(kind, ANA, by_me=True, days_ago=1, text="Thank you for sharing!"),
        )
        assert queue() == []

    def test_other_words_do_not(self) -> None:
        live(
            happened(Kind.REPOST, ANA, days_ago=2),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=1, text="In trees, mostly."),
        )
        assert queue() == [ANA.handle]

    def test_what_came_after_the_thanks_is_owed(self) -> None:
        live(
            happened(Kind.REPOST, ANA, days_ago=1),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=2, text="Thank you!"),
            happened(Kind.REPOST, ANA, days_ago=3),
        )
        assert (
            because()
            == "because they shared your post, yesterday; you last thanked them 2 days ago"
        )

    def test_thanks_by_hand_count(self) -> None:
        live(
            happened(Kind.GIFT, ANA, days_ago=2),
            happened(Kind.THANKS, ANA, by_me=True, days_ago=1),
        )
        assert queue() == []

    @pytest.mark.parametrize(("kind", "left"), [("thank_gift", []), ("birthday", [ANA.handle])])
    def test_a_gesture_counts_where_it_thanks(self, kind: str, left: list[str]) -> None:
        live(happened(Kind.GIFT, ANA, days_ago=2))
        decision = decide(Verb.GESTURE, ANA, days_ago=1)
        models.Gesture.objects.create(decision=decision, kind=kind)
        assert queue() == left

    def test_what_is_done_on_today_is_done_until_they_do_more(self) -> None:
        live(happened(Kind.REPOST, ANA, days_ago=2))
        people.curator().done(people.person_id(ANA), Section.THANK, up_to_us=NOW_US - DAY)
        assert queue() == []
        live(happened(Kind.REPOST, ANA, days_ago=0.5))
        assert queue() == [ANA.handle]

    def test_what_is_put_off_comes_back(self) -> None:
        live(happened(Kind.REPOST, ANA, days_ago=2))
        robin = people.curator()
        robin.snooze(people.person_id(ANA), Section.THANK, until_us=NOW_US + DAY)
        assert queue() == []
        robin.undo()
        assert queue() == [ANA.handle]

    def test_who_is_put_off_is_owed_no_less_and_not_to_be_asked_before(self) -> None:
        live(happened(Kind.DONATION, ANA, days_ago=2))
        ana = people.person_id(ANA)
        people.curator().snooze(ana, Section.THANK, until_us=NOW_US + DAY)
        assert queue() == []
        assert [owed.kind for owed in owed_by(ana, NOW_US)] == ["donation"]
        assert not_thanked(ana, NOW_US) == "they donated 2 days ago"


class TestNotOnIt:
    def test_after_two_months_it_falls_out(self) -> None:
        live(happened(Kind.GIFT, ANA, days_ago=61))
        assert queue() == []

    def test_a_quote_that_speaks_against_it(self) -> None:
        live(
            happened(Kind.QUOTE, ANA, text="You are an idiot, Robin."),
            happened(Kind.QUOTE, BO, text="Worth your morning coffee."),
        )
        assert queue() == [BO.handle]

    def test_who_is_blocked_or_a_bot(self) -> None:
        live(
            happened(Kind.REPOST, ANA),
            happened(Kind.BLOCK, ANA, by_me=True, days_ago=9),
            happened(Kind.REPOST, BO),
        )
        bo = models.Account.objects.get(native_id=BO.native_id)
        models.Profile.objects.create(account=bo, seen_us=0, is_bot=True)
        assert queue() == []

    @pytest.mark.parametrize("said", [{"is_deceased": True}, {"may_be_contacted": False}])
    def test_who_died_or_asked_for_quiet(self, said: dict[str, bool]) -> None:
        live(happened(Kind.GIFT, ANA))
        ana = models.Account.objects.get(native_id=ANA.native_id)
        models.Supporter.objects.create(account=ana, told_us=0, said={}, **said)
        assert queue() == []
        assert owed_by(people.person_id(ANA), NOW_US) == []


class TestByHand:
    def test_who_stood_up_for_us_is_on_it(self) -> None:
        live()
        decision = decide(Verb.OUTCOME, ANA, days_ago=1, why="told them about the clinic")
        models.Outcome.objects.create(
            decision=decision, kind=OutcomeKind.DEFENCE, at_us=NOW_US - 2 * DAY
        )
        (owed,) = thank_queue(NOW_US)
        assert owed.because == "because they stood up for you, 2 days ago"
        assert owed.what == "told them about the clinic"

    def test_a_yes_is_worth_a_thank_you(self) -> None:
        live()
        models.Ask.objects.create(
            decision=decide(Verb.ASK, ANA, days_ago=9, why="Help at the gate on Sunday?"),
            outcome=OutcomeKind.VOLUNTEERING,
            is_fair=True,
            sentence="",
            answer="yes",
            answered_us=NOW_US - 2 * DAY,
        )
        assert because() == "because they said yes to what you asked, 2 days ago"


def test_it_ends_where_it_is_told_to() -> None:
    live(*(happened(Kind.REPOST, each) for each in (ANA, BO, CEM)))
    assert len(queue(limit=2)) == 2


def test_however_many_are_on_it_the_queries_are_the_same(
    django_assert_num_queries: Any,
) -> None:
    live(*(happened(Kind.REPOST, people.account(f"p{number}")) for number in range(30)))
    with django_assert_num_queries(14):
        assert len(thank_queue(NOW_US, limit=10)) == 10
    with django_assert_num_queries(14):
        assert len(thank_queue(NOW_US, limit=25)) == 25
