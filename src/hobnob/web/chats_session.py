"""One session of a chat, while it goes on and afterwards: people to follow up, answers to keep."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from hobnob.domain.chats import read_day
from hobnob.operations.curate import Curator
from hobnob.operations.keep_chats import find_chat, keep_answer
from hobnob.storage.queries.chats.log import section_of
from hobnob.storage.queries.chats.session import session_page
from hobnob.storage.queries.people.lines import person_lines
from hobnob.web import clock
from hobnob.web.answers import back, page, said, whole_number
from hobnob.web.signin import signed_in
from hobnob.web.text import shown


@require_safe
def session(request: HttpRequest, key: str, day: str) -> HttpResponse:
    """The people of a session, then what was said. `?live` is the part that looks again itself."""
    wanted = read_day(day)
    if wanted is None:
        raise Http404
    found = session_page(key, wanted, clock.now_us(), with_every_answer="all" in request.GET)
    if found is None:
        raise Http404
    template = "chats/live.html" if "live" in request.GET else "chats/session.html"
    return page(request, template, {"session": found, "here": request.path})


@require_POST
def follow_up(request: HttpRequest, key: str, person_id: int) -> HttpResponse:
    """Somebody is dealt with, up to what the page showed; they come back when they speak again."""
    line = person_lines([person_id]).get(person_id)
    if line is None:
        raise Http404
    curator = Curator(author=signed_in(request), now_us=clock.now_us())
    up_to_us = whole_number(said(request, "up_to"))
    curator.done(person_id, section_of(find_chat(key)), up_to_us=up_to_us)
    return back(request, f"{shown(line.name)}: followed up.")


@require_POST
def keep(request: HttpRequest, key: str, post_id: int) -> HttpResponse:
    """Star an answer: it becomes a note about who gave it."""
    post = keep_answer(find_chat(key), post_id, author=signed_in(request), now_us=clock.now_us())
    who = person_lines([post.author.person_id])[post.author.person_id] if post.author else None
    return back(request, f"Kept as a note about {shown(who.name)}." if who else "Kept.")
