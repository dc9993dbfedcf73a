"""What people love and which of our topics they care about, and who shares it with whom."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, permutations

from hobnob.domain.gestures.around import Kindred, Love
from hobnob.domain.interests.topics import Axis, Subject
from hobnob.domain.sensitive.topics import sensitive_topic
from hobnob.storage.models import Account, Interaction, Interest, OurTopic, Post
from hobnob.storage.queries.interests.by_hand import told_of
from hobnob.storage.these import these

MOST_SHARE = 6
"""What more people share than this is no reason to introduce two of them."""

_INTRODUCED = 3
"""So many people somebody could meet are enough."""

_SHARE_IT = 12
"""So many others who share something are looked at for one person."""

_PAIRS = 60
"""So many pairs are looked at: whether they met is asked of the whole log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loves:
    """What one person cares about."""

    theirs: tuple[Love, ...] = ()
    ours: tuple[Love, ...] = ()


NO_LOVES = Loves()


def loves_of(person_ids: Collection[int], *, reader_id: int | None) -> dict[int, Loves]:
    """By person: what somebody said of them first, then the clearest; nothing that is sensitive.

    Without the posts that show it: a page of many people has no room for those.
    """
    names = dict(OurTopic.objects.values_list("key", "name"))
    found: dict[int, dict[Subject, Love]] = defaultdict(dict)
    refused: set[tuple[int, Subject]] = set()
    for told in told_of(person_ids):
        refused.add((told.person_id, told.subject))
        label = names.get(told.subject.topic, told.label or told.subject.topic)
        if told.cares:
            shown = "as you noted" if told.author_id == reader_id else f"says {told.author}"
            found[told.person_id][told.subject] = Love(
                topic=told.subject.topic, label=label, shown=shown
            )
    rows = Interest.objects.filter(account__person_id__in=these(person_ids)).order_by(
        "-score", "pk"
    )
    for person_id, axis, topic, label, posts in rows.values_list(
        "account__person_id", "axis", "topic", "label", "posts"
    ):
        subject = Subject(Axis(axis), topic)
        if (person_id, subject) not in refused and subject not in found[person_id]:
            found[person_id][subject] = Love(topic=topic, label=label, shown=_shown(len(posts)))
    return {person_id: _parted(theirs, names) for person_id, theirs in found.items()}


def kindred(
    asked: Collection[int],
    names: Mapping[int, str],
    loves: Mapping[int, Loves],
    accounts: Mapping[int, Collection[int]],
) -> dict[int, tuple[Kindred, ...]]:
    """By person who could be asked: others who love the same and with whom they never spoke, as
    far as the log knows.

    Of two who could both be asked, the one with the smaller number is.
    """
    pairs = dict(islice(_pairs(asked, names, loves).items(), _PAIRS))
    met = _who_met({each for pair in pairs for each in pair}, accounts)
    found: dict[int, list[Kindred]] = defaultdict(list)
    for (one, other), love in pairs.items():
        if frozenset((one, other)) not in met and len(found[one]) < _INTRODUCED:
            found[one].append(
                Kindred(account_id=min(accounts[other]), name=names[other], love=love)
            )
    return {person_id: tuple(those) for person_id, those in found.items()}


def who_share(person_id: int) -> set[int]:
    """Others who wrote to me and love something that somebody loves."""
    topics = Interest.objects.filter(axis=Axis.THEIRS, account__person_id=person_id)
    told = {each.subject.topic for each in told_of([person_id]) if each.cares}
    wanted = told | set(topics.values_list("topic", flat=True))
    found = Interest.objects.filter(axis=Axis.THEIRS, topic__in=wanted, account__is_me=False)
    near = found.filter(
        account__person__state__talk_in__gt=0, account__person__state__is_blocked=False
    )
    others = near.exclude(account__person_id=person_id).order_by("-score", "pk")
    return set(others.values_list("account__person_id", flat=True)[:_SHARE_IT])


def _pairs(
    asked: Collection[int], names: Mapping[int, str], loves: Mapping[int, Loves]
) -> dict[tuple[int, int], Love]:
    by_topic: dict[str, dict[int, Love]] = defaultdict(dict)
    for person_id in sorted(names):
        for love in loves.get(person_id, NO_LOVES).theirs:
            by_topic[love.topic][person_id] = love
    return {
        (one, other): theirs[one]
        for theirs in by_topic.values()
        if 1 < len(theirs) <= MOST_SHARE
        for one, other in permutations(theirs, 2)
        if one in asked and (one < other or other not in asked)
    }


def _who_met(
    person_ids: Collection[int], accounts: Mapping[int, Collection[int]]
) -> set[frozenset[int]]:
    """The pairs of whom one did or said something to the other."""
    person_of = {account: person for person in person_ids for account in accounts[person]}
    theirs = list(person_of)
    lines = Interaction.objects.filter(contact_id__in=these(theirs), target_id__in=these(theirs))
    pairs = set(lines.values_list("contact_id", "target_id"))
    posts = Post.objects.filter(author_id__in=these(theirs))
    answered = posts.filter(in_reply_to__in=posts.values("native_id"))
    to = dict(answered.values_list("in_reply_to", "author_id"))
    wrote = posts.filter(native_id__in=list(to)).values_list("native_id", "author_id")
    pairs |= {(to[native_id], author) for native_id, author in wrote}
    return {frozenset((person_of[one or 0], person_of[other or 0])) for one, other in pairs}


def account_ids(person_ids: Collection[int]) -> dict[int, list[int]]:
    """By person: the numbers of their accounts, the oldest first."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = Account.objects.filter(person_id__in=these(person_ids), is_me=False).order_by("pk")
    for account_id, person_id in rows.values_list("pk", "person_id"):
        found[person_id].append(account_id)
    return found


def _shown(posts: int) -> str:
    return "as a post shows" if posts == 1 else f"as {posts} posts show"


def _parted(found: Mapping[Subject, Love], names: Mapping[str, str]) -> Loves:
    kept = [(subject, love) for subject, love in found.items() if not sensitive_topic(love.label)]
    return Loves(
        theirs=_of(kept, Axis.THEIRS),
        ours=tuple(each for each in _of(kept, Axis.OURS) if each.topic in names),
    )


def _of(kept: Iterable[tuple[Subject, Love]], axis: Axis) -> tuple[Love, ...]:
    return tuple(love for subject, love in kept if subject.axis is axis)
