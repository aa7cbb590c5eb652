"""Words of wanting, demanding and feeling, and what of a cue stands in a chain.

A cue either hands words on (said, thinks) or ascribes an aim to its source
(wants, refused, is after). The lists are by hand. Knows nothing of codes.
"""

import re

from closereading.article import Span
from closereading.attribution import Attribution, nesting
from closereading.attribution.cues import CueClass, cue_class, listed
from closereading.reading import clauses

# Words that ascribe an aim, a wish or a refusal to their subject; by hand.
WISHES = listed(
    "want wants wanted wanting hope hopes hoped hoping wish wishes wished seek seeks sought seeking intend intends intended"
    " plan plans planned planning aim aims aimed aiming try tries tried trying prefer prefers preferred desire desires desired"
    " crave craves craved long longs longed yearn yearns yearned determined eager unwilling reluctant willing keen ready prepared"
    " desperate bent intent refuse refuses refused refusing decline declines declined attempt attempts attempted happy after"
    " oppose opposes opposed opposing favours favors favoured favored covet covets coveted pursue pursues pursued pursuing strive strives strove fight fights bid bids"
    " goal goals ambition ambitions dream dreams objective objectives push intention intentions quest drive effort efforts refusal"
    " determination willingness priority readiness eagerness appetite longing purpose designed rather"
)
# Words by which somebody wants something aloud
DEMANDS = listed(
    "demand demands demanded demanding urge urges urged urging vow vows vowed promise promises promised pledge pledges pledged"
    " threaten threatens threatened order orders ordered insists"
    " beg begs begged plead pleads pleaded"
)
ASKING = listed(
    "ask asks asked tell tells told invite invites invited encourage encourages encouraged advise advises advised"
)
_TO_DO = re.compile(r"(?!that\b|whether\b|if\b|how\b|what\b)(?:[\w’'-]+\s){1,6}?to\s\w+", re.I)
DEMAND_PHRASES = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:up)?(?:for|on)|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for|campaign\w* for|insist\w* on|rul(?:e|es|ed|ing) out)\b"
)
# Declining to say something is no refusal of an aim
NO_WISH = re.compile(
    r"\b(?:(?:further )?comment|be (?:drawn|named|identified|quoted|interviewed|photographed|filmed|reached|specific|more specific)|say|tell|answer|respond|reply|discuss|elaborate|expand|specify|confirm|deny|disclose|reveal|divulge"
    r"|publish|release|explain|identify|speculate|clarify|confirm or deny|go into (?:detail|details|specifics)|give (?:a|an|any|his|her|its|their|further)? ?(?:names?|details?|reasons?|interviews?|figures?|comments?|dates?|answers?)"
    r"|provide (?:\w+ )?(?:details?|figures?|comments?|evidence|examples?)|take (?:any )?questions?|speak (?:on|about|publicly|to (?:reporters|journalists|the press|the media))|talk about|make (?:a|any) (?:statement|comment)|name (?:\w+ ){0,2}(?:source|sources|him|her|them|names|buyer|buyers|bidder|bidders)|put a (?:figure|number|date|name))\b"
)
# "tried to leave" is an aim, "tried the ferry" is none
ONLY_WITH_TO = listed("tried tries trying try decline declines declined bid fight fights")
REFUSING = listed("refused refuses refuse declined declines decline")
BELIEFS = listed(
    "think thinks thought believe believes believed expect expects expected know knows knew doubt doubts doubted suspect suspects"
    " suspected fear fears feared assume assumes assumed realise realised realize realized see sees saw understand understood"
    " learn learned hear heard notice noticed feel feels felt worry worries worried wonder wonders wondered"
)


# What somebody is said to feel is the narrator's diagnosis: nobody is shown taking a position
FEELINGS = listed(
    "forget forgets forgot forgotten regret regrets regretted love loves loved hate hates hated like likes liked care cares cared"
    " happy unhappy angry frustrated disappointed surprised glad proud sorry support supports supported favour favours favoured"
    " favor favors favored resent resents resented enjoy enjoys enjoyed"
)


ADVERBS = re.compile(
    r"(?:(?:really|truly|actually|simply|also|still|always|just|now|already|merely|probably|genuinely|clearly|certainly|only|who|that|reportedly|apparently|evidently|obviously|secretly|privately|openly)\s+)+",
    re.I,
)


# Whom somebody told: "told CNN", "told a news conference", up to what was told, when or where
_ADDRESSEE = re.compile(
    r"[ \t]+(?:[\w’'-]+(?:[ \t][A-Z][\w’'-]*){0,4}|(?:the|a|an|his|her|its|their)[ \t]+[\w’'-]+(?:[ \t][\w’'-]+){0,4}?)"
    r"(?=\s+(?:that|he|she|it|they|we|I|in|on|at|last|this|during|after|before|how|why|what|to|via|by|late|early|when|earlier)\b|\s*[,.;:“”\"\n—–]|\s*$)"
)
# When and where it was said is no part of a cue
_CIRCUMSTANCE = re.compile(
    r"(?:\s+(?:(?:late |early )?(?:on|last|this|next)\s+(?:\w+\s)?(?:[A-Z]\w*day|week|month|year|night|morning|afternoon|evening|spring|summer|autumn|winter)"
    r"|yesterday|today|[A-Z]\w+day|(?:in|at|during|after)\s+(?:a|an|the|his|her|its|their)\s.*|(?:in|on|via)\s+(?:[A-Z].*|court|parliament|public|private|Twitter|Facebook)))+$",
    re.S,
)


