"""Settings become house rules, messages texts and pages; blocks, links and fields find their place.

What has no place is said, and its bytes are kept.
"""

import json

import pytest

from storyhold.accounts.models import PenName
from storyhold.archive.models import Archive
from storyhold.betas.models import Offer
from storyhold.blocks.models import Block, Place
from storyhold.importers.models import OldNumber, Untouched
from storyhold.pages.models import Audience, Link, Page
from storyhold.profiles.models import Kind, ProfileAnswer, ProfileField
from tests.cast import change_rules, make_story
from tests.importers.dumps import archive, author, prefs, settings


def message(number, name, text, title=""):
    return {
        "message_id": number,
        "message_name": name,
        "message_title": title,
        "message_text": text,
    }


def link(number, name, address, text="A link", access=0):
    return {
        "link_id": number,
        "link_name": name,
        "link_text": text,
        "link_key": None,
        "link_url": address,
        "link_target": "0",
        "link_access": access,
    }


def block(number, name, status=1, options=b""):
    return {
        "block_id": number,
        "block_name": name,
        "block_title": name.title(),
        "block_file": f"{name}/{name}.php",
        "block_status": status,
        "block_variables": options,
    }


def field(number, kind, name, *, on=1, options="", code=""):
    return {
        "field_id": number,
        "field_type": kind,
        "field_name": name,
        "field_title": f"{name.title()}:",
        "field_options": options,
        "field_code_in": code,
        "field_code_out": code,
        "field_on": on,
    }


def answer(uid, number, text):
    return {"uid": uid, "field": number, "info": text}


def of(**tables):
    """An archive of two members, no works, and these tables."""
    return archive(**{"stories": [], "chapters": [], "reviews": []} | tables)


def house():
    return Archive.objects.get()


def test_house_rules_follow_the_old_settings(move):
    row = settings(
        sitename="The \\'Lantern\\' Room", slogan="Left burning", language="de_at",
        submissionsoff=1, autovalidate=0, coauthallowed=0, roundrobins=0, maxwords=9_000,
        minwords=50, imageupload=0, allowseries=1, newscomments=0, recentdays=14, itemsperpage=3,
        extendcats=1, displayindex=1, reviewsallowed=1, anonreviews=1, rateonly=1, ratings=2,
        revdelete=2, words="rum, sea*", setreg=0, anonchallenges=1,
    )  # fmt: skip

    move(of(settings=[row]))

    now = house()
    assert (now.name, now.tagline, now.language) == ("The 'Lantern' Room", "Left burning", "de")
    assert (now.submissions_open, now.new_work_waits) == (False, True)
    assert (now.co_authors_allowed, now.round_robins_allowed) == (False, False)
    assert (now.least_words, now.most_words, now.most_illustrations) == (50, 9_000, 0)
    assert (now.series_by, now.news_may_be_commented, now.recent_days) == ("authors", False, 14)
    assert (now.stories_on_a_page, now.whole_category_paths, now.contents_first) == (5, True, True)
    assert (now.guests_may_review, now.ratings_may_stand_alone) == (True, True)
    assert (now.review_rating, now.authors_may_delete_reviews) == ("likes", "all")
    assert (now.registration, now.guests_may_challenge) == ("closed", True)
    assert now.forbidden_words == "rum, sea*"


def test_settings_with_no_counterpart_are_said_and_access_to_mail_never_comes(move):
    old = move(
        of(settings=[settings(skin="Epiphany", smtp_host="mail.example", odd="9", favorites=0)])
    )

    assert "“skin” was: Epiphany. Nothing here corresponds to it." in move.said(
        "setting has no counterpart"
    )
    assert "“odd” was: 9." in move.said("setting is not known")
    assert move.said("mail credentials are left out")
    assert not any(column in str(old.before) for column in ("smtp", "mail.example"))
    assert house().kept_word == "favorites"


def test_what_an_archive_with_stories_has_chosen_stays_and_what_was_there_is_remembered(ada, move):
    make_story(author=ada, public=True)
    change_rules(name="Our House", recent_days=30)

    old = move(of(settings=[settings(recentdays=14, anonreviews=1)]))

    assert (house().name, house().recent_days, house().guests_may_review) == ("Our House", 30, True)
    assert old.before["guests_may_review"] is False
    assert "recent_days" not in old.before
    assert len(move.said("setting stays as it is here")) == 2


def test_settings_follow_once_and_not_whenever_a_newer_dump_comes(move):
    move(of())
    change_rules(recent_days=3)

    move(of(settings=[settings(recentdays=14)]))

    assert house().recent_days == 3


