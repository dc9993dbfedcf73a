"""`hobnob act` and `hobnob outbox`: exactly what is sent is shown, asked about, held, and sent."""

from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import EVERYDAY, HOLD, State
from hobnob.operations.outbox import Sender
from hobnob.operations.record import record
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.operations.outbox.stage import Stage
from tests.people import ANA, BO, CEM, NOW_US, happened
from tests.web.test_outbox import unknown

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path, hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """My account is connected, Ana asks something, and commands have the stage's clock."""
    stage = Stage(tmp_path)
    monkeypatch.setattr("hobnob.cli.clock.now_us", stage.clock)
    monkeypatch.setattr(
        Sender, "for_this_process", lambda clock, *, pace=EVERYDAY: stage.sender(pace=pace)
    )
    return stage


def only() -> models.OutboxItem:
    return models.OutboxItem.objects.get()


def answers_no(monkeypatch: pytest.MonkeyPatch, answer: bool) -> list[str]:
    """Somebody sits at the terminal and gives this answer; what they are asked is noted."""
    asked: list[str] = []

    def confirm(question: str, *, err: bool) -> bool:
        asked.append(question)
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("typer.confirm", confirm)
    return asked


def test_a_reply_shows_exactly_what_would_be_sent_and_waits_for_a_yes(
    hobnob: Run, stage: Stage
) -> None:
    said = hobnob("act", "reply", "ana@tusk.example", "They do.").out
    assert "Answer Ana Núñez  as @robin@tusk.example on Mastodon" in said
    assert "“Do tigers purr?”" in said
    assert "They do." in said
    assert "They are told, and everybody can read it." in " ".join(said.split())
    assert f"waits for your yes: hobnob outbox approve {only().pk}" in said
    assert only().state == State.DRAFT


def test_yes_holds_it_half_a_minute(hobnob: Run, stage: Stage) -> None:
    said = hobnob("act", "reply", "ana@tusk.example", "They do.", "--yes").out
    assert "Your answer to Ana Núñez goes out in 30 s as @robin@tusk.example." in said
    assert f"hobnob outbox cancel {only().pk}" in said
    assert only().state == State.APPROVED
    assert hobnob("outbox", "send").out == "Nothing was due.\n"
    stage.now_us += HOLD
    assert hobnob("outbox", "send").out == "1 action came to an end.\n"
    assert hobnob("outbox", "send", "--json").answer == {"ended": 0}
    assert [each.action.text for each in stage.network.done] == ["They do."]


def test_at_a_terminal_the_yes_is_asked_for(
    hobnob: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers_no(monkeypatch, True)
    hobnob("act", "like", "ana@tusk.example")
    assert asked == ["Yes, exactly this?"]
    assert only().state == State.APPROVED


def test_a_no_at_a_terminal_drops_it(
    hobnob: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers_no(monkeypatch, False)
    said = hobnob("act", "like", "ana@tusk.example").out
    assert "is withdrawn" in said
    assert only().state == State.WITHDRAWN


def test_a_program_gets_all_of_it_and_says_yes_in_a_second_step(hobnob: Run, stage: Stage) -> None:
    answer = hobnob("act", "reply", "ana@tusk.example", "They do.", "--json").answer
    assert answer["state"] == "draft"
    assert (answer["text"], answer["as"], answer["about"]) == (
        "They do.",
        "robin@tusk.example",
        "Do tigers purr?",
    )
    number = str(answer["number"])
    assert hobnob("outbox", "approve", number, "--json").answer["state"] == "draft"
    answer = hobnob("outbox", "approve", number, "--yes", "--json").answer
    assert (answer["state"], answer["leaves_in_seconds"]) == ("approved", 30)


@pytest.mark.parametrize(
    "address", ["https://tusk.example/@ana/12", "at://did:plc:cem/app.bsky.feed.post/3k"]
)
def test_a_post_is_named_by_its_address(hobnob: Run, stage: Stage, address: str) -> None:
    models.Post.objects.update(url=address)
    hobnob("act", "repost", address)
    assert only().kind == ActionKind.REPOST


def test_a_post_has_a_network_and_no_target(hobnob: Run, stage: Stage) -> None:
    hobnob("act", "post", "mastodon", "Good morning, tigers.")
    assert (only().kind, only().text, only().target) == (
        ActionKind.POST,
        "Good morning, tigers.",
        "",
    )


@pytest.mark.parametrize("what", ["follow", "unfollow", "mute", "block"])
def test_what_is_done_to_somebody_names_their_account(hobnob: Run, stage: Stage, what: str) -> None:
    said = hobnob("act", what, "@ana@tusk.example").out
    assert f"{what.title()} Ana Núñez  as @robin@tusk.example on Mastodon" in said
    assert (only().kind, only().target) == (what, ANA.native_id)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("reply", "bo@den.example", "Hm."), "Bo has written you nothing"),
        (("reply", "https://tusk.example/@no/1", "Hm."), "No post is known at"),
        (("reply", "ana@tusk.example", " "), "There is nothing to send"),
        (("like", "nobody"), "Nobody is called “nobody”"),
        (("follow", "cem.example"), "where you have no account"),
        (("post", "myspace", "Hello?"), "is no network to post on"),
        (("post", "x", "Hello?"), "You have no account on X here"),
        (("like", "ana@tusk.example", "--as", "somebody"), "You have no account on Mastodon here"),
    ],
)
def test_what_makes_no_sense_is_refused(
    hobnob: Run, stage: Stage, words: tuple[str, ...], sentence: str
) -> None:
    record(
        [happened(Kind.FOLLOW, BO), happened(Kind.LIKE, CEM, by_me=True, text="Soup.")],
        now_us=NOW_US,
    )
    refused = hobnob("act", *words)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in " ".join(refused.err.split())
    assert not models.OutboxItem.objects.exists()


