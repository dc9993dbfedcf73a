"""What holds for every kind of file: it goes in once, goes on after a kill, says whose it is."""

import os
from pathlib import Path

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network
from hobnob.importers.base import Options, UnreadableFile
from hobnob.operations import import_file as module
from hobnob.operations.claim_account import claim_account
from hobnob.operations.demo.archive import write_archive
from hobnob.operations.formats import FORMATS
from hobnob.operations.import_file import (
    Progress,
    WhoseIsIt,
    begin_import,
    import_file,
    run_import,
)
from hobnob.operations.rebuild import rebuild
from hobnob.storage import models
from hobnob.storage.queries.people.lines import person_lines
from hobnob.storage.queries.sources import unfinished_sources
from tests.importers.bluesky_repo import building as bluesky
from tests.importers.mastodon_csv import building as mastodon
from tests.people import ME, NOW_US

pytestmark = pytest.mark.django_db


def x_archive(folder: Path) -> Path:
    path = folder / "archive.zip"
    write_archive(path, seed=3, tweets=60, likes=40, now_us=NOW_US)
    return path


def bluesky_repo(folder: Path) -> Path:
    records = {
        "app.bsky.actor.profile/self": {"displayName": "Robin Vale"},
        **{
            f"app.bsky.feed.like/3l{n:011}": bluesky.about(bluesky.post_at(bluesky.ANA, f"3p{n}"))
            for n in range(60)
        },
        **{f"app.bsky.feed.post/3l{n:011}": bluesky.saying(f"post {n}") for n in range(60)},
        "app.bsky.graph.follow/3la": {"subject": bluesky.BO, "createdAt": bluesky.MADE_AT},
    }
    return bluesky.written(folder, bluesky.repo_of(records))


def mastodon_csv(folder: Path) -> Path:
    follows = "".join(f"friend{n}@den.example\n" for n in range(90))
    files = {"following_accounts.csv": follows, "blocked_accounts.csv": mastodon.BLOCKS}
    return mastodon.folder_of(folder, files)


SAMPLES = [x_archive, bluesky_repo, mastodon_csv]
OPTIONS = Options(me="@robin@tusk.example")


@pytest.fixture(params=SAMPLES, ids=[each.__name__ for each in SAMPLES])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path: Path = request.param(tmp_path)
    return path


def test_every_kind_of_file_is_tried_here() -> None:
    assert {each.__name__ for each in SAMPLES} == {each.kind for each in FORMATS}


def test_it_goes_in_and_again_adds_nothing(file: Path) -> None:
    first = import_file(file, now_us=NOW_US, options=OPTIONS)
    again = import_file(file, now_us=NOW_US + DAY, options=OPTIONS)
    assert first.recorded.interactions_new > 0
    assert (again.recorded.interactions_new, again.recorded.people_new) == (0, 0)
    assert again.recorded.interactions_seen == first.recorded.interactions_new
    assert models.Source.objects.count() == 1
    assert first.cannot_tell
    assert rebuild().is_same


def test_killed_in_the_middle_it_goes_on_and_ends_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RECORDS_AT_ONCE", 20)
    source = begin_import(file, now_us=NOW_US, options=OPTIONS)

    class Killed(BaseException):
        """As if the process had died."""

    def kill(progress: Progress) -> None:
        if progress.records_done >= 60:
            raise Killed

    with pytest.raises(Killed):
        run_import(source.pk, now_us=NOW_US, on_progress=kill)
    assert unfinished_sources() == [source.pk]
    kept = models.Interaction.objects.count()
    resumed = run_import(source.pk, now_us=NOW_US)
    assert resumed.was_resumed
    assert resumed.recorded.interactions_seen == 0
    assert resumed.recorded.interactions_new == models.Interaction.objects.count() > kept > 0
    again = import_file(file, now_us=NOW_US, options=OPTIONS)
    assert again.recorded.interactions_seen == resumed.recorded.interactions_new
    assert rebuild().is_same


