"""News for the floors above."""

from django.dispatch import Signal

# pks: Sequence[int]. What these stories say, who signs them, how they are tagged or who may see
# them has changed, or they came or went; not their counters. Sent inside the transaction.
stories_changed = Signal()

# chapter: Chapter, is_new_story: bool. Sent inside the transaction in which readers can see a
# chapter for the first time; of several at once, for the first. Not for what is older than the
# archive.
first_published = Signal()

# chapter: Chapter, old_story: Story. Sent inside the transaction in which the chapter goes to
# another story, for what hangs on it to go along.
chapter_moved = Signal()
