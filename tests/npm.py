"""Packages for tests that only npm has, installed from a lock file into a cache of the checkout.

Nothing is compiled, and no install script of any package runs.
https://docs.npmjs.com/cli/commands/npm-ci
"""

import fcntl
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_CACHES = Path(__file__).resolve().parents[1] / ".cache"
_MANIFESTS = ("package.json", "package-lock.json")
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packages:
    """What a lock file names."""

    what: str
    """For people: "axe"."""
    manifests: Path
    """The folder with package.json and its lock file."""
    cache: str
    """The folder of the cache that they go to."""

    def installed(self) -> Path:
        """The folder with `node_modules`, as the lock file says. Installs when that has changed.

        Ends the run with a sentence where it can't be had.
        """
        folder = _CACHES / self.cache
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n")
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = folder / "installed"
            wanted = self._fingerprint()
            if not done.exists() or done.read_text() != wanted:
                done.unlink(missing_ok=True)
                self._install(folder)
                done.write_text(wanted)
        return folder

    def _fingerprint(self) -> str:
        return sha256(
            b"".join((self.manifests / name).read_bytes() for name in _MANIFESTS)
        ).hexdigest()

    def _install(self, folder: Path) -> None:
        if shutil.which("npm") is None:
            sys.exit(f"{self.what} comes by npm, which is missing: apt install nodejs npm")
        for name in _MANIFESTS:
            shutil.copyfile(self.manifests / name, folder / name)
        done = subprocess.run(
            _INSTALL, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode:
            said = done.stdout.decode(errors="replace")
            sys.exit(f"npm could not install {self.what}:\n{said}")
