"""Something kind: the few of today, more for who likes to go on, what was done and came back."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from hobnob.operations.pictures import NotAPicture, keep_picture
from hobnob.storage.queries.gestures.choice import gestures_to_give
from hobnob.storage.queries.gestures.made import gestures_made
from hobnob.storage.queries.gestures.pictures import (
    LARGEST,
    own_pictures,
    picture_file,
    pictures_folder,
)
from hobnob.web import clock
from hobnob.web.answers import SAID, SORRY, back, page, said
from hobnob.web.signin import signed_in
from hobnob.web.text import shown


@require_safe
def give(request: HttpRequest) -> HttpResponse:
    """The few of today; where it is asked for, a few more of each kind."""
    found = gestures_to_give(signed_in(request), clock.now_us())
    return page(request, "give/page.html", {"give": found, "is_more": "more" in request.GET})


@require_safe
def made(request: HttpRequest) -> HttpResponse:
    """What was done for people, what came back, and what goes down well."""
    return page(request, "give/made.html", {"found": gestures_made(clock.now_us())})


@require_safe
def pictures(request: HttpRequest) -> HttpResponse:
    """My own pictures, by what they show, and where to put more."""
    context = {"topics": own_pictures(), "folder": pictures_folder()}
    return page(request, "give/pictures.html", context)


@require_safe
def picture(request: HttpRequest, topic: str, name: str) -> FileResponse:
    """One of my own pictures."""
    found = picture_file(topic, name)
    if found is None:
        raise Http404
    path, kind = found
    response = FileResponse(path.open("rb"), content_type=kind)
    # A browser shows it as the picture it is and keeps it to itself.
    response["Cache-Control"] = "private, max-age=3600"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_POST
def add_picture(request: HttpRequest) -> HttpResponse:
    """Put a picture into the folder."""
    file = request.FILES.get("file")
    if file is None:
        return back(request, "Choose a picture first.", SORRY)
    try:
        # One byte more than is taken tells that it is too large.
        kept = keep_picture(said(request, "topic"), file.name or "", file.read(LARGEST + 1))
    except NotAPicture as error:
        return back(request, str(error), SORRY)
    return back(request, f"Kept under {shown(kept.topic)}.", SAID)