def test_whose_it_is_is_me_and_on_no_list(file: Path) -> None:
    import_file(file, now_us=NOW_US, options=OPTIONS)
    mine = models.Account.objects.get(is_me=True)
    assert (
        models.Interaction.objects.exclude(actor=mine).exclude(direction="towards me").count() == 0
    )
    assert not models.Membership.objects.filter(person_id=mine.person_id).exists()


def test_what_changed_while_it_was_read_is_imported_anew(file: Path, tmp_path: Path) -> None:
    source = begin_import(file, now_us=NOW_US, options=OPTIONS)
    models.Source.objects.filter(pk=source.pk).update(fingerprint="another")
    with pytest.raises(Exception, match="no longer the file that this import began with"):
        run_import(source.pk, now_us=NOW_US)


@pytest.mark.parametrize("name", ["notes.txt", "holiday.csv", "a folder"])
def test_what_is_none_of_them_is_refused_with_what_can_be_imported(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if "." in name:
        path.write_text("sun, sea\n")
    else:
        path.mkdir()
    with pytest.raises(UnreadableFile) as refused:
        import_file(path, now_us=NOW_US)
    said = str(refused.value)
    assert said.startswith(f"{path} is nothing that hobnob can read. It takes ")
    for named in ("archive from X", "following_accounts.csv", ".car", "table of people"):
        assert named in said
    assert not models.Source.objects.exists()


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no file at"):
        import_file(tmp_path / "gone.csv", now_us=NOW_US)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(UnreadableFile, match="neither a file nor a folder"):
        import_file(tmp_path / "pipe.csv", now_us=NOW_US)


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="rename it"):
        import_file(tmp_path / "\udcff.csv", now_us=NOW_US)


# ── Files that do not say whose they are ─────────────────────────────────────


def test_it_has_to_be_said_once_nobody_can_tell(tmp_path: Path) -> None:
    with pytest.raises(WhoseIsIt) as asked:
        import_file(mastodon_csv(tmp_path), now_us=NOW_US)
    assert "--me @robin@tusk.example" in str(asked.value)
    assert "\n" not in str(asked.value)
    assert not models.Source.objects.exists()


def test_the_only_account_of_mine_there_is_meant(tmp_path: Path) -> None:
    claim_account(ME, now_us=NOW_US, seen_us=NOW_US)
    import_file(mastodon_csv(tmp_path), now_us=NOW_US)
    assert models.Account.objects.filter(is_me=True).count() == 1
    follow = models.Interaction.objects.filter(kind=Kind.FOLLOW).first()
    assert follow is not None
    assert follow.native_id.startswith(f"{ME.native_id}>@friend")


def test_of_two_accounts_it_has_to_be_said_which(tmp_path: Path) -> None:
    claim_account(ME, now_us=NOW_US, seen_us=NOW_US)
    other = Account(
        network=Network.MASTODON, native_id="7@herd.example", handle="robin@herd.example"
    )
    claim_account(other, now_us=NOW_US, seen_us=NOW_US)
    with pytest.raises(WhoseIsIt, match=r"You have @robin@herd\.example and @robin@tusk\.example"):
        import_file(mastodon_csv(tmp_path), now_us=NOW_US)


# ── What only one of them says ───────────────────────────────────────────────


def test_a_bluesky_repository_alone_fills_the_list_of_those_i_liked(tmp_path: Path) -> None:
    imported = import_file(bluesky_repo(tmp_path), now_us=NOW_US)
    assert (imported.likes.total, imported.likes.author_known) == (60, 60)
    ana = models.Account.objects.get(native_id=bluesky.ANA)
    assert models.Membership.objects.filter(
        person=ana.person_id, list__key="favorited", is_member=True
    ).exists()


def test_somebody_without_a_name_is_shown_by_their_id(tmp_path: Path) -> None:
    import_file(bluesky_repo(tmp_path), now_us=NOW_US)
    ana = models.Account.objects.get(native_id=bluesky.ANA)
    assert bluesky.ANA in person_lines([ana.person_id])[ana.person_id].name