def test_messages_become_house_texts_letters_and_pages(move):
    move(
        of(
            messages=[
                message(1, "welcome", "<p>Come <b>in</b></p>"),
                message(2, "tos", "Be thirteen."),
                message(3, "printercopyright", "Printed."),
                message(4, "maintenance", "Back soon."),
                message(5, "thankyou", "Dear {author},<br />“{storytitle}” is up. {adminname}"),
                message(6, "Lantern_FAQ", "<ul><li>One</li></ul>", title="About"),
                message(7, "tinyMCE", "theme: advanced"),
                message(8, "copyright", "© them"),
                message(9, "empty", "  "),
            ],
            pagelinks=[link(1, "faq", "viewpage.php?page=lantern_faq")],
        )
    )

    now = house()
    assert now.welcome_html == "<p>Come <strong>in</strong></p>"
    assert (now.terms_source, now.print_words_source) == ("Be thirteen.", "Printed.")
    assert now.closed_words_source == "Back soon."
    assert now.approval_letter == "Dear {author},\n“{story}” is up. {moderator}"
    assert {page.pk: page.slug for page in Page.objects.all()} == {
        6: "lantern-faq",
        8: "copyright",
    }
    assert [each["text"] for each in now.foot] == ["About", "Copyright"]
    assert OldNumber.objects.get(kind="page", old="Lantern_FAQ").new == 6
    assert move.said("page is empty")


def test_a_page_that_is_a_program_is_shown_to_archivists_alone_and_never_run(move):
    move(of(messages=[message(3, "guestbook", '<b>Hi</b><?php system("ls"); ?>')]))

    page = Page.objects.get()
    assert page.audience == Audience.NOBODY
    assert "&lt;?php system" in page.html
    assert house().foot == []
    assert move.said("page holds PHP")


def test_a_page_never_takes_the_address_of_another(move):
    from storyhold.pages.actions import write_page

    ours = write_page(title="Rules", text="Ours.", slug="rules")

    move(of(messages=[message(ours.pk, "rules", "Theirs.")]))

    assert Page.objects.get(pk=ours.pk).source == "Ours."
    assert Page.objects.exclude(pk=ours.pk).get().slug == "rules-2"
    assert move.said("page has another address")


def test_links_come_in_that_lead_to_other_sites_or_single_things(move):
    move(
        of(
            pagelinks=[
                link(1, "home", "index.php"),
                link(2, "forum", "http://forum.example.org/", text="Our <b>forum</b>"),
                link(3, "story", "http://old.example.org/viewstory.php?sid=4", access=1),
                link(4, "chat", "chat/room.php", text="Chat"),
                link(5, "bad", "javascript:alert(1)"),
                link(6, "staff", "https://staff.example.org", access=2),
            ]
        )
    )

    rows = {each.pk: (each.text, each.address, each.audience) for each in Link.objects.all()}
    assert rows == {
        2: ("Our forum", "http://forum.example.org/", "all"),
        3: ("A link", "/viewstory.php?sid=4", "members"),
        6: ("A link", "https://staff.example.org", "nobody"),
    }
    assert "“Chat” led to chat/room.php, which has no counterpart here." in move.said(
        "link leads nowhere"
    )
    assert len(move.said("link leads nowhere")) == 2


def test_blocks_come_in_with_their_places_and_options(move):
    menu = 'a:1:{s:7:"content";a:2:{i:0;s:4:"home";i:1;s:6:"grüße";}}'.encode()
    latin = 'a:2:{s:3:"num";s:1:"7";s:5:"title";s:5:"Größe";}'.encode()

    move(
        of(
            blocks=[
                block(1, "recent", 2, latin),
                block(2, "menu", 1, menu),
                block(3, "shoutbox", 0, b'a:1:{s:11:\\"guestshouts\\";s:1:\\"1\\";}'),
                block(4, "login"),
                block(5, "tagcloud"),
                block(6, "random", 2, b"a:1:{broken"),
            ],
            pagelinks=[link(1, "home", "index.php")],
        )
    )

    rows = [(each.kind, each.place, each.how_many) for each in Block.objects.all()]
    assert rows == [
        ("updated", Place.FRONT, 7),
        ("menu", Place.EVERYWHERE, 5),
        ("shoutbox", Place.NOWHERE, 5),
        ("random", Place.FRONT, 5),
    ]
    assert [each["kind"] for each in house().blocks] == ["updated", "menu", "random"]
    assert house().guests_may_shout
    assert move.said("menu names missing links") == [
        "The menu names links that do not exist: grüße."
    ]
    assert move.said("options of a block are damaged")
    assert move.said("block has no counterpart")


