"""Listen to what people post, and keep what they care about with the posts that show it.

Interests are derived. A look counts everybody anew, because whose word a word is depends on what
all others say; it is bounded by the newest posts of people who have to do with me, and writes only
what changed. Nobody's word by hand is touched.
"""

from dataclasses import dataclass

from django.db import transaction

from hobnob.domain.interests.ours import Ours
from hobnob.domain.interests.said import heard
from hobnob.domain.interests.theirs import Theirs
from hobnob.domain.interests.topics import Interest
from hobnob.storage import bulk, models
from hobnob.storage.queries.interests.heard import accounts_to_hear, said_by
from hobnob.storage.queries.interests.our_topics import our_topics

_Key = tuple[int, str, str]
"""Account, axis, topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """What a look took in, and what came of it."""

    accounts: int
    posts: int
    """Without those of which nothing may be kept."""
    interests: int
    changed: int
    """How many are new, different or gone."""


def find_interests(*, now_us: int) -> Listened:
    """Look at everybody who has to do with me."""
    accounts = accounts_to_hear()
    theirs, ours, posts = Theirs(), Ours(our_topics()), 0
    for account_id, said in said_by(accounts):
        words = heard(said)
        if words is None:
            continue
        posts += 1
        theirs.hear(account_id, said, words)
        ours.hear(account_id, said)
    found = {
        (account_id, str(each.axis), each.topic): each
        for interests in (theirs.interests(), ours.interests())
        for account_id, those in interests.items()
        for each in those
    }
    changed = _keep(found, now_us)
    return Listened(accounts=len(accounts), posts=posts, interests=len(found), changed=changed)


@transaction.atomic
def _keep(found: dict[_Key, Interest], now_us: int) -> int:
    """Let what was found be what is known. Says how many rows are new, different or gone."""
    bulk.lock_log()
    before = {
        (each.account_id, each.axis, each.topic): each for each in models.Interest.objects.all()
    }
    gone = [row.pk for key, row in before.items() if key not in found]
    new = [_row(key, each, now_us) for key, each in found.items() if key not in before]
    other = [
        (key, row) for key, row in before.items() if key in found and not _is_same(row, found[key])
    ]
    models.Interest.objects.filter(pk__in=gone).delete()
    models.Interest.objects.bulk_create(new, batch_size=500)
    for key, row in other:
        each = found[key]
        row.label, row.score, row.posts = each.label, each.score, list(each.posts)
    rows = [row for _, row in other]
    models.Interest.objects.bulk_update(rows, ["label", "score", "posts"], batch_size=200)
    return len(gone) + len(new) + len(other)


def _row(key: _Key, each: Interest, now_us: int) -> models.Interest:
    return models.Interest(
        account_id=key[0],
        axis=each.axis,
        topic=each.topic,
        label=each.label,
        score=each.score,
        posts=list(each.posts),
        found_us=now_us,
    )


def _is_same(row: models.Interest, each: Interest) -> bool:
    return (row.label, row.score, tuple(row.posts)) == (each.label, each.score, each.posts)
