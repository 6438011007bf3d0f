"""What an edge is told when it starts."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """Where the edge listens and asks, and how much it may keep.

    Answers under way have `grace` seconds when all is to end.
    """

    host: str
    port: int
    socket: Path
    stamps: Path
    cache_bytes: int = 48 * 1024 * 1024
    page_files: Path | None = None
    behind_front_server: bool = False
    grace: float = 9.0
