"""Descriptions as they were typed, closed tags, and where each tag stands from A to Z."""

from django.db import migrations, models
from django.db.models import F

from storyhold.common.alphabet import letter_of, title_key


def file_all(apps, _schema_editor):
    Tag = apps.get_model("tags", "Tag")
    for tag in Tag.objects.only("name").iterator():
        key = title_key(tag.name)
        Tag.objects.filter(pk=tag.pk).update(sort_key=key, letter=letter_of(key))


def take_html_as_typed(apps, _schema_editor):
    Tag = apps.get_model("tags", "Tag")
    Tag.objects.update(description_source=F("description_html"))


class Migration(migrations.Migration):
    dependencies = [
        ("tags", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="tagkind",
            name="description_source",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tagkind",
            name="description_html",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tag",
            name="description_source",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tag",
            name="is_closed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="tag",
            name="sort_key",
            field=models.CharField(default="", editable=False, max_length=100),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tag",
            name="letter",
            field=models.CharField(default="", editable=False, max_length=4),
            preserve_default=False,
        ),
        migrations.RunPython(file_all, migrations.RunPython.noop),
        migrations.RunPython(take_html_as_typed, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            name="tag",
            options={"ordering": ["kind__position", "position", "sort_key", "pk"]},
        ),
        migrations.AddIndex(
            model_name="tag",
            index=models.Index(fields=["kind", "sort_key"], name="tags_from_a_to_z"),
        ),
    ]
