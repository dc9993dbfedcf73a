"""Links that lead to somebody or to what they said are told from those that send one away."""

import pytest

from hobnob.domain.network_pages import is_network_page


@pytest.mark.parametrize(
    "url",
    [
        "https://x.com/ana_d",
        "https://twitter.com/ana_d/status/1795000000000000000",
        "https://mobile.twitter.com/ana_d/status/1795000000000000000/photo/1?s=20",
        "http://x.com/i/web/status/17",
        "https://x.com/hashtag/TuskTalk?src=hashtag_click",
        "https://bsky.app/profile/ana.example",
        "https://bsky.app/profile/did:plc:ana/post/3k2a",
        "https://bsky.app/hashtag/TuskTalk",
        "https://tusk.example/@ana/111983",
        "https://tusk.example/@ana@harbour.example/111983",
        "https://tusk.example/users/ana/statuses/111983",
        "https://tusk.example/users/ana",
    ],
)
def test_a_person_a_post_and_a_hashtag_stay_among_people(url: str) -> None:
    assert is_network_page(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://zoo.example/tigers",
        "https://x.com/i/spaces/1abc",
        "https://x.com/i/article/17",
        "https://x.com.zoo.example/ana_d",
        "https://bsky.app/profile/ana.example/feed/tea",
        "https://films.example/@ana/why-tigers-purr-1b2c",
        "https://films.example/@ana",
        "https://zoo.example/users/ana/tigers",
        "ftp://x.com/ana_d",
    ],
)
def test_everything_else_leads_away(url: str) -> None:
    assert not is_network_page(url)
