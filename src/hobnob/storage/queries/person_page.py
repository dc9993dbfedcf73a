"""One person: accounts, lists and why, tags, notes, and one timeline of everything both ways."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from hobnob.domain.closeness import Week, answers_you, balance, quiet, steadiness, strip
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import TALK, Direction, Kind
from hobnob.domain.lists import CLOSE
from hobnob.domain.moments import ago
from hobnob.domain.people import profile_url
from hobnob.domain.posts import web_url
from hobnob.storage.models import (
    Account,
    ContactState,
    DeletedPost,
    Interaction,
    Membership,
    Person,
)
from hobnob.storage.queries.chats_first_met import FirstMet, first_met_at
from hobnob.storage.queries.decisions import in_force
from hobnob.storage.queries.lists import because
from hobnob.storage.queries.people import PersonLine, person_lines
from hobnob.storage.queries.stage_history import StageHistory, stage_history

PAGE = 50
"""Lines of the timeline on one page."""

_SHARES = (Kind.REPOST, Kind.LIKE)
_ONLINE = (*TALK, *_SHARES, Kind.FOLLOW, Kind.BLOCK, Kind.MUTE)
SHOWN = {
    "all": Q(),
    "talk": Q(kind__in=TALK),
    "shares": Q(kind__in=_SHARES),
    "offline": ~Q(kind__in=_ONLINE) | Q(kind__in=(Kind.CALL, Kind.MEETING)),
}
"""What the timeline can be narrowed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One of their accounts."""

    id: int
    network: str
    handle: str
    url: str
    bio: str
    """In their own words; "" where another account says the same."""
    former_handles: tuple[str, ...]
    is_in_reach: bool
    """I have an account on the same network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """An account of somebody's, on a network where I have one too."""

    account_id: int
    network: str
    handle: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnList:
    """A list they are on, or were taken off."""

    key: str
    name: str
    is_member: bool
    is_close: bool
    """Whether it is a stage of closeness, which one can move down from."""
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote down about them."""

    text: str
    author: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One thing that happened."""

    kind: str
    is_mine: bool
    did: str
    text: str
    when: str
    at_us: int | None
    url: str
    network: str
    answer_id: int | None
    """The post to answer, where it is theirs and in my reach."""
    is_private: bool
    is_deleted: bool
    """Its author took the words back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything known about one person."""

    line: PersonLine
    accounts: tuple[AccountLine, ...]
    lists: tuple[OnList, ...]
    stages: StageHistory
    tags: tuple[str, ...]
    notes: tuple[Note, ...]
    balance: str
    answers: str
    steadiness: str
    quiet: str
    weeks: tuple[Week, ...]
    first_met: FirstMet | None
    """The chat at which something first went between us; None where it was elsewhere."""
    timeline: tuple[TimelineRow, ...]
    shown: str
    page: int
    has_next: bool


