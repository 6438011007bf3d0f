"""How all commands read their words: help for people, and an error in one sentence."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import NoReturn

from storyhold.site.trouble import Trouble


class Words(ArgumentParser):
    """A parser whose errors are sentences, with `--data` and, for our processes, `--lifeline`."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__(
            prog=f"storyhold {name}",
            description=description,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self.add_argument(
            "--data",
            metavar="DIR",
            help="the folder of the archive (as STORYHOLD_DATA says, else ./data)",
        )

    def with_lifeline(self) -> "Words":
        """Add what only the supervisor gives; see `lifeline`."""
        self.add_argument("--lifeline", type=int, help="a descriptor: see storyhold.site.lifeline")
        return self

    def error(self, message: str) -> NoReturn:
        """Say what could not be read."""
        raise Trouble(
            f"“{self.prog}” was not understood: {message}. “{self.prog} --help” explains it."
        )
