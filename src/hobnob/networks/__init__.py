"""One folder per network: read.py fetches, translate.py makes domain values, write.py acts."""
