import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.accounts.access import (
    invitations_kept_by,
    members_bannable_by,
    members_governed_by,
    members_visible_to,
    pen_names_editable_by,
)
from storyhold.accounts.actions import change_standing, invite
from storyhold.accounts.models import Member, Role
from storyhold.accounts.refusals import LastArchivist
from tests.cast import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def wren():
    return make_member("Wren", role=Role.ARCHIVIST)


@pytest.fixture
def mo():
    return make_member("Mo", role=Role.MODERATOR)


@pytest.fixture
def ben():
    return make_member("Ben")


def test_each_role_has_its_doors(wren, mo, ben):
    invite(by=wren)
    banned = make_member("Cleo", role=Role.MODERATOR, active=False)

    for nobody in (AnonymousUser(), ben, banned):
        assert not members_visible_to(nobody).exists()
        assert not members_bannable_by(nobody).exists()
        assert not members_governed_by(nobody).exists()
        assert not invitations_kept_by(nobody).exists()
    assert members_visible_to(mo).count() == 4
    assert list(members_bannable_by(mo)) == [ben]
    assert not members_governed_by(mo).exists()
    assert not invitations_kept_by(mo).exists()
    assert set(members_bannable_by(wren)) == {mo, ben, banned}
    assert members_governed_by(wren).count() == 4
    assert invitations_kept_by(wren).count() == 1


def test_one_edits_ones_own_names_alone(ben, mo):
    assert list(pen_names_editable_by(ben)) == [ben.pen_name]
    assert not pen_names_editable_by(AnonymousUser()).exists()


@pytest.mark.parametrize(
    ("role", "is_active"), [("member", True), ("moderator", True), ("archivist", False)]
)
def test_the_last_archivist_stays(wren, role, is_active):
    with pytest.raises(LastArchivist):
        change_standing(wren, role=role, is_active=is_active)

    kept = Member.objects.get(pk=wren.pk)
    assert kept.is_archivist


def test_the_last_but_one_may_go(wren):
    make_member("Wolf", role=Role.ARCHIVIST)

    change_standing(wren, role=Role.MEMBER, is_active=True)

    assert not Member.objects.get(pk=wren.pk).is_archivist
