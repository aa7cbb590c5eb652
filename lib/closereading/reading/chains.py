"""On whose word a claim rests, link by link, and to whom it ascribes an aim.

"Trump said he thinks Putin wants peace" is read clause by clause from the
outside in: said and thinks hand the words on, wants ascribes an aim and ends
the chain. Gives spans only: who the sources are is for `voices`, what the aim
is for `suggesting`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from closereading.article import Span
from closereading.attribution import Attribution, nesting
from closereading.attribution.cues import CueClass, cue_class, listed
from closereading.reading import clauses, complements, idioms, judging, reactions, wanting

DEPTH = 5  # links of one chain
GAP = " […] "  # between the stretches of a cue

SHOULD = re.compile(r"\b(?:should|must|ought to|shouldn[’']t|mustn[’']t)\b")
IF = listed("if whether unless lest")
OWNING = listed("his her its their my our your")
PRONOUNS = OWNING | listed("he she it they i we")
BELIEVING = listed(
    "believe believes believed think thinks thought feels felt feel convinced insists insisted"
)
EXPECTING = listed(
    "fear fears feared expect expects expected anticipate anticipates anticipated dread dreads dreaded predict predicts predicted"
)
_QUESTION = re.compile(
    r"[“\"]?(?:do|does|did|is|are|was|were|will|would|can|could|has|have|had|should|may|might)\s",
    re.I,
)
_AT_ISSUE = re.compile(
    r"[“\"]?Whether [^,;:]{5,200}? (?:is|was|remains|remained)(?: \w+ly| much| still| hotly| not)? "
    r"(?:disputed|debated|unclear|uncertain|unknown|doubtful|known|clear|contested|open|moot|a matter|a question|another|anyone|anybody|an open)\b"
)
_GERUND = re.compile(
    r"(?:(?:ever|any|merely|still|not|quite|perfectly|\w+ly) )?(?P<cue>wanting|seeking|trying|planning|intending|aiming|hoping|plotting|attempting|refusing|wishing|coveting|desiring|aspiring|scheming|yearning|longing|craving|(?:ready|prepared|eager|anxious)(?= (?:to|for)\b)|keen(?= (?:to|on)\b)|(?:determined|resolved|willing|unwilling|reluctant|opposed|content|open|averse|hostile|committed)(?= to\b)|being (?:\w+ )?(?:keen|eager|bent|intent|willing|ready|determined|out|after|interested|opposed|against|unwilling|reluctant|tempted|anxious|desperate)"
    r"|having (?:ever )?(?:wanted|sought|tried|planned|intended|hoped|plotted|any (?:interest|designs|plans?|wish|desire|intention|ambitions?)))\b"
)
_ING = re.compile(r"(?:ever |any |only |merely )?\w+ing\b")
_LEAD = re.compile(r"(?:of\s+)?(?:the fact\s+)?(?:that|whether)\s+", re.I)
_NO_CLAUSE = re.compile(r"(?:it|that|this|him|her|them)\s(?:when|if|until|once)\b", re.I)
_SEES_NO = re.compile(r"\b(?:see|sees|saw|seen|find|finds|found|know|knows|knew) no\b")
_ADMITS = re.compile(
    r"(?P<source>[^,;:“”\"]{2,80}?)\s(?P<cue>(?:(?:has|have|had|also|later|never|not|did|does|do|\w+ly)\s)*(?:admitt(?:ed|s)(?:\sto)?|admits?(?:\sto)?|confess(?:ed|es)\sto|own(?:ed|s)\sto|den(?:ied|ies|y)|acknowledge[sd]?|repudiate[sd]|disclaim(?:s|ed)))\s(?P<what>\w+ing\b.{2,})",
    re.S,
)
_CALLING = re.compile(r"\b(?:call|label|brand|dub|term|describ|portray|depict)\w*(?: as)?$")
_TO_DO = re.compile(r"(?:not\s)?to\s(?P<what>\w.*)", re.I | re.S)
_OPEN = re.compile(r"(?:wh\w+|how|if)\b", re.I)
_IS = re.compile(r"\s+(?:is|was|are|were|remains|has (?:been|always))\b")


# "In the spring, | the mayor …": the comma stays where an aside is left out
_FRONTED = re.compile(
    r"(?:In|On|At|After|Before|During|By|Since|Under|Behind|For|From|Between|Over|Once|When|If|Until|As)\s"
)


@dataclass(frozen=True)
class Link:
    """Somebody, and the words by which they hold or hand on what follows."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    aims: bool  # whether the words ascribe an aim to them
    within: tuple[Span, ...] = ()  # where the aim is told, if not in all words of the claim
    sure: bool = True  # False: it takes the codebook to tell whether that is an aim


