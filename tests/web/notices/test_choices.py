import pytest
from allauth.account.models import EmailAddress

from storyhold.accounts.models import Role
from storyhold.notices.kinds import KINDS, How
from storyhold.notices.models import Wish
from storyhold.notices.queries import choices_of, wants_no_mail
from storyhold.notices.wishes import choose
from storyhold.web.notices.forms import GROUPS
from tests.cast import make_member

pytestmark = pytest.mark.usefixtures("archive")

CHOICES = "/account/notices/choices/"


@pytest.fixture
def ada(client):
    member = make_member("Ada")
    client.force_login(member)
    return member


@pytest.fixture
def by_mail(mail, settings):
    mail("smtp")
    settings.ADDRESS = "https://lamp.example.org"


def chosen(member, **changes):
    return {key: how.value for key, how in choices_of(member).items()} | changes


def test_a_member_chooses_for_each_kind(client, ada, by_mail):
    client.post(CHOICES, chosen(ada, review="weekly"))

    assert choices_of(ada)["review"] == How.WEEKLY
    assert Wish.objects.count() == 1  # what was not touched is not kept
    assert '<option value="weekly" selected>' in client.get(CHOICES).content.decode()


def test_every_kind_stands_under_one_heading():
    keys = [key for _heading, keys in GROUPS for key in keys]

    assert KINDS.keys() <= set(keys)
    assert len(keys) == len(set(keys))


def test_all_mail_is_stopped_and_allowed_again(client, ada, by_mail):
    client.post(CHOICES, chosen(ada, no_mail="on"))
    assert wants_no_mail(ada)

    client.post(CHOICES, chosen(ada))
    assert not wants_no_mail(ada)


def test_what_only_moderators_are_told_is_offered_to_them_alone(client, ada, by_mail):
    as_member = client.get(CHOICES).content.decode()
    client.force_login(make_member("Mo", role=Role.MODERATOR))

    assert 'name="report"' not in as_member
    assert 'name="report"' in client.get(CHOICES).content.decode()


def test_where_no_mail_leaves_only_being_told_is_offered(client, ada, mail):
    mail("none")
    choose(ada, {"reply": How.DAILY})

    page = client.get(CHOICES).content.decode()
    client.post(CHOICES, dict.fromkeys(choices_of(ada), "here") | {"review": "not"})

    assert "sends no notices by mail" in page
    assert "by mail at once" not in page
    assert choices_of(ada)["review"] == How.NOT_AT_ALL
    assert choices_of(ada)["reply"] == How.DAILY  # for the day on which mail leaves again


def test_whoever_has_not_confirmed_an_address_is_told_so(client, ada, by_mail):
    EmailAddress.objects.filter(user=ada).update(verified=False)

    assert "confirmed your address" in client.get(CHOICES).content.decode()


@pytest.mark.parametrize("how", ["", "hourly", "a\0b", "x" * 100_000])
def test_what_cannot_be_chosen_is_refused(client, ada, by_mail, how):
    answer = client.post(CHOICES, chosen(ada, review=how))

    assert answer.status_code == 422
    assert choices_of(ada)["review"] == How.AT_ONCE
