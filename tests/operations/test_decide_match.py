"""Saying of a supporter and an account: one person, or not, or that nobody can tell."""

from dataclasses import replace

import pytest

from hobnob.domain.decisions import Verb
from hobnob.domain.people import Network
from hobnob.domain.supporters import Channel, Wish
from hobnob.operations.curate import Curator
from hobnob.operations.matching.answer import AlreadyTaken, Matcher, NotForBatch, NotTwoToMatch
from hobnob.operations.matching.basis import NoBasis
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.same_person import SaidNotToBe
from hobnob.storage import models
from hobnob.storage.queries.matching.open import still_open
from hobnob.storage.queries.person.everything import everything_about
from tests import people
from tests.matching import (
    FEATURES,
    keep,
    look,
    matcher,
    may_look,
    near,
    proposals,
    proposed,
    robin,
    shown,
    supporter,
)
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

LINDIWE = supporter("Lindiwe", "Okonjo", city="Portland", region="Oregon", country="US")
HER = shown("lindiweokonjo@tusk.example", "Lindiwe Okonjo", bio="Rivers. Portland, Oregon")


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()


@pytest.fixture
def pair() -> tuple[int, int]:
    """A supporter and an account that is proposed for her."""
    may_look()
    of = keep(LINDIWE)
    (account,) = near(HER)
    proposed(of, account)
    return of.pk, account.pk


def person_of(account_id: int) -> int:
    return models.Account.objects.get(pk=account_id).person_id


def is_open() -> bool:
    return still_open().exists()


def undo() -> None:
    Curator(author=robin(), now_us=NOW_US + 10).undo()


def test_a_yes_makes_them_one_person_and_keeps_what_was_known(pair: tuple[int, int]) -> None:
    before = person_of(pair[1])
    decision = matcher().same(*pair)
    assert person_of(pair[0]) == person_of(pair[1]) == before
    assert (decision.verb, decision.subject) == (Verb.SAME, f"mastodon:{HER.native_id}")
    known = decision.evidence
    assert known.probability == models.Candidate.objects.get().probability
    assert known.levels["name"] == "full / full"
    assert known.features == FEATURES
    assert (known.pool, known.basis) == ("closed", models.LookupBasis.objects.get())
    assert known.model.startswith("shipped ")
    assert not is_open()


def test_what_they_said_yes_to_themselves_is_kept_beside_the_answer() -> None:
    may_look()
    yes = Wish(channel=Channel.LOOKUP, is_welcome=True, column="May we look you up")
    of = keep(replace(LINDIWE, wishes=(yes,)))
    (account,) = near(HER)
    known = matcher().same(of.pk, account.pk).evidence
    assert known.consent.endswith(", column “May we look you up”")
    assert known.basis == models.LookupBasis.objects.get()


def test_undo_makes_two_of_them_again_and_asks_again(pair: tuple[int, int]) -> None:
    matcher().same(*pair)
    undo()
    assert person_of(pair[0]) != person_of(pair[1])
    assert is_open()


@pytest.mark.parametrize("answer", ["not_same", "household", "unsure"])
def test_any_other_answer_leaves_them_two_until_it_is_taken_back(
    answer: str, pair: tuple[int, int]
) -> None:
    getattr(matcher(later=1), answer)(*pair)
    assert person_of(pair[0]) != person_of(pair[1])
    assert not is_open()
    undo()
    assert is_open()


def test_a_no_is_remembered_whatever_they_are_called_later(pair: tuple[int, int]) -> None:
    matcher().not_same(*pair)
    renamed = replace(HER, handle="lindi@tusk.example")
    know_accounts([renamed], now_us=NOW_US + 2, seen_us=NOW_US + 2)
    keep(replace(LINDIWE, nickname=LINDIWE.first), now_us=NOW_US + 2)
    look(later=2)
    assert proposals() == {}
    with pytest.raises(SaidNotToBe):
        matcher(later=3).same(*pair)
    matcher(later=3).same(*pair, anyway=True)
    assert person_of(pair[0]) == person_of(pair[1])


def test_who_could_not_be_told_comes_back_once_there_is_more_to_go_by() -> None:
    may_look()
    of = keep(LINDIWE)
    (account,) = near(HER)
    look()
    matcher(later=1).unsure(of.pk, account.pk)
    look(later=2)
    assert proposals() == {}
    know_accounts([replace(HER, bio="Rivers.")], now_us=NOW_US + 3, seen_us=NOW_US + 3)
    look(later=3)
    assert is_open()


def test_said_twice_that_nobody_can_tell_asks_no_sooner() -> None:
    may_look()
    of = keep(LINDIWE)
    (account,) = near(HER)
    look()
    matcher(later=1).unsure(of.pk, account.pk)
    look(later=2)
    matcher(later=3).unsure(of.pk, account.pk)
    look(later=4)
    assert not is_open()


def test_a_no_said_twice_is_one_no(pair: tuple[int, int]) -> None:
    first = matcher().not_same(*pair)
    assert matcher(later=1).not_same(*pair) == first
    assert models.MatchEvidence.objects.count() == 1


