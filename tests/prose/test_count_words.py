import pytest

from storyhold.prose.canonical import canonical_html
from storyhold.prose.words import count_words, reading_minutes


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("The tide is low.", 4),
        ("yes--no", 2),
        ("well-known", 1),
        ("don’t, don't, rock’n’roll, ‘quoted’", 4),
        ("one -- two – three — four", 4),
        ("one—two…three", 3),
        ("--", 0),
        ("* * *", 0),
        ("un*believ*able", 1),
        ("3 boats", 2),
        ("彼は静かに頷いた。", 8),
        ("สวัสดี", 4),
        ("안녕하세요 여러분", 2),
        ("हिन्दी में", 2),
        ("Ты слышишь?", 2),
        ("😀", 0),
    ],
)
def test_words_are_counted_as_authors_know_it(typed, words):
    assert count_words(canonical_html(typed, format="plain")) == words


def test_words_in_neighboring_blocks_and_lines_are_two():
    html = canonical_html("<p>one<p>two<br>three<ul><li>four", format="html")

    assert count_words(html) == 4


def test_readings_and_pictures_count_nothing():
    html = canonical_html(
        '<ruby>漢<rt>かん</rt></ruby> <img src="/a.png" alt="a boat">', format="html"
    )

    assert count_words(html) == 1


def test_reading_takes_whole_minutes_and_at_least_one():
    assert reading_minutes(0) == 1
    assert reading_minutes(260) == 1
    assert reading_minutes(261) == 2
    assert reading_minutes(1000, per_minute=100) == 10


def test_a_pace_is_positive():
    with pytest.raises(ValueError, match="pace"):
        reading_minutes(10, per_minute=0)
