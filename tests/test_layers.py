"""Each rule about who may import whom is broken once, on purpose, in a copy of the source."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent


class Copy:
    """A copy of the source, free to be broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copy(ROOT / "pyproject.toml", folder)
        shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))

    def add(self, path: str, line: str) -> None:
        """Appends a line to a module; makes the module, and packages above it, when missing."""
        module = self.folder / "src/hobnob" / path
        module.parent.mkdir(parents=True, exist_ok=True)
        (module.parent / "__init__.py").touch()
        with module.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    def run(self, tool: str, *arguments: str) -> tuple[int, str]:
        """The exit code and everything said."""
        done = subprocess.run(
            [TOOLS / tool, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder / "src"), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def broken_contracts(self) -> set[str]:
        """The names of the import contracts that no longer hold."""
        code, said = self.run("lint-imports", "--no-cache")
        broken = {
            line.removesuffix("BROKEN").strip()
            for line in said.splitlines()
            if line.endswith("BROKEN")
        }
        assert code == (1 if broken else 0), said
        return broken


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


LAYERS = "Knowledge points one way: entrances, operations, outside, domain"
PLAIN = "The domain is plain Python: no framework, no database, no network, no clock"
ONE_DOOR = "One door out: only the outbox writes to a network"
NETWORKS = "No network knows another"
IMPORTERS = "No importer knows another"
ENTRANCES = "Entrances read through queries and change things through operations"
CYCLES = "Nothing goes round in circles"


def test_the_source_keeps_every_contract(copy: Copy) -> None:
    assert copy.broken_contracts() == set()


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        pytest.param("helpers/text.py", "", LAYERS, id="a new top folder"),
        pytest.param("domain/people.py", "import hobnob.operations", LAYERS, id="upward"),
        pytest.param("importers/base.py", "import hobnob.storage", LAYERS, id="sideways"),
        pytest.param("cli/spy.py", "import hobnob.web.origin", LAYERS, id="entrance to entrance"),
        pytest.param("domain/people.py", "from django.db import models", PLAIN, id="Django"),
        pytest.param("domain/people.py", "import sqlite3", PLAIN, id="a database"),
        pytest.param("domain/people.py", "from time import time", PLAIN, id="the clock"),
        pytest.param("web/spy.py", "from hobnob.storage import models", ENTRANCES, id="tables"),
        pytest.param("cli/spy.py", "import hobnob.networks.base", ENTRANCES, id="a network"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(
    copy: Copy, module: str, line: str, contract: str
) -> None:
    copy.add("networks/base.py", "")
    copy.add(module, line)

    assert contract in copy.broken_contracts()


@pytest.mark.parametrize(
    "importer",
    [
        "operations/curate.py",
        "operations/outbox/send.py",
        "worker.py",
        "networks/bluesky/read.py",
    ],
)
def test_only_the_outbox_may_import_what_writes_to_a_network(copy: Copy, importer: str) -> None:
    copy.add(importer, "from hobnob.networks.bluesky import write")

    assert ONE_DOOR in copy.broken_contracts()


def test_one_network_may_not_import_another(copy: Copy) -> None:
    copy.add("networks/bluesky/read.py", "from hobnob.networks.mastodon import read")

    assert copy.broken_contracts() == {NETWORKS}


def test_one_importer_may_not_import_another(copy: Copy) -> None:
    copy.add("importers/x_archive/dates.py", "from hobnob.importers import mastodon_csv")

    assert copy.broken_contracts() == {IMPORTERS}


def test_an_importer_must_be_declared(copy: Copy) -> None:
    copy.add("importers/parish_newsletter.py", "")

    assert copy.broken_contracts() == {IMPORTERS}


def test_two_siblings_may_not_import_each_other(copy: Copy) -> None:
    copy.add("domain/hen.py", "from hobnob.domain import egg")
    copy.add("domain/egg.py", "from hobnob.domain import hen")

    assert copy.broken_contracts() == {CYCLES}


@pytest.mark.parametrize(
    "line",
    [
        "from datetime import UTC, datetime\n\nSTART = datetime.now(UTC)",
        "from django.utils import timezone\n\nSTART = timezone.now()",
        "import time\n\nSTART = time.time_ns()",
    ],
)
def test_only_the_entrances_read_the_clock(copy: Copy, line: str) -> None:
    module = f'"""Reads the clock."""\n\n{line}'
    copy.add("operations/hurry.py", module)
    copy.add("cli/hurry.py", module)

    code, said = copy.run("ruff", "check", "--select=TID251", "--output-format=concise", "src")

    assert code == 1
    assert "operations/hurry.py" in said
    assert "only the entrances read the clock" in said
    assert "cli/hurry.py" not in said
