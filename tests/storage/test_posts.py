"""A post is found by what people copy out of a browser."""

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Network
from hobnob.operations.record import record
from hobnob.storage.models import Account, Post
from hobnob.storage.queries.posts import newest_words_to_me, post_at
from tests.people import ANA, BO, NOW_US, begin, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "native_id"),
    [
        ("https://x.com/ana/status/55", "55"),
        ("https://x.com/i/web/status/55?s=20", "55"),
        ("https://twitter.com/ana/status/55", "55"),
        (
            "https://bsky.app/profile/cem.example/post/3kabc",
            "at://did:plc:cem/app.bsky.feed.post/3kabc",
        ),
        (
            "https://bsky.app/profile/did:plc:cem/post/3kabc",
            "at://did:plc:cem/app.bsky.feed.post/3kabc",
        ),
        ("at://did:plc:cem/app.bsky.feed.post/3kabc", "at://did:plc:cem/app.bsky.feed.post/3kabc"),
        ("https://tusk.example/@ana/12", "12@tusk.example"),
    ],
)
def test_an_address_finds_its_post(address: str, native_id: str) -> None:
    begin()
    record([happened(Kind.MENTION, ANA, text="Hm.")], now_us=NOW_US)
    cem = Account.objects.create(
        network=Network.BLUESKY,
        native_id="did:plc:cem",
        handle="cem.example",
        handle_key="cem.example",
        person_id=person_id(ANA),
    )
    Post.objects.create(network=Network.X, native_id="55")
    Post.objects.create(
        network=Network.BLUESKY, native_id="at://did:plc:cem/app.bsky.feed.post/3kabc", author=cem
    )
    Post.objects.create(
        network=Network.MASTODON, native_id="12@tusk.example", url="https://tusk.example/@ana/12"
    )
    found = post_at(address)
    assert found is not None
    assert Post.objects.get(pk=found).native_id == native_id


@pytest.mark.parametrize(
    "address", ["https://x.com/ana", "https://bsky.app/profile/bo/post/3kabc", "https://x.example/"]
)
def test_an_address_of_nothing_known_finds_nothing(address: str) -> None:
    assert post_at(address) is None


def test_the_last_words_are_the_newest_that_were_said_to_me() -> None:
    begin()
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=9, text="First."),
            happened(Kind.REPLY, ANA, days_ago=2, text="Last."),
            happened(Kind.REPLY, ANA, by_me=True, days_ago=1, text="Mine."),
            happened(Kind.FOLLOW, BO),
        ],
        now_us=NOW_US,
    )
    newest = newest_words_to_me(person_id(ANA))
    assert Post.objects.get(pk=newest).text == "Last."
    assert newest_words_to_me(person_id(BO)) is None
