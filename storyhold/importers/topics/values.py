"""What a report can say of the HTML of single texts."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
VALUES: dict[str, Topic] = {
    "HTML was left out": Topic(
        "html",
        "HTML that was left out",
        "“{column}” is shown without {what}. Its letters are all there, and so is its source.",
    ),
    "pictures lie elsewhere": Topic(
        "html",
        "Pictures on other servers",
        "“{column}” shows pictures that lie on {what}, as long as they are there.",
    ),
    "scripts were left out": Topic(
        "html",
        "Scripts, frames and forms that were left out",
        "“{column}” is shown without {what}, which could have done harm.",
    ),
}
