"""Characters that hide, or that turn round what stands beside them, and how to show them."""

import re

# Controls but tab and line ends, lone surrogates, and Unicode's explicit directional formatting (UAX #9, section 2).
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: object) -> str:
    """Text with the characters that hide or turn round other text written out.

    >>> visible("to\\u202eno")
    'to[U+202E]no'
    """
    return UNSEEN.sub(lambda letter: f"[U+{ord(letter[0]):04X}]", str(text))


# Languages that are written from right to left, by their subtag (ISO 639), and
# the scripts that are (ISO 15924); a script named in the tag goes before the language.
RIGHT_TO_LEFT = frozenset(
    "ar arc azb bal ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd skr syr ug ur yi".split()
)
SCRIPTS = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi".split())


def direction(language: str) -> str:
    """The direction in which a language is written, for a page's `dir`.

    >>> direction("he"), direction("fa-IR"), direction("az-Arab"), direction("ps-Latn"), direction("en")
    ('rtl', 'rtl', 'rtl', 'ltr', 'ltr')
    """
    first, *rest = str(language).lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in SCRIPTS if script else first in RIGHT_TO_LEFT) else "ltr"
