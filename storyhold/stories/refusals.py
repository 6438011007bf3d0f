"""Every no of this room."""

from django.utils.translation import gettext_lazy as _

from storyhold.common.refusal import Refusal
from storyhold.stories.models import Chapter


class TitleIsMissing(Refusal):
    """Nothing but space."""

    field = "title"
    message = _("A story needs a title. Nothing was lost. Give it one; you can change it later.")


class TitleIsForbidden(Refusal):
    """A word in it is on the archive's list."""

    field = "title"
    message = _(
        "This archive takes no titles with the word “{word}”. Nothing was saved, and all you "
        "typed is still here. Choose another title."
    )


class ChapterTitleIsForbidden(TitleIsForbidden):
    """The same, of a chapter."""

    field = "chapter_title"


class RatingIsGone(Refusal):
    """Deleted by an archivist a moment ago."""

    field = "rating"
    message = _("The rating “{name}” went away just now. Nothing was lost. Choose another.")


class ChapterIsEmpty(Refusal):
    """There is no word to read."""

    field = "text"
    message = _(
        "Chapter {number} has no text yet, so it stays a draft. Write something and publish again."
    )


class StaysADraft(Refusal):
    """A no to publishing alone: what was typed with it is saved all the same, as `chapter`."""

    chapter: Chapter


class ChapterIsTooShort(StaysADraft):
    """Fewer words than the house rules ask for."""

    field = "text"
    message = _(
        "{heading} has {words} words, and this archive asks for at least {least}. It is saved as "
        "a draft, with every word; go on with it and publish it then."
    )


class ChapterIsTooLong(StaysADraft):
    """More words than the house rules allow."""

    field = "text"
    message = _(
        "{heading} has {words} words, and this archive takes at most {most} in a chapter. It is "
        "saved as a draft, with every word; make two chapters of it and publish them."
    )


class PublicChapterIsTooShort(Refusal):
    """A change would take it below what the house rules ask for."""

    field = "text"
    message = _(
        "Readers see this chapter, and with {words} words it would fall below the {least} that "
        "this archive asks for. Nothing was saved, and all you typed is still here. Unpublish the "
        "chapter first if you want to write it anew."
    )


class PublicChapterIsTooLong(Refusal):
    """A change would take it above what the house rules allow."""

    field = "text"
    message = _(
        "Readers see this chapter, and with {words} words it would have more than the {most} that "
        "this archive takes. Nothing was saved, and all you typed is still here. Put what comes "
        "on top into a new chapter."
    )


class SubmissionsAreClosed(Refusal):
    """The house rules take nothing new, and the member is not among the exceptions."""

    message = _(
        "This archive takes no new stories and chapters now. Nothing was saved, and all you typed "
        "is still here: copy it if you want."
    )


class PublishingIsClosed(StaysADraft):
    """The same, of what is on the desk already."""

    message = _(
        "This archive takes no new stories and chapters now, so {heading} stays a draft. Nothing "
        "was lost; you can go on writing, and publish it another day."
    )


class RoundRobinIsClosed(StaysADraft):
    """Its starter takes no new chapters now, or it is not public any more."""

    message = _(
        "“{title}” takes no new chapters now. Yours stays a draft that nobody else sees, and "
        "nothing was lost. You can make it a story of your own."
    )


class RoundRobinsAreNotAllowed(Refusal):
    """The house rules have none."""

    message = _("This archive has no round robins. Nothing was changed.")


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


class FileIsOfAnotherKind(Refusal):
    """A word processor's own, a book, a picture."""

    field = "file"
    message = _(
        "“{name}” is neither plain text (.txt) nor HTML (.html). Nothing was changed, and all you "
        "typed is still here. Word processors offer both under “Save as”; or paste the text."
    )


class FileHasNoText(Refusal):
    """Nothing but white space."""

    field = "file"
    message = _("“{name}” has no text in it. Nothing was changed. Choose another file.")


class FileIsDamaged(Refusal):
    """With NULs in it: another kind of file under a wrong name, or one that broke."""

    field = "file"
    message = _(
        "“{name}” is not a text that we can read: it may be damaged, or another kind of file. "
        "Nothing was changed. Save it anew as plain text in UTF-8, or paste the text."
    )


class FileIsTooLong(Refusal):
    """More than one chapter can hold."""

    field = "file"
    message = _(
        "“{name}” has {letters} characters; a chapter holds {most}. Nothing was changed, and all "
        "you typed is still here. Divide it into several files, one for each chapter."
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


class CoAuthorsAreNotAllowed(Refusal):
    """The house rules let each story have one author."""

    message = _("In this archive a story has one author. Nothing was changed.")
