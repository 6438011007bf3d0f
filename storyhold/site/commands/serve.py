"""`storyhold serve`: the supervisor of a running archive. It never loads Django."""

from argparse import ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path

from storyhold.site import data_folder
from storyhold.site.arguments import Words
from storyhold.site.door import Door, answers_behind, back_door
from storyhold.site.processes import Group, Part
from storyhold.site.terminal import say
from storyhold.site.trouble import Trouble

# Seconds after which a web process that answers nothing is not worth waiting for.
LONGEST_START = 120


def parser() -> Words:
    """Return what the command understands."""
    words = Words(
        "serve",
        "Serve an archive: its pages and its background work, until Ctrl-C.\n"
        "A data folder that is not there is made; a database is brought up to date.\n"
        "The first start prints the address at which the archive is set up.",
    )
    words.add_argument("--port", type=_port, default=8000, help="default: 8000")
    words.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen at; 0.0.0.0 for all of this machine (default: 127.0.0.1)",
    )
    words.add_argument(
        "--sample",
        action="store_true",
        help="fill a new archive with sample stories and members, and print two sign-ins",
    )
    words.add_argument(
        "--workers",
        type=_workers,
        default=1,
        metavar="N",
        help="processes that answer requests: 1 is enough for most archives (default: 1)",
    )
    return words


def run(options: Namespace) -> int:
    """Prepare the archive, then keep its processes running until a signal ends them."""
    door = Door(options.host, options.port)
    folder = data_folder.made(data_folder.chosen(options.data))
    data_folder.Lock(folder).take()
    door.check_is_free()
    door.announce_names()
    with back_door(folder) as socket:
        return _run(options, door, folder, socket)


def _run(options: Namespace, door: Door, folder: Path, socket: Path) -> int:
    group = Group(
        Part("edge", [
            "edge", "--data", str(folder), "--host", door.host, "--port", str(door.port),
            "--socket", str(socket),
        ]),
        Part("web", [
            "web", "--data", str(folder), "--socket", str(socket),
            "--workers", str(options.workers),
        ], ends_last=True),
        Part("worker", ["worker", "--data", str(folder)]),
    )  # fmt: skip
    group.listen()
    prepared = group.run_once(
        "prepare", "--data", str(folder), *(["--sample"] if options.sample else [])
    )
    if prepared != 0 or group.asked_to_end:
        return 0 if group.asked_to_end else prepared
    try:
        return _serve(group, door, folder, socket)
    finally:
        group.end()


def _serve(group: Group, door: Door, folder: Path, socket: Path) -> int:
    group.start("edge", "web")
    for name, answers in (("web", partial(answers_behind, socket)), ("edge", door.answers)):
        if not group.wait_for(name, answers, at_most=LONGEST_START):
            if group.asked_to_end:
                return 0
            raise Trouble(f"The {name} process ended before it answered; the lines above say why.")
    group.start("worker")
    _greet(door, folder)
    group.watch()
    return 0


def _greet(door: Door, folder: Path) -> None:
    """Print where the archive is, and what its owner needs for the first sign-in."""
    say(f"The archive is open at {door.address}/ (Ctrl-C ends it).")
    if code := _text(folder / data_folder.SET_UP_CODE):
        say(f"\n  Set it up here, once:\n  {door.address}/set-up/?code={code}\n")
    if sign_ins := _text(folder / data_folder.SAMPLE_SIGN_INS):
        say("\n  Sample archive. Sign in as:")
        say("".join(f"  {line}\n" for line in sign_ins.splitlines()))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip() if file.exists() else ""


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"“{text}” is not a port (1 to 65535)")
    return int(text)


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 64:
        raise ArgumentTypeError(f"“{text}” is not a number of processes (1 to 64)")
    return int(text)
