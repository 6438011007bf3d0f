"""Which archives are in a database, and what version of eFiction each is of."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Flavour:
    """What the tables say about the version. Never the version that the settings claim."""

    tables: Mapping[str, Mapping[str, str]]  # the columns of each with their types, if known

    def has(self, table: str, *columns: str) -> bool:
        """Whether there is a table with these columns."""
        return table in self.tables and self.tables[table].keys() >= set(columns)

    @property
    def is_1_1(self) -> bool:
        """Stories are rows of chapters, and there are no chapters."""
        return self.has("stories", "psid") and not self.has("chapters")

    @property
    def is_2_0(self) -> bool:
        """Chapters are on their own, tags are names still."""
        return (
            not self.has("authorprefs")
            and self.has("chapters")
            and (self.has("genres") or self.has("favstor") or self.has("stories", "gid"))
        )

    @property
    def has_coauthors_table(self) -> bool:
        """From 3.4 on."""
        return self.has("coauthors")

    @property
    def confirms_series_entries(self) -> bool:
        """From 3.2 on; before, `inseries.confirmed` meant nothing."""
        return self.has("stats") or self.has("series", "numstories")

    @property
    def is_bridged(self) -> bool:
        """Whether members were kept by another program."""
        return self.has("stories") and not self.has("authors")

    @property
    def version(self) -> str:
        """Return the oldest version that has what these tables have."""
        return next((name for name, holds in _SIGNS if holds(self)), "3.0")


_SIGNS = (
    ("1.1", lambda it: it.is_1_1),
    ("2.0", lambda it: it.is_2_0),
    ("3.5.9", lambda it: it.has("settings", "setreg")),
    ("3.5.8", lambda it: it.has("settings", "notifications")),
    ("3.5.7", lambda it: "binary" in it.tables.get("log", {}).get("log_ip", "")),
    ("3.5.6", lambda it: "int" in it.tables.get("stories", {}).get("date", "")),
    ("3.4", lambda it: it.has("coauthors") or it.has("authorprefs", "stories")),
    ("3.3", lambda it: it.has("modules")),
    ("3.2", lambda it: it.confirms_series_entries),
)


@dataclass(frozen=True)
class Site:
    """One archive: where its tables are and what its row in the settings says."""

    key: str  # what somebody chooses it by: the site key, or the prefix where there is none
    prefix: str  # of its tables, without `fanfiction_`
    settings_prefix: str
    database: str
    dump: str = ""  # the file in which its stories are
    name: bytes = b""
    url: str = ""
    claimed_version: str = ""
    flavour: Flavour = field(default_factory=lambda: Flavour({}))
    charsets: tuple[str, ...] = ()  # that the dump says it is written in

    def __str__(self) -> str:
        name = str(self.name, "utf-8", "replace")
        facts = [name, f"tables {self.prefix}fanfiction_…", f"in {self.dump}" if self.dump else ""]
        return f"{self.key or '(no key)'} ({', '.join(filter(None, facts))})"

    @property
    def calls(self) -> tuple[str, ...]:
        """What somebody may say to choose it."""
        return self.key, f"{self.prefix}fanfiction_", self.dump