@dataclass(frozen=True)
class Part:
    """A stretch of words with the links it rests on, and the one who is said to want what it says."""

    spans: tuple[Span, ...]
    links: tuple[Link, ...]
    holder: Link | None = None


class Stretch:
    """Words in one or several places read as one text: "“The union,” he said, “wants it.”" """

    def __init__(self, text: str, spans: Sequence[Span]):
        self.places: list[tuple[int, int]] = []  # start in the joined text, start in the article
        pieces, at = [], 0
        for number, (start, end) in enumerate(spans):
            piece = text[start:end]
            if number + 1 < len(spans):
                piece = piece.rstrip(' ,—–”"')
            self.places.append((at, start))
            if number + 1 < len(spans) and _FRONTED.match(piece):
                piece = (
                    text[start : start + len(piece) + 1]
                    if text[start + len(piece) : start + len(piece) + 1] == ","
                    else piece
                )
            pieces.append(piece)
            at += len(piece) + 1
        self.text = " ".join(pieces)
        self.ends = [
            start + len(piece) for (_, start), piece in zip(self.places, pieces, strict=True)
        ]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """A stretch of the joined text, in the article."""
        found = []
        for (at, first), last in zip(self.places, self.ends, strict=True):
            a, b = max(start, at) - at + first, min(end - at + first, last)
            if a < b:
                found.append((a, b))
        return tuple(found)

    def all(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(place for span in spans for place in self.spans(*span))


def words_of(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[a:b] for a, b in spans)


def read(text: str, spans: tuple[Span, ...], links: tuple[Link, ...]) -> list[Part]:
    """The parts of one clause: its innermost words, each with its chain and holder.

    `links` are those it rests on already. A clause that only hands on another
    ("she thinks the bridge is safe and the road is not") gives the parts of
    what it hands on; one that ascribes an aim keeps its subject and verb.
    """
    stretch = Stretch(text, spans)
    if links and (
        one := reactions.reaction(stretch.text) or judging.judgement(stretch.text, things=False)
    ):  # "she said | he doubts | this"
        link = Link(stretch.spans(*one.source), stretch.all(one.cue), aims=False)
        return [Part(stretch.spans(*one.content), (*links, link))]
    inner = held(stretch.text)
    if len(links) <= DEPTH:
        for one in inner:
            passed = _passed_on(stretch, one)
            if not passed and one == complements.complement(stretch.text):
                passed = _without_lead(stretch.text, one)
            if passed:
                cue = wanting.with_fact(stretch.text, wanting.addressed(stretch.text, one))
                link = Link(stretch.all(one.source), stretch.all(cue), aims=False)
                if any(link.cue == other.cue for other in links):
                    continue
                parts = []
                for (a, b), _ in clauses.cut(stretch.text[slice(*passed)]):
                    place = stretch.spans(passed[0] + a, passed[0] + b)
                    if place:
                        parts += read(text, place, (*links, link))
                return parts
    if links and len(spans) == 1 and (part := admitted(stretch)):
        source, *_ = part.links
        return [Part((*source.source, *part.spans), (*links, *part.links), part.holder)]
    for one in inner:
        cue = words_of(stretch.text, one.cue)
        if under_if(stretch.text, one) or _by_the_way(stretch.text, one) or wanting.suffered(cue):
            continue
        if (
            wanting.wishes(cue, words_of(stretch.text, one.content))
            or wanting.demands(cue)
            or _wants(one, stretch.text)
        ):
            holder = Link(
                stretch.all(one.source),
                stretch.all(wanting.trimmed_cue(stretch.text, one.cue)),
                aims=True,
            )
            if holder.source and holder.cue:
                return [Part(spans, (*links, holder), holder)]
    if links and links[-1].source and (wish := gerund(stretch.text)):
        # "denied wanting the port": who denies is who would want it
        holder = Link(links[-1].source, stretch.all(wish), aims=True)
        return [Part(spans, (*links, holder), holder)]
    for one, sure in idioms.found(stretch.text[: clauses.LONGEST]):
        if sure and one.source and not under_if(stretch.text, one):
            holder = Link(stretch.all(one.source), stretch.all(one.cue), aims=True)
            if holder.source and holder.cue:
                return [Part(spans, (*links, holder), holder)]
    if links and _should(stretch.text) and _believes(text, links[-1]):
        return [Part(spans, links, links[-1])]
    return [Part(spans, links)]


def gerund(words: str) -> tuple[Span, ...]:
    """Where words without a subject say what somebody wants: "wanting the port", "playing for time"; else none."""
    if match := _GERUND.match(words):
        return (match.span("cue"),)
    if not _ING.match(words):
        return ()
    for one, sure in idioms.found(words[: clauses.LONGEST]):
        if sure and not one.source and not words[: one.cue[0][0]].strip():
            return one.cue
    return ()


def admitted(stretch: Stretch) -> Part | None:
    """What somebody admits or denies wanting: who does so is who would want it ("had admitted to planning it")."""
    match = _ADMITS.fullmatch(stretch.text)
    wish = gerund(match["what"]) if match else ()
    if not match or not wish:
        return None
    source, start = stretch.spans(*match.span("source")), match.start("what")
    link = Link(source, stretch.spans(*match.span("cue")), aims=False)
    cue = stretch.all([(a + start, b + start) for a, b in wish])
    holder = Link(source, cue, aims=True)
    return Part(stretch.spans(*match.span("what")), (link, holder), holder)


def _by_the_way(words: str, one: Attribution) -> bool:
    """Whether a noun ascribes it and another verb says what the clause is about: "Ferro’s push for a port means"."""
    # "the best owner they could hope for", but not "is what she wants"
    if one.content[0][0] < one.source[0][0]:
        return not re.search(r"\bwhat\s+$", words[: one.source[0][0]], re.I)
    if not owned(words, one):
        return False
    return not _IS.match(words, one.cue[-1][1])


def owned(words: str, one: Attribution) -> bool:
    if words[one.source[-1][1] :].startswith(("’s ", "'s ")):
        return True
    source = words_of(words, one.source).lower().replace("’", "'")
    return source.endswith(("'s", "s'")) or source in OWNING


@lru_cache(
    maxsize=512
)  # a clause is asked about for its chain, and again for what it may show of an aim
def held(words: str) -> tuple[Attribution, ...]:
    """What is held inside a clause: by pattern where it opens the clause, else by the engine."""
    main = complements.complement(words)
    every = _held(words)
    if not main:
        return every
    (start, end), *_ = main.cue
    return (main, *(one for one in every if not any(a < end and start < b for a, b in one.cue)))


def _held(words: str) -> tuple[Attribution, ...]:
    if not nesting.may_hold(words, 0, len(words)):
        return ()
    first = nesting.by_pattern(words, (0, len(words)))
    if first and not words[: first[0].source[0][0]].strip('“" ') and len(first[0].content) == 1:
        return tuple(first)
    found = [
        one
        for one in nesting.inside(words, (0, len(words)))
        if one.source and one.cue and one.content
    ]
    cues = {one.cue for one in found}
    return (*found, *(one for one in first if one.cue not in cues))


def _without_lead(words: str, one: Attribution) -> Span | None:
    """The words that a complement clause's verb hands on, without the "that" before them."""
    (start, end), *_ = one.content
    if under_if(words, one):
        return None
    lead = _LEAD.match(words, start, end)
    return lead.end() if lead else start, end


def _passed_on(stretch: Stretch, one: Attribution) -> Span | None:
    """The words that an inner attribution hands on, if it is one of saying or believing that takes up the clause."""
    words = stretch.text
    cue = words_of(words, one.cue)
    content = (one.content[0][0], one.content[-1][1])
    lead = _LEAD.match(words, *content)
    begin = lead.end() if lead else content[0]
    if _OPEN.match(words, begin):
        return None  # "I don’t know what they want": nothing is handed on
    kind = cue_class(cue)
    noun = cue.split()[-1].lower() in nesting.THAT_NOUNS and bool(lead)
    if not noun and (
        (
            kind not in (CueClass.SPEECH, CueClass.ATTITUDE)
            and not (_unlisted(one, cue) and proposes(words[begin : content[1]]))
        )
        or wanting.wishes(cue)
        or wanting.demands(cue)
    ):
        return None
    expects = bool(wanting.words_in(cue) & EXPECTING)  # "fears a strike" hands on no clause
    led = bool(lead) and "that" in lead.group().lower() and content[1] - begin > 12
    if _NO_CLAUSE.match(words, begin) or (
        not lead and _SEES_NO.search(cue.lower() + " " + words[begin : begin + 3])
    ):
        return None  # "believes it when she sees it", "sees no other way"
    called = bool(_CALLING.search(cue)) and len(clauses.tokens(words, begin, content[1])) > 2
    if under_if(words, one) or not (
        proposes(words[begin : content[1]]) or expects or led or called
    ):
        return None
    first = min(one.source[0][0], one.cue[0][0], content[0])
    last = max(one.source[-1][1], one.cue[-1][1], content[1])
    before, after = words[:first], words[last:]
    if clauses.main_verb(clauses.tokens(before)) or len(re.findall(r"\w+", after)) > 2:
        return None
    between = clauses.tokens(words, one.source[-1][1], one.cue[0][0])
    if any(
        t.word in clauses.PASTS or clauses.past(t.word) or clauses.surely_finite(t.word)
        for t in between
    ):
        return None  # "went to Norland thinking that": what he did is told, not what he says
    return begin, content[1]


def _unlisted(one: Attribution, cue: str) -> bool:
    """Whether the engine, and no pattern, found it by a cue that is on no list."""
    return one.confidence is not None and cue_class(cue) is None


def _wants(one: Attribution, words: str) -> bool:
    """Whether the engine found it by a cue that is on no list, and what it holds is to be done: "is out | to win"."""
    to_do = _TO_DO.match(words_of(words, one.content))
    return (
        _unlisted(one, words_of(words, one.cue))
        and bool(to_do)
        and not wanting.NO_WISH.match(to_do["what"])
    )


def proposes(words: str) -> bool:
    """Whether words say something that could be true: they have a finite verb."""
    found = clauses.tokens(words)
    return len(found) > 1 and (
        clauses.main_verb(found) or any(clauses.past(t.word) for t in found[1:])
    )


def under_if(words: str, one: Attribution) -> bool:
    """Whether it stands under "if" or "whether": nobody is said to hold it."""
    first = min(one.source[0][0], one.cue[0][0])
    before = clauses.tokens(words, 0, first)[-8:]
    if _AT_ISSUE.match(words) and len(before) < 4:
        return False  # "Whether she plans to run is disputed": that she may is what it tells
    open_ = bool(_QUESTION.match(words)) and words.rstrip('”"’ ').endswith("?")
    for token in before:
        if token.after_mark:
            open_ = False
        if token.word in IF:
            open_ = True
    return open_


def _should(words: str) -> bool:
    """Whether the main verb of a clause says what ought to be."""
    match = SHOULD.search(words)
    return bool(match) and not any(
        token.word in clauses.SUBORDINATORS - {"that"}
        for token in clauses.tokens(words, 0, match.start())
    )


def _believes(text: str, link: Link) -> bool:
    return bool(wanting.words_in(words_of(text, link.cue)) & BELIEVING)


def written(text: str, links: Sequence[Link], who: Callable[[Link], str]) -> list[tuple[str, str]]:
    """Who and cue of each link, as the table of claims has them; a cue in two places with ` […] ` between."""
    return [
        (who(link), GAP.join(" ".join(text[a:b].split()) for a, b in link.cue)) for link in links
    ]


def hypothetical(text: str, span: Span, one: Attribution) -> bool:
    """Whether an attribution within a span stands under "if" or "whether"."""
    first = min(one.source[0][0], one.cue[0][0])
    words = text[span[0] : span[1]]
    if not span[0] <= first < span[1]:
        return False
    place = (first - span[0], first - span[0] + 1)
    return under_if(words, Attribution((place,), (place,), (place,)))


def pronoun(text: str, link: Link) -> bool:
    """Whether the source of a link is a pronoun."""
    return words_of(text, link.source).lower() in PRONOUNS
