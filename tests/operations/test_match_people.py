"""Looking who of the supporters is who among the accounts around me."""

from dataclasses import replace
from typing import Any

import pytest

from hobnob.domain.moments import DAY, HOUR, MINUTE
from hobnob.domain.people import Network, Profile
from hobnob.domain.supporters import Channel, Fact, HandleGiven, Wish
from hobnob.operations import same_person
from hobnob.operations.match_people import begin_run
from hobnob.operations.matching.basis import NoBasis
from hobnob.operations.matching.weigh import FORGED_AT_MOST
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.supporters.bring_in import KIND as SUPPORTERS
from hobnob.storage import models
from hobnob.storage.queries.matching.due import is_match_due
from hobnob.storage.queries.matching.pool import sought
from tests import people
from tests.matching import (
    keep,
    look,
    matcher,
    may_look,
    near,
    proposals,
    robin,
    shown,
    supporter,
)
from tests.people import NOW_US

pytestmark = pytest.mark.django_db

LINDIWE = supporter("Lindiwe", "Okonjo", city="Portland", region="Oregon", country="US")
HER = shown("lindiweokonjo@tusk.example", "Lindiwe Okonjo", bio="Rivers. Portland, Oregon")
BO = shown("bo@den.example", "Bo")


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()


def gave(handle: str, *, in_passing: bool = False) -> HandleGiven:
    return HandleGiven(
        network=Network.MASTODON, handle=handle, column="Mastodon", is_in_passing=in_passing
    )


def test_nobody_is_looked_up_before_somebody_said_why_they_may_be() -> None:
    keep(LINDIWE)
    near(HER)
    with pytest.raises(NoBasis, match="hobnob match basis"):
        look()
    assert not models.MatchRun.objects.exists()


def test_an_account_of_the_same_name_and_place_is_proposed_with_what_shows_it() -> None:
    may_look()
    keep(LINDIWE)
    near(HER, BO)
    looked = look()
    assert (looked.supporters, looked.accounts, looked.proposed) == (1, 2, 1)
    assert proposals()["Lindiwe Okonjo", HER.handle] > 0.9
    row = models.Candidate.objects.get()
    assert (row.rank, row.pool, row.proof) == (1, "closed", "")
    assert row.levels["name"] == "full / full"
    assert {each["field"] for each in row.levels["evidence"]} == {
        "name and handle",
        "place",
        "website",
    }
    assert len(row.features) > 5
    assert row.run.ended_us is not None
    assert row.run.model.startswith("shipped ")


def test_of_somebody_with_accounts_on_two_networks_one_is_proposed() -> None:
    may_look()
    keep(LINDIWE)
    also = shown("lindiweokonjo", "Lindiwe Okonjo", bio=HER.bio, network=Network.X)
    first, second = near(HER, also)
    same_person.same(second.pk, first.pk, author=robin(), now_us=NOW_US)
    assert look().proposed == 1
    assert models.Candidate.objects.get().account_id in (first.pk, second.pk)


def test_a_handle_that_they_gave_us_is_proof_and_asks_no_model() -> None:
    may_look()
    keep(supporter("Ana", "Núñez", handles=(gave("tigerlady@tusk.example"),)))
    near(shown("tigerlady@tusk.example", "Tiger Lady"))
    look()
    row = models.Candidate.objects.get()
    assert row.proof == "because they gave us @tigerlady@tusk.example for Mastodon"
    assert (row.probability, row.features) == (1.0, [])


def test_a_handle_in_a_note_may_be_anybodys_and_proves_nothing() -> None:
    may_look()
    keep(supporter("Ana", "Núñez", handles=(gave("tigerlady@tusk.example", in_passing=True),)))
    near(shown("tigerlady@tusk.example", "Tiger Lady"))
    assert look().proposed == 0


@pytest.mark.parametrize(
    "rest",
    [
        {"is_deceased": True},
        {"wishes": (Wish(channel=Channel.ANY, is_welcome=False, column="No contact"),)},
    ],
    ids=["who died", "who asked to be left alone"],
)
def test_nobody_looks_for(rest: dict[str, Any]) -> None:
    may_look()
    keep(supporter("Lindiwe", "Okonjo", region="Oregon", country="US", **rest))
    near(HER)
    assert look().supporters == 0
    assert proposals() == {}


