"""What a report says: what was read, what it becomes, and everything that was noticed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from storyhold.importers.findings import Finding
from storyhold.importers.topics import GROUPS, TOPICS, Topic

MOST_SHOWN = 100  # of one topic on the page; the files hold them all

# What our models are called here; the others stand behind these.
KINDS = {
    "accounts.penname": _("Members"),
    "tags.tag": _("Categories, characters and classifications"),
    "tags.rating": _("Ratings"),
    "stories.story": _("Stories"),
    "stories.chapter": _("Chapters"),
    "series.series": _("Series"),
    "series.seriesitem": _("Entries in series"),
    "reviews.review": _("Reviews"),
    "reviews.reply": _("Answers to reviews"),
    "bookmarks.bookmark": _("Favorites"),
    "bookmarks.subscription": _("Subscriptions"),
    "challenges.challenge": _("Challenges"),
    "news.newsitem": _("News"),
    "news.comment": _("Comments on news"),
    "pages.page": _("Pages"),
    "pages.link": _("Links"),
    "polls.poll": _("Polls"),
    "shoutbox.shout": _("Shouts"),
    "profiles.profilefield": _("Fields of profiles"),
    "illustrations.illustration": _("Pictures"),
    "importers.untouched": _("Values kept as they were, beside what became of them"),
}


@dataclass(frozen=True)
class Said:
    """A topic with how often it was met, and the first of its findings as sentences."""

    key: str
    topic: Topic
    count: int
    lines: Sequence[tuple[str, str]]  # the old number, the sentence

    @property
    def more(self) -> int:
        """How many are in the files alone."""
        return self.count - len(self.lines)


@dataclass
class Report:
    """Everything but the findings beyond the first of each topic, which are in the files.

    `tables` has the rows of each old table, `became` those of each of our models.
    """

    name: str
    address: str
    is_rehearsal: bool
    site: str = ""  # which archive it is; see `Move`
    sources: Sequence[str] = ()
    tables: Mapping[str, int] = field(default_factory=dict)
    became: Mapping[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)  # of each topic
    first: dict[str, list[Finding]] = field(default_factory=dict)  # of each topic

    def note(self, finding: Finding) -> None:
        """Count a finding, and keep it if it is one of the first of its topic."""
        self.counts[finding.topic] = self.counts.get(finding.topic, 0) + 1
        shown = self.first.setdefault(finding.topic, [])
        if len(shown) < MOST_SHOWN:
            shown.append(finding)

    @property
    def groups(self) -> Iterator[tuple[str, Sequence[Said]]]:
        """The headings that have something to say, each with its topics; losses first."""
        for group, heading in GROUPS.items():
            said = [self._said(key) for key in self.counts if topic_of(key).group == group]
            if said:
                yield heading, sorted(said, key=lambda each: (not each.topic.is_loss, each.key))

    @property
    def arrivals(self) -> Sequence[tuple[object, int]]:
        """What comes in, in words, and how many of each."""
        return [(KINDS[model], n) for model, n in self.became.items() if model in KINDS]

    @property
    def losses(self) -> int:
        """How many things were not carried over."""
        return sum(n for key, n in self.counts.items() if topic_of(key).is_loss)

    def _said(self, key: str) -> Said:
        lines = [(finding.number, sentence(finding)) for finding in self.first[key]]
        return Said(key, topic_of(key), self.counts[key], lines)


def topic_of(key: str) -> Topic:
    """Return the topic with this key."""
    return TOPICS[key]


def sentence(finding: Finding) -> str:
    """Return a finding in words."""
    facts = {"number": finding.number, "table": finding.table} | dict(finding.facts)
    return topic_of(finding.topic).sentence.format_map(facts)
