"""The copies of a list on networks: what each shows, and which list could show it."""

from dataclasses import dataclass

from hobnob.storage.models import Connection, Mirror, RemoteList


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A list over there that could show a list here."""

    remote_id: int
    name: str
    where: str
    is_public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorLine:
    """A list over there that shows a list here."""

    id: int
    name: str
    where: str


def mirror_lines(list_key: str) -> list[MirrorLine]:
    """The copies of a list, oldest first."""
    found = Mirror.objects.filter(list__key=list_key)
    return [
        MirrorLine(id=each.pk, name=each.remote.name, where=str(each.remote.connection))
        for each in found.select_related("remote__connection__account")
    ]


def choices(list_key: str) -> list[Choice]:
    """Lists of connected accounts that show nothing yet, at accounts that have no copy of it."""
    has_one = Mirror.objects.filter(list__key=list_key).values("remote__connection")
    connected = Connection.objects.filter(disconnected_us__isnull=True).exclude(pk__in=has_one)
    free = RemoteList.objects.filter(
        connection__in=connected, ended_us__isnull=True, mirror__isnull=True
    )
    return [
        Choice(
            remote_id=each.pk,
            name=each.name,
            where=str(each.connection),
            is_public=each.is_public,
        )
        for each in free.select_related("connection__account").order_by("connection", "name")
    ]
