"""What the cards of series show beside the series themselves."""

from collections.abc import Sequence

from storyhold.accounts.queries import Viewer
from storyhold.reviews.of_series import ratings_of_each
from storyhold.series.holdings import holdings_of
from storyhold.series.models import Series


def fill_cards(viewer: Viewer, series: Sequence[Series]) -> None:
    """Give each what it holds, as `holding`, `reviews_seen` and `average_rating`; three queries.

    Reviews are those of its stories, its own, and those of the series within it.
    """
    holdings = holdings_of(viewer, series)
    own = ratings_of_each(set().union(*(each.inside for each in holdings.values())))
    for each in series:
        holding = holdings[each.pk]
        told = [own[pk] for pk in holding.inside if pk in own]
        rated = holding.totals.rated + sum(rated for _count, rated, _sum in told)
        total = holding.totals.rated_sum + sum(total for _count, _rated, total in told)
        vars(each).update(
            holding=holding,
            reviews_seen=holding.totals.reviews + sum(count for count, _rated, _sum in told),
            average_rating=total / rated if rated else None,
        )
