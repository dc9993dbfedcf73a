"""The words of a post, as a person reads them."""

import pytest

from hobnob.networks.mastodon.text import plain_text, read_html

_LINK = (
    '<a href="https://ships.example/a/very/long/way"><span class="invisible">https://</span>'
    '<span class="ellipsis">ships.example/a/very</span><span class="invisible">/long/way</span></a>'
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One<br>two<br />three</p>", "One\ntwo\nthree"),
        ("<p>5 &lt; 6 &amp; 7 &gt; 6 &#128024;</p>", "5 < 6 & 7 > 6 🐘"),
        ('<p>Hi <a href="https://t.example/@ana" class="u-url mention">@ana</a></p>', "Hi @ana"),
        ('<a href="https://t.example/tags/x" class="mention hashtag">#<span>x</span></a>', "#x"),
        (f"<p>See {_LINK}!</p>", "See https://ships.example/a/very/long/way!"),
        ('<a href="https://ships.example/x">my ship</a>', "my ship (https://ships.example/x)"),
        ('<a href="https://ships.example/">ships.example</a>', "ships.example"),
        ('<a href="javascript:alert(1)">tea</a>', "tea"),
        ("<ul><li>kettle</li><li>cup</li></ul>", "- kettle\n- cup"),
        ("<blockquote>Said.</blockquote><p>Heard.</p>", "Said.\n\nHeard."),
        ("<p>a  \n  b</p>", "a b"),
        ("no tags at all", "no tags at all"),
        ("<script>alert(1)</script><p>tea</p>", "tea"),
        ("<style>p{}</style>tea<script>alert(1)", "tea"),
        ("<img src=x onerror=alert(1)>tea", "tea"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("<p>never closed <b>tea", "never closed tea"),
        ("</p></a></span>tea", "tea"),
        ("<!-- a comment --><p>tea</p>", "tea"),
        ("", ""),
    ],
)
def test_html_becomes_the_text_that_is_seen(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_what_repeats_a_quote_can_be_left_out() -> None:
    html = '<p class="quote-inline">RE: <a href="https://x.example">x</a><br></p><p>Tea!</p>'
    assert read_html(html, leave_out="quote-inline") == ("Tea!", ())
    assert plain_text(html).startswith("RE: x")


def test_deep_nesting_is_only_deep() -> None:
    assert plain_text("<b>" * 50_000 + "tea") == "tea"


def test_a_post_longer_than_any_server_allows_is_cut() -> None:
    assert len(plain_text("<p>" + "tea " * 1_000_000)) < 200_001


def test_links_are_told_apart_from_names_and_hashtags() -> None:
    html = (
        '<p><a href="https://t.example/@ana" class="u-url mention">@ana</a> on '
        f'<a href="https://t.example/tags/x" rel="tag">#x</a>: {_LINK}, '
        '<a href="https://zoo.example">tigers</a>, <a href="javascript:alert(1)">tea</a></p>'
    )
    assert read_html(html).links == (
        "https://ships.example/a/very/long/way",
        "https://zoo.example",
    )
