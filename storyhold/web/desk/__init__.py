"""The author's desk: stories and chapters written, published, ordered, deleted, brought back."""
