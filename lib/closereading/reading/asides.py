"""Who says so in an aside: "The harbour, Marsh told reporters, is safe", "A third of them, by her account, are idle".

What grammars call a parenthetical (Quirk et al., A Comprehensive Grammar of the
English Language, 1985, 15.53 f., "comment clauses"): between two commas, or a
comma and the end, a subject with a verb of saying or believing and nothing
that the verb could hold; or a phrase that says on whose account. Read before
the engine, which often takes such a sentence for the narrator's. Of two asides
in one clause the later is the outer: "they want it, he complained, a guest
recalled". Gives spans of one sentence only.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from closereading.article import Span
from closereading.attribution import nesting
from closereading.attribution.cues import ELSEWHERE_ELSE, CueClass, forms, lexicon, listed
from closereading.attribution.quotations import quotations
from closereading.reading import accounts, claims, clauses, complements
from closereading.reading.chains import Link
from closereading.reading.phrased import Phrased

_PHRASES = (
    "go on|goes on|went on|let slip|lets slip|let it slip|let it be known|lets it be known|let on|lets on|let drop|made plain|makes plain|make plain"
    "|made it plain|makes it plain|made clear|makes clear|make clear|made it clear|makes it clear|made known|made it known|put in|puts in"
    "|chime in|chimes in|chimed in|chip in|chips in|chipped in|cut in|cuts in|broke in|breaks in|shot back|shoots back|hit back|hits back"
    "|fired back|fires back|call out|called out|sum up|sums up|summed up|point out|points out|pointed out|would have it|will have it|has it|have it"
    "|would have you believe|would have us believe|likes to say|like to say|liked to say|is said to have said|is quoted as saying"
    "|was quoted as saying|are quoted as saying|were quoted as saying|is reported as saying|was heard to say|was overheard saying|gave to understand"
    "|gives to understand|gave us to understand|gave him to understand|gave her to understand|gave them to understand|is convinced|are convinced"
    "|was convinced|were convinced|is sure|are sure|was sure|were sure|is certain|are certain|was certain|were certain|must have known|was forced to admit"
    "|had to admit|has to admit|had to concede|was quick to add|were quick to add|was quick to point out|hastened to add|hastens to add|was at pains to add"
    "|was at pains to point out|feels sure|felt sure|took care to add|would only say|will only say"
)
_WHOM = listed("tell assure inform notify remind warn promise reassure advise caution")
_TO_WHOM = r"(?:to|with|before|for)"
_LATER = listed(
    "later then afterwards afterward again yesterday today tonight tomorrow once twice recently earlier since too also aloud"
    " privately publicly openly quietly softly drily dryly wryly flatly last this next late early monday tuesday wednesday thursday"
    " friday saturday sunday here there instead anyway though however"
)
_RELATIVE = re.compile(r"\s(?:who|which|whose)\s")
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
_IN_RELATIVE = re.compile(
    r"\b(?:which|who|whom)(?:\s(?!is\b|was\b|are\b|has\b|had\b)[\w’'-]+){0,5}\s?$"
)
_RELATIVE_TOLD = re.compile(
    rf"(?:an? [\w-]+ )?(?:which|who|whom) (?:(?:in|to|by) .{{2,40}}\b(?:{accounts.NOUNS})\b|.{{0,60}}\b(?:says?|said|calls?|called|thinks?|thought|believes?|believed|sees?|saw)\b)"
)
_SIMPLE = re.compile(r"(?:and|but|or|yet)\s+(?:then\s+|also\s+|\w+ly\s+)?", re.I)
_COMMA = re.compile(r",(?=[”\"’']?\s)|;(?=\s)|:(?=\s)|\s[—–]\s|—")
_CUT = "".join(",.;:!? ")


@dataclass(frozen=True)
class Aside:
    """Who says so and by which words, and from where to where the aside stands, its commas within."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    place: Span


@dataclass(frozen=True)
class Told:
    """What a clause with asides says on whose word: the asides, the outermost first, and the words around them."""

    asides: tuple[Aside, ...]
    spans: tuple[Span, ...]
    place: Span


@cache
def _verbs() -> re.Pattern[str]:
    """Every finite form of the verbs of an aside."""
    lemmas = {
        cue.lemma
        for key, cues in lexicon().items()
        for cue in cues
        if cue.kind is not CueClass.INTENTION
        and set(cue.takes) & set("qtz")
        and len(key) == 1
        and " " not in cue.lemma
    }
    words = {
        form
        for lemma in lemmas | ELSEWHERE_ELSE
        for form in forms(lemma)
        if not form.endswith("ing")
    }
    words = (words | listed("held holds")) - listed("seen known sung begun forgotten sworn")
    every = "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:{_PHRASES}|{every})(?![\w’'-])")


