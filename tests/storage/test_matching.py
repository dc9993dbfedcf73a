"""Cards to review, what may be accepted together, and how far matching is."""

import pytest
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.coverage import MAJOR
from hobnob.domain.people import Network
from hobnob.domain.supporters import Channel, Fact, HandleGiven, Relationship, Wish
from hobnob.storage import models
from hobnob.storage.queries.matching.cards import beyond_doubt
from hobnob.storage.queries.matching.coverage import coverage, major_donors, told_not_seen
from hobnob.storage.queries.matching.review import match_status, review_batch
from tests import people
from tests.matching import keep, matcher, may_look, near, proposed, shown, supporter
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()
    may_look()


def berg(name: str, probability: float = 0.9, **rest: object) -> models.Candidate:
    """A supporter, and an account that may be theirs."""
    (account,) = near(shown(f"{name.lower()}berg@tusk.example", f"{name} Berg"))
    return proposed(keep(supporter(name, "Berg", **rest)), account, probability)  # type: ignore[arg-type]


def names(**narrowed: object) -> list[str]:
    return [each.name for each in review_batch(**narrowed).cards]  # type: ignore[arg-type]


# ── Cards ────────────────────────────────────────────────────────────────────


def test_who_is_likeliest_to_be_found_comes_first() -> None:
    berg("Ana", 0.3)
    berg("Bo", 0.9)
    (account,) = near(shown("cem@tusk.example", "Cem"))
    proposed(keep(supporter("Cem", "Kaya")), account, proof="because they gave us @cem")
    assert names() == ["Cem Kaya", "Bo Berg", "Ana Berg"]
    assert names(size=1) == ["Cem Kaya"]


def test_a_batch_says_how_many_are_left_and_how_far_one_is() -> None:
    ana = berg("Ana", 0.9)
    berg("Bo")
    keep(supporter("Nobody", "Known"))
    matcher().same(ana.of_id, ana.account_id)
    batch = review_batch(size=1)
    assert batch.left == 1
    assert (batch.progress.total, batch.progress.found, batch.progress.decided) == (3, 1, 1)
    assert batch.is_basis_given


def test_the_supporters_side_says_what_helps_to_tell_who_they_are() -> None:
    given = HandleGiven(network=Network.X, handle="@anab", column="Notes", is_in_passing=True)
    berg(
        "Ana",
        city="Utrecht",
        country="Netherlands",
        gave=12_000,
        email="ana@den.example",
        handles=(given,),
        relationships=(Relationship.MEMBER, Relationship.DONOR),
        organisation=Fact(value="The Ferry Trust", column="Organisation"),
    )
    (card,) = review_batch().cards
    assert card.tags == ("donor", "member")
    assert card.facts == (
        ("lives in", "Utrecht, Netherlands"),
        ("works for", "The Ferry Trust"),
        ("gave", "1 gift in 2026: 120 EUR"),
        ("e-mail", "ana@den.example"),
        ("handle on X", "@anab, told in passing"),
    )


def test_what_is_proven_says_nothing_of_who_else_would_fit() -> None:
    (account,) = near(shown("cem@tusk.example", "Cem"))
    proposed(keep(supporter("Cem", "Kaya")), account, proof="because they gave us @cem")
    ((line,),) = (each.candidates for each in review_batch().cards)
    assert (line.sentence, line.besides) == ("proven", ())


def test_an_accounts_side_has_words_the_number_and_the_evidence() -> None:
    berg("Ana", 0.83)
    (card,) = review_batch().cards
    (line,) = card.candidates
    assert (line.chance, line.in_a_hundred, line.sentence) == ("likely", 83, "likely, 83 in 100")
    assert line.evidence[0].sentence == "The display name and the handle are their whole name"
    assert (line.evidence[0].favours, line.evidence[1].favours) == (True, None)
    assert line.besides == ("Few people are called so",)
    assert line.url == "https://tusk.example/@anaberg"
    assert (line.warnings, line.proof) == ((), "")


def test_a_name_of_two_alphabets_is_warned_of_and_never_batched() -> None:
    (account,) = near(shown("ana@tusk.example", "Аna Berg"))
    proposed(keep(supporter("Ana", "Berg")), account, 0.99)
    (card,) = review_batch().cards
    (line,) = card.candidates
    assert line.warnings == ("The name mixes letters of two alphabets, as impersonators do.",)
    assert not line.may_be_batched


