"""Ways of English to hand words on that are no plain verb with its clause, as data.

"The toll, to her ear, was a threat", "as Marsh put it", "put the damage at
70,000", "is said to have told colleagues that", "Ferro believes, Marsh said,
that": read before the engine, which knows few of them. Patterns by class, on
one sentence each. Gives spans only.
"""

import re
from dataclasses import dataclass

from closereading.article import Span
from closereading.attribution import nesting
from closereading.reading import claims, clauses, missed, verbs, wanting
from closereading.reading import leanings as turns
from closereading.reading.chains import Link

_NP = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)\s)?[\w’'-]+(?:\s[\w’'-]+){0,5}?(?:,\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3},)?"
_OWN = r"(?P<source>(?:(?:the|an?|his|her|its|their)\s)?[\w’'-]+(?:\s[\w-]+){0,3}?[’'](?:s\b)?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)"
_SIGHT = "view|opinion|reading|eyes|judgment|judgement|telling|estimation|analysis|assessment|experience|account|words"
_SENSE = "ear|ears|mind|eye|eyes|way of thinking|way of seeing|taste"
_LOOK = rf"(?P<cue>(?:[Ii]n|[Tt]o)) {_OWN} (?:own |considered |humble )?(?P<noun>{_SIGHT}|{_SENSE})"
_PUT = rf"(?P<lead>[Aa]s) (?P<source>{_NP}) (?P<cue>(?:has |have |had |once |later |also )?(?:puts? it|put it|sees? it|saw it|tells? it|told it|phrase[sd] it|tweeted|recalls it|recalled it))(?: \w+ly| once| later)?"
_ALONE = r"(?P<content>[^;]{8,}?)[.!]?"
_BE = r"(?:is|are|was|were|has been|have been|had been)"
_HEARSAY = r"(?:said|reported|understood|believed|thought|alleged|rumou?red|supposed)"
_HOLD = "believes?|believed|thinks?|thought|reckons?|reckoned|suspects?|suspected|fears?|feared|is convinced|are convinced|is afraid|are afraid|is sure|are sure|doubts|doubt|doubted|expects?|expected|feels?|felt|knows?|knew|insists?|claims?|argues?"
_SAY = "says|said|say|added|adds|argues|argued|explained|explains|wrote|writes|noted|notes|warned|warns|told [^,;.“”]{2,40}?"
_AMOUNT = r"(?:[£$€]|\d|(?:about|around|some|roughly|nearly|almost|over|under|between|close to|more than|less than|at least|up to|one|two|three|four|five|six|seven|eight|nine|ten|half|several|a hundred|a thousand|a million|a dozen|zero|nil)\b)"
_CAST = (
    r"present(?:s|ed)?|portray(?:s|ed)?|depict(?:s|ed)?|paint(?:s|ed)?|fram(?:e|es|ed)|bill(?:s|ed)?|hail(?:s|ed)?|tout(?:s|ed)?|cast(?:s)?"
    r"|characteri[sz](?:e|es|ed)|interpret(?:s|ed)?|sold|sells|caricatur(?:e|es|ed)|brand(?:s|ed)|decri(?:es|ed)|trumpet(?:s|ed)"
)
_WHEN = r"(?: (?:the same|the next|the following|that (?:day|night|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter)|last|this|late|early|on|in an?|at an?|during|after|by|via|yesterday|today|[A-Z]\w+day)\b[^,;:.“”]{0,40}?)?"
_WHOM = r"(?:informed|notified|reminded|assured|warned|told|advised|cautioned) (?:(?:the|a|an|his|her|its|their) )?[\w’'-]+(?: [\w’'-]+){0,3}?"
_NOUNS = (
    "view|reading|opinion|belief|argument|contention|suspicion|hunch|guess|complaint|position|theory|conviction|worry|impression"
    "|verdict|answer|reply|feeling|message|claim|case|thesis|assumption|conclusion|fear|response|warning|sense|understanding"
)


