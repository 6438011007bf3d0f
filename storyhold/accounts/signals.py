"""News for the floors above."""

from django.dispatch import Signal

# pen_name: PenName. It is written in another way. Sent inside the transaction of the change.
pen_name_changed = Signal()
