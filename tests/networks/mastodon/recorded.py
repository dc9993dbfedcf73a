"""What real servers said: the exchanges that Mastodon.py's own tests replay, out of its sources.

They are in its source distribution only (MIT licence, https://github.com/halcy/Mastodon.py), which
is fetched once, by the version and hash that requirements.txt names, and kept beside the packages.
"""

import importlib.metadata
import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_REQUIREMENTS = Path(__file__).parents[3] / "requirements.txt"
_PINNED = re.compile(r"^mastodon-py==(\S+) \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def sources() -> Path:
    """The source distribution of the Mastodon.py that is installed; fetched if need be."""
    version = importlib.metadata.version("Mastodon.py")
    cache = Path(sys.prefix) / "cache"
    kept = cache / f"mastodon_py-{version}.tar.gz"
    if not kept.exists():
        cache.mkdir(exist_ok=True)
        _fetch(version, cache)
    return kept


def _fetch(version: str, cache: Path) -> None:
    pinned = _PINNED.search(_REQUIREMENTS.read_text("utf-8"))
    assert pinned is not None
    assert pinned[1] == version, f"installed is {version}, pinned {pinned[1]}"
    wanted = cache / "mastodon-py.txt"
    wanted.write_text(pinned[0], "utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-binary", "mastodon-py", "--require-hashes"),
            *("--requirement", wanted, "--dest", cache),
        ],
        check=True,
        timeout=300,
    )


def answers() -> Iterator[Any]:
    """Each recorded answer that is JSON."""
    with tarfile.open(sources()) as archive:
        for member in archive:
            if "/tests/cassettes" in member.name and member.name.endswith(".yaml"):
                file = archive.extractfile(member)
                assert file is not None
                yield from _answers(file.read())


def _answers(cassette: bytes) -> Iterator[Any]:
    for exchange in yaml.load(cassette, Loader=_LOADER).get("interactions", ()):
        body = exchange["response"]["body"].get("string") or ""
        try:
            yield json.loads(body)
        except ValueError:
            # Pictures, pages for people, and the answers that were cut off on purpose.
            continue