@dataclass(frozen=True)
class Phrased:
    """A claim's words with the links they rest on, and the stretch that is taken up with them."""

    links: tuple[Link, ...]
    spans: tuple[Span, ...]
    place: Span


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.S)


# "The toll, in Marsh’s opinion, hides …", "In Marsh’s opinion, …", "…, in Marsh’s opinion"
_LOOKS = [
    _c(rf"(?P<first>[^,;:“”]{{2,90}}), {_LOOK}, (?P<content>[^;]{{6,}}?)[.!]?"),
    _c(rf"{_LOOK}, {_ALONE}"),
    _c(rf"(?P<content>[^;:]{{8,}}?), {_LOOK}[.!]?"),
    _c(rf".*?, (?P<first>which|who) {_LOOK} (?P<content>[^;,]{{4,}}?)[.!]?"),
]
_PUTS = [
    _c(rf"{_PUT}, {_ALONE}"),
    _c(rf"(?P<first>[^,;:]{{2,90}}), {_PUT}, (?P<content>[^;]{{6,}}?)[.!]?"),
    _c(rf"(?P<content>[^;:]{{8,}}?), {_PUT}[.!]?"),
]
_PRICED = _c(
    rf"(?P<source>{_NP}) (?P<cue>(?:has |have |had |later |also )?(?:puts?|estimate[sd]?|assesse[sd]|value[sd]?|reckone?d?s?)) (?P<first>[^,;:.“”]{{3,60}}?) (?P<second>at) (?P<content>{_AMOUNT}[^;]*?)(?=[.!]?$| and (?:was|is|had|has|would|said|\w+ed)\b|, (?:and|but|while|which)\b)"
)
_PUT_DOWN = _c(
    rf"(?P<source>{_NP}) (?P<cue>(?:(?:has|have|had|later|also|always|still|\w+ly) )*puts?) (?P<first>[^,;:.“”]{{2,60}}?)(?: (?:largely|partly|mainly|mostly|chiefly|simply|merely|solely))? (?P<second>down to) (?P<content>[^,;]+?)(?:, [^;“”]*?)?[.!]?"
)
_CASTS = [
    _c(
        rf"(?P<source>{_NP}) (?P<cue>(?:has |have |had |later |also |\w+ly )?(?:{_CAST})) (?P<first>(?!to\b|for\b|by\b|with\b)[^,;:.“”]{{2,60}}?) (?P<second>as) (?P<content>[^;,]{{4,}}?)[.!]?"
    ),
    _c(
        rf".*?, which (?P<source>{_NP}(?:, [^,]{{3,40}},)?) (?P<cue>(?:has |had |later |\w+ly )?(?:{_CAST}) as) (?P<content>[^;,]{{4,}}?)[.!]?"
    ),
]
_PASSIVE = _c(
    rf"(?P<first>[^,;:“”]{{2,90}}?) (?P<cue>{_BE} (?:now |still |also |widely |generally |not |no longer )*(?:expected|forecast|predicted|projected|{_HEARSAY})) (?P<content>to (?P<verb>\w+)\b[^;]{{3,}}?)[.!]?"
)
_HEARD = _c(
    rf"(?P<source>{_NP}) (?P<cue>{_BE} (?:now |also |widely |\w+ly )?{_HEARSAY}(?: by (?P<by>{_NP}))?) (?P<inner>to have (?:{_WHOM}|concluded|complained|remarked|boasted|confided|said|argued|claimed|insisted|warned|complained|admitted|replied|answered|suggested|written|believed|thought|feared)|to (?:believe|think|fear|suspect|say|argue|claim|insist|expect|doubt|reckon)) (?:that (?=\w)|(?=(?:he|she|it|they|the|[A-Z]\w+)\b)){_ALONE}"
)
_IMPERSONAL = _c(
    rf"(?:[^,;:“”]{{2,60}}, )?[Ii]t (?P<cue>{_BE} (?:now |also |widely |generally |\w+ly )?(?:{_HEARSAY}|assumed|accepted|claimed|feared|hoped|expected|suggested|argued|agreed|held)) that {_ALONE}"
)
_IS_THAT = _c(
    rf"{_OWN.replace('(?:the|', '(?:[Tt]he|')} (?:own |main |real |\w+ )?(?P<cue>{_NOUNS}) (?:is|was|remains|remained|has (?:long |always )?been|had been)(?: \w+ly| still| now)? that {_ALONE}"
)
_BETWEEN = [  # "Ferro believes, Marsh said, that …"
    _c(
        rf"(?P<source>{_NP}) (?P<cue>(?:also |still |now )?(?:{_HOLD})), (?:(?P<outer>{_NP}) (?P<said>{_SAY})|(?P<said2>{_SAY}) (?P<outer2>{_NP})), that {_ALONE}"
    )
]
# "On the contrary, says the political scientist, …"
_INVERTED = _c(
    rf"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ff]or|[Bb]y|[Tt]o|[Bb]ut|[Aa]nd|[Yy]et|[Ii]ndeed|[Ii]nstead|[Rr]ather|[Ss]till)\b[^,;:“”]{{0,40}},? )?(?P<cue>says|said|argues|argued|writes|wrote|explains|explained|warns|warned|notes|noted) (?P<source>{_NP}), {_ALONE}"
)
_INCLINED = _c(
    r"(?P<source>[^,;:“”]{2,80}?) (?P<cue>(?:is|are|was|were|seems?|seemed|remains?|remained) (?:more |less |rather |not |much more |\w+ly )*(?:inclined|tempted|disposed) to (?:see|think|believe|say|suspect|blame|expect|doubt)) (?:that )?(?P<content>[^;]{4,}?)[.!]?"
)
_AFTER_A_WHILE = _c(
    rf"(?P<source>{_NP}(?:, [^,;:“”]{{2,80}},)?)(?: both| all| each| himself| herself)? (?P<cue>(?:has |have |had |later |also )?(?:answered|announced|replied|declared|said|says|stated|confirmed|claimed|insisted|argued|warned|complained|explained|wrote|reported|conceded|admitted|acknowledged|responded|(?P<whom>{_WHOM})))(?P<when>{_WHEN}) that {_ALONE}"
)
_ALSO = _c(
    r"(?P<before>.*?\w.*?),? (?:and|but|yet) (?P<cue>(?:(?:also|still|now|never|\w+ly) )?(?:maintains?|maintained|reckons?|reckoned|insists?|insisted|argues?|argued|believes?|believed|contends?|contended|claims?|claimed|suspects?|suspected|complains?|complained|fears?|feared|doubts?|doubted|swears|swore|says|said|thinks|thought)) that "
    + _ALONE
)
_TELLING = nesting.HOLDING - frozenset(
    {"holds", "held", "hold", "after", "holding", "like", "calls"}
)
_RESTING = re.compile(r"(?:sleep|bed|earth|size|zero|\d)\b")
_NOT_IN_VIEW = re.compile(r"\s(?:the|an?|his|her|its|their)$")


