"""Attributions inside the content of another: "Trump said [he thinks [Putin wants peace]]".

PolNeAR marks only the outermost attribution, so no figure of PolNeAR's speaks
of these. Two ways are tried, in order. The learned engine reads the content by
itself, as if the article said it: what was nested is then outermost. Where it
finds nothing, a pattern does: a subject, a verb of saying, believing or
wanting, and what follows to the end of the clause. Knows nothing of who the
holders are.
"""

import re

from .spans import Attribution, Span, tidy

DEPTH = 4  # "A said B thinks C wants D to hope": deeper chains are nobody's prose

# Finite verbs whose subject is said to hold or say what follows; by hand.
HOLDING = frozenset(
    "wants wanted want thinks thought think believes believed believe hopes hoped hope wishes wished wish fears feared fear"
    " expects expected expect intends intended intend plans planned plan seeks sought seek needs needed need knows knew know"
    " feels felt feel doubts doubted doubt says said say claims claimed claim denies denied deny insists insisted insist"
    " argues argued argue admits admitted admit suggests suggested suspects suspected suspect assumes assumed demands demanded"
    " refuses refused refuse promises promised prefers preferred prefer desires desired aims aimed tries tried trying seeking"
    " determined willing ready convinced afraid eager unwilling reluctant".split()
)
# Words that may stand between a subject and its verb and belong to the cue.
HELPERS = frozenset(
    "really truly actually simply also still always never only just now already merely probably genuinely clearly certainly"
    " does do did doesn't don't didn't not no longer may might must could would will has have had is are was were isn't aren't"
    " wasn't been be like to".split()
)
PRONOUNS = frozenset(
    "he she they we i you who nobody everyone everybody someone somebody people voters officials critics analysts experts"
    " supporters many some most others".split()
)
DETERMINERS = frozenset(
    "the a an his her their its our my your this these those some many most no both".split()
)
LINKS = frozenset("of the and de von van al bin".split())  # small words inside a name
NOT_NAMES = frozenset(
    "if when because but and so that while although though as what how why whether for in on at to".split()
)
_WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|[^\W_]")
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)|[.;!?\n]?$")
_ACCORDING = re.compile(r"[Aa]ccording to (?P<source>[^,.;\n]+), (?P<content>[^.;!?\n]+)")
_LEADING = re.compile(r"(?:that|whether|if|because|how|why)\s+", re.I)


def subject(words: list[tuple[int, int, str]], at: int, text: str) -> tuple[int, int] | None:
    """First and last word of the subject that ends with word `at`, or None."""

    def near(i):  # nothing but spaces between word i and the next
        return text[words[i][1] : words[i + 1][0]].isspace()

    if words[at][2].lower() in PRONOUNS:
        return at, at
    first = at
    if words[at][2][0].isupper():
        while (
            first
            and near(first - 1)
            and (words[first - 1][2][0].isupper() or words[first - 1][2] in LINKS)
        ):
            first -= 1
        while first < at and words[first][2].lower() in LINKS | NOT_NAMES:
            first += 1
        return None if words[first][2].lower() in NOT_NAMES else (first, at)
    for back in range(1, 6):  # "the former prime minister"
        if at - back < 0 or not near(at - back):
            return None
        if words[at - back][2].lower() in DETERMINERS:
            return at - back, at
    return None


def by_pattern(text: str, span: Span) -> list[Attribution]:
    """The first attribution in a span by pattern, if there is one."""
    start, end = span
    match = _ACCORDING.search(text, start, end)
    if match:
        cue = (match.start(), match.start() + len("according to"))
        return [
            Attribution(
                tidy(text, [match.span("source")]), (cue,), tidy(text, [match.span("content")])
            )
        ]
    words = [
        (m.start(), m.end(), m.group().replace("’", "'")) for m in _WORD.finditer(text, start, end)
    ]
    for verb in range(1, len(words)):
        if words[verb][2].lower() not in HOLDING:
            continue
        first = verb
        while first > 1 and words[first - 1][2].lower() in HELPERS:
            first -= 1
        held = subject(words, first - 1, text)
        cut = _CLAUSE_END.search(text, words[verb][1], end)
        content = (words[verb][1], cut.start() if cut else end)
        if (
            held
            and tidy(text, [content])
            and not text[words[first - 1][1] : words[first][0]].strip(" \t")
        ):
            return [
                Attribution(
                    tidy(text, [(words[held[0]][0], words[held[1]][1])]),
                    tidy(text, [(words[first][0], words[verb][1])]),
                    tidy(text, [content]),
                )
            ]
    return []


def shifted(found: list[Attribution], by: int) -> list[Attribution]:
    """Attributions of a part, in the offsets of the whole, without confidence: nothing was measured."""

    def moved(spans):
        return tuple((s + by, e + by) for s, e in spans)

    return [Attribution(moved(a.source), moved(a.cue), moved(a.content)) for a in found]


def nested(text: str, attribution: Attribution, depth: int = DEPTH) -> list[Attribution]:
    """The attributions inside the content of `attribution`, and inside theirs, each before those it holds.

    Every span lies in the content it was found in.
    """
    from .linker import learned  # at call time: the pattern alone needs no model

    if depth == 0:
        return []
    found: list[Attribution] = []
    for start, end in attribution.content:
        lead = _LEADING.match(text, start, end)
        begin = lead.end() if lead else start
        inner = [
            a
            for a in shifted(learned(text[begin:end]), begin)
            if a.source and sum(e - s for s, e in a.content) < end - begin - 2
        ]
        for one in inner or by_pattern(text, (begin, end)):
            found.append(one)
            found += nested(text, one, depth - 1)
    return found
