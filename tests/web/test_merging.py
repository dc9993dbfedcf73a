"""Who is who in the browser: pairs that may be one person, and the accounts of somebody."""

import pytest
from django.test import Client

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from hobnob.operations.same_person import same
from hobnob.operations.suggest_merges import suggest_merges
from hobnob.storage import models
from tests.matching import keep, supporter
from tests.people import ANA, BO, NOW_US, curator, happened, person_id
from tests.web.world import words

ANA_ON_BLUESKY = Account(
    network=Network.BLUESKY,
    native_id="did:plc:ananunez",
    handle="ananunez.example",
    name="Ana Núñez",
    bio="Tigers. Also @ana@tusk.example",
)
ANA_ON_X = Account(network=Network.X, native_id="22", handle="ananunez", name="Ana N")
WHO = "/people/same/"


@pytest.fixture(autouse=True)
def _begin(robin: Client) -> None:
    record(
        [
            happened(Kind.MENTION, each, days_ago=day)
            for day, each in enumerate((ANA, ANA_ON_BLUESKY, ANA_ON_X, BO), 1)
        ],
        now_us=NOW_US,
    )
    models.Account.objects.filter(handle=ANA.handle).update(
        bio="and bsky.app/profile/ananunez.example"
    )


def look() -> int:
    return suggest_merges(clock=lambda: NOW_US)


def first() -> models.Candidate:
    """The pair that is asked about first."""
    return models.Candidate.objects.order_by("-probability", "pk")[0]


def test_before_anybody_looked_the_page_offers_to(robin: Client) -> None:
    assert "hobnob can look who around you may be one person" in words(robin.get(WHO))
    said = words(robin.post(f"{WHO}look/", {"back": WHO}, follow=True))
    assert "2 pairs who may be one person" in said


def test_a_pair_shows_both_sides_and_why(robin: Client) -> None:
    assert look() == 2
    said = words(robin.get(WHO))
    assert "because each of the two profiles names the other account" in said
    assert "They say so themselves." in said
    assert "They wrote to you once; you never wrote to them." in said
    assert "On Mentioned You." in said


def test_a_yes_makes_them_one_person_and_undo_two_again(robin: Client) -> None:
    look()
    said = words(robin.post(f"{WHO}{first().pk}/", {"same": "", "back": WHO}, follow=True))
    assert "Ana Núñez has both accounts now. Undo" in said
    assert "One pair who may be one person" in said
    assert person_id(ANA) == person_id(ANA_ON_BLUESKY)
    edge = models.Edge.objects.get(account__handle="ananunez.example", ended_us=None)
    assert edge.reason == "each of the two profiles names the other account"
    said = words(robin.post("/undo/", {"back": WHO}, follow=True))
    assert "Taken back: making Ana Núñez one person with" in said
    assert person_id(ANA) != person_id(ANA_ON_BLUESKY)
    assert "2 pairs" in said


def test_a_no_is_never_asked_again_until_it_is_undone(robin: Client) -> None:
    look()
    said = words(robin.post(f"{WHO}{first().pk}/", {"not_same": "", "back": WHO}, follow=True))
    assert "stay two. Nobody asks again." in said
    assert look() == 2
    assert "One pair who may be one person" in words(robin.get(WHO))
    robin.post("/undo/")
    assert "2 pairs" in words(robin.get(WHO))


def test_later_shows_the_next_and_comes_round(robin: Client) -> None:
    look()
    one, two = models.Candidate.objects.order_by("-probability", "pk")
    assert f'id="pair-{two.pk}"' in robin.get(f"{WHO}?after={one.pk}").content.decode()
    assert f'id="pair-{one.pk}"' in robin.get(f"{WHO}?after={two.pk}").content.decode()
    assert f'id="pair-{one.pk}"' in robin.get(f"{WHO}?after=4711").content.decode()


def test_with_everybody_told_the_page_is_a_letter(robin: Client) -> None:
    look()
    while candidate := next(iter(models.Candidate.objects.all()), None):
        robin.post(f"{WHO}{candidate.pk}/", {"not_same": ""})
        candidate.delete()
    assert "Everybody is who they seem" in words(robin.get(WHO))
    said = words(robin.post(f"{WHO}1/", {"same": "", "back": WHO}, follow=True))
    assert "That was answered already" in said


def test_an_account_that_moved_is_asked_about(robin: Client) -> None:
    bo = models.Account.objects.get(handle=BO.handle)
    models.Profile.objects.create(account=bo, seen_us=NOW_US, moved_to=ANA.handle)
    assert look() == 3
    assert "because the one account says that it moved to @ana@tusk.example" in {
        each.proof for each in models.Candidate.objects.all()
    }


