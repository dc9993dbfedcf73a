"""The repository that a real server hands out says what the same server says live."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hobnob.operations.import_file import import_file
from hobnob.operations.rebuild import rebuild
from hobnob.storage import models
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.signing_in import now_us
from tests.real_bluesky.test_syncing import Desk, happened

pytestmark = [pytest.mark.bluesky, pytest.mark.django_db]


@pytest.fixture
def desk(bluesky: Network, robin: Somebody) -> Desk:
    return Desk(bluesky, robin)


@pytest.fixture
def _everything(bluesky: Network, robin: Somebody, ana: Somebody, sam: Somebody) -> None:
    """Robin does all there is to do, and the others something to him."""
    robin.introduce("Robin", "keeps otters")
    mine, hers, his = robin.post("Tea?"), ana.post("Baths."), sam.post("Kettles.")
    bluesky.settle()
    ana.reply(mine, "Yes."), sam.like(mine), sam.follow(robin)
    robin.reply(his, "Which?"), robin.post(f"Ask @{ana.handle}", names=[ana])
    robin.quote(hers, "she says"), robin.repost(his), robin.like(his), robin.like(hers)
    robin.follow(ana), robin.make_list("The Watchlist", ana, sam)
    robin.posts(f"and tea number {number}" for number in range(150))
    robin.take_back(robin.follow(sam))


@pytest.fixture
def file(_everything: None, robin: Somebody, tmp_path: Path) -> Path:
    """What the server hands out."""
    path = tmp_path / "repo.car"
    path.write_bytes(robin.client.com.atproto.sync.get_repo({"did": robin.did}))
    return path


def log() -> set[tuple[str, str, int | None]]:
    """What I did, as the log has it."""
    return set(
        models.Interaction.objects.filter(direction="from me").values_list(
            "kind", "native_id", "at_us"
        )
    )


def test_a_file_adds_nothing_to_what_was_read_live(desk: Desk, file: Path) -> None:
    desk.sync()
    before = log()
    imported = import_file(file, now_us=now_us())
    assert imported.problems == ()
    assert (imported.recorded.interactions_new, imported.recorded.people_new) == (0, 0)
    assert imported.recorded.interactions_seen == len(before) == 7
    assert log() == before
    assert rebuild().is_same


def test_read_live_after_a_file_only_what_others_did_is_new(
    desk: Desk, file: Path, robin: Somebody, ana: Somebody, sam: Somebody
) -> None:
    imported = import_file(file, now_us=now_us())
    assert imported.title == "Bluesky repository of Robin"
    assert imported.list_names == ("The Watchlist",)
    assert models.Post.objects.filter(author__native_id=robin.did).count() == 154
    assert {handle for _, _, handle in happened()} == {""}
    before = log()
    assert desk.sync() == 3
    assert log() == before
    assert {handle for _, _, handle in happened()} == {ana.handle, sam.handle}
    assert rebuild().is_same


def test_a_newer_file_adds_what_is_new(
    file: Path, robin: Somebody, meet: Callable[[str], Somebody]
) -> None:
    import_file(file, now_us=now_us())
    robin.follow(meet("bo"))
    file.write_bytes(robin.client.com.atproto.sync.get_repo({"did": robin.did}))
    assert import_file(file, now_us=now_us()).recorded.interactions_new == 1
