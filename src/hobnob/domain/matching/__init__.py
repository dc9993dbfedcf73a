"""How a supporter's record and an account are compared: cleaning, keys, levels. Pure."""