def asides(words: str) -> list[Aside]:
    """The asides of a sentence that say on whose word it stands, in the order of the text.

    >>> words = "The harbour, Marsh told reporters, is safe"
    >>> [words[a:b] for one in asides(words) for a, b in (*one.source, *one.cue)]
    ['Marsh', 'told reporters']
    """
    segments = _segments(words)
    found: list[Aside] = []
    at = 1
    while at < len(segments):
        one, used = None, 1
        if words[segments[at - 1][1]] == ",":
            for size in (3, 2, 1):
                last = segments[at + size - 1 : at + size]
                if last and (one := _aside(words, segments[at : at + size])):
                    used = size
                    break
        if one:
            begin, end = segments[at - 1][1], segments[at + used - 1][1]
            found.append(Aside(one[0], one[1], (begin, end)))
        at += used
    return found


def _segments(words: str) -> list[Span]:
    """The stretches of a sentence between its commas, semicolons, colons and dashes, outside quotation marks and brackets."""
    closed = [q.outer for q in quotations(words)]
    closed += [match.span() for match in clauses.BRACKETS.finditer(words)]
    cuts = [
        match.span()
        for match in _COMMA.finditer(words)
        if not any(a <= match.start() < b for a, b in closed)
    ]
    end = len(words.rstrip(" .!?"))
    marks = [(0, 0), *cuts, (end, end)]
    found = []
    for (_, start), (stop, _) in pairwise(marks):
        while start < stop and words[start].isspace():
            start += 1
        found.append((start, max(start, stop)))
    return found


