"""What may be a topic and what shows that somebody cares: test and manual at once."""
