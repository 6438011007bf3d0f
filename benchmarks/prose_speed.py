"""CPU seconds to read 1 MB of each nasty kind, and to compare texts, with the ratio to prose."""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from storyhold.prose.canonical import Format, canonical_html
from storyhold.prose.compare import compare
from storyhold.prose.fingerprint import canonical_text_sha256
from storyhold.prose.words import count_words

MEGABYTE = 1_000_000
SENTENCE = "“You <i>must</i> hear me,” she said&mdash;and the tide, slow and grey, came in. "
PARAGRAPH = f"<p>{SENTENCE * 6}</p>\n"
TYPED = "“You *must* hear me,” she said--and the tide, slow and grey, came in. "


def filled(piece: str) -> str:
    return piece * (MEGABYTE // len(piece))


def chapters() -> Iterator[tuple[str, Format, str]]:
    yield "prose (html)", "html", filled(PARAGRAPH)
    yield "prose (plain)", "plain", filled(TYPED * 6 + "\n\n")
    for piece in (
        "<",
        "&",
        "&a",
        "&#38",
        "<br>",
        "<br>&nbsp;",
        "<div>",
        "<b>",
        "<i>",
        "<blockquote>",
        "<b><p>",
        "<a><table>",
        "<table>",
        "<table><tr><td>",
        "<ul><li>",
        "<li>",
        "<span>",
        "<font size=1>",
        "</i>",
        "</div>",
        "</p>",
        "<a",
        "<a ",
        '<a b="',
        "<!--",
        "<!",
        "</",
        "<p><i>x",
        "<i>x</i>",
        "<i lang=fr>x",
        "<span style='font-style:italic'>x</span>",
        "<b>x</i>",
        "<pre>\n",
        "<h1>x",
        "<hr>",
        "<p>*",
        "\u0315",
        "\u0315\u0300",
        "\u202e",
        "\u2066x",
        "<details><summary>",
        "<select><option>x",
        "<svg><style>",
        "<ruby>x<rt>",
        "x<font>",
        "<td>x",
        "<table>x",
        "<p>\u202ex",
        "<i> </i>",
        "<div></span>",
    ):
        yield piece.strip() or piece, "html", filled(piece)
    yield "deep <div>, then </b>", "html", "<div>" * 100_000 + "</b>" * 100_000
    yield "deep <b>, then </b>", "html", "<b>" * 140_000 + "x" + "</b>" * 140_000
    yield "marks out of order", "html", "\u0315" * 250_000 + "\u0300" * 250_000
    yield "a million attributes", "html", "<p " + "a " * 500_000 + ">x"
    yield (
        "attributes all different",
        "html",
        "<p " + " ".join(f"a{n}=1" for n in range(110_000)) + ">x",
    )
    yield "long number", "html", "&#" + "9" * MEGABYTE + ";"
    for piece in (
        "*",
        "_",
        "**_",
        "*a ",
        "*a* ",
        "a*",
        "*a*a ",
        "*a **b _c ",
        "**a* ",
        "* ",
        "a\n",
        "a\n\n",
        "***\n",
        "\u202e",
        "*\n\n",
        "http://",
        "a@",
        "<",
        "x" * 70 + "\n",
        "\\*",
        "_*_",
        "\u0315\u0300",
        "“*”",
        "a.b-",
        "~",
    ):
        yield repr(piece)[:16] + " plain", "plain", filled(piece)
    wrapped = "".join(f" {n:08} {'word ' * 10}\nend\n" for n in range(15_000))
    yield "indented and wrapped", "plain", wrapped
    yield "300,000 asterisks", "plain", "*" * 300_000
    yield "300,000 * and a word", "plain", "*" * 300_000 + "word"


def comparisons() -> Iterator[tuple[str, str, str]]:
    sentence = "The tide came in slow and grey on day {}, and nobody was there to see it."
    old, new = (
        "\n".join(f"<p>{sentence.format(n * step)}</p>" for n in range(13_000)) for step in (1, 2)
    )
    yield "compare prose", old, new
    old, new = ("\n".join(f"<p>{word}{n}</p>" for n in range(300_000)) for word in "ab")
    yield "compare 300,000 words, the same", old, old
    yield "compare 300,000 words, all new", old, new


def seconds_of(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def facts(html: str) -> None:
    canonical_text_sha256(html)
    count_words(html)


def main() -> None:
    baseline = 0.0
    slowest = 0.0
    for name, kind, source in chapters():
        seconds = seconds_of(partial(canonical_html, source, format=kind))
        after = seconds_of(partial(facts, canonical_html(source, format=kind)))
        baseline = baseline or seconds
        slowest = max(slowest, seconds)
        write(f"{name:32} {seconds:6.2f} s  ×{seconds / baseline:5.1f}   facts {after:5.2f} s")
    for name, old, new in comparisons():
        seconds = seconds_of(partial(compare, old, new))
        write(f"{name:32} {seconds:6.2f} s  ×{seconds / baseline:5.1f}")
    write(f"slowest text {slowest:.2f} s, ×{slowest / baseline:.1f}")


def write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
