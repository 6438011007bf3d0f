import re

from tests.cast import make_member, make_pen_name, make_review, make_story


def words_of(client):
    return " ".join(re.sub(r"<[^>]+>", " ", client.get("/about/").content.decode()).split())


def test_the_archive_is_told_in_numbers(client, archive):
    ada, ben = make_member("Ada"), make_member("Ben")
    make_member("Cleo", active=False)
    story = make_story(author=ada, public=True, chapters=2)
    make_review(story.chapters.get(number=1), by=ben)
    make_review(story.chapters.get(number=2), by=ben)

    words = words_of(client)

    for number in ("Members 2", "Stories 1", "Chapters 2", "Authors 1", "Reviews 2", "Reviewers 1"):
        assert number in words


def test_who_is_new_is_told_by_names_that_nothing_ties(client, archive):
    make_pen_name(make_member("Ada"), "Thistle")
    make_member("Cleo", active=False)

    newest = words_of(client).partition("Who is new")[2].partition("Software")[0]

    assert newest.index("Thistle") < newest.index("Ada")
    assert "Cleo" not in newest


def test_the_page_takes_a_fixed_number_of_queries(client, archive, django_assert_max_num_queries):
    for name in ("Ada", "Ben", "Mo"):
        make_story(author=make_member(name), public=True)
    client.get("/about/")

    with django_assert_max_num_queries(8):
        client.get("/about/")
