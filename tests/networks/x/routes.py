"""What the fake X can be asked for, and what it can be told to do: one small function each."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tests.networks.x.allowing import Refused
from tests.networks.x.rates import ORDERS
from tests.networks.x.told import Telling
from tests.networks.x.world import SNOWFLAKES_BEGIN_MS

if TYPE_CHECKING:
    from tests.networks.x.fake_x import FakeX

Json = dict[str, Any]
Route = Callable[..., Json]
"""Takes the fake, who asks, what is asked, the body, and the ids in the address."""

WEEK_MS = 7 * 86_400_000


def route_of(method: str, path: str) -> tuple[str, Route, tuple[str, ...]]:
    for of_method, pattern, name, route in ROUTES:
        if of_method == method and (found := re.fullmatch(pattern, path)):
            return name, route, found.groups()
    raise AssertionError(f"{method} {path}: X has no such thing")


def body_of(telling: Telling, data: list[Json], meta: Json | None) -> Json:
    """X leaves out what is empty."""
    includes = telling.includes()
    parts = {"data": data, "includes": includes, "errors": telling.errors}
    body: Json = {name: value for name, value in parts.items() if value}
    return body if meta is None else {**body, "meta": meta}


# ── What can be asked for ────────────────────────────────────────────────────


def _mentions(x: "FakeX", me: str, asked: dict[str, str], _: Json, who: str) -> Json:
    return x.posts_page("mentions", asked, x.world.mentions_of(who))


def _tweets(x: "FakeX", me: str, asked: dict[str, str], _: Json, who: str) -> Json:
    user = x.world.users.get(who)
    if user is None or user.suspended or (user.protected and who != me):
        return _unauthorized(who)
    posts = x.world.posts_of(who)
    if "retweets" in asked.get("exclude", ""):
        posts = [post for post in posts if not post.reposts]
    if start := asked.get("start_time"):
        posts = [post for post in posts if _iso(post.at_ms) >= start]
    return x.posts_page("tweets", asked, posts)


def _home(x: "FakeX", me: str, asked: dict[str, str], _: Json, who: str) -> Json:
    if who != me:
        return _unauthorized(who)
    return x.posts_page("home", asked, x.world.home_of(who))


def _liked(x: "FakeX", me: str, asked: dict[str, str], _: Json, who: str) -> Json:
    there = [x.world.posts[each] for each in x.world.likes.get(who, ()) if each in x.world.posts]
    return x.posts_page("liked_tweets", asked, there)


def _search(x: "FakeX", me: str, asked: dict[str, str], _: Json) -> Json:
    since = int(asked.get("since_id", "0"))
    if since and (since >> 22) + SNOWFLAKES_BEGIN_MS < x.now_us // 1000 - WEEK_MS:
        raise Refused(400, "invalid-request", parameters={"since_id": [str(since)]})
    tag = re.match(r"#(\w+)", asked["query"])
    assert tag
    return x.posts_page("search", asked, x.world.tagged(tag[1]))


def _ties(name: str) -> Route:
    def told(x: "FakeX", me: str, asked: dict[str, str], _: Json, who: str) -> Json:
        return x.users_page(name, asked, getattr(x.world, name))

    return told


def _owned_lists(x: "FakeX", me: str, asked: dict[str, str], _: Json, who: str) -> Json:
    shown, meta = x.page("owned_lists", asked, list(x.world.lists))
    telling = Telling(x.world, asked)
    return body_of(telling, telling.lists(x.world.lists[each] for each in shown), meta)


def _list_members(x: "FakeX", me: str, asked: dict[str, str], _: Json, which: str) -> Json:
    if which not in x.world.lists:
        telling = Telling(x.world, asked)
        telling.missing("list", which, "id")
        return {"errors": telling.errors}
    return x.users_page("list_members", asked, x.world.lists[which].members)


def _dm_events(x: "FakeX", me: str, asked: dict[str, str], _: Json) -> Json:
    by_id = {each.id: each for each in x.world.messages}
    shown, meta = x.page("dm_events", asked, list(by_id))
    telling = Telling(x.world, asked)
    return body_of(telling, telling.messages(by_id[each] for each in shown), meta)


def _posts(x: "FakeX", me: str, asked: dict[str, str], _: Json) -> Json:
    telling, there = Telling(x.world, asked), []
    versions = {old: post for post in x.world.posts.values() for old in post.versions}
    wanted = asked["ids"].split(",")
    assert 0 < len(wanted) <= 100
    for each in wanted:
        post = x.world.posts.get(each) or versions.get(each)
        if post is None:
            telling.missing("tweet", each, "ids")
        elif not x.world.is_visible(post):
            telling.missing("tweet", each, "ids", "not-authorized-for-resource")
        else:
            there.append(post)
    return body_of(telling, telling.posts(there), None)


def _users(x: "FakeX", me: str, asked: dict[str, str], _: Json) -> Json:
    telling, there = Telling(x.world, asked), []
    for each in asked["ids"].split(","):
        user = x.world.users.get(each)
        if user is None or user.suspended:
            telling.missing("user", each, "ids")
        else:
            there.append(user)
    return body_of(telling, telling.users(there), None)


def _user_by_name(x: "FakeX", me: str, asked: dict[str, str], _: Json, handle: str) -> Json:
    telling = Telling(x.world, asked)
    for user in x.world.users.values():
        if user.username.lower() == handle.lower():
            return {"data": telling.users([user])[0]}
    telling.missing("user", handle, "username")
    return {"errors": telling.errors}


def _me(x: "FakeX", me: str, asked: dict[str, str], _: Json) -> Json:
    return {"data": Telling(x.world, asked).users([x.world.users[me]])[0]}


# ── What can be ordered ──────────────────────────────────────────────────────


def _create_post(x: "FakeX", me: str, _: dict[str, str], body: Json) -> Json:
    text, links = body["text"].strip(), []
    for number, link in enumerate(re.findall(r"https?://\S+", text)):
        short = f"https://t.co/{len(x.world.posts):06}{number:04}"
        text = text.replace(link, short, 1)
        links.append((short, link))
    if links:
        x.charged += 200_000 - ORDERS["create_post"]
    post = x.world.write(me, text, links=tuple(links))
    told = {"id": post.id, "text": text, "edit_history_post_ids": [post.id]}
    return {"data": told}


def _delete_post(x: "FakeX", me: str, _: dict[str, str], __: Json, which: str) -> Json:
    if which in x.world.posts:
        x.world.delete(which)
    return {"data": {"deleted": True}}


def _add_member(x: "FakeX", me: str, _: dict[str, str], body: Json, which: str) -> Json:
    members = _list(x, which).members
    if body["user_id"] not in members:
        members.insert(0, body["user_id"])
    return {"data": {"is_member": True}}


def _remove_member(x: "FakeX", me: str, _: dict[str, str], __: Json, which: str, who: str) -> Json:
    members = _list(x, which).members
    if who in members:
        members.remove(who)
    return {"data": {"is_member": False}}


def _mute(x: "FakeX", me: str, _: dict[str, str], body: Json, who: str) -> Json:
    target = body["target_user_id"]
    if target not in x.world.muting:
        x.world.muting.insert(0, target)
    return {"data": {"muting": True}}


def _unmute(x: "FakeX", me: str, _: dict[str, str], __: Json, who: str, target: str) -> Json:
    if target in x.world.muting:
        x.world.muting.remove(target)
    return {"data": {"muting": False}}


def _list(x: "FakeX", which: str) -> Any:
    if which not in x.world.lists:
        raise Refused(404, "resource-not-found")
    return x.world.lists[which]


def _unauthorized(who: str) -> Json:
    return {
        "errors": [
            {
                "resource_id": who,
                "resource_type": "user",
                "parameter": "id",
                "title": "Authorization Error",
                "detail": f"Sorry, you are not authorized to see the user with id: [{who}].",
                "type": "https://api.x.com/2/problems/not-authorized-for-resource",
            }
        ]
    }


def _iso(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"


ROUTES: list[tuple[str, str, str, Route]] = [
    ("GET", r"/2/users/me", "me", _me),
    ("GET", r"/2/users/by/username/(\w+)", "user_by_name", _user_by_name),
    ("GET", r"/2/users", "users", _users),
    ("GET", r"/2/users/(\d+)/mentions", "mentions", _mentions),
    ("GET", r"/2/users/(\d+)/tweets", "tweets", _tweets),
    ("GET", r"/2/users/(\d+)/timelines/reverse_chronological", "home", _home),
    ("GET", r"/2/users/(\d+)/liked_tweets", "liked_tweets", _liked),
    ("GET", r"/2/users/(\d+)/followers", "followers", _ties("followers")),
    ("GET", r"/2/users/(\d+)/following", "following", _ties("following")),
    ("GET", r"/2/users/(\d+)/blocking", "blocking", _ties("blocking")),
    ("GET", r"/2/users/(\d+)/muting", "muting", _ties("muting")),
    ("GET", r"/2/users/(\d+)/owned_lists", "owned_lists", _owned_lists),
    ("GET", r"/2/lists/(\d+)/members", "list_members", _list_members),
    ("GET", r"/2/tweets/search/recent", "search", _search),
    ("GET", r"/2/tweets", "posts", _posts),
    ("GET", r"/2/dm_events", "dm_events", _dm_events),
    ("POST", r"/2/tweets", "create_post", _create_post),
    ("DELETE", r"/2/tweets/(\d+)", "delete_post", _delete_post),
    ("POST", r"/2/lists/(\d+)/members", "add_member", _add_member),
    ("DELETE", r"/2/lists/(\d+)/members/(\d+)", "remove_member", _remove_member),
    ("POST", r"/2/users/(\d+)/muting", "mute", _mute),
    ("DELETE", r"/2/users/(\d+)/muting/(\d+)", "unmute", _unmute),
]
