"""Puts the demo's world into an empty data folder, by the doors that real ones use."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.moments import DAY
from hobnob.operations.check_hygiene import begin_look, check_hygiene
from hobnob.operations.claim_account import claim_account
from hobnob.operations.curate import Curator
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.cast import cast
from hobnob.operations.demo.decisions import (
    BadMark,
    Decision,
    Done,
    Note,
    Promotion,
    Removal,
    Tag,
    Told,
)
from hobnob.operations.demo.donors import FILE as DONORS
from hobnob.operations.demo.donors import write_donors
from hobnob.operations.demo.readings import keep_weeks_of_reading, looks
from hobnob.operations.demo.snapshots import keep_snapshots
from hobnob.operations.demo.story import OUR_HERONS, Storyteller, acts
from hobnob.operations.demo.world import World, world
from hobnob.operations.import_file import Imported, OnProgress, import_file
from hobnob.operations.keep_chats import Plan, make_chat
from hobnob.operations.keep_topics import make_topic
from hobnob.operations.local_user import local_user
from hobnob.operations.record import Recorded, record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.same_person import same
from hobnob.operations.suggest_merges import suggest_merges
from hobnob.operations.tell import tell
from hobnob.storage import bulk, models

TUSKTALK = Plan(
    tag=tusktalk.TAG,
    weekday=1,
    minute=tusktalk.HOUR_THERE * 60,
    time_zone=tusktalk.ZONE,
    about="How people become friends of a cause. Desmond asks, everybody answers.",
)
OUR_TOPICS = {
    "Slow giving": "slow giving, thank-you calls, ring people, handwritten",
    OUR_HERONS: "heron, herons, fen, fens, marsh, pond",
}
"""What the cause does, and the words that speak of it."""
KEPT_FOR = 300 * DAY
"""So long ago Robin wrote down when the chat is, and who is who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the world brought: by its X archive, by its other networks, and by hand."""

    imported: Imported
    recorded: Recorded
    decisions: int


def load(archive: Path, *, now_us: int, on_progress: OnProgress | None = None) -> Loaded:
    """The world as it stands now. Its X archive is written to `archive`, and stays there.

    So does a file of supporters, beside it: nobody has imported that yet.
    """
    made = world(now_us=now_us)
    made.archive_spec.write(archive)
    write_donors(archive.with_name(DONORS), now_us=now_us)
    _know_people(made, now_us)
    imported = import_file(archive, now_us=now_us, on_progress=on_progress)
    recorded = _live(made, now_us)
    keep_weeks_of_reading(local_user(), Random(1), now_us=now_us)  # noqa: S311  # no secret
    keep_snapshots(made, now_us=now_us)
    _decide(made.decisions, local_user())
    make_chat(TUSKTALK, now_us=now_us - KEPT_FOR)
    check_hygiene(begin_look(now_us=now_us), clock=lambda: now_us)
    for name, words in OUR_TOPICS.items():
        make_topic(name, words, now_us=now_us)
    Storyteller(author=local_user(), now_us=now_us).tell(acts(cast(), now_us=now_us))
    suggest_merges(clock=lambda: now_us)
    return Loaded(imported=imported, recorded=recorded, decisions=len(made.decisions))


@transaction.atomic
def _know_people(made: World, now_us: int) -> None:
    """Whose accounts are mine, and which ones belong to one person."""
    bulk.lock_log()
    for account in made.me:
        claim_account(account, now_us=now_us, seen_us=now_us)
    began_us = now_us - KEPT_FOR
    known = know_accounts(
        (account for pair in made.same_person for account in pair), now_us=now_us, seen_us=now_us
    )
    for pair in made.same_person:
        one, other = (known.ids[each.network, each.native_id] for each in pair)
        same(other, one, author=local_user(), now_us=began_us, why="says so in their bio")


def _live(made: World, now_us: int) -> Recorded:
    """Let it happen in order: what there was when a list was looked at last has been read."""
    record([], accounts=made.accounts, now_us=now_us)
    recorded = Recorded()
    since_us = 0
    for look in looks(now_us):
        recorded += _between(made, since_us, look.at_us, now_us)
        later = {post.in_reply_to for post in made.posts if (post.at_us or 0) > look.at_us}
        look.leave(local_user(), later - {""})
        since_us = look.at_us
    return recorded + _between(made, since_us, now_us, now_us)


def _between(made: World, since_us: int, until_us: int, now_us: int) -> Recorded:
    posts = (*made.older_posts, *made.posts)
    return record(
        [one for one in made.interactions if since_us < (one.at_us or 0) <= until_us],
        posts=[post for post in posts if since_us < (post.at_us or 0) <= until_us],
        now_us=now_us,
    )


def _decide(decisions: Iterable[Decision], author: User) -> None:
    for decision in decisions:
        account = models.Account.objects.get(
            network=decision.account.network, native_id=decision.account.native_id
        )
        curator = Curator(author=author, now_us=decision.at_us)
        _make(decision, curator, account.person_id)


def _make(decision: Decision, curator: Curator, person_id: int) -> None:
    match decision:
        case Promotion():
            curator.promote(person_id, decision.list_name, why=decision.why)
        case Removal():
            curator.remove(person_id, decision.list_name, why=decision.reason)
        case Tag():
            curator.tag(person_id, decision.tag)
        case Note():
            curator.note(person_id, decision.text)
        case Done():
            curator.done(person_id, decision.section)
        case BadMark():
            curator.mark_bad(person_id, decision.why, post_id=_newest_post(decision))
        case Told():
            tell(
                person_id,
                decision.kind,
                decision.words,
                author=curator.author,
                now_us=decision.at_us,
            )


def _newest_post(decision: Decision) -> int | None:
    """What they had posted last when it was decided."""
    account = decision.account
    return (
        models.Post.objects.filter(
            author__network=account.network,
            author__native_id=account.native_id,
            at_us__lte=decision.at_us,
        )
        .order_by("-at_us")
        .values_list("pk", flat=True)
        .first()
    )
