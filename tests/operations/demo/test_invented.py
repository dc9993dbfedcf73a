import re

import pytest

from hobnob.operations.demo import ids
from hobnob.operations.demo.phrases import LANGUAGES
from hobnob.operations.demo.sections import read_sections
from hobnob.operations.demo.strangers import NEVER_MET, Crowd, x_handle


def test_strangers_have_handles_and_ids_of_their_own() -> None:
    crowd = Crowd()
    people = [crowd.person(number) for number in range(12_000)]
    assert len({person.handle.lower() for person in people}) == len(people)
    assert len({person.native_id for person in people}) == len(people)
    assert all(re.fullmatch(r"\w{1,12}_eg", person.handle) for person in people)


def test_ids_on_x_are_from_the_range_that_x_never_gave_out() -> None:
    crowd = Crowd()
    for number in (0, 1, 5_000, NEVER_MET, NEVER_MET + 10**8 + 1):
        assert 10**10 <= int(crowd.person(number).native_id) < 6 * 10**17


def test_the_cast_comes_first_and_no_stranger_has_one_of_their_handles() -> None:
    somebody = Crowd().person(5)
    crowd = Crowd([somebody])
    assert crowd.person(0) == somebody
    assert crowd.number(somebody) == 0
    assert crowd.person(5).handle != somebody.handle


def test_handles_are_plain_and_short() -> None:
    assert x_handle("Noémi", "Várady-Szentgyörgyi") == "NoemiVaradyS_eg"


def test_record_keys_sort_by_time() -> None:
    keys = [ids.record_key(at_us, 7) for at_us in range(10**15, 10**15 + 10**9, 10**8)]
    assert keys == sorted(keys)
    assert all(re.fullmatch(r"[2-7a-z]{13}", key) for key in keys)


def test_dids_are_24_letters_and_the_same_each_time() -> None:
    assert re.fullmatch(r"did:plc:[a-z2-7]{24}", ids.did("ana"))
    assert ids.did("ana") == ids.did("ana") != ids.did("mei")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_a_sentence_needs_is_there_in_every_language(language: str) -> None:
    sections = read_sections(f"phrases/{language}.txt")
    needed = {"reply", "question", "story", "photo", "link", "quote", "chat", "others", "long"}
    for lines in sections.values():
        needed |= {part for line in lines for part in re.findall(r"\{(\w+)\}", line)}
    assert needed <= sections.keys()
