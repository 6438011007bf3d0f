"""Profiles, pages, blocks, menus, code and unknown things: nothing is run, nothing is lost."""

import json

import pytest

from storyhold.blocks.models import Block
from storyhold.importers.models import Untouched
from storyhold.news.models import NewsItem
from storyhold.pages.models import Audience, Link, Page
from storyhold.profiles.models import ProfileAnswer, ProfileField
from tests.importers.crafted.rows import message, news, small
from tests.importers.dumps import settings

pytestmark = pytest.mark.once


def field(number, kind, name, code=""):
    return {
        "field_id": number, "field_type": kind, "field_name": name, "field_title": f"{name}:",
        "field_options": "", "field_code_in": code, "field_code_out": code, "field_on": 1,
    }  # fmt: skip


def info(uid, number, text):
    return {"uid": uid, "field": number, "info": text}


def block(number, name, options):
    return {
        "block_id": number, "block_name": name, "block_title": name, "block_status": 1,
        "block_file": f"{name}/{name}.php", "block_variables": options,
    }  # fmt: skip


def link(number, name, address):
    return {
        "link_id": number, "link_name": name, "link_text": name, "link_key": "",
        "link_url": address, "link_target": 0, "link_access": 0,
    }  # fmt: skip


def test_answers_in_profiles_may_be_german_of_code_double_or_of_nobody(arrive):
    arrived = arrive(
        small(
            authorfields=[field(1, 3, "Poet"), field(2, 5, "Mood", code="<?php hack();")],
            authorinfo=[
                info(1, 1, "Ja"), info(2, 1, "Nein"), info(3, 1, "manchmal"),
                info(1, 2, "blue"), info(1, 2, "red"), info(2, 9, "gone"), info(0, 1, "Ja"),
            ],
        )
    )  # fmt: skip

    answers = set(ProfileAnswer.objects.values_list("pen_name", "field__label", "text"))
    assert answers == {(1, "Poet", "yes"), (1, "Mood", "blue")}
    assert len(arrived.numbers("yes or no is not clear")) == 1
    assert len(arrived.numbers("answer in a profile came twice")) == 1
    assert len(arrived.numbers("answer in a profile has no place")) == 2
    assert arrived.numbers("profile field holds PHP") == ["2"]
    assert not any("hack" in str(each.__dict__) for each in ProfileField.objects.all())


# What a block's options hold, and whether they can be read.
OPTIONS = {
    "UTF-8": ('a:2:{s:3:"num";s:1:"7";s:5:"title";s:7:"Größe";}'.encode(), True),
    "latin1": ('a:2:{s:3:"num";s:1:"7";s:5:"title";s:5:"Größe";}'.encode("latin-1"), True),
    "lengths of another encoding": (
        'a:2:{s:3:"num";s:1:"7";s:5:"title";s:5:"Größe";}'.encode(), True,
    ),
    "slashes": (b'a:1:{s:3:\\"num\\";s:1:\\"7\\";}', True),
    "damaged": (b"a:1:{s:3:", False),
    "an object, of which none is made": (b'O:8:"Evil":1:{s:3:"num";s:1:"7";}', True),
}  # fmt: skip


@pytest.mark.parametrize("case", OPTIONS)
def test_options_of_a_block_are_read_as_far_as_they_can_be(arrive, case):
    options, is_read = OPTIONS[case]

    arrived = arrive(small(blocks=[block(1, "recent", options)]))

    assert (Block.objects.get().how_many == 7) is is_read
    assert bool(arrived.numbers("options of a block are damaged")) is not is_read


def test_a_menu_may_name_links_that_are_not_there(arrive):
    options = b'a:1:{s:7:"content";a:2:{i:0;s:4:"home";i:1;s:5:"ghost";}}'

    arrived = arrive(
        small(
            blocks=[block(1, "menu", options), block(2, "tagcloud", b"")],
            pagelinks=[
                link(1, "home", "index.php"), link(2, "forum", "http://forum.example"),
                link(3, "chat", "chat/room.php"), link(4, "bad", "javascript:alert(1)"),
            ],
        )
    )  # fmt: skip

    assert "ghost" in arrived.sentences("menu names missing links")
    assert arrived.numbers("block has no counterpart") == ["2"]
    assert sorted(arrived.numbers("link leads nowhere")) == ["3", "4"]
    assert list(Link.objects.values_list("address", flat=True)) == ["http://forum.example"]


