"""Series have tags, as stories do."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("series", "0002_from_a_to_z"),
        ("tags", "0002_keep_vocabularies"),
    ]

    operations = [
        migrations.AddField(
            model_name="series",
            name="tags",
            field=models.ManyToManyField(blank=True, related_name="series", to="tags.tag"),
        ),
    ]
