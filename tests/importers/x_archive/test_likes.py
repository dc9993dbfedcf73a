"""Likes, and who wrote the liked posts as far as the archive tells."""

from pathlib import Path

from hobnob.domain.interactions import Direction, Interaction, Kind
from tests.importers.x_archive.building import (
    MADE_AT_US,
    answering,
    interactions,
    like,
    mention,
    naming,
    read_files,
    tweet,
)

SAYING = "The new seed library opens on Friday, bring what you saved from last year"


def likes(tmp_path: Path, tweets: list[dict[str, object]], *liked: dict[str, object]) -> list[str]:
    """Who wrote each liked post: a handle, an id, or nobody."""
    founds = read_files(tmp_path, {"tweets.js": tweets, "like.js": liked})
    return [other for kind, _, other in interactions(founds) if kind == "like"]


def repost(text: str, *, handle: str = "ana_kraus", native_id: int = 9) -> dict[str, object]:
    people = naming(mention(native_id, handle))
    return tweet(100 + native_id, f"RT @{handle}: {text}", entities=people)


def test_a_like_has_the_text_and_no_date(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"like.js": [like(500, "Tea &amp; talk")]})
    (liked,) = [each for found in founds for each in found.interactions]
    assert liked.kind is Kind.LIKE
    assert liked.direction is Direction.FROM_ME
    assert liked.native_id == "42>500"
    assert liked.target is None
    assert liked.at_us is None
    assert liked.post is not None
    assert liked.post.text == "Tea & talk"
    assert liked.post.url == "https://twitter.com/i/web/status/500"


def test_a_liked_post_has_the_moment_its_id_tells(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"like.js": [like(1541815603606036480)]})
    (liked,) = [each for found in founds for each in found.interactions]
    assert liked.post is not None
    assert liked.post.at_us == 1_656_432_460_105_000


def test_likes_keep_their_order_over_all_parts(tmp_path: Path) -> None:
    files = {
        "like-part1.js": [like(3)],
        "like.js": [like(1), like(2)],
        "manifest.js": None,
        "like-part10.js": [like(5)],
        "like-part2.js": [like(4)],
    }
    files.pop("manifest.js")
    founds = read_files(tmp_path, files)
    liked: list[Interaction] = [each for found in founds for each in found.interactions]
    assert [each.native_id for each in liked] == ["42>1", "42>2", "42>3", "42>4", "42>5"]
    assert [each.order for each in liked] == [MADE_AT_US - position for position in range(5)]


def test_a_link_that_leads_elsewhere_is_not_kept(tmp_path: Path) -> None:
    record: dict[str, object] = {"like": {"tweetId": "5", "expandedUrl": "javascript:alert(1)"}}
    founds = read_files(tmp_path, {"like.js": [record]})
    assert [each.post.url for found in founds for each in found.interactions if each.post] == [
        "https://x.com/i/web/status/5"
    ]


def test_an_answered_post_has_an_author(tmp_path: Path) -> None:
    assert likes(tmp_path, [tweet(1, **answering(500, 9, "ana_kraus"))], like(500)) == ["ana_kraus"]


def test_an_answered_post_of_someone_deleted_has_an_id(tmp_path: Path) -> None:
    assert likes(tmp_path, [tweet(1, **answering(500, 9))], like(500)) == ["9"]


def test_a_quoted_post_has_an_author(tmp_path: Path) -> None:
    quote = tweet(1, entities=naming(urls=["https://x.com/ana_kraus/status/500"]))
    assert likes(tmp_path, [quote], like(500)) == ["ana_kraus"]


def test_a_reposted_text_has_an_author(tmp_path: Path) -> None:
    assert likes(tmp_path, [repost(SAYING)], like(500, SAYING)) == ["ana_kraus"]


def test_a_cut_repost_tells_the_author_of_the_whole_text(tmp_path: Path) -> None:
    cut = repost(SAYING[:60] + "…")
    assert likes(tmp_path, [cut], like(500, SAYING), like(501, SAYING[:40])) == [
        "ana_kraus",
        "nobody",
    ]


def test_a_repost_cut_within_a_link_still_tells(tmp_path: Path) -> None:
    cut = repost(f"{SAYING[:50]} https://t.c…")
    assert likes(tmp_path, [cut], like(500, f"{SAYING[:50]} https://t.co/abcde")) == ["ana_kraus"]


def test_entities_short_links_and_line_breaks_do_not_matter(tmp_path: Path) -> None:
    reposted = repost("Bread &amp; roses for everyone\nwho came https://t.co/aaa")
    liked = like(500, "Bread &amp; roses for everyone who came https://t.co/bbb")
    assert likes(tmp_path, [reposted], liked) == ["ana_kraus"]


def test_a_short_text_tells_nothing(tmp_path: Path) -> None:
    assert likes(tmp_path, [repost("Thank you!")], like(500, "Thank you!")) == ["nobody"]


def test_a_text_of_two_people_tells_nothing(tmp_path: Path) -> None:
    both = [repost(SAYING), repost(SAYING, handle="ben_oduya", native_id=8)]
    assert likes(tmp_path, both, like(500, SAYING)) == ["nobody"]


def test_an_answer_tells_more_surely_than_a_text(tmp_path: Path) -> None:
    tweets = [tweet(1, **answering(500, 8, "ben_oduya")), repost(SAYING)]
    assert likes(tmp_path, tweets, like(500, SAYING)) == ["ben_oduya"]
