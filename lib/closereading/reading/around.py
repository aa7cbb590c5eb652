"""What is told around asides: which words of a sentence rest on whom an aside names.

"The fund is empty, she said; nobody will say why" is hers to its end, "It is
late, he said, and went home" is not. Of two asides in one clause the later is
the outer: "they want it, he complained, a guest recalled". Gives spans of one
sentence only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from closereading.article import Span
from closereading.attribution.cues import cue_class, listed
from closereading.reading import accounts, claims, clauses, complements
from closereading.reading.asides import Aside, asides, segments_of
from closereading.reading.chains import Link
from closereading.reading.phrased import Phrased

_JOINT = re.compile(
    r"(?:and|but|or|yet|so|although|though|while|whereas|because)\s+(?=\w)(?:(?:\w+ly|then|yet|now|still|even|perhaps),?\s(?=$|\w))?",
    re.I,
)
# After a complete clause and its aside, what the writer says of the saying: "…, she said, adding that", "in a sign that"
_OF_THE_SAYING = re.compile(
    r"(?:\w+ly\s)?(?:\w+ing|who|whose|whom|which|where|after|during|days?|hours?|weeks?|minutes?)\b"
    r"|(?:a|an|one|two|three|several|some) (?:few )?(?:days?|hours?|weeks?|months?|minutes?)\b"
    r"|(?:in|as|with) (?:a|an|the|his|her|its|their|what) (?:[\w-]+ ){0,4}(?:sign|signal|move|step|blow|setback|attempt|bid|hint|gesture|remark|comment|response|reply|reference|rebuke|warning|statement|interview|speech)\b",
    re.I,
)
# "said the clerk, | Anna Berg, who had seen it"
_NAMED_WHO = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3},\s(?:who|whose|whom)\s")
_IN_RELATIVE = re.compile(
    r"\b(?:which|who|whom)(?:\s(?!is\b|was\b|are\b|has\b|had\b)[\w’'-]+){0,5}\s?$"
)
_RELATIVE_TOLD = re.compile(
    rf"(?:an? [\w-]+ )?(?:which|who|whom) (?:(?:in|to|by) .{{2,40}}\b(?:{accounts.NOUNS})\b|.{{0,60}}\b(?:says?|said|calls?|called|thinks?|thought|believes?|believed|sees?|saw)\b)"
)
_SIMPLE = re.compile(r"(?:and|but|or|yet)\s+(?:then\s+|also\s+|\w+ly\s+)?", re.I)
_CUT = ",.;:!? "


@dataclass(frozen=True)
class Told:
    """What a clause with asides says on whose word: the asides, the outermost first, and the words around them."""

    asides: tuple[Aside, ...]
    spans: tuple[Span, ...]
    place: Span


def told(words: str, cues: Sequence[int] = ()) -> list[Told]:
    """What the clauses of a sentence say on somebody's word, by their asides.

    A sentence with none but at its end is left to others, who found cues at
    the places of `cues`. A clause without an aside goes on where the one
    before it has one and nothing shows that the writer speaks: "The fund is
    empty, she said; nobody will say why".
    """
    if len(words) > clauses.LONGEST or words.count("“") != words.count("”"):
        return []
    found = asides(words)
    end = len(words.rstrip())
    segments = segments_of(words)
    if len(found) == 1 and not words[found[0].place[1] : end].strip(_CUT):
        # "…, Marsh said" is others', but where the clause hands on another, or they have missed it
        found = [one for one in found if _at_the_end(words, one, cues)]
    made: list[Told] = []
    for start, stop in _between_marks(words, segments, end):
        if words[start:stop].lstrip()[:1] in ("“", '"', "‘", ""):
            continue  # quotations are the engine's
        here = [one for one in found if start <= one.place[0] and one.place[1] <= stop]
        if not here and (fronted := _fronted(words, start, stop)):
            made.append(fronted)
            continue
        if not here:
            last = made[-1] if made and made[-1].place[1] == start else None
            if last and _goes_on(words[start:stop].strip()):
                made.append(Told(last.asides, _trimmed(words, start, stop), (start, stop)))
            continue
        for begin, until, those in _clauses_of(words, segments, here, start, stop):
            if one := _around(words, those, begin, until):
                made.append(one)
    return made


def _at_the_end(words: str, one: Aside, cues: Sequence[int]) -> bool:
    """Whether an aside at the end of a sentence is to be read here: in a headline, or where the engine found no cue in it."""
    left = words[: one.place[0]]
    if words.rstrip()[-1:].isalnum() or _by_whom(words, one) or complements.complement(left):
        return True
    (a, b), *_ = one.cue
    missed = not any(one.place[0] <= at < one.place[1] for at in cues)
    return (
        missed
        and clauses.main_verb(clauses.tokens(left))
        and bool(cue_class(words[a:b]))
        and not words[one.place[0] :].lstrip(", ").startswith(("as ", "or ", "so "))
    )


def _by_whom(words: str, one: Aside) -> bool:
    """Whether an aside says on whose account, by no verb: "by the union’s count"."""
    (a, b), *_ = one.cue
    return words[a:b].split()[0].lower() in listed("in to by on from if")


def _if(words: str, one: Aside) -> bool:
    """Whether an aside leaves it open whether to believe them: "if you believe Marsh"."""
    return words[one.cue[0][0] :].lower().startswith("if ")


def _fronted(words: str, start: int, stop: int) -> Told | None:
    """A clause with on whose account before it: "In her judgment the firm couldn’t care less"."""
    (begin, _), *_ = _trimmed(words, start, stop) or ((stop, stop),)
    if dateline := claims.DATELINE.match(words, begin):
        begin = dateline.end()
    front = accounts.before(words, begin, stop)
    if not front:
        return None
    (source, cue), after = front
    return Told((Aside(source, cue, (begin, after)),), _trimmed(words, after, stop), (start, stop))


def _between_marks(words: str, segments: list[Span], end: int) -> list[Span]:
    """The parts of a sentence between its semicolons and colons."""
    marks = [stop for _, stop in segments[:-1] if words[stop] in ";:"]
    return list(pairwise([0, *(stop + 1 for stop in marks), end]))


def _clauses_of(
    words: str, segments: list[Span], here: list[Aside], start: int, stop: int
) -> list[tuple[int, int, list[Aside]]]:
    """The clauses of a part to which its asides belong: where each begins and ends, with its asides.

    "The bank is calm, and Ferro, she said, is not": only the second is hers.
    """
    begins = []
    for at, one in enumerate(here):
        if _IN_RELATIVE.search(words[start : one.place[0]]):  # "a word which, she says, ..."
            first = max(a for a, b in segments if b <= one.place[0])
            here, stop = here[:at], max(start, first - 1)
            break
        begin = one.place[0]
        before = [s for s in segments if start <= s[0] and s[1] <= one.place[0]]
        for a, b in reversed(before):
            begin = a
            if _JOINT.match(words, a, b) and (a, b) != before[0]:
                break
            if any(a > other.place[0] and b <= other.place[1] for other in here):
                begin = start
                break
        else:
            begin = start
        begins.append(begin)
    for a, _ in segments:  # what is told in a relative clause is left to others
        if here and here[-1].place[1] <= a < stop and _RELATIVE_TOLD.match(words, a, stop):
            stop = a - 1
    grouped: list[tuple[int, list[Aside]]] = []
    for one, begin in zip(here, begins, strict=True):
        if grouped and begin <= grouped[-1][1][-1].place[1]:
            grouped[-1][1].append(one)
        else:
            grouped.append((begin, [one]))
    ends = [begin for begin, _ in grouped[1:]] + [stop] * bool(grouped)
    return [(begin, end, those) for (begin, those), end in zip(grouped, ends, strict=True)]


def _of_the_source(words: str, one: Aside, rest: Span) -> bool:
    """Whether what follows goes on to tell of who speaks: "said Berg, whose son, | a clerk, has left"."""
    ((first, last), *_) = one.source or (rest,)
    if first < one.cue[0][0] or _JOINT.match(words, *rest):
        return False
    return bool(re.search(r",\swhose\s", words[first:last]))


def _around(words: str, here: list[Aside], start: int, stop: int) -> Told | None:
    """The words around the asides of one clause."""
    joint = _JOINT.match(words, start, here[0].place[0])
    left = words[joint.end() if joint else start : here[0].place[0]]
    if not _may_open(left):
        return None
    spans: list[Span] = []
    place = joint.end() if joint else start
    if dateline := claims.DATELINE.match(words, place):
        place = dateline.end()
    if re.search(
        r"(?:^|\s)(?:and|but|or)$", left.rstrip(" ,")
    ):  # "plead for calm and, one says, pray for rain"
        start = place = here[0].place[0]
    for one in here:
        spans += _trimmed(words, place, one.place[0])
        place = one.place[1]
    rest = _trimmed(words, place, stop)
    end = stop
    if (
        rest
        and spans
        and clauses.main_verb(clauses.tokens(left))
        and (_OF_THE_SAYING.match(words, *rest[0]) or _NAMED_WHO.match(words, *rest[0]))
    ):
        rest, end = (), place  # "It is late, she said, | adding that …"
    elif rest and spans and _of_the_source(words, here[-1], rest[0]):
        rest = ()
    if rest:
        lead = _SIMPLE.match(words, *rest[0])
        if lead and _of_the_writer(words, left, words[lead.end() : rest[0][1]], here[-1]):
            rest, end = (), place
        for (a, _), _ in clauses.cut(words[slice(*rest[0])])[1:] if rest else ():
            first, last = rest[0]
            if _has_a_teller(words[first + a : last]):
                rest, end = _trimmed(words, first, first + a - len("and ")), first + a - len("and ")
                break
        spans += rest
    if not spans:
        return None
    return Told(tuple(reversed(here)), tuple(spans), (start, end))


def _of_the_writer(words: str, left: str, told: str, last: Aside) -> bool:
    """Whether what follows an aside after "and" is the writer's: "He likes it, he said, and | sat down"."""
    joined = clauses.joined(clauses.tokens(told), clauses.tokens(left)) == "clause"
    if joined and _has_a_teller(told):
        return True  # "…, she said, and she doubts that": it has a teller of its own
    if _simple_past(told):
        return joined or not _simple_past(left)  # "It lost money, she said, and sold its boats"
    return joined and _if(words, last)


