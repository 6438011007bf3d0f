"""A room for each format: they write a `Book` into a file, and know no Django and no database."""
