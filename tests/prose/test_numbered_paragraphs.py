from storyhold.prose.canonical import canonical_html
from storyhold.prose.numbering import numbers_in, outermost_blocks, with_marks
from storyhold.prose.texts import numbered_texts

TEXT = """<h3>One</h3><p>Two <i>and</i> a &lt; b</p><hr><blockquote><p>Three</p>
<ul><li>Four</li></ul></blockquote><pre>Five
five</pre><table><tr><th>Six</th><td>Seven</td></tr><tr><td></td><td>Eight</td></tr></table>"""


def html():
    return canonical_html(TEXT, format="html")


def test_paragraphs_by_their_numbers():
    texts = numbered_texts(html())

    assert list(texts) == list(range(1, 9))
    assert texts[2] == "Two and a < b"
    assert texts[5] == "Five\nfive"
    assert texts[8] == "Eight"
    assert numbered_texts("") == {}


def test_a_mark_stands_at_the_head_of_each():
    marked = with_marks(html(), lambda number: f"<a>{number}</a>")

    assert '<h3 id="p1"><a>1</a>One</h3>' in marked
    assert marked.count("<a>") == 8


def test_blocks_that_stand_in_no_other():
    blocks = outermost_blocks(html())

    assert "\n".join(blocks) == html().strip()
    assert [numbers_in(block) for block in blocks] == [[1], [2], [], [3, 4], [5], [6, 7, 8]]
    assert outermost_blocks("") == []
