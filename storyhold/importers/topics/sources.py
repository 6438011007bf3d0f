"""What a report can say of the source itself: dumps, tables, folders."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
SOURCES: dict[str, Topic] = {
    "another archive": Topic(
        "source",
        "Other archives in the same dump",
        "The archive {site} is in the dump, too. It was left where it is.",
    ),
    "column left out": Topic(
        "private",
        "Personal data left out",
        "{count} values of “{column}” were not imported and are kept nowhere.",
    ),
    "dump is cut": Topic(
        "source",
        "Tables that end in the middle",
        "{name} ends in the middle of this table. The {rows} rows before it were read; what should"
        " have followed is not there.",
        is_loss=True,
    ),
    "dump that marks no end": Topic(
        "source",
        "Dumps that cannot show that they are whole",
        "{name} was made by eFiction's own backup page, which marks no end. The page stops in"
        " silence when it takes too long: compare the numbers with the old site.",
    ),
    "dump without an end": Topic(
        "source",
        "Dumps without an end",
        "{name} lacks the line that the program which wrote it puts at the end. It was probably"
        " cut: compare the numbers with the old site.",
        is_loss=True,
    ),
    "files of no use": Topic(
        "source",
        "Other files in the stories folder",
        "{count} files there are neither texts nor pictures and were left: {examples}.",
    ),
    "layout recognized": Topic(
        "source",
        "Orders of columns that were recognized",
        "The dump does not name the {columns} columns of this table. By their number and by what"
        " they hold they were read in the order called “{layout}”.",
    ),
    "layout unknown": Topic(
        "source",
        "Orders of columns that are not known",
        "The dump does not name the {columns} columns of this table, and their order is not known."
        " Its rows were kept aside.",
        is_loss=True,
    ),
    "line that is no SQL": Topic(
        "source",
        "Lines in the dump that belong to something else",
        "{name} has a line that is not part of a dump, perhaps a server's error: {line}",
    ),
    "links left out": Topic(
        "source",
        "Links in archives",
        "{count} members of the archives only point to other files. They were not followed.",
    ),
    "rows could not be read": Topic(
        "source",
        "Rows that make no sense",
        "In {name} a row of this table breaks off and something else follows. Reading went on at"
        " the next statement; {rows} rows of the table were read in all.",
        is_loss=True,
    ),
    "rows of another length": Topic(
        "source",
        "Rows with too few or too many values",
        "Rows with {values} values stand in this table of {columns} columns. They were read from"
        " the first column on.",
    ),
    "same number twice": Topic(
        "source",
        "The same number more than once",
        "{rows} rows stand in the source again later, as when two backups are put in one file."
        " The later row was taken.",
    ),
    "several dumps in one": Topic(
        "source",
        "Several dumps in one file",
        "{name} consists of more than one dump: {writers}. All were read.",
    ),
    "stories folder": Topic(
        "source",
        "The stories folder",
        "The folder “{folder}” has a file for {found} of {looked} chapters that should have one.",
    ),
    "story told by a later chapter": Topic(
        "stories",
        "Stories whose first chapter is gone",
        "In eFiction 1 the first chapter is the story. It is missing here, so title and summary"
        " were taken from the first chapter that is left.",
    ),
    "tables of another database": Topic(
        "source",
        "Tables that belong to no archive",
        "The file {name} has the tables {tables} once more, beside those of the archive. They were"
        " left where they are.",
        is_loss=True,
    ),
    "tables of other programs": Topic(
        "source",
        "Tables of other programs",
        "These tables are not eFiction's and were left where they are: {tables}.",
    ),
    "unknown table": Topic(
        "source",
        "Tables that are not understood",
        "eFiction and its modules have no such table. It has the columns {columns}.",
        is_loss=True,
    ),
    "version": Topic(
        "source",
        "The version of eFiction",
        "The tables are those of eFiction {version}; the settings claim {claimed}. The dump says"
        " of its character set: {charsets}.",
    ),
}
