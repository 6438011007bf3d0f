"""Patterns of a dump's SQL. They hold at any place where a value or a statement may begin."""

import re
from dataclasses import dataclass
from functools import cache

from storyhold.importers.sources.efiction.dumps.literals import (
    WITH_BACKSLASHES,
    WITHOUT_BACKSLASHES,
)

# A comment with `!` is for some servers only, and its content counts.
_COMMENT = rb"/\*(?!M?!)[^*]*+(?:\*(?!/)[^*]*+)*+\*/|--(?=\s)[^\n]*+\n|#[^\n]*+\n"
_BACKTICKS = rb"`[^`]*+(?:``[^`]*+)*+`"
_NAME = rb'(?:`(?:[^`]|``)++`|"[^"\n]++"|[\w$\-\x80-\xff]++)'
# `db`.`table`
_TABLE = rb"((?:" + _NAME + rb"\s*+\.\s*+)?+" + _NAME + rb")"

SOME_BLANKS = re.compile(rb"(?:[\s;]|\xef\xbb\xbf)++")  # or the mark that Windows puts first
COMMENT = re.compile(_COMMENT + rb"|/\*M?!999999\\-[^\n]*?\*/|--[^\n]*+\Z|#[^\n]*+\Z", re.DOTALL)
FOR_SOME_SERVERS = re.compile(rb"/\*M?!\d*+", re.DOTALL)
CLOSING = re.compile(rb"\*/")
LINE = re.compile(rb"[^\n]*+\n?+")
LONGEST_START = 100  # no start that we look for is longer
DELIMITER = re.compile(rb"DELIMITER[ \t]++(\S++)[^\n]*+\n?+", re.IGNORECASE)
INSERT = re.compile(
    rb"(?:INSERT|REPLACE)\b(?:\s++(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)|\s*+/\*M?!\d*+"
    rb"\s*+\w*+\s*+\*/)*+(?:\s++INTO\b)?+\s*+"
    + _TABLE
    + rb"\s*+(\([^()'\"]*+\))?+\s*+VALUES?\b\s*+(?=\()",
    re.IGNORECASE,
)
CREATE_TABLE = re.compile(
    rb"CREATE\s++(?:TEMPORARY\s++)?+TABLE\s++(?:IF\s++NOT\s++EXISTS\s++)?+" + _TABLE + rb"\s*+\(",
    re.IGNORECASE,
)
ALTER_TABLE = re.compile(rb"ALTER\s++(?:IGNORE\s++)?+TABLE\s++" + _TABLE, re.IGNORECASE)
USE = re.compile(rb"USE\s++(" + _NAME + rb")", re.IGNORECASE)
SET_NAMES = re.compile(rb"SET\s++NAMES\s++['\"]?(\w++)", re.IGNORECASE)
SET_MODE = re.compile(rb"SET\s[^;]*?SQL_MODE\s*+=\s*+['\"]([\w,]*+)['\"]", re.IGNORECASE)
OTHER = re.compile(
    rb"(?:ALTER|ANALYZE|BEGIN|CALL|CHANGE|CHECK|COMMIT|CREATE|DELETE|DROP|FLUSH|GRANT|INSERT|KILL|LOCK"
    rb"|OPTIMIZE|PURGE|RENAME|REPAIR|REPLACE|RESET|REVOKE|ROLLBACK|SELECT|SET|SHOW|START|TRUNCATE"
    rb"|UNLOCK|UPDATE|USE|WITH)\b|[);]",
    re.IGNORECASE,
)
# Where reading can go on after a place that makes no sense.
NEXT_START = re.compile(
    rb"\n(?=(?:INSERT|REPLACE)\s++(?:IGNORE\s++)?INTO\s|(?:CREATE|DROP)\s+TABLE\s|# Dump of "
    rb"|-- (?:MySQL|MariaDB) dump |-- phpMyAdmin |-- (?:Table structure|Dumping data) |/\*!\d)",
)
NAME = re.compile(_NAME)


@dataclass(frozen=True)
class Grammar:
    """What settings of the server change: how texts are quoted and what ends a statement."""

    has_backslashes: bool = True
    delimiter: bytes = b";"

    @property
    def single(self) -> bytes:
        """A pattern of a text between single quotes."""
        return (WITH_BACKSLASHES if self.has_backslashes else WITHOUT_BACKSLASHES)[0]

    @property
    def texts(self) -> bytes:
        """A pattern of a quoted text."""
        return b"|".join(WITH_BACKSLASHES if self.has_backslashes else WITHOUT_BACKSLASHES)

    def row(self, width: int, head: bytes) -> re.Pattern[bytes]:
        """A pattern of a whole plain row, a group for each value and one for what follows it.

        `head` is how the statement began. Where the next begins alike, that is what follows:
        programs that write a statement for each row are read as quickly as others.
        """
        return _row(self, width, head)

    def piece(self) -> re.Pattern[bytes]:
        """A pattern of the next piece of an expression."""
        return _piece(self)

    def rest(self) -> re.Pattern[bytes]:
        """A pattern of what is left of a statement, as far as it can be seen."""
        return _rest(self)


@cache
def _row(grammar: Grammar, width: int, head: bytes) -> re.Pattern[bytes]:
    introduced = rb"|[-+.\w]++(?:\s?" + grammar.single + rb")?+"
    value = rb"\s*+(" + grammar.texts + introduced + rb")\s*+"
    values = b",".join([value] * width)
    ends = re.escape(grammar.delimiter)
    return re.compile(
        rb"\s*+\(" + values + rb"\)\s*+(,|" + ends + rb"(?:\s*+" + re.escape(head) + b")?+)",
        re.DOTALL,
    )


@cache
def _piece(grammar: Grammar) -> re.Pattern[bytes]:
    return re.compile(
        rb"(?P<blank>\s++|" + _COMMENT + rb"|/\*M?!\d*+|\*/)|(?P<text>" + grammar.texts + b")"
        rb"|(?P<delimiter>" + re.escape(grammar.delimiter) + rb")"
        rb"|(?P<sign>[(),])|(?P<word>[^\s'\"(),;/*#`\-]++|"
        + _BACKTICKS
        + rb"|-\d[^\s'\"(),;]*+|[-/*])",
        re.DOTALL,
    )


@cache
def _rest(grammar: Grammar) -> re.Pattern[bytes]:
    """Single signs need a look at the next one, which may not have been fetched."""
    ends = re.escape(grammar.delimiter)
    first = re.escape(grammar.delimiter[:1])
    return re.compile(
        rb"((?:[^'\"`#/\-" + first + rb"]++|" + grammar.texts + b"|" + _BACKTICKS + b"|" + _COMMENT
        + rb"|-(?=[^-])|--(?=\S)|/(?=[^*])|/\*M?!|" + first + rb"(?!" + ends[len(first) :] + rb")"
        rb")*+)(" + ends + rb")?+",
        re.DOTALL,
    )  # fmt: skip
