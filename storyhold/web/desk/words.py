"""What is said after a deed: what happened, and what readers see now."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import StaysADraft
from storyhold.stories.waiting import is_held

WAITS = gettext_noop(
    "It waits for approval: a moderator reads it before readers do. You can go on writing on it."
)


def say(request: HttpRequest, sentence: str, *, label: str = "", address: str = "") -> None:
    """Say on the next page that something was done, with a link where one is given."""
    if address:
        sentence = format_html('{} <a href="{}">{}</a>', sentence, address, label)
    messages.success(request, sentence)


def say_that_story_is_saved(request: HttpRequest, story: Story) -> None:
    """Say that it is, and who sees it now."""
    say_of_story(request, _("“%s” is saved.") % story.title, story)


def say_that_chapter_is_saved(request: HttpRequest, chapter: Chapter) -> None:
    """Say that it is, and who sees it now."""
    say_of_chapter(request, _("%s is saved.") % chapter.heading, chapter)


def say_that_story_is_published(request: HttpRequest, story: Story) -> None:
    """Say that readers see it now, or that it waits until they do."""
    done = _("“%s” is published.") if story.is_public else _("“%s” is handed in.")
    say_of_story(request, done % story.title, story)


def say_that_chapter_is_published(request: HttpRequest, chapter: Chapter) -> None:
    """Say that readers see it now, or that it waits until they do."""
    done = _("%s is handed in.") if chapter.held_at else _("%s is published.")
    say_of_chapter(request, done % chapter.heading, chapter)


def say_of_story(request: HttpRequest, done: str, story: Story) -> None:
    """Say what was done to a story, and who sees it now."""
    if story.is_public:
        seen = _("Readers see it now.")
        label = _("See it as they do")
    elif is_held(story):
        seen, label = _(WAITS), _("See how it will look")
    else:
        seen = _("It is a draft: its authors alone can see it.")
        label = _("See how it will look")
    say(request, f"{done} {seen}", label=label, address=story.get_absolute_url())


def say_of_chapter(request: HttpRequest, done: str, chapter: Chapter) -> None:
    """Say what was done to a chapter, and who sees it now."""
    if chapter.is_public and chapter.story.is_public:
        seen, label = _("Readers see it now."), _("See it as they do")
    elif chapter.held_at:
        seen, label = _(WAITS), _("See how it will look")
    elif chapter.is_public:
        seen = _("Its story is not public, so its authors alone can see it.")
        label = _("See how it will look")
    elif chapter.is_writers_own:
        seen, label = _("It is a draft: you alone can see it."), _("See how it will look")
    else:
        seen, label = _("It is a draft: its authors alone can see it."), _("See how it will look")
    say(request, f"{done} {seen}", label=label, address=chapter.get_absolute_url())


def say_that_it_stays_a_draft(request: HttpRequest, refusal: StaysADraft) -> None:
    """Say on the next page why what was saved was not published."""
    messages.warning(request, str(refusal))
