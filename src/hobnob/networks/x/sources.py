"""What is asked for each stream, what that costs, and how its items are understood.

Routes and limits: https://docs.x.com/x-api/fundamentals/rate-limits. Everything that is needed of
an item and of whom it names comes in the same answer.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import WEEK
from hobnob.domain.networks import Stream
from hobnob.networks.base import NetworkRefused
from hobnob.networks.fields import Record
from hobnob.networks.x import attached, profiles
from hobnob.networks.x.fields import id_in, is_id
from hobnob.networks.x.included import Included
from hobnob.networks.x.posts import first_id
from hobnob.networks.x.prices import A_PAGE, OWNED, READ, Thing
from hobnob.networks.x.translate import Said, Translator

USER_FIELDS = f"id,name,username,description,{profiles.FIELDS}"
POST_FIELDS = (
    "id,text,author_id,created_at,in_reply_to_user_id,referenced_tweets,lang,note_tweet,"
    f"withheld,edit_history_tweet_ids,{attached.FIELDS}"
)
ABOUT_USERS = {"user.fields": USER_FIELDS}
ABOUT_POSTS = {
    "tweet.fields": POST_FIELDS,
    "expansions": (
        "author_id,in_reply_to_user_id,entities.mentions.username,"
        "referenced_tweets.id,referenced_tweets.id.author_id"
    ),
    **ABOUT_USERS,
}
_ABOUT_LISTS = {"list.fields": "id,name,private"}
_ABOUT_MESSAGES = {
    "event_types": "MessageCreate",
    "dm_event.fields": "id,text,created_at,sender_id,dm_conversation_id,event_type",
    "expansions": "sender_id",
    **ABOUT_USERS,
}

_TAG = re.compile(r"\w{1,200}")


def version_of_post(item: Record) -> str:
    """What a post is recognised by: its id before it was edited."""
    return first_id(item) if id_in(item) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One stream of one account, newest first."""

    route: str
    bucket: str
    translate: Callable[[Record, Included, int], Said]
    """An item, what came along, and its order among its like: a larger number is later."""
    thing: Thing
    price: int
    """Of one item, in millionths of a dollar."""
    most_of_tail: int = A_PAGE
    """How many are asked for to see whether there is anything new: each is paid for."""
    asked: Mapping[str, str] = field(default_factory=dict)
    key: Callable[[Record], str] = id_in
    """What an item is recognised by when it is read again."""
    has_since: bool = False
    """X can be asked for what is newer than an id."""
    looks_again: bool = False
    """The newest items are read again each time: what was edited or deleted shows."""
    keeps_us: int | None = None
    """So far back X can be asked at all."""
    is_snapshot: bool = False
    """What is so now. Only a read to its end says who is gone."""


def source_of(stream: Stream, of: str, me: str, translator: Translator) -> Source:
    """How to read a stream as the account whose id is `me`."""
    match stream:
        case Stream.NOTIFICATIONS:
            return _posts_of_mine(
                f"/2/users/{me}/mentions",
                "mentions",
                lambda item, seen, _: translator.mention(item, seen),
            )
        case Stream.MY_POSTS:
            return _posts_of_mine(
                f"/2/users/{me}/tweets", "tweets", lambda item, seen, _: translator.post(item, seen)
            )
        case Stream.MY_LIKES:
            return Source(
                route=f"/2/users/{me}/liked_tweets",
                bucket="liked_tweets",
                translate=translator.my_like,
                thing=Thing.POST,
                price=OWNED,
                most_of_tail=20,
                asked=ABOUT_POSTS,
                looks_again=True,
            )
        case Stream.HASHTAG:
            return Source(
                route="/2/tweets/search/recent",
                bucket="search",
                translate=lambda item, seen, _: translator.feed_item(item, seen),
                thing=Thing.POST,
                price=READ[Thing.POST],
                asked={"query": f"#{_hashtag(of)} -is:retweet", **ABOUT_POSTS},
                key=version_of_post,
                has_since=True,
                keeps_us=WEEK,
            )
        case Stream.HOME:
            return Source(
                route=f"/2/users/{me}/timelines/reverse_chronological",
                bucket="home",
                translate=lambda item, seen, _: translator.feed_item(item, seen),
                thing=Thing.POST,
                price=READ[Thing.POST],
                most_of_tail=20,
                asked=ABOUT_POSTS,
                key=version_of_post,
                has_since=True,
            )
        case Stream.MESSAGES:
            return Source(
                route="/2/dm_events",
                bucket="dm_events",
                translate=lambda item, seen, _: translator.message(item, seen),
                thing=Thing.MESSAGE,
                price=READ[Thing.MESSAGE],
                most_of_tail=20,
                asked=_ABOUT_MESSAGES,
            )
        case Stream.MY_LISTS:
            return _now(
                f"/2/users/{me}/owned_lists",
                "owned_lists",
                lambda item, _, __: translator.my_list(item),
                thing=Thing.LIST,
                asked=_ABOUT_LISTS,
            )
        case Stream.LIST_MEMBERS:
            return _now(
                f"/2/lists/{list_id(of)}/members",
                "list_members",
                lambda item, _, __: translator.member(item),
                price=READ[Thing.USER],
            )
        case Stream.FOLLOWERS:
            return _now(
                f"/2/users/{me}/followers",
                "followers",
                lambda item, _, order: translator.follower(item, order),
            )
        case Stream.FOLLOWING | Stream.BLOCKS | Stream.MUTES:
            what, kind = _TIES[stream]
            tie = partial(translator.tie, kind)
            return _now(f"/2/users/{me}/{what}", what, lambda item, _, order: tie(item, order))
        case Stream.LIST_POSTS:
            raise NetworkRefused(
                "X has no list to be read as a whole: name whose posts are wanted."
            )


_TIES = {
    Stream.FOLLOWING: ("following", Kind.FOLLOW),
    Stream.BLOCKS: ("blocking", Kind.BLOCK),
    Stream.MUTES: ("muting", Kind.MUTE),
}


def _posts_of_mine(
    route: str, bucket: str, translate: Callable[[Record, Included, int], Said]
) -> Source:
    return Source(
        route=route,
        bucket=bucket,
        translate=translate,
        thing=Thing.POST,
        price=OWNED,
        asked=ABOUT_POSTS,
        key=version_of_post,
        has_since=True,
        looks_again=True,
    )


def _now(
    route: str,
    bucket: str,
    translate: Callable[[Record, Included, int], Said],
    *,
    thing: Thing = Thing.USER,
    price: int = OWNED,
    asked: Mapping[str, str] = ABOUT_USERS,
) -> Source:
    return Source(
        route=route,
        bucket=bucket,
        translate=translate,
        thing=thing,
        price=price,
        asked=asked,
        is_snapshot=True,
    )


def list_id(of: str) -> str:
    """The id of a list, fit for an address. Raises NetworkRefused."""
    if not is_id(of):
        raise NetworkRefused(f"“{of}” is no list of X: read your lists first.")
    return of


def _hashtag(of: str) -> str:
    tag = of.strip().removeprefix("#")
    if not _TAG.fullmatch(tag):
        raise NetworkRefused(f"“{of}” is no hashtag: write it as #TuskTalk.")
    return tag