def person_page(
    person_id: int, *, now_us: int, page: int = 1, shown: str = "all"
) -> PersonPage | None:
    """Everything about a person, with one page of the timeline; None where there is nobody."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        return None
    accounts = list(
        Account.objects.filter(person_id=person_id)
        .prefetch_related("former_handles")
        .order_by("pk")
    )
    state = ContactState.objects.filter(person_id=person_id).first() or ContactState()
    weeks = strip(state, now_us)
    rows = _timeline([each.pk for each in accounts], shown, page)
    mine = _my_networks()
    return PersonPage(
        line=line,
        accounts=_accounts(accounts, mine),
        lists=_lists(person_id, now_us),
        stages=stage_history(person_id, now_us=now_us),
        tags=_tags(person_id),
        notes=_notes(person_id, now_us),
        balance=balance(state),
        answers=answers_you(state),
        steadiness=steadiness(weeks),
        quiet=quiet(state, now_us),
        weeks=weeks,
        first_met=first_met_at(person_id),
        timeline=tuple(_timeline_row(each, mine, now_us) for each in rows[:PAGE]),
        shown=shown if shown in SHOWN else "all",
        page=page,
        has_next=len(rows) > PAGE,
    )


def reach_of(person_id: int) -> list[Reach]:
    """Their accounts on networks where I have one too."""
    mine = _my_networks()
    accounts = Account.objects.filter(person_id=person_id, is_me=False).order_by("pk")
    return [
        Reach(
            account_id=each.pk,
            network=each.network,
            handle=each.handle or each.native_id,
            url=profile_url(each.network, each.handle, each.url),
        )
        for each in accounts
        if each.network in mine
    ]


def _my_networks() -> frozenset[str]:
    return frozenset(Account.objects.filter(is_me=True).values_list("network", flat=True))


def person_exists(person_id: int) -> bool:
    """Whether there is such a person."""
    return Person.objects.filter(pk=person_id).exists()


def _timeline(account_ids: Sequence[int], shown: str, page: int) -> list[Interaction]:
    start = (page - 1) * PAGE
    found = Interaction.objects.filter(SHOWN.get(shown, Q()), contact_id__in=account_ids)
    newest = found.order_by(
        F("at_us").desc(nulls_last=True), F("order").desc(nulls_last=True), "-pk"
    )
    deleted = DeletedPost.objects.filter(
        network=OuterRef("network"), native_id=OuterRef("post__native_id")
    )
    marked = newest.select_related("post").annotate(is_deleted=Exists(deleted))
    return list(marked[start : start + PAGE + 1])


def _accounts(accounts: Sequence[Account], mine: frozenset[str]) -> tuple[AccountLine, ...]:
    lines, said = [], set()
    for account in accounts:
        lines.append(
            AccountLine(
                id=account.pk,
                network=account.network,
                handle=account.handle,
                url=profile_url(account.network, account.handle, account.url),
                bio="" if account.bio in said else account.bio,
                former_handles=tuple(each.handle for each in account.former_handles.all()),
                is_in_reach=account.network in mine and not account.is_me,
            )
        )
        said.add(account.bio)
    return tuple(lines)


def _lists(person_id: int, now_us: int) -> tuple[OnList, ...]:
    memberships = Membership.objects.filter(person_id=person_id).select_related(
        "list", "rule", "interaction__post", "decision"
    )
    return tuple(
        OnList(
            key=each.list.key,
            name=each.list.name,
            is_member=each.is_member,
            is_close=each.list.stage >= CLOSE,
            because=because(each, now_us),
        )
        for each in memberships.order_by("list__position")
    )


def _tags(person_id: int) -> tuple[str, ...]:
    tags: dict[str, None] = {}
    for decision in in_force(person_id, {Verb.TAG, Verb.UNTAG}):
        if decision.verb == Verb.TAG:
            tags[decision.subject] = None
        else:
            tags.pop(decision.subject, None)
    return tuple(tags)


def _notes(person_id: int, now_us: int) -> tuple[Note, ...]:
    notes = in_force(person_id, {Verb.NOTE}).select_related("author").reverse()
    return tuple(
        Note(text=each.why, author=each.author.get_username(), when=ago(each.made_us, now_us))
        for each in notes
    )


_DID = {
    Kind.MENTION: "mentioned",
    Kind.REPLY: "answered",
    Kind.QUOTE: "quoted",
    Kind.REPOST: "reposted",
    Kind.FOLLOW: "followed",
    Kind.BLOCK: "blocked",
    Kind.MUTE: "muted",
    Kind.MESSAGE: "wrote a message to",
    Kind.CHAT_MESSAGE: "spoke in a chat to",
    Kind.CALL: "called",
    Kind.MEETING: "met",
    Kind.GIFT: "gave a gift to",
    Kind.HELP: "helped",
    Kind.INTRODUCTION: "introduced somebody to",
    Kind.REFERRAL: "referred somebody to",
}

_FOR_A_CAUSE = {
    Kind.DONATION: "donated",
    Kind.MEMBERSHIP: "became a member",
    Kind.VOLUNTEERING: "volunteered",
    Kind.PETITION: "signed a petition",
    Kind.EVENT: "came to an event",
}
"""What is done for a cause, not to a person."""


def _did(each: Interaction) -> str:
    """ "You answered them", "They liked your post"."""
    is_mine = each.direction == Direction.FROM_ME
    who, whom, whose = ("You", "them", "their") if is_mine else ("They", "you", "your")
    if each.kind == Kind.LIKE:
        return f"{who} liked {whose} post"
    if for_a_cause := _FOR_A_CAUSE.get(Kind(each.kind)):
        return f"{who} {for_a_cause}"
    return f"{who} {_DID.get(Kind(each.kind), each.kind)} {whom}"


def _timeline_row(each: Interaction, mine: frozenset[str], now_us: int) -> TimelineRow:
    post = each.post
    is_theirs = each.direction == Direction.TOWARDS_ME and each.kind in TALK
    return TimelineRow(
        kind=each.kind,
        is_mine=each.direction == Direction.FROM_ME,
        did=_did(each),
        text=post.text if post else "",
        when=ago(each.at_us, now_us),
        at_us=each.at_us,
        url=web_url(post.network, post.native_id, post.url) if post else "",
        network=each.network,
        answer_id=post.pk if post and is_theirs and each.network in mine else None,
        is_private=post.is_private if post else False,
        is_deleted=getattr(each, "is_deleted", False),
    )
