"""A tag may have a picture."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tags", "0002_keep_vocabularies"),
    ]

    operations = [
        migrations.AddField(
            model_name="tag",
            name="picture",
            field=models.CharField(blank=True, default="", max_length=24),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="tag",
            name="picture_height",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="tag",
            name="picture_width",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
