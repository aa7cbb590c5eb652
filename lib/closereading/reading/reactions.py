"""Reactions to what was said before, which say nothing themselves: "brushed the suggestion aside", "does not buy it".

Somebody takes a stand to a thing that was said (that account, such
insinuations, talk of a pact) or to "it", "that", "as much": by a verb, a verb
with its particle, a phrase ("attached no weight to") or an adjective ("is less
sure of it"). Patterns by class, on one clause each. Gives spans only.
"""

import re
from typing import NamedTuple

from closereading.article import Span
from closereading.attribution import nesting
from closereading.attribution.cues import listed
from closereading.reading import clauses

# What can be answered
SAID = (
    r"(?:account|comment|claim|charge|accusation|suggestion|idea|notion|report|remark|statement|allegation|assertion|description|reading|view|theory|rumou?r"
    r"|interpretation|version|criticism|characteri[sz]ation|finding|figure|announcement|line|thought|warning|prediction|forecast|argument|word|portrayal|picture"
    r"|assessment|contention|explanation|insinuation|estimate|tale|complaint|comparison|conclusion|judge?ment|verdict|portrait|reproach|imputation|innuendo|slur|smear"
    r"|objection|reasoning|aspersion|jibe|taunt|caricature|slander|hypothesis|prophecy|whisper|premise|scenario|sentiment|hint|implication|excuse|impression|belief|opinion|fear|doubt|suspicion|hope|quote|quotation|anecdote|joke)s?"
    r"|news|talk|gossip|criticism|stor(?:y|ies)|theor(?:y|ies)|analys[ie]s|diagnos[ie]s|hearsay|chatter|praise"
    r"|gloom|optimism|pessimism|alarm|anxiet(?:y|ies)|worr(?:y|ies)|concerns?|unease|enthusiasm|excitement|confidence|cynicism|s[ck]epticism|indignation|outrage|anger|dismay|delight|certainty"
)
_DETERMINED = r"(?:(?:the|that|this|these|those|such|any such|all such|all|any|his|her|its|their|[A-Z][\w-]+[’']s?)\s(?:[\w-]+\s)?)"
# Things said, told with what they say: "talk of a pact", "suggestions that he will go"
_TALK = (
    r"(?:(?:the|any|all|such|a|an)\s)?(?:[\w-]+\s){0,3}?(?:talk|suggestions?|rumou?rs?|reports?|claims?|speculation|accusations?|allegations?|charges?|hints|warnings?|gossip|fears"
    r"|predictions|complaints?|notions?|ideas?|insinuations?)\s(?:of|about|that|from)\s[^;]{3,}?"
)
OBJECT = (
    rf"(?:(?:that|this|it|both|(?:most|much|all|part|some|none|any|half|a word|the rest)\sof\s(?:it|that|this|them)|(?:that|this|the\s\w+)\s(?:half|part|bit|point)(?:\sof\s(?:it|that|this))?"
    rf"|{_DETERMINED}(?:{SAID}))|any\ssuch\s[\w-]+)"
)
_VERB = (
    r"reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|den(?:y|ies|ied)|contest(?:s|ed)?|challeng(?:e|es|ed)|refut(?:e|es|ed)|rebuff(?:s|ed)?|rebut(?:s|ted)?"
    r"|disagre(?:e|es|ed) with|quarrel(?:s|led)? with|contradict(?:s|ed)?|ridicul(?:e|es|ed)|mock(?:s|ed)?|deplor(?:e|es|ed)|condemn(?:s|ed)?|denounc(?:e|es|ed)|confirm(?:s|ed)?"
    r"|welcom(?:e|es|ed)|endors(?:e|es|ed)|echo(?:es|ed)?|shar(?:e|es|ed)|support(?:s|ed)?|accept(?:s|ed)?|applaud(?:s|ed)?|criticis(?:e|es|ed)|criticiz(?:e|es|ed)|question(?:s|ed)?"
    r"|disbeliev(?:e|es|ed)|discredit(?:s|ed)?|subscrib(?:e|es|ed) to|t(?:akes?|ook) a dim view of|doubt(?:s|ed)?|bristl(?:e|es|ed) at|scoff(?:s|ed)? at|laugh(?:s|ed)? at|sneer(?:s|ed)? at|snort(?:s|ed)? at|jeer(?:s|ed)? at|took issue with|takes? issue with|took exception to"
    r"|takes? exception to|agre(?:e|es|ed) with|repudiat(?:e|es|ed)|disown(?:s|ed)?|disavow(?:s|ed)?|resent(?:s|ed)?|protest(?:s|ed)?(?: against)?|decr(?:y|ies|ied)|disclaim(?:s|ed)?"
    r"|belittl(?:e|es|ed)|discount(?:s|ed)?|debunk(?:s|ed)?|parr(?:y|ies|ied)|deride[sd]?|pooh-poohs?|pooh-poohed|spurn(?:s|ed)?|believ(?:e|es|ed)|credit(?:s|ed)?|second(?:s|ed)"
    r"|affirm(?:s|ed)?|concede[sd]?|acknowledge[sd]?|admit(?:s|ted)?|corroborate[sd]?|regret(?:s|ted)?|retract(?:s|ed)?|withdr(?:aws?|ew)"
)
_NOT_BUY = r"(?:buy|believe|accept|credit|share|swallow|trust|endorse|recogni[sz]e)"
_PHRASE = (
    r"(?:attach(?:es|ed)?|g[ai]ves?|lends?|lent) (?:no|little|much|some|scant|great) (?:weight|importance|significance|credence|credit|value) to|(?:put|puts|placed|places?|had|has|have) (?:no|little|much|some) (?:faith|stock|trust|confidence) in"
    r"|sets? (?:no|little|much|some) store by|(?:would|will) have none of|(?:was|were|is|are) having none of|ma[dk]es? (?:light|short work|fun|little|nothing) of|casts? doubt on|poure?d? (?:scorn|cold water) on|pours (?:scorn|cold water) on"
    r"|distance[sd] (?:himself|herself|itself|themselves) from|shook (?:his|her|their) heads? (?:at|over)|t(?:ook|akes?) (?:that|this) for granted|ha(?:s|d|ve) (?:no time|heard enough) (?:for|of)"
)
_SURE = (
    r"(?:is|are|was|were|remains?|remained|am)(?: not|n[’']t)?(?: [\w-]+){0,3}? (?:convinced|unconvinced|sure|surer|certain|sceptical|skeptical|doubtful|suspicious|wary|scornful|dismissive|contemptuous|confident|persuaded|tired"
    r"|unimpressed|unmoved|persuaded|positive)(?: of| about| by)"
)
_PARTED = r"(?P<cue>{help}(?:brush(?:es|ed)?|wav(?:e|es|ed)|laugh(?:s|ed)?|shrug(?:s|ged)?|push(?:es|ed)?|swept|sweeps?|play(?:s|ed)?|sh(?:oots?|ot)|bat(?:s|ted)?)) (?P<object>{object}) (?P<cue2>aside|off|away|down|out)"
HELP = (
    r"(?:(?:also|later|then|flatly|promptly|quickly|angrily|publicly|consistently|repeatedly|always|still|never|has|have|had|since|did not|does not|do not|would not|will not|cannot|could not"
    r"|didn[’']t|doesn[’']t|don[’']t|wouldn[’']t|won[’']t|neither|nor|and|\w+ly) )*"
)
SOURCE = r"(?P<source>[^,;:“”\"]{1,90}?(?:, [^,;:“”\"]{2,80},)?)(?: (?:himself|herself|itself|themselves))?"
_TAIL = r"(?:,? (?:as|on|in|at|out of|last|this|yesterday|of|outright|immediately|saying|too|either|than|over|with|since|by|after|when|afterwards|entirely|altogether|to)\b[^;“”]*?)?[.!]?"
_AS_MUCH = r"(?P<object>as much|much the same|the same|the opposite|the contrary|otherwise|so too|no such thing|nothing of the (?:kind|sort)|something of the (?:kind|sort)|little else)"
_HOLDING = (
    r"(?:said|says|say|thought|thinks?|suspect(?:s|ed)?|believe[sd]?|knew|knows?|known|fear(?:s|ed)?|guess(?:es|ed)?|admit(?:s|ted)?|conced(?:e|es|ed)|hint(?:s|ed)?(?: at)?|suggest(?:s|ed)?|impl(?:y|ies|ied)|wrote|writes?|written|reported|reports?"
    r"|recalled|recalls?|argue[sd]?|claim(?:s|ed)?|heard|confirmed|confirms?|insist(?:s|ed)?|promise[sd]?|told (?:me|us|him|her|them|[A-Z][\w-]+|(?:the|his|her|a) [\w-]+(?: [\w-]+)?)|as good as said)"
)
_PATTERNS = [
    re.compile(
        rf"{SOURCE} {_PARTED.format(help=HELP, object=f'(?:{OBJECT}|{_TALK})')}{_TAIL}", re.S
    ),
    re.compile(
        rf"{SOURCE} (?P<cue>{HELP}(?:{_VERB}|brush(?:es|ed)? (?:aside|off)|wav(?:es?|ed) (?:aside|away|off)|shrug(?:s|ged)? off|laugh(?:s|ed)? off|play(?:s|ed)? down|{_PHRASE}|{_SURE})) (?P<object>{OBJECT}){_TAIL}",
        re.S,
    ),
    re.compile(
        rf"{SOURCE} (?P<cue>{HELP}(?:did not|does not|do not|didn[’']t|doesn[’']t|don[’']t|cannot|could not|refus(?:es|ed) to|never) {_NOT_BUY}) (?P<object>{OBJECT}|him|her|them){_TAIL}",
        re.S,
    ),
    re.compile(
        rf"{SOURCE} (?P<cue>{HELP}(?:believe[sd]?|doubt(?:s|ed)?|trust(?:s|ed)?)) (?P<object>him|her|them)[.!]?"
    ),
    re.compile(
        rf"{SOURCE} (?P<cue>{HELP}(?:reject(?:s|ed)?|dismiss(?:es|ed)?|brush(?:es|ed)? (?:aside|off)|wav(?:es?|ed) (?:aside|away|off)|shrug(?:s|ged)? off|laugh(?:s|ed)? off|play(?:s|ed)? down|scoff(?:s|ed)? at|den(?:y|ies|ied)|mock(?:s|ed)?|ridicule[sd]?)) (?P<object>{_TALK})(?: (?:on|last|yesterday|as)\b[^,;]{{2,60}})?[.!]?",
        re.S,
    ),
    re.compile(
        rf"{SOURCE} (?P<cue>{HELP}(?:once |ha[sd] |have )*{_HOLDING}) {_AS_MUCH}{_TAIL}", re.S
    ),
]
_ADVERBIAL = re.compile(
    r"(?:,? (?:who|whom|whose|which)|, (?:in|on|at|after|during|by|from|with|through|over|when|while|as))\b.*",
    re.S,
)
_NOBODY = listed(
    "it this that there who which what nobody anybody somebody everybody anyone everyone everything nothing these those if when as but and so all"
)
_OUTSIDE = nesting.NOT_INSIDE - {"that", "because"} | listed("said told added")