def test_a_page_with_php_is_shown_to_archivists_alone_and_never_run(arrive):
    text = '<h1>Guests</h1><?php system("ls"); ?>'

    arrived = arrive(small(messages=[message(1, "guests", text), message(2, "faq", "Ask.")]))

    pages = {each.slug: each for each in Page.objects.all()}
    assert pages["guests"].audience == Audience.NOBODY
    assert "system(" in pages["guests"].html
    assert "<?php" not in pages["guests"].html
    assert pages["faq"].audience != Audience.NOBODY
    assert arrived.numbers("page holds PHP") == ["1"]


def test_code_modules_and_unknown_things_are_kept_aside_with_their_bytes(arrive):
    plain = 'include(_BASEDIR."modules/challenges/storyblock.php");'
    arrived = arrive(
        small(
            codeblocks=[
                {"code_id": 1, "code_text": plain, "code_type": "storyblock",
                 "code_module": "challenges"},
                {"code_id": 2, "code_text": "eval($x);", "code_type": "AO", "code_module": "own"},
            ],
            modules=[{"id": 1, "name": "Challenges", "version": "1"}],
            recommendations=[{"recid": 4, "uid": 1, "url": "http://x.example", "title": "Read"}],
            gifts=[{"giver": 2, "what": "tea"}],
            stats=[{"sitekey": "lantern", "stories": 9, "members": 3}],
            news=[news(1) | {"mood": "glad"}],
        )
    )  # fmt: skip

    assert arrived.numbers("code of its own") == ["2"]
    assert arrived.said("module was installed")
    tables = {each.table for each in arrived.report.first["rows are kept aside"]}
    assert tables == {"gifts", "recommendations"}
    assert json.loads(Untouched.objects.get(table="gifts").raw)["what"] == "tea"
    assert Untouched.objects.get(table="news", column="mood").raw == b"glad"
    assert "9 stories; there are 2" in arrived.sentences("total was another")


def test_what_is_private_comes_nowhere(arrive):
    arrived = arrive(
        small(
            settings=[settings(smtp_host="mail.example", smtp_password="hunter2")],
            log=[
                {"log_id": 1, "log_action": "Ada ( 2 ) from 203.0.113.9", "log_uid": 2,
                 "log_ip": "203.0.113.9", "log_timestamp": 1_200_000_000, "log_type": "LP"},
                {"log_id": 2, "log_action": "Ben ( 3 ) changed penname Bun ( 3 ) to Ben.",
                 "log_uid": 3, "log_ip": 0, "log_timestamp": 1_200_000_000, "log_type": "EB"},
            ],
            online=[{"online_uid": 2, "online_ip": "203.0.113.8", "online_timestamp": 1}],
        )
    )  # fmt: skip

    assert arrived.said("mail credentials are left out")
    assert arrived.said("column left out")
    assert arrived.numbers("sentence of the log is left out") == ["1"]
    kept = b" ".join(each.raw for each in Untouched.objects.all())
    assert b"Bun" in kept
    for secret in (b"203.0.113", b"hunter2"):
        assert secret not in kept


def test_a_page_of_settings_without_counterparts_is_told_of_setting_by_setting(arrive):
    arrived = arrive(small(settings=[settings(skin="Epiphany", hiddenskins="A,B", odd="9")]))

    assert "“skin” was: Epiphany" in arrived.sentences("setting has no counterpart")
    assert "“odd” was: 9" in arrived.sentences("setting is not known")


def test_a_number_that_no_column_holds_gives_way_to_one_that_is_free(arrive):
    arrive(small(news=[news(1) | {"nid": "9" * 20}]))

    assert NewsItem.objects.get().pk < 10
