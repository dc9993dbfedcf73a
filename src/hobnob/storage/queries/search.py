"""Search: people by handle and name, then what was written in notes and posts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.storage.models import Account, Decision, Post
from hobnob.storage.queries.people import PersonLine, person_lines

PEOPLE, POSTS, NOTES = 20, 20, 10
"""How many of each are shown."""

_WEIGHED = 500
"""How many matching accounts are weighed for the first twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A note or post that has the words, and whose it is."""

    person: PersonLine
    text: str
    when: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that has the words."""

    words: str
    people: tuple[PersonLine, ...]
    notes: tuple[FoundText, ...]
    posts: tuple[FoundText, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has them."""
        return not (self.people or self.notes or self.posts)


def search(words: str, *, now_us: int) -> Found:
    """Everybody and everything with all of these words, or words that begin like them."""
    terms = re.findall(r"\w+", words.lower())
    if not terms:
        return Found(words=words, people=(), notes=(), posts=())
    person_ids = _people(terms)
    notes = _notes(terms)
    posts = _posts(terms)
    lines = person_lines({*person_ids, *(who for who, _ in notes), *(who for who, _ in posts)})
    return Found(
        words=words,
        people=tuple(lines[each] for each in person_ids),
        notes=tuple(
            FoundText(person=lines[who], text=each.why, when=ago(each.made_us, now_us), url="")
            for who, each in notes
        ),
        posts=tuple(
            FoundText(
                person=lines[who],
                text=each.text,
                when=ago(each.at_us, now_us),
                url=web_url(each.network, each.native_id, each.url),
            )
            for who, each in posts
        ),
    )


def _people(terms: Sequence[str]) -> list[int]:
    """Ids of the people whose handle or name has the terms; who writes to me most comes first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT a.person_id FROM ({_matching('account')}) m "  # noqa: S608 (our own names)
            "JOIN storage_account a ON a.id = m.id "
            "LEFT JOIN storage_contactstate s ON s.person_id = a.person_id "
            "WHERE NOT a.is_me "
            "ORDER BY a.handle_key = %s DESC, coalesce(s.d90_in, 0) DESC, a.id",
            [_query(terms), _WEIGHED, " ".join(terms)],
        )
        return list(dict.fromkeys(row[0] for row in cursor.fetchall()))[:PEOPLE]


def _posts(terms: Sequence[str]) -> list[tuple[int, Post]]:
    """(person id, post) of the newest posts that have the terms."""
    with connection.cursor() as cursor:
        cursor.execute(_matching("post"), [_query(terms), POSTS])
        ids = [row[0] for row in cursor.fetchall()]
    found = Post.objects.filter(pk__in=ids).select_related("author").order_by("-pk")
    return [(each.author.person_id, each) for each in found if each.author]


def _notes(terms: Sequence[str]) -> list[tuple[int, Decision]]:
    """(person id, note) of the newest notes that have the terms."""
    found = Decision.objects.filter(
        verb=Verb.NOTE, undone_by__isnull=True, account__isnull=False
    ).select_related("account")
    for term in terms:
        found = found.filter(why__icontains=term)
    newest = found.order_by("-pk")[:NOTES]
    return [(each.account.person_id, each) for each in newest if each.account]


def _matching(what: str) -> str:
    """SQL for the ids of the newest accounts or posts that match; takes a query and a limit."""
    if connection.vendor == "sqlite":
        index = f"storage_{what}_search"
        return (
            f"SELECT rowid AS id FROM {index} WHERE {index} MATCH %s "  # noqa: S608 (our own names)
            "ORDER BY rowid DESC LIMIT %s"
        )
    text = "handle || ' ' || name" if what == "account" else "text"
    return (
        f"SELECT id FROM storage_{what} "  # noqa: S608 (our own names)
        f"WHERE to_tsvector('hobnob', {text}) @@ to_tsquery('hobnob', %s) "
        "ORDER BY id DESC LIMIT %s"
    )


def _query(terms: Sequence[str]) -> str:
    """The terms in the index's own language; every one may be the beginning of a word."""
    if connection.vendor == "sqlite":
        return " ".join(f'"{term}"*' for term in terms)
    return " & ".join(f"{term}:*" for term in terms)


def known_people() -> int:
    """How many people are known, but for me."""
    return Account.objects.filter(is_me=False).values("person_id").distinct().count()
