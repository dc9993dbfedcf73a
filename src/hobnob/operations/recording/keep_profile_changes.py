"""Keep what accounts change about themselves, so that what is new with somebody can be told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hobnob.domain.people import Profile
from hobnob.storage import bulk, models


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One word about an account that is another now."""

    account_id: int
    field: str
    before: str
    after: str


def changed(account_id: int, before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """What is said otherwise now. A first word is no change, and neither are capitals or spaces."""
    return [
        Change(account_id=account_id, field=field, before=old, after=after[field])
        for field, old in before.items()
        if old and after[field] and _plain(old) != _plain(after[field])
    ]


def changed_profiles(profiles: Iterable[tuple[int, Profile]], seen_us: int) -> Iterator[Change]:
    """What these profiles say otherwise than those kept: another place, or that they moved.

    That somebody moved is news even where no profile of theirs was kept before.
    """
    telling = {each: told for each, told in profiles if told.location or told.moved_to}
    kept = {
        account_id: words
        for account_id, *words in bulk.select_in(
            "SELECT account_id, seen_us, location, moved_to FROM storage_profile "
            "WHERE account_id IN {values}",
            values=telling,
        )
    }
    for account_id, told in telling.items():
        kept_us, location, moved_to = kept.get(account_id, (0, "", ""))
        if kept_us > seen_us:
            continue
        yield from changed(account_id, {"location": location}, {"location": told.location})
        if told.moved_to and _plain(told.moved_to) != _plain(moved_to):
            yield Change(
                account_id=account_id, field="moved_to", before=moved_to, after=told.moved_to
            )


def keep_profile_changes(changes: Iterable[Change], seen_us: int) -> None:
    """Store them, once however often they are read; `seen_us` is when a source saw them."""
    models.ProfileChange.objects.bulk_create(
        [
            models.ProfileChange(
                account_id=each.account_id,
                field=each.field,
                before=each.before,
                after=each.after,
                seen_us=seen_us,
            )
            for each in changes
        ],
        ignore_conflicts=True,
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold().removeprefix("@")
