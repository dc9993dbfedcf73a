from dataclasses import asdict
from pathlib import Path

import pytest

from hobnob.domain.moments import DAY
from hobnob.importers.base import UnreadableFile
from hobnob.operations import import_file as module
from hobnob.operations import read_source
from hobnob.operations.demo.archive import Written, write_archive
from hobnob.operations.import_file import (
    Progress,
    begin_import,
    drop_lost_uploads,
    import_file,
    run_import,
)
from hobnob.operations.rebuild import rebuild
from hobnob.storage import models
from hobnob.storage.queries.sources import unfinished_sources
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(tmp_path: Path) -> tuple[Path, Written]:
    path = tmp_path / "archive.zip"
    return path, write_archive(path, seed=3, tweets=300, likes=200, now_us=NOW_US)


def test_an_archive_goes_in_and_says_what_it_could_not_tell(archive: tuple[Path, Written]) -> None:
    path, written = archive
    imported = import_file(path, now_us=NOW_US)
    assert imported.source == "x_archive"
    assert imported.problems == ()
    assert imported.likes.total == written.likes
    assert 0 < imported.likes.author_known < imported.likes.total
    assert models.Membership.objects.filter(list__key="favorited", is_member=True).exists()
    assert models.Interaction.objects.filter(kind="like", target=None).count() == (
        imported.likes.total - imported.likes.author_known
    )
    assert rebuild().is_same


def test_the_same_archive_again_adds_nothing(archive: tuple[Path, Written]) -> None:
    path, _ = archive
    first = import_file(path, now_us=NOW_US)
    again = import_file(path, now_us=NOW_US + DAY)
    assert again.recorded.interactions_new == 0
    assert again.recorded.people_new == 0
    assert again.recorded.interactions_seen == first.recorded.interactions_new
    assert models.Source.objects.count() == 1


def test_a_killed_import_goes_on_where_it_stopped(
    archive: tuple[Path, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = archive
    monkeypatch.setattr(module, "RECORDS_AT_ONCE", 70)
    source = begin_import(path, now_us=NOW_US)

    class Killed(BaseException):
        """As if the process had died."""

    def kill(progress: Progress) -> None:
        if progress.records_done >= 210:
            raise Killed

    with pytest.raises(Killed):
        run_import(source.pk, now_us=NOW_US, on_progress=kill)
    assert unfinished_sources() == [source.pk]
    kept = models.Interaction.objects.count()
    assert kept > 0
    done: list[int] = []
    resumed = run_import(
        source.pk, now_us=NOW_US, on_progress=lambda p: done.append(p.records_done)
    )
    assert resumed.was_resumed
    assert done[0] > 210
    assert resumed.recorded.interactions_seen == 0
    assert resumed.recorded.interactions_new == models.Interaction.objects.count() > kept
    assert unfinished_sources() == []
    assert rebuild().is_same


def test_a_newer_archive_adds_only_what_is_new(tmp_path: Path) -> None:
    older, newer = tmp_path / "older.zip", tmp_path / "newer.zip"
    write_archive(older, seed=3, tweets=200, likes=100, now_us=NOW_US)
    write_archive(newer, seed=3, tweets=200, likes=100, now_us=NOW_US + 30 * DAY)
    first = import_file(older, now_us=NOW_US)
    second = import_file(newer, now_us=NOW_US + 30 * DAY)
    total = models.Interaction.objects.count()
    assert total == first.recorded.interactions_new + second.recorded.interactions_new
    assert models.Source.objects.count() == 2


def test_an_upload_is_deleted_once_it_is_in(archive: tuple[Path, Written]) -> None:
    path, _ = archive
    source = begin_import(path, now_us=NOW_US, is_upload=True)
    assert path.exists()
    run_import(source.pk, now_us=NOW_US)
    assert not path.exists()


def test_a_file_that_is_no_archive_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "holiday.zip"
    path.write_bytes(b"not a zip")
    with pytest.raises(UnreadableFile) as refused:
        import_file(path, now_us=NOW_US)
    assert "\n" not in str(refused.value)
    assert not models.Source.objects.exists()


def test_an_import_whose_file_is_gone_keeps_the_sentence(archive: tuple[Path, Written]) -> None:
    path, _ = archive
    source = begin_import(path, now_us=NOW_US)
    path.unlink()
    with pytest.raises(UnreadableFile):
        run_import(source.pk, now_us=NOW_US)
    source.refresh_from_db()
    assert source.error
    assert source.finished_us is None


def test_my_own_account_is_mine_and_on_no_list(archive: tuple[Path, Written]) -> None:
    path, _ = archive
    import_file(path, now_us=NOW_US)
    mine = models.Account.objects.get(is_me=True)
    assert not models.Membership.objects.filter(person_id=mine.person_id).exists()


def test_progress_grows_to_the_whole(archive: tuple[Path, Written]) -> None:
    path, _ = archive
    seen: list[Progress] = []
    imported = import_file(path, now_us=NOW_US, on_progress=seen.append)
    total = seen[-1].records_total
    assert total is not None
    assert total <= seen[-1].records_done < 1.1 * total
    assert asdict(seen[-1].recorded) == asdict(imported.recorded)


def test_the_same_upload_twice_while_it_is_read_leaves_no_second_file(
    archive: tuple[Path, Written], tmp_path: Path
) -> None:
    path, _ = archive
    again = tmp_path / "again.zip"
    again.write_bytes(path.read_bytes())
    first = begin_import(path, now_us=NOW_US, is_upload=True)
    assert begin_import(again, now_us=NOW_US, is_upload=True).pk == first.pk
    assert not again.exists()
    run_import(first.pk, now_us=NOW_US)
    assert list(tmp_path.glob("*.zip")) == []


def test_an_upload_that_no_import_will_read_is_dropped(
    archive: tuple[Path, Written], tmp_path: Path
) -> None:
    path, _ = archive
    lost = tmp_path / "lost.zip"
    lost.write_bytes(b"")
    begin_import(path, now_us=NOW_US, is_upload=True)
    drop_lost_uploads(tmp_path)
    assert list(tmp_path.glob("*.zip")) == [path]


def test_a_file_damaged_everywhere_says_that_there_is_more(
    archive: tuple[Path, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_source, "PROBLEMS_KEPT", 3)
    some = [{"file": "like.js", "where": f"record {n}", "reason": "damaged"} for n in range(9)]
    kept = read_source.kept_problems(read_source.kept_problems(some[:5]) + some[5:])
    assert len(kept) == 3
    assert "the rest are not listed" in kept[-1]["reason"]
