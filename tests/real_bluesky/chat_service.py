"""Stands in for Bluesky's chat server, which is not public: conversations of two, as lexicons say.

It trusts whoever calls: the caller is the issuer of the token that the server of accounts made.
https://github.com/bluesky-social/atproto/tree/main/lexicons/chat/bsky/convo
"""

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from typing import Any, ClassVar, Protocol
from urllib.parse import parse_qsl, urlsplit

Fields = dict[str, Any]
DID = "did:web:api.bsky.chat"


class Member(Protocol):
    """Who has an account."""

    did: str
    handle: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What two people wrote to each other, oldest first."""

    members: frozenset[str]
    messages: list[Fields] = field(default_factory=list)

    @property
    def id(self) -> str:
        return "-".join(sorted(each.rpartition(":")[2] for each in self.members))


class ChatService:
    """A server on a free port of this machine, as long as it is entered."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        """The methods that were called."""
        self._handles: dict[str, str] = {}
        self._conversations: dict[frozenset[str], Conversation] = {}
        self._numbers = count(1)
        handler = type("Handler", (_Handler,), {"service": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1})

    def __enter__(self) -> "ChatService":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://localhost:{self._server.server_port}"

    def write(self, author: Member, to: Member, text: str) -> Fields:
        """Somebody writes to somebody."""
        self._handles |= {each.did: each.handle for each in (author, to)}
        return self._write(author.did, to.did, text)

    def _write(self, author: str, to: str, text: str) -> Fields:
        number = next(self._numbers)
        message = {
            "$type": "chat.bsky.convo.defs#messageView",
            "id": f"message{number:04}",
            "rev": f"rev{number:04}",
            "text": text,
            "sender": {"did": author},
            "sentAt": datetime.now(UTC).isoformat(timespec="milliseconds"),
        }
        self.conversation(author, to).messages.append(message)
        return message

    def conversation(self, *members: str) -> Conversation:
        both = frozenset(members)
        return self._conversations.setdefault(both, Conversation(both))

    # ── What is answered ─────────────────────────────────────────────────────

    def answer(self, method: str, caller: str, asked: Fields) -> Fields:
        """The answer to one call of chat.bsky.convo. Raises KeyError for what it has not."""
        self.asked.append(method)
        answers = {
            "listConvos": self._conversations_of,
            "getMessages": self._messages_in,
            "getConvoForMembers": self._conversation_with,
            "sendMessage": self._send,
        }
        return answers[method.removeprefix("chat.bsky.convo.")](caller, asked)

    def _conversations_of(self, caller: str, asked: Fields) -> Fields:
        mine = [each for each in self._conversations.values() if caller in each.members]
        return {"convos": [self._view(each) for each in mine]}

    def _messages_in(self, caller: str, asked: Fields) -> Fields:
        """Newest first; the cursor is how many were given."""
        [one] = [c for c in self._conversations.values() if c.id == asked["convoId"]]
        start, limit = int(asked.get("cursor", 0)), int(asked.get("limit", 50))
        newest_first = one.messages[::-1]
        answer: Fields = {"messages": newest_first[start : start + limit]}
        if start + limit < len(newest_first):
            answer["cursor"] = str(start + limit)
        return answer

    def _conversation_with(self, caller: str, asked: Fields) -> Fields:
        return {"convo": self._view(self.conversation(caller, asked["members"]))}

    def _send(self, caller: str, asked: Fields) -> Fields:
        [one] = [c for c in self._conversations.values() if c.id == asked["convoId"]]
        [other] = one.members - {caller}
        return self._write(caller, other, asked["message"]["text"])

    def _view(self, one: Conversation) -> Fields:
        view: Fields = {
            "id": one.id,
            "rev": one.messages[-1]["rev"] if one.messages else "rev0",
            "members": [self._profile(each) for each in sorted(one.members)],
            "muted": False,
            "unreadCount": 0,
        }
        return {**view, "lastMessage": one.messages[-1]} if one.messages else view

    def _profile(self, did: str) -> Fields:
        handle = self._handles.get(did, "handle.invalid")
        return {"$type": "chat.bsky.actor.defs#profileViewBasic", "did": did, "handle": handle}


class _Handler(BaseHTTPRequestHandler):
    service: ClassVar[ChatService]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(dict(parse_qsl(urlsplit(self.path).query)))

    def do_POST(self) -> None:
        self._answer(json.loads(self.rfile.read(int(self.headers["content-length"]))))

    def _answer(self, asked: Fields) -> None:
        method = urlsplit(self.path).path.removeprefix("/xrpc/")
        claims = _claims(self.headers["authorization"])
        # The token is for this service and this one method.
        assert (claims["aud"], claims["lxm"]) == (DID, method)
        body = json.dumps(self.service.answer(method, claims["iss"], asked)).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def _claims(authorization: str) -> dict[str, str]:
    """What a token says of itself; its signature is the business of a real server."""
    _, _, payload = authorization.removeprefix("Bearer ").partition(".")
    padded = payload.partition(".")[0] + "=="
    claims: dict[str, str] = json.loads(base64.urlsafe_b64decode(padded))
    return claims
