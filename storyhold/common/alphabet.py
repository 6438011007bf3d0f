"""The order of titles and names, and the letter under which one looks for them, in any script."""

import unicodedata

LONGEST_KEY = 100  # letters
OTHER = "#"  # digits, symbols
HAN = "漢"  # thousands of letters: one shelf for all of them

# Left out at the beginning of a title, as librarians do, in the title's own language.
ARTICLES = {
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las", "un", "una"),
    "fr": ("le", "la", "les", "l’", "l'", "un", "une", "des"),
    "it": ("il", "lo", "la", "i", "gli", "le", "l’", "l'", "un", "una"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as", "um", "uma"),
}

# Latin letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})
_KOREAN = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def title_key(title: str, *, language: str = "") -> str:
    """Return what titles are sorted by: folded, without accents, quotes and first articles."""
    key = _begin_at_a_word(folded(title))
    for article in ARTICLES.get(language.split("-")[0], ()):
        rest = key.removeprefix(article if article[-1] in "’'" else article + " ")
        if rest not in (key, ""):
            key = _begin_at_a_word(rest)
            break
    return key[:LONGEST_KEY]


def folded(text: str) -> str:
    """Return a text without capitals, and without accents on Latin letters."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(_without_accents(decomposed)).translate(_PLAIN)
    return unicodedata.normalize("NFC", plain)


def letter_of(key: str) -> str:
    """Return the letter, as a capital, under which a title with this key stands, or `OTHER`.

    Korean syllables stand under their first consonant, kana under the plain hiragana.
    """
    first = unicodedata.normalize("NFD", key[:1])[:1]
    if not first.isalpha():
        return OTHER
    if "ᄀ" <= first <= "ᄒ":
        return _KOREAN[ord(first) - ord("ᄀ")]
    if "ァ" <= first <= "ヶ":
        return chr(ord(first) - ord("ァ") + ord("ぁ"))
    name = unicodedata.name(first, "")
    return HAN if name.startswith("CJK ") else first.upper()


def in_order(letters: set[str]) -> list[tuple[str, bool]]:
    """Return the letters of a bar with whether anything stands under them.

    All of A to Z are there as soon as one of them is; `OTHER` is first, as digits are.
    """
    latin = {chr(code) for code in range(ord("A"), ord("Z") + 1)}
    shown = letters | latin if letters & latin else letters
    return [(each, each in letters) for each in sorted(shown)]


def _without_accents(decomposed: str) -> list[str]:
    """Drop the marks on Latin letters; elsewhere, as in Й or が, they make another letter."""
    kept, is_latin = [], False
    for letter in decomposed:
        if unicodedata.combining(letter) and is_latin:
            continue
        is_latin = letter.isascii()
        kept.append(letter)
    return kept


def _begin_at_a_word(text: str) -> str:
    for index, letter in enumerate(text):
        if letter.isalnum():
            return " ".join(text[index:].split())
    return text
