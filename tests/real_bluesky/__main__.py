"""The network for a developer to play with: `python -m tests.real_bluesky`, ended by Ctrl-C."""

import json
import signal
import sys
from contextlib import suppress

from tests.real_bluesky.network import network


def main() -> None:
    """Prints READY and the addresses, and serves until it is told to end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with suppress(KeyboardInterrupt), network() as started:
        places = {"pds": started.pds, "settled": started.settled, **started.settings}
        print("READY", json.dumps(places), flush=True)
        signal.pause()


if __name__ == "__main__":
    main()
