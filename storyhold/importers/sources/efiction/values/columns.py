"""How long eFiction's columns are, as far as it matters: a value that fills one was cut."""

_TEXT = 65_535

_LENGTHS = {
    ("authorinfo", "info"): 255,
    ("authors", "email"): 200,
    ("authors", "image"): 200,
    ("authors", "penname"): 200,
    ("authors", "realname"): 200,
    ("authors", "website"): 200,
    ("categories", "category"): 60,
    ("chapters", "title"): 250,
    ("characters", "charname"): 60,
    ("classes", "class_name"): 100,
    ("log", "log_action"): 255,
    ("poll", "poll_question"): 250,
    ("ratings", "rating"): 60,
    ("reviews", "reviewer"): 60,
    ("series", "title"): 200,
    ("settings", "storiespath"): 20,
    ("shoutbox", "shout_message"): 200,
    ("shoutbox", "shout_name"): 50,
    ("stories", "title"): 200,
}


def fills_column(length: int, *, table: str, column: str) -> bool:
    """Tell whether a value of so many bytes probably was longer before it was stored.

    Up to three bytes may be missing from a full column: the last letter did not fit.
    """
    limit = _LENGTHS.get((table, column), _TEXT)
    return limit - 3 <= length <= limit