def test_a_card_has_the_five_likeliest_accounts() -> None:
    row = berg("Ana", 0.5)
    for number in range(6):
        (account,) = near(shown(f"ana{number}@tusk.example", "Ana"))
        proposed(row.of, account, 0.1 + number / 100)
    (card,) = review_batch().cards
    assert [round(each.probability, 2) for each in card.candidates] == [0.5, 0.15, 0.14, 0.13, 0.12]


def test_a_network_narrows_it_down() -> None:
    row = berg("Ana")
    (account,) = near(shown("ana.berg", "Ana", network=Network.BLUESKY))
    proposed(row.of, account)
    berg("Bo")
    (card,) = review_batch(network=Network.BLUESKY).cards
    assert [each.handle for each in card.candidates] == ["ana.berg"]


def test_a_segment_narrows_it_down() -> None:
    berg("Ana", relationships=(Relationship.VOLUNTEER,))
    berg("Bo", gave=50_000)
    berg("Cem", gave=100)
    assert names(segment="volunteer") == ["Ana Berg"]
    assert names(segment=MAJOR) == ["Bo Berg"]
    assert names(segment="press") == []


def test_who_is_skipped_comes_another_time() -> None:
    row = berg("Ana")
    berg("Bo", 0.5)
    assert names(skipping=[row.of_id]) == ["Bo Berg"]


def test_once_somebody_is_found_there_no_other_account_there_is_proposed() -> None:
    row = berg("Ana")
    (other,) = near(shown("anab@tusk.example", "Ana B."))
    (elsewhere,) = near(shown("ana.berg", "Ana", network=Network.BLUESKY))
    proposed(row.of, other)
    proposed(row.of, elsewhere)
    matcher().same(row.of_id, row.account_id)
    (card,) = review_batch().cards
    assert [each.handle for each in card.candidates] == ["ana.berg"]


def test_an_account_that_was_found_to_be_somebodys_is_proposed_for_nobody_else() -> None:
    row = berg("Ana", 0.9)
    proposed(keep(supporter("Anna", "Berg")), row.account, 0.8)
    assert names() == ["Ana Berg", "Anna Berg"]
    matcher().same(row.of_id, row.account_id)
    assert names() == []


def test_both_who_may_have_an_account_are_warned_of_each_other() -> None:
    row = berg("Ana", 0.9)
    proposed(keep(supporter("Anna", "Berg")), row.account, 0.8)
    ana, anna = review_batch().cards
    assert ana.candidates[0].warnings == ("It may as well be Anna Berg’s.",)
    assert anna.candidates[0].warnings == ("It may as well be Ana Berg’s.",)


def test_an_account_that_passes_for_somebody_is_warned_of() -> None:
    row = berg("Ana", 0.99)
    models.Finding.objects.create(
        account=row.account,
        name="impersonates",
        because="because they write Ana Berg’s name with letters of another script",
        found_us=NOW_US,
    )
    (card,) = review_batch().cards
    assert card.candidates[0].warnings == (
        "It may be somebody who passes for them, because they write Ana Berg’s name with letters "
        "of another script.",
    )
    assert beyond_doubt(25) == []


def test_a_no_to_one_file_holds_for_the_same_person_of_another() -> None:
    row = berg("Ana")
    matcher().not_same(row.of_id, row.account_id)
    again = keep(supporter("Ana", "Berg", key="salesforce:7"))
    proposed(again, row.account)
    assert names() == ["Ana Berg"]
    models.Account.objects.filter(pk=again.pk).update(person=row.of.person_id)
    assert names() == []


def test_nothing_is_asked_about_who_asked_since_to_be_left_alone() -> None:
    row = berg("Ana")
    berg("Bo")
    left_alone = Wish(channel=Channel.ANY, is_welcome=False, column="No contact")
    keep(supporter("Ana", "Berg", wishes=(left_alone,)), now_us=NOW_US + 1)
    keep(supporter("Bo", "Berg", is_deceased=True), now_us=NOW_US + 1)
    assert models.Candidate.objects.filter(of=row.of).exists()
    assert names() == []
    assert match_status(now_us=NOW_US).progress.possible == 0


