"""Two snac servers on this machine, which know each other: https://codeberg.org/grunfink/snac2."""
