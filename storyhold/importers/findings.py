"""What is noticed while an old archive is read, so that nothing is changed or lost in silence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was noticed, by the old number of what it is about.

    `topic` is a key of `importers.topics.TOPICS`; `table` the old table without its prefix;
    `number` the old number, or "" where the whole table or archive is meant. `facts` fill the
    topic's sentence and become columns of the report.
    """

    topic: str
    table: str = ""
    number: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


Note = Callable[[Finding], None]
