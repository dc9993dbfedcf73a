from hobnob.domain.post_parts import Parts, parts


def test_what_hangs_below_the_words_is_told_apart() -> None:
    text = (
        "Which day?\n\n[choice: on Sunday]\n[choice: never]\n\n"
        "[picture: an otter]\n[video without a description]"
    )
    assert parts(text) == Parts(
        words="Which day?",
        media=(("picture", "an otter"), ("video", "")),
        choices=("on Sunday", "never"),
    )


def test_words_in_brackets_stay_words() -> None:
    assert parts("[sighs] A picture: nothing else.").words == "[sighs] A picture: nothing else."


def test_a_link_stands_below_and_not_in_the_words() -> None:
    assert parts("Read this.\n\n[link: Soup https://paper.example/1]").words == "Read this."


def test_a_warning_is_no_part_of_what_it_warns_of() -> None:
    assert parts("food\n\nSoup again.", warning="food").words == "Soup again."
    assert parts("Soup again.", warning="food").words == "Soup again."