def _has_a_teller(told: str) -> bool:
    """Whether a clause hands on another by itself, and not in the tense of a report ("had told him that")."""
    teller = complements.complement(told)
    return bool(teller) and not told[teller.cue[0][0] :].startswith("had ")


def _may_open(left: str) -> bool:
    """Whether the aside that follows these words can be about the whole clause: not "Venn said that the harbour, Marsh fears, …"."""
    if re.search(r"(?:^|[\s,])(?:who|which|whom|that)$", left.rstrip(" ,")) or re.search(
        r",\s(?:\w+ly\s)?\w+ing\b[^,]*$", left.rstrip(" ,")
    ):
        return False
    inner = complements.complement(left)
    if inner:
        (a, b), *_ = inner.content
        return len(clauses.tokens(left, a, b)) > 3 or clauses.main_verb(clauses.tokens(left, a, b))
    return not re.search(r"\bthat\s+(?:\w+\s){0,4}\w+$", left) or clauses.main_verb(
        clauses.tokens(left)
    )


def _goes_on(words: str) -> bool:
    """Whether a clause after a semicolon may be said by whoever said the one before."""
    return not (
        re.search(r"\b(?:by contrast|meanwhile|in turn)\b", words)
        or _simple_past(words)
        or complements.complement(words)  # it has a teller of its own
    )


