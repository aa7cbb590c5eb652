"""Where one sentence holds several clauses that could be true one without the other.

Cuts at `and`, `but`, `or`, `so`, `while` and semicolons where a finite verb
stands on both sides, and not inside a subordinate clause, a bracket, or
another's quotation marks. There is no parser behind it: word lists and word
endings decide, and where they do not, nothing is cut. Knows nothing of voices.
"""

import re
from functools import cache
from typing import NamedTuple

from closereading.article import Span
from closereading.attribution.cues import lexicon, listed
from closereading.attribution.quotations import quotations

LONGEST = 3000  # a "sentence" of more characters is a table or a list, and stays whole

# Finite whatever stands around them. By hand, as all lists here.
AUXILIARIES = listed(
    "am is are was were has have had do does did will would can could may might must should shall cannot ought"
)
MODALS = listed("will would can could may might must should shall cannot")
BE_HAVE = listed("am is are was were be been being has have had having get gets got")
# Simple pasts that are no participles: "rose", not "sold"
PASTS = listed(
    "arose ate awoke bade became began bit blew broke chose came drank drew drove fell flew forbade forgot forgave froze gave"
    " grew hid knew lay overtook overthrew ran rang rode rose sang sank saw shook shrank sprang spoke stole strode swam swore"
    " took threw tore underwent undertook went wore withdrew woke wrote"
)
# Pasts that are participles too
MIXED_PASTS = listed(
    "bent bled bought bound brought built burnt caught clung cut dealt dug fed felt fled fought found heard held hit hung kept"
    " led left lent lost made meant met overcame paid put quit read said sat sent set shone shot shut slept slid sold sought"
    " sped spent split spread stood stuck struck swept taught thought told understood won wound"
)
NO_PASTS = listed(
    "need indeed hundred speed seed feed weed greed breed deed creed wicked sacred naked bed red shed embed"
)
# Third persons that are plural nouns as often
NOUNS_TOO = listed(
    "claims plans hopes fears needs aims reports demands promises doubts wishes views offers notes states questions calls"
    " answers requests orders estimates projects rules signals proposes expects desires supports complains loves likes"
    " remarks threats backs dreads boasts tweets posts comments cries guesses signs looks talks"
) - listed("expects proposes complains")  # fmt: skip
NOMINATIVES = listed("i he she we they")
SUBJECTS = listed(
    "it you this that these those there everyone everybody nobody someone somebody nothing everything others many some most"
)
SUBORDINATORS = listed(
    "because when whenever if unless whether although though while whereas after before since until once where wherever who whom"
    " whose which that what why how"
)
NEED_A_VERB = listed(
    "because when whenever if unless whether although though whereas where wherever who whom whose which that what why"
)
DETERMINERS = listed(
    "the a an his her its their our my your this that these those no some any many more most each every both all"
)
PREPOSITIONS = listed(
    "by in at on for from to with of into over under during through against about after before near"
)
ADVERBS = listed(
    "then also now later still never even soon often always thus therefore instead again once just only simply perhaps maybe"
    " not no longer too however eventually finally already"
)
THEN = re.compile(r"(?:then|that)\s+")
CONNECTIVE = re.compile(
    r"(?<=\s)(?:and|but|or|nor|so(?!,|\s(?:that|do|does|did|am|is|are|would|will|has|have)\s)|yet|while|whereas|though|although)\s+|;\s+"
    r"|(?<=,)\sthat\s(?=[^;]*\b(?:and|but|or)\sthat\s)",  # "…, that the road is not, and that …"
    re.I,
)
DASHES = re.compile(r"\s[—–-]{1,2}\s|—")
BRACKETS = re.compile(r"\([^()]{0,500}\)")
WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
CLITIC = re.compile(r"(?:he|she|it|that|there|i|we|you|they|who|what)'(?:s|re|ve|ll|d|m)")


