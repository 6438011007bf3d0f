"""`storyhold createmember`."""

import sys
from argparse import Namespace
from getpass import getpass

from storyhold.site.arguments import Words
from storyhold.site.opening import open_existing_archive
from storyhold.site.terminal import say
from storyhold.site.trouble import Trouble


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "createmember",
        "Make an account. What is not given is asked for.",
    )
    words.add_argument("--pen-name", metavar="NAME", help="what their stories are signed with")
    words.add_argument("--email", metavar="ADDRESS", help="where they get letters, and sign in by")
    roles = words.add_mutually_exclusive_group()
    roles.add_argument(
        "--archivist", dest="role", action="store_const", const="archivist",
        help="they own the archive and may change everything",
    )  # fmt: skip
    roles.add_argument(
        "--moderator", dest="role", action="store_const", const="moderator",
        help="they keep the place decent",
    )  # fmt: skip
    words.add_argument(
        "--password-stdin",
        action="store_true",
        help="read the password from the first line of the standard input",
    )
    return words


def run(options: Namespace) -> int:
    """Make the account and say how to sign in."""
    open_existing_archive(options)

    from storyhold.accounts.actions import register

    pen_name = options.pen_name or _ask("Pen name", "--pen-name")
    email = _checked_email(options.email or _ask("E-mail", "--email"))
    given = _given_password(from_input=options.password_stdin)
    password = given or _new_password()
    member = register(
        pen_name=pen_name,
        email=email,
        password=_checked_password(password),
        role=options.role or "member",
        confirmed=True,
    )
    say(f"{member.pen_name} can sign in by that name or as {member.email}.")
    if not given:
        say(f"Password: {password}")
    return 0


def _ask(what: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise Trouble(f"{what} is missing; give it with {option}.")
    return input(f"{what}: ").strip()


def _given_password(*, from_input: bool) -> str:
    """Return the password, or '' where one is to be made."""
    if from_input:
        password = sys.stdin.readline().rstrip("\r\n")
        if not password:
            raise Trouble("--password-stdin was given, but no password came.")
        return password
    if not sys.stdin.isatty():
        return ""
    password = getpass("Password (empty: one is made and shown): ")
    if password and getpass("Again: ") != password:
        raise Trouble("The two passwords differ. No account was made.")
    return password


def _new_password() -> str:
    from storyhold.site.samples import new_password

    return new_password()


def _checked_email(email: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email)
    except ValidationError as fault:
        raise Trouble(f"“{email}” is not an e-mail address. No account was made.") from fault
    return email


def _checked_password(password: str) -> str:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password)
    except ValidationError as fault:
        raise Trouble(" ".join([*fault.messages, "No account was made."])) from fault
    return password
