"""When which letter is written."""

from datetime import datetime, timedelta

from storyhold.notices.kinds import How

# In UTC: early morning in Europe, evening or night in America.
HOUR = 6
SATURDAY = 5
# What happens in a burst goes into one letter.
PATIENCE = timedelta(seconds=15)


def latest_deadline(sort: How, at: datetime) -> datetime:
    """Return the last moment, at or before `at`, by which notices of this sort were to be mailed.

    Whoever was told before it is due a letter. So a run that was late, or was broken off, is
    simply run again: it finds those who have had none.
    """
    if sort == How.AT_ONCE:
        return at - PATIENCE
    today = at.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    morning = today if today <= at else today - timedelta(days=1)
    if sort == How.WEEKLY:
        return morning - timedelta(days=(morning.weekday() - SATURDAY) % 7)
    return morning
