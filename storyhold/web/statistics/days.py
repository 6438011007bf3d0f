"""Numbers by day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from storyhold.bookmarks.queries import kept_by_day
from storyhold.reviews.queries import kudos_by_day, reviews_by_day
from storyhold.stories.models import Story
from storyhold.stories.queries import reads_by_day
from storyhold.web.parts.templatetags.by_the_hundred import in_words
from storyhold.web.parts.templatetags.numbers import grouped

SPANS = (30, 90, 365)  # days
BAR = '<rect class="chart__bar" x="{}" y="{}" width="8" height="{}"><title>{}: {}</title></rect>'
ROW = '<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>'
CountByDay = Callable[[QuerySet[Story], date], Mapping[date, int]]

MEASURES: list[tuple[str, Promise, CountByDay]] = [
    ("reads", _("Reads"), reads_by_day),
    ("reviews", _("Reviews"), reviews_by_day),
    ("kudos", _("Kudos"), kudos_by_day),
    ("kept", _("Kept by readers"), kept_by_day),
]


@dataclass(frozen=True)
class Bar:
    """One day of a chart, in the units of its drawing: a day is 10 wide, the best one 100 high."""

    day: date
    count: int
    left: int
    height: int

    @property
    def top(self) -> int:
        """Where it ends, from above."""
        return 100 - self.height

    @property
    def told(self) -> tuple[int, int, int, str, int]:
        """What `BAR` says of it."""
        return self.left, self.top, self.height, in_words(self.day), self.count


@dataclass(frozen=True)
class Chart:
    """How one number went, day by day, the oldest first."""

    key: str
    name: Promise
    bars: list[Bar]

    @property
    def total(self) -> int:
        """All days together."""
        return sum(bar.count for bar in self.bars)

    @property
    def highest(self) -> int:
        """The best day."""
        return max(bar.count for bar in self.bars)

    @property
    def width(self) -> int:
        """How wide the drawing is."""
        return 10 * len(self.bars)

    @property
    def drawn(self) -> SafeString:
        """The bars as SVG. Not in the template, where a year of them takes ten times as long."""
        return format_html_join("", BAR, (bar.told for bar in self.bars if bar.count))


@dataclass(frozen=True)
class Days:
    """A span of days with what happened on each."""

    span: int
    charts: list[Chart]
    spans: Sequence[int] = SPANS

    def rows(self) -> Iterator[tuple[date, list[int]]]:
        """Yield each day with its numbers, in the order of the charts."""
        for bars in zip(*(chart.bars for chart in self.charts), strict=True):
            yield bars[0].day, [bar.count for bar in bars]

    @property
    def table(self) -> SafeString:
        """The rows of a table; not in the template, as the bars."""
        counted = ((in_words(day), *map(grouped, counts)) for day, counts in self.rows())
        return format_html_join("", ROW, counted)


def days_of(stories: QuerySet[Story], span: int) -> Days:
    """Return the last `span` days of these stories, today among them; a query for each measure."""
    today = now().date()
    days = [today - timedelta(days=ago) for ago in reversed(range(span))]
    return Days(
        span, [_chart(key, name, days, count(stories, days[0])) for key, name, count in MEASURES]
    )


def _chart(key: str, name: Promise, days: list[date], counts: Mapping[date, int]) -> Chart:
    highest = max(counts.values(), default=0) or 1
    bars = [
        Bar(day, counts.get(day, 0), 10 * place, round(100 * counts.get(day, 0) / highest))
        for place, day in enumerate(days)
    ]
    return Chart(key, name, bars)
