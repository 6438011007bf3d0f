"""A member's notices: the list, and how they are to come."""
