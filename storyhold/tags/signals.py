"""News for the floors above."""

from django.dispatch import Signal

# sender: what carries tags, such as `Story`; pks: list[int]. What readers see of the tags or the
# rating of these has changed.
# Sent inside the transaction of the change.
tags_changed = Signal()
