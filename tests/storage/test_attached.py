import json

from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.posts import NOTHING_ATTACHED, Attached, Link, Media, MediaKind
from hobnob.storage.attached import EMPTY, dump, load

_TEXT = st.text(max_size=8)
_ATTACHED = st.builds(
    Attached,
    links=st.lists(st.builds(Link, url=_TEXT, title=_TEXT, is_card=st.booleans()), max_size=2).map(
        tuple
    ),
    media=st.lists(st.builds(Media, kind=st.sampled_from(MediaKind), alt=_TEXT), max_size=2).map(
        tuple
    ),
    has_poll=st.booleans(),
    quotes=_TEXT,
    reposts=_TEXT,
    names=st.integers(0, 9),
    labels=st.lists(_TEXT, max_size=2).map(tuple),
)


@given(_ATTACHED)
def test_what_was_written_is_read_again(attached: Attached) -> None:
    assert load(json.loads(dump(attached))) == attached


def test_nothing_takes_no_room() -> None:
    assert dump(NOTHING_ATTACHED) == EMPTY
    assert dump(Attached(names=2)) == '{"names": 2}'