# A sentence without any of these is not tried further
_MARK = re.compile(
    rf"\b(?:{_SIGHT}|{_SENSE}|{_NOUNS}|{_HEARSAY}|expected|forecast|predicted|projected|inclined|tempted|disposed"
    rf"|puts?|estimate[sd]?|assesse[sd]|value[sd]?|[Aa]s|says|said|argue[sd]|writes|wrote|explain(?:s|ed)|warn(?:s|ed)|note[sd]|that)\b"
)


def phrased(text: str, span: Span) -> list[Phrased]:
    """What a sentence hands on by one of these ways, by the first that fits, else nothing."""
    at, last = span
    dateline = claims.DATELINE.match(text, at, last)
    at = dateline.end() if dateline else at
    words = text[at:last].rstrip()
    if (
        not 12 < len(words) <= clauses.LONGEST
        or words.count("“") != words.count("”")
        or words[0] in '“"'
    ):
        return []
    one = _found(words) if _MARK.search(words) else None
    if not one:
        return []

    def moved(spans):
        return tuple((a + at, b + at) for a, b in spans)

    return [
        Phrased(
            tuple(Link(moved(link.source), moved(link.cue), aims=False) for link in one.links),
            moved(one.spans),
            moved((one.place,))[0],
        )
    ]


_TO = re.compile(rf"\b(?:expected|forecast|predicted|projected|{_HEARSAY}) to\b")
_INCLINES = re.compile(r"\b(?:inclined|tempted|disposed) to\b")


