"""What a person can act on is shown to them as it stands, in the look of every other page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from hobnob.domain.errors import HobnobError
from hobnob.web.answers import SORRY, back, page


class SayWhatHappened:
    """Middleware that turns a HobnobError into its sentence.

    After a change that was refused, the page the person came from says it; otherwise a page of its
    own does.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The sentence, where there is one to say; a bug keeps its traceback."""
        if not isinstance(error, HobnobError):
            return None
        if request.method == "POST" and "back" in request.POST:
            return back(request, str(error), SORRY)
        return page(request, "error.html", {"sentence": str(error)}, status=400)
