"""What an X profile tells besides names."""

from hobnob.networks.x.profiles import FIELDS, read_profile


def test_the_location_is_asked_for_and_read_in_one_line() -> None:
    told = read_profile({"location": " Utrecht,\n NL ", "protected": False})

    assert "location" in FIELDS.split(",")
    assert told is not None
    assert told.location == "Utrecht, NL"


def test_who_says_no_place_has_none() -> None:
    told = read_profile({"protected": False})

    assert told is not None
    assert told.location == ""
