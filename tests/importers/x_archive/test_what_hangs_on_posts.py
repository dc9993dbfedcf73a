"""What hangs on my posts: links, pictures, quotes, and how many people they name."""

from pathlib import Path

import pytest

from hobnob.domain.posts import NOTHING_ATTACHED, Attached, Link, Media, MediaKind
from tests.importers.x_archive.building import answering, mention, naming, read_files, tweet


def attached(tmp_path: Path, record: dict[str, object]) -> Attached:
    founds = read_files(tmp_path, {"tweets.js": [record]})
    [post] = [post for found in founds for post in found.posts]
    return post.attached


def picture(kind: str = "photo", **fields: object) -> dict[str, object]:
    return {"id_str": "9", "type": kind, "url": "https://t.co/pic", **fields}


def test_plain_words_carry_nothing(tmp_path: Path) -> None:
    assert attached(tmp_path, tweet(100)) == NOTHING_ATTACHED


def test_links_are_told_by_where_they_lead_each_once(tmp_path: Path) -> None:
    tea, river = "https://zoo.example/tea", "http://river.example"
    urls = [tea, tea, river, "mailto:ana"]
    assert attached(tmp_path, tweet(100, entities=naming(urls=urls))).links == (
        Link(url=tea),
        Link(url=river),
    )


def test_links_to_people_posts_and_hashtags_are_left_out(tmp_path: Path) -> None:
    urls = [
        "https://twitter.com/ana_kraus",
        "https://x.com/ana_kraus/status/7",
        "https://x.com/hashtag/TuskTalk",
    ]
    assert attached(tmp_path, tweet(100, entities=naming(urls=urls))).links == ()


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("photo", MediaKind.PICTURE),
        ("animated_gif", MediaKind.MOVING_PICTURE),
        ("video", MediaKind.VIDEO),
        ("hologram", MediaKind.FILE),
    ],
)
def test_each_kind_of_picture_is_told(tmp_path: Path, kind: str, media: MediaKind) -> None:
    record = tweet(100, extended_entities={"media": [picture(kind)]})
    assert attached(tmp_path, record).media == (Media(kind=media),)


def test_all_pictures_count_and_their_descriptions_are_kept(tmp_path: Path) -> None:
    record = tweet(
        100,
        entities={"media": [picture()]},
        extended_entities={"media": [picture(ext_alt_text="a tiger\nasleep"), picture()]},
    )
    assert attached(tmp_path, record).media == (Media(alt="a tiger asleep"), Media())


def test_the_oldest_archives_tell_the_first_picture_alone(tmp_path: Path) -> None:
    assert attached(tmp_path, tweet(100, entities={"media": [picture()]})).media == (Media(),)


@pytest.mark.parametrize(
    ("links", "quotes"),
    [
        (["https://x.com/ana_kraus/status/7"], "7"),
        (["https://x.com/wren_hollis/status/8"], "8"),
        (["https://x.com/wren_hollis/status/8", "https://x.com/ana_kraus/status/7"], "7"),
        (["https://twitter.com/wren_hollis/status/100/photo/1"], ""),
        (["https://zoo.example/status/7"], ""),
    ],
)
def test_a_link_to_a_post_is_what_it_quotes(tmp_path: Path, links: list[str], quotes: str) -> None:
    assert attached(tmp_path, tweet(100, entities=naming(urls=links))).quotes == quotes


def test_those_it_names_are_counted_without_whom_it_answers(tmp_path: Path) -> None:
    named = naming(mention(9, "ana_kraus"), mention(10, "bo"), mention(11, "cem"))
    record = tweet(100, "@ana_kraus @bo @cem tea?", **answering(7, 9, "ana_kraus"), entities=named)
    assert attached(tmp_path, record).names == 2


def test_what_x_calls_sensitive_is_labelled_so(tmp_path: Path) -> None:
    assert attached(tmp_path, tweet(100, possibly_sensitive=True)).labels == ("sensitive",)


def test_a_repost_is_known_by_where_its_picture_comes_from(tmp_path: Path) -> None:
    came_from = {"media": [picture(source_status_id_str="55")]}
    repost = tweet(100, "RT @ana_kraus: Look", extended_entities=came_from)
    assert attached(tmp_path, repost).reposts == "55"
    borrowed = tweet(100, "Look what Ana drew", extended_entities=came_from)
    assert attached(tmp_path, borrowed).reposts == ""


def test_a_repost_of_mere_words_does_not_say_of_which(tmp_path: Path) -> None:
    assert attached(tmp_path, tweet(100, "RT @ana_kraus: Look")).reposts == ""
