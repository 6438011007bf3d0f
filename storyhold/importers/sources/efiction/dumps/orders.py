"""The orders of columns that are known, by table and by where a table of that order came from."""

_AUTHORS = "uid penname realname email bio image date admincreated password"
_AUTHORS_WEBSITE = "uid penname realname email website bio image date admincreated password"
_PREFS = (
    "uid newreviews newrespond ageconsent alertson tinymce sortby storyindex validated userskin"
    " level categories contact"
)
_STORIES = (
    "sid title summary storynotes catid classes charid rid date updated uid coauthors featured"
    " validated completed rr wordcount"
)
_SERIES = "seriesid title summary uid isopen catid"
_CHAPTERS = "chapid title inorder notes storytext"
_CHALLENGES = "chalid challenger uid title catid characters summary"
_REVIEWS = "reviewid item chapid reviewer uid review date rating respond type"
_REVIEWS_11 = "reviewid chapid item reviewer uid review date rating type respond"
_STORIES_NOW = f"{_STORIES} rating reviews count"
_STORIES_11 = f"{_STORIES} reviews count rating"
_BACKUPS = "date_backup updated_backup"
_SETTINGS = (
    "sitekey sitename slogan url siteemail tableprefix skin hiddenskins language"
    " submissionsoff storiespath store autovalidate coauthallowed maxwords minwords"
    " imageupload imageheight imagewidth roundrobins allowseries tinymce allowed_tags"
    " favorites multiplecats newscomments logging maintenance debug captcha dateformat"
    " timeformat recentdays displaycolumns itemsperpage extendcats displayindex"
    " defaultsort displayprofile linkstyle linkrange reviewsallowed ratings"
    " anonreviews revdelete rateonly pwdsetting alertson disablepopups agestatement"
    " words version smtp_host smtp_username smtp_password"
)

ORDERS: dict[str, dict[str, str]] = {
    "authorfields": {
        "installer": "field_id field_type field_name field_title field_options field_code_in"
        " field_code_out field_on"
    },
    "authorinfo": {"installer": "uid field info"},
    "authorprefs": {"3.4": f"{_PREFS} stories", "3.0": _PREFS},
    "authors": {
        "installer": _AUTHORS,
        "website": _AUTHORS_WEBSITE,
        "installer-backup": f"{_AUTHORS} date_backup",
        "website-backup": f"{_AUTHORS_WEBSITE} date_backup",
        "1.1": "uid penname realname email website bio image date newreviews admincreated password"
        " validated userskin level contact carry categories bob",
    },
    "blocks": {
        "installer": "block_id block_name block_title block_file block_status block_variables"
    },
    "categories": {
        "installer": "catid parentcatid category description image locked leveldown displayorder"
        " numitems"
    },
    "challenges": {"3.x": f"{_CHALLENGES} responses", "2.0": _CHALLENGES},
    "chapters": {
        "3.x": f"{_CHAPTERS} endnotes validated wordcount rating reviews sid uid count",
        "2.0": f"{_CHAPTERS} validated wordcount rating reviews sid uid",
    },
    "characters": {"3.x": "charid catid charname bio image", "2.0": "charid catid charname"},
    "classes": {"installer": "class_id class_type class_name"},
    "classtypes": {"installer": "classtype_id classtype_name classtype_title"},
    "coauthors": {"installer": "sid uid"},
    "codeblocks": {"installer": "code_id code_text code_type code_module"},
    "comments": {
        "3.x": "cid nid uid comment time",
        "3.x-backup": "cid nid uid comment time time_backup",
    },
    "favorites": {"installer": "uid item type comments"},
    "inseries": {
        "3.2": "seriesid sid subseriesid confirmed inorder",
        "3.0": "seriesid sid subseriesid confirmed inorder updated",
    },
    "log": {
        "installer": "log_id log_action log_uid log_ip log_timestamp log_type",
        "installer-backup": "log_id log_action log_uid log_ip log_timestamp log_type"
        " log_timestamp_backup",
    },
    "messages": {"installer": "message_id message_name message_title message_text"},
    "modules": {"installer": "id name version"},
    "news": {
        "3.2": "nid author title story time comments",
        "3.0": "nid author title story time",
        "3.0-backup": "nid author title story time time_backup",
        "3.2-backup": "nid author title story time comments time_backup",
    },
    "pagelinks": {
        "3.2": "link_id link_name link_text link_key link_url link_target link_access",
        "3.0": "link_id link_name link_text link_url link_target link_access",
    },
    "panels": {
        "installer": "panel_id panel_name panel_title panel_url panel_level panel_order"
        " panel_hidden panel_type"
    },
    "poll": {"installer": "poll_id poll_question poll_opts poll_start poll_end poll_results"},
    "poll_votes": {"installer": "vote_id vote_user vote_opt vote_poll"},
    "ratings": {"installer": "rid rating ratingwarning warningtext"},
    "recommendations": {
        "module": "recid uid url title author summary comments rid date validated completed"
        " featured classes charid catid"
    },
    "reviews": {
        "installer": _REVIEWS,
        "1.1": _REVIEWS_11,
        "installer-backup": f"{_REVIEWS} date_backup",
        "1.1-backup": f"{_REVIEWS_11} date_backup",
    },
    "series": {
        "installer": f"{_SERIES} rating classes characters reviews numstories challenges",
        "3.0": f"{_SERIES} rating classes characters reviews challenges numstories",
        "by-hand": f"{_SERIES} rating classes characters reviews numstories warnings challenges"
        " genres",
        "2.0": f"{_SERIES} classes rating warnings genres characters reviews challenges numstories",
    },
    # Modules append theirs, in the order in which they were installed.
    "settings": {
        "installer": _SETTINGS,
        "installer-anonchallenges": f"{_SETTINGS} anonchallenges",
        "installer-notifications": f"{_SETTINGS} notifications",
        "installer-both": f"{_SETTINGS} anonchallenges notifications",
    },
    "shoutbox": {"installer": "shout_id shout_name shout_message shout_datestamp"},
    "stats": {
        "installer": "sitekey stories chapters series reviews wordcount authors members reviewers"
        " newestmember"
    },
    "stories": {
        "installer": _STORIES_NOW,
        "installer-challenges": f"{_STORIES_NOW} challenges",
        "installer-backup": f"{_STORIES_NOW} {_BACKUPS}",
        "installer-challenges-backup": f"{_STORIES_NOW} challenges {_BACKUPS}",
        "1.1": _STORIES_11,
        "1.1-challenges": f"{_STORIES_11} challenges",
        "1.1-backup": f"{_STORIES_11} {_BACKUPS}",
        "1.1-challenges-backup": f"{_STORIES_11} challenges {_BACKUPS}",
    },
    "tracker": {"module": "sid uid last_read"},
}