def test_fields_of_profiles_come_in_with_one_answer_each(move):
    move(
        of(
            authors=[author(1, "Ada"), author(2, "Ben", website="http://ben.example"),
                     author(3, "Cleo", realname="Cleo Smith")],
            authorprefs=[prefs(1)],
            authorfields=[
                field(1, 4, "lj", options="http://{info}.livejournal.com"),
                field(2, 1, "website"),
                field(3, 5, "icq", code="$output = 1;"),
                field(4, 3, "betareader"),
                field(5, 2, "gender", options="male|#|female", on=0),
                field(6, 3, "poet"),
                field(7, 6, "motto", on=0),
            ],
            authorinfo=[
                answer(1, 1, "ada_l"), answer(1, 2, "ada.example"), answer(2, 2, "http://b.example"),
                answer(1, 3, "12-34"), answer(1, 4, "Ja"), answer(2, 4, "Nein"),
                answer(3, 4, "vielleicht"), answer(1, 5, "female"), answer(1, 6, "Evet"),
                answer(1, 6, "Hayır"), answer(2, 9, "of a field that is gone"),
                answer(0, 1, "nobody"), answer(77, 1, "gone"), answer(2, 1, ""),
            ],
        )
    )  # fmt: skip

    kinds = dict(ProfileField.objects.values_list("label", "kind"))
    assert kinds == {
        "Lj": Kind.HANDLE, "Icq": Kind.TEXT, "Gender": Kind.CHOICE, "Poet": Kind.YES,
        "Real name": Kind.TEXT,
    }  # fmt: skip
    shown = ProfileField.objects.filter(is_shown=True).values_list("label", flat=True)
    assert set(shown) == {"Lj", "Icq", "Poet"}
    answers = ProfileAnswer.objects.values_list("pen_name", "field__label", "text")
    assert set(answers) == {
        (1, "Lj", "ada_l"), (1, "Icq", "12-34"), (1, "Gender", "female"), (1, "Poet", "yes"),
        (3, "Real name", "Cleo Smith"),
    }  # fmt: skip
    assert list(Offer.objects.values_list("pen_name", flat=True)) == [1]
    websites = dict(PenName.objects.values_list("pk", "website"))
    assert websites == {1: "http://ada.example", 2: "http://ben.example", 3: ""}
    assert len(move.said("answer in a profile has no place")) == 3
    assert len(move.said("answer in a profile came twice")) == 1
    assert len(move.said("yes or no is not clear")) == 1
    assert move.said("profile field holds PHP")
    assert move.said("websites differ")
    assert move.said("profile field was never used") == [
        "“Motto” was switched off and has no answers. It was left out."
    ]


INCLUDE = 'include(_BASEDIR."modules/challenges/storyblock.php");'


def test_code_panels_unknown_tables_and_columns_are_kept_aside_and_said(move):
    move(
        of(
            authors=[author(1, "Ada", karma="12"), author(2, "Ben", karma="")],
            codeblocks=[
                {"code_id": 1, "code_text": INCLUDE,
                 "code_type": "storyblock", "code_module": "challenges"},
                {"code_id": 2, "code_text": "echo 'Hi';", "code_type": "AO", "code_module": "own"},
            ],
            modules=[{"id": 1, "name": "Challenges", "version": "1.4"}],
            recommendations=[{"recid": 1, "uid": 1, "url": "http://x.example", "title": "Read"}],
            gifts=[{"giver": 1, "what": "tea"}, {"giver": 1, "what": "a lamp"}],
            stats=[{"sitekey": "lantern", "stories": 5, "members": 2}],
        )
    )  # fmt: skip

    assert len(move.said("code of its own")) == 1
    assert move.said("module was installed") == [
        "“Challenges” was installed. Modules themselves do not move in."
    ]
    assert move.said("rows are kept aside") == [
        "1 rows of “recommendations” have no place here and were kept aside.",
        "2 rows of “gifts” have no place here and were kept aside.",
    ]
    assert move.said("column is not understood")
    assert "The old site said it had 5 stories; there are 0." in move.said("total was another")
    kept = [json.loads(row.raw) for row in Untouched.objects.filter(table="gifts")]
    assert {row["what"] for row in kept} == {"tea", "a lamp"}
    assert Untouched.objects.get(table="authors", number="1", column="karma").raw == b"12"


@pytest.mark.parametrize("table", ["messages", "pagelinks", "blocks", "authorfields", "settings"])
def test_a_site_without_a_table_moves_in_all_the_same(move, table):
    rows = of()
    rows[table] = []

    move(rows)

    assert PenName.objects.count() == 2
