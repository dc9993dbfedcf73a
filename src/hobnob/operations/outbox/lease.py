"""How long a worker has had something, by a clock that nobody sets back or forward.

A lease names the boot of the machine and the monotonic clock's moment in it. After another boot the
worker is gone for certain; its request was then under way before this one began.
"""

import time
from pathlib import Path
from uuid import uuid4

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def _boot() -> str:
    try:
        return _BOOT_ID.read_text().strip()
    except OSError:
        # Elsewhere monotonic clocks of two processes don't compare: each is a boot of its own.
        return f"process-{uuid4().hex}"


_BOOT = _boot()
_BEGAN_NS = 0 if _BOOT_ID.exists() else time.monotonic_ns()


def begin() -> str:
    """A lease that begins now."""
    return f"{_BOOT}:{time.monotonic_ns()}"


def lasted_us(lease: str) -> int:
    """For how long somebody has it (microseconds); since boot, where it is from another one."""
    boot, _, moment = lease.rpartition(":")
    since_ns = int(moment) if boot == _BOOT else _BEGAN_NS
    return (time.monotonic_ns() - since_ns) // 1000
