from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, Tag, TagKind
from tests.cast import make_story


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_kind_is_made_and_its_tags_are_offered(office):
    typed = {
        "name": "Season",
        "name_plural": "Seasons",
        "description": "*When.*",
        "is_single": "on",
    }

    answer = office.post("/office/tags/new/", typed, follow=True)
    office.post("/office/tags/season/", {"names": "Spring\nAutumn"})

    assert "The kind “Season” is made." in words(answer)
    assert "Autumn" in words(office.get("/desk/new/"))
    assert "/tags/season/" in words(office.get("/tags/"))


def test_a_kind_is_changed_and_moved(office, kinds):
    office.post("/office/tags/genre/edit/", {"name": "Mood", "name_plural": "Moods"})
    office.post("/office/tags/genre/move/", {"steps": "-99"})

    first = TagKind.objects.first()
    assert (first.key, first.name_plural) == ("genre", "Moods")


def test_what_is_wrong_with_a_kind_is_said_beside_the_field(office, ada, kinds):
    make_story(author=ada, public=True, tags={"genre": ["Drama", "Comedy"]})
    typed = {"name": "Genre", "name_plural": "Genres", "is_single": "on"}

    assert office.post("/office/tags/new/", {"name": "Season"}).status_code == 422
    refused = office.post("/office/tags/genre/edit/", typed)

    assert refused.status_code == 422
    assert "Of the Genres a story may have one, and some would have several (1 in all)." in words(
        refused
    )


def test_a_kind_with_tags_goes_only_into_another(office, kinds):
    add_tag(kinds["fandom"], "Moby-Dick")

    refused = office.post("/office/tags/fandom/delete/", {"into": ""})
    answer = office.post("/office/tags/fandom/delete/", {"into": kinds["category"].pk}, follow=True)

    assert "This kind has tags (1). Nothing was deleted." in words(refused)
    assert "The kind “Fandom” is deleted." in words(answer)
    assert Tag.objects.get(name="Moby-Dick").kind == kinds["category"]


def test_ratings_are_made_ordered_and_changed(office):
    office.post("/office/ratings/new/", {"name": "Ours", "must_sign_in": "on"})
    ours = Rating.objects.get(name="Ours")

    office.post(f"/office/ratings/{ours.pk}/move/", {"steps": "-9"})
    twice = office.post("/office/ratings/new/", {"name": "GENERAL"})
    office.post(f"/office/ratings/{ours.pk}/", {"name": "Members", "must_sign_in": "on"})

    assert Rating.objects.first().name == "Members"
    assert twice.status_code == 422
    assert "There is a rating “GENERAL” already." in words(twice)


def test_a_deleted_ratings_stories_pass_no_gate_in_silence(office, ada):
    explicit, general = Rating.objects.get(name="Explicit"), Rating.objects.get(name="General")
    story = make_story(author=ada, rating=explicit)
    address = f"/office/ratings/{explicit.pk}/delete/"

    assert "1 story has it" in words(office.get(address))
    assert office.post(address, {"into": ""}).status_code == 422
    refused = office.post(address, {"into": general.pk})
    assert "“General” asks less of readers than “Explicit” does." in words(refused)
    office.post(address, {"into": general.pk, "is_agreed": "on"})

    story.refresh_from_db()
    assert story.rating == general


def test_nobody_else_gets_in(client, ada):
    client.force_login(ada)

    assert client.get("/office/tags/").status_code == 404
    assert client.get("/office/ratings/").status_code == 404