def _simple_past(words: str) -> bool:
    """Whether the first verb of a clause is a plain past, in which something is told, not reported."""
    held = clauses.tokens(words)
    for at, token in enumerate(held):
        if token.word in clauses.AUXILIARIES or token.word.endswith("n't"):
            return False
        if token.word in clauses.PASTS:
            return True
        if clauses.past(token.word) and (
            not at
            or held[at - 1].word not in clauses.DETERMINERS | clauses.BE_HAVE | clauses.PREPOSITIONS
        ):
            return True
        if clauses.surely_finite(token.word):
            return False
    return False


def _trimmed(words: str, start: int, stop: int) -> tuple[Span, ...]:
    while start < stop and (words[start].isspace() or words[start] in ",;:—–"):
        start += 1
    while stop > start and (words[stop - 1].isspace() or words[stop - 1] in ",;:—–"):
        stop -= 1
    return ((start, stop),) if any(map(str.isalnum, words[start:stop])) else ()


def phrased(text: str, span: Span, cues: Sequence[int]) -> list[Phrased]:
    """What the clauses of a sentence of an article say on whose word, by their asides; `cues` begin the engine's."""
    at = span[0]

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((a + at, b + at) for a, b in spans)

    return [
        Phrased(
            tuple(Link(moved(one.source), moved(one.cue), aims=False) for one in clause.asides),
            moved(clause.spans),
            moved((clause.place,))[0],
        )
        for clause in told(text[slice(*span)], [cue - at for cue in cues])
    ]
