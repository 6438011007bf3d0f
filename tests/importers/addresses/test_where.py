"""Every kind of address that an eFiction archive had leads to its successor."""

from django.contrib.auth.models import AnonymousUser

from storyhold.importers.addresses.catalogue import Catalogue
from storyhold.importers.addresses.checking import check
from storyhold.importers.addresses.deciding import OldAddresses
from storyhold.importers.addresses.outcomes import Gone, Leads
from storyhold.importers.models import Move, OldNumber
from storyhold.stories.actions.trash import delete_story
from tests.cast import make_story

STORIES = {
    "/viewstory.php?sid=101": "{story}",
    "/viewstory.php?sid=101&chapter=3": "{chapter}",
    "/viewstory.php?sid=101&chapter=2": "{story}",  # there was none
    "/viewstory.php?sid=101&chapter=99999999999999999999": "{story}",
    "/viewstory.php?sid=101&chapter=all": "/stories/{s}/whole/",
    "/viewstory.php?chapid=202": "{chapter}",
    "/viewstory.php?sid=7&chapid=202": "{chapter}",
    "/viewstory.php?sid=101&chapter=3&index=1": "{story}",
    "/viewstory.php?action=printable&sid=101&textsize=0&chapter=all": "/stories/{s}/print/",
    "/viewstory.php?action=printable&sid=101&chapter=3": "{chapter}print/",
    "/viewstory.php?sid=101&textsize=2&ageconsent=ok&warning=5": "{story}",
    "/viewstory.php?sid=202&i=1": "{chapter}",
    "/viewstory.php?sid=202": "{chapter}",
    "/viewstory.php": "/stories/",
    "/modules/epubversion/epubversion.php?sid=101&chapter=3": "{chapter}",
    "/modules/epubversion/epubs/101/all/The Piano.epub": "{story}",
    "/modules/epubversion/epubs/101/3/The Piano.epub": "{chapter}",
    "/stories/901/202.txt": "{chapter}",
    "/stories/Ada/202.txt": "{chapter}",
    "/fanfic/fiction/901/images/Map.gif": f"/pictures/{'0' * 24}.webp",
}
SERIES = {
    "/viewseries.php?seriesid=301&offset=10": "{series}",
    "/series.php?seriesid=301": "{series}",
    "/series.php?sid=301": "{series}",
    "/series.php?action=edit&seriesid=301": "/series/{se}/edit/",
    "/series.php?action=add": "/series/new/",
    "/series.php?action=manage": "/series/",
}
PEOPLE = {
    "/viewuser.php?uid=901": "{author}",
    "/viewuser.php?uid=901&action=storiesby": "{author}",
    "/viewuser.php?uid=901&action=seriesby&offset=20": "/people/{a}/series/",
    "/viewuser.php?uid=901&action=reviewsby": "/people/{a}/reviews/",
    "/viewuser.php?uid=901&action=challengesby": "/people/{a}/challenges/",
    "/viewuser.php?uid=901&action=favlist": "/people/{a}/bookmarks/",
    "/viewuser.php?uid=901&action=favst": "/people/{a}/bookmarks/",
    "/viewuser.php?uid=901&action=favse": "/people/{a}/bookmarks/series/",
    "/viewuser.php?uid=901&action=favauth": "/people/{a}/bookmarks/authors/",
    "/viewuser.php?uid=901&action=contact": "/people/{a}/write/",
    "/viewuser.php": "/account/sign-in/",
    "/authors.php?action=list": "/people/",
    "/authors.php?list=members&let=b": "/people/members/?letter=B",
    "/authors.php?list=admins": "/people/staff/",
    "/authors.php?list=beta": "/people/beta-readers/",
    "/authors.php?list=authors&let=Other": "/people/?letter=%23",
}
BROWSING = {
    "/browse.php": "/tags/",
    "/browse.php?type=categories": "/tags/category/",
    "/browse.php?type=categories&catid=501": "{category}",
    "/browse.php?type=categories&id=501": "{category}",
    "/browse.php?catid=501&complete=1": "{category}?complete=yes",
    "/browse.php?type=characters&charid=701": "{character}",
    "/browse.php?type=characters&let=A": "/tags/character/?letter=A",
    "/browse.php?type=class&type_id=11": "/tags/genre/",
    "/browse.php?type=class&type_id=11&classid=601": "{genre}",
    "/browse.php?type=ratings": "/ratings/",
    "/browse.php?type=ratings&rating=801": "{rating}",
    "/browse.php?type=titles&rid=801": "/stories/?rating={rating_said}",
    "/browse.php?type=titles&let=P": "/stories/?letter=P",
    "/browse.php?type=series&let=A": "/series/?letter=A",
    "/browse.php?type=recent": "/stories/recent/",
    "/browse.php?type=featured": "/stories/featured/",
    "/browse.php?type=toplists": "/top/",
    "/browse.php?type=challenges": "/challenges/",
    "/browse.php?type=authors&uid=901": "{author}",
    "/browse.php?type=tracker": "/subscriptions/",
    "/browse.php?type=epubbrowse": "/stories/",
    "/browse.php?type=titles&wordlow=1000&wordhigh=4999&sort=update":
        "/stories/?words=1000-5000&sort=updated",
    "/browse.php?type=titles&classin[]=601&charlist1=701&complete=0":
        "/stories/?complete=no&character={character_said}&genre={genre_said}",
    "/browse.php?type=titles&class_11=601": "/stories/?genre={genre_said}",
    "/browse.php?type=titles&genres=601": "/stories/?genre={genre_said}",
    "/browse.php?type=titles&exclass_11=601": "/stories/?not-genre={genre_said}",
    "/search.php?searchtype=simple&searchterm=piano+tide": "/search/?q=piano+tide",
    "/search.php?searchtype=title&searchterm=tide": "/search/?q=tide&in=title",
    "/search.php?searchtype=penname&searchterm=Ada": "/people/?name=Ada",
    "/search.php?action=advanced": "/search/",
    "/toplists.php?list=favstories": "/top/most-kept/",
    "/toplists.php?list=prolificauthors": "/top/authors/",
    "/toplists.php?list=popskins": "/top/",
    "/categories.php?catid=501&parentcatid=-1": "{category}",
    "/titles.php": "/stories/",
    "/recent.php": "/stories/recent/",
}  # fmt: skip
TALK = {
    "/reviews.php?type=ST&item=101": "/stories/{s}/reviews/",
    "/reviews.php?type=ST&item=101&chapid=202": "/stories/{s}/reviews/?chapter=2",
    "/reviews.php?type=SE&item=301": "/series/{se}/reviews/",
    "/reviews.php?reviewid=401": "/reviews/{r}/",
    "/reviews.php?action=edit&reviewid=401": "/reviews/{r}/edit/",
    "/reviews.php?action=add&type=ST&item=101&chapid=202&next=2": "{chapter}#review",
    "/reviews.php?action=add&type=SE&item=301": "/series/{se}/review/",
    "/reviews.php?sid=101": "/stories/{s}/reviews/",
    "/reviews.php?sid=202&a=1": "/stories/{s}/reviews/?chapter=2",
    "/reviews.php?action=addreview&sid=101": "{story}#review",
    "/news.php": "/news/",
    "/news.php?action=newsstory&nid=31": "{news}",
    "/viewpage.php?page=HELP": "/pages/help/",
    "/viewpage.php?id=41": "/pages/help/",
    "/viewpage.php?page=tos": "/terms/",
    "/contact.php": "/contact/",
    "/contact.php?action=report&url=http://old.example/fanfic/viewstory.php%3Fsid=101":
        "/report/?path={story_quoted}",
    "/contact.php?action=report&url=http://evil.example/": "/report/",
    "/rss.php": "/feeds/stories.atom",
    "/modules/challenges/challenges.php": "/challenges/",
    "/modules/challenges/challenges.php?chalid=61": "{challenge}",
    "/modules/challenges/challenges.php?chalid=61&action=respond": "/challenges/{c}/answer/",
    "/modules/challenges/challenges.php?action=add": "/challenges/new/",
    "/modules/recommendations/recommendations.php?recid=3": "/stories/",
    "/modules/tracker/tracker.php?sid=101": "{story}",
    "/blocks/poll/pollarchive.php": "/polls/",
    "/blocks/poll/pollarchive.php?poll=51": "/polls/#poll-{poll}",
    "/blocks/shoutbox/archive.php": "/shoutbox/",
}  # fmt: skip
OWN_PAGES = {
    "/user.php": "/account/",
    "/user.php?action=login&sid=101": "/account/sign-in/?next={story_quoted}",
    "/user.php?action=logout": "/account/sign-out/",
    "/user.php?action=newaccount": "/account/register/",
    "/user.php?action=lostpassword": "/account/password/forgotten/",
    "/user.php?action=editprefs": "/account/",
    "/user.php?action=stats": "/desk/statistics/",
    "/user.php?action=revreceived": "/reviews/received/",
    "/user.php?action=revres&reviewid=401": "/reviews/{r}/",
    "/user.php?action=manfavs": "/bookmarks/",
    "/user.php?action=favst&add=1&sid=101": "{story}",
    "/user.php?action=favau&add=1&author=901": "{author}",
    "/user.php?action=favse&delete=301": "/bookmarks/series/",
    "/stories.php?action=newstory": "/desk/new/",
    "/stories.php?action=newchapter&sid=101": "/desk/stories/{s}/chapters/new/",
    "/stories.php?action=editstory&sid=102": "/desk/",  # tells a guest nothing
    "/stories.php?action=viewstories": "/desk/",
    "/admin.php?action=settings": "/office/",
    "/index.php?skin=Dark": "/",
}
ACCIDENTS = {
    "/viewstory.php?sid=101&amp;chapter=3": "{chapter}",
    "/viewstory.php?sid=101&amp;amp;chapter=3": "{chapter}",
    "/reviews.php?item=301&amptype=SE": "/series/{se}/reviews/",
    "/viewstory.php?chapter=3&unknown=x&SID=0101": "{chapter}",
    "/viewstory.php?sid=101).": "{story}",
    "/viewstory.php?sid=7&sid=101": "{story}",
    "/ViewStory.PHP?sid=101": "{story}",
    "//viewstory.php?sid=101": "{story}",
    "/fanfic//viewstory.php?sid=101": "{story}",
    "/fanfic/viewstory.php?sid=101": "{story}",
    "/a/b/viewstory.php?sid=101": "{story}",
    "/viewstory.php).?sid=101": "{story}",
    "/fanfic/": "/",
    "/fanfic": "/",
}
ALL = STORIES | SERIES | PEOPLE | BROWSING | TALK | OWN_PAGES | ACCIDENTS


