import pytest

from storyhold.notices.actions import tell
from storyhold.notices.kinds import How
from storyhold.notices.models import Notice
from storyhold.notices.wishes import Stop, allow_mail, choose, read_stop, stop, stop_all_mail
from tests.cast import make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail")]


@pytest.fixture
def ada():
    return make_member("Ada")


def told(member, kind="review", number=1):
    facts = {"reader": "Dora", "author": "Dora", "title": "Low Water"}
    tell([member], kind, about=f"{kind}:{number}", path="/", **facts)


def waiting():
    return list(Notice.objects.order_by("pk").values_list("by_mail", flat=True))


def test_each_is_told_as_is_usual_until_they_choose(ada):
    told(ada, number=1)
    choose(ada, {"review": How.HERE})
    told(ada, number=2)
    choose(ada, {"review": How.NOT_AT_ALL})
    told(ada, number=3)

    assert waiting() == ["", ""]


def test_a_choice_also_moves_what_waits_already(ada):
    told(ada), told(ada, "reply")

    choose(ada, {"review": How.WEEKLY})

    assert waiting() == ["weekly", "once"]


def test_one_kind_is_stopped_and_the_others_go_on(ada):
    told(ada), told(ada, "reply")

    stop(Stop(ada.pk, ("review",)))
    told(ada, number=2)

    assert waiting() == ["", "once", ""]


def test_stopping_does_not_bring_back_what_was_not_wanted_at_all(ada):
    choose(ada, {"review": How.NOT_AT_ALL})

    stop(Stop(ada.pk, ("review",)))
    told(ada)

    assert waiting() == []


def test_all_mail_is_stopped_and_allowed_again(ada):
    choose(ada, {"reply": How.DAILY})
    told(ada)

    stop(Stop(ada.pk))
    stop_all_mail(ada)  # twice is once
    told(ada, "reply")
    assert waiting() == ["", ""]

    allow_mail(ada)
    told(ada, "reply", 2)
    assert waiting() == ["", "", "daily"]


def test_a_link_names_what_it_stops_and_cannot_be_forged(ada):
    asked = Stop(ada.pk, ("review", "reply"))

    assert read_stop(asked.token) == asked
    assert read_stop(Stop(ada.pk).token) == Stop(ada.pk)
    for forged in ("", "1", "1.review~", asked.token.replace("reply", "kudos")):
        assert read_stop(forged) is None


def test_a_link_from_an_old_letter_stops_what_is_left_of_it(ada):
    stop(Stop(ada.pk, ("a_kind_of_old", "review")))
    stop(Stop(999_999_999, ("review",)))
    told(ada)

    assert waiting() == [""]
