"""The source of the software, for everybody."""

import io
import tarfile

import pytest

pytestmark = pytest.mark.django_db


def test_anybody_may_have_the_source_as_it_runs(client, archive):
    answer = client.get("/about/source.tar.gz")

    packed = io.BytesIO(answer.getvalue())
    with tarfile.open(fileobj=packed) as files:
        names = files.getnames()
    assert "storyhold/site/settings.py" in names
    assert "storyhold/web/parts/templates/parts/base.html" in names
    assert not [name for name in names if "__pycache__" in name]


def test_the_about_page_leads_to_it(client, archive):
    assert 'href="/about/source.tar.gz"' in client.get("/about/").content.decode()
