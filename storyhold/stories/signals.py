"""News for the floors above."""

from django.dispatch import Signal

# story: Story. Something a reader could see of it has changed, or it came or went.
story_changed = Signal()
