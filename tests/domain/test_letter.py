import re
from dataclasses import replace

from hobnob.domain import results_words as words
from hobnob.domain.letter import NOTHING, board_lines, charts, letter
from hobnob.domain.our_voice import in_our_voice
from hobnob.domain.results import NOTHING_YET, Results, Worth
from tests import letters


def nothing_yet() -> Results:
    found = letters.results()
    return letters.results(
        hours=replace(found.hours, seconds=0, places=(), people=()),
        outcomes=replace(found.outcomes, kinds=()),
        talked=replace(found.talked, people=0, wrote_us=0, we_wrote=0),
        promotions=replace(found.promotions, times=0, people=0, promoters=()),
        ladder=replace(found.ladder, moves=0),
        reach=replace(found.reach, unique=0, order=()),
        steadiness=replace(found.steadiness, weeks=()),
        concentration=replace(found.concentration, curves=()),
    )


def test_hours_stand_first_and_what_came_of_them_against_them() -> None:
    said = {each.what: each.found for each in board_lines(letters.results())}
    assert next(iter(said)) == "Hours"
    assert said == {
        "Hours": "about 13 hours",
        "Shared": "31 times, by 12 people",
        "Promotion": NOTHING,
        "Action": "4 signatures",
        "Defence": NOTHING,
        "Joined": "2 memberships",
        "Gave": "From people you had talked with before: 7 donations, 420 EUR and 25 USD. All "
        "other gifts in your files in that time: 60 donations, 2,500 EUR; you had not talked with "
        "them.",
        "Believers": "6 people, 2 of them new",
        "Reach": "815 people, each counted once",
    }


def test_what_is_for_ourselves_is_no_boards_business() -> None:
    found = letters.results()
    assert found.outcomes.of(Worth.PERSONAL)
    assert "referral" not in " ".join(each.found for each in board_lines(found))


def test_reach_is_never_what_audiences_add_up_to() -> None:
    found = letters.results()
    assert found.reach.added_up == 1_156
    assert "1,156" not in " ".join(each.found for each in board_lines(found))


def test_a_letter_has_three_charts_side_by_side_and_no_more() -> None:
    found = letters.results()
    assert [each.key for each in letter(found).charts] == ["steadiness", "ladder", "reach"]
    assert len(charts(found)) == 6


def test_what_a_sentence_told_is_not_told_again() -> None:
    found = letter(letters.results())
    assert in_our_voice(letters.CLEAR.sentence) in found.sentences[-1]
    assert found.changes == (letters.TOO_LITTLE.sentence,)


def test_too_little_to_tell_about_anything_is_said_once() -> None:
    found = letters.results()
    nothing_told = replace(found.changes, changes=(letters.TOO_LITTLE,))
    assert letter(replace(found, changes=nothing_told)).changes == ()


def test_it_says_how_everything_was_counted_and_what_is_not_known() -> None:
    found = letter(letters.results())
    assert {words.HOURS_COUNTED, words.REACH_COUNTED} <= {each.words for each in found.counted}
    assert found.not_known == tuple(map(in_our_voice, words.NOT_KNOWN))


def test_whoever_reads_it_is_not_spoken_to_as_whoever_wrote_it() -> None:
    found = letter(letters.results())
    said = [
        *(each.found for each in found.lines),
        *(each.words for each in found.counted),
        *(sentence for each in found.charts for sentence in (each.title, each.says)),
        *found.sentences,
        *found.changes,
        *found.not_known,
    ]
    assert not [each for each in said if re.search(r"\byou(rs?)?\b", each, re.IGNORECASE)]
    assert "12 people shared us 31 times: 4 for the first time, 5 in more than one week." in said


def test_the_name_of_a_list_is_nobodys_voice_to_change() -> None:
    first = "About 2 hours, all of it at Friends of you."
    found = replace(letters.results(), summary=(first, "12 people shared you once."))
    assert letter(found).sentences == (first, "12 people shared us once.")


def test_its_head_says_whose_it_is_where_that_is_known() -> None:
    found = letters.results()
    assert letter(found).head == "20 August to 18 November 2026"
    assert letter(replace(found, whose="Fen Foundation")).head == (
        "Fen Foundation, 20 August to 18 November 2026"
    )


def test_its_sentences_name_the_sorts_that_its_table_names() -> None:
    assert "referral" not in " ".join(letter(letters.results()).sentences)


def test_a_chart_that_leaves_some_out_says_how_many() -> None:
    order = letters.reach().order
    found = letters.results(reach=replace(letters.reach(), order=(*order, *order)))
    reach = next(each for each in letter(found).charts if each.key == "reach")
    assert reach.title.endswith("then the others (and 5 more)")


def test_before_anything_happened_it_says_how_to_begin_and_no_more() -> None:
    found = letter(nothing_yet())
    assert found.sentences == (NOTHING_YET,)
    assert (found.charts, found.lines, found.changes, found.counted) == ((), (), (), ())


def test_signs_that_turn_a_line_around_do_not_reach_it() -> None:
    found = replace(letters.results(), summary=("About 2 hours, at \u202eEve\u202c.",))
    assert letter(found).sentences == ("About 2 hours, at Eve.",)
