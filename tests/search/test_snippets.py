"""The place in a text where words were found."""

import pytest

from storyhold.search.question import read
from storyhold.search.snippets import LETTERS_IN_ALL, snippet

pytestmark = pytest.mark.once


def shown(html, typed):
    pieces = snippet(html, read(typed).sought)
    return "".join(f"[{letters}]" if is_sought else letters for letters, is_sought in pieces)


@pytest.mark.parametrize(
    ("html", "typed", "found"),
    [
        ("<p>The <em>Moon</em> &amp; I.</p>", "moon", "The [Moon] & I."),
        ("<p>Nothing.</p><p>Moon, sun.</p><p>Moon.</p>", "sun moon", "[Moon], [sun]."),
        (
            "<p>over a harbor</p><p>Over the <b>harbor</b>!</p>",
            '"over the harbor"',
            "[Over the harbor]!",
        ),
        ("<p>Lights, a lighthouse</p>", "ligh*", "[Lights], a [lighthouse]"),
        ("<p>Don’t!</p>", "don't", "[Don’t]!"),
        ("<p>黒猫がいる。</p>", "猫", "黒[猫]がいる。"),
        ("<p>Ёлка</p>", "елка", "[Ёлка]"),
        ("<p>1 &lt;b&gt;2&lt;/b&gt;</p>", "b", "1 <[b]>2</[b]>"),
        ("<p>\u202edesrever moon</p>", "moon", "desrever [moon]"),
        ("<p>Moonlight</p>", "moon", ""),
        ("", "moon", ""),
    ],
)
def test_the_words_are_marked_where_they_stand(html, typed, found):
    assert shown(html, typed) == found


def test_a_long_paragraph_is_cut_around_the_words():
    html = f"<p>{'before ' * 900}The moon rose. {'after ' * 900}</p>"

    found = shown(html, "moon rose")

    assert found.startswith("…")
    assert found.endswith("…")
    assert "The [moon] [rose]. after" in found
    assert len(found) < LETTERS_IN_ALL + 10
