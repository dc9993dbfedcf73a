"""The yes to exactly one action, and what a person says about it afterwards."""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from secrets import randbelow

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from hobnob.domain.actions import OPPOSITE, ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import Mode, Stream
from hobnob.domain.outbox import CAN_BE_CALLED_BACK, HOLD, MOST_AT_ONCE, REGRET, State, key_of
from hobnob.domain.today import Section
from hobnob.domain.web_intents import Intent, web_intent
from hobnob.operations.decide import append_decision, take_effect
from hobnob.operations.draft import CannotAct, note_price
from hobnob.operations.ending import end, take_back_yes
from hobnob.operations.remember_gesture import remember_again
from hobnob.storage import bulk, models
from hobnob.storage.queries.people.lines import person_lines


class NotAsSeen(HobnobError):
    """What is to be sent is not what the person saw when they said yes."""


class NoSuchItem(HobnobError):
    """There is no such item in the outbox, or it is past that."""


@transaction.atomic
def approve(
    item_id: int,
    digest: str,
    *,
    author: User,
    now_us: int,
    section: str = "",
    up_to_us: int | None = None,
    act: models.Decision | None = None,
) -> models.OutboxItem:
    """Say yes to what has this digest; said twice it is said once.

    `act` is the first yes of several that are undone together.

    It leaves after a hold. Where the network wants it done on its own page, the item's `url` is
    that page, to be opened now. `section` is the part of Today that is dealt with by it, up to a
    moment. Raises NotAsSeen, NoSuchItem and CannotAct.
    """
    bulk.lock_log()
    item = find_item(item_id)
    if item.action.digest != digest:
        raise NotAsSeen("It was changed since you saw it: look at it again, and then say yes.")
    if item.state in (State.APPROVED, State.BY_HAND, State.SENDING, State.SENT):
        return item
    _expect(item, {State.DRAFT}, "It is past a yes")
    refuse_unwise(item, now_us=now_us)
    approved = _approved(item, author, now_us, section, up_to_us, act)
    _drop_what_it_undoes(approved, now_us)
    return approved


def _drop_what_it_undoes(item: models.OutboxItem, now_us: int) -> None:
    """Withdraw what waits and is the opposite: to do both would be to do nothing, visibly."""
    kinds = [kind for kind, opposite in OPPOSITE.items() if opposite == item.kind]
    waiting = models.OutboxItem.objects.filter(
        account=item.account,
        kind__in=kinds,
        target=item.target,
        on_list=item.on_list,
        state__in=CAN_BE_CALLED_BACK,
    )
    for each in waiting:
        end(each, State.WITHDRAWN, now_us=now_us)


@transaction.atomic
def approve_all(
    chosen: Iterable[tuple[int, str]], *, author: User, now_us: int
) -> list[models.OutboxItem]:
    """Say yes to several, each with the digest that was shown: all of them, or none.

    Raises what `approve` raises, and CannotAct for more than 25.
    """
    wanted = list(chosen)
    if len(wanted) > MOST_AT_ONCE:
        raise CannotAct(
            f"One yes covers {MOST_AT_ONCE} at most, and these are {len(wanted)}: choose fewer."
        )
    items: list[models.OutboxItem] = []
    for item_id, digest in wanted:
        head = items[0].approval if items else None
        items.append(approve(item_id, digest, author=author, now_us=now_us, act=head))
    return items


def _approved(
    item: models.OutboxItem,
    author: User,
    now_us: int,
    section: str,
    up_to_us: int | None,
    act: models.Decision | None,
) -> models.OutboxItem:
    person_id = item.about.person_id if item.about and not item.about.is_me else None
    approval = append_decision(
        Verb.APPROVE,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=item.action.digest,
        act=act,
    )
    if section in set(Section) and person_id is not None:
        until_us = now_us if up_to_us is None else up_to_us
        dealt_with = append_decision(
            Verb.DONE,
            author=author,
            now_us=now_us,
            person_id=person_id,
            subject=section,
            until_us=until_us,
            act=act or approval,
        )
        take_effect([dealt_with])
    remember_again(item, author=author, now_us=now_us, act=act or approval)
    item.approval = approval
    item.said = ""
    if item.mode == Mode.API:
        item.state = State.APPROVED
        item.key = _new_key(now_us)
        item.due_us = now_us + HOLD
    else:
        item.state = State.BY_HAND
        intent = _intent(item)
        item.url, item.said = intent.url, intent.says
    item.save()
    return item


def _new_key(now_us: int) -> str:
    """A key that no action ever had: another moment where this one is taken."""
    while models.OutboxItem.objects.filter(key=(key := key_of(now_us, randbelow(1024)))).exists():
        now_us += 1
    return key


def refuse_unwise(item: models.OutboxItem, *, now_us: int) -> None:
    """Refuse what would be wrong by now. Asked at the yes, and again before it is sent."""
    kind = ActionKind(item.kind)
    if kind in _KIND_TO_THEM and item.about is not None and _is_blocked(item.about):
        raise CannotAct("You blocked them: unblock them first, if that is what you want.")
    if item.about is not None and _is_our_idea(item):
        line = person_lines([item.about.person_id])[item.about.person_id]
        if line.caution:
            raise CannotAct(f"{line.name} {line.caution}: leave them in peace.")
    if kind is ActionKind.UNFOLLOW:
        followed = models.OutboxItem.objects.filter(
            account=item.account,
            kind=ActionKind.FOLLOW,
            target=item.target,
            claimed_us__gt=now_us - REGRET,
            state=State.SENT,
        )
        if followed.exists() and item.undoes is None:
            raise CannotAct("You followed them here less than a week ago: give it the week.")


