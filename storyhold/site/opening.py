"""Opens an archive: from here on its settings are known and its rooms can be imported."""

import os
from argparse import Namespace
from pathlib import Path

from storyhold.site import data_folder, lifeline
from storyhold.site.trouble import Trouble

SETTINGS = "storyhold.site.settings"


def open_archive(options: Namespace) -> Path:
    """Load Django for the archive that the command names, and return its data folder.

    Raises `Trouble` in one sentence when a setting cannot be read.
    """
    lifeline.hold(getattr(options, "lifeline", None))
    folder = data_folder.made(data_folder.chosen(options.data))
    os.environ[data_folder.VARIABLE] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS

    import django

    django.setup()
    return folder


def open_existing_archive(options: Namespace) -> Path:
    """Load Django for an archive that is there and up to date; else say what to do."""
    folder = open_archive(options)

    from storyhold.site.preparing import is_up_to_date

    if not is_up_to_date():
        raise Trouble(
            f"The archive in {folder} is not there yet, or of another version. "
            f"Run “storyhold migrate --data {folder}” first."
        )
    return folder
