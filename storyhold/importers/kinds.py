"""The kinds of things that had numbers in an old archive, and what each is here."""

from django.db.models import Model

from storyhold.accounts.models import Member, PenName
from storyhold.blocks.models import Block
from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.challenges.models import Answer, Challenge
from storyhold.illustrations.models import Illustration
from storyhold.news.models import Comment, NewsItem
from storyhold.pages.models import Link, Page
from storyhold.polls.models import Choice, Poll
from storyhold.profiles.models import ProfileField
from storyhold.reviews.models import Review
from storyhold.series.models import Series, SeriesItem
from storyhold.shoutbox.models import Shout
from storyhold.stories.models import Chapter, Story
from storyhold.tags.models import Rating, Tag, TagKind

# The number of a member is that of the pen name: it is what addresses of profiles have. Whoever
# was a member has an account, too.
MODELS: dict[str, type[Model]] = {
    "account": Member,
    "answer": Answer,
    "block": Block,
    "category": Tag,
    "challenge": Challenge,
    "chapter": Chapter,
    "character": Tag,
    "class": Tag,
    "class type": TagKind,
    "favorite": Bookmark,
    "field": ProfileField,
    "link": Link,
    "member": PenName,
    "news": NewsItem,
    "news comment": Comment,
    "page": Page,
    "picture": Illustration,
    "poll": Poll,
    "poll choice": Choice,
    "rating": Rating,
    "review": Review,
    "series": Series,
    "series entry": SeriesItem,
    "shout": Shout,
    "story": Story,
    "subscription": Subscription,
    "vocabulary": TagKind,
}