def test_nor_where_another_file_of_the_same_person_says_so() -> None:
    row = berg("Ana")
    left_alone = Wish(channel=Channel.ANY, is_welcome=False, column="No contact")
    other = keep(supporter("Ana", "Berg", key="salesforce:7", wishes=(left_alone,)))
    assert names() == ["Ana Berg"]
    models.Account.objects.filter(pk=other.pk).update(person=row.of.person_id)
    assert names() == []
    assert coverage() == []


def test_a_batch_asks_the_same_number_of_questions_however_many_cards(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for name in ("Ana", "Bo", "Cem", "Dora", "Eve"):
        berg(name, gave=100)
    with django_assert_max_num_queries(16):
        assert len(review_batch().cards) == 5


# ── Together ─────────────────────────────────────────────────────────────────


def test_only_what_is_beyond_doubt_is_offered_together() -> None:
    berg("Ana", 0.99)
    berg("Bo", 0.97)
    both = berg("Cem", 0.985)
    proposed(keep(supporter("Cem", "Kaya")), both.account, 0.1)
    found = beyond_doubt(25)
    assert [each.name for each in found] == ["Ana Berg"]
    assert [each.may_be_batched for each in found[0].candidates] == [True]


def test_no_more_are_offered_together_than_asked_for() -> None:
    for name in ("Ana", "Bo", "Cem"):
        berg(name, 0.99)
    assert [each.name for each in beyond_doubt(2)] == ["Ana Berg", "Bo Berg"]


# ── How far it is ────────────────────────────────────────────────────────────


def test_coverage_counts_each_segment_that_anybody_is_in() -> None:
    ana = berg("Ana", gave=90_000, relationships=(Relationship.DONOR, Relationship.VOLUNTEER))
    berg("Bo", gave=100, relationships=(Relationship.DONOR,))
    cem = berg("Cem", relationships=(Relationship.VOLUNTEER,))
    matcher().same(ana.of_id, ana.account_id)
    matcher().not_same(cem.of_id, cem.account_id)
    told = {
        each.key: (each.progress.total, each.progress.found, each.progress.possible)
        for each in coverage()
    }
    assert told == {
        "all": (3, 1, 1),
        "major": (1, 1, 0),
        "donor": (2, 1, 1),
        "volunteer": (2, 1, 0),
    }
    assert coverage()[1].sentence == "100% of major donors found"
    assert coverage()[0].progress.decided == 2


def test_a_gift_that_two_files_tell_makes_nobody_a_major_donor() -> None:
    ana = keep(supporter("Ana", "Berg", gave=50_000))
    twice = keep(supporter("Ana", "Berg", key="npsp:ana", gave=50_000))
    models.Account.objects.filter(pk=twice.pk).update(person=ana.person_id)
    bo = keep(supporter("Bo", "Lind", gave=60_000))
    assert major_donors() == {bo.person_id}


def test_who_told_us_a_handle_that_nobody_met_is_counted_apart() -> None:
    def gave(first: str, handle: str, *, in_a_note: bool = False) -> models.Account:
        given = HandleGiven(
            network=Network.MASTODON, handle=handle, column="Mastodon", is_in_passing=in_a_note
        )
        return keep(supporter(first, "Berg", handles=(given,)))

    gave("Ana", "Ana@tusk.example")
    gave("Bo", "bo@tusk.example")
    gave("Cem", "niece@tusk.example", in_a_note=True)
    assert told_not_seen() == 2
    near(shown("bo@tusk.example", "Bo"))
    assert told_not_seen() == match_status(now_us=NOW_US).told_not_seen == 1


def test_who_is_not_looked_for_is_not_counted() -> None:
    keep(supporter("Ana", "Berg", is_deceased=True))
    assert coverage() == []
    assert match_status(now_us=NOW_US).progress.total == 0


def test_the_status_counts_answers_that_hold() -> None:
    row = berg("Ana")
    status = match_status(now_us=NOW_US)
    assert status.last is not None
    assert (status.last.model, status.last.is_over) == ("shipped 0000", True)
    matcher().unsure(row.of_id, row.account_id)
    assert match_status(now_us=NOW_US).answers == {
        "same person": 0,
        "not the same person": 0,
        "same household": 0,
        "not sure": 1,
    }
