from django.test import Client

from storyhold.stories.models import Story
from tests.cast import make_story


def words(answer):
    return answer.content.decode()


def number_of(story):
    return Story.objects.get(pk=story.pk).kudos_count


def test_a_guest_leaves_kudos_below_a_chapter_and_is_back_there(client, story):
    page = f"/stories/{story.pk}/chapters/2/"
    html = words(client.get(page))
    assert "Leave kudos" in html
    assert "csrfmiddlewaretoken" not in html

    after = client.post(f"/stories/{story.pk}/kudos/", {"next": f"{page}#kudos"})

    assert after["Location"] == f"{page}#kudos"
    html = words(client.get(page))
    assert "Your kudos are with the author." in html
    assert "1 kudos" in html


def test_a_guest_s_second_click_counts_nothing(client, story):
    address = f"/stories/{story.pk}/kudos/"
    client.post(address)
    assert client.cookies["kudos"].value == str(story.pk)

    again = client.post(address, follow=True, headers={"User-Agent": "a browser updated since"})
    from_another_window = Client().post(address, follow=True)

    assert "You have left kudos here already." in words(again)
    assert "You have left kudos here already." in words(from_another_window)
    assert number_of(story) == 1


def test_the_cookie_keeps_the_last_stories_and_no_nonsense(client, story):
    client.cookies["kudos"] = ".".join(map(str, range(1000, 1250))) + ".x.-1." + "9" * 50

    client.post(f"/stories/{story.pk}/kudos/")

    numbers = client.cookies["kudos"].value.split(".")
    assert len(numbers) == 200
    assert numbers[-2:] == ["1249", str(story.pk)]


def test_a_member_sees_that_they_have_left_kudos(client, story, ben):
    client.force_login(ben)
    page = story.get_absolute_url()
    assert "Leave kudos" in words(client.get(page))

    client.post(f"/stories/{story.pk}/kudos/")

    html = words(client.get(page))
    assert "You have left kudos." in html
    assert "Leave kudos" not in html
    assert "kudos" not in client.cookies


def test_a_member_s_button_carries_a_token_that_is_checked(story, ben):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ben)

    assert strict.post(f"/stories/{story.pk}/kudos/").status_code == 403


def test_kudos_sent_from_another_site_are_refused(client, story):
    answer = client.post(f"/stories/{story.pk}/kudos/", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert number_of(story) == 0


def test_authors_see_the_number_and_no_button(client, story, ada):
    client.post(f"/stories/{story.pk}/kudos/")
    client.force_login(ada)

    html = words(client.get(story.get_absolute_url()))

    assert "1 kudos" in html
    assert "Leave kudos" not in html
    assert "its kudos come from readers" in words(
        client.post(f"/stories/{story.pk}/kudos/", follow=True)
    )


def test_a_draft_gets_no_kudos(client, ada):
    draft = make_story(author=ada)

    assert client.post(f"/stories/{draft.pk}/kudos/").status_code == 404


def test_an_archive_without_kudos_shows_none(client, story, house_rules):
    house_rules(has_kudos=False)

    assert "udos" not in words(client.get(story.get_absolute_url()))
    refused = client.post(f"/stories/{story.pk}/kudos/", follow=True)
    assert "There are no kudos in this archive." in words(refused)


def test_one_address_leaves_no_hundred_kudos(story):
    address = f"/stories/{story.pk}/kudos/"
    for number in range(60):
        Client().post(address, headers={"User-Agent": f"browser {number}"})

    one_more = Client().post(address, headers={"User-Agent": "yet another"}, follow=True)

    assert "a lot of kudos from here" in words(one_more)
    assert number_of(story) == 60
