from storyhold.stories.shelves import counts_below

BOOKS, SEA, WHALES, FILMS = 1, 2, 3, 4
PARENTS = {BOOKS: None, SEA: BOOKS, WHALES: SEA, FILMS: None}


def test_a_shelf_counts_what_stands_below_it():
    counts = counts_below(PARENTS, {BOOKS: 1, SEA: 2, WHALES: 4, FILMS: 8}, [])

    assert counts == {BOOKS: 7, SEA: 6, WHALES: 4, FILMS: 8}


def test_a_story_on_several_shelves_counts_once_where_they_meet():
    counts = counts_below(
        PARENTS, {BOOKS: 1, SEA: 1, WHALES: 1, FILMS: 1}, [[BOOKS, SEA, WHALES, FILMS]]
    )

    assert counts == {BOOKS: 1, SEA: 1, WHALES: 1, FILMS: 1}
