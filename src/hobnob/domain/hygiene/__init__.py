"""Small checks of accounts, one function each, that say what they found and show the proof."""
