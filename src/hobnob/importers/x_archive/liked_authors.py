"""Who wrote a liked post, as far as the archive itself tells: `like.js` does not say.

Three traces: I answered that post, I linked to it, or I reposted it and so copied its text.
Kept compact, since archives hold millions of posts: numbers, and hashes of texts.
"""

import re

from hobnob.domain.people import Account
from hobnob.importers.x_archive.accounts import Accounts, account_called

_SHORTEST_TEXT = 20
"""Shorter texts ("Thank you!") are written by many, so they say nothing about who wrote them."""
_SHORTEST_CUT = 40
"""X cuts at 140 characters; less than this is left only where links took most of it."""
_LINK = re.compile(r"https?://t\.co/\w*")
_CUT_LINK = re.compile(r"\s*http\S*$")
_SEVERAL = ""


class LikedAuthors:
    """Remembers the traces, then answers who wrote a post."""

    def __init__(self, accounts: Accounts):
        self._accounts = accounts
        self._by_post: dict[int, str] = {}
        self._by_text: dict[int, str] = {}
        self._cut_beginnings: set[int] = set()
        self._cut_lengths: set[int] = set()

    def answered(self, post_id: str, author_id: str) -> None:
        """I answered this post of theirs."""
        self._by_post[int(post_id)] = author_id

    def linked(self, post_id: str, handle: str) -> None:
        """I linked to this post of theirs: a link says the handle alone."""
        self._by_post.setdefault(int(post_id), "@" + handle)

    def reposted(self, text: str, author_id: str) -> None:
        """I reposted this text of theirs; X cut it where it ends with an ellipsis."""
        is_cut = text.endswith("…")
        plain = _plain(_CUT_LINK.sub("", text[:-1]) if is_cut else text)
        if len(plain) < (_SHORTEST_CUT if is_cut else _SHORTEST_TEXT):
            return
        if is_cut:
            self._cut_beginnings.add(hash(plain[:_SHORTEST_CUT]))
            self._cut_lengths.add(len(plain))
        trace = hash((plain, is_cut))
        if self._by_text.setdefault(trace, author_id) != author_id:
            self._by_text[trace] = _SEVERAL

    def author(self, post_id: str, text: str) -> Account | None:
        """Who wrote the post with this id and text; None where the archive does not tell."""
        author_id = self._by_post.get(int(post_id)) or self._author_of_text(text)
        if author_id.startswith("@"):
            return self._accounts.called(author_id[1:]) or account_called(author_id[1:])
        return self._accounts.known(author_id) if author_id else None

    def _author_of_text(self, text: str) -> str:
        """The one who wrote this text, "" where nobody or several did."""
        if not self._by_text or len(text) < _SHORTEST_TEXT:
            return ""
        plain = _plain(text)
        traces = {hash((plain, False))}
        if hash(plain[:_SHORTEST_CUT]) in self._cut_beginnings:
            traces.update(hash((plain[:length], True)) for length in self._cut_lengths)
        authors = {self._by_text[trace] for trace in traces if trace in self._by_text}
        return authors.pop() if len(authors) == 1 else _SEVERAL


def _plain(text: str) -> str:
    """The text on one line and without its short links, where X may have cut it."""
    if "t.co/" in text:
        text = _LINK.sub("", text)
    return " ".join(text.split())
