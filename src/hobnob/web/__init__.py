"""Pages: read the request, make one call, render."""