def _is_our_idea(item: models.OutboxItem) -> bool:
    """Whether we turn to them with it of our own accord: they said nothing that it answers."""
    return item.kind == ActionKind.POST or item.gestures.exists() or item.asks.exists()


def _is_blocked(account: models.Account) -> bool:
    """Whether I block them now, as the network said last; or ever did, where it says nothing."""
    tie = models.Tie.objects.filter(account=account, state__stream=Stream.BLOCKS).last()
    if tie is not None:
        return tie.ended_us is None
    return models.ContactState.objects.filter(person_id=account.person_id, is_blocked=True).exists()


_KIND_TO_THEM = frozenset(
    {
        ActionKind.POST,
        ActionKind.REPLY,
        ActionKind.REPOST,
        ActionKind.LIKE,
        ActionKind.FOLLOW,
        ActionKind.LIST_ADD,
    }
)


def _intent(item: models.OutboxItem) -> Intent:
    about, post = item.about, item.post
    return web_intent(
        item.action,
        handle=about.handle if about else "",
        post_url=post.url if post else "",
        profile_url=about.url if about else "",
    )


# ── Second thoughts ──────────────────────────────────────────────────────────


@transaction.atomic
def rewrite(item_id: int, text: str, *, author: User, now_us: int) -> models.OutboxItem:
    """Change what it says. A yes that was given is undone: it is a draft again."""
    bulk.lock_log()
    item = find_item(item_id)
    _expect(item, {State.DRAFT, State.APPROVED}, "It has left already")
    item.text = text.replace("\r\n", "\n").strip()
    if not item.text:
        raise CannotAct("There is nothing to send: write something first.")
    note_price(item)
    to_draft(item, "", author=author, now_us=now_us)
    return item


@transaction.atomic
def withdraw(item_id: int, *, now_us: int) -> models.OutboxItem:
    """Don't do it. Raises NoSuchItem when it has left: then only its opposite takes it back."""
    bulk.lock_log()
    item = find_item(item_id)
    _expect(
        item,
        _NOT_LEFT,
        "It has left already: take it back from the outbox, as an action of its own",
    )
    end(item, State.WITHDRAWN, now_us=now_us)
    return item


def call_back(undone: Collection[models.Decision], *, now_us: int) -> None:
    """Withdraw what the undone decisions had said yes to, and asks whose words did not leave."""
    said_yes = [each.pk for each in undone if each.verb == Verb.APPROVE]
    asked = [each.pk for each in undone if each.verb == Verb.ASK]
    carried = Q(approval__in=said_yes) | Q(asks__in=asked, state__in=_NOT_LEFT)
    for item in models.OutboxItem.objects.filter(carried).distinct():
        withdraw(item.pk, now_us=now_us)


_NOT_LEFT = frozenset({State.DRAFT, State.FAILED}) | CAN_BE_CALLED_BACK
"""It can be withdrawn."""


@transaction.atomic
def settle(item_id: int, *, arrived: bool, now_us: int) -> models.OutboxItem:
    """What a person found out over there about an action nobody knows the end of."""
    bulk.lock_log()
    item = find_item(item_id)
    _expect(item, {State.UNKNOWN, State.BY_HAND}, "Its end is known")
    otherwise = State.FAILED if item.state == State.UNKNOWN else State.WITHDRAWN
    end(item, State.SENT if arrived else otherwise, now_us=now_us)
    return item


@transaction.atomic
def try_again(item_id: int, *, now_us: int) -> models.OutboxItem:
    """A new draft of the same, for another yes, of what failed or may not have arrived.

    The old one is put away.
    """
    bulk.lock_log()
    item = find_item(item_id)
    _expect(item, {State.UNKNOWN, State.FAILED}, "It is under way, or past that")
    again = models.OutboxItem.objects.create(
        account=item.account,
        kind=item.kind,
        target=item.target,
        text=item.text,
        on_list=item.on_list,
        is_private=item.is_private,
        mode=item.mode,
        price_microdollars=item.price_microdollars,
        about=item.about,
        post=item.post,
        form=f"{item.form} again {now_us}",
        drafted_us=now_us,
        undoes=item.undoes,
    )
    item.gestures.update(outbox=again)
    item.asks.update(outbox=again)
    end(item, State.WITHDRAWN, now_us=now_us)
    return again


def to_draft(item: models.OutboxItem, said: str, *, author: User, now_us: int) -> None:
    """Let it need another yes: the one that it had is undone. Needs the lock."""
    if item.approval is not None:
        take_back_yes(item.approval, author=author, now_us=now_us)
    item.state, item.approval, item.key, item.due_us = State.DRAFT, None, None, None
    item.said = said
    item.save()


def _expect(item: models.OutboxItem, states: AbstractSet[State], otherwise: str) -> None:
    if item.state not in states:
        raise NoSuchItem(f"{otherwise}.")


def find_item(item_id: int) -> models.OutboxItem:
    """An item of the outbox. Raises NoSuchItem."""
    found = models.OutboxItem.objects.select_related("account", "about", "post").filter(pk=item_id)
    item = found.first()
    if item is None:
        raise NoSuchItem(f"There is no number {item_id} in the outbox: `hobnob outbox` shows it.")
    return item
