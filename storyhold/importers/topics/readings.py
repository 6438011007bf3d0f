"""What a report can say of how single values were read."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
READINGS: dict[str, Topic] = {
    "Macintosh bytes were decided": Topic(
        "encoding",
        "Punctuation of an old Macintosh",
        "In “{column}”, {count} bytes were read as the quotes and dashes they were typed as.",
    ),
    "attributes were left out": Topic(
        "html", "HTML attributes that were left out", "In “{column}”: {what}."
    ),
    "characters were mended": Topic(
        "encoding",
        "Characters that no text has",
        "In “{column}”, {count} marks or control characters were left out or read anew.",
    ),
    "date came from a backup": Topic(
        "dates",
        "Dates from a backup column",
        "“{column}” was empty; the column that an upgrade had kept beside it was used.",
    ),
    "date in part": Topic(
        "dates", "Dates in part", "Of “{column}” only year or month is known: {value}."
    ),
    "date in the future": Topic(
        "dates", "Dates in the future", "“{column}” is later than the dump: {value}."
    ),
    "date in the hour of a clock change": Topic(
        "dates",
        "Dates in the hour of a clock change",
        "“{column}” names an hour that came twice, or never: {value}.",
    ),
    "date unreadable": Topic(
        "dates", "Unreadable dates", "“{column}” holds no date: {value}.", is_loss=True
    ),
    "dates had no zone": Topic(
        "dates", "Dates without a zone", "“{column}” was read as local time of {zone}."
    ),
    "elements were left out": Topic(
        "html",
        "HTML elements that were left out",
        "In “{column}”: {what}. The text in them was kept.",
    ),
    "encoding is doubtful": Topic(
        "encoding",
        "Doubtful readings",
        "“{column}” was read as {how}; please look: “{before}” became “{after}”.",
    ),
    "encoding was mended": Topic(
        "encoding",
        "Encodings that were mended",
        "“{column}” was read as {how}: “{before}” became “{after}”.",
    ),
    "last letter was cut": Topic(
        "encoding",
        "Values cut in the middle of a letter",
        "“{column}” was full; half a letter at its end was left out.",
        is_loss=True,
    ),
    "letters were lost": Topic(
        "encoding",
        "Letters that were lost long ago",
        "In “{column}”, {count} question marks or replacement characters stand for letters that "
        "no dump has any more.",
    ),
    "line ends were written out": Topic(
        "html",
        "Line ends written as letters",
        "In “{column}”, {places} line ends had become letters and are line ends again.",
    ),
    "pictures are elsewhere": Topic(
        "html",
        "Pictures on other sites",
        "“{column}” shows pictures from {what}. They are shown as long as they are there.",
    ),
    "references could be mended": Topic(
        "html",
        "Letters that eFiction's own filter had wrecked, in chapters",
        "In “{column}” stand {what} for letters or quotes. They are as the old pages showed them.",
    ),
    "references were mended": Topic(
        "html",
        "Letters that eFiction's own filter had wrecked",
        "In “{column}”, “{what}” stood in {places} places for a letter and was mended.",
    ),
    "scripts were made harmless": Topic(
        "html",
        "Scripts that eFiction had made harmless",
        "In “{column}”, its filter against scripts left its mark in {places} places.",
    ),
    "scripts were removed": Topic(
        "html",
        "Scripts, frames and forms that were removed",
        "In “{column}”: {what}.",
        is_loss=True,
    ),
    "slashes were removed": Topic(
        "html",
        "Slashes before quotes",
        "In “{column}”, slashes in {places} places were removed.",
    ),
}
