"""What `config.php` of an old site says. The password to its database is never looked at."""

import re
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 1 << 20
_SETTING = r"\$%s\s*=\s*(?:'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\")"
_COMMENT = re.compile(r"/\*.*?\*/|^\s*(?://|#).*?$", re.DOTALL | re.MULTILINE)
_CHARSET = re.compile(r"define\s*\(\s*[\"']_CHARSET[\"']\s*,\s*[\"']([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Config:
    """The settings of one installation, "" for what it does not say."""

    folder: Path
    settings_prefix: str = ""
    site_key: str = ""
    database: str = ""


def read_config(path: Path) -> Config | None:
    """Return what a `config.php` says, None if it is not eFiction's."""
    text = _COMMENT.sub("", _text(path))
    if not re.search(r"\$(?:settingsprefix|sitekey|tableprefix|storiespath)\b", text):
        return None
    return Config(
        path.parent,
        _setting("settingsprefix", text),
        _setting("sitekey", text),
        _setting("dbname", text),
    )


def charset_of(language: Path) -> str:
    """Return the character set that a language file declares, "" for none."""
    found = _CHARSET.search(_COMMENT.sub("", _text(language)))
    return found[1].lower() if found else ""


def _setting(name: str, text: str) -> str:
    found = re.search(_SETTING % name, text)
    return (found[1] or found[2] or "").strip() if found else ""


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_LONGEST).decode("latin-1")
