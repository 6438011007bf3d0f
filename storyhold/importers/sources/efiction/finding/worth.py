"""Which files of a web account have to do with stories."""

import re
from pathlib import PurePath

DUMP = re.compile(r"\.(?:sql|dump|mysql|xml)(?:\.(?:gz|gzip|bz2|xz|zst|zip))?$", re.IGNORECASE)
# Of a database server's own folder, or of tables that were exported one by one.
RAW = re.compile(r"fanfiction_.*\.(?:frm|myd|myi|ibd|csv)$", re.IGNORECASE)
PACKED = re.compile(r"\.(?:zip|tar|tgz|tbz2?|txz|gz|bz2|xz|zst)$", re.IGNORECASE)
PICTURE = re.compile(r"\.(?:png|gif|jpe?g|webp|bmp)$", re.IGNORECASE)
# MySQLDumper's, and those of our own packer, which have a number alone.
PART = re.compile(r"^(.*_part_|(?=\d{6}\.sql$))(\d+)(\.sql.*)$", re.IGNORECASE)
CHAPTER = re.compile(r"^(\d+)\.(?:txt|html?)$", re.IGNORECASE)
_SETTINGS = frozenset({"config.php", "dbconfig.php", "naughtywords.php", "blocks_config.php"})


def is_worth_unpacking(path: PurePath) -> bool:
    """Whether a file may hold texts, pictures, settings, the database, or any of them packed."""
    name = path.name.lower()
    return (
        name in _SETTINGS
        or name.endswith(".txt")
        or any(sign.search(name) for sign in (CHAPTER, DUMP, PACKED, PICTURE, RAW))
        or (path.parent.name.lower() == "languages" and name.endswith(".php"))
    )