def test_every_old_address_leads_to_its_successor(where, here):
    led = {old: where(old) for old in ALL}

    assert led == {old: here(new) for old, new in ALL.items()}


def test_many_addresses_at_once_lead_to_the_same_pages(moved, where, here):
    found = {each.address: each.to for each in check([*ALL, *ALL, "/viewstory.php?sid=109"])}

    assert found.pop("/viewstory.php?sid=109") == ""
    assert found == {old: here(new) for old, new in ALL.items()}


def test_a_question_mark_that_was_quoted_is_a_question_mark(moved):
    # Django has unquoted the path: `/viewstory.php%3Fsid=101`.
    led = OldAddresses(Catalogue(AnonymousUser())).where("/viewstory.php?sid=101")

    assert led == Leads(f"/stories/{moved.story.pk}/")


def test_what_is_unpublished_is_as_if_it_were_not_there(where, moved):
    for old in ("sid=102", "sid=102&chapter=1", "chapid=203", "sid=999", "sid=x", "sid=-1"):
        assert where(f"/viewstory.php?{old}") is None

    assert where("/viewstory.php?sid=102", moved.ada) == f"/stories/{moved.draft.pk}/"
    assert (
        where("/stories.php?action=editstory&sid=102", moved.ada)
        == f"/desk/stories/{moved.draft.pk}/"
    )


