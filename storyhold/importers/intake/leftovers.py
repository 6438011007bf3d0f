"""What has no place here is kept aside and said: code, panels, unknown rows and columns."""

import re
from collections import Counter
from collections.abc import Iterator

from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.totals import totals
from storyhold.importers.sources.efiction.tables.unknown import columns_not_known, tables_not_known

# Of modules we know, but have nothing like.
_OF_MODULES = ("recommendations",)
# What the modules that came with the program had in their code.
_PLAIN_INCLUDE = re.compile(
    r"""\s*include(?:_once)?\s*\(\s*_BASEDIR\s*\.\s*["']modules/[\w/]+\.php["']\s*\)\s*;\s*"""
)
_FOREIGN_PANEL = re.compile(r"\w+://|modules/(?!challenges/)", re.IGNORECASE)
_BUNDLED = ("challenges",)


def bring_leftovers(desk: Desk) -> Iterator[int]:
    """Keep aside what no other step takes, and say what the old site could do besides."""
    done = 0
    for table in (*_OF_MODULES, *tables_not_known(desk.old)):
        done += _keep_rows(desk, table)
        yield done
    _keep_columns(desk)
    _say_code(desk)
    _say_panels(desk)
    _say_totals(desk)
    yield done


def _keep_rows(desk: Desk, table: str) -> int:
    count = 0
    for count, row in enumerate(desk.old.read(table), start=1):
        row.keep(number=str(count))
    if count:
        desk.note("rows are kept aside", table, count=count)
    return count


def _keep_columns(desk: Desk) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for row, column in columns_not_known(desk.old):
        row.keep_bytes(column, row.row.get(column) or b"")
        counts[row.table, column] += 1
    for (table, column), count in counts.items():
        desk.note("column is not understood", table, column=column, count=count)


def _say_code(desk: Desk) -> None:
    """Say what modules were hooked in, and which code the owner will miss. None is ever run."""
    for row in desk.old.read("codeblocks", order=("code_id",)):
        module, code = row.line("code_module"), row.text("code_text")
        if not _PLAIN_INCLUDE.fullmatch(code) or module.lower() not in _BUNDLED:
            row.keep_aside("code of its own", module=module, where=row.line("code_type"))
    names = {row.line("name") for row in desk.old.read("modules")}
    for name in sorted(names, key=str.lower):
        desk.note("module was installed", "modules", name=name)


def _say_panels(desk: Desk) -> None:
    """Say which pages an archive offered that are neither the program's nor a module's we know."""
    for row in desk.old.read("panels", order=("panel_id",)):
        address = row.line("panel_url")
        if _FOREIGN_PANEL.match(address):
            row.keep_aside("panel leads nowhere", title=row.line("panel_title"), address=address)


def _say_totals(desk: Desk) -> None:
    for name, said, found in totals(desk.old):
        if said != found:
            desk.note("total was another", "stats", name=name, said=said, found=found)
