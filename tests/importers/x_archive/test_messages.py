"""Direct messages and contacts: only when asked for."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Direction, Interaction
from hobnob.domain.people import Network
from hobnob.importers.x_archive import contents
from tests.importers.x_archive.building import interactions, problems, read_files, reasons, tweet


def message(
    native_id: int, sender: int, recipient: int = 0, text: str = "Hello"
) -> dict[str, object]:
    content = {
        "id": str(native_id),
        "senderId": str(sender),
        "text": text,
        "createdAt": "2024-11-09T12:14:18.000Z",
    }
    return {"messageCreate": {**content, "recipientId": str(recipient)} if recipient else content}


def conversation(name: str, *events: dict[str, object]) -> list[dict[str, object]]:
    return [{"dmConversation": {"conversationId": name, "messages": list(events)}}]


PRIVATE = {
    "direct-messages.js": conversation(
        "42-9", message(2, 42, 9), message(1, 9, 42, "Tea &amp; talk?")
    ),
    "contact.js": [{"contact": {"id": "1", "emails": ["Ana@Example.org"], "phoneNumbers": ["1"]}}],
}


def all_of(founds) -> list[Interaction]:
    return [each for found in founds for each in found.interactions]


def test_neither_is_read_unless_asked_for(tmp_path: Path) -> None:
    founds = read_files(tmp_path, PRIVATE)
    assert interactions(founds) == []
    assert {found.place.file for found in founds} == {"data/account.js"}


def test_a_message_each_way_is_an_interaction(tmp_path: Path) -> None:
    founds = read_files(tmp_path, PRIVATE, direct_messages=True)
    sent, received = all_of(founds)
    assert (sent.native_id, sent.direction, sent.target.native_id) == ("2", Direction.FROM_ME, "9")
    assert (received.native_id, received.direction) == ("1", Direction.TOWARDS_ME)
    assert received.actor.native_id == "9"
    assert received.target.handle == "wren_hollis"
    assert received.at_us == 1_731_154_458_000_000


def test_a_message_is_private_and_its_id_cannot_be_a_posts(tmp_path: Path) -> None:
    received = all_of(read_files(tmp_path, PRIVATE, direct_messages=True))[1]
    assert received.post.is_private
    assert received.post.native_id == "dm:1"
    assert received.post.text == "Tea & talk?"


def test_a_message_to_a_group_is_one_for_each_in_it(tmp_path: Path) -> None:
    joined = {
        "joinConversation": {"initiatingUserId": "9", "participantsSnapshot": ["42", "9", "8"]}
    }
    files = {"direct-messages-group.js": conversation("777", message(2, 42), message(1, 8), joined)}
    assert interactions(read_files(tmp_path, files, direct_messages=True)) == [
        ("message", "2>8", "8"),
        ("message", "2>9", "9"),
        ("message", "1", "8"),
    ]


def test_a_message_to_myself_is_no_interaction(tmp_path: Path) -> None:
    files = {"direct-messages.js": conversation("42-42", message(1, 42, 42))}
    assert interactions(read_files(tmp_path, files, direct_messages=True)) == []


def test_a_message_without_a_sender_is_a_problem_and_the_next_is_read(tmp_path: Path) -> None:
    bad: dict[str, object] = {"messageCreate": {"id": "1", "text": "?"}}
    founds = read_files(
        tmp_path,
        {"direct-messages.js": conversation("42-9", bad, message(2, 9, 42))},
        direct_messages=True,
    )
    assert [reason for _, _, reason in reasons(founds)] == [
        "this message has no id or no sender, so it was left out"
    ]
    assert interactions(founds) == [("message", "2", "9")]


def test_a_contact_is_known_by_its_first_address(tmp_path: Path) -> None:
    founds = read_files(tmp_path, PRIVATE, contacts=True)
    (account,) = founds[-1].accounts
    assert account.network is Network.ADDRESS_BOOK
    assert account.native_id == account.handle == "ana@example.org"
    assert founds[-1].interactions == ()


def test_a_contact_without_an_address_is_known_by_the_number(tmp_path: Path) -> None:
    record = {"contact": {"id": "1", "emails": [" "], "phoneNumbers": ["+44 555 0100"]}}
    founds = read_files(tmp_path, {"contact.js": [record]}, contacts=True)
    assert founds[-1].accounts[0].native_id == "+44 555 0100"


def test_a_contact_with_nothing_is_a_problem(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"contact.js": [{"contact": {"id": "1"}}]}, contacts=True)
    assert len(problems(founds)) == 1


def test_a_conversation_may_be_longer_than_any_other_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGEST_RECORD", 200_000)
    monkeypatch.setattr(contents, "LARGEST_CONVERSATION", 900_000)
    text = "x" * 600_000
    talk = conversation("42-9", message(1, 9, 42, text))
    founds = read_files(
        tmp_path, {"tweets.js": [tweet(1, text)], "direct-messages.js": talk}, direct_messages=True
    )
    assert [file for file, _, _ in reasons(founds)] == ["data/tweets.js"]
    assert interactions(founds) == [("message", "1", "9")]
