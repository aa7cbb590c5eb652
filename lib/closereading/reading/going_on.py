"""Reported speech that goes on without a cue: "The town was quiet, she said. It had been so for years."

Free indirect speech keeps the tense of the report before it: what was "has
risen" or "will rise" is told as "had risen", "would rise" (Quirk et al., A
Comprehensive Grammar of the English Language, 1985, 14.31 and 14.35). Any
other tense is the writer's. Knows one sentence and the attribution before it.
"""

import re

from closereading import attribution
from closereading.attribution import Attribution, Manner
from closereading.attribution.cues import CueClass, cue_class, listed
from closereading.reading import clauses
from closereading.reading.chains import words_of

_SAME = listed("he she it they there nobody nothing everything everybody none all")
_UNNAMED = re.compile(
    r"(?:only )?(?:be (?:quoted|named|identified|drawn|traced|reached)|say|comment|confirm|elaborate|discuss|answer)\b"
)
_PASTS = listed("said told wrote made put went let swore")


def _past(cue: str) -> bool:
    """Whether a cue tells of the saying in the past."""
    return any(
        word in _PASTS or word.endswith("ed") or word == "had" for word in cue.lower().split()
    )


def backshifted(words: str) -> str:
    """The subject of a sentence in a tense that reported speech goes on in ("had risen", "would rise"), in small letters; else ""."""
    held = clauses.tokens(words)
    for at, token in enumerate(held[:12]):
        if token.word in clauses.SUBORDINATORS or (at and token.after_mark and at > 3):
            return ""
        if clauses.surely_finite(token.word):
            going = {"had", "hadn't", "would"}
            if not at or token.word not in going or held[at + 1 : at + 2] == []:
                return ""
            after = held[at + 1].word
            if (
                after == "not"
                or _UNNAMED.match(words, held[at + 1].start)
                or (token.word != "would" and not _done(held[at + 1 : at + 5]))
            ):
                return ""
            return " ".join(t.word for t in held[:at])
    return ""


def _done(after: list[clauses.Token]) -> bool:
    """Whether a participle follows: "had | long been"."""
    return any(
        clauses.past(t.word) or t.word.endswith("en") or t.word in {"been", "gone", "done", "begun"}
        for t in after
    )


def speaks_on(text: str, found: Attribution, subject: str, start: int) -> bool:
    """Whether the speaker of an attribution may go on in the sentence that begins at a place right after it.

    `subject` is that sentence's, in small letters. Where the source stands
    before what it says ("Ferro said …"), only a pronoun may go on.
    """
    if not found.source or not found.cue:
        return False
    ended = max(found.content[-1][1], found.cue[-1][1], found.source[-1][1])
    opens = min(found.cue[0][0], found.source[0][0]) < found.content[0][0]
    cue = words_of(text, found.cue)
    return bool(
        (not opens or subject in _SAME)
        and re.fullmatch(r"[^.!?\n]{0,80}[.][”\"]?\s", text[ended - 1 : start])
        and attribution.manner(text, found) is not Manner.DIRECT
        and cue_class(cue) is CueClass.SPEECH
        and _past(cue)
    )
