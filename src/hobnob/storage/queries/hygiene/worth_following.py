"""People worth following: who they are, and the reason each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from hobnob.domain.actions import ActionKind
from hobnob.domain.following import Candidate, Met, why_follow, worth_following
from hobnob.domain.hygiene.findings import Proposes
from hobnob.domain.hygiene_pace import Pace
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.lists import CLOSE
from hobnob.domain.moments import DAY, ago
from hobnob.domain.networks import Stream
from hobnob.domain.outbox import State
from hobnob.domain.people import profile_url
from hobnob.domain.post_kinds import PostKind
from hobnob.storage import attached
from hobnob.storage.models import (
    Account,
    Chat,
    ContactState,
    Finding,
    Interaction,
    Membership,
    OutboxItem,
    Post,
    PostTag,
    TodayCard,
)
from hobnob.storage.queries.chats.log import words_around
from hobnob.storage.queries.hygiene.card import As, my_accounts
from hobnob.storage.queries.hygiene.queue import pace_of
from hobnob.storage.queries.people.left_alone import is_left_alone
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.ties import Ties, events_with

SECTION = "follow"
"""Who is put off here, or is never to be followed, is put off under this name."""

SHOWN = 12
"""People on the page: as many as one decides about at one sitting."""

_LOOKED_AT = 300
"""Contacts who talk most with me, and people whom my people talk with, that are weighed."""

_LOOKS_BACK = 90 * DAY
_POSTS_LOOKED_AT = 3_000
_CHAT_POSTS_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """Somebody worth following."""

    account_id: int
    person: PersonLine
    handle: str
    network: str
    url: str
    because: str
    words: str
    """What they wrote last."""
    when: str
    by: As | None
    """My account that would follow them."""

    @property
    def is_sent(self) -> bool:
        """hobnob follows them itself."""
        return self.by is not None and self.by.sends(ActionKind.FOLLOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthFollowing:
    """The whole page."""

    people: tuple[Worth, ...]
    total: int
    pace: Pace

    @property
    def ways(self) -> tuple[Worth, ...]:
        """As whom they would be followed: one of them for each of my accounts that would."""
        first = {each.by.account_id: each for each in reversed(self.people) if each.by}
        return tuple(sorted(first.values(), key=lambda each: each.network))


def people_worth_following(now_us: int) -> WorthFollowing:
    """Whom to follow, the best reasons first; no more than one decides about at one sitting."""
    found = worth_following(_candidates(now_us).values())
    return WorthFollowing(
        people=_people(found[:SHOWN], now_us),
        total=len(found),
        pace=pace_of(ActionKind.FOLLOW, now_us),
    )


def why_worth_following(account_id: int, now_us: int) -> str:
    """The reason for which somebody is worth following now; "" where there is none."""
    candidate = _candidates(now_us).get(account_id)
    found = worth_following([candidate] if candidate else [])
    return why_follow(found[0]) if found else ""


def whose(account_id: int) -> PersonLine | None:
    """The person behind an account that is not mine; None where there is no such."""
    row = Account.objects.filter(pk=account_id, is_me=False).first()
    return person_lines([row.person_id])[row.person_id] if row else None


def _people(found: Iterable[Candidate], now_us: int) -> tuple[Worth, ...]:
    reasons = {each.account_id: why_follow(each) for each in found}
    newest = (
        Post.objects.filter(author=OuterRef("pk"), is_private=False, at_us__lte=now_us)
        .exclude(text="")
        .order_by("-at_us")
    )
    rows = {
        each.pk: each
        for each in Account.objects.filter(pk__in=reasons).annotate(
            words=Subquery(newest.values("text")[:1]), wrote_us=Subquery(newest.values("at_us")[:1])
        )
    }
    lines = person_lines({each.person_id for each in rows.values()})
    mine = my_accounts({each.network for each in rows.values()})
    return tuple(
        Worth(
            account_id=row.pk,
            person=lines[row.person_id],
            handle=row.handle or row.native_id,
            network=row.network,
            url=profile_url(row.network, row.handle, row.url),
            because=reasons[account_id],
            words=row.words or "",
            when=ago(row.wrote_us, now_us) if row.wrote_us else "",
            by=_who_follows(mine[row.network]),
        )
        for account_id in reasons
        if (row := rows.get(account_id))
    )


def _who_follows(mine: Collection[As]) -> As | None:
    """The account of mine from which hobnob can follow; else any."""
    sent = (each for each in mine if each.sends(ActionKind.FOLLOW))
    return next(sent, next(iter(mine), None))


# ── What speaks for somebody ─────────────────────────────────────────────────


@dataclass(slots=True)
class _Spoke:
    """What somebody did towards me."""

    answered: int = 0
    spoke: int = 0
    newest_us: int = 0


def _candidates(now_us: int) -> dict[int, Candidate]:
    """Whoever may be worth it, by account: those with a reason, and with none against it."""
    spoke = _spoke_to_me()
    met = _met_in_chats(now_us)
    friends = _friends_of(now_us)
    accounts = _eligible({*spoke, *met, *friends}, now_us)
    posted = _posted(accounts, now_us)
    return {
        each: Candidate(
            account_id=each,
            person_id=person_id,
            answered=spoke[each].answered if each in spoke else 0,
            spoke=spoke[each].spoke if each in spoke else 0,
            chats=tuple(met.get(each, ())),
            friends=tuple(friends.get(each, ())),
            newest_us=spoke[each].newest_us if each in spoke else 0,
            posts=posted.get(each, (0, 0))[0],
            link_drops=posted.get(each, (0, 0))[1],
        )
        for each, person_id in accounts.items()
    }


def _spoke_to_me() -> dict[int, _Spoke]:
    """How often those who talk most with me answered me, and wrote to me."""
    nearest = ContactState.objects.filter(talk_in__gt=0).order_by("-d90_in")[:_LOOKED_AT]
    people = list(nearest.values_list("person_id", flat=True))
    talked = Interaction.objects.filter(
        contact__person_id__in=people, direction=Direction.TOWARDS_ME, kind__in=TALK
    )
    rows = talked.values_list("contact_id", "kind").annotate(count=Count("pk"), at=Max("at_us"))
    found: dict[int, _Spoke] = defaultdict(_Spoke)
    for account_id, kind, count, newest_us in rows:
        spoke = found[account_id]
        spoke.spoke += count
        spoke.answered += count if kind == Kind.REPLY else 0
        spoke.newest_us = max(spoke.newest_us, newest_us or 0)
    return found


def _posted(account_ids: Collection[int], now_us: int) -> dict[int, tuple[int, int]]:
    """How many posts of each account were seen lately, answers left out, and how many lead away."""
    theirs = Post.objects.filter(
        author_id__in=account_ids, at_us__gt=now_us - _LOOKS_BACK, in_reply_to="", is_private=False
    )
    rows = theirs.values_list("author_id").annotate(
        posts=Count("pk"), away=Count("pk", filter=Q(kind=PostKind.LINK_DROP))
    )
    return {author_id: (posts, away) for author_id, posts, away in rows if author_id}


def _met_in_chats(now_us: int) -> dict[int, list[Met]]:
    """Who was at one of my chats lately, on how many days, and how often they spoke to me there."""
    tags = list(Chat.objects.filter(ended_us__isnull=True).values_list("tag", flat=True))
    if not tags:
        return {}
    there = PostTag.objects.filter(
        tag__in=tags, at_us__gt=now_us - _LOOKS_BACK, at_us__lte=now_us, post__is_private=False
    )
    days = there.values_list("post__author_id", "tag").annotate(
        days=Count(F("at_us") / DAY, distinct=True)
    )
    spoke = _spoke_to_me_there(there)
    counted = {(account_id, tag): count for account_id, tag, count in days if account_id}
    found: dict[int, list[Met]] = defaultdict(list)
    for account_id, tag in sorted({*spoke, *counted}):
        key = (account_id, tag)
        met = Met(tag=tag, spoke_to_me=spoke[key], days=counted.get(key, 0))
        found[account_id].append(met)
    return found


def _spoke_to_me_there(there: QuerySet[PostTag]) -> Counter[tuple[int, str]]:
    """How often each account spoke to me under a hashtag."""
    tags: dict[int, list[str]] = defaultdict(list)
    newest = there.exclude(post__author__is_me=True).order_by("-at_us")
    for post_id, tag in newest.values_list("post_id", "tag")[:_CHAT_POSTS_LOOKED_AT]:
        tags[post_id].append(tag)
    words = (each for each in words_around(tags) if not each.is_mine)
    return Counter((word.account_id, tag) for word in words for tag in tags[word.post_id])


def _friends_of(now_us: int) -> dict[int, list[str]]:
    """With whom of my close lists somebody talks, or who passes their posts on, by account."""
    close = dict(
        Account.objects.filter(
            is_me=False,
            person__memberships__is_member=True,
            person__memberships__list__stage__gte=CLOSE,
        ).values_list("pk", "person_id")
    )
    if not close:
        return {}
    pairs = {*_answered_by(close, now_us), *_answers_to(close, now_us)}
    others = {account_id for account_id, _ in pairs if account_id not in close}
    names = {key: line.name for key, line in person_lines({each for _, each in pairs}).items()}
    found: dict[int, list[str]] = defaultdict(list)
    for account_id, person_id in sorted(pairs):
        if account_id in others:
            found[account_id].append(names[person_id])
    return found


def _answered_by(close: Mapping[int, int], now_us: int) -> set[tuple[int, int]]:
    """(author of a post, person on a close list who answered it, quoted it or passed it on)."""
    theirs = Post.objects.filter(author_id__in=close, at_us__gt=now_us - _LOOKS_BACK)
    takes_up = theirs.exclude(in_reply_to="", attached={}).filter(is_private=False)
    taken_up: dict[tuple[str, str], set[int]] = defaultdict(set)
    newest = takes_up.order_by("-at_us").values_list(
        "author_id", "network", "in_reply_to", "attached"
    )
    for author_id, network, in_reply_to, carried in newest[:_POSTS_LOOKED_AT]:
        carries = attached.load(carried)
        for native_id in filter(None, (in_reply_to, carries.reposts, carries.quotes)):
            taken_up[network, native_id].add(close[author_id])
    posts = Post.objects.filter(native_id__in={native_id for _, native_id in taken_up})
    rows = posts.filter(network__in={network for network, _ in taken_up}).values_list(
        "author_id", "network", "native_id"
    )
    return {
        (author_id, person_id)
        for author_id, network, native_id in rows
        if author_id
        for person_id in taken_up.get((network, native_id), ())
    }


def _answers_to(close: Mapping[int, int], now_us: int) -> set[tuple[int, int]]:
    """(author of an answer, person on a close list whose post it answers)."""
    theirs = Post.objects.filter(
        author_id__in=close, at_us__gt=now_us - _LOOKS_BACK, is_private=False
    ).order_by("-at_us")
    by = {
        (network, native_id): close[author_id]
        for author_id, network, native_id in theirs.values_list(
            "author_id", "network", "native_id"
        )[:_POSTS_LOOKED_AT]
    }
    answers = Post.objects.filter(in_reply_to__in={native_id for _, native_id in by})
    rows = answers.exclude(in_reply_to="").values_list("author_id", "network", "in_reply_to")
    return {
        (author_id, by[network, answered])
        for author_id, network, answered in rows
        if author_id and (network, answered) in by
    }


# ── What speaks against it ───────────────────────────────────────────────────


def _eligible(account_ids: Collection[int], now_us: int) -> dict[int, int]:
    """Those I don't follow, could follow, and neither let go nor put off nor decided about.

    The person of each account.
    """
    mine = set(Account.objects.filter(is_me=True).values_list("network", flat=True))
    rows = list(
        Account.objects.filter(pk__in=account_ids, is_me=False, network__in=mine)
        .exclude(Q(profile__is_suspended=True) | Q(profile__is_bot=True))
        .exclude(profile__moved_to__gt="")
        .exclude(_against(now_us))
        .values_list("pk", "network", "person_id")
    )
    people = {person_id for *_, person_id in rows}
    everywhere = dict(
        Account.objects.filter(person_id__in=people, is_me=False).values_list("pk", "person_id")
    )
    networks = dict(Account.objects.filter(pk__in=everywhere).values_list("pk", "network"))
    ties = Ties(list(everywhere), events_with(list(everywhere)))
    spared = {
        person_id
        for account_id, person_id in everywhere.items()
        if any(
            ties.holds(account_id, networks[account_id], stream)
            for stream in (Stream.FOLLOWING, Stream.BLOCKS, Stream.MUTES)
        )
    }
    return {account_id: person_id for account_id, _, person_id in rows if person_id not in spared}


def _against(now_us: int) -> Q:
    """Why not: put off for some time or for ever, let go by hand, about to be followed, found out
    about, or to be left alone.
    """
    put_off = TodayCard.objects.filter(
        section=SECTION, person=OuterRef("person"), snoozed_until_us__gt=now_us
    )
    let_go = Membership.objects.filter(
        person=OuterRef("person"), is_member=False, decision__isnull=False
    )
    stays = Membership.objects.filter(person=OuterRef("person"), is_member=True)
    found = Finding.objects.filter(account=OuterRef("pk"), ended_us__isnull=True).exclude(
        proposes=Proposes.LOOK
    )
    asked = OutboxItem.objects.filter(about=OuterRef("pk"), kind=ActionKind.FOLLOW).exclude(
        state__in=(State.WITHDRAWN, State.FAILED, State.SENT)
    )
    is_let_go = Q(Exists(let_go)) & ~Q(Exists(stays))
    return (
        Q(Exists(put_off))
        | is_let_go
        | Q(Exists(found))
        | Q(Exists(asked))
        | Q(is_left_alone("person"))
    )
