"""Numbers over the whole log, computed by an engine beside the database."""
