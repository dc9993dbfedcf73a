"""Whatever stands in a file, it is read or refused with a sentence."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hobnob.importers.base import UnreadableFile
from hobnob.importers.supporters import open_supporters
from tests.importers.supporters.building import EVERY_SYSTEM, written
from tests.importers.supporters.test_cards import ANA, BO

PIECES = st.one_of(st.binary(max_size=40), st.sampled_from([b'"', b"\n", b",", b";", b"\0", b"@"]))


@pytest.mark.parametrize("name", ["a.csv", "a.vcf"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_damage_brings_it_down(tmp_path: Path, name: str, data: st.DataObject) -> None:
    sound = [ANA + BO] if name == "a.vcf" else list(EVERY_SYSTEM.values())
    content = data.draw(st.sampled_from(sound)).encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(start + 20, len(content))))
        content = content[:start] + data.draw(PIECES) + content[end:]
    try:
        with open_supporters(written(tmp_path, content, name)) as export:
            assert all(reading.supporters or reading.problems for reading in export.read())
    except UnreadableFile:
        return
