"""A form that is pressed twice does once what it does."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest

from hobnob.web.answers import said

_REMEMBERED = 24 * 60 * 60
"""Seconds: nobody comes back to a form later than that and means the same press."""


@contextmanager
def pressed_once(request: HttpRequest) -> Iterator[bool]:
    """Whether this is the first press of the form, by the name that it has in `once`.

    A press that would not do is none. A form without a name is always pressed for the first time.
    """
    name = said(request, "once")
    # A form may say anything, and a key of a cache may not be anything.
    key = f"pressed:{request.user.pk}:{sha256(name.encode()).hexdigest()}"
    is_first = not name or cache.add(key, value=True, timeout=_REMEMBERED)
    try:
        yield is_first
    except BaseException:
        if name and is_first:
            cache.delete(key)
        raise
