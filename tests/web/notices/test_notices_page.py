import pytest
from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.notices.actions import tell
from storyhold.notices.models import Notice
from tests.cast import make_member

pytestmark = pytest.mark.usefixtures("archive")

LIST = "/account/notices/"


@pytest.fixture
def ada(client):
    member = make_member("Ada")
    client.force_login(member)
    return member


def told(member, number=1, title="Low <b>Water</b>"):
    news = {"about": f"review:{number}", "path": f"/about/?{number}", "reader": "Dora"}
    tell([member], "review", **news, title=title)
    return Notice.objects.get(member=member, about=f"review:{number}")


def page(client, address=LIST):
    return client.get(address).content.decode()


def test_the_newest_stands_first_and_unread_ones_say_so(client, ada):
    read, _new = told(ada, 1, "Old"), told(ada, 2)
    client.get(read.get_absolute_url())

    html = page(client)

    assert html.index("“Low &lt;b&gt;Water&lt;/b&gt;”") < html.index("“Old”")
    assert html.count('<span class="state">New</span>') == 1


def test_the_head_of_every_page_counts_what_is_unread(client, ada):
    assert "unread" not in page(client, "/about/")

    told(ada, 1), told(ada, 2)

    assert '2<span class="visually-hidden"> unread notices</span>' in page(client, "/about/")


def test_following_a_notice_leads_on_and_marks_it_read(client, ada):
    notice = told(ada)

    client.get(notice.get_absolute_url(), headers={"Sec-Purpose": "prefetch"})
    client.head(notice.get_absolute_url())
    assert Member.objects.get(pk=ada.pk).unread_notices == 1

    assert client.get(notice.get_absolute_url()).url == "/about/?1"
    assert Member.objects.get(pk=ada.pk).unread_notices == 0


def test_all_are_marked_as_read(client, ada):
    told(ada, 1), told(ada, 2)

    client.post(reverse("notices:read_all"))

    assert ">New</span>" not in page(client)


def test_one_is_deleted(client, ada):
    notice = told(ada)

    answer = client.post(reverse("notices:delete", args=[notice.pk]), {"next": f"{LIST}?page=1"})

    assert answer.url == f"{LIST}?page=1"
    assert not Notice.objects.exists()


def test_the_list_has_pages_and_a_fixed_number_of_queries(client, ada, django_assert_num_queries):
    for number in range(51):
        told(ada, number)

    with django_assert_num_queries(5):
        page(client)
    assert page(client, f"{LIST}?page=2").count("“Low") == 2
