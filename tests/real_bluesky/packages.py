"""Node 22 and the servers of Bluesky, installed from npm's lock file into a cache of the checkout.

Node comes as a package too: the servers need version 22, and newer ones crash their SQLite binding
(https://github.com/WiseLibs/better-sqlite3/issues/1515). Nothing is compiled, and no install
script of any package runs. https://docs.npmjs.com/cli/commands/npm-ci
"""

import fcntl
import platform
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / ".cache" / "bluesky"
_MANIFESTS = ("package.json", "package-lock.json")
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}


def installed() -> Path:
    """The folder with `node_modules`, as the lock file says. Installs when that has changed."""
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n")
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = CACHE / "installed"
        wanted = _fingerprint()
        if not done.exists() or done.read_text() != wanted:
            done.unlink(missing_ok=True)
            _install()
            done.write_text(wanted)
    return CACHE


def node() -> Path:
    """The Node that runs the servers."""
    architecture = _ARCHITECTURES[platform.machine()]
    return installed() / "node_modules" / f"node-linux-{architecture}" / "bin" / "node"


def _fingerprint() -> str:
    return sha256(b"".join((HERE / name).read_bytes() for name in _MANIFESTS)).hexdigest()


def _install() -> None:
    if shutil.which("npm") is None:
        sys.exit("The servers of Bluesky come by npm, which is missing: apt install nodejs npm")
    for name in _MANIFESTS:
        shutil.copyfile(HERE / name, CACHE / name)
    done = subprocess.run(
        _INSTALL, cwd=CACHE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        said = done.stdout.decode(errors="replace")
        sys.exit(f"npm could not install the servers of Bluesky:\n{said}")


if __name__ == "__main__":
    print(installed())
