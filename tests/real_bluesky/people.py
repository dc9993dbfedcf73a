"""People with accounts on the local network, who act through Bluesky's own client."""

import re
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from warnings import catch_warnings

from atproto import Client
from atproto_client.models.utils import get_model_as_dict

from tests.real_bluesky.network import Network

PASSWORD = "tea-with-milk"
_FEED = "app.bsky.feed"
_GRAPH = "app.bsky.graph"
_PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
_TAG = re.compile(r"#(\w+)")
_MOST_AT_ONCE = 200
"""Records in one request: https://docs.bsky.app/docs/api/com-atproto-repo-apply-writes."""

Fields = dict[str, Any]


class Written(NamedTuple):
    """A record: where it is, and the hash of what it says."""

    uri: str
    cid: str

    @property
    def fields(self) -> Fields:
        return {"uri": self.uri, "cid": self.cid}


class Somebody:
    """One new account, "ana7.test", and what its owner does."""

    def __init__(self, network: Network, handle: str) -> None:
        self.handle = handle
        self._network = network
        self.client = Client(network.pds)
        self.client.com.atproto.server.create_account(
            {"handle": handle, "email": f"{handle}@example.test", "password": PASSWORD}
        )
        # The AppView hears of the account a moment later, so its profile is not asked for.
        self.client.login(handle, PASSWORD, fetch_bsky_profile=False)
        self.did: str = self.client._session.did
        self.bsky = self.client.app.bsky

    def leave(self) -> None:
        """Close its connections."""
        self.client.request.close()

    def app_password(self, *, messages: bool = False) -> str:
        """A new one: what its owner gives to hobnob."""
        server = self.client.com.atproto.server
        # No two may have the same name.
        name = f"hobnob {len(server.list_app_passwords().passwords)}"
        return str(server.create_app_password({"name": name, "privileged": messages}).password)

    def take_passwords_back(self) -> None:
        server = self.client.com.atproto.server
        for each in server.list_app_passwords().passwords:
            server.revoke_app_password({"name": each.name})

    # ── What people do ───────────────────────────────────────────────────────

    def introduce(self, name: str, bio: str = "") -> None:
        profile = {
            "$type": "app.bsky.actor.profile",
            "createdAt": self.now(),
            "displayName": name,
            "description": bio,
        }
        self.client.com.atproto.repo.put_record(
            {"repo": self.did, "collection": profile["$type"], "rkey": "self", "record": profile}
        )

    def post(self, text: str, *, names: Sequence["Somebody"] = (), **more: Any) -> Written:
        """A post; handles in its text are links to `names`, #words are hashtags."""
        return self.record(f"{_FEED}.post", **_said(text, names), **more)

    def reply(self, to: Written, text: str, *, root: Written | None = None) -> Written:
        return self.post(text, reply=self._reply(to, root))

    def quote(self, post: Written, text: str) -> Written:
        embed = {"$type": "app.bsky.embed.record", "record": self._seen(post)}
        return self.post(text, embed=embed)

    def picture(self, text: str, *, shows: str, labels: Sequence[str] = ()) -> Written:
        """A post with a picture, and what its author warns of."""
        with catch_warnings(action="ignore", category=DeprecationWarning):
            # The client hands bytes to httpx as it was done before 0.28.
            blob = get_model_as_dict(self.client.upload_blob(_PIXEL).blob)
        embed = {"$type": "app.bsky.embed.images", "images": [{"alt": shows, "image": blob}]}
        kind, values = "com.atproto.label.defs#selfLabels", [{"val": each} for each in labels]
        return self.post(text, embed=embed, labels={"$type": kind, "values": values})

    def card(self, text: str, *, link: str, title: str) -> Written:
        external = {"uri": link, "title": title, "description": "All of it"}
        return self.post(text, embed={"$type": "app.bsky.embed.external", "external": external})

    def repost(self, post: Written) -> Written:
        return self.record(f"{_FEED}.repost", subject=self._seen(post))

    def like(self, post: Written) -> Written:
        return self.record(f"{_FEED}.like", subject=self._seen(post))

    def follow(self, other: "Somebody") -> Written:
        return self.record(f"{_GRAPH}.follow", subject=other.did)

    def block(self, other: "Somebody") -> Written:
        return self.record(f"{_GRAPH}.block", subject=other.did)

    def mute(self, other: "Somebody") -> None:
        self.bsky.graph.mute_actor({"actor": other.did})

    def make_list(self, name: str, *members: "Somebody") -> Written:
        made = self.record(f"{_GRAPH}.list", name=name, purpose=f"{_GRAPH}.defs#curatelist")
        for each in members:
            self.put_on(made, each)
        return made

    def put_on(self, its_list: Written, other: "Somebody") -> Written:
        return self.record(f"{_GRAPH}.listitem", list=its_list.uri, subject=other.did)

    def take_back(self, record: Written) -> None:
        _, collection, rkey = record.uri.removeprefix("at://").split("/")
        self.client.com.atproto.repo.delete_record(
            {"repo": self.did, "collection": collection, "rkey": rkey}
        )

    # ── Records, one or many ─────────────────────────────────────────────────

    def record(self, collection: str, **fields: Any) -> Written:
        value = {"$type": collection, "createdAt": self.now(), **fields}
        made = self.client.com.atproto.repo.create_record(
            {"repo": self.did, "collection": collection, "record": value}
        )
        return Written(made.uri, made.cid)

    def posts(self, texts: Iterable[str], **more: Any) -> list[Written]:
        return self._write({"$type": f"{_FEED}.post", **_said(text, ()), **more} for text in texts)

    def likes(self, posts: Iterable[Written]) -> list[Written]:
        self._network.settle()
        return self._write({"$type": f"{_FEED}.like", "subject": each.fields} for each in posts)

    def replies(self, to: Written, count: int) -> list[Written]:
        return self.posts(_numbered(count), reply=self._reply(to))

    def replies_at_once(self, to: Written, count: int) -> list[Written]:
        """All of the same millisecond."""
        return self.posts(_numbered(count), reply=self._reply(to), createdAt=self.now())

    def now(self) -> str:
        return _iso(datetime.now(UTC))

    def _reply(self, to: Written, root: Written | None = None) -> Fields:
        return {"parent": self._seen(to), "root": (root or to).fields}

    def _seen(self, post: Written) -> Fields:
        """A post that everybody has seen: about one that it has not, the AppView tells nobody."""
        self._network.settle()
        return post.fields

    def _write(self, records: Iterable[Fields]) -> list[Written]:
        """Many records, a millisecond apart, in as few requests as can be; the last is of now."""
        wanted, now = list(records), datetime.now(UTC)
        dated = [
            {"createdAt": _iso(now - timedelta(milliseconds=len(wanted) - number)), **fields}
            for number, fields in enumerate(wanted, 1)
        ]
        starts = range(0, len(dated), _MOST_AT_ONCE)
        return [
            written for start in starts for written in self._apply(dated[start:][:_MOST_AT_ONCE])
        ]

    def _apply(self, records: Sequence[Fields]) -> Iterator[Written]:
        create = "com.atproto.repo.applyWrites#create"
        writes = [{"$type": create, "collection": r["$type"], "value": r} for r in records]
        done = self.client.com.atproto.repo.apply_writes({"repo": self.did, "writes": writes})
        yield from (Written(each.uri, each.cid) for each in done.results)


def _said(text: str, names: Sequence[Somebody]) -> Fields:
    """A text and what in it is a link: https://docs.bsky.app/docs/advanced-guides/post-richtext."""
    facets = [_facet(text, f"@{each.handle}", "mention", did=each.did) for each in names]
    facets += [_facet(text, f"#{tag}", "tag", tag=tag) for tag in _TAG.findall(text)]
    return {"text": text, "facets": facets} if facets else {"text": text}


def _facet(text: str, part: str, kind: str, **feature: str) -> Fields:
    start = len(text[: text.index(part)].encode())
    return {
        "index": {"byteStart": start, "byteEnd": start + len(part.encode())},
        "features": [{"$type": f"app.bsky.richtext.facet#{kind}", **feature}],
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _numbered(count: int) -> Iterator[str]:
    return (f"and tea number {number}" for number in range(count))
