"""Whose "I" stands outside all quotations: who signs a letter, or speaks in an interview.

Finds the words that say so; who they name is for `discourse`. Knows nothing of voices.
"""

import re

from closereading.article import Span, paragraphs

LETTER = re.compile(
    r"\W{0,4}(?:from the )?(?:letters?\b|sir\b|madam\b|dear\b|to the editor\b)", re.IGNORECASE
)
TITLE = re.compile(
    r"(?:yours[\w ]{0,20},\s+)?(?:(?:the )?(?:rev|dr|mr|mrs|ms|miss|sir|dame|prof|professor|councillor|cllr|col|colonel"
    r"|major|captain|rt hon)\.?\s)*",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[A-Z][\w’'-]*\.?|de|van|von|of|St)(?: (?:[A-Z][\w’'-]*\.?|de|van|von|St))*")
LONGEST = 12  # words of a line that may be a signature
LAST = 3  # paragraphs at the end that may hold it


def signature(text: str) -> Span | None:
    """Where the name stands with which a letter is signed; None if the text is no letter, or unsigned.

    >>> text = "Sir, I beg to differ.\\n\\nDr Ida Holm\\nTarn"
    >>> start, end = signature(text)
    >>> text[start:end]
    'Ida Holm'
    """
    if not LETTER.match(text):
        return None
    for start, end in list(paragraphs(text))[1:][-LAST:]:
        line = text[start:end]
        lead = TITLE.match(line).end()
        name = NAME.match(line, lead)
        if (
            name
            and len(line.split()) <= LONGEST
            and len(name.group().split()) > 1
            and line[name.end() :].lstrip()[:1] in ("", ",", "(", "—", "–")
            and line.rstrip()[-1:] not in "?!”:"
        ):
            return start + name.start(), start + name.end()
    return None


def announced(text: str, cue: tuple[Span, ...]) -> bool:
    """Whether a cue is the colon after a speaker’s name: what follows is theirs, without quotation marks."""
    return bool(cue) and text[slice(*cue[0])].strip().endswith(":")
