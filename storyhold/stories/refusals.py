"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal


class TitleIsMissing(Refusal):
    """Nothing but space."""

    field = "title"
    message = _("A story needs a title. Nothing was lost. Give it one; you can change it later.")


class ChapterIsEmpty(Refusal):
    """There is no word to read."""

    field = "text"
    message = _(
        "Chapter {number} has no text yet, so it stays a draft. Write something and publish again."
    )


class PublicChapterIsEmpty(ChapterIsEmpty):
    """Readers would find an empty page."""

    message = _(
        "Readers see chapter {number}, so it cannot be left without a word. Nothing was saved. "
        "Write something, or unpublish the chapter first."
    )


class StoryHasNoText(Refusal):
    """No chapter of it can be read."""

    message = _("This story has no chapter with text yet, so it stays a draft. Write one first.")


class ChapterTextIsTooLong(Refusal):
    """More than a page can carry."""

    field = "text"
    message = _(
        "The text has {letters} characters; a chapter holds {most}. Nothing was saved, and all "
        "of it is still here. Divide it into several chapters."
    )


class ChapterChangedMeanwhile(Refusal):
    """Somebody, perhaps the author in another tab, saved after this page was opened."""

    message = _(
        "This chapter was saved elsewhere at {saved_at} UTC, after you opened this page. Your "
        "text is below and nothing was overwritten. Compare the two, then save again to keep yours."
    )


class LastChapter(Refusal):
    """A public story has at least one chapter."""

    message = _(
        "This is the story’s only public chapter, so it stays. Unpublish or delete the story "
        "instead."
    )


class NoSuchPlace(Refusal):
    """A number beyond the chapters there are."""

    field = "number"
    message = _("There are {count} chapters. Choose a place from 1 to {count}.")


class NoSuchAuthor(Refusal):
    """Nobody signs with this name."""

    field = "pen_name"
    message = _("Nobody here writes as “{name}”. Nobody was invited. Check how it is spelled.")


class IsAuthorAlready(Refusal):
    """Invited, or signing it."""

    field = "pen_name"
    message = _("“{name}” is invited already, or signs this story. Nothing needed to change.")


class LastAuthor(Refusal):
    """A story needs somebody to sign it."""

    message = _("You are this story’s only author, so your name stays on it. Delete it instead.")
