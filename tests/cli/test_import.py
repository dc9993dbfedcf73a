"""`hobnob import`: what it says, and that nothing is lost or doubled when it is killed."""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hobnob.operations.demo.archive import Written, write_archive
from tests.cli.conftest import Program, Run
from tests.importers.bluesky_repo import building
from tests.people import NOW_US

Archive = tuple[Path, Written]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    path = tmp_path / "archive.zip"
    return path, write_archive(path, seed=5, tweets=300, likes=200, now_us=NOW_US)


@pytest.mark.django_db
def test_programs_learn_what_went_in_and_what_could_not_be_told(
    archive: Archive, hobnob: Run
) -> None:
    path, written = archive
    answer = hobnob("import", str(path), "--json").answer
    again = hobnob("import", str(path), "--json").answer

    assert answer["source"] == "x_archive"
    assert answer["interactions_new"] > written.likes
    assert answer["people_new"] > 0
    assert answer["problems"] == []
    assert answer["likes"] == {"total": 200, "author_known": written.likes_author_known}
    assert (again["interactions_new"], again["people_new"]) == (0, 0)
    assert again["interactions_seen"] == answer["interactions_new"] + answer["interactions_seen"]


@pytest.mark.django_db
def test_people_learn_it_in_words_with_the_next_step(archive: Archive, hobnob: Run) -> None:
    path, written = archive
    said = hobnob("import", str(path)).out
    again = hobnob("import", str(path)).out

    assert said.startswith("X archive of @robinvale_eg is in.")
    assert f"{written.likes_author_known} of 200 liked posts have a known author." in said
    other = 200 - written.likes_author_known
    assert f"`hobnob liked` shows how to learn the other {other}." in said
    assert said.endswith("Next: hobnob today, or hobnob up for the browser.\n")
    assert "Nothing new: all of its" in again


@pytest.mark.django_db
def test_lists_without_a_name_are_counted_and_not_shown_as_numbers(
    tmp_path: Path, hobnob: Run
) -> None:
    data = tmp_path / "archive" / "data"
    data.mkdir(parents=True)
    owner = {"account": {"accountId": "1", "username": "robin", "accountDisplayName": "Robin"}}
    write_js(data / "account.js", "account", [json.dumps(owner)])
    addresses = [
        "https://twitter.com/robin/lists/1455891123456",
        "https://twitter.com/robin/lists/1455891123457",
        "https://twitter.com/robin/lists/quiet-gardeners",
    ]
    lists = [json.dumps({"userListInfo": {"url": each}}) for each in addresses]
    write_js(data / "lists-created.js", "lists_created", lists)
    said = hobnob("import", str(tmp_path / "archive")).out
    assert "Your lists over there: quiet-gardeners." in said
    assert "You also have 2 lists over there; the file doesn’t tell their names." in said
    assert "1455891123456" not in said


@pytest.mark.django_db
def test_what_could_not_be_read_is_listed_with_its_place(tmp_path: Path, hobnob: Run) -> None:
    data = tmp_path / "archive" / "data"
    data.mkdir(parents=True)
    owner = {"account": {"accountId": "1", "username": "robin", "accountDisplayName": "Robin"}}
    write_js(data / "account.js", "account", [json.dumps(owner)])
    like = json.dumps({"like": {"tweetId": "20", "fullText": "just setting up my pond"}})
    write_js(
        data / "like.js", "like", [like, '{"like": {"tweetId": oops}}', like.replace("20", "21")]
    )
    said = hobnob("import", str(tmp_path / "archive"))
    answer = hobnob("import", str(tmp_path / "archive"), "--json").answer

    assert said.code == 0
    assert "could not be read; everything else is in." in said.out
    assert answer["likes"]["total"] == 2
    assert {"file", "where", "reason"} == answer["problems"][-1].keys()
    assert "like.js" in answer["problems"][-1]["file"]


@pytest.mark.django_db
def test_messages_and_the_address_book_go_in_only_when_asked(archive: Archive, hobnob: Run) -> None:
    path, written = archive
    without = hobnob("import", str(path), "--json").answer
    asked = hobnob("import", str(path), "--direct-messages", "--contacts", "--json").answer

    assert asked["interactions_seen"] >= without["interactions_new"]
    assert asked["interactions_new"] >= written.messages
    assert asked["people_new"] >= written.contacts - 1


