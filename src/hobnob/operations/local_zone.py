"""The time zone of this machine, by its name in the IANA database.

Python knows only how far the clocks here are from UTC; the name stands where POSIX systems keep it:
https://www.freedesktop.org/software/systemd/man/latest/localtime.html
"""

import os
from pathlib import Path

from hobnob.domain.chats import NotAnHour, zone

LOCALTIME = Path("/etc/localtime")
_FOLDER = "zoneinfo/"


def local_zone() -> str:
    """ "Europe/Amsterdam"; "UTC" where nobody can tell."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked()):
        try:
            return zone(name).key
        except NotAnHour:
            continue
    return "UTC"


def _linked() -> str:
    try:
        return str(LOCALTIME.readlink()).partition(_FOLDER)[2]
    except OSError:
        return ""
