"""What a report can say of series, reviews, favorites and challenges."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
KEEPING: dict[str, Topic] = {
    "answer is not there": Topic(
        "reviews",
        "Reviews marked as answered, without an answer",
        "The review is marked as answered, but no answer stands in it.",
    ),
    "answer without a review": Topic(
        "reviews",
        "Answers without a review",
        "The answer belongs to review {review}, which is not here or has an answer already. It "
        "was kept aside.",
        is_loss=True,
    ),
    "answer without its mark": Topic(
        "reviews",
        "Answers that were not marked",
        "An answer stands in the review, which is not marked as answered. It is an answer here.",
    ),
    "challenge is gone": Topic(
        "stories",
        "Challenges that are gone",
        "Stories or series answer this challenge, which is not in the dump.",
        is_loss=True,
    ),
    "entry leads to what is gone": Topic(
        "series",
        "Entries of series that lead nowhere",
        "The story or series that had this place is not in the dump. The entry was kept aside.",
        is_loss=True,
    ),
    "entry of a series that is gone": Topic(
        "series",
        "Entries of series that are gone",
        "The series is not in the dump. The entry was kept aside.",
        is_loss=True,
    ),
    "entry of a series waits": Topic(
        "series",
        "Entries that wait for the owner of a series",
        "The story was suggested for a moderated series, and still waits for its owner.",
    ),
    "entry of a series was unconfirmed": Topic(
        "series",
        "Unconfirmed entries of series that nobody moderates",
        "The entry was not confirmed, but its series needs no word of its owner. It is shown.",
    ),
    "favorite of an unknown kind": Topic(
        "kept",
        "Favorites of another kind",
        "A module's favorite has no counterpart. It was kept aside.",
        is_loss=True,
    ),
    "favorite of nobody": Topic(
        "members",
        "Favorites of members who are gone",
        "The member is not in the dump. The favorite was kept aside.",
        is_loss=True,
    ),
    "favorite of what is gone": Topic(
        "members",
        "Favorites of what is gone",
        "What was kept is not in the dump. The favorite was kept aside.",
        is_loss=True,
    ),
    "favorite was here": Topic(
        "members",
        "Favorites that were here already",
        "The member was here before and had kept this already. Their words here stay.",
    ),
    "list held a slip": Topic(
        "series",
        "Lists with a slip of the program in them",
        "“{column}” held the word “Array”, which a module had written by mistake: {text}",
    ),
    "member is gone": Topic(
        "members",
        "Members of whom only a name and works are left",
        "The archive has no such member any more; their works are signed “{name}”.",
    ),
    "rating of another system": Topic(
        "reviews",
        "Ratings that the site's system does not have",
        "The rating {value} is none in the way the site was set. The review has no rating here.",
        is_loss=True,
    ),
    "ratings of two systems": Topic(
        "reviews",
        "Ratings of two systems",
        "The site seems to have changed its way of rating, and the numbers of both are mixed: "
        "{numbers}. They were read by the way it is set now.",
    ),
    "review by a former member": Topic(
        "reviews",
        "Reviews by members who are gone",
        "{name} is no member any more. The review stands under that name, as a guest's.",
    ),
    "review of an unknown kind": Topic(
        "kept",
        "Reviews of another kind",
        "It is about something of a module ({type} {item}). It was kept aside.",
        is_loss=True,
    ),
    "review of what is gone": Topic(
        "reviews",
        "Reviews of what is gone",
        "What it is about ({type} {item}) is not in the dump. It was kept aside.",
        is_loss=True,
    ),
    "review says nothing": Topic(
        "reviews", "Empty reviews", "The review has neither words nor a rating."
    ),
    "review's chapter is gone": Topic(
        "reviews",
        "Reviews whose chapter is gone",
        "Chapter {chapter} is none of the story's. The review stands with the whole story.",
    ),
    "series held itself": Topic(
        "series",
        "Series that held themselves",
        "The entry would put a series into itself. It was kept aside.",
        is_loss=True,
    ),
    "series' owner is gone": Topic(
        "series",
        "Series whose owner is gone",
        "“{title}” was kept by member {owner}, who is not in the dump. A former member has it.",
    ),
}
