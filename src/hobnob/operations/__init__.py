"""Everything that changes something: one verb a file, one transaction each."""
