"""The faces that come with the archive, and which of their files a text needs.

A face that comes after the text makes lines jump, or is not used until the next page. So a page
asks for its files in the head, by the language of its text: `css/faces.css` names them all.
"""

from collections.abc import Mapping

from django.templatetags.static import static

LATIN = ("latin", "latin-italic")
EXTENDED = ("latin-ext", "latin-ext-italic")
FILES: Mapping[str, tuple[str, ...]] = {
    "literata": LATIN,
    "hyperlegible": LATIN,
    "dyslexic": ("regular", "italic", "bold"),  # all scripts in each
}
# Beside those above, for languages whose letters are not all in them.
EXTENDED_LATIN = {"cs", "cy", "eo", "hr", "hu", "lt", "lv", "pl", "ro", "sk", "sl", "tr"}
OTHERS = {
    **dict.fromkeys(EXTENDED_LATIN, EXTENDED),
    **dict.fromkeys(("bg", "ru", "sr", "uk"), ("cyrillic", "cyrillic-italic")),
    "el": ("greek", "greek-italic"),
    "vi": ("vietnamese", "vietnamese-italic"),
}
MORE_FILES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "literata": OTHERS,
    "hyperlegible": {code: files for code, files in OTHERS.items() if code in EXTENDED_LATIN},
}


def files_of_face(face: str, language: str) -> list[str]:
    """Return the addresses of what a text in that language needs; none for faces of the device."""
    more = MORE_FILES.get(face, {}).get(language.split("-")[0], ())
    return [static(f"fonts/{face}/{name}.woff2") for name in (*FILES.get(face, ()), *more)]
