"""Who is who, worked out from what was said: accounts are numbers here, and so are people."""

from hobnob.domain.identity import Place, Said, who_is_who

MET = {1: 10, 2: 20, 3: 30}
"""Account: the person it was met as."""


def people(*said: Said, at_first: dict[int, int] | None = None) -> dict[int, int]:
    """Whose each account is. Somebody new is number 99."""
    met = MET if at_first is None else at_first

    def somebody(each: Said, taken: set[int]) -> int:
        return 99 if met[each.account] in taken else met[each.account]

    return {account: place.person for account, place in who_is_who(met, said, somebody).items()}


def test_without_a_word_everybody_is_whom_they_were_met_as() -> None:
    assert people() == MET


def test_all_accounts_of_the_first_become_the_seconds() -> None:
    assert people(Said(1, 1, 2), Said(2, 2, 3)) == {1: 30, 2: 30, 3: 30}


def test_what_was_said_of_the_second_still_holds_without_the_first() -> None:
    assert people(Said(2, 2, 3)) == {1: 10, 2: 30, 3: 30}


def test_on_its_own_it_is_who_it_was_while_the_others_stay() -> None:
    assert people(Said(1, 1, 2), Said(2, 3, 2), Said(3, 1, None)) == {1: 10, 2: 20, 3: 20}


def test_where_others_are_by_now_whom_it_was_met_as_it_is_somebody_new() -> None:
    assert people(Said(1, 1, 2), Said(2, 3, 2), Said(3, 2, None)) == {1: 20, 2: 99, 3: 20}


def test_it_can_be_said_again_afterwards() -> None:
    said = (Said(1, 1, 2), Said(2, 1, None), Said(3, 1, 3))
    assert people(*said) == {1: 30, 2: 20, 3: 30}


def test_what_names_somebody_who_is_gone_says_nothing() -> None:
    assert people(Said(1, 1, 0), Said(2, 7, 2), Said(3, 7, None)) == MET


def test_each_place_names_the_decision_that_put_it_there() -> None:
    places = who_is_who(MET, [Said(5, 1, 2), Said(6, 1, 2)], lambda _each, _taken: 99)
    assert places == {1: Place(20, 5), 2: Place(20, None), 3: Place(30, None)}
