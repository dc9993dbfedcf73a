"""The CSV files that a real server hands out name whom the same server names live."""

from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.networks import Reach, Stream
from hobnob.domain.people import Network
from hobnob.importers.base import Options
from hobnob.operations import connect
from hobnob.operations.import_file import import_file
from hobnob.operations.sync import How, sync
from hobnob.storage import models
from tests.people import NOW_US
from tests.snac import servers
from tests.snac.conftest import Two
from tests.snac.people import eventually, patiently

pytestmark = [pytest.mark.snac, pytest.mark.django_db]


@pytest.fixture
def folder(two: Two) -> Path:
    """What Robin's server hands out, once it knows that Robin follows Ana."""
    ana = two.robin.knows(two.ana)
    two.robin.do(ActionKind.FOLLOW, ana.native_id)

    def is_followed() -> bool | None:
        [page] = two.robin.adapter().pull(Stream.FOLLOWING, reach=Reach.BACKFILL)
        return bool(page.interactions) or None

    assert eventually(is_followed)
    mine = two.robin.server.folder
    servers._snac(mine, "export_csv", "robin", typed="")
    return mine / "user" / "robin" / "export"


def synced(two: Two) -> None:
    wish = connect.Wish(network=Network.MASTODON, place=two.robin.server.host)
    token = {"token": two.robin.secret["token"]}
    made = patiently(lambda: connect.connect_by_hand(wish, token, clock=lambda: NOW_US))
    sync(made.pk, clock=lambda: NOW_US, how=How(is_thorough=True))


def test_whom_i_follow_is_the_same_person_in_a_file_and_live(two: Two, folder: Path) -> None:
    me = Options(me=f"@{two.robin.handle}")
    first = import_file(folder, now_us=NOW_US, options=me)
    assert first.problems == ()
    by_handle = models.Account.objects.get(is_me=False)
    assert by_handle.native_id == f"@{two.ana.handle}"
    synced(two)
    by_id = models.Account.objects.exclude(pk=by_handle.pk).get(handle=two.ana.handle)
    by_handle.refresh_from_db()
    assert by_handle.person_id == by_id.person_id
    assert import_file(folder, now_us=NOW_US, options=me).recorded.interactions_new == 0


def test_what_was_read_live_a_file_does_not_add(two: Two, folder: Path) -> None:
    synced(two)
    before = models.Interaction.objects.count()
    import_file(folder, now_us=NOW_US)
    assert models.Interaction.objects.count() == before
