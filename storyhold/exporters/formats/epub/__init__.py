"""EPUB 3.3, for reading devices and programs; `docs/reference/epub.md` says what is in it."""
