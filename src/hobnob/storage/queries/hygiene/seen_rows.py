"""Rows as values that hygiene checks look at, for many accounts or people at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from hobnob.domain.decisions import Verb
from hobnob.domain.hygiene.seen import Mark, OnList, Told
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.lists import CLOSE
from hobnob.domain.people import Account, Network, Profile
from hobnob.domain.posts import Post
from hobnob.storage import attached, models
from hobnob.storage.queries.people.ties import NO_TALK

_NEWEST = 40
"""So many posts of an account, and so much of what it did towards me, are looked at."""

_ABOUT_PEOPLE = (Verb.TAG, Verb.UNTAG, Verb.NOTE, Verb.KEEP, Verb.MARK_BAD)


@dataclass(slots=True)
class Said:
    """What I said about somebody."""

    tags: dict[str, None] = field(default_factory=dict)
    has_notes: bool = False
    is_kept: bool = False
    marks: list[Mark] = field(default_factory=list)
    mark_posts: dict[str, int] = field(default_factory=dict)


def as_account(row: models.Account) -> Account:
    """The stored account as the value that checks look at."""
    return Account(
        network=Network(row.network),
        native_id=row.native_id,
        handle=row.handle,
        name=row.name,
        bio=row.bio,
        url=row.url,
        profile=profile_of(row),
    )


def profile_of(row: models.Account) -> Profile | None:
    """What its network told about the account; None: nothing."""
    told: models.Profile | None = getattr(row, "profile", None)
    if told is None:
        return None
    return Profile(
        is_bot=told.is_bot,
        is_suspended=told.is_suspended,
        is_protected=told.is_protected,
        moved_to=told.moved_to,
        labels=tuple(told.labels),
        links=tuple(told.links),
        posts=told.posts,
        followers=told.followers,
        following=told.following,
        made_us=told.made_us,
        last_post_us=told.last_post_us,
        location=told.location,
    )


def posts_looked_at_us(
    rounds_us: Iterable[int], *, last_post_us: int | None, told_us: int | None
) -> int:
    """When somebody would have been seen to post; 0: never.

    A network is asked for the posts of a list in rounds. What it told of a profile is a look at
    their posts only where it says when the last one was.
    """
    profile_us = 0 if last_post_us is None else told_us or 0
    return max([profile_us, *rounds_us])


def posts_of(account_ids: Collection[int]) -> dict[int, list[tuple[int, Post]]]:
    """The newest posts of each account, newest first, each with its number."""
    found: dict[int, list[tuple[int, Post]]] = defaultdict(list)
    theirs = models.Post.objects.filter(author_id__in=account_ids, is_private=False)
    for row in _newest(theirs, "author_id").values_list(*_POST).iterator():
        account_id, number, network, native_id, text, at_us, url, answers, language, flag, more = (
            row
        )
        post = Post(
            network=Network(network),
            native_id=native_id,
            text=text,
            at_us=at_us,
            url=url,
            in_reply_to=answers,
            language=language,
            is_sensitive=flag,
            attached=attached.load(more),
        )
        found[account_id].append((number, post))
    return found


_POST = (
    "author_id",
    "pk",
    "network",
    "native_id",
    "text",
    "at_us",
    "url",
    "in_reply_to",
    "language",
    "is_sensitive",
    "attached",
)


def told_by(account_ids: Collection[int]) -> dict[int, list[tuple[int | None, Told]]]:
    """What each account did towards me last, newest first, with the number of the post."""
    found: dict[int, list[tuple[int | None, Told]]] = defaultdict(list)
    towards_me = models.Interaction.objects.filter(
        contact_id__in=account_ids, direction=Direction.TOWARDS_ME
    ).exclude(kind__in=NO_TALK)
    rows = _newest(towards_me, "contact_id").values_list(
        "contact_id", "kind", "at_us", "post_id", *_POST_TOLD
    )
    for account_id, kind, at_us, post_id, native_id, text, carried, author_id in rows.iterator():
        # A like of mine tells of my own post: those are not their words.
        is_theirs = native_id is not None and author_id == account_id
        carries = attached.load(carried or {})
        told = Told(
            kind=Kind(kind),
            at_us=at_us,
            text=text if is_theirs else "",
            links=tuple(each.url for each in carries.links) if is_theirs else (),
            names=carries.names if is_theirs else 0,
            post=native_id if is_theirs else "",
        )
        found[account_id].append((post_id if is_theirs else None, told))
    return found


_POST_TOLD = ("post__native_id", "post__text", "post__attached", "post__author_id")


def _newest(rows: Any, of: str) -> Any:
    """The newest forty rows of each account, newest first."""
    newest = F("at_us").desc(nulls_last=True)
    place = Window(RowNumber(), partition_by=F(of), order_by=[newest, F("pk").desc()])
    return rows.annotate(place=place).filter(place__lte=_NEWEST).order_by(of, "place")


def lists_of(person_ids: Collection[int]) -> dict[int, list[OnList]]:
    """The lists that each person is on, in the order of the menu."""
    found: dict[int, list[OnList]] = defaultdict(list)
    memberships = models.Membership.objects.filter(person_id__in=person_ids, is_member=True)
    for person_id, decision_id, key, name, silent_days, stage in memberships.order_by(
        "list__position"
    ).values_list(
        "person_id", "decision_id", *(f"list__{each}" for each in ("key", "name", "silent_days")),
        "list__stage",
    ):  # fmt: skip
        found[person_id].append(
            OnList(
                key=key,
                name=name,
                silent_days=silent_days,
                is_close=stage >= CLOSE,
                is_by_hand=decision_id is not None,
            )
        )
    return found


def lists_read_for(person_ids: Collection[int]) -> dict[int, list[str]]:
    """The keys of the lists whose rounds ask for what each person posts: who faded is left out."""
    found: dict[int, list[str]] = defaultdict(list)
    memberships = models.Membership.objects.filter(
        person_id__in=person_ids, is_member=True, faded_us__isnull=True
    )
    for person_id, key in memberships.values_list("person_id", "list__key"):
        found[person_id].append(key)
    return found


def said_about(person_ids: Collection[int]) -> dict[int, Said]:
    """What I said about each, and did not take back."""
    found: dict[int, Said] = defaultdict(Said)
    decisions = models.Decision.objects.filter(
        account__person_id__in=person_ids, verb__in=_ABOUT_PEOPLE, undone_by__isnull=True
    )
    rows = list(
        decisions.order_by("made_us", "pk").values_list(
            "account__person_id", "verb", "subject", "why", "made_us"
        )
    )
    shown = _shown_by({subject for _, verb, subject, *_ in rows if verb == Verb.MARK_BAD})
    for person_id, verb, subject, why, made_us in rows:
        said = found[person_id]
        if verb == Verb.TAG:
            said.tags[subject] = None
        elif verb == Verb.UNTAG:
            said.tags.pop(subject, None)
        elif verb == Verb.NOTE:
            said.has_notes = True
        elif verb == Verb.KEEP:
            said.is_kept = True
        else:
            number, native_id, words = shown.get(subject, (0, "", ""))
            said.marks.append(Mark(at_us=made_us, why=why, words=words, post=native_id))
            if number:
                said.mark_posts[native_id] = number
    # What they are to us by our own files counts as a tag by hand does.
    by_files = models.RelationshipTag.objects.filter(account__person_id__in=person_ids)
    for person_id, relationship in by_files.values_list("account__person_id", "relationship"):
        found[person_id].tags.setdefault(relationship)
    return found


def _shown_by(numbers: Collection[str]) -> dict[str, tuple[int, str, str]]:
    """The posts that were marked as bad behaviour, by number as the decision has it."""
    wanted = [int(each) for each in numbers if each.isdecimal()]
    posts = models.Post.objects.filter(pk__in=wanted) if wanted else models.Post.objects.none()
    rows = posts.values_list("pk", "native_id", "text")
    return {str(number): (number, native_id, text) for number, native_id, text in rows}
