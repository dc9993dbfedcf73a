"""The address at which a calendar program reads the hours of chats, without signing in.

It holds a secret, and there is none before somebody asks for it. A new one makes the old address
worthless, and so does switching it off.
"""

import secrets
from hmac import compare_digest
from pathlib import Path

from django.conf import settings
from django.core import signing

from hobnob.operations.secrets.files import SecretFiles

_LABEL = "calendar address"
_SALT = "hobnob.calendar"


def renew_calendar_key() -> str:
    """A new key; the address with the one before leads nowhere any more."""
    _files().write(_LABEL, secrets.token_urlsafe(24))
    return calendar_key()


def drop_calendar_key() -> None:
    """No address leads to the calendar any more."""
    _files().delete(_LABEL)


def calendar_key() -> str:
    """The key that the address holds; "" where nobody asked for one."""
    secret = _files().read(_LABEL)
    return signing.dumps(secret, salt=_SALT) if secret else ""


def opens_calendar(key: str) -> bool:
    """Whether it is the key, signed by us."""
    secret = _files().read(_LABEL)
    try:
        told = signing.loads(key, salt=_SALT)
    except signing.BadSignature:
        return False
    return bool(secret) and compare_digest(str(told).encode(), str(secret).encode())


def _files() -> SecretFiles:
    return SecretFiles(Path(settings.HOME))
