"""On whose account a clause stands, where a phrase and no verb says so: "by Marsh’s account", "in her view".

Before the clause, inside it or after it. Patterns by class; gives spans of one
sentence only.
"""

import re

from closereading.article import Span
from closereading.attribution import nesting
from closereading.attribution.cues import listed
from closereading.reading import clauses

FIRST = listed("i we you")
LEADING = clauses.PREPOSITIONS | listed(
    "when while as between without outside inside amid among beside until out back off up via through behind near across upon"
)
_NOT_WHO = listed(
    "and but or nor no to not there whatever whoever however what that this these it's if whether then so yet seldom rarely often hardly scarcely once long first last always ever soon since as before after until when while because"
)
_SAYING = nesting.HOLDING - listed(
    "after like calls plans plan aims hopes fears claims needs demands doubts wishes views rather"
)
_OWN = r"(?P<source>(?:(?:the|an?|his|her|its|their)\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}?[’'](?:s\b)?|his|her|its|their)"
NOUNS = (
    "view|views|opinion|reading|eyes|eye|judgment|judgement|telling|estimation|analysis|assessment|experience|account|words|version"
    "|reckoning|count|calculation|calculations|estimate|estimates|admission|description|mind|ear|ears|way of thinking|phrase|understanding"
    "|recollection|lights|interpretation|thinking"
)
_ADVERBIAL = [
    re.compile(rf"(?P<cue>[Ii]n|[Tt]o|[Bb]y|[Oo]n|[Ff]rom) {_OWN} (?:own |considered |humble |\w+ )?(?P<noun>{NOUNS})"),
    re.compile(
        r"(?P<cue>[Aa]ccording to|[Ii]n the (?:view|opinion|eyes|words|judgment|judgement|telling|account|phrase) of|[Oo]n the (?:word|account|authority) of"
        r"|[Bb]y the (?:account|reckoning|admission|count) of) (?P<source>[^,;:“”\"]{2,120})"
    ),
    re.compile(r"(?P<cue>[Tt]o hear) (?P<source>[^,;:“”\"]{2,60}?) (?P<second>tell it|tell|talk)"),
    re.compile(r"(?P<cue>[Ii]f) (?P<source>[^,;:“”\"]{2,80}?) (?P<second>(?:is|are) to be believed|can be believed)"),
    re.compile(r"(?P<cue>(?:[Ss]een|[Vv]iewed) from) (?P<source>[^,;:“”\"]{2,60})"),
    re.compile(
        r"(?P<cue>[Tt]he way|[Aa]s far as) (?P<source>[^,;:“”\"]{2,60}?) (?P<second>sees? it|saw it|tells? it|told it|puts? it|put it|(?:is|are) concerned)"
    ),
    re.compile(r"(?P<cue>[Ii]f you believe|[Ii]f one believes) (?P<source>[^,;:“”\"]{2,80})"),
    re.compile(
        r"[Aa]s (?P<source>[^,;:“”\"]{2,80}?) (?P<cue>(?:has |have |had |once |later |also |now |likes? to |liked to )?(?:puts? it|put it|sees? it|saw it|tells? it|told it|phrase[sd] it|ha[sd] it"
        r"|recalls? it|recalled it|remembers? it|remembered it|tells? the story|sees? things|would have it))(?: \w+ly| once| later)?"
    ),
]  # fmt: skip
# "To Marsh the bridge is a ruin"
_TO_HER = re.compile(
    r"(?P<cue>To) (?P<source>(?:the [a-z][\w-]+|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})),?(?= (?:the|this|that|all|such|any|every|an?|his|her|its|their) (?:[\w’'-]+ ){0,6}?(?:is|was|are|were|looks?|looked|seems?|seemed|sounds?|sounded|speaks?|spoke|smells?|smelt|smacks?|smacked|amounts?|amounted|means?|meant)\b)"
)
# In front of a clause, where no comma need follow
_IN_FRONT = re.compile(
    rf"(?P<cue>[Ii]n|[Tt]o|[Bb]y) {_OWN} (?:own |considered |humble )?(?P<noun>{NOUNS})(?= (?:the|an?|his|her|its|their|it|he|she|they|there|that|this|these|those|nobody|everybody|what|[A-Z][\w’'-]*)\b)"
)
RELATIVE = re.compile(r"\s(?:who|which|whose)\s")


Places = tuple[tuple[Span, ...], tuple[Span, ...]]


def between(words: str, start: int, end: int) -> Places | None:
    """Source and cue of what stands between two commas, if it says on whose account: "by the union’s count"."""
    for pattern in _ADVERBIAL:
        if (match := pattern.fullmatch(words, start, end)) and _owner(match["source"]):
            return _places(match)
    return None


def before(words: str, start: int, end: int) -> tuple[Places, int] | None:
    """Source and cue of an account with which a clause opens, and where the clause begins after it.

    >>> words = "To his mind the firm had picked the fight"
    >>> before(words, 0, len(words))
    ((((3, 6),), ((0, 11),)), 12)
    """
    comma = words.find(", ", start, end)
    if comma > 0 and (found := between(words, start, comma)):
        after = comma + 2
    elif (
        match := _IN_FRONT.match(words, start, end) or _TO_HER.match(words, start, end)
    ) and _owner(match["source"]):
        found, after = _places(match), match.end() + 1
    else:
        return None
    if not clauses.main_verb(clauses.tokens(words, after, end)):
        return None
    return found, after


def _owner(words: str) -> bool:
    plain = re.sub(r"[’']s?$", "", words)
    return plain.lower() in listed("his her its their") or somebody(plain)


def _places(match: re.Match[str]) -> Places:
    """Source and cue of "by Marsh’s account", "in her view", "if the clerk is to be believed"."""
    groups = match.groupdict()
    if groups.get("noun"):
        pronoun = match["source"].lower() in listed("his her its their")
        cue = (
            ((match.start("cue"), match.end("noun")),)
            if pronoun
            else (match.span("noun"),)
            if match["cue"].lower() == "in"
            else (match.span("cue"), match.span("noun"))
        )
    else:
        cue = (match.span("cue"),)
        if groups.get("second"):
            cue = (*cue, match.span("second"))
    return (match.span("source"),), cue


def somebody(source: str) -> bool:
    """Whether words may name who says it: a pronoun, a name, a phrase without a verb but in a relative clause."""
    relative = RELATIVE.search(source)
    head = source[: relative.start()] if relative else source
    head = re.sub(r"^(?:both|all|even|one of|two of|some of|most of|half) ", "", head)
    held = clauses.tokens(head)
    if (
        not held
        or held[0].word in LEADING | FIRST | _NOT_WHO
        or clauses.tokens(source)[-1].word in LEADING | clauses.DETERMINERS | listed("and but or")
    ):
        return False
    return head.lower() != "one" and not any(
        clauses.surely_finite(t.word)
        or t.word in clauses.SUBORDINATORS
        or (at and t.word in _SAYING)
        for at, t in enumerate(held)
    )
