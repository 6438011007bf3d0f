"""A note finds its paragraph again after edits."""

from storyhold.betas.rules import place_of

SEA = "The sea was grey that morning and nobody spoke."
LAMP = "She lit the lamp at four, as always."


def test_an_untouched_paragraph_keeps_its_notes():
    assert place_of(SEA, 2, {1: LAMP, 2: SEA}) == 2


def test_one_that_moved_takes_them_along():
    assert place_of(SEA, 2, {1: "New.", 2: LAMP, 3: "New.", 4: SEA}) == 4


def test_of_two_with_the_same_words_the_nearer_is_meant():
    assert place_of("Yes.", 5, {1: "Yes.", 4: "Yes.", 9: "Yes."}) == 4


def test_one_that_was_reworded_is_known_by_its_words():
    assert place_of(SEA, 1, {1: LAMP, 2: "The sea was black that morning and nobody spoke."}) == 2


def test_one_that_is_gone_is_nowhere():
    assert place_of(SEA, 1, {1: LAMP}) is None
    assert place_of(SEA, 1, {}) is None
    assert place_of("", 1, {1: LAMP}) is None
