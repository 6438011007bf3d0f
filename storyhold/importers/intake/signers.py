"""Who signs old stories and chapters."""

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.former import FormerMembers
from storyhold.importers.sources.efiction.tables.chapters import OldChapter
from storyhold.importers.sources.efiction.tables.stories import OldStory


class Signers:
    """Finds pen names for old members; for those who are gone, too."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._former = desk, FormerMembers(desk)

    def of_story(self, old: OldStory) -> list[int]:
        """Return the pen names under a story, its author's first."""
        signers = [self._author(old), *map(self._former.pen_name, self._co_authors(old))]
        return list(dict.fromkeys(signers))

    def of_chapter(self, old: OldChapter, *, otherwise: int) -> int:
        """Return the pen name under a chapter; `otherwise`, where no member is named."""
        if old.author <= 0:
            return otherwise
        if self._desk.numbers.new("member", old.author) is None:
            self._note("chapter's author is gone", old, old.author)
        return self._former.pen_name(old.author)

    def _author(self, old: OldStory) -> int:
        if self._desk.numbers.new("member", old.author) is None:
            self._note("story's author is gone", old, old.author)
        return self._former.pen_name(max(old.author, 0))

    def _co_authors(self, old: OldStory) -> list[int]:
        """Return the co-authors who are there. Who is not has never been shown, and wrote nothing
        that could be claimed."""
        there = []
        for uid in old.co_authors:
            if self._desk.numbers.new("member", uid) is None:
                self._note("co-author is gone", old, uid)
            else:
                there.append(uid)
        return there

    def _note(self, topic: str, old: OldStory | OldChapter, author: int) -> None:
        table = "stories" if isinstance(old, OldStory) else "chapters"
        self._desk.note(topic, table, old.number, title=old.title, author=author)
