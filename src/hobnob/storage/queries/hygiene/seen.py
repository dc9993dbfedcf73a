"""What checks may look at, read for many people at once: a dozen questions for four hundred."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from hobnob.domain.decisions import Verb
from hobnob.domain.hygiene.following import GRACE
from hobnob.domain.hygiene.likeness import Familiar, Known
from hobnob.domain.hygiene.seen import OnList, Relationship, Seen
from hobnob.domain.interactions import Direction
from hobnob.domain.lists import CLOSE
from hobnob.domain.networks import Stream
from hobnob.domain.outbox import REGRET
from hobnob.storage import models
from hobnob.storage.queries.hygiene.seen_rows import (
    Said,
    as_account,
    lists_of,
    lists_read_for,
    posts_looked_at_us,
    posts_of,
    profile_of,
    said_about,
    told_by,
)
from hobnob.storage.queries.people.ties import (
    NO_TALK,
    Events,
    Snapshots,
    Ties,
    events_with,
    snapshots,
)


def people_to_look_at() -> list[int]:
    """Whom checks concern: who had to do with me, follows me, is followed or on a list."""
    tied = models.Tie.objects.filter(
        account__person=OuterRef("pk"),
        state__stream__in=(Stream.FOLLOWING, Stream.FOLLOWERS),
        ended_us__isnull=True,
    )
    found = models.Finding.objects.filter(account__person=OuterRef("pk"), ended_us__isnull=True)
    on_list = models.Membership.objects.filter(person=OuterRef("pk"), is_member=True)
    concerned = Q(state__isnull=False) | Exists(tied) | Exists(on_list) | Exists(found)
    return list(models.Person.objects.filter(concerned).order_by("pk").values_list("pk", flat=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is the same for everybody who is looked at: read once."""

    known: Known
    snapshots: Snapshots
    rounds: dict[tuple[str, str], int]
    """By network and list: when the newest posts of everybody on it were last asked for."""


def background() -> Background:
    """Whom I know, and what was read of which network."""
    rounds = models.StreamState.objects.filter(stream=Stream.LIST_POSTS, read_us__isnull=False)
    rows = rounds.values_list("connection__network", "of", "read_us")
    return Background(
        known=Known(_familiar()),
        snapshots=snapshots(),
        rounds={(network, key): read_us for network, key, read_us in rows if read_us},
    )