def test_an_account_that_is_another_supporters_is_not_taken_without_a_warning(
    pair: tuple[int, int],
) -> None:
    matcher().same(*pair)
    cem = keep(supporter("Cem", "Kaya"))
    with pytest.raises(
        AlreadyTaken, match=r"Cem Kaya and Lindiwe Okonjo are two people in your files.*household"
    ):
        matcher().same(cem.pk, pair[1])
    assert person_of(cem.pk) != person_of(pair[1])
    matcher().same(cem.pk, pair[1], anyway=True)
    assert person_of(cem.pk) == person_of(pair[0])


def test_of_whom_one_lives_with_a_yes_is_said_twice(pair: tuple[int, int]) -> None:
    matcher().household(*pair)
    with pytest.raises(SaidNotToBe, match="share a household and are two"):
        matcher(later=1).same(*pair)
    matcher(later=1).same(*pair, anyway=True)
    assert person_of(pair[0]) == person_of(pair[1])


def test_a_no_after_a_household_is_kept_too(pair: tuple[int, int]) -> None:
    matcher().household(*pair)
    assert matcher(later=1).not_same(*pair).verb == Verb.NOT_SAME


def test_everything_about_somebody_has_what_was_known_then_and_who_named_them(
    pair: tuple[int, int],
) -> None:
    matcher().not_same(*pair)
    for account_id in pair:
        found = everything_about(person_of(account_id), reader_id=robin().pk, now_us=NOW_US)
        assert found is not None
        tables = {each.name: each.rows for each in found.tables}
        (said,), (known,) = tables["decisions"], tables["evidence"]
        assert (said["verb"], said["subject"]) == (Verb.NOT_SAME, f"mastodon:{HER.native_id}")
        assert known["levels"]["name"] == "full / full"
        assert known["basis"] == str(models.LookupBasis.objects.get())


def test_nothing_is_decided_without_a_basis() -> None:
    of = keep(LINDIWE)
    (account,) = near(HER)
    with pytest.raises(NoBasis):
        matcher().same(of.pk, account.pk)
    assert not models.Decision.objects.exists()


def test_two_accounts_on_networks_are_no_match() -> None:
    may_look()
    one, other = near(HER, shown("lindi@den.example", "Lindi"))
    with pytest.raises(NotTwoToMatch):
        matcher().not_same(one.pk, other.pk)


def test_what_they_told_themselves_is_kept_as_proof(pair: tuple[int, int]) -> None:
    decision = matcher().same(*pair, proof="because she answered that it is her")
    assert decision.evidence.proof == "because she answered that it is her"
    assert decision.why == "because she answered that it is her"


# ── Several at once ──────────────────────────────────────────────────────────


def several(*names: str) -> list[models.Candidate]:
    """Supporters, and for each an account that is all but certain."""
    may_look()
    found = []
    for name in names:
        (account,) = near(shown(f"{name.lower()}berg@tusk.example", f"{name} Berg"))
        found.append(proposed(keep(supporter(name, "Berg")), account, 0.99))
    return found


def test_what_is_beyond_doubt_is_accepted_together_and_taken_back_together() -> None:
    chosen = several("Ana", "Bo", "Cem")
    decisions = matcher().accept_batch([each.pk for each in chosen])
    assert [each.act for each in decisions] == [None, decisions[0], decisions[0]]
    assert models.MatchEvidence.objects.count() == 3
    assert not is_open()
    undo()
    for each in chosen:
        assert person_of(each.of_id) != person_of(each.account_id)


def test_what_is_only_likely_is_not_accepted_together_with_others() -> None:
    (sure,) = several("Ana")
    (account,) = near(HER)
    likely = proposed(keep(LINDIWE), account, 0.97)
    with pytest.raises(NotForBatch, match="a look of their own"):
        matcher().accept_batch([sure.pk, likely.pk])
    assert not models.Decision.objects.exists()


def test_nor_is_what_a_search_found() -> None:
    may_look()
    (account,) = near(HER)
    found = proposed(keep(LINDIWE), account, 0.99, pool="search")
    with pytest.raises(NotForBatch):
        matcher().accept_batch([found.pk])


def test_nor_is_an_account_that_another_supporter_may_have() -> None:
    (one,) = several("Ana")
    proposed(keep(supporter("Anna", "Berg")), one.account, 0.1)
    with pytest.raises(NotForBatch):
        matcher().accept_batch([one.pk])


def test_nor_is_one_of_two_accounts_that_may_be_theirs_there() -> None:
    (one,) = several("Ana")
    (other,) = near(shown("anab@tusk.example", "Ana B."))
    proposed(one.of, other, 0.1)
    with pytest.raises(NotForBatch):
        matcher().accept_batch([one.pk])


def test_an_account_on_another_network_is_no_rival() -> None:
    (one,) = several("Ana")
    (other,) = near(shown("ana.berg", "Ana B.", network=Network.BLUESKY))
    proposed(one.of, other, 0.1)
    assert len(matcher().accept_batch([one.pk])) == 1


def test_more_than_one_looks_through_are_refused() -> None:
    with pytest.raises(NotForBatch, match="26 are more"):
        Matcher(author=robin(), now_us=NOW_US).accept_batch(list(range(26)))


def test_what_was_answered_meanwhile_is_not_answered_twice() -> None:
    (row,) = several("Ana")
    matcher().not_same(row.of_id, row.account_id)
    with pytest.raises(NotForBatch, match="answered meanwhile"):
        matcher().accept_batch([row.pk])
