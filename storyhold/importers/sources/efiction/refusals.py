"""Every no to a source that cannot be read as an eFiction archive."""

from storyhold.common.refusal import Refusal


class SourceIsMissing(Refusal):
    """A path that leads nowhere."""

    message = "There is nothing at {path}. Nothing was read. Check the path and try again."


class SourceIsEmpty(Refusal):
    """A file without a byte, or a folder without a file."""

    message = "{name} is empty. Nothing was imported. Make the backup again, or upload it again."


class NoDumpFound(Refusal):
    """A folder or archive in which there is no database."""

    message = (
        "There is no database dump in {name}: no .sql file, packed or not. Nothing was imported."
        " Export the old database with phpMyAdmin or mysqldump and add that file."
    )


class DumpIsOfAnotherProgram(Refusal):
    """SQL, but no table of eFiction."""

    message = (
        "{name} holds no tables of eFiction: none has a name that ends in “fanfiction_stories”."
        " Nothing was imported. It has these tables: {tables}."
    )


class FileIsNoDump(Refusal):
    """No SQL at all."""

    message = (
        "{name} is not a database dump: no statement in it could be read. Nothing was imported."
        " It begins with “{beginning}”."
    )


class StoriesAreMissing(Refusal):
    """Tables of eFiction, but not the one that matters."""

    message = (
        "The table of stories is missing from {name}; it has {tables}. Nothing was imported."
        " Was the dump cut, or made of some tables only? Export the whole database again."
    )


class SeveralSites(Refusal):
    """More than one archive, and nobody said which."""

    message = (
        "There is more than one archive here: {sites}. Nothing was imported. Say which one you"
        " mean with --site."
    )


class NoSuchSite(Refusal):
    """A key that no archive in the source has."""

    message = "There is no archive “{key}” here. Nothing was imported. There is {sites}."


class TwoArchivesInOne(Refusal):
    """Dumps of different archives, one behind the other, with the same names of tables."""

    message = (
        "{name} holds the dumps of different archives ({sites}) whose tables have the same names,"
        " so that their stories cannot be told apart. Nothing was imported. Use a file for each."
    )


class LayoutIsUnclear(Refusal):
    """No names of columns, and more than one known order fits."""

    message = (
        "The dump does not name the columns of the table “{table}”, and its rows fit more than one"
        " known order: {layouts}. Nothing was imported. Say which with --layout {table}=…, or use"
        " a dump made by mysqldump or phpMyAdmin, which name the columns."
    )


class LayoutIsUnknown(Refusal):
    """No names of columns, and no known order has so many."""

    message = (
        "The dump does not name the columns of the table “{table}”, and no known version of"
        " eFiction has {width} of them there. Nothing was imported. Use a dump made by mysqldump"
        " or phpMyAdmin, which name the columns."
    )
