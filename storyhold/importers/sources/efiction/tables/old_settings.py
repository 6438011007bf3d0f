"""The settings of an old site: which mean something here, which do not, and which never leave."""

# Needed to read the archive, or about the old program itself: nothing here corresponds to them.
_OF_THE_OLD_PROGRAM = (
    "sitekey tableprefix url storiespath store tinymce maintenance debug pwdsetting disablepopups"
    " version"
)
OF_THE_OLD_PROGRAM = frozenset(_OF_THE_OLD_PROGRAM.split())

CREDENTIALS = frozenset(
    ("smtp_host", "smtp_username", "smtp_password", "smtp_port", "smtp_secure"),
)

_AS_HERE = "agestatement alertson favorites imageupload multiplecats newscomments"
_NOT_HERE = (
    "allowed_tags anonrecs autovalrecs captcha dateformat defaultsort displaycolumns"
    " displayprofile epubanon epubcover epubicon epubimg epublang epubrw epubsitelogo epubsitename"
    " epubtagline epubtidy epuburl hiddenskins imageheight imagewidth language linkrange linkstyle"
    " logging notifications ratings rectarget siteemail skin storyend timeformat"
)
# The value of which nothing needs to be said, because it is so here anyway.
WITHOUT_COUNTERPART: dict[str, bytes] = dict.fromkeys(_AS_HERE.split(), b"1") | dict.fromkeys(
    _NOT_HERE.split(), b""
)

# A site that says so in words: the names of its language files.
_LANGUAGES = {
    "brazilian": "pt", "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en",
    "finnish": "fi", "french": "fr", "german": "de", "hungarian": "hu", "italian": "it",
    "japanese": "ja", "norwegian": "no", "polish": "pl", "portuguese": "pt", "russian": "ru",
    "spanish": "es", "swedish": "sv", "turkish": "tr", "cn": "zh-Hans", "zh": "zh-Hans",
    "tw": "zh-Hant", "nb": "no",
}  # fmt: skip


def language_of(stored: str) -> str:
    """Return the code that an old language file stands for, as far as its name tells."""
    name = stored.strip().lower().replace("_", "-").split("-")[0]
    return _LANGUAGES.get(name, name)