def _found(words: str) -> Phrased | None:
    if (match := _INVERTED.fullmatch(words)) and missed.somebody(match["source"]) and _says(match):
        return _made(match, (match.span("cue"),))
    if turns.reporting_tail(words):
        return None
    for pattern in _LOOKS if re.search(rf"\b(?:{_SIGHT}|{_SENSE})\b", words) else ():
        match = pattern.fullmatch(words)
        if match and _fits(match) and _own(match["source"]):
            noun = match.span("noun")
            if match["source"][-1] in "’'" or match["source"].endswith(("’s", "'s")):
                cue = (noun,)
            else:
                cue = ((match.start("cue"), noun[1]),)
            return _made(match, cue)
    for pattern in _PUTS if re.search(r"\b[Aa]s\b", words) else ():
        if (
            (match := pattern.fullmatch(words))
            and _fits(match)
            and missed.somebody(match["source"])
        ):
            return _made(match, (match.span("cue"),))
    if " at " in words and (match := _PRICED.match(words)) and missed.somebody(match["source"]):
        return _made(match, (match.span("cue"), match.span("second")))
    if (
        " down to " in words
        and (match := _PUT_DOWN.fullmatch(words))
        and missed.somebody(match["source"])
        and not clauses.main_verb(clauses.tokens(match["first"]))
        and not _to_do(match["content"])
    ):
        return _made(match, (match.span("cue"), match.span("second")))
    for pattern in _CASTS if " as " in words else ():
        if (match := pattern.fullmatch(words)) and missed.somebody(match["source"]):
            more = (match.span("second"),) if "second" in match.groupdict() else ()
            return _made(match, (match.span("cue"), *more))
    heard = _TO.search(words)
    if heard and (match := _HEARD.fullmatch(words)) and missed.somebody(match["source"]):
        outer = Link((match.span("by"),) if match["by"] else (), (match.span("cue"),), aims=False)
        inner = Link((match.span("source"),), (match.span("inner"),), aims=False)
        return Phrased((outer, inner), (match.span("content"),), match.span())
    if (
        heard
        and (match := _PASSIVE.fullmatch(words))
        and _phrase(match["first"])
        and not wanting.wishes(match["verb"], " to")
        and match["verb"]
        not in {"have", "believe", "think", "fear", "support", "favour", "favor", "back"}
        and not re.search(r"\bby\s(?:the|[A-Z])", match["content"])
    ):
        return _made(match, (match.span("cue"),))
    if " that " in words and (match := _IMPERSONAL.fullmatch(words)):
        return _made(match, (match.span("cue"),))
    if " that " in words and (match := _IS_THAT.fullmatch(words)) and _own(match["source"]):
        return _made(match, (match.span("cue"),))
    if " that " not in words and not _INCLINES.search(words):
        return None
    for pattern in _BETWEEN if ", that " in words else ():
        if match := pattern.fullmatch(words):
            n = "" if match["outer"] else "2"
            if missed.somebody(match["source"]) and missed.somebody(match[f"outer{n}"]):
                outer = Link((match.span(f"outer{n}"),), (match.span(f"said{n}"),), aims=False)
                inner = Link((match.span("source"),), (match.span("cue"),), aims=False)
                return Phrased((outer, inner), (match.span("content"),), match.span())
    if (match := _INCLINED.fullmatch(words)) and _phrase(match["source"]):
        return _made(match, (match.span("cue"),))
    if (
        (match := _AFTER_A_WHILE.fullmatch(words))
        and missed.somebody(match["source"])
        and (match["when"] or match["whom"])
        and not clauses.surely_finite(clauses.tokens(match["content"])[0].word)
    ):
        return _made(match, (match.span("cue"),))
    if (match := _ALSO.fullmatch(words)) and not any(
        token.word in _TELLING or token.word in clauses.SUBORDINATORS
        for token in clauses.tokens(match["before"])
    ):
        who = _subject(words, match.end("before"))
        if who and missed.somebody(words[slice(*who[0])]):
            link = Link(who, (match.span("cue"),), aims=False)
            return Phrased((link,), (match.span("content"),), (match.start("cue"), match.end()))
    return None


