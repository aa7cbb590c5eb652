"""Is this text English? A cheap test, for a warning: the engine knows English only.

Counts the share of the commonest English function words among the words. In
English news it is about .3 (under .15 in two of PolNeAR's 840 train articles: a list of
tweets, and two dozen words of boilerplate), in
other languages under .1: the words are chosen so that few are words elsewhere
("in", "for", "at", "was", "on" and "a" would mislead, and are left out).
"""

import re

FUNCTION_WORDS = frozenset(
    "the of and to that is it with he his this not but from have they which you were she their there would we been has"
    " who will what out into than them its about could these did said your how because who's it's don't i'm"
    " after before if those when where while should being other more only through between against".split()
)
LEAST_SHARE = 0.1
LEAST_WORDS = 8  # fewer words tell too little; a short text is taken for English
SAMPLE = 20_000  # characters looked at: the beginning of the text
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def function_words(text: str) -> tuple[int, int]:
    """How many words of the text's beginning are English function words, and how many words there are."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:SAMPLE])]
    return sum(word in FUNCTION_WORDS for word in words), len(words)


def is_english(text: str) -> bool:
    """Whether the text is English, as far as its function words tell; True where it is too short to tell.

    >>> is_english("He said that he would not be there when they had left the house.")
    True
    >>> is_english("Er sagte, dass er nicht da sein werde, wenn sie das Haus verlassen.")
    False
    """
    known, words = function_words(text)
    if words < LEAST_WORDS:
        # writing without spaces gives few, long "words"; letters outside ASCII then speak against English
        letters = [c for c in text[:SAMPLE] if c.isalpha()]
        return sum(c < "\u0250" for c in letters) * 2 >= len(letters)
    return known / words >= LEAST_SHARE