def accounts_page(who: Account) -> str:
    return f"/people/{person_id(who)}/accounts/"


def test_two_whom_one_knows_are_put_together_and_taken_apart(robin: Client) -> None:
    form = {"words": "bo@den.example", "same": "", "why": "She told me."}
    said = words(robin.post(accounts_page(ANA), {**form, "back": accounts_page(ANA)}, follow=True))
    assert "Bo and Ana Núñez are one person now." in said
    assert "@bo@den.example on Mastodon because" in said
    assert "said so just now: She told me." in said
    bo = models.Account.objects.get(handle=BO.handle)
    said = words(
        robin.post(accounts_page(ANA), {"apart": bo.pk, "back": accounts_page(ANA)}, follow=True)
    )
    assert "Bo (@bo@den.example) is on their own now." in said
    assert person_id(ANA) != person_id(BO)


def test_whom_nobody_knows_and_whom_several_are_called_is_asked(robin: Client) -> None:
    said = words(robin.post(accounts_page(BO), {"words": "zoe", "same": ""}))
    assert "Nobody here is called “zoe”" in said
    said = words(robin.post(accounts_page(BO), {"words": "Ana Núñez", "same": ""}))
    assert "“Ana Núñez” is the name of 2 people. Which?" in said
    chosen = {"words": f"id:{person_id(ANA)}", "same": ""}
    robin.post(accounts_page(BO), chosen)
    assert person_id(ANA) == person_id(BO)


def test_against_a_no_it_takes_a_second_yes(robin: Client) -> None:
    look()
    robin.post(f"{WHO}{first().pk}/", {"not_same": ""})
    form = {"words": "ananunez.example", "same": ""}
    said = words(robin.post(accounts_page(ANA), form))
    assert "It was said that Ana Núñez is not Ana Núñez." in said
    assert "They are one person all the same" in said
    form = {"words": f"id:{person_id(ANA_ON_BLUESKY)}", "anyway": ""}
    robin.post(accounts_page(ANA), form)
    assert person_id(ANA) == person_id(ANA_ON_BLUESKY)


def are_both_in_files() -> None:
    for number, who in enumerate((ANA, ANA_ON_BLUESKY)):
        account = models.Account.objects.get(handle=who.handle)
        of = keep(supporter("Ana", "Ruiz", key=f"civicrm:{number}"))
        same(of.pk, account.pk, author=curator().author, now_us=NOW_US)


def test_two_supporters_become_one_at_a_second_press_of_the_same_key(robin: Client) -> None:
    look()
    are_both_in_files()
    address = f"{WHO}{first().pk}/"
    response = robin.post(address, {"same": "", "back": "/people/"})
    assert "Ana Ruiz and Ana Ruiz are two people in your files. They have the same name." in words(
        response
    )
    content = response.content.decode()
    assert 'name="anyway"' in content
    assert 'value="/people/"' in content
    assert 'data-key="y">One person all the same' in content
    assert person_id(ANA) != person_id(ANA_ON_BLUESKY)
    robin.post(address, {"same": "", "anyway": "", "back": WHO})
    assert person_id(ANA) == person_id(ANA_ON_BLUESKY)


def test_on_the_page_of_accounts_two_supporters_take_a_second_yes_too(robin: Client) -> None:
    are_both_in_files()
    form = {"words": "ananunez.example", "same": ""}
    said = words(robin.post(accounts_page(ANA), form))
    assert "are two people in your files" in said
    assert "They are one person all the same" in said


def test_who_is_gone_is_not_found(robin: Client) -> None:
    assert robin.get("/people/4711/accounts/").status_code == 404
    assert robin.post(accounts_page(ANA), {"apart": "4711"}).status_code == 404
    look()
    assert robin.post(f"{WHO}{first().pk}/", {}).status_code == 404


def test_the_person_whose_page_it_is_said_on_stays(robin: Client) -> None:
    curator().note(person_id(ANA_ON_BLUESKY), "tea")
    look()
    here = person_id(ANA_ON_BLUESKY)
    robin.post(f"{WHO}{first().pk}/", {"same": "", "stays": here})
    assert person_id(ANA) == here


def test_the_address_of_who_was_put_together_leads_to_the_one(robin: Client) -> None:
    look()
    candidate = first()
    one, other = candidate.of.person_id, candidate.account.person_id
    robin.post(f"{WHO}{candidate.pk}/", {"same": "", "stays": str(one), "back": WHO})
    response = robin.get(f"/people/{other}/")
    assert (response.status_code, response["Location"]) == (302, f"/people/{one}/")
    robin.post("/undo/", {"back": "/"})
    assert robin.get(f"/people/{other}/").status_code == 200
    assert robin.get("/people/999999/").status_code == 404
