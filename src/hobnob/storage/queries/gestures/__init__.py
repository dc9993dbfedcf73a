"""Something kind to do: what gives occasion for it, what is offered, what was done."""
