"""What came of it, what may have, how far people have come, and who stood up for us."""
