"""A card of follow hygiene: what was found, the words that show it, what they are to me, the acts.

What somebody is to me is asked anew when the card is shown, and so is what is proposed by it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from hobnob.domain.action_words import what_follows, what_it_does
from hobnob.domain.actions import NEEDS, ActionKind
from hobnob.domain.hygiene import findings as said
from hobnob.domain.hygiene.findings import CHECKS, Place, Proposes
from hobnob.domain.hygiene.look import propose
from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.hygiene_words import ACTS, WHERE, Dealings, how_you_follow, what_they_are
from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.moments import ago
from hobnob.domain.networks import Mode, Stream
from hobnob.domain.outbox import REGRET
from hobnob.domain.people import profile_url
from hobnob.domain.posts import web_url
from hobnob.storage.models import Account, Connection, Finding, Post, Tie
from hobnob.storage.queries.hygiene.seen import ToMe, to_me
from hobnob.storage.queries.hygiene.seen_rows import as_account
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.ties import NO_TALK, Events, Snapshots, Ties, whole_reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that show it, with the part that gave it away in the middle."""

    is_fact: bool
    """What the network tells about them, not what they said."""
    where: str
    """ "their bio", "wrote to you 3 days ago"."""
    before: str
    part: str
    after: str
    url: str
    is_gone: bool
    """The post has no words any more: its author deleted it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """One thing that a check found."""

    check: str
    title: str
    because: str
    proof: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class As:
    """An account of mine that would act."""

    account_id: int
    handle: str
    modes: Mapping[str, str]
    """How the network lets it do each thing; empty where it is not connected."""

    def sends(self, kind: ActionKind) -> bool:
        """Whether hobnob does it; else the network's own page is opened for it."""
        return self.modes.get(NEEDS[kind]) == Mode.API


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAct:
    """One thing that can be done about them, and what follows from it."""

    kind: ActionKind
    does: str
    """ "Unfollow Bo"."""
    follows: str
    is_sent: bool
    """hobnob sends it itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """Where they moved to."""

    account_id: int | None
    """None: nothing of theirs is known here yet, and their page is opened instead."""
    handle: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One account, what was found out about it, and what one might do."""

    account_id: int
    person: PersonLine
    handle: str
    network: str
    url: str
    found: tuple[Suspicion, ...]
    proposes: Proposes
    to_me: str
    follow: str
    """Since when I follow them, and why; or that I don't."""
    ways: tuple[As, ...]
    """My accounts there, the one that follows them first."""
    proposed: CardAct | None
    """None: only to look."""
    is_somebody: bool
    """There is a real relationship: no block is proposed, nor anything else that would end it."""
    others: tuple[CardAct, ...]
    new: NewAccount | None

    @property
    def because(self) -> str:
        """All that was found, in one sentence."""
        first, *more = (each.because for each in self.found)
        return "; ".join([first, *(each.removeprefix("because ") for each in more)])


def card(account_id: int, now_us: int) -> Card | None:
    """The card of an account; None where nothing is found out about it any more."""
    theirs = Account.objects.filter(person__accounts=account_id, is_me=False)
    accounts = {each.pk: each for each in theirs.select_related("profile").order_by("pk")}
    row = accounts.get(account_id)
    found = _in_order(Finding.objects.filter(account_id=account_id, ended_us__isnull=True))
    if row is None or not found:
        return None
    standing = to_me(accounts.values())
    seen = Seen(account=as_account(row), relationship=standing.relationship, lists=standing.lists)
    proposes = _proposed(found, seen)
    if proposes is None:
        return None
    return _laid_out(row, found, proposes, standing, seen, now_us)


def _laid_out(
    row: Account,
    found: Sequence[Finding],
    proposes: Proposes,
    standing: ToMe,
    seen: Seen,
    now_us: int,
) -> Card:
    line = person_lines([row.person_id])[row.person_id]
    ways = tuple(my_accounts([row.network], about=row.pk)[row.network])
    follow = _follow(row, standing.events, now_us)
    wanted = ACTS.get(proposes)
    others = [ActionKind.MUTE, ActionKind.BLOCK]
    if follow.can_end:
        others = [ActionKind.UNFOLLOW, *others]
    return Card(
        account_id=row.pk,
        person=line,
        handle=row.handle or row.native_id,
        network=row.network,
        url=profile_url(row.network, row.handle, row.url),
        found=_suspicions(found, now_us),
        proposes=proposes,
        to_me=_words_of(standing),
        follow=follow.words,
        ways=ways,
        proposed=_act(wanted, line, ways) if wanted else None,
        is_somebody=seen.is_real_relationship,
        others=tuple(_act(kind, line, ways) for kind in others if kind != wanted),
        new=_moved_to(row) if proposes is Proposes.FOLLOW_THE_NEW else None,
    )


def _in_order(stored: Any) -> list[Finding]:
    """In the order in which checks are told."""
    told = list(CHECKS)
    known = [each for each in stored if each.name in CHECKS]
    return sorted(known, key=lambda each: told.index(each.name))


def _proposed(found: Sequence[Finding], seen: Seen) -> Proposes | None:
    """The one act to suggest for somebody who is that to me now, whatever they were at the look."""
    again = (
        said.Finding(check=each.name, because=each.because, proposes=Proposes(each.proposes))
        for each in found
    )
    return propose(again, seen)


