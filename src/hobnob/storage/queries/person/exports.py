"""Everything about people that may leave in a file, some hundred people at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from hobnob.domain.decisions import Verb
from hobnob.domain.exports.people import (
    ACCOUNT,
    ExportedPerson,
    KnownAccount,
    TeamNote,
    ToldHere,
)
from hobnob.domain.facts import FactKind
from hobnob.domain.moments import from_us
from hobnob.domain.people import Network, account_key
from hobnob.domain.supporters import Supporter as Record
from hobnob.domain.supporters_json import from_json
from hobnob.storage.models import Account, Decision, Membership, Supporter
from hobnob.storage.queries.interests.shown import topic_words_of
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.people.tags import tags_of

_AT_ONCE = 500
_MOST_TOPICS = 50


@dataclass(slots=True)
class _Known:
    """What was found of one person."""

    records: list[Record] = field(default_factory=list)
    accounts: list[KnownAccount] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    facts: dict[FactKind, str] = field(default_factory=dict)
    notes: list[TeamNote] = field(default_factory=list)


def keys_of_people() -> Iterator[tuple[str, int]]:
    """By what the records of people are known, and those that are made of an account: see
    `ExportedPerson.as_records`. And who they are.
    """
    rows = Account.objects.filter(is_me=False).order_by("pk")
    for network, native_id, person_id in rows.values_list(
        "network", "native_id", "person_id"
    ).iterator():
        yield ACCOUNT + account_key(network, native_id), person_id
        if network == Network.ADDRESS_BOOK:
            yield native_id, person_id


def people_to_export(person_ids: Sequence[int]) -> Iterator[ExportedPerson]:
    """These people in their order, without me; private notes and facts stay."""
    for start in range(0, len(person_ids), _AT_ONCE):
        yield from _batch(person_ids[start : start + _AT_ONCE])


def _batch(person_ids: Sequence[int]) -> Iterator[ExportedPerson]:
    known: dict[int, _Known] = defaultdict(_Known)
    _add_accounts(known, person_ids)
    _add_lists(known, person_ids)
    _add_what_was_said(known, person_ids)
    lines = person_lines(person_ids)
    tags = tags_of(person_ids)
    topics = topic_words_of(person_ids, most=_MOST_TOPICS)
    for person_id in person_ids:
        found = known[person_id]
        if found.records or found.accounts:
            yield ExportedPerson(
                person_id=person_id,
                name=lines[person_id].name,
                records=tuple(found.records),
                accounts=tuple(found.accounts),
                lists=tuple(found.lists),
                tags=tags.get(person_id, ()),
                topics=topics.get(person_id, ()),
                facts=tuple(
                    ToldHere(kind=kind, value=value) for kind, value in found.facts.items() if value
                ),
                notes=tuple(found.notes),
            )


def _add_accounts(known: dict[int, _Known], person_ids: Collection[int]) -> None:
    theirs = Account.objects.filter(person_id__in=list(person_ids), is_me=False).order_by("pk")
    said = dict(
        Supporter.objects.filter(account__person_id__in=list(person_ids)).values_list(
            "account_id", "said"
        )
    )
    for each in theirs:
        if each.pk in said:
            known[each.person_id].records.append(from_json(said[each.pk]))
        else:
            known[each.person_id].accounts.append(
                KnownAccount(
                    network=Network(each.network),
                    native_id=each.native_id,
                    handle=each.handle,
                    name=each.name,
                    url=each.url,
                )
            )


def _add_lists(known: dict[int, _Known], person_ids: Collection[int]) -> None:
    on_them = Membership.objects.filter(person_id__in=list(person_ids), is_member=True)
    rows = on_them.order_by("list__position", "list__name")
    for person_id, name in rows.values_list("person_id", "list__name"):
        known[person_id].lists.append(name)


def _add_what_was_said(known: dict[int, _Known], person_ids: Collection[int]) -> None:
    """Facts and notes by hand that hold and are not private."""
    said = Decision.objects.filter(
        account__person_id__in=list(person_ids),
        verb__in=(Verb.TELL, Verb.NOTE),
        undone_by__isnull=True,
        is_private=False,
    ).order_by("made_us", "pk")
    for person_id, verb, subject, why, author, made_us in said.values_list(
        "account__person_id", "verb", "subject", "why", "author__username", "made_us"
    ):
        if verb == Verb.NOTE:
            note = TeamNote(text=why, author=author, on_date=from_us(made_us).date())
            known[person_id].notes.append(note)
        elif subject in set(FactKind):
            known[person_id].facts[FactKind(subject)] = why