def test_the_number_of_a_hidden_story_does_not_lead_to_a_chapter_that_had_it_too(where, moved):
    moved.number("chapter", 102, moved.second)

    for address in ("sid=102", "sid=102&chapter=1", "sid=102&index=1"):
        assert where(f"/viewstory.php?{address}") is None


def test_what_could_not_be_carried_is_named(where):
    assert where("/viewstory.php?sid=109") == Gone(
        "story", "The Lost Lighthouse", "/stories/", False
    )


def test_what_was_deleted_since_is_gone(where, moved):
    delete_story(moved.story)
    delete_story(moved.draft)

    assert where("/viewstory.php?sid=101") == Gone("story", "", "/stories/", was_here=True)
    assert where("/viewstory.php?chapid=202") == Gone("chapter", "", "/stories/", was_here=True)
    assert where("/viewstory.php?sid=102") is None

    OldNumber.objects.filter(kind="member").update(new=10**9)
    assert where("/viewuser.php?uid=901") == Gone("member", "", "/people/", was_here=True)


def test_a_chapter_that_is_gone_is_looked_for_in_its_story(where, moved):
    moved.number("chapter", 209, None)

    gone = where("/viewstory.php?sid=101&chapid=209")

    assert gone == Gone("chapter", "", f"/stories/{moved.story.pk}/", False, is_near_its_own=True)


def test_the_folder_tells_apart_what_came_from_two_archives(where, moved):
    other = make_story(author=moved.ada, title="The other one", public=True)
    move = Move.objects.create(site="other", address="https://old.example/slash/index.php")
    OldNumber.objects.create(move=move, kind="story", old="101", new=other.pk)

    assert where("/fanfic/viewstory.php?sid=101") == f"/stories/{moved.story.pk}/"
    assert where("/slash/viewstory.php?sid=101") == f"/stories/{other.pk}/"
    assert where("/slash/viewstory.php?chapid=202") is None


def test_pages_of_other_programs_and_of_no_archive_lead_nowhere(where):
    for address in (
        "/wp-login.php",
        "/install/install.php",
        "/robots.txt",
        "/skins/a/images/b.gif",
    ):
        assert where(address) is None

    Move.objects.all().delete()
    assert where("/viewstory.php?sid=101") is None
