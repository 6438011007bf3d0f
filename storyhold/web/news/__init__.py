"""Reading news, commenting on it, and writing it in the office."""
