"""Remember something kind that was done for somebody, by hand or on its way through the outbox."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.actions import ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.gestures.draft import refuse_gaps, without_gaps
from hobnob.domain.gestures.look import GESTURES
from hobnob.operations.act import Press, about_post, new_post, say_yes, to_them
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.draft import Draft
from hobnob.operations.remember_gesture import Given, remember
from hobnob.storage import bulk, models
from hobnob.storage.queries.gestures.spent import CARD, in_force
from hobnob.storage.queries.people.lines import person_lines


class NoSuchGesture(HobnobError):
    """There is no gesture of that name."""


class LeftAlone(HobnobError):
    """Somebody died, or asked for quiet."""


@transaction.atomic
def make_gesture(given: Given, *, author: User, now_us: int) -> models.Decision:
    """Remember what was done by hand: written elsewhere, called, posted as a card.

    The same told twice is told once. Raises NoSuchGesture, LeftAlone and NobodyThere.
    """
    bulk.lock_log()
    _refuse(given)
    known = in_force().filter(decision__account__person_id=given.person_id, key=given.key).first()
    if known is not None:
        return known.decision
    return remember(given, without_gaps(given.words), author=author, now_us=now_us)


@transaction.atomic
def send_gesture(given: Given, draft: Draft, press: Press) -> models.OutboxItem:
    """Say yes to the words, or the repost, and remember what they were for; undone in one.

    Raises what `say_yes` raises, NoSuchGesture, LeftAlone, and NotYetYours while words still have a
    gap.
    """
    bulk.lock_log()
    _refuse(given)
    refuse_gaps(draft.text)
    item = say_yes(to_them(draft, given.person_id), press)
    if not item.gestures.exists():
        remember(
            given, item.text, author=press.author, now_us=press.now_us, act=item.approval, item=item
        )
    return item


def words_to(post_id: int | None, text: str, *, by: int) -> Draft:
    """Words as an answer to a post, or as a post of its own. Raises CannotAct."""
    if post_id is None:
        return new_post(text, by=by)
    return about_post(ActionKind.REPLY, post_id, by=by, text=text)


@transaction.atomic
def not_this_one(person_id: int, key: str, *, author: User, now_us: int) -> None:
    """Don't offer it again, ever."""
    _lay(Verb.DONE, person_id, key, until_us=now_us, author=author, now_us=now_us)


@transaction.atomic
def put_off(person_id: int, key: str, *, until_us: int, author: User, now_us: int) -> None:
    """Don't offer it before a moment."""
    _lay(Verb.SNOOZE, person_id, key, until_us=until_us, author=author, now_us=now_us)


def _lay(verb: Verb, person_id: int, key: str, *, until_us: int, author: User, now_us: int) -> None:
    bulk.lock_log()
    decision = append_decision(
        verb,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=f"{CARD}{key}",
        until_us=until_us,
    )
    take_effect([decision])


def _refuse(given: Given) -> None:
    if given.kind not in GESTURES:
        known = ", ".join(GESTURES)
        raise NoSuchGesture(f"No gesture is called “{given.kind}”. There are: {known}.")
    line = person_lines([given.person_id]).get(given.person_id)
    if line is not None and line.caution:
        raise LeftAlone(f"{line.name} {line.caution}: leave them in peace.")
