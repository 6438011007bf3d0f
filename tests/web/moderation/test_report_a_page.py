from datetime import timedelta

import pytest
from django.utils.timezone import now

from storyhold.moderation.actions.keeping import forget_settled, report_page, settle
from storyhold.moderation.models import Report
from storyhold.web.parts.kept import TICKET
from tests.cast import make_review, make_story

REPORT = {"path": "/about/", "reason": "bug", "text": "It is *upside* down."}


def test_a_guest_reports_the_page_they_stand_on_and_the_moderators_settle_it(client, ada, mo):
    story = make_story(author=ada, public=True)
    page = client.get(story.get_absolute_url()).content.decode()
    link = f"/report/?path={story.get_absolute_url()}"
    assert f'href="{link}"' in page
    form = client.get(link).content.decode()
    assert f'value="{story.get_absolute_url()}"' in form
    assert "csrfmiddlewaretoken" not in form

    answer = client.post("/report/", REPORT | {"path": story.get_absolute_url()})

    assert answer["Location"] == story.get_absolute_url()
    report = Report.objects.get()
    client.force_login(mo)
    mo.refresh_from_db()
    assert mo.unread_notices == 1
    assert f"/office/reports/{report.pk}/" in client.get("/office/reports/").content.decode()
    assert "It is <em>upside</em> down." in client.get(report.get_absolute_url()).content.decode()
    client.post(report.get_absolute_url(), {"note": "Turned it round."})
    assert report.get_absolute_url() not in client.get("/office/reports/").content.decode()
    settled = client.get("/office/reports/?state=settled").content.decode()
    assert f"/office/reports/{report.pk}/" in settled
    assert "Turned it round." in client.get(report.get_absolute_url()).content.decode()
    mo.refresh_from_db()
    assert mo.unread_notices == 0
    client.post(f"/office/reports/{report.pk}/reopen/")
    assert Report.objects.get().settled_at is None


def test_nothing_is_shown_to_the_reported(client, ada, ben):
    story = make_story(author=ada, public=True)
    report_page(story.get_absolute_url(), reason="rules", text="Copied.", by=ben.pen_name)
    client.force_login(ada)

    assert client.get("/office/reports/").status_code == 404
    assert "Copied" not in client.get(story.get_absolute_url()).content.decode()
    ada.refresh_from_db()
    assert ada.unread_notices == 0


def test_a_review_has_an_address_of_its_own_to_report(client, ada, ben):
    story = make_story(author=ada, public=True)
    review = make_review(story.chapters.get(), by=ben)

    page = client.get(story.get_absolute_url()).content.decode()

    assert f"/report/?path=/reviews/{review.pk}/" in page
    place = f"{story.get_absolute_url()}#review-{review.pk}"
    assert client.get(f"/reviews/{review.pk}/")["Location"] == place


@pytest.mark.parametrize(
    "path",
    ["http://testserver/about/", "/about/", "/about/?page=2#x", "/tags/1-%D0%BA%D0%BE%D1%82/"],
)
def test_an_address_of_ours_is_taken_as_people_copy_it(client, archive, path):
    client.post("/report/", REPORT | {"path": path})

    assert Report.objects.get().path == path.removeprefix("http://testserver")


@pytest.mark.parametrize(
    "path", ["https://evil.example/", "//evil.example", "/\\evil.example", "/nowhere/", "x", ""]
)
def test_another_address_is_not(client, archive, path):
    answer = client.post("/report/", REPORT | {"path": path})

    assert answer.status_code == 422
    assert "upside" in answer.content.decode()
    assert f'value="{path}"' not in client.get(f"/report/?path={path}").content.decode() or not path
    assert not Report.objects.exists()


def test_programs_strangers_and_the_hasty_are_kept_out(client, archive):
    trap = client.post("/report/", REPORT | {"homepage": "http://spam.example"})
    elsewhere = client.post("/report/", REPORT, headers={"Origin": "https://evil.example"})

    assert (trap.status_code, elsewhere.status_code) == (422, 403)
    assert not Report.objects.exists()
    for _time in range(20):
        client.post("/report/", REPORT)
    answer = client.post("/report/", REPORT)
    assert answer.status_code == 422
    assert "upside" in answer.content.decode()
    assert Report.objects.count() == 20


def test_a_members_form_whose_sign_in_has_run_out_is_kept(client, ben):
    client.force_login(ben)
    page = client.get("/report/").content.decode()
    ticket = page.partition(f'name="{TICKET}" value="')[2].partition('"')[0]
    client.logout()

    answer = client.post("/report/", REPORT | {TICKET: ticket})

    assert answer["Location"] == "/account/sign-in/?next=/report/"
    client.force_login(ben)
    assert not Report.objects.exists()


def test_what_was_settled_a_year_ago_is_forgotten(mo):
    old = report_page("/about/", reason="bug", text="x", by=None)
    settle(old, by=mo)
    Report.objects.update(settled_at=now() - timedelta(days=366))
    report_page("/about/", reason="bug", text="x", by=None)

    forget_settled()

    assert Report.objects.get().settled_at is None


def test_a_link_to_report_a_work_stands_near_its_text_once_readers_see_it(client, ada):
    story = make_story(author=ada, public=True, chapters=2)
    draft = make_story(author=ada)
    chapter = story.chapters.get(number=2)

    for page, path in [
        (story, story.get_absolute_url()),
        (chapter, chapter.get_absolute_url()),
        (f"/stories/{story.pk}/whole/", f"/stories/{story.pk}/whole/"),
    ]:
        address = page if isinstance(page, str) else page.get_absolute_url()
        near = client.get(address).content.decode().partition("<footer")[0]
        assert f'/report/?path={path}"' in near

    client.force_login(ada)
    near = client.get(draft.get_absolute_url()).content.decode().partition("<footer")[0]
    assert "/report/" not in near
