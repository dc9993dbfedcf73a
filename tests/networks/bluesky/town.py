"""A small Bluesky on this machine: one server that is directory, account server, AppView and chat.

It keeps what people do as records and answers as the real ones do, oddities included: a cursor of
notifications is a millisecond, and what stands at that very millisecond is left out.
"""

import json
from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from hobnob.networks.bluesky.uris import (
    BLOCK,
    FOLLOW,
    LIKE,
    LIST_ITEM,
    POST,
    REPOST,
    AtUri,
    tid_at,
)

Fields = dict[str, Any]

BEGINNING_US = 1_790_000_000_000_000
MILLISECOND = 1_000
ROBIN, ANA, SAM = "did:plc:robin", "did:plc:ana", "did:plc:sam"
PASSWORD = "abcd-efgh-ijkl-mnop"


class Refused(Exception):
    """The answer is an error that has a name."""

    def __init__(self, name: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.body = {"error": name, "message": message}
        self.status = status


@dataclass
class Town:
    """Who lives there, and what they did. Time goes on by a millisecond with each record."""

    address: str = ""
    now_us: int = BEGINNING_US
    people: dict[str, Fields] = field(default_factory=dict)
    records: dict[str, Fields] = field(default_factory=dict)
    """By address: what is said, and since when that is known."""
    mutes: list[str] = field(default_factory=list)
    messages: list[Fields] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    """Which token is good, by what it is for."""
    renewals: int = 0
    gone: set[str] = field(default_factory=set)
    """Whose account is closed."""
    closed: dict[str, str] = field(default_factory=dict)
    """What is said of those of them who are known still: "AccountTakedown"."""

    def __post_init__(self) -> None:
        for did, name in ((ROBIN, "Robin Aldous"), (ANA, "Ana de Vries"), (SAM, "Sam Okoro")):
            self.move_in(did, name)
        self._new_tokens()

    # ── What people do ───────────────────────────────────────────────────────

    def move_in(self, did: str, name: str) -> str:
        handle = f"{did.rpartition(':')[2]}.example"
        self.people[did] = {
            "did": did,
            "handle": handle,
            "displayName": name,
            "labels": [],
            "createdAt": _text(BEGINNING_US),
        }
        return did

    def make(self, did: str, collection: str, at_us: int = 0, **value: Any) -> str:
        """Somebody makes a record. Its address."""
        self.now_us += MILLISECOND
        at_us = at_us or self.now_us
        key = tid_at(self.now_us)
        record = {"$type": collection, "createdAt": _text(at_us), **value}
        uri = str(AtUri(did, collection, key))
        self.records[uri] = {"uri": uri, "cid": f"cid-{key}", "value": record}
        return uri

    def post(self, did: str, text: str, *, to: str = "", names: str = "", **value: Any) -> str:
        """Somebody posts: an answer `to` a post, or one that `names` somebody."""
        if to:
            value["reply"] = {"root": self.reference(to), "parent": self.reference(to)}
        if names:
            feature = {"$type": "app.bsky.richtext.facet#mention", "did": names}
            index = {"byteStart": 0, "byteEnd": 1}
            value["facets"] = [{"index": index, "features": [feature]}]
        return self.make(did, POST, text=text, **value)

    def follows(self, did: str, whom: str) -> bool:
        return bool(self._first(did, FOLLOW, whom))

    def reference(self, uri: str) -> Fields:
        return {"uri": uri, "cid": self.records[uri]["cid"]}

    def write(self, sender: str, to: str, text: str) -> None:
        self.now_us += MILLISECOND
        convo = "-".join(sorted((sender, to))).replace("did:plc:", "")
        self.messages.append(
            {
                "convo": convo,
                "members": [sender, to],
                "id": f"m{len(self.messages)}",
                "rev": f"r{len(self.messages)}",
                "text": text,
                "sender": {"did": sender},
                "sentAt": _text(self.now_us),
                "$type": "chat.bsky.convo.defs#messageView",
            }
        )

    # ── Who asks ─────────────────────────────────────────────────────────────

    def answer(self, name: str, asked: Fields, token: str) -> Fields:
        """The answer to one request. Raises Refused."""
        self.asked.append(name)
        if name.startswith("did:"):
            return self._document(name)
        open_to_all = {
            "com.atproto.identity.resolveHandle": self._resolve,
            "com.atproto.server.createSession": self._create_session,
        }
        if name in open_to_all:
            return open_to_all[name](asked)
        if name in ("com.atproto.server.refreshSession", "com.atproto.server.deleteSession"):
            return self._renew(name, token)
        if token != self.tokens["access"]:
            raise Refused("ExpiredToken", "Token has expired")
        answers: dict[str, Callable[[Fields], Fields]] = {
            "app.bsky.actor.getProfile": self._profile,
            "app.bsky.actor.getProfiles": self._profiles,
            "app.bsky.actor.searchActors": self._people_called,
            "app.bsky.feed.getAuthorFeed": self._author_feed,
            "app.bsky.feed.getPosts": self._posts,
            "app.bsky.feed.getTimeline": self._timeline,
            "app.bsky.feed.searchPosts": self._search,
            "app.bsky.graph.getFollowers": self._followers,
            "app.bsky.graph.getList": self._list,
            "app.bsky.graph.getListsWithMembership": self._memberships,
            "app.bsky.graph.getMutes": self._mutes,
            "app.bsky.graph.muteActor": lambda asked: self._mute(asked["actor"]),
            "app.bsky.graph.unmuteActor": lambda asked: self._unmute(asked["actor"]),
            "app.bsky.notification.listNotifications": self._notifications,
            "chat.bsky.convo.getMessages": self._messages,
            "chat.bsky.convo.listConvos": self._convos,
            "com.atproto.repo.deleteRecord": self._delete,
            "com.atproto.repo.getRecord": self._record,
            "com.atproto.repo.listRecords": self._list_records,
            "com.atproto.repo.putRecord": self._put,
        }
        if name not in answers:
            raise Refused("MethodNotImplemented", "Method Not Implemented", 501)
        return answers[name](asked)

    # ── Identity and sessions ────────────────────────────────────────────────

    def _document(self, did: str) -> Fields:
        service = {"type": "AtprotoPersonalDataServer", "serviceEndpoint": self.address}
        names = [f"at://{self.people[did]['handle']}"]
        return {"id": did, "alsoKnownAs": names, "service": [service]}

    def _resolve(self, asked: Fields) -> Fields:
        return {"did": self._somebody(asked["handle"])["did"]}

    def _create_session(self, asked: Fields) -> Fields:
        if asked["password"] != PASSWORD:
            raise Refused("AuthenticationRequired", "Invalid identifier or password", 401)
        return self._session()

    def _renew(self, name: str, token: str) -> Fields:
        if token != self.tokens["refresh"]:
            raise Refused("ExpiredToken", "Token has been revoked")
        self.renewals += 1
        self._new_tokens()
        return self._session() if name.endswith("refreshSession") else {}

    def _session(self) -> Fields:
        me = self.people[ROBIN]
        tokens = {"accessJwt": self.tokens["access"], "refreshJwt": self.tokens["refresh"]}
        return {**tokens, "did": ROBIN, "handle": me["handle"]}

    def _new_tokens(self) -> None:
        count = self.renewals
        self.tokens = {
            "access": token(scope="com.atproto.appPassPrivileged", count=count),
            "refresh": token(scope="com.atproto.refresh", count=count),
        }

    # ── People ───────────────────────────────────────────────────────────────

    def _somebody(self, name: str) -> Fields:
        for person in self.people.values():
            if name in (person["did"], person["handle"]) and person["did"] not in self.gone:
                return self._view_of(person["did"])
        raise Refused("InvalidRequest", "Profile not found")

    def _view_of(self, did: str) -> Fields:
        viewer = {"muted": did in self.mutes, "blockedBy": bool(self._first(did, BLOCK, ROBIN))}
        named = {
            "following": self._first(ROBIN, FOLLOW, did),
            "followedBy": self._first(did, FOLLOW, ROBIN),
            "blocking": self._first(ROBIN, BLOCK, did),
        }
        known = {name: uri for name, uri in named.items() if uri}
        return {**self.people[did], "viewer": {**viewer, **known}}

    def _first(self, did: str, collection: str, subject: str) -> str:
        """The record of somebody that is about an account or a post."""
        for uri, value in self._of(collection, did):
            about = value["subject"]
            if subject in (about, about["uri"] if isinstance(about, dict) else ""):
                return uri
        return ""

    def _profile(self, asked: Fields) -> Fields:
        if name := self.closed.get(asked["actor"]):
            raise Refused(name, "Account is not there for you")
        return _in_full(self._somebody(asked["actor"]))

    def _people_called(self, asked: Fields) -> Fields:
        called = [each for each in self.people.values() if asked["q"] in each["displayName"]]
        return {"actors": called[: int(asked["limit"])]}

    def _profiles(self, asked: Fields) -> Fields:
        assert len(asked["actors"]) <= 25
        there = [did for did in asked["actors"] if did in self.people and did not in self.gone]
        return {"profiles": [_in_full(self._view_of(did)) for did in there]}

    def _followers(self, asked: Fields) -> Fields:
        who = [AtUri.read(uri).did for uri, v in self._of(FOLLOW) if v["subject"] == ROBIN]
        return self._paged("followers", [self._view_of(did) for did in who], asked)

    def _mutes(self, asked: Fields) -> Fields:
        return self._paged("mutes", [self._view_of(did) for did in self.mutes], asked)

    def _mute(self, did: str) -> Fields:
        self.mutes = [*dict.fromkeys([did, *self.mutes])]
        return {}

    def _unmute(self, did: str) -> Fields:
        self.mutes = [each for each in self.mutes if each != did]
        return {}

    def _list(self, asked: Fields) -> Fields:
        items = [
            {"uri": uri, "subject": self._view_of(value["subject"])}
            for uri, value in self._of(LIST_ITEM, ROBIN)
            if value["list"] == asked["list"]
        ]
        return self._paged("items", items, asked)

    def _memberships(self, asked: Fields) -> Fields:
        found = [
            {"list": {"uri": value["list"]}, "listItem": {"uri": uri}}
            for uri, value in self._of(LIST_ITEM, ROBIN)
            if value["subject"] == asked["actor"]
        ]
        return self._paged("listsWithMembership", found, asked)

    # ── Posts ────────────────────────────────────────────────────────────────

    def _post_view(self, uri: str) -> Fields:
        record = self.records[uri]
        author = self._view_of(uri.split("/")[2])
        named = {"like": self._first(ROBIN, LIKE, uri), "repost": self._first(ROBIN, REPOST, uri)}
        viewer = {name: found for name, found in named.items() if found}
        return {
            "uri": uri,
            "cid": record["cid"],
            "author": author,
            "record": record["value"],
            "indexedAt": record["value"]["createdAt"],
            "viewer": viewer,
        }

    def _posts(self, asked: Fields) -> Fields:
        assert len(asked["uris"]) <= 25
        return {"posts": [self._post_view(uri) for uri in asked["uris"] if uri in self.records]}

    def _author_feed(self, asked: Fields) -> Fields:
        if asked["actor"] in self.gone:
            raise Refused("InvalidRequest", "Profile not found")
        return self._paged("feed", self._feed([asked["actor"]]), asked)

    def _timeline(self, asked: Fields) -> Fields:
        followed = [value["subject"] for _, value in self._of(FOLLOW, ROBIN)]
        return self._paged("feed", self._feed([ROBIN, *followed]), asked)

    def _feed(self, dids: list[str]) -> list[Fields]:
        """What some people posted and handed on, newest first."""
        items = []
        for did in dids:
            items += [(uri, {"post": self._post_view(uri)}) for uri, _ in self._of(POST, did)]
            for uri, value in self._of(REPOST, did):
                if (post := value["subject"]["uri"]) in self.records:
                    items.append((uri, {"post": self._post_view(post), "reason": self._by(uri)}))
        items.sort(key=lambda item: item[0].rpartition("/")[2], reverse=True)
        return [item for _, item in items]

    def _by(self, repost: str) -> Fields:
        """Why a post stands in a feed that its author is not in."""
        return {
            "$type": "app.bsky.feed.defs#reasonRepost",
            "by": self._view_of(repost.split("/")[2]),
            "uri": repost,
            "indexedAt": self.records[repost]["value"]["createdAt"],
        }

    def _search(self, asked: Fields) -> Fields:
        [tag] = asked["tag"]
        found = [uri for uri, value in self._of(POST) if f"#{tag}" in value["text"]]
        return self._paged("posts", [self._post_view(uri) for uri in found], asked)

    # ── Notifications ────────────────────────────────────────────────────────

    def _notifications(self, asked: Fields) -> Fields:
        """A cursor is a millisecond, and only what is below it is shown."""
        limit, cursor = int(asked["limit"]), asked.get("cursor")
        told = sorted(self._told(), key=lambda each: each["indexedAt"], reverse=True)
        below = [each for each in told if cursor is None or each["indexedAt"] < cursor]
        page = below[:limit]
        more = {"cursor": page[-1]["indexedAt"]} if len(below) > limit else {}
        return {"notifications": page, **more}

    def _told(self) -> Iterator[Fields]:
        views = {did: self._view_of(did) for did in self.people}
        for uri, record in self.records.items():
            did, value = uri.split("/")[2], record["value"]
            reason, subject = self._reason(value)
            if did == ROBIN or not reason:
                continue
            yield {
                "uri": uri,
                "cid": record["cid"],
                "author": views[did],
                "reason": reason,
                "record": value,
                "indexedAt": value["createdAt"],
                **({"reasonSubject": subject} if subject else {}),
            }

    def _reason(self, value: Fields) -> tuple[str, str]:
        """Why Robin is told of a record, and what of his it is about."""
        subject = value.get("subject")
        about = subject["uri"] if isinstance(subject, dict) else subject or ""
        parent = value.get("reply", {}).get("parent", {}).get("uri", "")
        if value["$type"] in (LIKE, REPOST) and about.startswith(f"at://{ROBIN}/"):
            return value["$type"].rpartition(".")[2], about if about in self.records else ""
        if value["$type"] == FOLLOW and about == ROBIN:
            return "follow", ""
        if parent.startswith(f"at://{ROBIN}/"):
            return "reply", parent
        return ("mention", "") if ROBIN in json.dumps(value.get("facets", "")) else ("", "")

    # ── Messages ─────────────────────────────────────────────────────────────

    def _convos(self, asked: Fields) -> Fields:
        last = {message["convo"]: message for message in self.messages}
        newest_first = sorted(last.values(), key=lambda each: each["sentAt"], reverse=True)
        convos = [
            {
                "id": message["convo"],
                "rev": message["rev"],
                "members": [self.people[did] for did in sorted(message["members"])],
                "lastMessage": message,
            }
            for message in newest_first
        ]
        return self._paged("convos", convos, asked)

    def _messages(self, asked: Fields) -> Fields:
        said = [each for each in self.messages[::-1] if each["convo"] == asked["convoId"]]
        return self._paged("messages", said, asked)

    # ── Repositories ─────────────────────────────────────────────────────────

    def _of(self, collection: str, did: str = "") -> list[tuple[str, Fields]]:
        """Addresses and values of a collection, the largest key first."""
        found = defaultdict(list)
        for uri, record in self.records.items():
            at = AtUri.read(uri)
            assert at is not None
            if at.collection == collection and did in ("", at.did):
                found[at.key].append((uri, record["value"]))
        return [each for key in sorted(found, reverse=True) for each in found[key]]

    def _list_records(self, asked: Fields) -> Fields:
        """The last page names a cursor as well."""
        found = [uri for uri, _ in self._of(asked["collection"], asked["repo"])]
        below = [uri for uri in found if uri.rpartition("/")[2] < asked.get("cursor", "~")]
        page = below[: int(asked["limit"])]
        more = {"cursor": page[-1].rpartition("/")[2]} if page else {}
        return {"records": [self.records[uri] for uri in page], **more}

    def _record(self, asked: Fields) -> Fields:
        uri = f"at://{asked['repo']}/{asked['collection']}/{asked['rkey']}"
        if uri not in self.records or asked["repo"] in self.gone:
            raise Refused("RecordNotFound", f"Could not locate record: {uri}")
        return self.records[uri]

    def _put(self, asked: Fields) -> Fields:
        uri = f"at://{asked['repo']}/{asked['collection']}/{asked['rkey']}"
        if len(asked["record"].get("text", "")) > 300:
            raise Refused("InvalidRequest", "Record/text must not be longer than 300 graphemes")
        if uri in self.records and asked["swapRecord"] is None:
            raise Refused("InvalidSwap", "Record was at bafy")
        self.records[uri] = {"uri": uri, "cid": f"cid-{asked['rkey']}", "value": asked["record"]}
        return self.reference(uri)

    def _delete(self, asked: Fields) -> Fields:
        self.records.pop(f"at://{asked['repo']}/{asked['collection']}/{asked['rkey']}", None)
        return {}

    def _paged(self, name: str, found: list[Fields], asked: Fields) -> Fields:
        """A page of what a server counts itself."""
        start, limit = int(asked.get("cursor", 0)), int(asked["limit"])
        more = {"cursor": str(start + limit)} if start + limit < len(found) else {}
        return {name: found[start : start + limit], **more}


def _in_full(view: Fields) -> Fields:
    """A profile as it is told to who asks for it."""
    return {**view, "followersCount": 3, "followsCount": 5, "postsCount": 8}


def token(**claims: Any) -> str:
    """A token that says this of itself, and proves nothing."""
    body = urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJ0eXAiOiJhdCtqd3QifQ.{body}.c2lnbmVk"


def _text(us: int) -> str:
    whole = datetime.fromtimestamp(us // MILLISECOND / 1000, UTC)
    return whole.isoformat(timespec="milliseconds").replace("+00:00", "Z")
