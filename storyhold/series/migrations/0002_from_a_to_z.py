"""Where a series stands from A to Z."""

from django.db import migrations, models

from storyhold.common.alphabet import title_key


def file_all(apps, _schema_editor):
    Series = apps.get_model("series", "Series")
    for series in Series.objects.only("title").iterator():
        Series.objects.filter(pk=series.pk).update(title_key=title_key(series.title, language="en"))


class Migration(migrations.Migration):
    dependencies = [
        ("series", "0001_first"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="series",
            options={"ordering": ["title_key", "pk"], "verbose_name_plural": "series"},
        ),
        migrations.AddField(
            model_name="series",
            name="title_key",
            field=models.CharField(default="", editable=False, max_length=100),
            preserve_default=False,
        ),
        migrations.RunPython(file_all, migrations.RunPython.noop),
    ]
