"""Results as a file for a board: a page of HTML that stands by itself, or one sheet of PDF."""
