"""How people stand in files that hobnob writes, so that it reads back exactly what it wrote."""
