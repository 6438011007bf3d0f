"""`storyhold import packer`."""

from argparse import Namespace
from pathlib import Path

from storyhold.site.arguments import Words
from storyhold.site.opening import open_archive
from storyhold.site.terminal import say


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "import packer",
        "Write a PHP file for whoever reaches the old archive by FTP alone: put beside its\n"
        "config.php and opened in a browser, it packs database and stories into one file that\n"
        "“storyhold import efiction” reads. The code that opens it is printed, once.",
    )
    words.add_argument("file", nargs="?", type=Path, metavar="FILE", help="(storyhold-pack.php)")
    return words


def run(options: Namespace) -> int:
    """Write the file and print the code."""
    open_archive(options)

    from storyhold.importers.packer.packer import FILE, new_code, packer

    code = new_code()
    path = options.file or Path(FILE)
    path.write_text(packer(code), encoding="utf-8")
    say(f"{path} is written. Its code: {code}")
    say("Put the file beside config.php of the old archive, open it in a browser, give the code.")
    say("It works for two weeks. Delete it from the old server when you have the bundle.")
    return 0
