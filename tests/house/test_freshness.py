"""What guests' pages are made from, and what makes them anew."""

from django.apps import apps

from storyhold.freshness.tables import TABLES


def test_every_table_says_what_its_changes_mean_to_guests():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}

    assert tables == set(TABLES)