def _subject(words: str, end: int) -> tuple[Span, ...]:
    """The words before the first verb of a sentence: "Quist | keeps a copy"."""
    held = clauses.tokens(words, 0, end)
    for at, token in enumerate(held[1:9], 1):
        then = held[at + 1].word if at + 1 < len(held) else ""
        if (
            clauses.surely_finite(token.word)
            or clauses.past(token.word)
            or token.word in nesting.HELPERS
            or (token.word.endswith("s") and then in clauses.DETERMINERS | clauses.PREPOSITIONS)
        ):
            return ((held[0].start, held[at - 1].end),)
    return ()


def _made(match: re.Match[str], cue: tuple[Span, ...]) -> Phrased:
    groups = match.groupdict()
    spans = [match.span("content")]
    if groups.get("first"):
        spans.insert(0, match.span("first"))
    source = ()
    if groups.get("source"):
        start, end = match.span("source")
        source = ((start, end - (match["source"][-1] == ",")),)
    begin = (
        0
        if match.re not in (_LOOKS[3], _CASTS[1])
        else min(spans[0][0], *(a for a, _ in (*source, *cue)))
    )
    return Phrased((Link(source, cue, aims=False),), tuple(spans), (begin, match.end()))


def _to_do(words: str) -> bool:
    """Whether words after "down to" are no cause: "put the phone down to | answer the door"."""
    held = [token.word for token in clauses.tokens(words)]
    verb = len(held) > 1 and held[0] in verbs.BASES and held[1] in clauses.OBJECTS | {"to"}
    return bool(verb or _RESTING.match(words))


def _own(words: str) -> bool:
    """Whether an owner may be somebody: "the deep blue sea’s" may, "in his" may."""
    plain = re.sub(r"[’']s?$", "", words)
    return plain.lower() in {"his", "her", "its", "their", "my", "our"} or missed.somebody(plain)


def _phrase(words: str) -> bool:
    """Whether words may be one phrase, prepositions and all: no verb, nothing that opens a clause."""
    held = [token.word for token in clauses.tokens(words)]
    return bool(held) and not (
        held[0] in {"it", "there", "what", "this", "that", "who", "which", "if", "when", "as"}
        or any(word in clauses.SUBORDINATORS or clauses.surely_finite(word) for word in held)
    )


def _says(match: re.Match[str]) -> bool:
    return clauses.main_verb(clauses.tokens(match["content"]))


def _fits(match: re.Match[str]) -> bool:
    """Whether the words around an aside are a clause."""
    first = match.groupdict().get("first")
    if first and not any(t.word in clauses.SUBORDINATORS for t in clauses.tokens(first)[:1]):
        return True  # an aside parts a subject from its verb, whatever that is
    words = f"{first} {match['content']}" if first else match["content"]
    return clauses.main_verb(clauses.tokens(words))