def _familiar() -> Iterator[Familiar]:
    """My own accounts, and those of everybody who is somebody to me."""
    close = models.Membership.objects.filter(
        person=OuterRef("person"), is_member=True, list__stage__gte=CLOSE
    )
    said = models.Decision.objects.filter(
        account__person=OuterRef("person"),
        verb__in=(Verb.TAG, Verb.NOTE, Verb.KEEP),
        undone_by__isnull=True,
    )
    talked = Q(person__state__talk_in__gt=0, person__state__talk_out__gt=0)
    somebody = models.Account.objects.filter(
        Q(is_me=True) | talked | Exists(close) | Exists(said)
    ).select_related("profile")
    for each in somebody.iterator():
        told = profile_of(each)
        yield Familiar(
            network=each.network,
            handle=each.handle,
            person=each.person_id,
            name=each.name,
            bio=each.bio,
            made_us=told.made_us if told else None,
            moved_to=told.moved_to if told else "",
            links=told.links if told else (),
            is_me=each.is_me,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAccount:
    """One account as the checks see it, and what is needed to keep what they find."""

    account_id: int
    seen: Seen
    posts: dict[str, int]
    """The numbers of the posts that may be proof, by native id."""
    is_shut_out: bool
    """I block or mute it: there is nothing left to suggest."""
    is_new: bool
    """I followed it less than a week ago: too soon to say anything of unfollowing."""


def seen_of(person_ids: Sequence[int], behind: Background, now_us: int) -> Iterator[SeenAccount]:
    """Every account of these people, as it is now."""
    rows = list(
        models.Account.objects.filter(person_id__in=person_ids, is_me=False)
        .select_related("profile")
        .order_by("pk")
    )
    batch = _Batch(rows, person_ids, behind)
    for row in rows:
        yield batch.seen(row, now_us)


class _Batch:
    """Everything about some people, each kind of thing asked for once."""

    def __init__(
        self, accounts: list[models.Account], person_ids: Sequence[int], behind: Background
    ) -> None:
        ids = [each.pk for each in accounts]
        self._behind = behind
        self._events = events_with(ids)
        self._ties = Ties(ids, self._events, behind.snapshots)
        self._posts = posts_of(ids)
        self._told = told_by(ids)
        self._lists = lists_of(person_ids)
        self._read_for = lists_read_for(person_ids)
        self._said = said_about(person_ids)
        self._counts = _counts(accounts, self._events)
        self._moved = _followed_anew(accounts, behind.snapshots)

    def seen(self, row: models.Account, now_us: int) -> SeenAccount:
        """One account of the batch."""
        said = self._said[row.person_id]
        posts, told = self._posts[row.pk], self._told[row.pk]
        since_us = self._ties.since_us(row.pk, row.network, Stream.FOLLOWING)
        i_follow = self._holds(row, Stream.FOLLOWING)
        lists = tuple(self._lists[row.person_id])
        seen = Seen(
            account=as_account(row),
            person=row.person_id,
            posts=tuple(post for _, post in posts),
            told_me=tuple(each for _, each in told),
            i_follow=i_follow,
            followed_us=since_us if i_follow else None,
            follows_me=self._ties.follows_me(
                row.pk, row.network, asked_after_us=(since_us or 0) + GRACE
            ),
            i_follow_the_new=(row.network, _new_handle(row)) in self._moved,
            looked_us=self._looked_us(row),
            lists=lists,
            relationship=_relationship(row.person_id, said, self._counts),
            marked_bad=tuple(said.marks),
            known=self._behind.known,
        )
        numbers = {post.native_id: number for number, post in posts}
        numbers |= {each.post: number for number, each in told if number is not None}
        return SeenAccount(
            account_id=row.pk,
            seen=seen,
            posts=numbers | said.mark_posts,
            is_shut_out=self._holds(row, Stream.BLOCKS) or self._holds(row, Stream.MUTES),
            is_new=i_follow and since_us is not None and since_us > now_us - REGRET,
        )

    def _holds(self, row: models.Account, stream: Stream) -> bool:
        return self._ties.holds(row.pk, row.network, stream)

    def _looked_us(self, row: models.Account) -> int | None:
        rounds = self._behind.rounds
        told = getattr(row, "profile", None)
        looked_us = posts_looked_at_us(
            (rounds.get((row.network, key), 0) for key in self._read_for[row.person_id]),
            last_post_us=told.last_post_us if told else None,
            told_us=told.seen_us if told else None,
        )
        return looked_us or None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMe:
    """What a person is to me as of now."""

    relationship: Relationship
    lists: tuple[OnList, ...]
    events: Events


def to_me(accounts: Collection[models.Account]) -> ToMe:
    """What the person with all of these accounts is to me."""
    person_ids = {each.person_id for each in accounts}
    (person_id,) = person_ids
    events = events_with([each.pk for each in accounts])
    said, counts = said_about(person_ids)[person_id], _counts(accounts, events)
    return ToMe(
        relationship=_relationship(person_id, said, counts),
        lists=tuple(lists_of(person_ids)[person_id]),
        events=events,
    )


def _counts(accounts: Collection[models.Account], events: Events) -> dict[tuple[int, str], int]:
    """How often each did something towards me, and I towards them, over all their accounts."""
    person_of = {each.pk: each.person_id for each in accounts}
    counts: dict[tuple[int, str], int] = defaultdict(int)
    for (account_id, kind, direction), happened in events.items():
        if kind not in NO_TALK:
            counts[person_of[account_id], direction] += happened.count
    return counts


def _relationship(person_id: int, said: Said, counts: dict[tuple[int, str], int]) -> Relationship:
    return Relationship(
        towards_me=counts[person_id, Direction.TOWARDS_ME],
        from_me=counts[person_id, Direction.FROM_ME],
        tags=tuple(said.tags),
        has_notes=said.has_notes,
        is_kept=said.is_kept,
    )


def _new_handle(row: models.Account) -> str:
    told = getattr(row, "profile", None)
    return told.moved_to.removeprefix("@").lower() if told else ""


def _followed_anew(accounts: Collection[models.Account], known: Snapshots) -> set[tuple[str, str]]:
    """The new accounts, by network and handle, of those who moved, as far as I follow them."""
    handles = {handle for each in accounts if (handle := _new_handle(each))}
    if not handles:
        return set()
    rows = list(
        models.Account.objects.filter(handle_key__in=handles).values_list(
            "pk", "network", "handle_key"
        )
    )
    ids = [number for number, *_ in rows]
    ties = Ties(ids, events_with(ids), known)
    return {
        (network, handle)
        for number, network, handle in rows
        if ties.holds(number, network, Stream.FOLLOWING)
    }
