"""Search: people by handle and name, then what was written in notes and posts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.storage.models import Account, Decision, Post
from hobnob.storage.queries.decisions import visible_to
from hobnob.storage.queries.finding.choices import almost_called
from hobnob.storage.queries.people.lines import PersonLine, person_lines

PEOPLE, POSTS, NOTES = 20, 20, 10
"""How many of each are shown."""

_POSTS_WEIGHED = 2_000
"""How many matching posts are weighed: an archive is read newest first, so the last ones that
came in are not the newest ones written."""

_WEIGHED = 500
"""How many matching accounts are weighed for the first twenty."""


_ALONE = 2
"""Letters: so short a term is a word in posts, not the beginning of one.

What begins like "a" takes 100 ms to look up in 700,000 posts, like "the" 30; the word "a" 0.1.
"""


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
    meant: tuple[PersonLine, ...] = ()
    """Where nothing has the words: people whose name is nearly them."""

    @property
    def people_or_meant(self) -> tuple[PersonLine, ...]:
        """Whom it found, else whom one may have meant."""
        return self.people or self.meant

    @property
    def is_empty(self) -> bool:
        """Whether nothing has them."""
        return not (self.people or self.notes or self.posts)


def search(words: str, *, now_us: int, reader_id: int | None = None) -> Found:
    """Everybody and everything with all of these words, or words that begin like them.

    Of private notes only the reader's own are found.
    """
    terms = re.findall(r"\w+", words.lower())
    if not terms:
        return Found(words=words, people=(), notes=(), posts=())
    person_ids = _people(terms, words.strip().removeprefix("@").lower())
    notes = _notes(terms, reader_id)
    posts = _posts(terms)
    if not (person_ids or notes or posts):
        return Found(words=words, people=(), notes=(), posts=(), meant=tuple(almost_called(words)))
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


def people_called(words: str) -> list[PersonLine]:
    """Everybody with this handle, or with this name: "@ana", "x:ana", "Ana de Vries".

    My own accounts are left out. A handle that fits wholly wins over names; a name fits in
    capitals or not, in any script.
    """
    network, _, rest = words.replace("\0", "").strip().rpartition(":")
    handle, name = rest.strip().removeprefix("@").lower(), rest.strip().casefold()
    found = Account.objects.filter(is_me=False)
    if network:
        found = found.filter(network=network.lower())
    person_ids = set(_first(found.filter(handle_key=handle))) if handle else set()
    if not person_ids and (terms := re.findall(r"\w+", name)):
        with connection.cursor() as cursor:
            cursor.execute(_matching("account"), [_query(terms), _WEIGHED])
            ids = [row[0] for row in cursor.fetchall()]
        named = found.filter(pk__in=ids).values_list("person_id", "name")
        person_ids = {person_id for person_id, each in named if each.casefold() == name}
    return list(person_lines(person_ids).values())


def people_with_words(words: str, most: int) -> list[int]:
    """Ids of so many people, known last first, whose handle or name has all of these words."""
    if not (terms := re.findall(r"\w+", words.lower())):
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT a.person_id FROM ({_matching('account')}) m "  # noqa: S608 (our own names)
            "JOIN storage_account a ON a.id = m.id",
            [_query(terms), most],
        )
        return [row[0] for row in cursor.fetchall()]


def _first(accounts: QuerySet[Account]) -> list[int]:
    """Ids of the people of the first accounts."""
    return list(accounts.values_list("person_id", flat=True)[:PEOPLE])


def _people(terms: Sequence[str], handle: str) -> list[int]:
    """Ids of the people whose handle or name has the terms.

    Who has just that handle comes first, then who writes to me most.
    """
    ids = _first(Account.objects.filter(handle_key=handle, is_me=False))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT a.person_id FROM ({_matching('account')}) m "  # noqa: S608 (our own names)
            "JOIN storage_account a ON a.id = m.id "
            "LEFT JOIN storage_contactstate s ON s.person_id = a.person_id "
            "WHERE NOT a.is_me "
            "ORDER BY coalesce(s.d90_in, 0) DESC, a.id",
            [_query(terms), _WEIGHED],
        )
        ids += [row[0] for row in cursor.fetchall()]
    return list(dict.fromkeys(ids))[:PEOPLE]


def _posts(terms: Sequence[str]) -> list[tuple[int, Post]]:
    """(person id, post) of the newest posts that have the terms."""
    words = [term for term in terms if len(term) <= _ALONE and term.isascii()]
    beginnings = [term for term in terms if term not in words]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.id FROM ({_matching('post')}) m JOIN storage_post p ON p.id = m.id "  # noqa: S608 (our own names)
            "ORDER BY p.at_us IS NULL, p.at_us DESC, p.id DESC LIMIT %s",
            [_query(beginnings, words), _POSTS_WEIGHED, POSTS],
        )
        ids = [row[0] for row in cursor.fetchall()]
    found = Post.objects.select_related("author").in_bulk(ids)
    posts = [found[each] for each in ids]
    return [(each.author.person_id, each) for each in posts if each.author]


def _notes(terms: Sequence[str], reader_id: int | None) -> list[tuple[int, Decision]]:
    """(person id, note) of the newest notes that have the terms."""
    found = Decision.objects.filter(
        visible_to(reader_id), verb=Verb.NOTE, undone_by__isnull=True, account__isnull=False
    ).select_related("account")
    for term in terms:
        found = found.filter(why__icontains=term)
    newest = found.order_by("-pk")[:NOTES]
    return [(each.account.person_id, each) for each in newest if each.account]


def _matching(what: str) -> str:
    """SQL for the ids of the newest accounts or posts that match; takes a query and a limit.

    A post of which nobody knows who wrote it (liked, in an archive) is nobody's to be found.
    """
    table = f"storage_{what}"
    is_somebodys = "author_id IS NOT NULL" if what == "post" else "NOT is_me"
    if connection.vendor == "sqlite":
        index = f"{table}_search"
        return (
            f"SELECT t.id FROM {index} JOIN {table} t ON t.id = {index}.rowid "  # noqa: S608 (our own names)
            f"WHERE {index} MATCH %s AND {is_somebodys} ORDER BY {index}.rowid DESC LIMIT %s"
        )
    text = "handle || ' ' || name" if what == "account" else "text"
    return (
        f"SELECT id FROM {table} "  # noqa: S608 (our own names)
        f"WHERE to_tsvector('hobnob', {text}) @@ to_tsquery('hobnob', %s) AND {is_somebodys} "
        "ORDER BY id DESC LIMIT %s"
    )


def _query(beginnings: Sequence[str], words: Sequence[str] = ()) -> str:
    """What has all of these beginnings of words and all of these words, in the index's language."""
    if connection.vendor == "sqlite":
        return " ".join([*(f'"{each}"*' for each in beginnings), *(f'"{each}"' for each in words)])
    return " & ".join([*(f"{each}:*" for each in beginnings), *words])


def known_people() -> int:
    """How many people are known, but for me."""
    return Account.objects.filter(is_me=False).values("person_id").distinct().count()
