"""Long posts are joined to the posts that X cut."""

from pathlib import Path

from tests.importers.x_archive.building import answering, read_files, reasons, tweet

WHOLE = "A long account of how the river garden came to be, with all its sheds & paths " * 5


def note(text: str, at: str = "2024-11-09T12:14:18.000Z") -> dict[str, object]:
    return {"noteTweet": {"noteTweetId": "1", "createdAt": at, "core": {"text": text}}}


def texts(tmp_path: Path, notes: list[dict[str, object]], *tweets: dict[str, object]) -> list[str]:
    founds = read_files(tmp_path, {"note-tweet.js": notes, "tweets.js": tweets})
    return [post.text for found in founds for post in found.posts]


def test_a_cut_post_has_the_whole_text(tmp_path: Path) -> None:
    cut = tweet(1, WHOLE[:240].replace("&", "&amp;") + "… https://t.co/abc")
    assert texts(tmp_path, [note(WHOLE)], cut) == [WHOLE]


def test_a_reply_keeps_the_names_its_note_lacks(tmp_path: Path) -> None:
    cut = tweet(1, f"@ana_kraus @ben {WHOLE[:200]}…", **answering(7, 9, "ana_kraus"))
    assert texts(tmp_path, [note(WHOLE)], cut) == [f"@ana_kraus @ben {WHOLE}"]


def test_a_second_off_still_fits(tmp_path: Path) -> None:
    cut = tweet(1, WHOLE[:200] + "…")
    assert texts(tmp_path, [note(WHOLE, "2024-11-09T12:14:19.400Z")], cut) == [WHOLE]


def test_another_post_of_the_same_second_keeps_its_own_text(tmp_path: Path) -> None:
    thread = [tweet(2, "Second of the thread"), tweet(1, WHOLE[:200] + "…")]
    assert texts(tmp_path, [note(WHOLE)], *thread) == ["Second of the thread", WHOLE]


def test_a_note_is_joined_once(tmp_path: Path) -> None:
    cut = WHOLE[:200] + "…"
    assert texts(tmp_path, [note(WHOLE)], tweet(1, cut), tweet(2, cut)) == [WHOLE, cut]


def test_a_post_that_is_only_a_link_takes_no_note(tmp_path: Path) -> None:
    assert texts(tmp_path, [note(WHOLE)], tweet(1, "https://t.co/abc")) == ["https://t.co/abc"]


def test_notes_without_their_post_are_told(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"note-tweet.js": [note(WHOLE)], "tweets.js": [tweet(1)]})
    assert reasons(founds) == [
        (
            "data/tweets.js",
            "the whole file",
            "long posts that fit no post in this archive were left out: 1",
        )
    ]


def test_a_note_without_a_date_is_a_problem(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"note-tweet.js": [note(WHOLE, "some day")]})
    assert [reason for _, _, reason in reasons(founds)] == [
        "this long post has no date or no text, so its full text was left out"
    ]
