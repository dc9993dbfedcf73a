"""Whatever people call themselves and write, a page has the same tags as with harmless words."""

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

import pytest
from django.db import transaction
from django.test import Client

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.operations.curate import Curator
from hobnob.operations.draft import Draft, keep_draft
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from tests.people import NOW_US, happened, person_id
from tests.web.payloads import TEXTS

LINKS = ("href", "src", "action", "formaction", "hx-get", "hx-post")


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links |= {value or "" for name, value in attrs if name in LINKS}


def say_everywhere(texts: Sequence[str]) -> list[Account]:
    """People who use these texts for name, handle, bio and post; and what I say about them."""
    crowd = [
        Account(
            network=Network.MASTODON,
            native_id=f"{number}@pit.example",
            handle=text,
            name=text,
            bio=text,
            url="https://pit.example/",
        )
        for number, text in enumerate(texts)
    ]
    record(
        [
            happened(Kind.MENTION, each, days_ago=1, text=text, native_id=str(number))
            for number, (each, text) in enumerate(zip(crowd, texts, strict=True))
        ],
        accounts=crowd,
        now_us=NOW_US,
        seen_us=NOW_US,
    )
    me = Curator(author=local_user(), now_us=NOW_US)
    for each, text in zip(crowd, texts, strict=True):
        me.note(person_id(each), text)
        me.tag(person_id(each), f"t{text}")
        me.promote(person_id(each), "watchlist", why=text)
        me.remove(person_id(each), "mentioned", why=text)
        _answer(each, text)
    return crowd


def _answer(whom: Account, text: str) -> None:
    """I answer in the same words, and a network that refuses it quotes them."""
    account = models.Account.objects.get(native_id=whom.native_id)
    item = keep_draft(
        Draft(
            kind=ActionKind.REPLY,
            by=models.Account.objects.get(is_me=True),
            about=account,
            post=account.posts.get(),
            text=text,
        ),
        form=whom.native_id,
        now_us=NOW_US,
    )
    item.said = text
    item.save()


def pages(crowd: Sequence[Account]) -> Iterator[str]:
    """Every page that shows what people wrote."""
    yield from ("/", "/lists/", "/lists/watchlist/", "/lists/mentioned/removed/", "/outbox/")
    yield f"/people/{person_id(crowd[0])}/join/watchlist/"
    for each in crowd:
        yield f"/people/{person_id(each)}/"
        account = models.Account.objects.get(native_id=each.native_id)
        yield f"/people/{person_id(each)}/block/{account.pk}/"
        yield f"/posts/{account.posts.get().pk}/answer/"


def look_at_all(robin: Client, texts: Sequence[str]) -> dict[str, Tags]:
    """Every page, in a world where people say this; the world is gone afterwards."""
    with transaction.atomic():
        found = {
            page: Tags(robin.get(page).content.decode()) for page in pages(say_everywhere(texts))
        }
        transaction.set_rollback(True)
    return found


def as_harmless(text: str, number: int) -> str:
    """A word; where the text is nothing but a link, a link, because those are folded."""
    return f"word {number}" + (" https://pit.example/" if "//" in text else "")


def test_no_text_adds_a_tag_or_an_attribute_or_a_link_to_any_page(robin: Client) -> None:
    harmless = look_at_all(robin, [as_harmless(text, n) for n, text in enumerate(TEXTS)])
    hostile = look_at_all(robin, TEXTS)
    assert hostile.keys() == harmless.keys()
    for page in harmless:
        assert hostile[page].tags == harmless[page].tags, page
        assert hostile[page].links == harmless[page].links, page


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_searched_for_stays_a_word(robin: Client, text: str) -> None:
    plain = Tags(robin.get("/search/", {"words": "word"}).content.decode())
    hostile = Tags(robin.get("/search/", {"words": text}).content.decode())
    assert hostile.tags == plain.tags
    assert hostile.links == plain.links
