"""Draft what I mean to do on a network: as whom, about whom, and how that network lets me."""

from dataclasses import dataclass

from django.db import transaction

from hobnob.domain.actions import ABOUT_POSTS, NEEDS, OPPOSITE, WRITES_TEXT, ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import OPEN, State
from hobnob.domain.people import Network
from hobnob.networks.x.prices import price_of_action
from hobnob.storage import bulk, models

LONGEST_TEXT = 5_000
"""No network takes as much; each says its own limit."""


class CannotAct(HobnobError):
    """It can't be done: with that account, on that network, or about that person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a person wants done. `about` and `post` are rows of ours; the targets follow."""

    kind: ActionKind
    by: models.Account
    about: models.Account | None = None
    post: models.Post | None = None
    text: str = ""
    on_list: str = ""
    undoes: models.OutboxItem | None = None
    target: str = ""
    """Only where neither row says it: a post of mine that nobody has read back yet."""


@transaction.atomic
def keep_draft(draft: Draft, *, form: str, now_us: int) -> models.OutboxItem:
    """Write it down. Nothing is sent.

    `form` names the form it came from: the same one sent twice gives the same item, and so does
    the same follow or like, while it is open. Raises CannotAct.
    """
    bulk.lock_log()
    _refuse_nonsense(draft)
    again = _same_form(form) or _same_state(draft)
    if again is not None:
        return again
    item = models.OutboxItem(
        account=draft.by,
        kind=draft.kind,
        target=_target(draft),
        text=_text(draft),
        on_list=draft.on_list,
        is_private=draft.post.is_private
        if draft.post and draft.kind is ActionKind.REPLY
        else False,
        mode=mode_for(draft.by, draft.kind),
        about=draft.about,
        post=draft.post,
        form=form,
        drafted_us=now_us,
        undoes=draft.undoes,
    )
    note_price(item)
    item.save()
    return item


def note_price(item: models.OutboxItem) -> None:
    """Set what the network takes for it: X for some of what it lets an app do, others nothing."""
    is_paid = item.account.network == Network.X and item.mode == Mode.API
    item.price_microdollars = price_of_action(item.action).microdollars if is_paid else 0


def acting_account(network: Network, *, handle: str = "") -> models.Account:
    """My account there that acts: the connected one, or the one that is meant by its handle.

    Raises CannotAct when there is none, or several and nobody said which.
    """
    mine = models.Account.objects.filter(is_me=True, network=network).order_by("pk")
    if handle:
        mine = mine.filter(handle__iexact=handle.strip().removeprefix("@"))
    live = mine.filter(connection__disconnected_us__isnull=True, connection__isnull=False)
    found = list(live[:2]) or list(mine[:2])
    if not found:
        raise CannotAct(
            f"You have no account on {network.title} here: connect it with "
            f"`hobnob connect {network}`."
        )
    if len(found) > 1:
        names = " or ".join(f"@{each.handle}" for each in found)
        raise CannotAct(f"You have several accounts on {network.title}: say as {names}.")
    return found[0]


def mode_for(account: models.Account, kind: ActionKind) -> Mode:
    """How it is done with an account of mine: through the API only where that is connected.

    Raises CannotAct where the network has no way at all.
    """
    network = Network(account.network)
    connection = models.Connection.objects.filter(
        account=account, disconnected_us__isnull=True
    ).first()
    if connection is None:
        # Nothing is known but the network's own pages, and everybody has those.
        return Mode.MANUAL if kind in _WITHOUT_PAGE else Mode.WEB_INTENT
    mode = Mode(connection.modes.get(NEEDS[kind], Mode.NONE))
    if mode is Mode.NONE:
        raise CannotAct(f"{network.title} has no way to {kind} for an app like hobnob.")
    return mode


_WITHOUT_PAGE = frozenset(
    {
        ActionKind.BLOCK,
        ActionKind.MUTE,
        ActionKind.UNBLOCK,
        ActionKind.UNMUTE,
        ActionKind.LIST_ADD,
        ActionKind.LIST_REMOVE,
    }
)


def opposite(item: models.OutboxItem) -> Draft:
    """What takes an action back that was sent. Raises CannotAct where nothing does."""
    kind = OPPOSITE.get(ActionKind(item.kind))
    if kind is None:
        raise CannotAct("A deleted post cannot be brought back: write it again.")
    if item.state != State.SENT:
        raise CannotAct("It was not sent, so there is nothing to take back.")
    makes_a_post = item.kind in WRITES_TEXT
    return Draft(
        kind=kind,
        by=item.account,
        about=None if makes_a_post else item.about,
        post=None if makes_a_post else item.post,
        target=item.remote_id if makes_a_post else item.target,
        on_list=item.on_list,
        undoes=item,
    )


def _target(draft: Draft) -> str:
    if draft.target or draft.kind is ActionKind.POST:
        return draft.target
    if draft.kind in ABOUT_POSTS:
        return draft.post.native_id if draft.post else ""
    return draft.about.native_id if draft.about else ""


def _text(draft: Draft) -> str:
    return draft.text.replace("\r\n", "\n").strip() if draft.kind in WRITES_TEXT else ""


def _refuse_nonsense(draft: Draft) -> None:
    if draft.kind in WRITES_TEXT and not _text(draft):
        raise CannotAct("There is nothing to send: write something first.")
    if len(draft.text) > LONGEST_TEXT:
        raise CannotAct(f"No network takes more than {LONGEST_TEXT:,} characters: shorten it.")
    if draft.kind is not ActionKind.POST and not _target(draft):
        raise CannotAct("It is not known whom or what that is about over there: sync, and try it.")
    if draft.about is not None and draft.about.is_me and draft.kind not in ABOUT_POSTS:
        raise CannotAct(f"That is you yourself: nobody can {draft.kind} themselves.")
    post = draft.post
    if post is not None and post.is_private and not _is_answerable(draft.kind, post):
        raise CannotAct(
            f"That is a direct message on {Network(post.network).title}: open it there."
        )
    here, there = draft.by.network, (draft.post or draft.about or draft.by).network
    if here != there:
        mine, theirs = Network(here).title, Network(there).title
        raise CannotAct(f"That is on {theirs}, and @{draft.by.handle} is on {mine}.")


def _is_answerable(kind: ActionKind, message: models.Post) -> bool:
    """Whether a direct message is a post that can be answered by one: so it is on Mastodon."""
    return kind is ActionKind.REPLY and message.network == Network.MASTODON


def _same_form(form: str) -> models.OutboxItem | None:
    return models.OutboxItem.objects.filter(form=form).first()


def _same_state(draft: Draft) -> models.OutboxItem | None:
    """The same follow, like or list change where it is still open: to do it twice is to do it."""
    if draft.kind in WRITES_TEXT:
        return None
    return models.OutboxItem.objects.filter(
        account=draft.by,
        kind=draft.kind,
        target=_target(draft),
        on_list=draft.on_list,
        state__in=OPEN,
    ).first()
