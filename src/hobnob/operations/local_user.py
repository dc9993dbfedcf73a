"""The person at this machine: the author of every decision made here."""

import getpass

from django.conf import settings
from django.contrib.auth.models import User


def local_user() -> User:
    """The user named by HOBNOB_USER, else as the operating system does, made on first use.

    It has no password: the one-time link signs them in.
    """
    user, is_new = User.objects.get_or_create(username=settings.LOCAL_USER or _login_name())
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A container may run under a number that has no name; Python 3.13 says so with OSError.
        return "me"
