"""Series: reading and keeping them."""
