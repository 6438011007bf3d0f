"""Fills a new archive with the sample, and keeps the sign-ins for whoever tries it."""

import secrets
from pathlib import Path

from storyhold.archive.queries import the_archive
from storyhold.sample import library
from storyhold.sample.actions import fill_archive
from storyhold.site.data_folder import SAMPLE_SIGN_INS
from storyhold.site.environment import keep_secret

# Who of the sample's people can sign in: the archivist, and an author with many stories.
SIGN_INS = {"archivist": "archivist", "marlow": "author"}
# No letters that are easily taken for another.
LETTERS = "abcdefghjkmnpqrstuvwxyz"


def fill(folder: Path) -> bool:
    """Fill the archive unless it has been set up before; return whether it was filled."""
    if the_archive().is_set_up:
        return False
    passwords = {key: new_password() for key in SIGN_INS}
    file = folder / SAMPLE_SIGN_INS
    file.unlink(missing_ok=True)
    keep_secret(file, _sign_ins(passwords))
    fill_archive(passwords=passwords)
    return True


def new_password() -> str:
    """Return a password that can be read out and typed, with 54 bits of chance."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def _sign_ins(passwords: dict[str, str]) -> str:
    names = {person["key"]: person["pen_name"] for person in library.people()}
    return "\n".join(
        f"{role:<9}  pen name: {names[key]:<14}  password: {passwords[key]}"
        for key, role in SIGN_INS.items()
    )
