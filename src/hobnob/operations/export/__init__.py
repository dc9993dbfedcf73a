"""People out of hobnob again, in files that others read and that hobnob takes back exactly."""
