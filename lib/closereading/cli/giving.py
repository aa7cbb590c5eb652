"""The article that a command is given: a file or standard input, of any kind that can be read, and what was taken of it."""

import sys
from pathlib import Path

from closereading import sizes
from closereading.errors import InputError

STANDARD_INPUT = "-"
SHOWN = 8  # words of the text shown from its beginning and its end
LONGEST = 40  # characters of one of them


def taken(article: str, encoding: str | None, largest: int = sizes.ARTICLE):
    """The article in a file, or in standard input for "-", as `pages.take` has it; its text has `largest` bytes at most.

    Raises InputError for what cannot be read, is larger, or holds no article.
    """
    from closereading import pages

    called = "standard input" if article == STANDARD_INPUT else article
    too_large = f"The article {called} has more than {{:,}} bytes. Cut it."
    if article == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(sizes.PAGE + 1)
    else:
        try:
            raw = sizes.read(Path(article), sizes.PAGE, f"The article {article}", "Cut it.")
        except OSError as error:
            raise InputError(f"Cannot read the article {article}: {error.strerror}.") from None
    if len(raw) > sizes.PAGE:
        raise InputError(too_large.format(sizes.PAGE))
    found = pages.take(raw, called, encoding)
    if len(found.text.encode("utf-8", "surrogatepass")) > largest:
        raise InputError(too_large.format(largest))
    return found


def told(found, article) -> list[str]:
    """What was taken, from where to where, and what was left out."""
    from closereading.article import is_word

    count = sum(is_word(article.text[a:b]) for a, b in article.words)
    plain = [
        word if len(word) <= LONGEST else f"{word[:LONGEST]}…" for word in article.text.split()
    ]
    return [
        f"Taken: {counted(len(article.paragraphs), 'paragraph')}, {counted(count, 'word')}, "
        f"from “{' '.join(plain[:SHOWN])}” to “{' '.join(plain[-SHOWN:])}”",
        f"Left out: {found.left.removesuffix('.')}.",
    ]


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
