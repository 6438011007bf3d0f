from django.db import migrations

# The table between stories and tags is Django's own, and its model takes no indexes.
ADD = "CREATE INDEX stories_of_a_tag ON stories_story_tags (tag_id, story_id)"
REMOVE = "DROP INDEX stories_of_a_tag"


class Migration(migrations.Migration):
    """Let the stories of a tag be found and counted in an index alone."""

    dependencies = [
        ("stories", "0007_counting_without_the_table"),
    ]

    operations = [
        migrations.RunSQL(ADD, REMOVE),
    ]