class Token(NamedTuple):
    word: str  # in small letters, with a straight apostrophe
    start: int
    end: int
    after_mark: bool  # a comma, colon, semicolon or dash stands before it


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a stretch, each with whether a mark parts it from the one before."""
    found, last = [], start
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        between = text[last : match.start()] if found else ""
        found.append(
            Token(
                match.group().lower().replace("’", "'"),
                *match.span(),
                bool(re.search(r"[,;:—–(]", between)),
            )
        )
        last = match.end()
    return found


@cache
def _third_persons() -> frozenset[str]:
    return (
        frozenset(key[0] for key in lexicon() if key[0].endswith("s") and len(key[0]) > 3)
        - NOUNS_TOO
    )


@cache
def _that_takers() -> frozenset[str]:
    """Verbs that a clause without "that" may follow: says, thought."""
    return frozenset(
        key[0]
        for key, cues in lexicon().items()
        if len(key) == 1 and any("z" in cue.takes for cue in cues)
    ) - listed("sure certain afraid worried concerned hopeful confident convinced")


def surely_finite(word: str) -> bool:
    return (
        word in AUXILIARIES
        or word in PASTS
        or word.endswith("n't")
        or word in _third_persons()
        or bool(CLITIC.fullmatch(word))
    )


def past(word: str) -> bool:
    """A past that may be a participle as well."""
    return word in MIXED_PASTS or (
        word.endswith("ed") and len(word) > 4 and word not in NO_PASTS and not word.endswith("eed")
    )


def _finite_at(words: list[Token], at: int) -> bool:
    """Whether a word is a finite verb, with somebody before it."""
    word = words[at].word
    if surely_finite(word):
        return True
    before = words[at - 1].word if at else ""
    if past(word):
        return bool(at) and before not in DETERMINERS | BE_HAVE
    return (
        word.endswith("s")
        and not word.endswith("ss")
        and before in {"he", "she", "it", "who", "which"}
    )


def main_verb(words: list[Token]) -> bool:
    """Whether the words hold a finite verb that is in no subordinate clause."""
    return _left(words)[0]


def _left(words: list[Token]) -> tuple[bool, bool]:
    """Of the words before a joint: whether they hold a main verb, and whether a subordinate clause is still open."""
    main = opened = inside = False
    for at, token in enumerate(words):
        if token.after_mark:
            # "where, after the vote, the ..." is open until it has its verb
            opened = opened and not inside and token.word in PREPOSITIONS
            inside = False
        if token.word in SUBORDINATORS and (
            at or token.word not in {"that", "what", "who", "how", "why", "which"}
        ):
            opened, inside = True, False
        elif (
            _finite_at(words, at)
            or (at and words[at - 1].word in NOMINATIVES and token.word not in ADVERBS)
            or (
                at
                and token.word.endswith("s")
                and words[at + 1 : at + 2]
                and words[at + 1].word in DETERMINERS
            )
        ):
            inside = inside or opened
            main = main or not opened
            if token.word in _that_takers():
                opened = inside = True
    if opened and not inside and not any(t.word in NEED_A_VERB for t in words[1:]):
        opened = False  # "after the vote" was no clause
    return main, opened


def _right(words: list[Token], marked: bool, passive: bool, modal: bool) -> str:
    """What the words after a joint are: "clause" with a subject of its own, "predicate" without, or ""."""
    at = 0
    while at < len(words) - 1 and (words[at].word in ADVERBS or words[at].word.endswith("ly")):
        at += 1
    if at >= len(words):
        return ""
    first = words[at].word
    if (
        first in {"so", "neither", "nor"}
        and len(words) > at + 2
        and words[at + 1].word in AUXILIARIES
    ):
        return "clause"  # "and so do I"
    if first in SUBORDINATORS and first not in {"that", "how", "what", "why"}:
        return ""
    if first in NOMINATIVES:
        return "clause" if len(words) > at + 1 else ""
    if CLITIC.fullmatch(first):
        return "clause"
    following = words[at + 1].word if len(words) > at + 1 else ""
    if surely_finite(first) and first not in SUBJECTS:
        if first in {"have", "do"} and modal:
            return ""
        return "predicate"
    if past(first) and not passive and first not in {"read", "cut", "put", "set", "hit", "left"}:
        return "" if following in {"by", "and"} or not following else "predicate"
    if (
        first.endswith("s")
        and not first.endswith("ss")
        and first not in SUBJECTS | DETERMINERS
        and (
            following in DETERMINERS
            or (following == "to" and first in {"wants", "needs", "hopes", "plans", "aims"})
        )
    ):
        return "predicate"
    for here in range(at + 1, min(len(words), at + 13)):
        word = words[here].word
        if word in SUBORDINATORS and not (word == "that" and here == at):
            return "clause" if first in {"how", "what", "why"} else ""
        if surely_finite(word):
            return "clause"
        if past(word) and words[here - 1].word not in DETERMINERS | PREPOSITIONS | BE_HAVE:
            next_word = words[here + 1].word if here + 1 < len(words) else ""
            if marked or next_word not in PREPOSITIONS:
                return "clause"
        if marked and here > at and _finite_at(words, here):
            return "clause"
        if (
            here == at + 1
            and word.endswith("s")
            and not word.endswith("ss")
            and words[here + 1 : here + 2]
            and words[here + 1].word in DETERMINERS
        ):
            return "clause"
    return ""


def independent(words: list[Token]) -> bool:
    """Whether words after a joint and a mark are a clause with a subject of its own."""
    return _right(words, True, False, False) == "clause"


_DEGREES = listed(
    "much many few little hard far long often fast well bad good strong great high low big deep soon"
)


def cut(sentence: str) -> list[tuple[Span, bool]]:
    """The clauses of a sentence that could be true one without the other, connecting words left out.

    Each with whether it has its subject from the clause before ("and opened the road").

    >>> text = "The road is open; the bridge is not."
    >>> [text[a:b] for (a, b), _ in cut(text)]
    ['The road is open', 'the bridge is not.']
    """
    whole = [((0, len(sentence)), False)]
    if len(sentence) > LONGEST:
        return whole
    closed = [q.outer for q in quotations(sentence) if q.outer[1] - q.outer[0] < len(sentence) - 1]
    closed += [match.span() for match in BRACKETS.finditer(sentence)]
    dashes = [match.start() for match in DASHES.finditer(sentence)]
    joints = [
        match
        for match in CONNECTIVE.finditer(sentence)
        if not any(a <= match.start() < b for a, b in closed) and sentence[: match.start()].strip()
    ]
    found, start, elided = [], 0, False
    for number, match in enumerate(joints):
        end = len(sentence[: match.start()].rstrip())
        mark = sentence[end - 1] if sentence[end - 1] in ",;:—–-" or match.group()[0] == ";" else ""
        begin = match.end()
        then = THEN.match(sentence, begin)
        begin = then.end() if then and match.group().strip().lower() in {"and", "but"} else begin
        word = match.group().strip().lower()
        before = tokens(sentence, start, end)
        main, opened = _left(before)
        if not main or (opened and not mark) or end <= start:
            continue
        inside = sum(place < match.start() - 1 for place in dashes)
        dash = mark and mark in "—–-"
        if not dash and inside % 2 and len(dashes) > inside:
            continue  # between two dashes
        stop = joints[number + 1].start() if number + 1 < len(joints) else len(sentence)
        after = tokens(sentence, begin, stop)
        if word in {"while", "whereas", "though", "although"} and not mark:
            continue
        if (
            word == "so"
            and not mark
            and after
            and (after[0].word.endswith("ly") or after[0].word in _DEGREES)
        ):
            continue  # "wants quiet so badly it will pay"
        if word in {"though", "although"} and not (
            dash and any(token.word in MODALS for token in after[:4])
        ):
            continue
        passive = any(token.word in BE_HAVE for token in before)
        modal = any(token.word in MODALS or token.word == "to" for token in before)
        kind = (
            "clause"
            if word == ";" and main_verb(after)
            else _right(after, bool(mark), passive, modal)
        )
        if not kind or (kind == "predicate" and (opened or word in {"so", "while", "whereas"})):
            continue
        found.append((_trimmed(sentence, start, end), elided))
        start, elided = begin, kind == "predicate"
    if not found:
        return whole
    return [*found, ((start, len(sentence)), elided)]


def _trimmed(sentence: str, start: int, end: int) -> Span:
    """Without the mark or dash that parted it from what follows."""
    while end > start and (sentence[end - 1].isspace() or sentence[end - 1] in ",;:—–-"):
        end -= 1
    return start, end
