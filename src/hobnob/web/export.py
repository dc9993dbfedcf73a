"""Export: people out again, in a file that somebody else's program reads."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from hobnob.domain.people_filters import PeopleFilters, read_filters
from hobnob.operations.export.export_people import export_pieces
from hobnob.operations.export.kinds import KINDS, NoSuchKind, kind_of
from hobnob.storage.queries.finding.people_list import people_choices
from hobnob.storage.queries.finding.views import saved_views
from hobnob.storage.queries.lists.members import every_list
from hobnob.storage.queries.people.tags import every_tag
from hobnob.web import clock
from hobnob.web.answers import asked, page
from hobnob.web.people_list import in_words
from hobnob.web.signin import signed_in


@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """Whom to take along, and each kind of file with what it holds and leaves out."""
    filters = _filters(request)
    tag = filters.tags[0] if len(filters.tags) == 1 else ""
    kept = PeopleFilters() if asked(request, "view") else filters.but(on_list="")
    if tag:
        kept = kept.but(tags=())
    context: dict[str, Any] = {
        "kinds": KINDS,
        "filters": filters,
        "tag": tag,
        "kept": kept,
        "narrowed": list(in_words(kept, people_choices())),
        "view": asked(request, "view"),
        "views": saved_views(signed_in(request).pk),
        "lists": every_list(),
        "tags": every_tag(),
    }
    return page(request, "export/page.html", context)


@require_safe
def file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The file, as it is written."""
    try:
        kind = kind_of(f".{ending}")
    except NoSuchKind as error:
        raise Http404 from error
    return StreamingHttpResponse(
        export_pieces(kind, _filters(request), now_us=clock.now_us()),
        content_type=kind.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{kind.file_name}"',
            "Cache-Control": "private, no-store",
        },
    )


def _filters(request: HttpRequest) -> PeopleFilters:
    """Those of a saved view, or those that the address names as the page of people does."""
    wanted = asked(request, "view")
    views = saved_views(signed_in(request).pk) if wanted else []
    view = next((each for each in views if each.name == wanted), None)
    named = read_filters(dict(request.GET.lists()))
    if view is None:
        return named
    return view.filters.but(
        on_list=named.on_list or view.filters.on_list,
        tags=tuple(dict.fromkeys((*view.filters.tags, *named.tags))),
    )
