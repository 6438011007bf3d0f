"""Pictures come along, and stories show them from here."""

import pytest
from PIL import Image

from storyhold.illustrations.models import Illustration
from storyhold.importers.moves import Wish, move_in, rehearse
from storyhold.stories.models import Chapter
from storyhold.tags.models import Tag
from tests.importers.dumps import archive, category, chapter, mysqldump, saved

SHOWN = """<p>Look: <img src="stories/2/images/Map.PNG" alt="the bay"></p>
<p><img src='http://www.old.example.org/stories/2/images/gone.gif'></p>
<p><img src="http://elsewhere.example/x/images/map.png"></p>"""


@pytest.fixture
def old(tmp_path):
    """A whole old site in a folder, whose pictures lie where eFiction puts them."""
    chapters = [chapter(1, 1, 2, storytext=SHOWN), chapter(3, 2, 1)]
    categories = [category(1, "Originals", image="cat.gif"), category(2, "Poems", image="no.gif")]
    root = tmp_path / "site"
    for folder in ("stories/2/images", "stories/9/images", "skins/Dusk/images"):
        (root / folder).mkdir(parents=True)
    Image.new("RGB", (6, 4)).save(root / "stories/2/images/map.png")
    Image.new("RGB", (6, 4)).save(root / "stories/9/images/lost.png")
    (root / "stories/2/images/torn.jpg").write_bytes(b"not a picture")
    Image.new("RGB", (8, 8)).save(root / "skins/Dusk/images/cat.gif")
    saved(root, mysqldump(archive(chapters=chapters, categories=categories)))
    return Wish([str(root)])


def nobody(*_words):
    """Hear nothing."""


def test_pictures_come_along_and_are_shown_from_here(old, ada, tmp_path):
    report = move_in(old, report_in=tmp_path / "report", tell=nobody)

    picture = Illustration.objects.get()
    assert (picture.old_path, picture.width) == ("stories/2/images/map.png", 6)
    assert picture.member.pen_name.name == "Ada (2)"
    html = Chapter.objects.get(title="Chapter 1").text.html
    assert f'<img src="{picture.get_absolute_url()}" alt="the bay">' in html
    assert "http://elsewhere.example/x/images/map.png" in html
    assert Chapter.objects.get(title="Chapter 1").revisions.get().source == html
    assert Tag.objects.get(name="Originals").picture
    assert not Tag.objects.get(name="Poems").picture
    for topic in (
        "picture is missing",
        "picture cannot be read",
        "picture of nobody",
        "picture of a category stays behind",
    ):
        assert report.counts[topic] == 1, topic


def test_nothing_is_kept_of_them_in_a_rehearsal_and_nothing_twice(old, ada, tmp_path):
    rehearsed = rehearse(old, report_in=tmp_path / "report", tell=nobody)
    assert rehearsed.became["illustrations.illustration"] == 1
    assert not Illustration.objects.exists()

    move_in(old, report_in=tmp_path / "report", tell=nobody)
    (tmp_path / "site" / "later.txt").write_text("another state of the source")
    move_in(old, report_in=tmp_path / "report", tell=nobody)

    assert Illustration.objects.count() == 1
