"""Finding people: by filters, by place, by words."""