def test_who_asked_it_in_one_file_is_left_alone_by_all() -> None:
    may_look()
    left_alone = Wish(channel=Channel.ANY, is_welcome=False, column="No contact")
    one = keep(LINDIWE)
    other = keep(supporter("Lindiwe", "Okonjo", key="salesforce:7", wishes=(left_alone,)))
    same_person.same(other.pk, one.pk, author=robin(), now_us=NOW_US, anyway=True)
    near(HER)
    assert look().supporters == 0


def test_one_person_of_two_files_is_looked_for_once_by_all_that_both_say() -> None:
    may_look()
    one = keep(supporter("Ana", "Núñez", handles=(gave("tigerlady@tusk.example"),)))
    newer = supporter("Ana", "Núñez", key="salesforce:7", city="Portland", region="Oregon")
    other = keep(newer, now_us=NOW_US + 1)
    same_person.same(other.pk, one.pk, author=robin(), now_us=NOW_US, anyway=True)
    near(shown("tigerlady@tusk.example", "Tiger Lady"))
    assert look().supporters == 1
    assert models.Candidate.objects.get().of_id == one.pk
    (found,) = sought()
    assert (found.record.region, found.record.handles[0].handle) == (
        "Oregon",
        "tigerlady@tusk.example",
    )


def test_strangers_and_my_own_account_are_nobodys() -> None:
    may_look()
    keep(supporter("Robin", "", handles=(gave(people.ME.handle),)))
    keep(LINDIWE)
    know_accounts([HER], now_us=NOW_US, seen_us=NOW_US)
    looked = look()
    assert (looked.accounts, looked.proposed) == (0, 0)


def test_a_second_look_finds_the_same_and_keeps_it_once() -> None:
    may_look()
    keep(LINDIWE)
    near(HER)
    look()
    before = proposals()
    look(later=1)
    assert proposals() == before


