"""The world as X tells it: JSON by the words of X's OpenAPI description, with what was asked for.

Only fields that were asked for are told, and only posts and users that the answer refers to.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from typing import Any

from tests.networks.x.world import List, Message, Post, User, World

Json = dict[str, Any]

WORDS = {
    "referenced_posts": "referenced_tweets",
    "edit_history_post_ids": "edit_history_tweet_ids",
    "note_post": "note_tweet",
    "posts": "tweets",
    "most_recent_post_id": "most_recent_tweet_id",
    "post_count": "tweet_count",
}
"""What X's description calls a post, its guides and its answers call a tweet."""

_ALWAYS = {"id", "text", "edit_history_post_ids"}
_USER_ALWAYS = {"id", "name", "username"}
_PROBLEM = "https://api.x.com/2/problems/"


class Telling:
    """One answer in the making."""

    def __init__(self, world: World, asked: dict[str, str]) -> None:
        self._world = world
        self._post_fields = _ALWAYS | _wanted(asked, "tweet.fields")
        self._user_fields = _USER_ALWAYS | _wanted(asked, "user.fields")
        self._asked = asked
        self._expansions = set(asked.get("expansions", "").split(","))
        self._users: dict[str, User] = {}
        self._posts: dict[str, Post] = {}
        self.errors: list[Json] = []

    def posts(self, posts: Iterable[Post]) -> list[Json]:
        return [self._post(post, is_first=True) for post in posts]

    def users(self, users: Iterable[User]) -> list[Json]:
        return [self._user(user) for user in users]

    def lists(self, lists: Iterable[List]) -> list[Json]:
        return [{"id": each.id, "name": each.name, "private": each.private} for each in lists]

    def messages(self, messages: Iterable[Message]) -> list[Json]:
        told = []
        for each in messages:
            if "sender_id" in self._expansions:
                self._users[each.sender] = self._world.users[each.sender]
            event = {
                "id": each.id,
                "text": escape(each.text, quote=False),
                "event_type": "MessageCreate",
                "created_at": _moment(each.at_ms),
                "sender_id": each.sender,
                "dm_conversation_id": each.conversation,
            }
            wanted = {"id", "text", "event_type"} | set(self._asked["dm_event.fields"].split(","))
            told.append({name: value for name, value in event.items() if name in wanted})
        return told

    def includes(self) -> Json:
        posts = [self._post(post, is_first=False) for post in list(self._posts.values())]
        users = [self._user(user) for user in self._users.values()]
        return {name: told for name, told in (("posts", posts), ("users", users)) if told}

    def missing(
        self, what: str, native_id: str, parameter: str, problem: str = "not-found"
    ) -> None:
        kind = "resource-not-found" if problem == "not-found" else problem
        self.errors.append(
            {
                "value": native_id,
                "resource_id": native_id,
                "resource_type": what,
                "parameter": parameter,
                "title": "Not Found Error",
                "detail": f"Could not find {what} with {parameter}: [{native_id}].",
                "type": _PROBLEM + kind,
            }
        )

    def _user(self, user: User) -> Json:
        posts = self._world.posts_of(user.id)
        told = {
            "id": user.id,
            "name": user.name,
            "username": user.username,
            "description": escape(user.description, quote=False),
            "protected": user.protected,
            "created_at": _moment(user.made_ms),
            "public_metrics": {
                "followers_count": user.followers,
                "following_count": 12,
                "post_count": len(posts),
                "listed_count": 0,
            },
            "most_recent_post_id": posts[0].id if posts else None,
            "entities": {"url": {"urls": [_link("https://t.co/home", user.url)]}}
            if user.url
            else None,
        }
        told = {name: value for name, value in told.items() if value is not None}
        return {name: value for name, value in told.items() if name in self._user_fields}

    def _post(self, post: Post, *, is_first: bool) -> Json:
        answered = self._answered(post)
        told: Json = {
            "id": post.id,
            "text": escape(post.text, quote=False),
            "author_id": post.author,
            "created_at": _moment(post.at_ms),
            "lang": "en",
            "possibly_sensitive": False,
            "edit_history_post_ids": list(post.versions or (post.id,)),
            "in_reply_to_user_id": answered,
            "referenced_posts": _references(post),
            "entities": self._entities(post.text, post),
        }
        if post.note:
            told["note_post"] = {
                "text": escape(post.note, quote=False),
                "entities": self._entities(post.note, post),
            }
        if post.pictures:
            told["attachments"] = {"media_keys": [key for key, _ in post.pictures]}
            told["media_metadata"] = [
                {"media_key": key, "alt_text": alt} for key, alt in post.pictures if alt
            ]
        if post.withheld:
            told["withheld"] = {"copyright": False, "country_codes": ["XY"]}
        if is_first:
            self._refer(post, told)
        elif "referenced_tweets.id.author_id" in self._expansions:
            self._users.setdefault(post.author, self._world.users[post.author])
        return {
            name: value
            for name, value in told.items()
            if name in self._post_fields and value not in ("", [], {})
        }

    def _refer(self, post: Post, told: Json) -> None:
        """Note what else the answer has to bring along."""
        people = {"author_id": [post.author]}
        people["in_reply_to_user_id"] = [told["in_reply_to_user_id"]]
        mentioned = [each["id"] for each in told["entities"].get("mentions", ())]
        people["entities.mentions.username"] = mentioned
        for expansion in self._expansions & set(people):
            for native_id in filter(None, people[expansion]):
                self._users[native_id] = self._world.users[native_id]
        if "referenced_tweets.id" in self._expansions:
            for reference in told["referenced_posts"]:
                self._refer_to(reference["id"])

    def _refer_to(self, native_id: str) -> None:
        post = self._world.posts.get(native_id)
        if post is None:
            self.missing("tweet", native_id, "referenced_tweets.id")
        elif not self._world.is_visible(post):
            self.missing("tweet", native_id, "referenced_tweets.id", "not-authorized-for-resource")
        else:
            self._posts[native_id] = post
            if "referenced_tweets.id.author_id" in self._expansions:
                self._users[post.author] = self._world.users[post.author]

    def _answered(self, post: Post) -> str:
        answered = self._world.posts.get(post.answers)
        if answered:
            return answered.author
        first = re.match(r"@(\w+)", post.text)
        named = {user.username: user.id for user in self._world.users.values()}
        return named.get(first[1], "") if post.answers and first else ""

    def _entities(self, text: str, post: Post) -> Json:
        named = {user.username: user.id for user in self._world.users.values()}
        mentions = [
            {"start": each.start(), "end": each.end(), "username": each[1], "id": named[each[1]]}
            for each in re.finditer(r"@(\w+)", text)
            if each[1] in named
        ]
        urls = [
            _link(short, leads_to, start=text.index(short))
            for short, leads_to in post.links
            if short in text
        ]
        told = {"mentions": mentions, "urls": urls}
        return {name: value for name, value in told.items() if value}


def _wanted(asked: dict[str, str], what: str) -> set[str]:
    """The fields that were asked for, by the words of X's description."""
    by_guides = {guide: word for word, guide in WORDS.items()}
    return {by_guides.get(each, each) for each in asked.get(what, "").split(",")}


def _link(short: str, leads_to: str, *, start: int = 0) -> Json:
    return {
        "start": start,
        "end": start + len(short),
        "url": short,
        "expanded_url": leads_to,
        "display_url": leads_to.partition("://")[2],
    }


def as_guides_say(value: Any) -> Any:
    """An answer in the words that X's guides have for posts."""
    if isinstance(value, dict):
        return {WORDS.get(name, name): as_guides_say(each) for name, each in value.items()}
    return [as_guides_say(each) for each in value] if isinstance(value, list) else value


def _references(post: Post) -> list[Json]:
    kinds = {"replied_to": post.answers, "quoted": post.quotes, "retweeted": post.reposts}
    return [{"type": kind, "id": native_id} for kind, native_id in kinds.items() if native_id]


def _moment(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%dT%H:%M:%S}.000Z"
