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


class BundleIsNotComplete(Refusal):
    """Our own packer was not let finish."""

    message = (
        "{name} is a bundle that was not packed to its end. Nothing was imported. Open the"
        " packer's page on the old site again, let it finish, and download the bundle anew."
    )


class TablesAreNoDump(Refusal):
    """A server's own files, or CSV."""

    message = (
        "{name} has tables that cannot be read as they lie, such as {example}. Nothing was"
        " imported. Export the database as SQL with phpMyAdmin or mysqldump, or give the address"
        " of a server in which they are: mysql://name:password@host/database."
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


class TableIsMissing(Refusal):
    """Tables of eFiction, but not those that matter."""

    message = (
        "The table of {table} is missing from {name}; it has {tables}. Nothing was imported."
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


class SourceSwells(Refusal):
    """A zip bomb, or what looks like one."""

    message = (
        "{name} unpacks to far more than a backup of stories can hold, so it was not unpacked."
        " Nothing was imported. Unpack it yourself, look at it, and give the folder."
    )


class ArchiveClimbsOut(Refusal):
    """A member that would be written elsewhere."""

    message = (
        "{name} holds a file whose path leads out of it: “{member}”. Nothing was unpacked or"
        " imported. Make the backup again with a program you trust."
    )


class ArchiveIsBroken(Refusal):
    """It cannot be unpacked to its end."""

    message = (
        "{name} is damaged and cannot be unpacked to its end. Nothing was imported. Copy or"
        " download it again; FTP must be set to binary."
    )


class ArchiveIsLocked(Refusal):
    """A zip with a password."""

    message = "{name} is locked with a password. Nothing was imported. Unpack it and try again."


class DiskIsTooSmall(Refusal):
    """No room to unpack."""

    message = (
        "{name} needs {needed} MB to unpack, and {free} MB are free. Nothing was imported."
        " Make room, or unpack it elsewhere and give the folder."
    )


class StoriesFolderIsMissing(Refusal):
    """Texts are in files, and there are no files."""

    message = (
        "{missing} of {chapters} chapters have no text in the database: their texts lie in files,"
        " and no stories folder was found{compared}. Nothing was imported. Give the folder with"
        " --stories; or say --stories none to move in without these texts."
    )


class StoriesFolderDoesNotFit(Refusal):
    """A folder of texts, of something else."""

    message = (
        "The folder {folder} does not belong to this database: of {looked} chapters that should"
        " have a file there, such as {example}, {found} have. Nothing was imported. Give the"
        " folder in which there is one folder for each author number."
    )


class ServerDoesNotAnswer(Refusal):
    """Nobody there, or a wall between."""

    message = (
        "The database server does not answer: {name}. Nothing was imported. Many hosts let only"
        " their own machines in: then make a dump with phpMyAdmin instead."
    )


class ServerSaysNo(Refusal):
    """The wrong name, password or database."""

    message = (
        "The database server does not let you in: {name}. Nothing was imported. The name, the"
        " password and the database are in the old site's config.php."
    )


class ServerStopped(Refusal):
    """It answered, and then no more."""

    message = (
        "The database server stopped answering while its tables were read: {name}. Nothing was"
        " imported. Try again; if it stops at the same place, make a dump instead."
    )
