import pytest
from django.test import Client

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import NOW_US, happened, person_id
from tests.web.world import two_wait, words

LENA = Account(network=Network.X, native_id="44", handle="lena", name="Lena Ruiz")
EMPTY = "Nothing yet. Bring in your archive, or connect a network."
UNHEARD = "an archive holds only your side. Connect X, Bluesky or Mastodon to hear the others."
PAGES = ("/feed/", "/asks/owed/", "/outbox/")


@pytest.fixture
def _an_archive(robin: Client) -> None:
    """I wrote to Lena on X seven times, shared her words and thanked her; an archive tells it."""
    mine = [
        happened(Kind.MENTION, LENA, by_me=True, days_ago=7 * each + 1, text="Thank you!")
        for each in range(7)
    ]
    record([*mine, happened(Kind.REPOST, LENA, by_me=True, days_ago=2)], now_us=NOW_US)


@pytest.mark.parametrize("address", PAGES)
def test_before_anything_came_in_a_page_says_what_to_do_first(robin: Client, address: str) -> None:
    page = robin.get(address)
    assert EMPTY in words(page)
    assert 'href="/import/">Bring in your archive' in page.content.decode()


@pytest.mark.usefixtures("_an_archive")
@pytest.mark.parametrize("address", PAGES)
def test_with_an_archive_alone_it_says_how_to_hear_the_others(robin: Client, address: str) -> None:
    page = robin.get(address)
    assert f"Nothing yet: {UNHEARD}" in words(page)
    assert 'href="/connections/">Connect' in page.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_once_somebody_was_heard_no_page_speaks_of_the_first_day(
    robin: Client, address: str
) -> None:
    two_wait()
    assert "Nothing yet" not in words(robin.get(address))


@pytest.mark.usefixtures("_an_archive")
def test_today_says_why_nobody_waits(robin: Client) -> None:
    page = robin.get("/")
    assert f"Nobody can wait for you yet: {UNHEARD}" in words(page)
    assert 'href="/connections/">Connect X' in page.content.decode()
    assert "because you spoke to them 7 times" in words(page)


@pytest.mark.usefixtures("_an_archive")
def test_with_nothing_to_decide_either_today_does_not_say_that_all_are_answered(
    robin: Client,
) -> None:
    models.ContactState.objects.update(is_blocked=True)
    said = words(robin.get("/"))
    assert "Nobody can wait for you yet" in said
    assert "Everyone who wrote to you has an answer" not in said


@pytest.mark.usefixtures("_an_archive")
def test_nobody_is_said_to_be_silent_of_whom_an_archive_holds_nothing(robin: Client) -> None:
    row = words(robin.get("/people/"))
    page = words(robin.get(f"/people/{person_id(LENA)}/"))
    assert "because you wrote to them 7 times; what they wrote isn’t in an X archive" in row
    assert "Mutual You wrote to them 7 times; what they wrote isn’t in an X archive." in page
    assert "you turned to them in 7 of the last 12 weeks" in page
    assert "Can’t tell: you wrote to them 7 times, and what came from them is not on record" in page
    for hurtful in ("never wrote to you", "no exchange", "You gave more", "Give first"):
        assert hurtful not in row + page


@pytest.mark.usefixtures("_an_archive")
def test_whom_to_ask_leaves_those_unheard_to_ones_memory(robin: Client) -> None:
    said = words(robin.get("/asks/whom/", {"outcome": "promotion"}))
    assert "Of these only your side is on record." in said
    assert "Go by what you remember Lena Ruiz" in said
    assert "because you wrote to them 7 times, last contact yesterday" in said
    assert "Give first" not in said