def test_a_look_that_breaks_off_leaves_everything_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_look()
    keep(LINDIWE)
    near(HER)
    look()
    before = proposals()

    def breaks(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hobnob.operations.matching.weigh.score", breaks)
    with pytest.raises(KeyboardInterrupt):
        look(later=1)
    assert proposals() == before
    assert models.MatchRun.objects.count() == 1


def test_a_look_under_way_is_not_begun_twice_and_a_killed_one_is_forgotten() -> None:
    may_look()
    first = begin_run(now_us=NOW_US)
    assert begin_run(now_us=NOW_US + MINUTE) == first
    assert begin_run(now_us=NOW_US + 2 * HOUR) != first
    assert models.MatchRun.objects.count() == 1


def test_an_account_that_is_a_supporters_already_is_proposed_to_nobody_else() -> None:
    may_look()
    lindiwe, namesake = keep(LINDIWE), keep(supporter("Lindiwe", "Okonjo", key="civicrm:9"))
    (account,) = near(HER)
    matcher().same(lindiwe.pk, account.pk)
    look()
    assert not models.Candidate.objects.filter(of=namesake).exists()


def test_but_to_who_gave_it_to_us_as_theirs() -> None:
    may_look()
    lindiwe = keep(LINDIWE)
    partner = keep(supporter("Cem", "Kaya", handles=(gave(HER.handle),)))
    (account,) = near(HER)
    matcher().same(lindiwe.pk, account.pk)
    look()
    assert models.Candidate.objects.get().of_id == partner.pk


def test_at_most_five_accounts_of_a_network_are_proposed_for_somebody() -> None:
    may_look()
    keep(LINDIWE)
    handles = [f"lindiweokonjo{number}@tusk.example" for number in range(7)]
    near(*(shown(each, "Lindiwe Okonjo", bio="Portland, Oregon") for each in handles))
    near(*(shown(each, "Lindiwe Okonjo", network=Network.X) for each in ("lindiweokonjo",)))
    look()
    rows = models.Candidate.objects.order_by("rank")
    on_mastodon = rows.filter(account__network=Network.MASTODON)
    assert on_mastodon.count() <= 5
    assert list(rows.values_list("rank", flat=True)) == list(range(1, rows.count() + 1))
    chances = list(rows.values_list("probability", flat=True))
    assert chances == sorted(chances, reverse=True)


def test_where_a_profile_says_that_they_are_is_looked_at() -> None:
    may_look()
    keep(supporter("Bo", "Berg", city="Utrecht", country="NL"))
    near(replace(shown("bo@den.example", "Bo Berg"), profile=Profile(location="Utrecht, NL")))
    look()
    row = models.Candidate.objects.get()
    assert "Utrecht stands in both" in {each["sentence"] for each in row.levels["evidence"]}


# ── Names that are forged ────────────────────────────────────────────────────

ANA = supporter(
    "Ana Belén", "Ríos Campos", websites=(Fact(value="https://ana.example", column="Website"),)
)
HERS = shown("ana.example", "Ana Belén Ríos", network=Network.BLUESKY)
FORGED = shown("anabelen.example", "Аna Belén Ríos", network=Network.BLUESKY)


def test_of_two_of_one_name_the_one_with_their_domain_is_proven_and_not_the_forged_one() -> None:
    may_look()
    keep(ANA)
    near(FORGED, HERS)
    look()
    rows = {each.account.handle: each for each in models.Candidate.objects.all()}
    assert rows[HERS.handle].rank == 1
    assert "so is a handle that nobody else can have" in rows[HERS.handle].proof
    assert rows[FORGED.handle].proof == ""
    assert rows[FORGED.handle].probability <= FORGED_AT_MOST


def test_a_forged_name_is_never_likely_and_no_rival_of_the_real_one() -> None:
    may_look()
    keep(LINDIWE)
    near(HER)
    look()
    alone = proposals()["Lindiwe Okonjo", HER.handle]
    forger = replace(HER, handle="lindiwe.okonjo@den.example", native_id="forger")
    near(replace(forger, name="Lіndiwe Okonjo"))
    look(later=DAY)
    found = proposals()
    assert found["Lindiwe Okonjo", HER.handle] == pytest.approx(alone, abs=0.01)
    assert found.get(("Lindiwe Okonjo", forger.handle), 0.0) <= FORGED_AT_MOST


def test_not_even_the_handle_that_they_gave_us_proves_a_forged_name() -> None:
    may_look()
    keep(supporter("Ana", "Ríos", handles=(gave("tiger@tusk.example"),)))
    near(shown("tiger@tusk.example", "Аna Ríos"))
    look()
    assert not models.Candidate.objects.exclude(proof="").exists()


def test_by_itself_it_looks_once_somebody_new_came_in() -> None:
    assert not is_match_due(NOW_US)
    keep(LINDIWE)
    assert not is_match_due(NOW_US)
    may_look()
    assert is_match_due(NOW_US)
    look(later=MINUTE)
    assert not is_match_due(NOW_US + DAY)


def test_a_file_is_looked_at_within_the_hour_however_long_ago_it_was_saved() -> None:
    may_look()
    keep(LINDIWE)
    look(later=DAY)
    models.Source.objects.create(
        kind="x_archive", fingerprint="x", title="x", started_us=0, finished_us=NOW_US + DAY
    )
    file = models.Source.objects.create(
        kind=SUPPORTERS, fingerprint="f", title="donors.csv", started_us=NOW_US + DAY + MINUTE
    )
    keep(supporter("Bo", "Berg"), now_us=NOW_US)
    assert not is_match_due(NOW_US + DAY + HOUR)
    file.finished_us = NOW_US + DAY + 2 * MINUTE
    file.save()
    assert is_match_due(NOW_US + DAY + 3 * MINUTE)
    look(later=DAY + HOUR)
    assert not is_match_due(NOW_US + DAY + HOUR)


def test_new_followers_and_answers_wait_for_the_night() -> None:
    may_look()
    lindiwe = keep(LINDIWE)
    look(later=MINUTE)
    (account,) = near(HER)
    assert not is_match_due(NOW_US + HOUR)
    assert is_match_due(NOW_US + DAY)
    look(later=DAY)
    assert not is_match_due(NOW_US + 2 * DAY)
    matcher(later=2 * DAY).not_same(lindiwe.pk, account.pk)
    assert is_match_due(NOW_US + 3 * DAY)
