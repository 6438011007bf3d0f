"""News for the floors above."""

from django.dispatch import Signal

# item: SeriesItem. Sent inside the transaction in which a story gets its place in a series.
story_placed = Signal()
