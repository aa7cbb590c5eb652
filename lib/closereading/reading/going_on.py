"""Reported speech that goes on without a cue: "The town was quiet, she said. It had been so for years."

Free indirect speech keeps the tense of the report before it: what was "has
risen" or "will rise" is told as "had risen", "would rise" (Quirk et al., A
Comprehensive Grammar of the English Language, 1985, 14.31 and 14.35), and what
"is" so is told as "was" so: of a state, right after a report of one that ends
in who said it ("It had no plans to sell, he said. It wanted a port."). Any
other tense is the writer's. Knows one sentence and the attribution before it.
"""

import re

from closereading import attribution
from closereading.attribution import Attribution, Manner
from closereading.attribution.cues import CueClass, cue_class, listed
from closereading.reading import clauses, verbs
from closereading.reading.chains import words_of

_SAME = listed("he she it they there nobody nothing everything everybody everyone none all")
_UNNAMED = re.compile(
    r"(?:only )?(?:be (?:quoted|named|identified|drawn|traced|reached)|say|comment|confirm|elaborate|discuss|answer)\b"
)
_STATE = re.compile(
    r"(?P<subject>he|she|it|they|there|nobody|nothing|everything|everybody|everyone|no one|none|neither|both|all)\s"
    r"(?:(?:also|only|simply|still|just|merely|never|always|really|certainly|now|already)\s)?"
    r"(?:(?P<be>was|were|wasn[’']t|weren[’']t)|had|could|couldn[’']t|(?:did not|didn[’']t)(?= (?:see|know|want|need|care|mean|think|believe|understand|wish|like|mind|expect|intend|trust|doubt|have|owe|plan|seek|hope|remember|propose|object|fear|envy|blame|hate|belong|seem|matter|deserve)\b)"
    r"|wanted|needed|wished|hoped|longed|preferred|intended|meant|knew|liked|loved|hated|feared|doubted|trusted|believed|owed|cost|belonged|cared|seemed|deserved|lacked)\s"
    r"(?!not\W*$)(?P<next>(?:[\w’'-]+\s?){1,4})",
    re.I,
)
# What the writer tells of whoever spoke, or of the occasion
_WRITERS = re.compile(
    r"(?:not |\w+n[’']t |immediately |also |no |any |quite |at once |further )*"
    r"(?:(?:un)?clear|known|comment|speaking|talking|referring|responding|commenting|answering|replying|elaborate|say|specify|name|identify|give|provide|offer|answer|respond|reply|explain|mention|immediate|reports? of|wearing|smiling|laughing"
    r"|\d|about|around|nearly|almost|nothing of the|among|joined|accompanied|flanked|then|here|silence|applause|laughter|the (?:first|second|third|latest|last|only|most|\w+est))\b",
    re.I,
)
_REPORTED_STATE = re.compile(
    r"\b(?:was|were|had|would|could|did|wanted|needed|wasn[’']t|weren[’']t|hadn[’']t|wouldn[’']t|couldn[’']t|didn[’']t)\b"
)
_NEAR = 45
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


def state(words: str) -> str:
    """The subject of a sentence that tells of a state in the past ("It wanted a port"), in small letters; else "".

    Not of what was done ("It was sold"), nor of what a writer says of the one
    who spoke ("He did not elaborate").
    """
    found = _STATE.match(words)
    if not found or _WRITERS.match(found["next"]):
        return ""
    after = [word.strip(".,;:") for word in found["next"].split()]
    if found["be"] and any(clauses.past(w) or w in verbs.PARTICIPLES for w in after[:2]):
        return ""
    return found["subject"].lower()


def of_a_state(text: str, found: Attribution, subject: str) -> bool:
    """Whether an attribution reports a state in the past that `subject` may go on about: "It had no plans, he said".

    Where the source stands before what it says, the state is near the beginning of that, and "there was" is the writer's.
    """
    if not found.source or not found.cue:
        return False
    begin = found.content[0][0]
    if begin < min(found.cue[0][0], found.source[0][0]):
        return bool(_REPORTED_STATE.search(words_of(text, found.content)))
    return subject != "there" and bool(_REPORTED_STATE.search(text[begin : begin + _NEAR]))


def also(words: str) -> bool:
    """Whether a later clause of a sentence in which speech goes on is told in its tense: "and | would be glad to show it"."""
    found = _REPORTED_STATE.search(words)
    return bool(found) and found.start() < _NEAR


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
