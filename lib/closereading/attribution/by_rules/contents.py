"""What a cue reports, in one sentence: on its right, on its left, or around it.

Takes a cue with its source as given; gives spans of the text.
"""

from closereading.article import Span
from closereading.attribution.by_rules.clauses import Found, addressee, adverbial, belief
from closereading.attribution.by_rules.phrases import CONJUNCTIONS, PREPOSITIONS, SUBJECTS, Piece
from closereading.attribution.cues import AUXILIARIES, listed

SUBORDINATORS = listed("as when if because after although though since until")
OPENERS = (
    PREPOSITIONS | SUBORDINATORS | listed("asked and but")
)  # what an adverbial before "he said" starts with
JOINTS = listed(
    "and but or while though although whereas as who which adding then"
)  # before another voice
# After these a clause without "that" is taken for granted; after others a verb must be in sight.
PLAIN = {
    "say",
    "tell",
    "add",
    "think",
    "believe",
    "claim",
    "argue",
    "note",
    "insist",
    "acknowledge",
}


def content_of(
    sentence: list[Piece], cues: list[Found], number: int, done: int, loose: list[Span]
) -> tuple[list[Span], int]:
    """Content as spans of the text, and the piece up to which the sentence is spoken for."""
    cue, size = cues[number], len(sentence)
    if sentence[cue.first].low == "according":
        return _according(sentence, cue, done)
    takes = "".join(entry.takes for entry in cue.entries)
    rest = max(cue.end, cue.source[1] + 1) if cue.inverted and not cue.inherits else cue.end
    if cue.entries[0].lemma.endswith("the fact"):
        rest = cue.end = belief(sentence, rest)
    if "tell" in cue.entries[0].lemma and not cue.inverted:
        rest = cue.end = addressee(sentence, rest)
    rest = adverbial(sentence, rest)
    following = sentence[rest].low if rest < size else "."
    start = cue.first if cue.inverted or cue.inherits else cue.source[0]
    left = sentence[start - 1] if start > done else None
    if left and not cue.inherits and set(takes) & set("qtz"):
        if left.low == "as" and following == ",":  # As Berg has said, …
            first, end = (rest, size) if start - 1 <= done else (done, start - 1)
            return spans(sentence, first, end), size
        tail = left.quotation or (left.low in ",—–-?" and following in ',.?!"—')
        if tail and (told := _told_before(sentence, cues, number, done, start, rest, loose)):
            return told
    if loose and following in ".?!" and rest >= size - 1:  # “Go!” Berg said.
        return loose, size
    until = _until(sentence, cues, number, rest)
    first = _complement(sentence, cue, takes, rest, until)
    return (spans(sentence, first, until), until) if first is not None else ([], cue.end)


def _according(sentence: list[Piece], cue: Found, done: int) -> tuple[list[Span], int]:
    """According to Berg, *…* or *…*, according to Berg."""
    last = cue.source[1] + 1
    if cue.first <= 1:
        return spans(sentence, last, len(sentence)), len(sentence)
    return spans(sentence, done, cue.first), last


def _told_before(
    sentence: list[Piece],
    cues: list[Found],
    number: int,
    done: int,
    start: int,
    rest: int,
    loose: list[Span],
) -> tuple[list[Span], int] | None:
    """*…,* Berg said: what stands before the cue, and what of it goes on after. None if that is an adverbial."""
    left, size = sentence[start - 1], len(sentence)
    following = sentence[rest].low if rest < size else "."
    ahead = rest + 1 if following in ",:" else rest
    goes_on = sentence[ahead].quotation if ahead < size else None
    head = (
        [left.quotation.words]
        if left.quotation and start - done <= 2
        else spans(sentence, done, start)
    )
    if (
        not left.quotation and following not in ".?!" and sentence[done].low in OPENERS
    ):  # In Paris, she said, …
        if not goes_on:
            return None
        head = []
    if goes_on:
        return loose + head + [goes_on.words], ahead + 1
    interrupted = following == "," and not left.quotation and number == len(cues) - 1
    if (
        interrupted and ahead < size and sentence[ahead].low not in JOINTS
    ):  # This, she said, is new.
        return loose + head + spans(sentence, ahead, size), size
    return loose + head, rest


def _until(sentence: list[Piece], cues: list[Found], number: int, rest: int) -> int:
    """Where the content on the right of a cue ends: at the next voice, or with the sentence."""
    speech = cues[number].speech
    for later in cues[number + 1 :]:
        if later.left <= rest or not (later.speech or not speech):
            continue
        joint = sentence[later.left - 1].low
        if joint in JOINTS or joint in ";–—" or later.inherits:
            return later.left - (joint in JOINTS)
        if sentence[later.first].low == "according":
            return later.first
    subordinate = cues[number].left and sentence[cues[number].left - 1].low in SUBORDINATORS
    for i in range(rest + 2, len(sentence) - 1):
        if subordinate and sentence[i].low == ",":
            return i
        low, following = sentence[i].low, sentence[i + 1].low
        if low == ";" or (
            low == "but" and (following == "then" or (speech and sentence[i - 1].low == ","))
        ):
            return i
    return len(sentence)


def _complement(sentence: list[Piece], cue: Found, takes: str, at: int, until: int) -> int | None:
    """Where the content on the right starts; None if what follows is none for this cue."""
    if at >= until:
        return None
    low = sentence[at].low
    if low in (",", ":") and at + 1 < until:
        if (sentence[at + 1].quotation and "q" in takes) or (
            low == ":" and set(takes) & set("qtz")
        ):
            return at + 1
        if low == "," and sentence[at + 1].low == "that":
            return at + 2
        return None
    if sentence[at].quotation and set(takes) & set("qn"):
        return at
    if (
        low == "that"
        and at + 1 < until
        and not (sentence[at + 1].word or sentence[at + 1].quotation)
    ):
        if at + 2 < until and sentence[at + 2].quotation:
            return at + 2
        return None  # when she said that, …
    if low == "that" and set(takes) & set("tz"):
        return at + 1
    if low in ("whether", "why", "how", "what", "if", "who", "where", "when") and set(takes) & set(
        "tz"
    ):
        return at
    if low == "to" and "i" in takes and at + 1 < until:
        return at
    if not sentence[at].word or low in ("to", "and", "or", "by"):
        return None
    if "n" in takes:
        return at
    if "i" in takes and "q" in takes and any(piece.low == "to" for piece in sentence[at : at + 10]):
        return at  # urged them to go
    if (
        "z" in takes
        and low not in PREPOSITIONS | (CONJUNCTIONS - {"that"}) | {"so", "it"} - SUBJECTS
    ):
        finite = any(
            p.low in AUXILIARIES or p.low.endswith(("ed", "n't"))
            for p in sentence[at + 1 : min(until, at + 20)]
        )
        if finite or cue.entries[0].lemma in PLAIN or low in SUBJECTS:
            return at
    return None


def spans(sentence: list[Piece], first: int, end: int) -> list[Span]:
    """The pieces as one span, marks at its ends left out; a lone quotation without its marks."""
    while (
        first < end
        and not sentence[first].word
        and not sentence[first].quotation
        and sentence[first].low not in "($[€£#@"
    ):
        first += 1
    while (
        end > first
        and not sentence[end - 1].word
        and not sentence[end - 1].quotation
        and sentence[end - 1].low not in ")%]"
    ):
        end -= 1
    if first >= end:
        return []
    if end - first == 1 and sentence[first].quotation:
        return [sentence[first].quotation.words]
    return [(sentence[first].start, sentence[end - 1].end)]
