"""Topics: ours and who cares about them, what people love, and what is said of it by hand."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.domain.interests.topics import Axis, read_subject
from hobnob.operations.keep_topics import (
    deny_topic,
    drop_topic,
    edit_topic,
    make_topic,
    say_topic,
)
from hobnob.storage.queries.interests.topics import our_topic, topic_page, topics_page
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.web import clock
from hobnob.web.answers import SAID, back, page, page_number, said
from hobnob.web.signin import signed_in
from hobnob.web.text import shown
from hobnob.worker import find_interests_in_background


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Ours, and what people share."""
    return page(request, "topics/index.html", {"found": topics_page()})


@require_safe
def ours(request: HttpRequest, key: str) -> HttpResponse:
    """One of ours, and who cares about it."""
    return _topic(request, Axis.OURS, key)


@require_safe
def theirs(request: HttpRequest, topic: str) -> HttpResponse:
    """Something that people love, and who does."""
    return _topic(request, Axis.THEIRS, topic)


def _topic(request: HttpRequest, axis: Axis, topic: str) -> HttpResponse:
    found = topic_page(axis, topic, now_us=clock.now_us(), page=page_number(request))
    if found is None:
        raise Http404
    return page(request, "topics/topic.html", {"found": found})


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Make a topic of ours. What will not do is said beside what was typed."""
    if request.method != "POST":
        return page(request, "topics/new.html", {"typed": {}})
    try:
        made = make_topic(said(request, "name"), said(request, "words"), now_us=clock.now_us())
    except HobnobError as error:
        return page(request, "topics/new.html", _again(request, error), status=400)
    find_interests_in_background()
    return _kept(
        request, made.key, f"{shown(made.name)} is a topic. Posts are being looked through."
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Another name or other words for a topic of ours; or the end of it."""
    line = our_topic(key)
    if line is None:
        raise Http404
    if request.method != "POST":
        typed = {"name": line.name, "words": ", ".join(line.words)}
        return page(request, "topics/edit.html", {"topic": line, "typed": typed})
    if "drop" in request.POST:
        drop_topic(key)
        return back(request, f"{shown(line.name)} is no topic any more.", SAID)
    try:
        kept = edit_topic(key, said(request, "name"), said(request, "words"))
    except HobnobError as error:
        context = {"topic": line, **_again(request, error)}
        return page(request, "topics/edit.html", context, status=400)
    find_interests_in_background()
    return _kept(request, key, f"{shown(kept.name)} is kept. Posts are being looked through.")


@require_POST
def say(request: HttpRequest, person_id: int) -> HttpResponse:
    """What somebody cares about, or does not, as it was pressed or typed."""
    person = person_lines([person_id]).get(person_id)
    if person is None:
        raise Http404
    if "no" in request.POST:
        return _deny(request, person)
    axis, topic = _meant(request)
    say_topic(person_id, axis, topic, author=signed_in(request), now_us=clock.now_us())
    verb = "cares about" if axis is Axis.OURS else "loves"
    label = shown(_label(request, axis, topic))
    return back(request, f"{shown(person.name)} {verb} {label}: it is written down.")


def _label(request: HttpRequest, axis: Axis, topic: str) -> str:
    """The topic as a person reads it."""
    line = our_topic(topic) if axis is Axis.OURS else None
    return line.name if line else said(request, "label") or topic


def _deny(request: HttpRequest, person: PersonLine) -> HttpResponse:
    subject = read_subject(said(request, "no"))
    if subject is None:
        raise Http404
    label = said(request, "label") or subject.topic
    deny_topic(
        person.person_id,
        subject.axis,
        subject.topic,
        author=signed_in(request),
        now_us=clock.now_us(),
    )
    sentence = f"“{shown(label)}” is off, and is not said of {shown(person.name)} again."
    return back(request, sentence)


def _meant(request: HttpRequest) -> tuple[Axis, str]:
    """The topic of a button or a field."""
    if "yes" in request.POST:
        if subject := read_subject(said(request, "yes")):
            return subject.axis, subject.topic
        raise Http404
    if "ours" in request.POST:
        return Axis.OURS, said(request, "ours")
    return Axis.THEIRS, said(request, "text")


def _kept(request: HttpRequest, key: str, sentence: str) -> HttpResponse:
    back(request, sentence, SAID)
    return redirect(reverse("our topic", args=[key]))


def _again(request: HttpRequest, error: HobnobError) -> dict[str, Any]:
    """The form as it was sent, and what would not do."""
    typed = {field: said(request, field) for field in ("name", "words")}
    return {"typed": typed, "sentence": str(error)}
