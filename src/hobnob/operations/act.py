"""What pages and commands do on a network: one press of a button, one yes to exactly one thing."""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.actions import ActionKind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import CAN_BE_CALLED_BACK, State
from hobnob.domain.people import Network
from hobnob.operations.approve import (
    NotAsSeen,
    approve,
    find_item,
    settle,
    withdraw,
)
from hobnob.operations.draft import CannotAct, Draft, keep_draft, mode_for, opposite
from hobnob.operations.ending import take_back_yes
from hobnob.storage import bulk, models


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One press of a button that acts: by whom, when, and on which form.

    `section` is the part of Today that is dealt with by it, up to a moment.
    """

    author: User
    now_us: int
    form: str
    section: str = ""
    up_to_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """An account of mine, and how it would do something."""

    account_id: int
    handle: str
    network: Network
    mode: Mode
    is_connected: bool

    @property
    def is_sent_from_here(self) -> bool:
        """hobnob sends it."""
        return self.mode is Mode.API


def ways(kind: ActionKind, network: str, *, spoken_to: int | None = None) -> list[Way]:
    """As whom, and how, something can be done on a network; the likeliest first.

    That is one that is sent from here, and among those my account that was spoken to.
    """
    mine = models.Account.objects.filter(is_me=True, network=network).order_by("pk")
    found = [_way(each, kind) for each in mine]
    return sorted(
        found,
        key=lambda way: (
            not way.is_sent_from_here,
            way.account_id != spoken_to,
            not way.is_connected,
        ),
    )


def ways_to_post() -> list[Way]:
    """My accounts from which hobnob can send a post, or fill one in on the network's own page."""
    mine = models.Account.objects.filter(is_me=True).order_by("network", "pk")
    found = [_way(each, ActionKind.POST) for each in mine]
    return [way for way in found if way.mode in (Mode.API, Mode.WEB_INTENT)]


def _way(account: models.Account, kind: ActionKind) -> Way:
    try:
        mode = mode_for(account, kind)
    except CannotAct:
        mode = Mode.NONE
    connected = models.Connection.objects.filter(account=account, disconnected_us__isnull=True)
    return Way(
        account_id=account.pk,
        handle=account.handle or account.native_id,
        network=Network(account.network),
        mode=mode,
        is_connected=connected.exists(),
    )


# ── What is to be done ───────────────────────────────────────────────────────


def about_post(kind: ActionKind, post_id: int, *, by: int, text: str = "") -> Draft:
    """An answer, a like, a repost. Raises CannotAct."""
    post = models.Post.objects.select_related("author").filter(pk=post_id).first()
    if post is None:
        raise CannotAct("That post is not here any more.")
    return Draft(kind=kind, by=_mine(by), about=post.author, post=post, text=text)


def about_account(kind: ActionKind, account_id: int, *, by: int) -> Draft:
    """A follow, a mute, a block, and their opposites. Raises CannotAct."""
    account = models.Account.objects.filter(pk=account_id).first()
    if account is None:
        raise CannotAct("That account is not here any more.")
    return Draft(kind=kind, by=_mine(by), about=account)


def new_post(text: str, *, by: int) -> Draft:
    """A post that answers nobody. Raises CannotAct."""
    return Draft(kind=ActionKind.POST, by=_mine(by), text=text)


def to_them(draft: Draft, person_id: int) -> Draft:
    """A post that names somebody, known to be about them where they are on its network."""
    if draft.kind is not ActionKind.POST:
        return draft
    return replace(draft, about=their_account(person_id, draft.by.network))


def their_account(person_id: int, network: str) -> models.Account | None:
    """Their oldest account there that has a handle."""
    theirs = models.Account.objects.filter(person_id=person_id, network=network, is_me=False)
    return theirs.exclude(handle="").order_by("pk").first()


def _mine(account_id: int) -> models.Account:
    found = models.Account.objects.filter(pk=account_id, is_me=True).first()
    if found is None:
        raise CannotAct("That account is not yours: say as which of yours.")
    return found


# ── The yes ──────────────────────────────────────────────────────────────────


@transaction.atomic
def say_yes(draft: Draft, press: Press) -> models.OutboxItem:
    """Write it down and say yes to it, as the form that was pressed showed it.

    The same press twice is one yes. Raises CannotAct, and NotAsSeen where that form has said
    something else before.
    """
    bulk.lock_log()
    item = write_down(draft, press)
    return approve(
        item.pk,
        item.action.digest,
        author=press.author,
        now_us=press.now_us,
        section=press.section,
        up_to_us=press.up_to_us,
    )


@transaction.atomic
def write_down(draft: Draft, press: Press) -> models.OutboxItem:
    """Keep a draft as the form that was pressed showed it, for a yes or for a look.

    The same press twice is one draft. Raises CannotAct, and NotAsSeen where that form has said
    something else before.
    """
    item = keep_draft(draft, form=_unused(press.form), now_us=press.now_us)
    if not _is_as_pressed(item, draft):
        raise NotAsSeen(
            "This form has said something else before: look at that in the outbox, or open the "
            "form anew."
        )
    return item


def _is_as_pressed(item: models.OutboxItem, draft: Draft) -> bool:
    """Whether it is what the button said: keep_draft gives what that form said the first time."""
    text = draft.text.replace("\r\n", "\n").strip()
    about = draft.about.pk if draft.about else None
    post = draft.post.pk if draft.post else None
    pressed = (draft.by.pk, draft.kind, text, about, post)
    return pressed == (item.account_id, item.kind, item.text, item.about_id, item.post_id)


def _unused(form: str) -> str:
    """The form, or a new name for it where what it said was called back: it may say it again."""
    past = (State.WITHDRAWN, State.FAILED)
    while models.OutboxItem.objects.filter(form=form, state__in=past).exists():
        form += " again"
    return form


# ── Afterwards ───────────────────────────────────────────────────────────────


@transaction.atomic
def call_back(item_id: int, *, author: User, now_us: int) -> models.OutboxItem:
    """Undo the yes to one action that has not left. What it dealt with on Today comes back.

    Raises NoSuchItem when it has left.
    """
    bulk.lock_log()
    approval = find_item(item_id).approval
    if approval is not None:
        take_back_yes(approval, author=author, now_us=now_us)
    return withdraw(item_id, now_us=now_us)


@transaction.atomic
def let_be(item_id: int, *, author: User, now_us: int) -> models.OutboxItem:
    """Don't ask about it any more: it was not done, or nobody minds."""
    bulk.lock_log()
    state = find_item(item_id).state
    if state in CAN_BE_CALLED_BACK:
        return call_back(item_id, author=author, now_us=now_us)
    if state == State.UNKNOWN:
        settle(item_id, arrived=False, now_us=now_us)
    return withdraw(item_id, now_us=now_us)


def take_back(item_id: int, press: Press) -> models.OutboxItem:
    """Say yes to the opposite of what was sent. Raises CannotAct where there is none."""
    return say_yes(opposite(find_item(item_id)), press)
