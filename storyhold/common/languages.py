"""The languages stories are written in, each by its own name."""

# BCP 47 tag: the language's own name. In the order of the codes; the forms sort by name.
LANGUAGES: dict[str, str] = {
    "af": "Afrikaans", "ar": "العربية", "bg": "Български", "bn": "বাংলা", "ca": "Català",
    "cs": "Čeština", "cy": "Cymraeg", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "eo": "Esperanto", "es": "Español", "et": "Eesti", "eu": "Euskara",
    "fa": "فارسی", "fi": "Suomi", "fil": "Filipino", "fr": "Français", "ga": "Gaeilge",
    "gl": "Galego", "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar",
    "id": "Bahasa Indonesia", "is": "Íslenska", "it": "Italiano", "ja": "日本語",
    "ka": "ქართული", "ko": "한국어", "la": "Latina", "lt": "Lietuvių", "lv": "Latviešu",
    "ms": "Bahasa Melayu", "nl": "Nederlands", "no": "Norsk", "pl": "Polski",
    "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina",
    "sl": "Slovenščina", "sr": "Српски", "sv": "Svenska", "sw": "Kiswahili", "ta": "தமிழ்",
    "th": "ไทย", "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt",
    "yi": "ייִדיש", "zh-Hans": "简体中文", "zh-Hant": "繁體中文",
}  # fmt: skip

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})


def language_name(code: str) -> str:
    """Return the language's own name, or the code itself where we have none."""
    return LANGUAGES.get(code, code)


def direction_of_language(code: str) -> str:
    """Return `rtl` for a script that runs from right to left, else `ltr`."""
    return "rtl" if code.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def language_choices() -> list[tuple[str, str]]:
    """Return (code, own name) for a form, sorted by name."""
    return sorted(LANGUAGES.items(), key=lambda pair: pair[1].casefold())
