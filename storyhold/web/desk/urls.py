"""Addresses of this room."""

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

from storyhold.web.desk.views import (
    authors,
    beginning,
    chapters,
    details,
    mine,
    new_chapter,
    order,
    revisions,
    round_robins,
    states,
    stories,
)

app_name = "desk"

of_a_story: list[URLPattern | URLResolver] = [
    path("", stories.story, name="story"),
    path("details/", details.details, name="details"),
    path("publish/", states.publish_story, name="publish_story"),
    path("unpublish/", states.unpublish_story, name="unpublish_story"),
    path("complete/", states.complete, name="complete"),
    path("in-progress/", states.in_progress, name="in_progress"),
    path("open-to-all/", round_robins.open_, name="open_round_robin"),
    path("close-to-others/", round_robins.close, name="close_round_robin"),
    path("delete/", stories.delete, name="delete_story"),
    path("restore/", stories.restore, name="restore_story"),
    path("authors/", authors.authors, name="authors"),
    path("authors/sign/", authors.sign, name="sign"),
    path("authors/leave/", authors.leave, name="leave"),
    path("chapters/new/", new_chapter.write, name="new_chapter"),
    path("chapters/new/go-on/", new_chapter.go_on, name="new_chapter_go_on"),
    path("chapters/new/preview/", new_chapter.preview, name="new_chapter_preview"),
    path("chapters/new/publish/", new_chapter.publish, name="new_chapter_publish"),
]

of_a_chapter: list[URLPattern | URLResolver] = [
    path("", chapters.edit, name="chapter"),
    path("go-on/", chapters.go_on, name="chapter_go_on"),
    path("preview/", chapters.preview, name="chapter_preview"),
    path("save-and-publish/", chapters.save_and_publish, name="chapter_save_and_publish"),
    path("publish/", states.publish_chapter, name="publish_chapter"),
    path("unpublish/", states.unpublish_chapter, name="unpublish_chapter"),
    path("move/", order.move, name="move_chapter"),
    path("delete/", order.delete, name="delete_chapter"),
    path("give-back/", round_robins.give_chapter_back, name="give_back"),
    path("restore/", order.restore, name="restore_chapter"),
    path("revisions/", revisions.listed, name="revisions"),
    path("revisions/compare/", revisions.compared, name="compare"),
    path("revisions/<number:number>/", revisions.revision, name="revision"),
    path("revisions/<number:number>/restore/", revisions.restore, name="restore_revision"),
]

of_the_desk: list[URLPattern | URLResolver] = [
    path("", mine.stories, name="mine"),
    path("trash/", mine.trash, name="trash"),
    path("invitations/", mine.invitations, name="invitations"),
    path("invitations/<number:invitation>/accept/", authors.accept, name="accept"),
    path("invitations/<number:invitation>/decline/", authors.decline, name="decline"),
    path("invitations/<number:invitation>/withdraw/", authors.withdraw, name="withdraw"),
    path("new/", beginning.begin, name="new"),
    path("new/go-on/", beginning.go_on, name="new_go_on"),
    path("new/preview/", beginning.preview, name="new_preview"),
    path("new/publish/", beginning.publish, name="new_publish"),
    path("stories/<number:story>/", include(of_a_story)),
    path("chapters/<number:chapter>/", include(of_a_chapter)),
]

urlpatterns: list[URLPattern | URLResolver] = [path("desk/", include(of_the_desk))]
