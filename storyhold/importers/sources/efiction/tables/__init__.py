"""Old rows as plain old things, their references resolved."""
