"""Wherever somebody stands, it says beside their name that one would leave them alone."""

import pytest
from django.test import Client

from hobnob.domain.supporters import Channel, Wish
from hobnob.operations.same_person import same
from hobnob.storage import models
from tests.matched import supporter
from tests.people import ANA, NOW_US, curator, person_id
from tests.web.world import two_wait, words

ASKED = "asked not to be contacted"


@pytest.fixture(autouse=True)
def _ana_asked_for_quiet(robin: Client) -> None:
    two_wait()
    quiet = Wish(channel=Channel.ANY, is_welcome=False, column="Opt out")
    record = supporter("Ana Ruiz", wishes=(quiet,))
    there = models.Account.objects.get(native_id=ANA.native_id)
    same(record.pk, there.pk, author=curator().author, now_us=NOW_US)


@pytest.mark.parametrize(
    "address",
    ["/", "/lists/mentioned/", "/feed/mentioned/", "/people/", "/search/?words=ana%40tusk"],
)
def test_beside_their_name_it_says_so(robin: Client, address: str) -> None:
    said = words(robin.get(address))
    assert f"Ana Núñez @ana@tusk.example {ASKED}" in said
    assert said.count(ASKED) == 1


def test_where_one_answers_it_is_a_sentence(robin: Client) -> None:
    post = models.Post.objects.get(author__native_id=ANA.native_id)
    sentence = f"Your files say that Ana Núñez {ASKED}."
    assert sentence in words(robin.get(f"/posts/{post.pk}/answer/"))
    account = models.Account.objects.get(native_id=ANA.native_id).pk
    assert sentence in words(robin.get(f"/people/{person_id(ANA)}/follow/{account}/"))


def test_beside_their_own_words_it_says_so_too(robin: Client) -> None:
    assert f"Ana Núñez {ASKED} yesterday Where do" in words(robin.get("/search/?words=tigers"))
