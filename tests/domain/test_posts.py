import pytest

from hobnob.domain.posts import hashtags


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no tag at all", ()),
        ("A1: slowly. #NPtech", ("nptech",)),
        ("#nptech #NPTECH twice", ("nptech",)),
        ("#größe and ＃日本語", ("größe", "日本語")),
        ("we are #1", ()),
        ("#2026goals", ("2026goals",)),
        ("https://tusk.example/page#part", ()),
        ("a&#39;b", ()),
        ("mid#word", ()),
        ("(#tusk_talk)", ("tusk_talk",)),
    ],
)
def test_hashtags_are_words_after_a_hash_and_no_parts_of_links(
    text: str, found: tuple[str, ...]
) -> None:
    assert hashtags(text) == found
