"""The package document: what the book is, what files it has, and in which order they are read."""

from collections.abc import Iterator
from datetime import datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5

from storyhold.exporters.book import Book
from storyhold.exporters.formats.epub.pages import Page
from storyhold.exporters.formats.epub.template import filled
from storyhold.prose.plain_text import plain_text

MEDIA_TYPES = {
    "css": "text/css",
    "jpg": "image/jpeg",
    "ncx": "application/x-dtbncx+xml",
    "png": "image/png",
    "xhtml": "application/xhtml+xml",
}
FEATURES = (
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "unlocked",
)
_OPEN = (
    "All text can be set larger, in other faces and colors, and read aloud. Chapters are headings "
    "and stand in the contents."
)


def identifier(book: Book) -> str:
    """Return what every edition of this book is known by, whenever and by whom it is made."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, book.address)}"


def package(book: Book, pages: list[Page], files: list[str], made_at: datetime) -> str:
    """Return the package document; `files` are all beside the pages."""
    return filled(
        "package.opf",
        language=escape(book.words.language),
        direction="ltr",
        progression=' page-progression-direction="rtl"' if book.direction == "rtl" else "",
        metadata="\n".join(_metadata(book, made_at)),
        manifest="\n".join(_manifest(pages, files)),
        spine="\n".join(f'<itemref idref="{_id(page.file)}"/>' for page in pages),
    )


def _metadata(book: Book, made_at: datetime) -> Iterator[str]:
    yield _element("dc:identifier", identifier(book), id="id")
    yield _element("dc:title", book.title, id="title", **_spoken(book))
    yield _meta("title-type", "main", of="title")
    yield from _people(book)
    for language in dict.fromkeys(story.language for story in book.stories):
        yield _element("dc:language", language)
    yield _element("dc:publisher", book.archive)
    yield _element("dc:source", book.address)
    if book.published:
        yield _element("dc:date", book.published)
    if book.summary:
        yield _element(
            "dc:description", " ".join(plain_text(book.summary).split()), **_spoken(book)
        )
    for subject in book.subjects:
        yield _element("dc:subject", subject)
    yield _meta("dcterms:modified", f"{made_at:%Y-%m-%dT%H:%M:%SZ}")
    yield from _series(book)
    yield from _accessibility(book)
    yield '<meta name="cover" content="cover-png"/>'  # for readers of EPUB 2


def _people(book: Book) -> Iterator[str]:
    for number, name in enumerate(book.authors, 1):
        yield _element("dc:creator", name, id=f"author-{number}")
        yield _meta("role", "aut", of=f"author-{number}", scheme="marc:relators")
        yield _meta("display-seq", str(number), of=f"author-{number}")
    others = dict.fromkeys(name for story in book.stories for name in story.contributors)
    for number, name in enumerate(others, 1):
        yield _element("dc:contributor", name, id=f"contributor-{number}")
        yield _meta("role", "ctb", of=f"contributor-{number}", scheme="marc:relators")


def _series(book: Book) -> Iterator[str]:
    for number, place in enumerate(book.places, 1):
        name = f"series-{number}"
        yield f'<meta property="belongs-to-collection" id="{name}">{escape(place.series)}</meta>'
        yield _meta("collection-type", "series", of=name)
        yield _meta("group-position", str(place.number), of=name)
        series = uuid5(NAMESPACE_URL, place.address)
        yield _meta("dcterms:identifier", f"urn:uuid:{series}", of=name)


def _accessibility(book: Book) -> Iterator[str]:
    """Yield what EPUB Accessibility 1.1 asks for. No claim to conform: nobody has examined it."""
    yield _meta("schema:accessMode", "textual")
    if book.pictures:
        yield _meta("schema:accessMode", "visual")
    if not book.pictures or book.pictures_have_words:
        yield _meta("schema:accessModeSufficient", "textual")
    for feature in FEATURES:
        yield _meta("schema:accessibilityFeature", feature)
    if book.pictures and book.pictures_have_words:
        yield _meta("schema:accessibilityFeature", "alternativeText")
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", f"{_OPEN} {_about_pictures(book)}")


def _about_pictures(book: Book) -> str:
    if not book.pictures:
        return "There are no pictures but the cover."
    if book.pictures_have_words:
        return "All pictures are described."
    return "Some pictures are not described."


def _manifest(pages: list[Page], files: list[str]) -> Iterator[str]:
    names = [*(page.file for page in pages), *files]
    for name in names:
        media_type = MEDIA_TYPES[name.rpartition(".")[2]]
        worn = {"nav.xhtml": "nav", "cover.png": "cover-image"}.get(name)
        properties = f' properties="{worn}"' if worn else ""
        yield f'<item id="{_id(name)}" href="{name}" media-type="{media_type}"{properties}/>'


def _id(file: str) -> str:
    return "ncx" if file == "toc.ncx" else file.replace("/", "-").replace(".", "-")


def _spoken(book: Book) -> dict[str, str]:
    return {"xml:lang": book.language, "dir": book.direction}


def _element(name: str, text: str, **attributes: str) -> str:
    worn = "".join(f' {each}="{escape(value)}"' for each, value in attributes.items())
    return f"<{name}{worn}>{escape(text)}</{name}>"


def _meta(name: str, value: str, *, of: str = "", scheme: str = "") -> str:
    refines = f' refines="#{of}"' if of else ""
    said = f' scheme="{scheme}"' if scheme else ""
    return f'<meta property="{name}"{refines}{said}>{escape(value)}</meta>'
