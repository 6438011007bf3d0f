"""Which pages that guests may open are kept for them all, what makes each anew, and which are not.

What is not told: that everything depends on `everything`, and that a page is kept for an hour at
most where nothing shorter stands here. `by` names a cookie by which the page differs.
"""

KEPT = {
    "archive:about": "betas, challenges, counts, lists, people, reviews, series",
    "archive:terms": "everything",
    "betas:readers": "betas, lists",
    "browse:featured": "counts, lists, by sort",
    "browse:once_featured": "counts, lists, by sort",
    "browse:rating": "counts, lists, series, by sort",
    "browse:ratings": "counts, lists",
    "browse:recent": "counts, lists, series, 60 s, by sort",
    "browse:stories": "counts, lists, series, by sort",
    "browse:tag": "counts, lists, series, by sort",
    "browse:tag_kind": "counts, lists",
    "browse:tag_series": "counts, lists, series, by sort",
    "browse:tags": "everything",
    "browse:tops": "bookmarks, counts, lists, reviews, series",
    "catalogs:opds2:all_series": "counts, lists, series",
    "catalogs:opds2:author": "counts, lists, series, by passed, by sort",
    "catalogs:opds2:authors": "counts, lists",
    "catalogs:opds2:kind": "counts, lists",
    "catalogs:opds2:root": "everything",
    "catalogs:opds2:series": "counts, lists, series, by passed",
    "catalogs:opds2:stories": "counts, lists, series, by passed, by sort",
    "catalogs:opds2:story": "counts, lists, series, by passed",
    "catalogs:opds2:tag": "counts, lists, series, by passed, by sort",
    "catalogs:opds:all_series": "counts, lists, series",
    "catalogs:opds:author": "counts, lists, series, by passed, by sort",
    "catalogs:opds:authors": "counts, lists",
    "catalogs:opds:kind": "counts, lists",
    "catalogs:opds:root": "everything",
    "catalogs:opds:series": "counts, lists, series, by passed",
    "catalogs:opds:stories": "counts, lists, series, by passed, by sort",
    "catalogs:opds:story": "counts, lists, series, by passed",
    "catalogs:opds:tag": "counts, lists, series, by passed, by sort",
    "catalogs:opensearch": "everything",
    "catalogs:rights": "everything",
    "catalogs:robots": "everything",
    "catalogs:sitemap": "chapters, counts, lists, news, series, 60 s",
    "catalogs:sitemap_file": "counts, lists",
    "challenges:challenge": "challenges, counts, lists, series",
    "challenges:list": "challenges, counts, lists, series, by sort",
    "chapters:print": "its story, by passed, a read",
    "chapters:read": "its story, by passed, a read",
    "feeds:author": "counts, lists",
    "feeds:newest": "counts, lists",
    "feeds:news": "news, 60 s",
    "feeds:old": "counts, lists, moves",
    "feeds:series": "counts, lists, series",
    "feeds:story": "its story",
    "feeds:tag": "counts, lists",
    "feeds:updated": "counts, lists",
    "home": "counts, lists, news, 60 s",
    "news:archive": "news, 60 s",
    "news:item": "news, 60 s",
    "offline:device": "everything",
    "offline:manifest": "everything",
    "people:bookmarked_authors": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, series"
    ),
    "people:bookmarked_series": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, series"
    ),
    "people:bookmarks": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, series"
    ),
    "people:challenges": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, series"
    ),
    "people:list": "counts, lists",
    "people:members": "counts, lists, people",
    "people:profile": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, "
        "series, by sort"
    ),
    "people:reviews": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, series"
    ),
    "people:series": (
        "betas, bookmarks, challenges, chapters, claims, counts, lists, profiles, reviews, series"
    ),
    "people:staff": "counts, lists, people",
    "polls:polls": "polls",
    "reading:chapters": "its story",
    "reviews:of_series": "chapters, counts, lists, reviews, series",
    "reviews:of_story": "series, its story, by passed",
    "series:list": "counts, lists, reviews, series, by sort",
    "series:series": "challenges, counts, lists, reviews, series",
    "shoutbox:shoutbox": "shouts",
    "stories:print": "its story, by passed, a read",
    "stories:story": "challenges, lists, series, its story, by passed",
    "stories:whole": "its story, by passed, a read",
}

NOT_KEPT = {
    "account_inactive": "seldom asked for",
    "account_login": "carries a token",
    "account_reset_password": "carries a token",
    "account_reset_password_done": "seldom asked for",
    "account_signup": "carries a token",
    "archive:source": "a file, as large as the program",
    "betas:draft": "for whoever has the link",
    "catalogs:authentication": "seldom asked for",
    "claims:take_over": "for whoever has the link",
    "downloads:cover": "a file, kept by itself",
    "downloads:series": "a file, kept by itself",
    "downloads:story": "a file, kept by itself",
    "look": "shows what this reader chose",
    "moderation:contact": "a form that stands alone",
    "moderation:report_page": "a form that stands alone",
    "notices:stop": "for whoever has the link",
    "offline:stories": "for one reader's device",
    "offline:worker": "a device asks that it be anew",
    "old_addresses:address": "seldom asked for twice",
    "old_addresses:home": "seldom asked for twice",
    "reading:device": "holds only what is on this device",
    "search:search": "the index follows what changes some seconds later",
}
