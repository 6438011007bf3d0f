"""Short words that members, and perhaps guests, call out."""
