"""The one-time link that opens hobnob in a browser, even on this machine's own address.

Any program here can reach localhost, so an address alone must not open anybody's address book.
A link holds a signed nonce; the nonce is a private file, and whoever removes it first is in.
"""

import secrets
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import MINUTE
from hobnob.operations.local_user import local_user

VALID_FOR = 10 * MINUTE

_SALT = "hobnob.operations.signin"


class LinkSpent(HobnobError):
    """The link was used before, is too old, or was never ours."""


def make_link(base_url: str, *, now_us: int) -> str:
    """An address under `base_url` that signs the local user in once, within ten minutes."""
    folder = _folder()
    _forget_old(folder, now_us)
    nonce = secrets.token_hex(16)
    (folder / nonce).write_text(str(now_us), encoding="ascii")
    token = signing.Signer(salt=_SALT).sign(nonce)
    return f"{base_url.rstrip('/')}{reverse('signin')}?{urlencode({'token': token})}"


def redeem(token: str, *, now_us: int) -> User:
    """The user whom the token signs in. Raises LinkSpent; a token is good for one call."""
    try:
        ticket = _folder() / signing.Signer(salt=_SALT).unsign(token)
        made_us = int(ticket.read_text(encoding="ascii"))
        # Of two that arrive together one removes the file, and the other is told it is gone.
        ticket.unlink()
    except (signing.BadSignature, FileNotFoundError, ValueError) as error:
        raise _spent() from error
    if now_us - made_us > VALID_FOR:
        raise _spent()
    return local_user()


def opens_hobnob(session_key: str) -> bool:
    """Whether somebody is signed in with the session of this key, as its cookie says it."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key or None)
    return get_user(request).is_authenticated


def _spent() -> LinkSpent:
    return LinkSpent(
        "This sign-in link was used already or is older than ten minutes: "
        "run `hobnob signin` for a new one."
    )


def _folder() -> Path:
    folder = Path(settings.HOME) / "signin"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _forget_old(folder: Path, now_us: int) -> None:
    for ticket in folder.iterdir():
        try:
            if now_us - int(ticket.read_text(encoding="ascii")) > VALID_FOR:
                ticket.unlink()
        except (FileNotFoundError, ValueError):
            continue
