from hobnob.domain.gestures.choose import the_few
from hobnob.domain.gestures.gesture import Gesture, Urgency


def one(
    person: int,
    kind: str = "long_lost",
    *,
    urgency: Urgency = Urgency.ANY_DAY,
    evidence: int = 1,
    key: str = "",
) -> Gesture:
    return Gesture(
        kind=kind,
        person_id=person,
        key=key or f"{kind}:{person}",
        because="because",
        urgency=urgency,
        evidence=evidence,
    )


def birthday(person: int) -> Gesture:
    return one(person, "birthday", urgency=Urgency.TODAY, key="birthday:2026")


def chosen(*offered: Gesture, **rest: object) -> list[tuple[int, str]]:
    few = the_few(offered, **{"closeness": {}, "lately": (), **rest})  # type: ignore[arg-type]
    return [(each.person_id, each.kind) for each in few]


def test_two_a_day_are_enough() -> None:
    found = chosen(one(1), one(2, "welcome"), one(3, "introduce"))
    assert len(found) == 2


def test_what_cannot_wait_comes_first() -> None:
    found = chosen(one(1, evidence=2), birthday(2), one(3, "welcome", urgency=Urgency.SOON))
    assert found == [(2, "birthday"), (3, "welcome")]


def test_among_equals_what_is_better_shown_and_then_who_is_nearer() -> None:
    found = chosen(
        one(1), one(2, "introduce", evidence=2), one(3, "send_picture"), closeness={3: 0.9, 1: 0.1}
    )
    assert found == [(2, "introduce"), (3, "send_picture")]


def test_no_kind_comes_twice_but_birthdays() -> None:
    assert chosen(one(1), one(2)) == [(1, "long_lost")]
    assert chosen(birthday(1), birthday(2)) == [(1, "birthday"), (2, "birthday")]


def test_nobody_comes_twice() -> None:
    assert chosen(one(1), one(1, "welcome")) == [(1, "long_lost")]


def test_who_got_something_lately_waits_unless_it_is_their_birthday() -> None:
    assert chosen(one(1), lately={1}) == []
    assert chosen(birthday(1), lately={1}) == [(1, "birthday")]


def test_thanks_stand_elsewhere_on_the_day() -> None:
    assert chosen(one(1, "thank_repost", urgency=Urgency.SOON)) == []
