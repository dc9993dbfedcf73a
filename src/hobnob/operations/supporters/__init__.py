"""Files of supporters: looked at, rehearsed, taken in, and kept as accounts, gifts and ties."""
