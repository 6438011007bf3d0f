import pytest

from storyhold.stories.actions.writing import Details, change_details
from storyhold.stories.models import Story
from storyhold.tags.actions import add_tag
from storyhold.tags.actions.keeping import AboutTag, change_tag
from storyhold.tags.models import Tag, TagKind
from tests.cast import make_story


@pytest.fixture
def story(ada):
    return make_story(author=ada)


@pytest.fixture
def here(story):
    return f"/desk/stories/{story.pk}/details/"


def send_back(client, here, **changed):
    """Send the form as the page shows it, with a few fields changed."""
    form = client.get(here).context["form"]
    shown = {field.name: field.value() for field in form if field.value() not in (None, False)}
    return client.post(here, shown | changed)


def tags_of(story):
    return sorted(tag.name for tag in story.tags.all())


def test_details_are_saved(adas, story, here, general):
    answer = send_back(adas, here, title="High Water", rating=general, is_complete="on",
                       language="de", tags_freeform="tides, lamps")  # fmt: skip

    story.refresh_from_db()
    assert answer.url == f"/desk/stories/{story.pk}/"
    assert (story.title, story.language, story.is_complete) == ("High Water", "de", True)
    assert tags_of(story) == ["lamps", "tides"]


def test_without_a_title_nothing_changes(adas, story, here):
    page = send_back(adas, here, title="", summary="Typed long.")

    assert page.status_code == 422
    assert "Typed long.</textarea>" in page.content.decode()
    assert Story.objects.get().title == story.title


def test_what_is_sent_back_as_it_was_changes_nothing(adas, story, here, general):
    category = TagKind.objects.get(key="category")
    fandom = TagKind.objects.get(key="fandom")
    character = TagKind.objects.get(key="character")
    books, films = add_tag(category, "Books"), add_tag(category, "Films")
    emma, persuasion = add_tag(fandom, "Emma"), add_tag(fandom, "Persuasion")
    twins = [
        add_tag(category, "Other", parent=books),
        add_tag(category, "Other", parent=films),
        add_tag(character, "Anne", within=emma),
        add_tag(character, "Anne", within=persuasion),
        add_tag(character, "Elliot, Anne"),
        add_tag(character, "Elliot"),
    ]
    chosen = [twins[1], twins[3], twins[4]]
    tags = {"category": [twins[1]], "character": chosen[1:]}
    change_details(story, Details(title="T", tags=tags))

    send_back(adas, here, rating=general)

    assert set(story.tags.all()) == set(chosen)


def test_a_tree_is_shown_as_one(adas, here):
    category = TagKind.objects.get(key="category")
    books = add_tag(category, "Books")
    add_tag(category, "Emma", parent=books)

    html = adas.get(here).content.decode()

    assert "\u2003Emma" in html
    assert html.index("Books") < html.index("\u2003Emma")


def test_a_long_closed_vocabulary_becomes_a_list(adas, here):
    genre = TagKind.objects.get(key="genre")
    for number in range(60):
        add_tag(genre, f"Genre {number}")

    assert '<select name="tags_genre"' in adas.get(here).content.decode()


def test_a_kind_of_which_there_is_one(adas, story, here, general):
    TagKind.objects.filter(key="genre").update(is_single=True)
    drama = TagKind.objects.get(key="genre").tags.get(name="Drama")

    send_back(adas, here, rating=general, tags_genre=str(drama.pk))

    assert tags_of(story) == ["Drama"]


def test_a_tag_of_another_kind_is_not_smuggled_in(adas, story, here, general):
    warning = TagKind.objects.get(key="warning").tags.first()

    page = send_back(adas, here, rating=general, tags_genre=[str(warning.pk)])

    assert page.status_code == 422
    assert tags_of(story) == []


def test_commas_of_other_scripts_divide_as_well(adas, story, here, general):
    send_back(adas, here, rating=general, tags_freeform="潮、灯，海، موج")

    assert tags_of(story) == sorted(["潮", "灯", "海", "موج"])


def test_a_language_that_we_do_not_list_is_kept(adas, story, here, general):
    Story.objects.update(language="sco")

    send_back(adas, here, rating=general)

    story.refresh_from_db()
    assert story.language == "sco"


def test_another_member_finds_nothing(bens, here):
    assert bens.get(here).status_code == 404
    assert bens.post(here, {"title": "Mine"}).status_code == 404
    assert Story.objects.get().title != "Mine"


def test_a_guest_is_asked_to_sign_in(client, here):
    assert client.get(here).url == f"/account/sign-in/?next={here}"


def test_a_closed_tag_stays_and_is_offered_to_nobody_else(adas, ada, story, here, general):
    drama, angst = Tag.objects.get(name="Drama"), Tag.objects.get(name="Angst")
    send_back(adas, here, rating=general, tags_genre=[drama.pk])
    for tag in (drama, angst):
        change_tag(tag, AboutTag(name=tag.name, is_closed=True))

    form = adas.get(here).content.decode()
    assert f'value="{drama.pk}"' in form
    assert f'value="{angst.pk}"' not in form
    assert f'value="{drama.pk}"' not in adas.get("/desk/new/").content.decode()
    send_back(adas, here, rating=general)
    assert tags_of(story) == ["Drama"]


def test_characters_stand_under_their_fandom(adas, here):
    character = TagKind.objects.get(key="character")
    character.is_open = False
    character.save()
    emma = add_tag(TagKind.objects.get(key="fandom"), "Emma")
    add_tag(character, "Knightley", within=emma)
    add_tag(character, "A ghost")

    form = adas.get(here).content.decode()

    assert form.index("A ghost") < form.index("<legend>Emma</legend>") < form.index("Knightley")
