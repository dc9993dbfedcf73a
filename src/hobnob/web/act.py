"""Acting on a network: answer, like and repost where one is; follow, mute and block after a look.

Each button says yes to exactly one thing. It is held for half a minute, and `u` calls it back.
"""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from hobnob.domain.action_words import LONGEST_TEXT, what_follows, what_it_does
from hobnob.domain.actions import ActionKind
from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import Mode
from hobnob.domain.people import Network
from hobnob.operations.act import Press, Way, about_account, about_post, say_yes, ways
from hobnob.operations.draft import CannotAct
from hobnob.storage.queries.outbox import OutboxRow, outbox_row
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.person.page import reach_of
from hobnob.storage.queries.posts import PostLine, post_line
from hobnob.web import clock
from hobnob.web.answers import CAN_UNDO, SAID, asked, back, page, said, way_back, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown, web_address
from hobnob.worker import send_soon

LEAVES = "leaves "
"""The sentence is about something on its way, and how many seconds are left follows: `u` calls it
back until then."""

OPENS = "opens "
"""The sentence is about a page over there, whose address follows."""

_LONGEST_NAME = 64
"""Of a form: no page of ours makes a longer one, and no index would take any length."""

_ON_POSTS = {"like": ActionKind.LIKE, "repost": ActionKind.REPOST}
_ON_PEOPLE = {
    "follow": ActionKind.FOLLOW,
    "unfollow": ActionKind.UNFOLLOW,
    "mute": ActionKind.MUTE,
    "block": ActionKind.BLOCK,
}


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, post_id: int) -> HttpResponse:
    """The form under a row, or a page of its own; posted, the yes to exactly what it says."""
    post = post_line(post_id, clock.now_us())
    if post is None:
        raise Http404
    if request.method != "POST":
        return _answer_form(request, post)
    text = said(request, "text")
    try:
        draft = about_post(ActionKind.REPLY, post_id, by=_as_whom(request), text=text)
        item = say_yes(draft, press(request))
    except HobnobError as error:
        if request.headers.get("HX-Request"):
            raise
        return _answer_form(request, post, text=text, sorry=str(error))
    return on_its_way(request, item.pk)


def _answer_form(
    request: HttpRequest, post: PostLine, *, text: str | None = None, sorry: str = ""
) -> HttpResponse:
    found = ways(ActionKind.REPLY, post.network, spoken_to=post.spoken_to)
    context = {
        "post": post,
        "network": Network(post.network).title,
        "network_key": post.network,
        "ways": found,
        "way": found[0] if found else None,
        "can_write": _can_write(post, found),
        "text": _begun(post) if text is None else text,
        "longest": LONGEST_TEXT.get(post.network, 0),
        "follows": what_follows(ActionKind.REPLY, is_private=post.is_private),
        "once": uuid4().hex,
        "back": way_back(request),
        "section": asked(request, "section") or said(request, "section"),
        "up_to": asked(request, "up_to") or said(request, "up_to"),
        "sorry": sorry,
    }
    template = "act/answer.html" if request.headers.get("HX-Request") else "act/answer_page.html"
    return page(request, template, context, status=400 if sorry else 200)


def _can_write(post: PostLine, found: list[Way]) -> bool:
    """Whether what is typed here gets there: sent by hobnob, or filled in on X."""
    if not found:
        return False
    is_filled_in = found[0].mode is Mode.WEB_INTENT and post.network == Network.X
    is_message_elsewhere = post.is_private and post.network != Network.MASTODON
    return (found[0].is_sent_from_here or is_filled_in) and not is_message_elsewhere


def _begun(post: PostLine) -> str:
    """What the answer begins with: on Mastodon, the handle of whom it is to reach."""
    if post.called_back:
        return post.called_back
    return f"@{post.handle} " if post.network == Network.MASTODON and post.handle else ""


@require_POST
def on_post(request: HttpRequest, post_id: int) -> HttpResponse:
    """Like or repost it."""
    kind = next((kind for name, kind in _ON_POSTS.items() if name in request.POST), None)
    post = post_line(post_id, clock.now_us())
    if kind is None or post is None:
        raise Http404
    draft = about_post(kind, post_id, by=_first_way(kind, post))
    # Today's row stays: who is liked still waits for an answer.
    item = say_yes(draft, press(request, deals_with_row=False))
    return on_its_way(request, item.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def on_person(request: HttpRequest, person_id: int, what: str, account_id: int) -> HttpResponse:
    """What exactly would happen on which network; posted, the yes to that."""
    kind = _ON_PEOPLE.get(what)
    line = person_lines([person_id]).get(person_id)
    reach = next((each for each in reach_of(person_id) if each.account_id == account_id), None)
    if kind is None or line is None or reach is None:
        raise Http404
    if request.method == "POST":
        item = say_yes(about_account(kind, account_id, by=_as_whom(request)), press(request))
        return on_its_way(request, item.pk)
    found = ways(kind, reach.network)
    context = {
        "person": line,
        "reach": reach,
        "network": Network(reach.network).title,
        "does": what_it_does(kind, line.name),
        "follows": what_follows(kind),
        "ways": found,
        "way": found[0] if found else None,
        "once": uuid4().hex,
        "back": way_back(request) if "back" in request.GET else reverse("person", args=[person_id]),
    }
    return page(request, "act/person.html", context)


# ── The yes, and what is said about it ───────────────────────────────────────


def press(request: HttpRequest, *, deals_with_row: bool = True) -> Press:
    """The press of the button that posted this form."""
    return Press(
        author=signed_in(request),
        now_us=clock.now_us(),
        form=said(request, "once")[:_LONGEST_NAME] or uuid4().hex,
        section=said(request, "section") if deals_with_row else "",
        up_to_us=whole_number(said(request, "up_to")),
    )


def _as_whom(request: HttpRequest) -> int:
    return whole_number(said(request, "as")) or 0


def _first_way(kind: ActionKind, post: PostLine) -> int:
    """My account that does it. Raises CannotAct where I have none there."""
    found = ways(kind, post.network, spoken_to=post.spoken_to)
    if not found:
        title = Network(post.network).title
        raise CannotAct(f"You have no account on {title} here: connect one under Connections.")
    return found[0].account_id


def on_its_way(request: HttpRequest, item_id: int) -> HttpResponse:
    """Back to where one was, told when it leaves, as whom, and how to call it back."""
    row = outbox_row(item_id, clock.now_us())
    if row is None:
        raise Http404
    sentence, tag = told(row)
    send_soon()
    return back(request, sentence, tag)


def told(row: OutboxRow) -> tuple[str, str]:
    """What is said once something has its yes, and what can be pressed beside it."""
    as_whom = f"@{shown(row.as_handle)}"
    if row.is_by_hand:
        address = web_address(row.url)
        sentence = f"{shown(row.does)} as {as_whom} on {row.network}. {shown(row.said)}"
        return sentence, f"{OPENS}{address}" if address else CAN_UNDO
    if row.left_seconds is None:
        return f"{shown(row.does)} as {as_whom}: that is done already.", SAID
    if row.waits:
        return f"{shown(row.name)}, as {as_whom}: {shown(row.waits)}", CAN_UNDO
    seconds = row.left_seconds
    return f"{shown(row.name)} goes out in {seconds} s as {as_whom}.", f"{LEAVES}{seconds}"
