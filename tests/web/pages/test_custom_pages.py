import pytest

from storyhold.pages.actions import add_link, write_page
from storyhold.pages.models import Link, Page
from tests.cast import change_rules, make_member


@pytest.fixture
def wren(archive):
    return make_member("Wren", role="archivist")


def foot_of(client):
    change_rules()  # what was written in this test is not committed: read the archive anew
    return client.get("/about/").content.decode().partition("<footer")[2]


PAGE = {"title": "Help & hints", "text": "Ask *Wren*.", "audience": "all"}


def test_an_archivist_writes_a_page_and_the_foot_leads_there(client, wren):
    client.force_login(wren)

    client.post("/office/pages/new/", PAGE | {"foot_place": "1"})

    client.logout()
    assert "Ask <em>Wren</em>." in client.get("/pages/help-hints/").content.decode()
    assert '<a href="/pages/help-hints/">Help &amp; hints</a>' in foot_of(client)


def test_a_page_is_edited_moved_to_another_address_and_deleted(client, wren):
    page = write_page(title="Help", text="Old words.", foot_place=1)
    client.force_login(wren)

    client.post(f"/office/pages/{page.pk}/", PAGE | {"slug": "hilfe"})

    assert client.get("/pages/help/").status_code == 404
    assert "Ask <em>Wren</em>." in client.get("/pages/hilfe/").content.decode()
    assert "Help" not in foot_of(client)
    client.post(f"/office/pages/{page.pk}/delete/")
    assert not Page.objects.exists()


def test_a_page_for_members_asks_guests_to_sign_in_and_one_for_nobody_is_not_there(client, wren):
    write_page(title="Inside", text="Hush.", audience="members", foot_place=1)
    write_page(title="Unfinished", text="Hush.", audience="nobody", foot_place=2)

    assert client.get("/pages/inside/")["Location"] == "/account/sign-in/?next=/pages/inside/"
    assert client.get("/pages/unfinished/").status_code == 404
    assert "Inside" not in foot_of(client)
    client.force_login(make_member("Ben"))
    assert "Hush." in client.get("/pages/inside/").content.decode()
    assert "Inside" in foot_of(client)
    assert "Unfinished" not in foot_of(client)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Give the page a title"),
        ({"text": "  "}, "There is no text yet"),
        ({"slug": "taken"}, "There is a page at /pages/taken/ already"),
        ({"slug": "!!!"}, "Give the page a name of letters or digits"),
        ({"audience": "x"}, "x is not one of the available choices"),
        ({"foot_place": "-1"}, "greater than or equal to 1"),
    ],
)
def test_what_is_wrong_is_said(client, wren, wrong, said):
    write_page(title="Taken", text="x")
    client.force_login(wren)

    answer = client.post("/office/pages/new/", PAGE | wrong)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Page.objects.count() == 1


def test_programs_in_a_page_are_only_text(client, wren):
    write_page(title="Old", text="<?php echo 'x'; ?><script>alert(1)</script><p>{{ archive }}</p>")

    html = client.get("/pages/old/").content.decode().partition("<main")[2]

    assert "alert" not in html
    assert "{{ archive }}" in html


def test_links_at_the_foot_lead_anywhere_but_to_programs(client, wren):
    client.force_login(wren)
    link = {"text": "Our old home", "audience": "all", "foot_place": "1"}

    client.post("/office/pages/links/", link | {"address": "https://example.org/"})
    for bad in ("javascript:alert(1)", "help", "mailto:a@b.example", "x" * 301):
        assert client.post("/office/pages/links/", link | {"address": bad}).status_code == 422

    assert '<a href="https://example.org/">Our old home</a>' in foot_of(client)
    client.post(f"/office/pages/links/{Link.objects.get().pk}/remove/")
    assert "Our old home" not in foot_of(client)


def test_pages_and_links_stand_in_the_order_of_their_places(client, wren):
    write_page(title="Second", text="x", foot_place=2)
    add_link(text="First", address="/news/", audience="all", foot_place=1)

    foot = foot_of(client)

    assert foot.index("First") < foot.index("Second")


def test_what_every_archive_needs_is_proposed_until_it_is_there(client, wren):
    client.force_login(wren)

    desk = client.get("/office/pages/").content.decode()
    form = client.get("/office/pages/new/?slug=rules&title=Rules+for+authors").content.decode()
    write_page(title="Rules for authors", slug="rules", text="Your own words only.")

    assert "/office/pages/new/?slug=rules&amp;title=Rules+for+authors" in desk
    assert 'value="Rules for authors"' in form
    assert "slug=rules" not in client.get("/office/pages/").content.decode()


def test_the_rules_stand_above_the_form_for_a_new_story(client, wren):
    write_page(title="Rules for authors", slug="rules", text="Your own words *only*.")
    client.force_login(make_member("Ada"))

    page = client.get("/desk/new/").content.decode()

    assert page.index("Your own words <em>only</em>.") < page.index('name="title"')
