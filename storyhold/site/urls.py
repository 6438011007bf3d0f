"""Root addresses. Each room of pages brings its own."""

from django.urls import include, path

from storyhold.web.browse.views import home
from storyhold.web.parts.addresses import register_converters

register_converters()

handler400 = "storyhold.web.parts.errors.bad_request"

urlpatterns = [
    path("", include("storyhold.web.parts.urls")),
    path("", home, name="home"),
    path("", include("storyhold.web.browse.urls")),
    path("", include("storyhold.web.archive.urls")),
    path("", include("storyhold.web.accounts.urls")),
    path("", include("storyhold.web.news.urls")),
    path("", include("storyhold.web.pages.urls")),
    path("", include("storyhold.web.moderation.urls")),
    path("", include("storyhold.web.betas.urls")),
    path("", include("storyhold.web.polls.urls")),
    path("", include("storyhold.web.shoutbox.urls")),
    path("", include("storyhold.web.challenges.urls")),
    path("", include("storyhold.web.people.urls")),
    path("", include("storyhold.web.circulars.urls")),
    path("", include("storyhold.web.claims.urls")),
    path("", include("storyhold.web.notices.urls")),
    path("", include("storyhold.web.stories.urls")),
    path("", include("storyhold.web.chapters.urls")),
    path("", include("storyhold.web.desk.urls")),
    path("", include("storyhold.web.downloads.urls")),
    path("", include("storyhold.web.blocks.urls")),
    path("", include("storyhold.web.illustrations.urls")),
    path("", include("storyhold.web.imports.urls")),
    path("", include("storyhold.web.leaving.urls")),
    path("", include("storyhold.web.profiles.urls")),
    path("", include("storyhold.web.statistics.urls")),
    path("", include("storyhold.web.search.urls")),
    path("", include("storyhold.web.series.urls")),
    path("", include("storyhold.web.reviews.urls")),
    path("", include("storyhold.web.bookmarks.urls")),
    path("", include("storyhold.web.reading.urls")),
    path("", include("storyhold.web.vocabularies.urls")),
    path("", include("storyhold.feeds.urls")),
    path("", include("storyhold.web.catalogs.urls")),
    path("", include("storyhold.web.offline.urls")),
    path("", include("storyhold.web.old_addresses.urls")),
]
