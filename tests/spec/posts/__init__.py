"""What a post is to its reader: examples that are test and manual at once."""
