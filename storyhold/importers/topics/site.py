"""What a report can say of settings, pages, blocks, news and what is kept as history."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
SITE: dict[str, Topic] = {
    "answer in a profile came twice": Topic(
        "members",
        "Answers that came twice",
        "A member answered a field of the profile twice. The first counts; kept aside: {text}",
        is_loss=True,
    ),
    "answer in a profile does not fit": Topic(
        "members", "Answers that do not fit their field", "To “{label}” a member answered: {text}"
    ),
    "answer in a profile has no place": Topic(
        "members",
        "Answers without a member or a field",
        "The member or the field is gone. The answer was kept aside: {text}",
        is_loss=True,
    ),
    "block has no counterpart": Topic(
        "site",
        "Blocks without a counterpart",
        "There is no block like “{name}” ({title}) here.",
        is_loss=True,
    ),
    "blocks stay as they are here": Topic(
        "site",
        "Blocks that were not asked for",
        "Pages here are composed already, so the block “{name}” was left out.",
        is_loss=True,
    ),
    "code of its own": Topic(
        "site",
        "Code that the archive ran",
        "“{module}” hooked code in at “{where}”. It is never run here; its lines were kept aside.",
        is_loss=True,
    ),
    "column is not understood": Topic(
        "kept",
        "Columns that are not understood",
        "“{table}” has a column “{column}” with {count} values, which were kept aside.",
        is_loss=True,
    ),
    "comment on news that are gone": Topic(
        "site",
        "Comments on news that are gone",
        "The news {news} are gone, and the comment was kept aside.",
        is_loss=True,
    ),
    "comment says nothing": Topic(
        "site", "Empty comments on news", "The comment has no words, and was left out."
    ),
    "day is not known": Topic(
        "dates",
        "Days that are not known",
        "“{column}” holds no day; {guess} was assumed, from the row before.",
    ),
    "link leads nowhere": Topic(
        "site",
        "Links that lead nowhere now",
        "“{text}” led to {address}, which has no counterpart here.",
        is_loss=True,
    ),
    "links are part of every page": Topic(
        "site",
        "Links that every page has here",
        "{count} links led to pages that have their own place here, such as search and account.",
    ),
    "log is kept as history": Topic(
        "kept", "The log", "{count} entries of the sort {kind} were kept as history."
    ),
    "mail credentials are left out": Topic(
        "private",
        "Access to the mail server",
        "“{column}” was not taken over. Say in the settings of the server how letters leave.",
    ),
    "menu names missing links": Topic(
        "site", "Menus with missing links", "The menu names links that do not exist: {names}."
    ),
    "module was installed": Topic(
        "site", "Modules", "“{name}” was installed. Modules themselves do not move in."
    ),
    "options of a block are damaged": Topic(
        "site",
        "Blocks with damaged options",
        "The options of the block “{name}” cannot be read and were kept aside.",
        is_loss=True,
    ),
    "page has another address": Topic(
        "site", "Pages with another address", "There is a page “{name}” here. The old is “{slug}”."
    ),
    "page holds PHP": Topic(
        "site",
        "Pages that are programs",
        "“{name}” holds PHP. It was not run; its lines are a page that archivists alone see.",
        is_loss=True,
    ),
    "page is empty": Topic("site", "Empty pages", "“{name}” is empty, and was left out."),
    "panel leads nowhere": Topic(
        "site",
        "Pages that modules offered",
        "“{title}” led to {address}, which has no counterpart here.",
        is_loss=True,
    ),
    "poll was closed": Topic(
        "site",
        "Polls that were closed",
        "“{question}” was open. One poll at most is open here, so it was closed as it stood.",
    ),
    "profile field holds PHP": Topic(
        "members",
        "Fields of profiles that are programs",
        "“{label}” holds PHP, which is not run. What members answered is shown as plain text.",
    ),
    "profile field was never used": Topic(
        "members",
        "Fields of profiles that nobody used",
        "“{label}” was switched off and has no answers. It was left out.",
    ),
    "real names are not shown": Topic(
        "members",
        "Real names",
        "{count} members gave a real name. They are in a field of the profiles that is not shown "
        "until you want it to be.",
    ),
    "rows are kept aside": Topic(
        "kept",
        "Rows of modules and unknown tables",
        "{count} rows of “{table}” have no place here and were kept aside.",
        is_loss=True,
    ),
    "sentence of the log is left out": Topic(
        "private",
        "Sentences that tell where somebody was",
        "The sentence holds the address of a computer, and was not kept.",
    ),
    "setting has no counterpart": Topic(
        "site",
        "Settings without a counterpart",
        "“{column}” was: {value}. Nothing here corresponds to it.",
        is_loss=True,
    ),
    "setting is not known": Topic(
        "site", "Settings nobody knows", "“{column}” was: {value}.", is_loss=True
    ),
    "setting stays as it is here": Topic(
        "site",
        "Settings that stay as they are here",
        "“{column}” was: {value}. This archive has chosen otherwise, and {rule} stays: {now}.",
    ),
    "settings are missing": Topic(
        "site", "No settings", "The source has no settings. The house rules stay as they are."
    ),
    "shout says nothing": Topic(
        "site", "Empty shouts", "A shout without words was kept aside.", is_loss=True
    ),
    "total was another": Topic(
        "kept",
        "Totals that were off",
        "The old site said it had {said} {name}; there are {found}.",
    ),
    "words stay as they are here": Topic(
        "site",
        "Words that stay as they are here",
        "This archive has its own words in place of “{name}”, and they stay.",
        is_loss=True,
    ),
    "yes or no is not clear": Topic(
        "members",
        "Answers that are neither yes nor no",
        "To “{label}” a member answered “{text}”, which was kept aside.",
        is_loss=True,
    ),
}
