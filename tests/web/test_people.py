import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import ANA, NOW_US, happened, person_id
from tests.web.world import KIM, decide_address, ten_say_things, two_wait, words


def test_a_persons_page_holds_everything_that_went_both_ways(robin: Client) -> None:
    two_wait()
    record(
        [
            happened(Kind.REPLY, ANA, by_me=True, days_ago=0.5, text="In the shade."),
            happened(Kind.LIKE, ANA, by_me=True, days_ago=0.4, text="Where do tigers sleep?"),
        ],
        now_us=NOW_US,
    )
    address = f"/people/{person_id(ANA)}/"
    said = words(robin.get(address))
    assert "Ana Núñez @ana@tusk.example on Mastodon" in said
    assert "They mentioned you yesterday Where do tigers sleep?" in said
    assert "You answered them 12 hours ago In the shade." in said
    assert "because they mentioned you yesterday" in said
    talk = words(robin.get(f"{address}?shown=talk"))
    assert "In the shade." in talk
    assert "You liked" not in talk
    assert "Nothing of this kind yet." in words(robin.get(f"{address}?shown=offline"))


def test_notes_and_tags_stand_on_the_page(robin: Client) -> None:
    two_wait()
    robin.post(decide_address(ANA), {"note": "", "text": "Loves tigers."})
    robin.post(decide_address(ANA), {"tag": "", "text": "donor"})
    said = words(robin.get(f"/people/{person_id(ANA)}/"))
    assert "Loves tigers." in said
    assert "donor" in said


QUERIES = 112
"""Who answers often is a believer, which takes two more."""


@pytest.mark.parametrize("count", [2, 60])
def test_a_page_asks_the_database_no_more_for_much_talk_than_for_little(
    robin: Client, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    two_wait()
    record(
        [
            happened(Kind.REPLY, ANA, days_ago=5 + number / 10, text=f"Word {number}.")
            for number in range(count)
        ],
        now_us=NOW_US,
    )
    with django_assert_max_num_queries(QUERIES):
        robin.get(f"/people/{person_id(ANA)}/")


def test_a_long_history_comes_in_pages(robin: Client) -> None:
    two_wait()
    record([happened(Kind.REPLY, ANA, days_ago=5 + number) for number in range(60)], now_us=NOW_US)
    html = robin.get(f"/people/{person_id(ANA)}/").content.decode()
    assert 'href="?shown=all&amp;page=2" rel="next"' in html


def test_making_room_on_a_list_that_is_not_there_is_not_found(robin: Client) -> None:
    ten_say_things()
    assert robin.get(f"/people/{person_id(KIM)}/join/nothing/").status_code == 404
    assert robin.get("/people/999999/join/say/").status_code == 404


def test_what_its_author_deleted_says_so_and_cannot_be_answered(robin: Client) -> None:
    record([happened(Kind.MENTION, ANA, text="Do tigers purr?")], now_us=NOW_US)
    post = models.Post.objects.get()
    models.DeletedPost.objects.create(
        network=post.network, native_id=post.native_id, noticed_us=NOW_US
    )
    models.Post.objects.update(text="")
    said = words(robin.get(f"/people/{person_id(ANA)}/"))
    assert "deleted by its author" in said
    assert "Answer from here" not in said
