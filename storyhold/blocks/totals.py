"""The archive in numbers."""

from storyhold.accounts.queries import Viewer, members_there_are
from storyhold.betas.access import offers
from storyhold.challenges.queries import how_many_challenges
from storyhold.reviews.queries import reviewers_for
from storyhold.series.access import series_visible_to
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import authors_for, totals_of


def totals_for(viewer: Viewer) -> dict[str, int]:
    """Return how many there are of what this viewer may see listed; seven queries.

    `stories`, `chapters`, `words`, `reviews`, `authors`, `reviewers`, `series`, `members`,
    `beta_readers` and `challenges`.
    """
    listed = stories_listed_for(viewer)
    return totals_of(listed) | {
        "authors": authors_for(viewer).count(),
        "reviewers": reviewers_for(viewer).count(),
        "series": series_visible_to(viewer).count(),
        "members": members_there_are(),
        "beta_readers": offers().count(),
        "challenges": how_many_challenges(),
    }
