"""What somebody makes of a thing, without a clause: "regards the pact as a nuisance", "thought them naive".

A verb of judging with its object and what is said of that, or a verb of
saying or believing with a mere thing: "pleads poverty", "suspected the worst".
Patterns by class, on one clause each. Gives spans only.
"""

import re

from closereading.reading import clauses
from closereading.reading.reactions import HELP, OBJECT, SOURCE, Reaction, who

_IT = r"(?:it|that|this|him|her|them|us|me|himself|herself|itself|themselves|ourselves|myself)(?: both| all)?"
_VERY = r"(?:(?:very|most|rather|quite|too|so|all|utterly|deeply|faintly|merely|simply|a little|less|more) )*"
_THING = r"[^,;:.“”]{2,60}?"
# No judgement follows: "thought it over", "believes them to be", "called him in", "declared it was"
_NO_JUDGEMENT = (
    r"(?!(?:over|through|out|up|down|off|back|again|away|to|on|in|at|for|from|by|into|about|as|and|or|that|when|if|because|with|before|after|once|twice|first|then|later"
    r"|yesterday|today|was|is|were|are|would|will|had|has|could|might|should|did|does)\b)"
)
_TRIP = r"(?:\w+ )?(?:walk|ride|drive|stroll|meal|drink|dinner|lunch|swim|spin|coffee|while|moment|year|month|week|day|test)\b"
_FOUND = (
    r"funny|odd|strange|absurd|ridiculous|hard|difficult|easy|impossible|unfair|fair|wonderful|terrible|tedious|boring|dull|amusing|insulting|offensive"
    r"|touching|sad|depressing|encouraging|reassuring|alarming|worrying|shocking|puzzling|curious|interesting|fascinating|useful|useless|helpful|convincing"
    r"|unconvincing|persuasive|plausible|implausible|credible|incredible|acceptable|unacceptable|intolerable|unbearable|tiresome|distasteful"
    r"|embarrassing|telling|regrettable|admirable|charming|unlikely|comic|tasteless|revealing|comforting|disturbing|annoying|irritating|confusing|disappointing"
    r"|infuriating|exhausting|tiring|heartening|disheartening|frightening|troubling|unsettling|astonishing|surprising|baffling|bewildering|degrading|demeaning|humiliating"
    r"|humbling|flattering|gratifying|satisfying|galling|maddening|sickening|chilling|appalling|disgusting|revolting|refreshing|soothing|thrilling|exciting|entertaining"
    r"|endearing|misleading|promising|daunting|intimidating|clever|cruel|crude|cheap|vulgar|naive|silly|stupid|foolish|mad|crazy|weak|rude|wise|unwise|sensible|reasonable"
    r"|excessive|premature|sinister|suspicious|ironic|tragic|pathetic|fantastic|sound|unsound|wrong|right|just|unjust|obscene|repulsive|repugnant|abhorrent|restful|pointless|hopeless"
    r"|needless|harmless|heartless|shameless|shameful|disgraceful|distressing|painful|doubtful|beautiful|delightful|ominous|outrageous|preposterous|hilarious|laughable|deplorable"
    r"|incomprehensible|inexplicable|unreasonable|reprehensible|questionable|remarkable|enjoyable|agreeable|disagreeable|insufferable|inconceivable|unthinkable|too \w+"
)
_TAKEN_FOR = (
    r"theatre|theater|bluff|bluster|weakness|strength|cowardice|courage|flattery|blackmail|praise|criticism|irony|sarcasm|humour|modesty|arrogance|rudeness|politeness"
    r"|indifference|greed|vanity|folly|madness|wisdom|treason|betrayal|consent|agreement|approval|assent|refusal|surrender|truth|gospel|fact|proof|progress|patience|kindness"
    r"|charity|propaganda|gossip|nonsense|posturing|grandstanding|idleness|laziness|stubbornness|hostility|friendship|peace|panic|loyalty|disloyalty"
)
# The verb, and what it may have after it
_JUDGED = [
    (
        r"regard(?:s|ed)?|view(?:s|ed)?|sees?|saw|perceive[sd]?|thinks? of|thought of|look(?:s|ed)? (?:up)?on|writes? off|wrote off",
        rf"{_THING} as (?!if\b|though\b|soon\b|well\b|long\b|much\b){_THING}",
    ),
    (
        r"dismiss(?:es|ed)?|reject(?:s|ed)?|ridicule[sd]?",  # and no guards "as a precaution"
        rf"{OBJECT} as (?:an?|the|mere(?:ly)?|no more than|nothing but|little more than) {_THING}",
    ),
    (
        r"takes?|took|mistakes?|mistook",
        rf"{_THING} for (?:granted|(?:mere |pure )?(?:{_TAKEN_FOR})|an? (?!{_TRIP}){_THING})",
    ),
    (
        r"attribute[sd]?|ascribe[sd]?|impute[sd]?|chalk(?:s|ed)? up",
        rf"{_THING} to {_THING}",
    ),
    (r"takes?|took", rf"{_THING} to be {_THING}"),
    (
        r"(?:takes?|took|reads?|interprets?|interpreted) (?:it|that|this|them) to (?:mean|imply|signify)",
        _THING,
    ),
    (r"puts?", rf"{_THING} down to {_THING}"),
    (
        r"thinks?|thought|consider(?:s|ed)?|deem(?:s|ed)?|judge[sd]?|declare[sd]?|pronounce[sd]?|proclaim(?:s|ed)?|profess(?:es|ed)?|count(?:s|ed)?|believe[sd]?|reckon(?:s|ed)?"
        r"|express(?:es|ed)?",
        rf"{_IT} {_NO_JUDGEMENT}{_THING}",
    ),
    (
        r"consider(?:s|ed)?|deem(?:s|ed)?|judge[sd]?|pronounce[sd]?",
        rf"(?:the|his|her|its|their) (?:[\w-]+ )?[\w-]+ (?:an?|the) {_THING}",
    ),
    (
        r"thinks?|thought|finds?|found|consider(?:s|ed)?|deem(?:s|ed)?|judge[sd]?|reckon(?:s|ed)?|pronounce[sd]?",
        r"(?:the|an?|his|her|its|their|this|these|such) (?:(?!an?\b|the\b|\w+ly\b)[\w’'-]+ ){1,3}(?:(?:far |much |a little |rather )?too|very|rather|quite|utterly|deeply|faintly|entirely) [\w-]+[^,;:“”]{0,60}?",
    ),
    (r"finds?|found", rf"{_IT} {_VERY}(?:{_FOUND})\b[^,;“”]{{0,60}}?"),
]
# With a mere thing
_THINGS = (
    r"plead(?:s|ed)?|suspect(?:s|ed)?|smells?|smelt|scent(?:s|ed)?|blame[sd]?|allege[sd]?|predict(?:s|ed)?|foresees?|foresaw|fear(?:s|ed)?|dread(?:s|ed)?|regret(?:s|ted)?|lament(?:s|ed)?"
    r"|deplore[sd]?|den(?:y|ies|ied)|profess(?:es|ed)?|expect(?:s|ed)?|doubt(?:s|ed)?"
)
_MERE = r"(?!(?:the|an?|his|her|its) [\w-]+ (?:an?|the|any|access|entry|permission)\b)(?!to\b|that\b|it\b|this\b|him\b|her\b|them\b|whether\b|if\b|and\b|or\b|of\b|by\b|for\b|in\b|on\b|at\b|from\b|with\b|when\b|as\b|because\b)(?P<thing>[^,;:.“”]{2,70}?)"
_CHOOSING = r"(?:(?:chooses?|chose|chosen|prefer(?:s|red)?|tend(?:s|ed)?|affect(?:s|ed)?|continue[sd]?|(?:come|comes|came|grown|grew)) to )?"
_PATTERNS = [
    re.compile(rf"{SOURCE} (?P<cue>{HELP}{_CHOOSING}(?:{verb})) (?P<object>{object_})[.!]?", re.S)
    for verb, object_ in [*_JUDGED, (_THINGS, _MERE)]
]


def judgement(words: str, things: bool = True) -> Reaction | None:
    """Who judges what, if a clause says only that; without `things`, not "pleads poverty".

    >>> words = "Ferro thought them naive."
    >>> words[slice(*judgement(words).content)]
    'them naive'
    """
    if len(words) > 300:
        return None
    for pattern in _PATTERNS if things else _PATTERNS[:-1]:
        match = pattern.fullmatch(words)
        if not match or _clause(match["cue"], match["object"]):
            continue
        if source := who(match["source"]):
            start = match.start("source")
            return Reaction(
                (start + source[0], start + source[1]), (match.span("cue"),), match.span("object")
            )
    return None


def _clause(cue: str, words: str) -> bool:
    """Whether what is judged is a clause: "thought it looked good", but not "declared itself satisfied"."""
    held = [token.word for token in clauses.tokens(words)]
    if any(clauses.surely_finite(word) for word in held):
        return True
    then = held[1] if len(held) > 1 and held[0] in {"it", "that", "this"} else ""
    thinks = re.search(r"\b(?:think|thought|believe|reckon)\w*$", cue)
    return bool(thinks) and (clauses.past(then) or then.endswith("s"))
