"""What our own files say that somebody is to us: through what, since when, and what they gave."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import ago
from hobnob.domain.stage_history import day
from hobnob.domain.supporters import Channel, Relationship
from hobnob.domain.supporters import Supporter as SupporterTold
from hobnob.domain.supporters_json import from_json
from hobnob.storage.models import RelationshipTag, Supporter
from hobnob.storage.queries.decisions import in_force
from hobnob.storage.queries.people.facts import file_name, source_title
from hobnob.storage.queries.people.giving import giving_of
from hobnob.storage.queries.people.handles_told import HandleTold, handles_told

_NAMED = 3
"""So many evenings or petitions are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLine:
    """What somebody is to us, or a word that somebody put on them."""

    tag: str
    because: str
    """ "donors.csv: 3 gifts since 2024: 120 EUR", "robin, 3 days ago"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What our files say of one person, and what was said by hand about the same."""

    tags: tuple[TagLine, ...]
    giving: str
    """What they gave and promised, in words; "" where that is nothing."""
    caution: str
    """Why one would not write to them, and who says so; "" where one may."""
    wishes: tuple[str, ...]
    """How they asked not to be reached."""
    labels: tuple[str, ...]
    """Groups and tags of the files."""
    handles: tuple[HandleTold, ...]
    """Handles that they gave, of accounts that are not known as theirs yet."""
    remarks: tuple[tuple[str, str], ...]
    """(words, file) of what the files remark."""
    kept: tuple[str, ...]
    """For each record: the file, since when, and on what basis it is kept."""


def records(person_id: int, found: Sequence[Supporter], now_us: int) -> Records:
    """Everything of the records `found`, which are the person's, the newest first."""
    account_ids = [each.account_id for each in found]
    told = [(source_title(each), from_json(each.said)) for each in found]
    gave = giving_of([person_id]).get(person_id, "") if found else ""
    return Records(
        tags=tuple(_tags(account_ids, person_id, told, gave, now_us)),
        giving=gave,
        caution=_caution(told),
        wishes=tuple(dict.fromkeys(wish for title, each in told for wish in _wishes(title, each))),
        labels=tuple(dict.fromkeys(each.value for _, one in told for each in one.labels)),
        handles=handles_told(person_id, found),
        remarks=tuple((each.value, title) for title, one in told for each in one.notes),
        kept=tuple(_kept(each, now_us) for each in found),
    )


def _tags(
    account_ids: Collection[int],
    person_id: int,
    told: Sequence[tuple[str, SupporterTold]],
    gave: str,
    now_us: int,
) -> Iterator[TagLine]:
    by_files = _by_files(account_ids, told, gave)
    by_hand = _by_hand(person_id, now_us)
    taken_off = {tag for tag, because in by_hand.items() if not because}
    for relationship in Relationship:
        because = by_files.get(relationship, "")
        if because and relationship not in taken_off:
            also = by_hand.get(relationship)
            yield TagLine(tag=relationship, because=f"{because}; {also}" if also else because)
    for tag, because in by_hand.items():
        if because and tag not in by_files:
            yield TagLine(tag=tag, because=because)


def _by_files(
    account_ids: Collection[int], told: Sequence[tuple[str, SupporterTold]], gave: str
) -> dict[str, str]:
    """By relationship: which files say so, and through what."""
    titles: defaultdict[str, dict[str, None]] = defaultdict(dict)
    through: defaultdict[str, dict[str, None]] = defaultdict(dict)
    rows = RelationshipTag.objects.filter(account_id__in=account_ids).select_related("source")
    for each in rows.order_by("-on_date", "pk"):
        titles[each.relationship][
            file_name(each.source.title) if each.source else "a file of yours"
        ] = None
        if said := _through(each.through, each.on_date):
            through[each.relationship][said] = None
    if gave:
        through[Relationship.DONOR] = {gave: None}
    for said in _memberships(told):
        through[Relationship.MEMBER][said] = None
    return {each: _in_words(list(titles[each]), list(through.get(each, ()))) for each in titles}


def _in_words(titles: Sequence[str], through: Sequence[str]) -> str:
    more = len(through) - _NAMED
    named = [*through[:_NAMED], *([f"and {more} more"] if more > 0 else [])]
    return ", ".join(titles) + (f": {'; '.join(named)}" if named else "")


def _through(through: str, on_date: date | None) -> str:
    when = f"{on_date:%-d %B %Y}" if on_date else ""
    return ", ".join(filter(None, [through, when]))


def _memberships(told: Sequence[tuple[str, SupporterTold]]) -> Iterator[str]:
    for _, one in told:
        for each in one.memberships:
            since = f"since {each.start_date:%-d %B %Y}" if each.start_date else ""
            until = f"until {each.end_date:%-d %B %Y}" if each.end_date else ""
            yield ", ".join(filter(None, [each.level, each.status, since, until]))


def _by_hand(person_id: int, now_us: int) -> dict[str, str]:
    """By tag: who put it there and when; "" for one that was taken off."""
    said: dict[str, str] = {}
    for each in in_force(person_id, {Verb.TAG, Verb.UNTAG}).select_related("author"):
        is_given = each.verb == Verb.TAG
        when = ago(each.made_us, now_us)
        said.pop(each.subject, None)
        said[each.subject] = f"{each.author.get_username()}, {when}" if is_given else ""
    return said


def _caution(told: Sequence[tuple[str, SupporterTold]]) -> str:
    """ "They asked not to be contacted, says donors.csv, column “Do not contact”."."""
    for title, each in told:
        if each.is_deceased:
            return f"They have died, says {title}."
    for title, each in told:
        if not each.may_be_contacted:
            (column, *_) = (wish.column for wish in each.wishes if wish.channel == Channel.ANY)
            return f"They asked not to be contacted, says {title}, column “{column}”."
    return ""


def _wishes(title: str, told: SupporterTold) -> Iterator[str]:
    """ "no e-mail, by donors.csv, column “Do not e-mail”"."""
    for each in told.wishes:
        if not each.is_welcome and each.channel != Channel.ANY:
            yield f"no {each.channel}, by {title}, column “{each.column}”"


def _kept(record: Supporter, now_us: int) -> str:
    basis = f", on the basis of {record.basis}" if record.basis else ""
    return f"{source_title(record)} has them, taken in on {day(record.told_us, now_us)}{basis}"
