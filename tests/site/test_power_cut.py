"""What was acknowledged is there after every process was killed in the middle of writing."""

import re
import threading
from collections.abc import Callable
from http.client import HTTPException
from itertools import count

from tests.site.served import Served, Visitor

ENOUGH = 12  # acknowledged by each writer before the power goes


class Writer:
    """Posts one text after another until the archive is gone."""

    def __init__(self, visitor: Visitor, post: Callable[[Visitor, str], bool], word: str) -> None:
        self.acknowledged: list[str] = []
        self._visitor, self._post, self._word = visitor, post, word
        self.thread = threading.Thread(target=self._write)
        self.thread.start()

    def _write(self) -> None:
        for number in count():
            text = f"{self._word}{number:04}"
            try:
                is_acknowledged = self._post(self._visitor, text)
            except (OSError, HTTPException):
                return
            if not is_acknowledged:
                return
            self.acknowledged.append(text)


def test_what_was_acknowledged_survives_kill_9_of_everything(sample_place, serve):
    served: Served = serve(sample_place)
    served.until_open()
    author, archivist = served.visitor(), served.visitor()
    author.sign_in_as("author", sample_place)
    archivist.sign_in_as("archivist", sample_place)
    story = first(r'href="/desk/stories/(\d+)/"', author.get("/desk/")[1])
    reviewed = public_story(served.visitor())

    def post_chapter(visitor: Visitor, text: str) -> bool:
        status, page = visitor.post(
            f"/desk/stories/{story}/chapters/new/",
            chapter_title=text,
            text=f"{text} was lit at four.",
            format="plain",
            opening_note="",
            closing_note="",
        )
        return status == 200 and text in page

    def post_review(visitor: Visitor, text: str) -> bool:
        status, page = visitor.post(f"/stories/{reviewed}/chapters/1/review/", text=text, rating="")
        return status == 200 and text in page

    writers = [Writer(author, post_chapter, "Lamp"), Writer(archivist, post_review, "Tide")]
    served.wait_until(lambda: all(len(each.acknowledged) >= ENOUGH for each in writers))
    served.kill_all()
    for writer in writers:
        writer.thread.join()

    again: Served = serve(sample_place)
    again.until_open()
    author.address = again.address
    author.sign_in_as("author", sample_place)
    chapters = author.get(f"/desk/stories/{story}/")[1]
    reviews = "".join(
        again.visitor().get(f"/stories/{reviewed}/reviews/?page={page}")[1] for page in range(1, 9)
    )
    assert [text for text in writers[0].acknowledged if text not in chapters] == []
    assert [text for text in writers[1].acknowledged if text not in reviews] == []


def public_story(guest: Visitor) -> str:
    """The number of a story whose first chapter a guest may read."""
    for number in re.findall(r'href="/stories/(\d+)[-/"]', guest.get("/stories/")[1]):
        status, page = guest.get(f"/stories/{number}/chapters/1/")
        if status == 200 and "Marlow Quill" not in page and 'id="review' in page:
            return number
    raise AssertionError("no story that a guest may read")


def first(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found, page
    return found[1]