@pytest.mark.django_db
def test_several_files_go_in_one_after_the_other(tmp_path: Path, hobnob: Run) -> None:
    follows = tmp_path / "following_accounts.csv"
    follows.write_text("Account address,Show boosts\nana@den.example,true\n<oops>\n")
    lists = tmp_path / "lists.csv"
    lists.write_text("Gardeners,bo@den.example\n")
    me = ("--me", "@robin@tusk.example")
    said = hobnob("import", str(follows), str(lists), *me).out
    answer = hobnob("import", str(follows), str(lists), *me, "--json").answer

    assert "Mastodon export of @robin@tusk.example (follows) is in." in said
    assert "Mastodon export of @robin@tusk.example (lists) is in." in said
    assert "It says nothing of what happened; it brought 1 new person." in said
    assert "Your lists over there: Gardeners." in said
    assert "following_accounts.csv  line 3  left out: “<oops>”" in said
    assert said.count("Next: hobnob today") == 1
    assert [each["source"] for each in answer["imports"]] == ["mastodon_csv", "mastodon_csv"]
    assert answer["imports"][1]["lists"] == ["Gardeners"]


@pytest.mark.django_db
def test_whose_a_file_is_is_asked_for_where_nobody_can_tell(tmp_path: Path, hobnob: Run) -> None:
    follows = tmp_path / "following_accounts.csv"
    follows.write_text("ana@den.example\n")
    ended = hobnob("import", str(follows))

    assert ended.code == 2
    assert "does not say which account of yours it is from" in " ".join(ended.err.split())


@pytest.mark.django_db
def test_a_bluesky_repository_says_what_it_cannot_tell(tmp_path: Path, hobnob: Run) -> None:
    like = {"app.bsky.feed.like/3lbaaaaaaaa2a": building.about(building.post_at(building.ANA))}
    path = building.written(tmp_path, building.repo_of(like))
    said = " ".join(hobnob("import", str(path)).out.split())

    assert said.startswith(f"Bluesky repository of {building.ME} is in.")
    assert "1 of 1 liked posts have a known author." in said
    assert "A repository holds what you did" in said


IMPORT = """
import sys
from pathlib import Path
from hobnob.cli.start import start
start()
from hobnob.operations import import_file as module
module.RECORDS_AT_ONCE = 40
module.import_file(
    Path(sys.argv[1]), now_us=1, on_progress=lambda done: print(done.records_done, flush=True)
)
"""


def import_and_die(program: Program, path: Path, batches: int) -> None:
    """Kills an import somewhere in the batch after so many."""
    started = program.spawn([sys.executable, "-c", IMPORT, str(path)])
    assert started.stdout is not None
    for _ in range(batches):
        assert started.stdout.readline()
    started.kill()
    started.communicate()


def an_x_archive(folder: Path) -> Path:
    path = folder / "archive.zip"
    write_archive(path, seed=5, tweets=300, likes=200, now_us=NOW_US)
    return path


def a_bluesky_repository(folder: Path) -> Path:
    """One that takes longer than three imports that are killed."""
    posts = [building.post_at(building.ANA, f"3p{n}") for n in range(200)]
    likes = {f"app.bsky.feed.like/3l{n:011}": building.about(each) for n, each in enumerate(posts)}
    said = {f"app.bsky.feed.post/3l{n:011}": building.saying(f"post {n}") for n in range(900)}
    return building.written(folder, building.repo_of({**likes, **said}))


@pytest.mark.parametrize("write", [an_x_archive, a_bluesky_repository])
def test_an_import_that_is_killed_goes_on_and_ends_the_same(
    write: Callable[[Path], Path], program: Program, tmp_path: Path
) -> None:
    path = write(tmp_path)
    untouched = Program(tmp_path / "untouched").run("import", str(path), "--json").answer
    moments = random.Random(11)
    for _ in range(3):
        import_and_die(program, path, batches=moments.randint(1, 8))

    assert "Not read to the end" in program.run("doctor").out
    resumed = program.run("import", str(path), "--json").answer
    assert resumed == {**untouched, "was_resumed": True}
    assert program.run("import", str(path), "--json").answer["interactions_new"] == 0
    assert program.run("rebuild", "--json").answer["is_same"]


def test_what_was_killed_goes_on_when_hobnob_is_up(
    archive: Archive, program: Program, wait_until: Callable[[Callable[[], bool]], None]
) -> None:
    path, _ = archive
    import_and_die(program, path, batches=3)
    up = program.start("up", "--port", "0", "--no-open", "--json")

    wait_until(lambda: program.run("doctor", "--json").code == 0)
    up.terminate()
    up.communicate()
    assert up.returncode == 0
    assert program.run("import", str(path), "--json").answer["interactions_new"] == 0


def write_js(path: Path, name: str, records: list[str]) -> None:
    path.write_text(f"window.YTD.{name}.part0 = [ {', '.join(records)} ]", encoding="utf-8")
