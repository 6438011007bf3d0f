"""Challenges: ideas that members pose, and the stories and series that answer them."""
