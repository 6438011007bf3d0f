"""By what words a story is found."""

from django.db import migrations, models

from storyhold.common.alphabet import folded
from storyhold.prose.plain_text import plain_text


def file_all(apps, _schema_editor):
    Story = apps.get_model("stories", "Story")
    for story in Story.objects.only("title", "summary_html").iterator():
        found_by = folded(f"{story.title}\n{plain_text(story.summary_html)}")
        Story.objects.filter(pk=story.pk).update(found_by=found_by)


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0008_stories_of_a_tag"),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="found_by",
            field=models.TextField(default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(file_all, migrations.RunPython.noop),
    ]
