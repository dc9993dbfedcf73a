"""Everything that gestures may look at around some people, read in a few questions for all."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hobnob.domain.contact_state import ContactState as State
from hobnob.domain.gestures.around import Around, Owing
from hobnob.storage.models import ContactState
from hobnob.storage.queries.day_here import day_here
from hobnob.storage.queries.gestures.advice import Advised, advice_of
from hobnob.storage.queries.gestures.days import birthdays, joined
from hobnob.storage.queries.gestures.ideas import own_ideas
from hobnob.storage.queries.gestures.loves import (
    NO_LOVES,
    account_ids,
    kindred,
    loves_of,
)
from hobnob.storage.queries.gestures.manner import manners_of
from hobnob.storage.queries.gestures.pictures import pictures_of
from hobnob.storage.queries.gestures.posts import posts_of, replies_of
from hobnob.storage.queries.gestures.spent import spent_keys
from hobnob.storage.queries.interests.our_topics import our_topics
from hobnob.storage.queries.people.left_alone import left_alone
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.states import states_of
from hobnob.storage.these import these


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Some people, and what is known around each."""

    lines: Mapping[int, PersonLine]
    around: Mapping[int, Around]


def known_around(
    person_ids: Collection[int],
    *,
    reader_id: int | None,
    now_us: int,
    owing: Mapping[int, tuple[Owing, ...]],
    beside: Collection[int] = (),
) -> Known:
    """What is known around these people, but for those who died, asked for quiet or are blocked.

    `owing` is for what they are owed thanks; `beside` are others whom they could meet.
    """
    everybody = {*person_ids, *beside}
    every_account = account_ids(everybody - _left_in_peace(everybody))
    lines, loves = person_lines(every_account), loves_of(every_account, reader_id=reader_id)
    accounts = {each: every_account[each] for each in person_ids if each in every_account}
    states = states_of(accounts)
    posts, languages = posts_of(accounts, now_us=now_us)
    today = day_here(now_us)
    born = birthdays(accounts, reader_id=reader_id)
    came = joined(accounts, today=today, now_us=now_us)
    manners = manners_of(accounts, reader_id=reader_id)
    advised = advice_of(accounts, now_us=now_us)
    silent_since = {each: state.last_out_us for each, state in states.items()}
    replies = replies_of(accounts, silent_since, now_us=now_us)
    names = {each: line.name for each, line in lines.items()}
    meet = kindred(accounts, names, loves, every_account)
    labels = {love.label for each in accounts for love in loves.get(each, NO_LOVES).theirs}
    pictures, ideas, topics = pictures_of(labels), own_ideas(), our_topics()
    spent = spent_keys(accounts, now_us=now_us)
    return Known(
        lines=lines,
        around={
            each: Around(
                person_id=each,
                name=names[each],
                today=today,
                language=languages.get(each, ""),
                manner=manners.get(each, ""),
                state=states.get(each) or State(),
                birthday=born.get(each),
                loves=(theirs := loves.get(each, NO_LOVES)).theirs,
                ours=theirs.ours,
                our_topics=topics,
                posts=posts.get(each, ()),
                replies=replies.get(each, ()),
                owing=owing.get(each, ()),
                asked_for_advice_us=(told := advised.get(each, Advised())).asked_us,
                advice=told.advice,
                joined=came.get(each),
                kindred=meet.get(each, ()),
                pictures={
                    love.label: pictures[love.label]
                    for love in theirs.theirs
                    if love.label in pictures
                },
                ideas=ideas,
                spent=frozenset(spent.get(each, ())),
            )
            for each in accounts
        },
    )


def _left_in_peace(person_ids: Collection[int]) -> set[int]:
    """Who died, asked for quiet, or is blocked by me."""
    asked = left_alone().filter(account__person_id__in=these(person_ids))
    blocked = ContactState.objects.filter(person_id__in=these(person_ids), is_blocked=True)
    return {
        *asked.values_list("account__person_id", flat=True),
        *blocked.values_list("person_id", flat=True),
    }
