"""One person: their page, what is new with them, and all that is kept about them."""
