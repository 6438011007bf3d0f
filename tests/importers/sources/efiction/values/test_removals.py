"""What is left out of a text is counted by its name."""

from storyhold.importers.sources.efiction.values.removals import Removals, removals_from


def test_dangers_are_counted_by_kind():
    source = (
        "<script>x</script><IFRAME src=x></iframe><form><input name=a></form>"
        '<p onclick="a">x</p><a href=" JavaScript:x">y</a><img src="x.png" onerror=y>'
    )

    assert removals_from(source).dangers == {
        "scripts": 1,
        "frames": 1,
        "forms": 2,
        "event attributes": 2,
        "script addresses": 1,
    }


def test_elements_and_attributes_are_counted_by_name():
    source = '<font color="red" face=x>a</font><o:p></o:p><b id="q">b</b><font>c</font>'

    removed = removals_from(source)

    assert removed.elements == {"font": 2, "o:p": 1}
    assert removed.attributes == {"color": 1, "face": 1, "id": 1}
    assert removed.dangers == {}


def test_pictures_from_elsewhere_are_named_by_host():
    source = (
        '<img src="http://a.example/1.png"><img src="//b.example/2"><img src="stories/1/i.png">'
    )

    assert removals_from(source).pictures == ("a.example", "b.example")


def test_what_is_kept_is_not_mentioned():
    assert removals_from("Plain <3 & text") == Removals()
    kept = removals_from(
        '<p align="center" class=x style="a:b"><i>x</i><br /><a href="http://x/">y</a>'
    )
    assert (kept.dangers, kept.elements, kept.attributes) == ({}, {}, {})