_WITHIN = clauses.PREPOSITIONS - listed("after before about against")


class Reaction(NamedTuple):
    """Who reacts, by which words, and to what."""

    source: Span
    cue: tuple[Span, ...]
    content: Span


def reaction(words: str) -> Reaction | None:
    """How somebody takes a clause before, if this one only says that.

    >>> one = reaction("Ferro brushed the suggestion aside.")
    >>> "Ferro brushed the suggestion aside."[slice(*one.content)]
    'the suggestion'
    """
    if len(words) > 400:
        return None
    for pattern in _PATTERNS:
        match = pattern.fullmatch(words)
        if match and (source := who(match["source"])) and _aside(words[match.end("object") :]):
            start = match.start("source")
            cue = [match.span("cue")]
            if "cue2" in match.groupdict():
                cue.append(match.span("cue2"))
            return Reaction(
                (start + source[0], start + source[1]), tuple(cue), match.span("object")
            )
    return None


def _aside(tail: str) -> bool:
    """Whether what follows only says how, when or why: "I doubt that | either of them knew" is no reaction."""
    held = clauses.tokens(tail)
    return not held or held[0].word in _WHY or not clauses.main_verb(held)


_WHY = listed("as when after since because saying before while")


def who(words: str) -> Span | None:
    """Where the one who reacts stands in the words before the verb, a relative clause set aside."""
    tail = _ADVERBIAL.search(words)
    end = tail.start() if tail else len(words.rstrip(" ,"))
    head = [token.word for token in clauses.tokens(words[:end].split(",")[0])]
    if head == ["it"]:
        return 0, end
    if not head or head[0] in _NOBODY:
        return None
    if head[-1] in clauses.PREPOSITIONS:
        return None
    for at, word in enumerate(head):
        if clauses.past(word) and head[at + 1 : at + 2] and head[at + 1] in clauses.DETERMINERS:
            return None  # "blocked the road": a verb, and no participle
        if at and (word in _WITHIN or (word == "that" and head[at - 1] in clauses.PREPOSITIONS)):
            continue  # "a guest at that dinner"
        if word in _OUTSIDE or clauses.surely_finite(word) or word in clauses.SUBORDINATORS:
            return None
    return 0, end
