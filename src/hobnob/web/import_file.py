"""Bring in files: choose them, watch one being read, see what could not be.

An upload goes to a private folder of the data folder, and is deleted once it is taken in.
"""

import re
import secrets
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from hobnob.domain.errors import HobnobError
from hobnob.domain.supporters_tally import Tally
from hobnob.importers.base import Options
from hobnob.operations.formats import FORMATS, format_called, is_of_supporters
from hobnob.operations.import_file import begin_import
from hobnob.operations.supporters.columns_said import has_open_questions, let_wait
from hobnob.storage.queries.sources import source, sources
from hobnob.web import clock
from hobnob.web.answers import page
from hobnob.worker import import_in_background

_ODD = re.compile(r"[^A-Za-z0-9_ .()-]")
_LONGEST_NAME = 100


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Where a file is handed over, and what was brought in so far."""
    if request.method == "POST":
        return _take(request)
    formats = [each.handed_over for each in FORMATS]
    shown = {"sources": sources(clock.now_us()), "formats": formats}
    return page(request, "import_file/page.html", shown)


@require_safe
def progress(request: HttpRequest, source_id: int) -> HttpResponse:
    """How far one import is; a script asks again every second until it is done."""
    found = source(source_id, clock.now_us())
    if found is None:
        raise Http404
    if found.waits:
        return redirect("import columns", source_id)
    form = format_called(found.kind)
    told = found.counts.get("supporters")
    shown = {
        "source": found,
        "cannot_tell": form.cannot_tell if form else "",
        "tally": Tally.from_json(told).in_words() if told else (),
    }
    return page(request, "import_file/progress.html", shown)


def _take(request: HttpRequest) -> HttpResponse:
    """Begin with each file; those that cannot be read keep no other from going in."""
    handed_over = request.FILES.getlist("archive")
    if not handed_over:
        raise HobnobError("No file was chosen: choose what a network gave you, then import it.")
    options = Options(
        direct_messages="direct_messages" in request.POST,
        contacts="contacts" in request.POST,
        me=request.POST.get("me", "").strip(),
    )
    pages, refusals = [], []
    for uploaded in handed_over:
        try:
            pages.append(_begin(uploaded, options, looks_first="look" in request.POST))
        except HobnobError as error:
            refusals.append(str(error))
    if refusals:
        raise HobnobError(" ".join(refusals))
    return redirect("import") if len(pages) > 1 else pages[0]


def _begin(
    uploaded: "UploadedFile[bytes]", options: Options, *, looks_first: bool
) -> HttpResponseRedirect:
    """Begin with a file. Leads to its progress, or to its columns where something is open."""
    path = _keep(uploaded)
    now_us = clock.now_us()
    try:
        if is_of_supporters(path) and (looks_first or has_open_questions(path)):
            waiting = let_wait(path, name=uploaded.name or path.name, now_us=now_us)
            return redirect("import columns", waiting)
        begun = begin_import(path, now_us=now_us, options=options, is_upload=True).pk
    except HobnobError as error:
        path.unlink(missing_ok=True)
        path.parent.rmdir()
        # The person knows the file by the name it has on their side.
        said = str(error).replace(str(path), f"“{uploaded.name}”")
        raise HobnobError(said) from error
    import_in_background(begun)
    return redirect("import progress", begun)


def _keep(uploaded: "UploadedFile[bytes]") -> Path:
    """Where the upload now lies, readable by its owner alone, under the name it came with.

    Some files are known by their names.
    """
    folder = Path(settings.HOME) / "uploads" / secrets.token_hex(8)
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700)
    path = folder / _safe_name(uploaded.name or "")
    if isinstance(uploaded, TemporaryUploadedFile):
        # A large upload was streamed into the data folder: moving it there costs nothing.
        Path(uploaded.temporary_file_path()).rename(path)
    else:
        path.write_bytes(uploaded.read())
    path.chmod(0o600)
    return path


def _safe_name(name: str) -> str:
    """A name that any file system takes, and that leads nowhere else."""
    return _ODD.sub("_", name)[-_LONGEST_NAME:].strip(" .") or "upload"
