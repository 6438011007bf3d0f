"""Stories go out: as books for reading devices, as pages, as plain text, and for paper.

`edition` takes what a reader may see and fixes it as plain values, a `book.Book`; `formats` write
such a book without knowing Django or the database; `kept` keeps the files that were made.
"""
