"""Remember a gesture: the decision with its words, the tick on Today, and the deed that it is."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from hobnob.domain.by_hand import SORTS
from hobnob.domain.decisions import Verb
from hobnob.domain.gestures.look import GESTURES
from hobnob.domain.today import Section
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.log_deed import log_deed
from hobnob.storage import models
from hobnob.storage.queries.gestures.spent import INTRODUCES

LONGEST = 2_000
"""Characters of words that went out another way; a longer story is a letter."""

_LOGS = {"ask_feedback": "asked", "report_back": "told", "introduce": "introduced"}
"""Gestures that are deeds as well, and which: the ledger counts those by what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was done for whom."""

    person_id: int
    kind: str
    key: str
    """What it was about: nobody gets the same again."""
    words: str = ""
    picture: str = ""
    """The name of my own picture, or the address of the page where it was found."""
    post_id: int | None = None
    """Of theirs, that it was about."""


def remember(
    given: Given,
    words: str,
    *,
    author: User,
    now_us: int,
    act: models.Decision | None = None,
    item: models.OutboxItem | None = None,
) -> models.Decision:
    """Keep that it was done in these words; `act` is the yes that it came with. Needs the lock."""
    decision = append_decision(
        Verb.GESTURE,
        author=author,
        now_us=now_us,
        person_id=given.person_id,
        subject=given.kind,
        why=words[:LONGEST],
        act=act,
    )
    models.Gesture.objects.create(
        decision=decision,
        kind=given.kind,
        key=given.key,
        words=words[:LONGEST],
        picture=given.picture,
        post=models.Post.objects.filter(pk=given.post_id).first() if given.post_id else None,
        outbox=item,
    )
    done = append_decision(
        Verb.DONE,
        author=author,
        now_us=now_us,
        person_id=given.person_id,
        subject=_section_of(given.kind),
        until_us=now_us,
        act=act or decision,
    )
    take_effect([decision, done])
    _log_deeds(given, words, act or decision, author=author, now_us=now_us)
    return decision


def remember_again(
    item: models.OutboxItem, *, author: User, now_us: int, act: models.Decision
) -> None:
    """Where the item once carried a gesture: so it does by this yes, in the words of now."""
    last = item.gestures.select_related("decision__account").order_by("pk").last()
    if last is None or last.decision.account is None:
        return
    given = Given(
        person_id=last.decision.account.person_id,
        kind=last.kind,
        key=last.key,
        picture=last.picture,
        post_id=last.post_id,
    )
    remember(given, item.text, author=author, now_us=now_us, act=act, item=item)


def _section_of(kind: str) -> Section:
    """The part of Today that is dealt with by it."""
    return Section.THANK if GESTURES[kind].is_thanks else Section.GESTURES


def _log_deeds(
    given: Given, words: str, act: models.Decision, *, author: User, now_us: int
) -> None:
    """What was given to them, and to whom they were introduced, as deeds of the log."""
    if given.kind not in _LOGS:
        return
    sort = SORTS[_LOGS[given.kind]]
    for person_id in (given.person_id, *_introduced(given.key)):
        log_deed(
            person_id,
            sort,
            at_us=now_us,
            author=author,
            now_us=now_us,
            words=words[:LONGEST],
            act=act,
        )


def _introduced(key: str) -> list[int]:
    """The other one of two who were introduced to each other."""
    number = key.removeprefix(INTRODUCES)
    if number == key or not number.isdecimal():
        return []
    other = models.Account.objects.filter(pk=int(number), is_me=False)
    return list(other.values_list("person_id", flat=True))
