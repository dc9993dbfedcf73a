"""Lists: who is on them, what each suggests, its copies and its history."""