def _act(kind: ActionKind, person: PersonLine, ways: Sequence[As]) -> CardAct:
    return CardAct(
        kind=kind,
        does=what_it_does(kind, person.name),
        follows=what_follows(kind),
        is_sent=bool(ways) and ways[0].sends(kind),
    )


def my_accounts(networks: Collection[str], *, about: int = 0) -> dict[str, list[As]]:
    """My accounts on these networks; where there are several, the one that follows first."""
    follows = Tie.objects.filter(
        account_id=about,
        state__stream=Stream.FOLLOWING,
        state__connection__account_id=OuterRef("pk"),
        ended_us__isnull=True,
    )
    mine = Account.objects.filter(is_me=True, network__in=networks).select_related("connection")
    found: dict[str, list[As]] = {each: [] for each in networks}
    for each in mine.annotate(follows=Exists(follows)).order_by("-follows", "pk"):
        handle = each.handle or each.native_id
        found[each.network].append(As(account_id=each.pk, handle=handle, modes=_modes(each)))
    return found


def _modes(mine: Account) -> Mapping[str, str]:
    connection: Connection | None = getattr(mine, "connection", None)
    if connection is None or connection.disconnected_us is not None:
        return {}
    modes: Mapping[str, str] = connection.modes
    return modes


def _moved_to(row: Account) -> NewAccount | None:
    told = getattr(row, "profile", None)
    handle = told.moved_to.removeprefix("@") if told else ""
    if not handle:
        return None
    known = Account.objects.filter(network=row.network, handle_key=handle.lower(), is_me=False)
    new = known.order_by("-seen_us").first()
    return NewAccount(
        account_id=new.pk if new else None,
        handle=handle,
        url=profile_url(row.network, handle, new.url if new else ""),
    )


# ── What they are to me ──────────────────────────────────────────────────────


def _words_of(standing: ToMe) -> str:
    return what_they_are(
        _dealings(standing.events),
        lists=[each.name for each in standing.lists],
        tags=standing.relationship.tags,
    )


def _dealings(events: Events) -> Dealings:
    counts = {(is_talk, direction): 0 for is_talk in (True, False) for direction in Direction}
    for (_, kind, direction), happened in events.items():
        if kind not in NO_TALK:
            counts[kind in TALK, Direction(direction)] += happened.count
    return Dealings(
        wrote_to_me=counts[True, Direction.TOWARDS_ME],
        i_wrote=counts[True, Direction.FROM_ME],
        other_towards_me=counts[False, Direction.TOWARDS_ME],
        other_from_me=counts[False, Direction.FROM_ME],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Follow:
    words: str
    can_end: bool
    """I follow them, and not since yesterday."""


def _follow(row: Account, events: Events, now_us: int) -> _Follow:
    """How it stands with my follow."""
    ties = Ties([row.pk], events, Snapshots(read_us=whole_reads()))
    if not ties.holds(row.pk, row.network, Stream.FOLLOWING):
        return _Follow(words="You don’t follow them.", can_end=False)
    since_us = ties.since_us(row.pk, row.network, Stream.FOLLOWING)
    words = how_you_follow(
        since_us=ties.began_us(row.pk, Stream.FOLLOWING),
        why=ties.followed_for(row.pk),
        now_us=now_us,
    )
    return _Follow(words=words, can_end=(since_us or 0) <= now_us - REGRET)


# ── The proof ────────────────────────────────────────────────────────────────


def _suspicions(found: Collection[Finding], now_us: int) -> tuple[Suspicion, ...]:
    numbers = {each["post"] for row in found for each in row.proof if "post" in each}
    posts = Post.objects.in_bulk(numbers) if numbers else {}
    told: set[int] = set()
    return tuple(
        Suspicion(
            check=row.name,
            title=CHECKS[row.name].title,
            because=row.because,
            proof=tuple(_quote(each, posts, now_us) for each in _not_told_yet(row, told)),
        )
        for row in found
    )


def _not_told_yet(row: Finding, told: set[int]) -> Iterator[Mapping[str, Any]]:
    """Proof that says more than the sentence above it; each post once, whatever it shows."""
    for each in row.proof:
        number = each.get("post")
        is_new = number not in told if number else each.get("words", "") not in row.because
        if is_new:
            yield each
        if number:
            told.add(number)


def _quote(proof: Mapping[str, Any], posts: Mapping[int, Post], now_us: int) -> Quote:
    post = posts.get(proof.get("post", 0))
    place = Place(proof["place"])
    words = proof.get("words") or (post.text if post else "")
    before, part, after = _around(words, proof.get("part", ""))
    at_us = post.at_us if post else proof.get("at_us")
    return Quote(
        is_fact=place in (Place.PROFILE, Place.LABEL),
        where=WHERE[place] + (f" {ago(at_us, now_us)}" if at_us else ""),
        before=before,
        part=part,
        after=after,
        url=web_url(post.network, post.native_id, post.url) if post else "",
        is_gone=not words,
    )


def _around(words: str, part: str) -> tuple[str, str, str]:
    """What stands before the part that gave it away, the part, and what stands after it."""
    found = re.search(re.escape(part), words, re.IGNORECASE) if part else None
    if found is None:
        return words, "", ""
    return words[: found.start()], found[0], words[found.end() :]
