"""A move can be taken back as long as nobody has written anything since."""

import pytest
from django.apps import apps

from storyhold.importers.refusals import HasBeenOpened
from storyhold.importers.traces import is_opened
from storyhold.importers.undo import take_back
from storyhold.reviews.actions.writing import write_review
from storyhold.stories.models import Chapter, Story
from tests.cast import make_member, make_story
from tests.importers.dumps import archive, author, prefs, review, series, settings, story

AT = 1_200_000_000
# Kept by Django and its guests, not by us.
NOT_OURS = ("sessions", "contenttypes", "auth", "django_tasks_database")
# Made anew, so under other numbers.
FIRST = ("tags.Tag", "tags.Rating")


def everything():
    """All rows of all our tables."""
    rows = {}
    for model in apps.get_models():
        if model._meta.app_label not in NOT_OURS:
            label, fields = model._meta.label, model._meta.concrete_fields
            names = [field.attname for field in fields if label not in FIRST or field.name != "id"]
            rows[label] = sorted(map(repr, model._base_manager.values_list(*names)))
    return rows


def whole():
    """An archive with a little of everything."""
    return archive(
        authors=[author(1, "Keeper"), author(2, "Ada", realname="A. L.", password="0")],
        authorprefs=[prefs(1, level=1), prefs(2, newreviews=1)],
        stories=[story(1, 2, classes="1,2", charid="1"), story(2, 99, coauthors=1)],
        coauthors=[{"sid": 1, "uid": 1}],
        characters=[{"charid": 1, "catid": 1, "charname": "Wren", "bio": "", "image": ""}],
        classtypes=[{"classtype_id": 1, "classtype_name": "genres", "classtype_title": "Genres"},
                    {"classtype_id": 2, "classtype_name": "moods", "classtype_title": "Moods"}],
        classes=[{"class_id": 1, "class_type": 1, "class_name": "Drama"},
                 {"class_id": 2, "class_type": 2, "class_name": "Grey"}],
        categories=[
            {"catid": 1, "parentcatid": -1, "category": "Books", "description": "", "image": "",
             "locked": 0, "leveldown": 0, "displayorder": 1, "numitems": 0},
            {"catid": 2, "parentcatid": 1, "category": "Sea", "description": "", "image": "",
             "locked": 0, "leveldown": 1, "displayorder": 1, "numitems": 0},
        ],
        series=[series(1, 2)],
        inseries=[{"seriesid": 1, "sid": 1, "subseriesid": 0, "confirmed": 1, "inorder": 1}],
        reviews=[review(1, 1, chapid=1), review(2, 1, uid=1, reviewer="Keeper", rating=9)],
        favorites=[{"uid": 1, "item": 1, "type": "ST", "comments": "Aye"},
                   {"uid": 1, "item": 2, "type": "AU", "comments": ""}],
        news=[{"nid": 1, "author": "Keeper", "title": "Moved", "story": "Hi", "time": AT}],
        comments=[{"cid": 1, "nid": 1, "uid": 0, "comment": "Aye.", "time": AT}],
        messages=[{"message_id": 1, "message_name": "welcome", "message_title": "",
                   "message_text": "Come in."},
                  {"message_id": 2, "message_name": "faq", "message_title": "FAQ",
                   "message_text": "Ask."}],
        pagelinks=[{"link_id": 1, "link_name": "forum", "link_text": "Forum", "link_key": None,
                    "link_url": "http://forum.example", "link_target": 0, "link_access": 0}],
        blocks=[{"block_id": 1, "block_name": "recent", "block_title": "New", "block_file": "",
                 "block_status": 2, "block_variables": ""}],
        poll=[{"poll_id": 1, "poll_question": "Tea?", "poll_opts": "Yes|#|No",
               "poll_start": AT, "poll_end": 0, "poll_results": ""}],
        poll_votes=[{"vote_id": 1, "vote_user": 1, "vote_opt": 1, "vote_poll": 1}],
        shoutbox=[{"shout_id": 1, "shout_name": "2", "shout_message": "Ahoy",
                   "shout_datestamp": AT}],
        settings=[settings(anonreviews=1, words="rum")],
    )  # fmt: skip


def test_everything_is_as_it_was_before_the_move(move):
    wren = make_member("Wren", role="archivist")
    make_member("Ben")
    before = everything()

    old = move(whole())
    assert wren.pen_names.exists()
    assert not is_opened(old)

    assert take_back(old) > 20
    after = everything()
    assert {label: rows for label, rows in after.items() if rows != before[label]} == {}


def test_what_somebody_has_written_since_keeps_what_moved_in(move):
    ben = make_member("Ben")
    old = move(whole())
    write_review(Chapter.objects.get(pk=1), by=ben.pen_name, text="Fine.")

    with pytest.raises(HasBeenOpened):
        take_back(old)

    assert Story.objects.count() == 2


def test_a_newer_backup_does_not_hide_what_was_written_before_it(move):
    ben = make_member("Ben")
    move(whole())
    write_review(Chapter.objects.get(pk=1), by=ben.pen_name, text="Fine.")
    tables = whole()
    tables["stories"] = [*tables["stories"], story(3, 2)]

    old = move(tables)

    with pytest.raises(HasBeenOpened):
        take_back(old)
    assert Story.objects.count() == 3


def test_stories_that_were_here_before_stay(ada, move):
    mine = make_story(author=ada, public=True)

    take_back(move(whole()))

    assert list(Story.objects.all()) == [mine]


def test_it_can_move_in_again_afterwards(move):
    take_back(move(whole()))

    old = move(whole())

    assert not is_opened(old)
