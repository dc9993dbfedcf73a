"""Bring in an archive: choose a file, watch it being read, see what could not be.

The upload goes to a private folder of the data folder, and is deleted once it is taken in.
"""

import secrets
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.importers.x_archive import Options
from hobnob.operations.import_file import begin_import
from hobnob.storage.queries.sources import source, sources
from hobnob.web import clock
from hobnob.web.answers import page
from hobnob.worker import import_in_background


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Where a file is handed over, and what was brought in so far."""
    if request.method == "POST":
        return _take(request)
    return page(request, "import_file/page.html", {"sources": sources(clock.now_us())})


@require_safe
def progress(request: HttpRequest, source_id: int) -> HttpResponse:
    """How far one import is; a script asks again every second until it is done."""
    found = source(source_id, clock.now_us())
    if found is None:
        raise Http404
    return page(request, "import_file/progress.html", {"source": found})


def _take(request: HttpRequest) -> HttpResponse:
    uploaded = request.FILES.get("archive")
    if uploaded is None:
        raise HobnobError("No file was chosen: choose the .zip that X sent you, then import it.")
    options = Options(
        direct_messages="direct_messages" in request.POST, contacts="contacts" in request.POST
    )
    path = _keep(uploaded)
    try:
        begun = begin_import(path, now_us=clock.now_us(), options=options, is_upload=True)
    except HobnobError as error:
        path.unlink(missing_ok=True)
        # The person knows the file by the name it has on their side.
        said = str(error).replace(str(path), f"“{uploaded.name}”")
        raise HobnobError(said) from error
    import_in_background(begun.pk)
    return redirect("import progress", begun.pk)


def _keep(uploaded: "UploadedFile[bytes]") -> Path:
    """Where the upload now lies, readable by its owner alone."""
    folder = Path(settings.HOME) / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{secrets.token_hex(8)}.zip"
    if isinstance(uploaded, TemporaryUploadedFile):
        # A large upload was streamed into the data folder: moving it there costs nothing.
        Path(uploaded.temporary_file_path()).rename(path)
    else:
        path.write_bytes(uploaded.read())
    path.chmod(0o600)
    return path
