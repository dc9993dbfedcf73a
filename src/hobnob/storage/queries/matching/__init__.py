"""Who is whom: supporters and accounts under review, and what was said of them."""
