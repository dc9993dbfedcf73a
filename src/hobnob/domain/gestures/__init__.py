"""Small kind things to do for somebody, one function each, every one with its reason."""
