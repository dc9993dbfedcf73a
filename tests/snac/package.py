"""snac, a small server of the fediverse, from Debian: `python -m tests.snac.package` fetches it.

Where it isn't installed, its package is unpacked into a cache of the checkout. Nothing of the
system changes, and nobody has to be root. https://packages.debian.org/bookworm-backports/snac2
"""

import platform
import shutil
import subprocess
import sys
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "snac"
PACKAGE = "snac2"
_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def snac() -> Path:
    """The program. Ends the run with a sentence where it can't be had."""
    installed = shutil.which("snac")
    if installed:
        return Path(installed)
    unpacked = CACHE / "root" / "usr" / "bin" / "snac"
    if not unpacked.exists():
        _fetch()
    return unpacked


def _fetch() -> None:
    """Download the package with sources and lists of our own, and unpack it."""
    if shutil.which("apt-get") is None:
        sys.exit(f"The tests of federation need {PACKAGE}, which Debian has: install it yourself.")
    for name in ("lists/partial", "archives/partial"):
        (CACHE / name).mkdir(parents=True, exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n")
    line = f"deb [signed-by={_KEYRING}] {_mirror()} {_suite()} main\n"
    (CACHE / "sources.list").write_text(line)
    ours = (
        ("Dir::Etc::SourceList", CACHE / "sources.list"),
        ("Dir::Etc::SourceParts", "-"),
        ("Dir::State::Lists", CACHE / "lists"),
        ("Dir::Cache", CACHE),
        ("APT::Sandbox::User", ""),
    )
    apt = ["apt-get", "-qq", *(f"-o{name}={value}" for name, value in ours)]
    for old in CACHE.glob("*.deb"):
        old.unlink()
    _run([*apt, "update"])
    _run([*apt, "download", PACKAGE])
    [package] = CACHE.glob("*.deb")
    _run(["dpkg", "-x", str(package), str(CACHE / "root")])


def _mirror() -> str:
    """Where this machine has its own packages from."""
    said = _run(["apt-get", "indextargets", "--format", "$(RELEASE) $(SITE)"])
    for line in said.splitlines():
        release, _, site = line.partition(" ")
        if release == _codename():
            return site
    sys.exit(f"The tests of federation need {PACKAGE}, and apt knows no mirror of Debian here.")


def _codename() -> str:
    return platform.freedesktop_os_release().get("VERSION_CODENAME", "")


def _suite() -> str:
    """Where this release of Debian has it: bookworm among what was added later."""
    name = _codename()
    return "bookworm-backports" if name == "bookworm" else name


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, cwd=CACHE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    said = done.stdout.decode(errors="replace")
    if done.returncode:
        sys.exit(f"The tests of federation need {PACKAGE}, and it can't be fetched:\n{said}")
    return said


if __name__ == "__main__":
    print(snac())
