"""An archive and a sync tell of the same act by the same id, so that it is one line of the log."""

from datetime import datetime
from typing import Any

import pytest

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.people import Account
from hobnob.importers.x_archive.accounts import Accounts
from hobnob.importers.x_archive.liked_authors import LikedAuthors
from hobnob.importers.x_archive.likes import Likes
from hobnob.importers.x_archive.messages import Messages
from hobnob.importers.x_archive.notes import Notes
from hobnob.importers.x_archive.relationships import Relationships
from hobnob.importers.x_archive.tweets import Tweets
from hobnob.operations.claim_account import claim_account
from hobnob.operations.record import record
from hobnob.storage import models
from tests.networks.x.golden import ME, raw, read
from tests.networks.x.stage import NOW_US


def archive_of(name: str) -> list[Interaction]:
    """What an archive says of the same thing that a sample tells live."""
    answer = raw(name)
    [item] = answer["data"]
    accounts = Accounts(ME)
    match name.partition("-")[0]:
        case "post":
            tweets = Tweets(
                ME,
                own_handles=[ME.handle],
                accounts=accounts,
                authors=LikedAuthors(accounts),
                notes=Notes(),
            )
            said = [*tweets.translate(_as_archived(item, answer), 0), *tweets.left_over()]
        case "like":
            likes = Likes(ME, authors=LikedAuthors(accounts), newest_order=9)
            said = list(likes.translate({"tweetId": item["id"], "fullText": item["text"]}, 0))
        case "message":
            said = list(Messages(ME, accounts=accounts).translate(_as_conversation(item), 0))
        case _:
            ties = Relationships(ME, accounts=accounts, newest_order=9)
            kinds = {"block": Kind.BLOCK, "mute": Kind.MUTE}
            translate = (
                ties.towards_me(Kind.FOLLOW)
                if name == "follower"
                else ties.from_me(kinds.get(name, Kind.FOLLOW))
            )
            said = list(translate({"accountId": item["id"]}, 0))
    return [line for each in said for line in each.interactions]


BOTH = [
    "post-mine",
    "post-my-mention",
    "post-my-reply",
    "post-my-reply-to-gone",
    "post-my-quote",
    "post-my-repost",
    "post-my-repost-of-gone",
    "post-my-thread",
    "like",
    "like-of-edited",
    "follower",
    "following",
    "block",
    "mute",
    "message-to-me",
    "message-from-me",
]


@pytest.mark.parametrize("name", BOTH)
def test_the_same_act_is_one_line(name: str) -> None:
    assert _ids(archive_of(name)) == _ids(read(name, raw(name)).interactions)


def test_the_words_of_a_post_are_the_same_so_that_none_looks_edited() -> None:
    for name in ("post-my-mention", "post-my-reply", "post-my-quote"):
        [archived, *_] = archive_of(name)
        [live, *_] = read(name, raw(name)).interactions
        assert archived.post is not None
        assert live.post is not None
        assert (archived.text, archived.post.url) == (live.text, live.post.url)
        assert archived.at_us == live.at_us


@pytest.mark.parametrize("name", ["post-my-mention", "post-my-reply", "post-my-quote"])
def test_what_hangs_on_a_post_is_the_same(name: str) -> None:
    [archived, *_] = archive_of(name)
    [live, *_] = read(name, raw(name)).interactions
    assert archived.post is not None
    assert live.post is not None
    assert archived.post.attached == live.post.attached


@pytest.mark.django_db
@pytest.mark.parametrize("is_archive_first", [True, False])
def test_a_log_that_knows_the_one_learns_nothing_new_from_the_other(
    is_archive_first: bool,
) -> None:
    claim_account(ME, now_us=NOW_US, seen_us=NOW_US)
    sources = [
        [line for name in BOTH for line in archive_of(name)],
        [line for name in BOTH for line in read(name, raw(name)).interactions],
    ]
    first, second = sources if is_archive_first else reversed(sources)
    assert record(first, now_us=NOW_US).interactions_new == len(first)
    assert record(second, now_us=NOW_US + 1).interactions_new == 0


@pytest.mark.django_db
def test_a_like_of_the_archive_learns_whose_it_was() -> None:
    claim_account(ME, now_us=NOW_US, seen_us=NOW_US)
    record(archive_of("like"), now_us=NOW_US)
    like = models.Interaction.objects.get(kind=Kind.LIKE)
    assert like.target is None
    record(read("like", raw("like")).interactions, now_us=NOW_US + 1)
    like.refresh_from_db()
    assert like.target is not None
    assert like.target.handle == "ana_d"


def _ids(lines: Any) -> set[tuple[str, str, str, str]]:
    return {
        (line.kind, line.direction, line.native_id, _who(line.contact) if _is_told(line) else "")
        for line in lines
    }


def _is_told(line: Interaction) -> bool:
    """Whether both sources know who it is: an archive knows no author of a like."""
    return line.kind not in (Kind.LIKE, Kind.QUOTE)


def _who(account: Account | None) -> str:
    return account.native_id if account else ""


def _as_archived(item: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """A post as tweets.js has it."""
    entities = item.get("entities", {})
    references = {each["type"]: each["id"] for each in item.get("referenced_tweets", ())}
    return {
        "id_str": item["id"],
        "created_at": _archive_date(item["created_at"]),
        "full_text": item["text"],
        "entities": {
            "user_mentions": [
                {"id_str": each["id"], "screen_name": each["username"]}
                for each in entities.get("mentions", ())
            ],
            "urls": entities.get("urls", []),
        },
        "in_reply_to_status_id_str": references.get("replied_to", ""),
        "in_reply_to_user_id_str": item.get("in_reply_to_user_id", ""),
        "lang": item["lang"],
    }


def _as_conversation(item: dict[str, Any]) -> dict[str, Any]:
    pair = item["dm_conversation_id"].split("-")
    [recipient] = [each for each in pair if each != item["sender_id"]]
    message = {
        "id": item["id"],
        "senderId": item["sender_id"],
        "recipientId": recipient,
        "text": item["text"],
        "createdAt": item["created_at"],
    }
    return {
        "conversationId": item["dm_conversation_id"],
        "messages": [{"messageCreate": message}],
    }


def _archive_date(iso: str) -> str:
    """ "Sun Nov 15 12:05:00 +0000 2026" """
    return f"{datetime.fromisoformat(iso):%a %b %d %H:%M:%S +0000 %Y}"
