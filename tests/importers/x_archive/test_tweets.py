"""My posts, and what they say about others."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.people import Account, Network
from tests.importers.x_archive.building import (
    answering,
    interactions,
    mention,
    naming,
    problems,
    read_files,
    tweet,
)

NOON = 1_731_154_458_000_000


def said(tmp_path: Path, *tweets: dict[str, object]) -> list[tuple[str, str, str]]:
    founds = read_files(tmp_path, {"tweets.js": tweets})
    assert problems(founds) == []
    return interactions(founds)


def only_post(tmp_path: Path, record: dict[str, object]):
    posts = [
        post for found in read_files(tmp_path, {"tweets.js": [record]}) for post in found.posts
    ]
    assert len(posts) == 1
    return posts[0]


def test_a_post_keeps_its_text_moment_link_and_language(tmp_path: Path) -> None:
    post = only_post(tmp_path, tweet(100, "Bread &amp; roses", possibly_sensitive=True))
    assert post.native_id == "100"
    assert post.author.handle == "wren_hollis"
    assert post.text == "Bread & roses"
    assert post.at_us == NOON
    assert post.url == "https://x.com/wren_hollis/status/100"
    assert post.language == "en"
    assert post.is_sensitive


@pytest.mark.parametrize("language", ["und", "zxx", "qme"])
def test_what_x_calls_no_language_is_none(tmp_path: Path, language: str) -> None:
    assert only_post(tmp_path, tweet(100, lang=language)).language == ""


def test_a_post_without_a_readable_date_takes_the_one_in_its_id(tmp_path: Path) -> None:
    post = only_post(tmp_path, tweet(1541815603606036480, created_at="yesterday"))
    assert post.at_us == 1_656_432_460_105_000


def test_a_post_older_than_such_ids_and_without_a_date_has_no_moment(tmp_path: Path) -> None:
    assert only_post(tmp_path, tweet(12345, created_at="")).at_us is None


def test_a_post_without_an_id_is_a_problem(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"tweets.js": [{"tweet": {"full_text": "Hello"}}, tweet(2)]})
    assert [(each.where, each.reason) for each in problems(founds)] == [
        ("record 1, line 2", "this record has no id_str, so it was left out")
    ]
    assert [post.native_id for found in founds for post in found.posts] == ["2"]


def test_an_answer_is_a_reply_to_that_account(tmp_path: Path) -> None:
    record = tweet(100, "@ana_kraus yes", **answering(7, 9, "ana_kraus"))
    founds = read_files(tmp_path, {"tweets.js": [record]})
    (reply,) = [each for found in founds for each in found.interactions]
    assert reply.kind is Kind.REPLY
    assert reply.direction is Direction.FROM_ME
    assert reply.native_id == "100"
    assert reply.at_us == NOON
    assert reply.target == Account(
        network=Network.X, native_id="9", handle="ana_kraus", url="https://x.com/ana_kraus"
    )
    assert reply.post is not None
    assert reply.post.in_reply_to == "7"


def test_an_answer_to_someone_deleted_keeps_the_id(tmp_path: Path) -> None:
    assert said(tmp_path, tweet(100, "@gone yes", **answering(7, 9))) == [("reply", "100", "9")]


def test_an_answer_to_myself_is_no_interaction_but_its_mentions_are(tmp_path: Path) -> None:
    record = tweet(
        100, "and @ana_kraus", **answering(7, 42, "wren_hollis"),
        entities=naming(mention(42, "wren_hollis"), mention(9, "ana_kraus")),
    )  # fmt: skip
    assert said(tmp_path, record) == [("mention", "100>9", "ana_kraus")]


def test_the_others_named_in_a_reply_are_mentions_each_once(tmp_path: Path) -> None:
    people = naming(mention(9, "ana_kraus"), mention(8, "ben_oduya"), mention(8, "ben_oduya"))
    record = tweet(100, **answering(7, 9, "ana_kraus"), entities=people)
    assert said(tmp_path, record) == [
        ("reply", "100", "ana_kraus"),
        ("mention", "100>8", "ben_oduya"),
    ]


@pytest.mark.parametrize("no_id", ["-1", "", None])
def test_someone_named_without_an_id_is_known_by_the_handle(
    tmp_path: Path, no_id: str | None
) -> None:
    people: dict[str, object] = {"user_mentions": [{"id_str": no_id, "screen_name": "Ana_Kraus"}]}
    assert said(tmp_path, tweet(100, entities=people)) == [
        ("mention", "100>@ana_kraus", "Ana_Kraus")
    ]


@pytest.mark.parametrize(
    "link",
    [
        "https://twitter.com/ana_kraus/status/555",
        "https://x.com/ana_kraus/status/555?s=20",
        "http://www.twitter.com/ana_kraus/statuses/555",
        "https://mobile.twitter.com/ANA_KRAUS/status/555/photo/1",
        "https://twitter.com/#!/ana_kraus/status/555",
    ],
)
def test_a_link_to_the_post_of_another_is_a_quote(tmp_path: Path, link: str) -> None:
    known = tweet(99, entities=naming(mention(9, "ana_kraus")))
    quote = tweet(100, entities=naming(urls=[link]))
    assert ("quote", "100", "ana_kraus") in said(tmp_path, known, quote)


@pytest.mark.parametrize(
    "link",
    [
        "https://x.com/wren_hollis/status/555",
        "https://twitter.com/i/status/555",
        "https://twitter.com/i/web/status/555",
        "https://twitter.com/ana_kraus",
        "https://example.org/ana_kraus/status/555",
        "https://notx.com/ana_kraus/status/555",
        "https://x.com/ana_kraus/status/5555555555555555555555",
    ],
)
def test_other_links_are_no_quote(tmp_path: Path, link: str) -> None:
    assert said(tmp_path, tweet(100, entities=naming(urls=[link]))) == []


def test_a_link_under_my_former_handle_is_no_quote(tmp_path: Path) -> None:
    change = {
        "screenNameChange": {
            "accountId": "42",
            "screenNameChange": {
                "changedAt": "2020-01-01T00:00:00.000Z",
                "changedFrom": "wren_old",
                "changedTo": "wren_hollis",
            },
        }
    }
    quote = tweet(100, entities=naming(urls=["https://x.com/wren_old/status/5"]))
    founds = read_files(tmp_path, {"screen-name-change.js": [change], "tweets.js": [quote]})
    assert interactions(founds) == []


def test_only_the_first_link_to_a_post_is_the_quote(tmp_path: Path) -> None:
    links = [f"https://x.com/{handle}/status/5" for handle in ("wren_hollis", "ana", "ben")]
    assert said(tmp_path, tweet(100, entities=naming(urls=links))) == [("quote", "100", "ana")]


def test_someone_quoted_before_their_id_comes_up_has_it_all_the_same(tmp_path: Path) -> None:
    quote = tweet(100, entities=naming(urls=["https://x.com/Ana_Kraus/status/5"]))
    later = tweet(99, entities=naming(mention(9, "ana_kraus")))
    founds = read_files(tmp_path, {"tweets.js": [quote, later]})
    (quoted,) = [e for found in founds for e in found.interactions if e.kind is Kind.QUOTE]
    assert quoted.target is not None
    assert quoted.target.native_id == "9"
    assert quoted.post is not None


def test_someone_only_quoted_is_known_by_the_handle(tmp_path: Path) -> None:
    quote = tweet(100, entities=naming(urls=["https://x.com/Ana_Kraus/status/5"]))
    founds = read_files(tmp_path, {"tweets.js": [quote]})
    (quoted,) = [each for found in founds for each in found.interactions]
    assert quoted.target is not None
    assert quoted.target.native_id == "@ana_kraus"


def test_text_after_rt_is_a_repost_and_names_nobody_else(tmp_path: Path) -> None:
    people = naming(mention(8, "ben_oduya"), mention(9, "ana_kraus"))
    founds = read_files(
        tmp_path,
        {"tweets.js": [tweet(100, "RT @ana_kraus: thanks @ben_oduya for…", entities=people)]},
    )
    assert interactions(founds) == [("repost", "100", "ana_kraus")]
    (repost,) = [each for found in founds for each in found.interactions]
    assert repost.post is None
    assert [post.text for found in founds for post in found.posts] == [
        "RT @ana_kraus: thanks @ben_oduya for…"
    ]


def test_a_repost_of_someone_without_an_id_is_known_by_the_handle(tmp_path: Path) -> None:
    assert said(tmp_path, tweet(100, "RT @Ana_Kraus: hello")) == [("repost", "100", "Ana_Kraus")]


def test_a_repost_of_myself_is_a_post_alone(tmp_path: Path) -> None:
    assert said(tmp_path, tweet(100, "RT @wren_hollis: hello")) == []


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_handle_of_the_newest_post_wins(tmp_path: Path, newest_first: bool) -> None:
    old = tweet(
        1, entities=naming(mention(9, "ana_old")), created_at="Sat Nov 09 12:14:18 +0000 2019"
    )
    new = tweet(2, entities=naming(mention(9, "ana_kraus", "Ana Kraus")))
    tweets = [new, old] if newest_first else [old, new]
    follower = {"following": {"accountId": "9"}}
    founds = read_files(tmp_path, {"tweets.js": tweets, "following.js": [follower]})
    assert interactions(founds)[-1] == ("follow", "42>9", "ana_kraus")


def test_a_link_under_an_old_handle_finds_who_had_it(tmp_path: Path) -> None:
    new = tweet(2, entities=naming(mention(9, "ana_kraus")))
    old = tweet(
        1, entities=naming(mention(9, "ana_old")), created_at="Sat Nov 09 12:14:18 +0000 2019"
    )
    quote = tweet(3, entities=naming(urls=["https://x.com/ana_old/status/5"]))
    assert said(tmp_path, new, old, quote)[-1] == ("quote", "3", "ana_kraus")


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_handle_that_changed_hands_is_the_newest_holders(
    tmp_path: Path, newest_first: bool
) -> None:
    before = tweet(
        1, entities=naming(mention(7, "ana_kraus")), created_at="Sat Nov 09 12:14:18 +0000 2019"
    )
    now = tweet(2, entities=naming(mention(9, "ana_kraus")))
    quote = tweet(3, entities=naming(urls=["https://x.com/ana_kraus/status/5"]))
    tweets = [now, before, quote] if newest_first else [before, now, quote]
    founds = read_files(tmp_path, {"tweets.js": tweets})
    (quoted,) = [e for found in founds for e in found.interactions if e.kind is Kind.QUOTE]
    assert quoted.target is not None
    assert quoted.target.native_id == "9"


def test_bare_posts_of_the_oldest_archives_are_read(tmp_path: Path) -> None:
    bare = {"created_at": "Sat Nov 09 12:14:18 +0000 2019", "id": 100, "text": "Hello"}
    founds = read_files(tmp_path, {"tweet.js": [bare]})
    assert [(p.native_id, p.text) for f in founds for p in f.posts] == [("100", "Hello")]


def test_community_posts_are_read_after_the_others(tmp_path: Path) -> None:
    record = tweet(5, community_id_str="77")
    founds = read_files(tmp_path, {"community-tweet.js": [record], "tweets.js": [tweet(1)]})
    assert [post.native_id for found in founds for post in found.posts] == ["1", "5"]
