"""Who is whom: weighed, answered by a hand, and learned from."""
