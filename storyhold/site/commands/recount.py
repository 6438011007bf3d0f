"""`storyhold recount`."""

from argparse import Namespace

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    return Words(
        "recount",
        "Count the words, chapters, reviews, kudos and bookmarks of every story anew, put right\n"
        "what was wrong and say so. Safe at any time, also while the archive is being served.",
    )


def run(options: Namespace) -> int:
    """Recount and report."""
    open_existing_archive(options)

    from storyhold.bookmarks.actions.keeping import recount as recount_bookmarks
    from storyhold.reviews.actions.counting import recount as recount_reviews
    from storyhold.stories.actions.counting import recount as recount_stories

    found = 0
    for recount in (recount_stories, recount_reviews, recount_bookmarks):
        for drift in recount():
            found += 1
            counter = drift.counter.replace("_", " ")
            say(f"Story {drift.story_id}: {counter} was {drift.was}, is now {drift.is_now}.")
    say(f"{found} counters put right." if found else "Every counter was right.")
    return 0
