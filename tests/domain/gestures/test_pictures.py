from hobnob.domain.gestures.pictures import Picture, content_type, free_pictures


def test_a_file_name_says_what_it_shows() -> None:
    assert Picture(topic="tigers", name="cub_asleep-2.jpg").alt == "cub asleep 2"
    assert Picture(topic="tigers", name="--.jpg").alt == "tigers"


def test_free_ones_are_looked_for_without_the_hash_of_a_hashtag() -> None:
    assert [each.url for each in free_pictures("#Big Cats & co")] == [
        "https://openverse.org/search/image?q=Big+Cats+%26+co",
        "https://commons.wikimedia.org/w/index.php?search=Big+Cats+%26+co"
        "&title=Special%3AMediaSearch&type=image",
    ]


def test_what_its_first_bytes_do_not_confirm_is_no_picture() -> None:
    assert content_type("cub.GIF", b"GIF89a") == "image/gif"
    assert content_type("cub.jpg", b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert content_type("cub.gif", b"<script>") == ""
    assert content_type("cub.svg", b"<svg") == ""
    assert content_type("cub", b"GIF89a") == ""
