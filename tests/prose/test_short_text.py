import pytest

from storyhold.prose.canonical import canonical_html, guess_format, short_html


@pytest.mark.parametrize(
    "source",
    [
        "<i>So</i> good",
        "One<br>two",
        "A<BR/>b",
        "<P CLASS=x>y",
        "x</p>",
        "<!-- x -->y",
        "<!DOCTYPE html>",
    ],
)
def test_a_known_tag_makes_html(source):
    assert guess_format(source) == "html"


@pytest.mark.parametrize(
    "source",
    [
        "I <3 you",
        "a < b > c",
        "<Can you hear me?>",
        "<sigh>",
        "Tom &amp; Ada",
        "<b you",
        "",
        "<br",
        "<i<b",
    ],
)
def test_everything_else_is_plain(source):
    assert guess_format(source) == "plain"


def test_a_review_is_plain_text_or_html_as_it_looks():
    assert short_html("I *loved* this.\n\n<3") == "<p>I <em>loved</em> this.</p>\n<p>&lt;3</p>"
    assert short_html("I <i>loved</i> this.") == "<p>I <em>loved</em> this.</p>"
    assert short_html("<i>x</i>", format="plain") == "<p>&lt;i&gt;x&lt;/i&gt;</p>"


def test_the_short_profile_has_no_headings_tables_pictures_and_hidden_parts():
    source = (
        '<h2>Thanks</h2><table><tr><td>to<td>Ben</table><img src="/a.png" alt="A boat">'
        "<details><summary>More</summary>yes</details>"
    )

    assert short_html(source, format="html") == (
        "<p>Thanks</p>\n<p>to</p>\n<p>Ben</p>\n<p>A boat</p>\n<p>More</p>\n<p>yes</p>"
    )


def test_the_short_profile_keeps_lists_quotations_and_scene_breaks():
    source = "<blockquote>One</blockquote><ul><li>Two</ul>***"

    assert short_html(source, format="html") == (
        "<blockquote>\n<p>One</p>\n</blockquote>\n<ul>\n<li>Two</li>\n</ul>\n"
        '<hr class="scene-break" data-symbols="***">'
    )


def test_an_unknown_format_is_an_error():
    with pytest.raises(ValueError, match="markdown"):
        canonical_html("x", format="markdown")
