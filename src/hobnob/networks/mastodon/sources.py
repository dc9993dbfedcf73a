"""What is asked for each stream, and how its items are understood.

Paths, limits and scopes: https://docs.joinmastodon.org/methods/. A server that knows a smaller
limit keeps to its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from mastodon import Mastodon

from hobnob.domain.interactions import Kind
from hobnob.domain.networks import FEEDS, Stream
from hobnob.networks.base import NetworkRefused
from hobnob.networks.fields import Record, each, part
from hobnob.networks.mastodon.client import Client
from hobnob.networks.mastodon.errors import NotThere
from hobnob.networks.mastodon.fields import id_in, is_id
from hobnob.networks.mastodon.translate import Said, Translator

Asked = Mapping[str, Any]
"""Where a page begins and how long it may be: `max_id`, `limit`."""

_POSTS = 40
_PEOPLE = 80
_CONVERSATIONS = 20
"""Each of them takes a request of its own."""
_LISTS = 256
_OF_POSTS = frozenset({Stream.MY_POSTS, Stream.MY_LIKES, *FEEDS})

_TAG = re.compile(r"[\w·]{1,200}")


def _own_id(item: Record) -> str:
    return id_in(item)


def _no_post(_: Record) -> str:
    return ""


def _as_it_is(_: Client, item: Record) -> Record:
    return item


def _post_shown(item: Record) -> str:
    return id_in(part(item, "reblog")) or id_in(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One stream of one account, newest first."""

    ask: Callable[[Mastodon, Asked], object]
    translate: Callable[[Record, int], Said]
    """An item and its order among its like: a larger number is later."""
    most: int
    """How many items one answer may have."""
    key: Callable[[Record], str] = _own_id
    """What an item is recognised by when it is read again."""
    post: Callable[[Record], str] = _no_post
    """The id of the post without which an item would not be there."""
    is_paged_by_own_ids: bool = False
    """Older items can be asked for by the id of the oldest one, where no link says how."""
    is_snapshot: bool = False
    """What is so now. Only a read to its end says who is gone, so an end must be certain."""
    is_paged: bool = True
    """There may be more than one answer."""
    complete: Callable[[Client, Record], Record] = _as_it_is
    """An item with what takes requests of its own."""


def source_of(stream: Stream, of: str, me: str, translator: Translator) -> Source:
    """How to read a stream as the account whose id on this server is `me`.

    Of LIST_POSTS that is what one of the people posts: `of` is their native id.
    """
    accounts = partial(Source, most=_PEOPLE, is_snapshot=True)
    match stream:
        case Stream.NOTIFICATIONS:
            return Source(
                ask=lambda api, asked: api.notifications(**asked),
                translate=lambda item, _: translator.notification(item),
                most=_PEOPLE,
                post=lambda item: id_in(part(item, "status")),
                is_paged_by_own_ids=True,
            )
        case Stream.MY_POSTS:
            return _posts(lambda api, asked: api.account_statuses(me, **asked), translator)
        case Stream.HASHTAG:
            tag = _hashtag(of)
            return _posts_alone(lambda api, asked: api.timeline_hashtag(tag, **asked), translator)
        case Stream.LIST_POSTS:
            author = _author_id(of, translator)
            return _posts_alone(
                lambda api, asked: api.account_statuses(author, **asked), translator
            )
        case Stream.HOME:
            return _posts_alone(lambda api, asked: api.timeline_home(**asked), translator)
        case Stream.MY_LIKES:
            return Source(
                ask=lambda api, asked: api.favourites(**asked),
                translate=translator.my_like,
                most=_POSTS,
                post=_own_id,
            )
        case Stream.MESSAGES:
            return Source(
                ask=lambda api, asked: api.conversations(**asked),
                translate=lambda item, _: translator.conversation(item),
                most=_CONVERSATIONS,
                key=lambda item: f"{id_in(item)}:{id_in(part(item, 'last_status'))}",
                complete=_whole_conversation,
            )
        case Stream.FOLLOWERS:
            return accounts(
                ask=lambda api, asked: api.account_followers(me, **asked),
                translate=translator.follower,
            )
        case Stream.FOLLOWING:
            return accounts(
                ask=lambda api, asked: api.account_following(me, **asked),
                translate=partial(translator.tie, Kind.FOLLOW),
            )
        case Stream.BLOCKS:
            return accounts(
                ask=lambda api, asked: api.blocks(**asked),
                translate=partial(translator.tie, Kind.BLOCK),
            )
        case Stream.MUTES:
            return accounts(
                ask=lambda api, asked: api.mutes(**asked),
                translate=partial(translator.tie, Kind.MUTE),
            )
        case Stream.MY_LISTS:
            return Source(
                ask=lambda api, _: api.lists(),
                translate=lambda item, _: translator.my_list(item),
                most=_LISTS,
                is_snapshot=True,
                is_paged=False,
            )
        case Stream.LIST_MEMBERS:
            list_id = _list_id(of, translator)
            return accounts(
                ask=lambda api, asked: api.list_accounts(list_id, **asked),
                translate=lambda item, _: translator.member(item),
            )


def requests_for(stream: Stream, count: int) -> int:
    """How many requests so many items of a stream take, at the limits of Mastodon itself."""
    if stream is Stream.MESSAGES:
        return -(-count // _CONVERSATIONS) + count
    most = _POSTS if stream in _OF_POSTS else _PEOPLE
    return max(1, -(-count // most))


def _posts(ask: Callable[[Mastodon, Asked], object], translator: Translator) -> Source:
    return Source(
        ask=ask,
        translate=lambda item, _: translator.status(item),
        most=_POSTS,
        post=_post_shown,
        is_paged_by_own_ids=True,
    )


def _posts_alone(ask: Callable[[Mastodon, Asked], object], translator: Translator) -> Source:
    """What people post, whomever it is about: a feed, and nothing between them and me."""
    return replace(_posts(ask, translator), translate=lambda item, _: translator.post(item))


def _whole_conversation(client: Client, item: Record) -> Record:
    """The conversation with everything that was said in it: it brings the last message alone."""
    last = part(item, "last_status")
    try:
        context = client.ask(lambda api: api.status_context(id_in(last)))
    except NotThere:
        return item
    return {**item, "statuses": [*each(context, "ancestors"), *each(context, "descendants")]}


def _hashtag(of: str) -> str:
    tag = of.strip().removeprefix("#")
    if not _TAG.fullmatch(tag):
        raise NetworkRefused(f"“{of}” is no hashtag: write it as #TuskTalk.")
    return tag


def _author_id(of: str, translator: Translator) -> str:
    native_id = translator.accounts.own(of)
    if not is_id(native_id):
        raise NetworkRefused(f"“{of}” is known by another server than this one: not read here.")
    return native_id


def _list_id(of: str, translator: Translator) -> str:
    native_id = translator.accounts.own(of)
    if not is_id(native_id):
        raise NetworkRefused(f"“{of}” is no list of this server: read its lists first.")
    return native_id