_FACT = re.compile(r"(\s+of)?\s+the fact(?=\s+that\b)")
# What cannot be whom somebody told
_NOBODY = listed("that how why in on of at to if")


def words_in(cue: str) -> set[str]:
    """The words of a cue, in small letters."""
    return {token.word for token in clauses.tokens(cue)}


def wishes(cue: str, content: str = "") -> bool:
    """Whether a cue ascribes an aim, a wish or a refusal to its source.

    >>> wishes("no longer wants"), wishes("believes"), wishes("declined", "to comment")
    (True, False, False)
    """
    words = words_in(cue)
    if words & ONLY_WITH_TO and not re.match(r"\s*to\b", content):
        return False
    if words & REFUSING:
        return not NO_WISH.match(re.sub(r"^\s*to\s+", "", content))
    return bool(words & WISHES) or cue_class(cue) is CueClass.INTENTION


def demands(cue: str) -> bool:
    """Whether a cue speaks and asks at once: demanded, called for."""
    words = words_in(cue)
    return bool(words & DEMANDS) or bool(DEMAND_PHRASES.search(cue.lower()))


_SUFFERED = re.compile(
    r"\b(?:is|are|was|were|been|being|be)(?: \w+ly| not| never| also)? [“\"]?(?:promised|pledged|planned|ordered|urged|threatened|begged|invited|wanted|sought|pursued)$",
    re.I,
)


def suffered(cue: str) -> bool:
    """Whether the words say what others want of somebody: "were promised", "is planned".

    >>> suffered("were promised"), suffered("had promised"), suffered("is determined")
    (True, False, False)
    """
    return bool(_SUFFERED.search(cue))


def asks(cue: str, content: str) -> bool:
    """Whether somebody is asked to do something: "asked | the council to buy the port"."""
    return bool(words_in(cue) & ASKING) and bool(_TO_DO.match(content))


def feels(cue: str, content: str) -> bool:
    """Whether a cue that is no word of wanting may tell what moves somebody: no belief, and nothing said."""
    words = words_in(cue)
    if words & BELIEFS or not (words & FEELINGS or cue_class(cue) is CueClass.ATTITUDE):
        return False
    return not (words & REFUSING and NO_WISH.match(re.sub(r"^\s*to\s+", "", content)))


def trimmed_cue(text: str, cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """A cue without adverbs before it: "really wants" is "wants"."""
    (start, end), *more = cue
    noun = re.search(r"([\w-]+)(?P<tail>\s+(?:is|was|are|were|of))$", text[start:end])
    if noun and not more and noun[1].lower() in nesting.AIM_NOUNS:  # "goal is", "no intention of"
        end = start + noun.start("tail")
    lead = ADVERBS.match(text, start, end)
    return ((lead.end() if lead and lead.end() < end else start, end), *more)


def addressed(text: str, attribution: Attribution) -> tuple[Span, ...]:
    """The cue with whom it was told: "told CNN", "told reporters"."""
    (*before, (start, end)) = plain(text, attribution.cue)
    if not re.search(r"\b(?:tell|tells|told|telling|informed|assured)$", text[start:end], re.I):
        return (*before, (start, end))
    match = _ADDRESSEE.match(text, end, end + 90)
    first = min((s for s, _ in attribution.content if s >= end), default=len(text))
    if not match or match.group().split()[0].lower() in _NOBODY:
        return (*before, (start, end))
    last = match.end()
    return (*before, (start, last if last <= first else end))


def plain(text: str, cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """A cue without when and where: "said in a statement on Sunday" is "said"."""
    start, end = cue[-1]
    while end - start > 1 and text[end - 1] in ":, ":
        end -= 1
    cue = (*cue[:-1], (start, end))
    tail = _CIRCUMSTANCE.search(text[start:end])
    return (*cue[:-1], (start, start + tail.start())) if tail and tail.start() else cue


def with_fact(text: str, cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """A cue with the words that lead from it to a that-clause: "made no secret of | the fact"."""
    start, end = cue[-1]
    match = _FACT.match(text, end)
    return (*cue[:-1], (start, match.end())) if match else cue


# What somebody does to a thing that was said: "rejected the account" says nothing that could be true
_REACTIONS = listed(
    "reject rejects rejected dismiss dismisses dismissed welcome welcomes welcomed show shows showed shown discuss discusses"
    " discussed dispute disputes disputed criticise criticises criticised criticize criticizes criticized praise praises praised"
    " defend defends defended condemn condemns condemned denounce denounces denounced mention mentions mentioned answer answers"
    " answered write writes wrote written read reads tells endorse endorses endorsed accept accepts accepted question questions questioned repeat repeats repeated"
)


def says_nothing(cue: str, content: str) -> bool:
    """Whether a content is a mere thing ("the account") that somebody reacts to, and no proposition."""
    held = clauses.tokens(content)
    if not words_in(cue) & _REACTIONS or len(held) > 12:
        return False
    if re.match(r"(?:to|whether|if|how|why|what)\s", content, re.I) or any(
        t.word == "that" for t in held[1:]
    ):
        return False
    return not (clauses.main_verb(held[1:]) or any(t.word == "to" for t in held))