def _aside(words: str, segments: list[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of an aside of one segment, or of two or three with an apposition between commas."""
    start, end = segments[0][0], segments[-1][1]
    if any(words[stop : stop + 1] != "," for _, stop in segments[:-1]):
        return None
    if len(segments) == 1:
        return (
            accounts.between(words, start, end)
            or _says(words, start, end)
            or _inverted(words, start, end)
        )
    if len(segments) == 2:  # "said Munt, who speaks for them"; "a woman who knows, she said" is two
        (a, b), (c, d) = segments
        inverted = _inverted(words, a, b)
        apposed = re.match(r"(?:who|whose|an?|the|his|her|its|their)\s", words[c:d])
        if inverted and apposed and not _says(words, c, d) and not _finite(words, c, d):
            return ((inverted[0][0][0], d),), inverted[1]
        if inverted and re.match(r"who(?:se)?\s", words[c:d]):
            return ((inverted[0][0][0], d),), inverted[1]
        return None
    (a, b), (c, d), (e, f) = segments  # "a clerk at Rope Walk, Ida Holm, told reporters"
    verb = _verbs().match(words, *_past_helpers(words, e, f))
    if (
        verb
        and accounts.somebody(words[a:b])
        and (re.match(r"who(?:se)?\s", words[c:d]) or not _finite(words, c, d))
        and not _verbs().fullmatch(words, a, b)
        and (tail := _tail(words, verb, f)) is not None
    ):
        return ((a, d),), ((e, tail),)
    return None


def _says(words: str, start: int, end: int) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of "Marsh told reporters", "a banker who knows both sides whispered later"."""
    lead = re.match(r"(?:or so|so|as|though|or at least so) ", words[start:end])
    start += lead.end() if lead else 0
    for verb in _verbs().finditer(words, start, end):
        begin = _before_helpers(words, start, verb.start())
        source = words[start:begin].strip()
        if not source or (tail := _tail(words, verb, end)) is None:
            continue
        if source.lower() in accounts.FIRST or not accounts.somebody(source):
            continue
        return ((start, start + len(source)),), ((begin, tail),)
    return None


def _inverted(words: str, start: int, end: int) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of "says the mayor"."""
    lead = re.match(r"(?:so|or so) ", words[start:end])
    start += lead.end() if lead else 0
    verb = _verbs().match(words, start, end)
    if not verb or not re.match(r" [\w’'-]", words[verb.end() : end]):
        return None
    source = words[verb.end() + 1 : end]
    first = source.split()[0].lower()
    if first in _LATER | accounts.LEADING | {
        "that",
        "it",
        "so",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
    }:
        return None
    if not accounts.somebody(source) or (
        source[0].islower()
        and first not in nesting.DETERMINERS | listed("one two three several a an")
    ):
        return None
    return ((verb.end() + 1, verb.end() + 1 + len(source)),), (verb.span(),)


def _before_helpers(words: str, start: int, verb: int) -> int:
    """Where the verb begins with what helps it: "has since | conceded"."""
    held = clauses.tokens(words, start, verb)
    while held and (
        held[-1].word in nesting.HELPERS | _LATER | {"himself", "herself", "themselves"}
        or (held[-1].word.endswith("ly") and len(held) > 1)
    ):
        verb = held[-1].start
        held = held[:-1]
    return verb


def _past_helpers(words: str, start: int, end: int) -> Span:
    for token in clauses.tokens(words, start, end):
        if token.word not in nesting.HELPERS | _LATER and not token.word.endswith("ly"):
            return token.start, end
    return end, end


def _tail(words: str, verb: re.Match[str], end: int) -> int | None:
    """Where a cue ends that is followed by nothing but whom it was told, when and where; None if something else follows."""
    rest = words[verb.end() : end]
    if not rest.strip():
        return verb.end()
    held = clauses.tokens(rest)
    if not held or len(held) > 12:
        return None
    first = held[0].word
    if any(verb.group().lower() in forms(lemma) for lemma in _WHOM):
        whom = re.match(
            r" (?:(?:the|an?|his|her|its|their|our|one|two|\w+ing) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+(?= (?:that|in|on|at|by|over|after|before|during|last|this|later|yesterday|with|from|outside|when|while|as|afterwards|via|between|of|to|through)\b|$)",
            rest,
        )
        if not whom or first in accounts.LEADING | {"that"}:
            return None
        held = clauses.tokens(whom.group())
        if any(t.word in clauses.NOMINATIVES or clauses.surely_finite(t.word) for t in held):
            return None
        return None if _open(rest[whom.end() :]) else verb.end() + whom.end()
    if re.match(rf" {_TO_WHOM} ", rest):
        whom = re.match(
            rf" {_TO_WHOM} (?:(?:the|an?|his|her|its|their|our|one|two) )?(?:[\w’'-]+ ){{0,3}}?[\w’'-]+(?= (?:in|on|at|by|over|after|before|during|last|this|later|yesterday|with|from|outside|when|while|as|afterwards|between|of)\b|$)",
            rest,
        )
        if whom and not _open(rest):
            return verb.end() + (whom.end() if rest.startswith(" to ") else 0)
        return None
    if first in _LATER | accounts.LEADING or first.endswith("ly"):
        return None if _open(rest) else verb.end()
    return None


def _open(rest: str) -> bool:
    """Whether what follows a cue holds a clause: "said in May that"."""
    held = clauses.tokens(rest)
    return any(t.word in {"that", "whether", "if", "how", "why"} for t in held) or (
        any(clauses.surely_finite(t.word) for t in held)
        and not any(t.word in clauses.SUBORDINATORS for t in held)
    )


def _finite(words: str, start: int, end: int) -> bool:
    held = clauses.tokens(words, start, end)
    return any(clauses.surely_finite(t.word) for t in held)


def told(words: str) -> list[Told]:
    """What the clauses of a sentence say on somebody's word, by their asides.

    A clause with none but at the end of its sentence is left to others. One
    without an aside goes on where the one before it has one and nothing shows
    that the writer speaks: "The fund is empty, she said; nobody will say why".
    """
    if len(words) > clauses.LONGEST or words[:1] in '“"‘' or words.count("“") != words.count("”"):
        return []
    found = asides(words)
    end = len(words.rstrip())
    segments = _segments(words)
    if len(found) == 1 and not words[found[0].place[1] : end].strip(_CUT):
        # "…, Marsh said" is no aside, but where the clause hands on another
        found = [
            one
            for one in found
            if _by_whom(words, one) or complements.complement(words[: one.place[0]])
        ]
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
            if last and _goes_on(words[start:stop]):
                made.append(Told(last.asides, _trimmed(words, start, stop), (start, stop)))
            continue
        for begin, until, those in _clauses_of(words, segments, here, start, stop):
            if one := _around(words, those, begin, until):
                made.append(one)
    return made


def _by_whom(words: str, one: Aside) -> bool:
    """Whether an aside says on whose account, by no verb: "by the union’s count"."""
    (a, b), *_ = one.cue
    return words[a:b].split()[0].lower() in listed("in to by on from if")


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
        and _OF_THE_SAYING.match(words, *rest[0])
    ):
        rest, end = (), place  # "It is late, she said, | adding that …"
    if rest:
        lead = _SIMPLE.match(words, *rest[0])
        after = (lead.end(), rest[0][1]) if lead else (0, 0)
        if lead and _simple_past(words[slice(*after)]):
            rest, end = (), place  # "He likes it, he said, and | sat down"
        spans += rest
    if not spans:
        return None
    return Told(tuple(reversed(here)), tuple(spans), (start, end))


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
    return not re.search(r"\b(?:by contrast|meanwhile)\b", words) and not _simple_past(words)


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


def phrased(text: str, span: Span) -> list[Phrased]:
    """What the clauses of a sentence of an article say on whose word, by their asides."""
    at = span[0]

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((a + at, b + at) for a, b in spans)

    return [
        Phrased(
            tuple(Link(moved(one.source), moved(one.cue), aims=False) for one in clause.asides),
            moved(clause.spans),
            moved((clause.place,))[0],
        )
        for clause in told(text[slice(*span)])
    ]
