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
from closereading.reading import accounts, clauses, finite

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
# A short phrase that names whom something was told, up to when or where
_WHOEVER = re.compile(
    r" (?:(?:the|an?|his|her|its|their|our|one|two|\w+ing) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"(?= (?:that|in|on|at|by|over|after|before|during|last|this|later|yesterday|with|from|outside|when|while|as|afterwards|via|between|of|to|through)\b|$)"
)
_LATER = listed(
    "later then afterwards afterward again yesterday today tonight tomorrow once twice recently earlier since too also aloud"
    " privately publicly openly quietly softly drily dryly wryly flatly last this next late early monday tuesday wednesday thursday"
    " friday saturday sunday here there instead anyway though however"
)
_COMMA = re.compile(r",(?=[”\"’']?\s)|;(?=\s)|:(?=\s)|\s[—–]\s|—")


@dataclass(frozen=True)
class Aside:
    """Who says so and by which words, and from where to where the aside stands, its commas within."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    place: Span


# Forms that are no finite verbs, and verbs that say nothing by themselves
_NEVER = listed(
    "seen known sung begun forgotten sworn like likes liked love loves loved hate hates hated care cares cared begin begins began decide"
    " decides decided prove proves proved order orders ordered rule rules ruled demonstrate demonstrates demonstrated project projects projected"
    " agree agrees agreed ask asks asked see sees saw discover discovers discovered forget forgets forgot sing sings sang"
)
# Participles of these stand after what they speak of: "chemicals found in refrigerants"
_PASSIVE_TOO = listed(
    "found recorded documented described held judged estimated narrated called forecast"
)
# Verbs that stand before whoever says it
_INVERTING = listed(
    "says say said adds add added argues argue argued writes write wrote warns warn warned explains explain explained notes note noted insists"
    " insist insisted claims claimed recalls recalled protests protested whispers whispered continues continued complains complained jokes joked"
    " observes observed remarks remarked reports reported runs ran goes concedes conceded admits admitted replies replied quips quipped mutters muttered"
)


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
    words = (words | listed("held holds")) - _NEVER
    every = "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:{_PHRASES}|{every})(?![\w’'-])")


def asides(words: str) -> list[Aside]:
    """The asides of a sentence that say on whose word it stands, in the order of the text.

    >>> words = "The harbour, Marsh told reporters, is safe"
    >>> [words[a:b] for one in asides(words) for a, b in (*one.source, *one.cue)]
    ['Marsh', 'told reporters']
    """
    segments = segments_of(words)
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


def segments_of(words: str) -> list[Span]:
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
        if (source.lower() != "it" and _MAY.search(words, begin, verb.start())) or not _agree(
            source, verb.group()
        ):
            continue
        if words[verb.end() : end].strip() and verb.group() in _PASSIVE_TOO:
            continue
        return ((start, start + len(source)),), ((begin, tail),)
    return None


def _inverted(words: str, start: int, end: int) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of "says the mayor"."""
    lead = re.match(r"(?:so|or so) ", words[start:end])
    start += lead.end() if lead else 0
    verb = _verbs().match(words, start, end)
    if (
        not verb
        or verb.group() not in _INVERTING
        or not re.match(r" [\w’'-]", words[verb.end() : end])
    ):
        return None
    source = words[verb.end() + 1 : end]
    first = source.split()[0].lower()
    if first in _LATER | accounts.LEADING | listed("that it so he she they him her them"):
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
        whom = _WHOEVER.match(rest)
        if not whom or first in accounts.LEADING | {"that"}:
            return None
        held = clauses.tokens(whom.group())
        if any(t.word in clauses.NOMINATIVES or clauses.surely_finite(t.word) for t in held):
            return None
        return None if _open(rest[whom.end() :]) else verb.end() + whom.end()
    if re.match(rf" {_TO_WHOM} ", rest):
        whom = _WHOEVER.match(rest, rest.index(" ", 1))
        if whom and not _open(rest) and _whom(whom.group()):
            return verb.end() + (whom.end() if rest.startswith(" to ") else 0)
        return None
    if first in _LATER | _WHERE or first.endswith("ly"):
        doing = len(held) > 1 and held[1].word.endswith("ing") and first in _WHERE
        return None if doing or _open(rest) else verb.end()
    return None


_MAY = re.compile(
    r"\b(?:must|may|might|should|could|can|will|to|be|been|being|is|are|was|were|not|never)\b|n[’']t\b"
)
_OPENING = listed("that whether if how why what who whom whose which where")


def _whom(words: str) -> bool:
    """Whether words after "to" name somebody, and are no verb: "to reporters", not "to take aim"."""
    first = words.split()[0]
    return (
        first[0].isupper()
        or first.endswith("s")
        or first.lower()
        in clauses.DETERMINERS
        | listed("me us him her them one two three several anyone everybody somebody people")
    )


_WHERE = listed(
    "in on at during after before by over with from via through outside inside between under when while as behind across without amid among upon until back off up out to"
)


def _agree(source: str, verb: str) -> bool:
    """Whether words before what may be a noun ("states", "report") are its subject: a pronoun, a name, a phrase of its number."""
    held = clauses.tokens(accounts.RELATIVE.split(source)[0])
    head = _HEAD.split(source)[0] or source
    first, last = held[0].word, head.split()[-1]
    if len(held) > 4 and clauses.main_verb(held):
        return False
    if first.endswith("ing") or first.endswith("ly") or first[0].isdigit():
        return False
    if first in clauses.NOMINATIVES | {"it"} or last[:1].isupper():
        return not last.endswith(("’s", "'s"))
    determined = first in nesting.DETERMINERS | listed(
        "one two three four five six several many most another each every"
    )
    several = (
        last.endswith("s")
        or last in _MANY
        or first in listed("two three four five six several many most some both")
        or " and " in source
    )
    if " " in verb or clauses.past(verb) or verb in finite.PASTS:
        return determined or several or last in listed("those everyone somebody")
    if verb.endswith("s") and not verb.endswith("ss"):
        return determined and not last.endswith(("s", "own")) and not last.endswith("ish")
    return several


_HEAD = re.compile(r"\s(?:of|in|at|to|from|with|close|familiar|on|for|who|near|behind|around)\b")
_MANY = listed("people police men women staff others both")


def _open(rest: str) -> bool:
    """Whether what follows a cue holds a clause: "said in May that"."""
    held = clauses.tokens(rest)
    return any(t.word in _OPENING for t in held) or (
        any(clauses.surely_finite(t.word) for t in held)
        and not any(t.word in clauses.SUBORDINATORS for t in held)
    )


def _finite(words: str, start: int, end: int) -> bool:
    held = clauses.tokens(words, start, end)
    return any(clauses.surely_finite(t.word) for t in held)
