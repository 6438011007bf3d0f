"""Links into the old archive lead to the new one, and nothing else is touched."""

import pytest

from storyhold.importers.sources.efiction.values.links import only_link, rewrite_links
from storyhold.prose.canonical import canonical_html


def leads_to(script, params):
    if script == "images":
        return f"/media/{params['uid']}-{params['file']}"
    if script == "text":
        return f"/chapters/{params['chapid']}/"
    known = {("viewstory.php", "1"): "/stories/1/", ("viewuser.php", "2"): "/people/2/"}
    return known.get((script, params.get("sid") or params.get("uid", "")))


def led(address: str) -> str:
    html = canonical_html(f'<a href="{address}">x</a>', format="html")
    rewritten = rewrite_links(html, leads_to, own=["http://www.Old.example/fic"]).html
    return rewritten.partition('href="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("viewstory.php?sid=1", "/stories/1/"),
        ("../viewstory.php?sid=1&amp;chapter=2", "/stories/1/"),
        ("http://old.example/fic/ViewStory.php?SID=1", "/stories/1/"),
        ("https://www.old.example//fic/viewstory.php?sid=1", "/stories/1/"),
        ("viewstory.php?chapter=2&amp;amp;sid=1#top", "/stories/1/#top"),
        ("viewuser.php?uid=2", "/people/2/"),
        ("stories/3/images/a%20b.png", "/media/3-a%20b.png"),
        ("stories/3/41.txt", "/chapters/41/"),
        ("http://elsewhere.example/fic/viewstory.php?sid=1", ""),
        ("http://old.example/forum/viewstory.php?sid=1", ""),
        ("viewstory.php?sid=99", ""),
        ("mailto:ada@old.example", ""),
        ("#p3", ""),
    ],
)
def test_where_an_address_leads(old, new):
    unchanged = canonical_html(f'<a href="{old}">x</a>', format="html")

    assert led(old) == (new or unchanged.partition('href="')[2].partition('"')[0])


def test_pictures_get_their_new_place_and_the_rest_is_listed():
    html = canonical_html(
        '<img src="stories/2/images/x.jpg"> <a href="viewstory.php?sid=7">x</a>'
        ' href="viewstory.php?sid=1" in words',
        format="html",
    )

    rewritten = rewrite_links(html, leads_to)

    assert 'src="/media/2-x.jpg"' in rewritten.html
    assert (rewritten.led, rewritten.left) == (1, ("viewstory.php?sid=7",))
    assert 'href="viewstory.php?sid=1" in words' in rewritten.html


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<p><a href="http://a.example/1">Read it here</a></p>', "http://a.example/1"),
        ("<p>It moved to https://a.example/1 for good</p>", "https://a.example/1"),
        ("<p>" + "word " * 40 + '<a href="http://a.example/1">x</a></p>', ""),
        ('<p><a href="http://a.example/1">x</a> <a href="http://a.example/2">y</a></p>', ""),
        ("<p>Short</p>", ""),
    ],
)
def test_a_text_that_is_only_a_link(html, address):
    assert only_link(canonical_html(html, format="html")) == address
