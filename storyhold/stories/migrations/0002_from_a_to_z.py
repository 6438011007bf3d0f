"""Where a story stands from A to Z: a key to sort by, and its letter."""

from django.db import migrations, models

from storyhold.common.alphabet import letter_of, title_key


def file_all(apps, _schema_editor):
    Story = apps.get_model("stories", "Story")
    for story in Story.objects.only("title", "language").iterator():
        key = title_key(story.title, language=story.language)
        Story.objects.filter(pk=story.pk).update(title_key=key, letter=letter_of(key))


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="title_key",
            field=models.CharField(default="", editable=False, max_length=100),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="story",
            name="letter",
            field=models.CharField(default="", editable=False, max_length=4),
            preserve_default=False,
        ),
        migrations.RunPython(file_all, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("deleted_at", None), ("is_public", True)),
                fields=["title_key"],
                name="stories_from_a_to_z",
            ),
        ),
        migrations.AddIndex(
            model_name="story",
            index=models.Index(
                condition=models.Q(("deleted_at", None), ("is_public", True)),
                fields=["letter", "title_key"],
                name="stories_by_letter",
            ),
        ),
    ]
