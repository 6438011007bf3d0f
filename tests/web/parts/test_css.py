"""Promises that the style sheets keep among themselves."""

import re
from pathlib import Path

import pytest

import storyhold.web.parts

pytestmark = pytest.mark.once

STATIC = Path(storyhold.web.parts.__file__).parent / "static"
CSS = STATIC / "css"
SHEETS = sorted(CSS.rglob("*.css"))
INDEX = (CSS / "index.css").read_text()
TOKENS = (CSS / "tokens.css").read_text()


def declared(rule):
    return dict(re.findall(r"^\s*(--[\w-]+|color-scheme):\s*([^;]+);", rule, re.MULTILINE))


def tokens_under(selector, *, within=None):
    """Return what the rule `selector` declares, inside the query `within` or outside of any."""
    if within is None:
        return declared(TOKENS.split(f"\n{selector} {{", 1)[1].split("}", 1)[0])
    # A query may stand twice, with another rule in it.
    blocks = [part.split("\n}", 1)[0] for part in TOKENS.split(f"@media {within} {{")[1:]]
    (rule,) = [block for block in blocks if selector in block]
    return declared(rule.split(f"{selector} {{", 1)[1])


DARK = "(prefers-color-scheme: dark)"
THEMES = {
    "light": (tokens_under(":root"), 4.5),
    "sepia": (tokens_under(':root[data-theme="sepia"]'), 4.5),
    "dark": (tokens_under(':root[data-theme="dark"]'), 4.5),
    "contrast": (tokens_under(':root[data-theme="contrast"]'), 7),
    "contrast, dark": (tokens_under(':root[data-theme="contrast"]', within=DARK), 7),
}


def luminance(color):
    digits = color.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_every_ink_is_legible_on_every_paper(theme):
    tokens, needed = THEMES[theme]

    for ink in ("--ink", "--ink-soft", "--rubric", "--rubric-deep", "--bad", "--good"):
        for paper in ("--paper", "--paper-deep", "--paper-bright"):
            assert contrast(tokens[ink], tokens[paper]) >= needed, (ink, paper)
    for color in ("--rubric", "--rubric-deep"):
        assert contrast(tokens["--on-rubric"], tokens[color]) >= needed, color
    for marked in ("--added", "--removed"):
        assert contrast(tokens["--ink"], tokens[marked]) >= needed, marked
    assert contrast(tokens["--edge"], tokens["--paper"]) >= 3
    assert contrast(tokens["--edge"], tokens["--paper-bright"]) >= 3


@pytest.mark.parametrize(
    ("chosen", "query"),
    [
        ("dark", DARK),
        ("contrast", "(prefers-contrast: more)"),
        ("contrast, dark", "(prefers-contrast: more) and (prefers-color-scheme: dark)"),
    ],
)
def test_what_the_device_asks_for_is_what_a_reader_can_choose(chosen, query):
    followed = tokens_under(':root[data-theme="auto"]', within=query)

    assert followed == THEMES[chosen][0]


def test_every_sheet_is_imported_once_into_a_layer():
    imported = re.findall(r'@import url\("([^"]+)"\) layer\((\w+)\)( print)?;', INDEX)

    names = [name for name, _layer, _medium in imported]
    assert sorted(names) == [
        path.relative_to(CSS).as_posix() for path in SHEETS if path.name != "index.css"
    ]
    assert len(set(names)) == len(names)
    for name, layer, _medium in imported:
        if "/" in name:
            assert name.startswith(f"{layer}/")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.relative_to(CSS).as_posix())
def test_no_sheet_shouts_or_fetches(sheet):
    text = sheet.read_text()

    assert "!important" not in text
    assert "data:" not in text
    assert "http" not in text
    assert "@font-face" not in text or sheet.name == "faces.css"


def test_every_face_is_there_with_its_license_and_never_makes_lines_jump():
    rules = re.findall(r"@font-face {(.+?)}\n", (CSS / "faces.css").read_text())
    files = {re.search(r'url\("\.\./fonts/([^"]+)"\)', rule)[1] for rule in rules}

    assert all("font-display: optional;" in rule for rule in rules)
    fonts = STATIC / "fonts"
    assert files == {path.relative_to(fonts).as_posix() for path in fonts.rglob("*.woff2")}
    for face in fonts.iterdir():
        assert "SIL Open Font License" in (face / "LICENSE.txt").read_text()


def test_the_layers_survive_the_collecting_of_static_files(static_files):
    index = next((static_files / "css").glob("index.????????????.css")).read_text()

    assert index.startswith("/*")
    assert "@layer reset, tokens, base, layout, parts, pages, skins, utilities;" in index
    imports = re.findall(r'@import url\("([^"]+)"\) layer\((\w+)\)( print)?;', index)
    assert len(imports) == len(SHEETS) - 1
    for name, _layer, _medium in imports:
        assert re.search(r"\.[0-9a-f]{12}\.css$", name)
        assert (static_files / "css" / name).exists()


def test_every_icon_a_template_asks_for_is_in_the_sprite():
    sprite = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "img/icons.svg").read_text()))
    rooms = Path(storyhold.web.parts.__file__).parent.parent

    asked = {
        name
        for template in rooms.rglob("templates/**/*.html")
        for name in re.findall(r'{% icon "([\w-]+)" %}', template.read_text())
    }
    assert asked <= sprite
