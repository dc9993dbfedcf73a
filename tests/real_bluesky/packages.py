"""Node 22 and the servers of Bluesky, installed from npm's lock file into a cache of the checkout.

Node comes as a package too: the servers need version 22, and newer ones crash their SQLite binding
(https://github.com/WiseLibs/better-sqlite3/issues/1515).
"""

import platform
from pathlib import Path

from tests.npm import Packages

HERE = Path(__file__).resolve().parent
_ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}


def installed() -> Path:
    """The folder with `node_modules`, as the lock file says. Installs when that has changed."""
    return Packages(what="The servers of Bluesky", manifests=HERE, cache="bluesky").installed()


def node() -> Path:
    """The Node that runs the servers."""
    architecture = _ARCHITECTURES[platform.machine()]
    return installed() / "node_modules" / f"node-linux-{architecture}" / "bin" / "node"


if __name__ == "__main__":
    print(installed())