def test_what_only_a_page_does_prints_its_address_whole(hobnob: Run, stage: Stage) -> None:
    models.Connection.objects.update(modes={"block": str(Mode.MANUAL)})
    said = hobnob("act", "block", "ana@tusk.example", "--yes").out
    assert "is for you to do" in said
    assert only().url
    assert only().url in said
    assert f"hobnob outbox there {only().pk}" in said
    hobnob("outbox", "there", str(only().pk))
    assert only().state == State.SENT


def test_the_outbox_lists_its_three_groups(hobnob: Run, stage: Stage) -> None:
    assert "Nothing is on its way." in hobnob("outbox").out
    stage.draft(ActionKind.REPLY, "Or not?")
    stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    stage.approved(ActionKind.LIKE)
    said = hobnob("outbox").out
    assert said.index("Needs you") < said.index("On its way") < said.index("Sent")
    answer = hobnob("outbox", "--json").answer
    assert {name: [each["kind"] for each in rows] for name, rows in answer.items()} == {
        "needs_you": ["reply"],
        "on_its_way": ["like"],
        "sent": ["follow"],
    }


def test_cancel_calls_it_back(hobnob: Run, stage: Stage) -> None:
    item = stage.approved(ActionKind.LIKE)
    assert "Called back. Nothing was sent." in hobnob("outbox", "cancel", str(item.pk)).out
    assert only().state == State.WITHDRAWN
    refused = hobnob("outbox", "cancel", "999")
    assert refused.code == 2
    assert "There is no number 999" in refused.err


def test_back_does_the_opposite_after_another_yes(hobnob: Run, stage: Stage) -> None:
    item = stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    assert "Unfollow Ana Núñez" in hobnob("outbox", "back", str(item.pk)).out
    assert models.OutboxItem.objects.get(undoes=item).state == State.DRAFT
    hobnob("outbox", "back", str(item.pk), "--yes")
    assert models.OutboxItem.objects.get(undoes=item).state == State.APPROVED


def test_what_nobody_knows_the_end_of_is_settled_by_a_word(
    hobnob: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = str(unknown(stage).pk)
    monkeypatch.setattr(
        "hobnob.operations.outbox.look.open_writer", lambda account, *, clock: stage.network
    )
    assert "It was not found." in hobnob("outbox", "look", number).out
    assert hobnob("outbox", "again", number, "--json").answer["state"] == "draft"
    again = models.OutboxItem.objects.get(state=State.DRAFT)
    assert hobnob("outbox", "drop", str(again.pk), "--json").answer["state"] == "withdrawn"
    assert hobnob("outbox", "there", number).code == 2


def test_send_waits_at_a_terminal_until_nothing_is_held(
    hobnob: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.approved(ActionKind.LIKE)

    def time_passes(seconds: float) -> None:
        stage.now_us += HOLD // 2

    monkeypatch.setattr("hobnob.cli.outbox._wait", time_passes)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "1 action came to an end." in hobnob("outbox", "send").out
    assert only().state == State.SENT
