"""The files that hobnob writes of supporters, both ways: what it wrote it reads back exactly."""
