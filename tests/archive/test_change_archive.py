import pytest

from storyhold.archive.actions import change_archive, open_archive
from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive, the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known_anew():
    forget_archive()
    yield
    forget_archive()


def test_what_is_not_given_stays():
    change_archive(name="The  Lamp\nRoom", welcome="Come *in*.")
    change_archive(tagline="Dry")

    archive = Archive.objects.get()
    assert (archive.name, archive.tagline) == ("The Lamp Room", "Dry")
    assert archive.welcome_source == "Come *in*."
    assert "<em>in</em>" in archive.welcome_html


def test_texts_are_cleaned():
    change_archive(terms="<script>alert(1)</script><p onclick=x>Be kind.</p>")

    assert "script" not in Archive.objects.get().terms_html
    assert "onclick" not in Archive.objects.get().terms_html


def test_there_is_no_rule_of_that_name():
    with pytest.raises(TypeError):
        change_archive(king="Wren")


def test_the_archive_opens_once():
    first = open_archive().set_up_at

    assert open_archive().set_up_at == first


def test_the_archive_is_asked_for_once_a_second(django_assert_num_queries):
    open_archive()
    forget_archive()

    with django_assert_num_queries(1):
        assert the_archive().is_set_up
        assert the_archive().is_set_up
