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
