from storyhold.prose.canonical import canonical_html
from storyhold.prose.compare import compare


def changes(old, new):
    return [
        (change.kind, [(words.kind, words.text) for words in change.words])
        for change in compare(
            canonical_html(old, format="plain"), canonical_html(new, format="plain")
        )
    ]


def test_a_word_is_replaced():
    assert changes("The tide is low.\n\nEnd.", "The tide was low.\n\nEnd.") == [
        (
            "changed",
            [("same", "The tide "), ("removed", "is"), ("added", "was"), ("same", " low.")],
        ),
        ("same", [("same", "End.")]),
    ]


def test_a_paragraph_is_added_and_one_removed():
    assert changes("One.\n\nTwo two.\n\nThree.", "One.\n\nThree.\n\nFour four.") == [
        ("same", [("same", "One.")]),
        ("removed", [("removed", "Two two.")]),
        ("same", [("same", "Three.")]),
        ("added", [("added", "Four four.")]),
    ]


def test_emphasis_alone_is_a_change_without_words():
    assert changes("She *must* go.", "She must go.") == [("changed", [("same", "She must go.")])]


def test_scene_breaks_are_compared_by_their_symbols():
    old = canonical_html("One.\n\n***\n\nTwo.", format="plain")
    new = canonical_html("One.\n\n~~~\n\nTwo.", format="plain")

    kinds = [(change.kind, change.is_break) for change in compare(old, new)]

    assert kinds == [("same", False), ("added", True), ("removed", True), ("same", False)]


def test_both_texts_can_be_read_from_the_changes():
    old = "The tide is low, the lamp is lit.\n\nNobody came.\n\nShe waited and waited."
    new = "The lamp is lit; the tide, low.\n\nShe waited.\n\nNobody came. Nobody ever did."

    found = changes(old, new)

    for kind, text in (("added", old), ("removed", new)):
        assert "".join(
            words for _, runs in found for what, words in runs if what != kind
        ) == text.replace("\n\n", "")


def test_many_equal_paragraphs_are_compared_in_no_time():
    old = "<p>Tick.</p>\n" * 3_000
    new = "<p>Tock.</p>\n" + "<p>Tick.</p>\n<p>Tack.</p>\n" * 1_500

    assert len(compare(old, new)) > 3_000
