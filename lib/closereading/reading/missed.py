"""Voices and answers that the engine misses or leaves half said, found by pattern.

"Velmark holds that …", "the union rejected that account", "asked whether he
intends to …", "what she called hallway talk": each is a claim of its own. Gives spans only.
"""

import re
from dataclasses import dataclass, replace

from closereading.article import Span
from closereading.attribution import nesting
from closereading.attribution.cues import listed
from closereading.reading import clauses, judging, reactions

_CALLING = (
    r"(?:has |have |had |once |later |still )*(?:called|calls?|describe[sd]? as|termed|terms?|dubbed|labell?ed|s(?:ees?|aw) as|regard(?:s|ed)? as|consider(?:s|ed)?(?: to be)?"
    r"|puts? down to|attribute[sd]? to|ascribe[sd]? to|blame[sd]? on|t(?:akes?|ook) (?:for|to be)|mistook for|mistakes? for|deem(?:s|ed)?(?: to be)?|judge[sd]?(?: to be)?|believe[sd]? to be|views? as|viewed as|thinks? of as|thought of as"
    r"|(?:dismiss(?:es|ed)?|denounce[sd]?|condemn(?:s|ed)?|deride[sd]?|decr(?:y|ies|ied)|hail(?:s|ed)?|portray(?:s|ed)?|depict(?:s|ed)?|present(?:s|ed)?|brand(?:s|ed)?|characteri[sz]e[sd]?|reject(?:s|ed)?|praise[sd]?) as"
    r"|(?:puts?|estimate[sd]?|value[sd]?|assesse[sd]|reckon(?:s|ed)?) at(?=[^,;]{0,30}?\d))"
)
_CALLER = r"(?P<source>(?:he|she|it|they|we|I)|(?:[Tt]he |[Aa]n? |[Oo]ne |[Ss]ome |[Mm]any |[Mm]ost |[Ss]everal |[Hh]is |[Hh]er |[Ii]ts |[Tt]heir |[A-Z])[\w’'-]*(?: [\w’'-]+){0,4}?)"
_CALLED = re.compile(
    rf"\bwhat {_CALLER} (?P<cue>{_CALLING}) (?P<content>“[^”]{{2,60}}”(?: [a-z]+s\b)?|[^,;:—–]{{2,}}?(?=[,;:—–.!?]|$))"
)
# "…, a habit that visitors take for a joke"
_WHICH = re.compile(
    rf", (?:(?:an?|the) (?:[\w-]+ ){{1,3}}(?:that|which)|which) (?P<source>(?:{_CALLER[11:-1]}|[a-z][\w’'-]+s(?: (?:in|of|at|to|from) [\w’'-]+(?: [\w’'-]+){{0,2}})?)) (?P<cue>{_CALLING}) (?P<content>(?:[^,;:—–]|(?<=\d),(?=\d)){{3,}}?)(?=[,;:—–.!?](?!\d)|$)"
)
_ASKED = re.compile(
    r"(?:^|(?<=[,;] )|(?<=When ))(?P<cue>[Aa]sked|[Qq]uizzed|[Pp]ressed)(?: (?:again|repeatedly|on \w+|yesterday|later|then))?(?: by (?P<source>[^,;]{2,60}?))?(?: on \w+| about this)? (?:whether|if) (?P<content>[^,;“”]{5,}?)(?=,|$)"
)
_VIEW = re.compile(
    r"(?:It|Such|This) (?:is|was|has (?:long )?been|remains) (?P<source>(?:[\w-]+ ){0,3}[\w-]+[’']s?|his|her|their|its|my|our) (?:\w+ )?(?P<cue>view|opinion|belief|conviction|contention|argument|claim|impression|suspicion|position|fear|case|judgement|judgment) that (?P<content>.{5,}?)[.!]?"
)
_LISTED = (
    r"says|said|hold|holds|held|maintains?|maintained|insists?|insisted|argues?|argued|claims?|claimed|believes?|believed|thinks?|thought|contends?|contended|reckons?|reckoned|asserts?|asserted|concedes?|conceded"
    r"|admits?|admitted|acknowledges?|acknowledged|warns?|warned|complains?|complained|fears?|feared|suspects?|suspected|doubts?|doubted|expects?|expected|predicts?|predicted|knows?|knew|notes|noted|stressed|stresses|denies|deny|denied|states|stated"
    r"|announced|announces|declared|declares|answered|replied|responded|concluded|concludes|assumes?|assumed|is convinced|are convinced|was convinced|were convinced|is sure|are sure|was sure|is certain|are certain|is confident|are confident"
    r"|agrees?|agreed|pointed out|points out|explained|explains|added|adds|wrote|writes|recalled|recalls|observed|observes|remarked|remarks|suspects|is afraid|are afraid|is adamant|are adamant|was adamant|were adamant|takes the view|take the view|took the view|says it is clear|made clear|makes clear|make clear"
)
_HOLDS = re.compile(
    rf"(?P<source>[^,;:“”\"]{{1,70}}?(?:, [^,;:“”\"]{{2,90}},)?) (?P<cue>(?:(?:has|have|had|long|also|always|still|now|never|often|repeatedly|openly|himself|herself|themselves|not|do|does|did|doesn[’']t|don[’']t|didn[’']t|\w+ly) )*(?:{_LISTED})) (?:that|whether) (?P<content>[^;]{{5,}}?)[.!]?"
)
_ALSO_HOLDS = re.compile(  # without "that", of a pronoun or a name alone
    r"(?P<source>(?:He|She|They|It)|[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) (?P<cue>(?:also |still |now |once |never )?(?:says|said|thinks|thought|believes|believed|reckons|reckoned|suspects|suspected|knows|knew|is convinced|was convinced|is sure|was sure)) (?P<content>(?:the|that|he|she|it|they|there|[A-Z])[^;“”]{5,}?)[.!]?"
)
_HEADLINE = re.compile(
    r"(?P<source>[A-Z][\w’'-]+(?: [\w’'-]+){0,3})(?P<cue>:) (?P<content>.{8,}[^.!?…])"
)
_DEMANDED = re.compile(
    rf"{reactions.SOURCE} (?P<cue>(?:(?:has|have|had|also|again|later|jointly|repeatedly|\w+ly) )*(?:(?:(?:would|will|did|does|do|could) not|never|refused to) rule out|demand(?:s|ed)?|call(?:s|ed)? for|urg(?:e|es|ed)|insist(?:s|ed)? on"
    r"|press(?:es|ed)? for|push(?:es|ed)? for|campaign(?:s|ed)? for|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed)|threaten(?:s|ed)?|rul(?:e|es|ed) out|appeal(?:s|ed)?(?: \w+ly)?(?: to [^,;]{3,40}?)?(?: on \w+day)? for"
    r"|appeal(?:s|ed)? to [^,;]{3,40}?(?= to\b)|ask(?:s|ed)? for|ask(?:s|ed)?(?= to\b)|offer(?:s|ed)?(?= to\b)|plead(?:s|ed)? for|beg(?:s|ged)? for|lobb(?:y|ies|ied) for|argue[sd]? for|agitate[sd]? for|clamour(?:s|ed)? for"
    r"|swore(?= to\b)|swears?(?= to\b)|undert(?:ook|akes?)(?= to\b)|volunteer(?:s|ed)?(?= to\b)|warn(?:s|ed)? against|advise[sd]? against)) (?P<content>.{3,}?)"
    r"(?P<rest>(?:,? (?:because|since|after|when|before|although|though|while|which|who)|, (?:until|unless|if))\b[^;]*|, \w+ing\b[^;]*|, (?:an?|the) [\w-]+ (?:that|which)\b[^;]*)?[.!]?"
)
# What says that words are not true
_UNTRUE = (
    r"nonsense|untrue|false|rubbish|wrong|a lie|lies?|absurd|ridiculous|invented|inventions?|fictions?|fantas(?:y|ies)|groundless|baseless|unfounded|gossip|rumou?rs?|fabrications?|slander|speculation|fairy (?:tale|story)|fables?|myths?|smears?|propaganda"
    r"|paranoia|insult|hogwash|poppycock|bunk|bunkum|tosh|twaddle|claptrap|drivel|bilge|balderdash|tripe|piffle|moonshine|hot air|tall (?:tale|story)|old wives’ tale|canard|caricature|travesty|distortion|libel|calumny|falsehood|untruth|conspiracy theory"
    r"|scaremongering|mischief(?:-making)?|wishful thinking|guesswork|conjecture|delusion|farce|hearsay|tittle-tattle|laughable|risible|ludicrous|preposterous|far-fetched|fanciful|wide of the mark|off the mark|mistaken|inaccurate|incorrect"
    r"|made up|concocted|fabricated|malicious|nonsensical|madness|lunacy|bogus|a joke"
)
_MUCH = r"(?:(?:just|all|simply|plainly|utter|utterly|pure|purely|complete|completely|quite|absolute|absolutely|entirely|patently|total|totally|sheer|arrant|plain|mere|merely|outright|cheap|old|manifest|manifestly|a|an|so much|[“\"‘]) ?){0,4}"
_FALSE = rf"{_MUCH}(?:{_UNTRUE})[”\"’]?"
_THING = rf"(?:(?:that|this|it|both|them|(?:the|that|this|these|those|such|any such|all such)(?: [\w-]+)? (?:{reactions.SAID})))"
# What answers the claim before it and says nothing else
_ANSWER = re.compile(
    rf"[“\"]?(?:{_THING}(?: (?:{_FALSE}|true|not true))?|{_THING}(?:,? (?:first|variously|now|later))? as {_FALSE}(?: (?:and|or|but) (?:then |later |now )?(?:as )?[“\"]?[\w-]+[”\"]?)?"
    rf"|(?:that|this|it|(?:the|that|this) [\w-]+|they|those (?:claims|reports))(?: is|[’']s| was| are| were| would be) (?:{_FALSE}|{_MUCH}(?:not true|not so|not the case|true|right|correct))"
    rf"|(?:that|this|it|them|the [\w-]+) {_FALSE}"
    r"|as much|him|her|(?:that|the (?:first|second|last|latter|former|other)) (?:part|half|bit|point)(?: of (?:it|that))?|(?:any |all )?such (?:[\w-]+ )?[\w-]+"
    rf"|so|not so|not true|quite right|exactly|{_FALSE}|(?:that is not|that[’']s not|(?:that|it) isn[’']t|(?:that|it) wasn[’']t) (?:true|so|the case)"
    r"|nothing (?:could be|is|was) (?:further|farther) from (?:the|our|his|her|their) (?:truth|minds?|thoughts?)|far from it|on the contrary|(?:quite|just|exactly) the (?:opposite|reverse|contrary)|the (?:opposite|reverse|contrary) is (?:true|the case)"
    r"|not (?:at all|in the least|remotely|for (?:a|one) (?:moment|minute|second))|(?:absolutely|certainly|definitely|of course|emphatically|most certainly) not|no[,.] (?:not at all|certainly not|he|she|it|they|we|I) ?(?:is|are|was|were|do|does|did)?n[’']t"
    r"|(?:there is|there was|there[’']s) (?:not a (?:word|shred|grain|scrap|jot) of|no|nothing of the|little) truth (?:in (?:it|that|this|the \w+)|to (?:it|that|this))|not a word of (?:it|that|this) (?:is|was) true"
    r"|(?:there (?:is|was|were|are) )?(?:no|any) such (?:thing|plan|plans|aim|intention|intentions|wish|idea|deal|scheme|goal|ambition|desire|talks|design|designs|motive|hope|hopes)|nothing of the (?:kind|sort)(?: was (?:planned|intended))?"
    r"|(?:that )?(?:he|she|it|they|we|I) (?:had|has|have) (?:any such|such an?|any|a|such) (?:plans?|aims?|intentions?|wish|idea|scheme|goal|ambitions?|desire|designs?|motives?|hopes?))[.,!]?[”\"]?",
    re.I,
)
NEWS = re.compile(r"\b(?:news|announcement|findings?|figures?|report|estimate|forecasts?)\b")
CHARGE = re.compile(
    r"\b(?:account|accusations?|charges?|claims?|allegations?|suggestion|idea|notion|theory|version|reading|view|speculation|insinuation|interpretation)\b"
)
PLANNING = re.compile(
    r"\b(?:intend|plan|scheme|plot|aim|mean|seek|sought|want|try|tries|tried|attempt)", re.I
)
_PLAN = re.compile(
    r"\b(?:plans?|aims?|intentions?|scheme|goal|ambitions?|desire|designs?|motives?|hopes?|wish)\b"
)
_UNBELIEVED = re.compile(
    r"\b(?:that|it|this|them|him|her)\b[^.]{0,40}\b(?:easier|hard|harder|difficult|impossible|not easy) to (?:believe|swallow|credit|take seriously)"
    r"|\b(?:don[’']t|do not|cannot|can[’']t|doesn[’']t|didn[’']t) (?:quite )?believe (?:that|it|this|a word|him|her|them)\b|\bpinch of salt\b|\bdoubt (?:that|it|this)[.,!”\"]*$"
    r"|\bnot convinced (?:by|of) (?:that|it|this)\b|\b(?:don[’']t|do not|cannot|can[’']t|doesn[’']t|does not|didn[’']t|did not|never) (?:quite |really |for a moment )?(?:buy|swallow|credit) (?:that|it|this|a word|any of (?:it|that|this)|the (?:story|account|notion|idea|line|theory|explanation))\b"
    r"|\b(?:am|is|are|was|were|[’']m) not (?:so|at all|quite|entirely|altogether|wholly)? ?(?:sure|convinced|certain|persuaded)[.,!”\"]*$|\b(?:have|has|had) (?:my|her|his|their|our|its|grave|serious|some) (?:own )?doubts(?: (?:about|on) (?:that|it|this|the (?:point|matter)))?[.,!”\"]*$|\b(?:begs?|begged) to differ[.,!”\"]*$|\b(?:remain|remains|remained|am|is|are|was|were) (?:unconvinced|unpersuaded|sceptical|skeptical|not convinced)[.,!”\"]*$|\bI wonder[.,!”\"]*$|\b(?:would not|wouldn[’']t) bet on (?:it|that)\b|\byet to be (?:convinced|persuaded)[.,!”\"]*$|\b(?:hard|difficult) to believe[.,!”\"]*$",
    re.I,
)
# A reaction that says that even news is not so
DISMISSED = re.compile(
    r"\b(?:ridicul|dismiss|den(?:y|ie)|reject|scoff|laugh|mock|brush|wav(?:e|es|ed) (?:aside|away|off)|refut|rebut|repudiat|contradict|disput|pooh-pooh|call|rubbish|trash)",
    re.I,
)
# "so do I", "he does", "I don’t": the aim is that of the claim before
_LIKEWISE = re.compile(
    r"[“\"]?(?:and |but )?(?:(?:[Ss]o|[Nn]or|[Nn]either)(?:, [^,]{2,30},)? (?P<verb>do|does|did|am|is|are|was|were|would|will|have|has) (?P<who>(?:the |our |their |his |her )?[\w’'-]+(?: [A-Z][\w’'-]*)?)"
    r"|(?P<whom>(?:[Tt]he )?[\w’'-]+(?: [A-Z][\w’'-]*){0,2}) (?:really |still |certainly |surely |plainly )?(?P<cue>does|do|did|would|is|are|(?:does|do|did|would|is)n[’']t|(?:do|does|did|would|is) not)(?: too| as well| either)?"
    r"|(?P<me>(?:[Tt]he )?[\w’'-]+(?: [A-Z][\w’'-]*){0,2}) (?P<again>would|does|do|is|are|will) (?:too|as well|likewise)(?:, (?:if|when|though|but|because|provided|as long as|were|had)\b.{0,80})?"
    r"|(?:(?P<him>[\w’'-]+(?: [A-Z][\w’'-]*){0,2}) )?(?P<done>(?:has|have|had|[’']s|[’']ve) (?:always |long |never |ever )?done(?: so)?) (?:since|for (?:years|decades|months|weeks)|every|all (?:his|her|its|their)|ever since|throughout|from the)\b.{0,80})[.,!]?[”\"]?",
    re.S,
)
_NO_SPEAKER = listed(
    "it this that there who which what nobody everything nothing these those if when as but and so"
)
_NOT_IN_A_NAME = nesting.NOT_INSIDE - {"that", "because"} | listed("said told added")


@dataclass(frozen=True)
class Missed:
    """A claim found by pattern: who, by which words, and what; and what the words leave of the sentence."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: Span
    rest: tuple[Span, ...] = ()
    demand: bool = False


def missed(text: str, span: Span) -> Missed | None:
    """What a stretch without any attribution says on somebody's word, by the first pattern that fits."""
    at, last = span
    if last - at > clauses.LONGEST:
        return None
    one = _within(text[at:last])
    if not one:
        return None

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((a + at, b + at) for a, b in spans)

    (content,) = moved((one.content,))
    return replace(
        one, source=moved(one.source), cue=moved(one.cue), content=content, rest=moved(one.rest)
    )


def _within(text: str) -> Missed | None:
    """What a stretch by itself says on somebody's word."""
    start, end = 0, len(text)
    one, judged = reactions.reaction(text), judging.judgement(text)
    if not one or (judged and not answers(text[slice(*judged.content)])):
        one = judged or one  # "dismissed the report as a manoeuvre"
    if one:
        return Missed((one.source,), one.cue, one.content)
    if match := _VIEW.fullmatch(text, start, end):
        return _made(match, "content")
    if match := _HOLDS.fullmatch(text, start, end) or _ALSO_HOLDS.fullmatch(text, start, end):
        held = clauses.tokens(text, *match.span("content"))
        # after "that" a clause follows, whatever its verb
        if somebody(match["source"]) and (
            clauses.main_verb(held)
            or (match.re is _HOLDS and len(held) > 2 and held[0].word != "of")
        ):
            return _made(match, "content")
    match = _HEADLINE.fullmatch(text, start, end)
    if match and clauses.main_verb(clauses.tokens(text, *match.span("content"))):
        return _made(match, "content")
    if match := _ASKED.search(text, start, end):
        rest = ((match.end() + 1, end),) if match.end() + 1 < end else ()
        return _made(match, "content", rest)
    match = _WHICH.search(text, start, end)
    if match and reactions.who(match["source"]):
        rest = ((match.end() + 1, end),) if match.end() + 8 < end else ()
        return _made(match, "content", ((start, match.start()), *rest))
    if match := _CALLED.search(text, start, end):
        lead = re.search(
            r"\s+(?:to|on|at|in|of|by|with|as|for|about|from)?\s*$", text[start : match.start()]
        )
        until = start + lead.start() if lead else match.start()
        return _made(match, "content", ((start, until),) if until - start > 8 else ())
    match = _DEMANDED.fullmatch(text, start, end)
    if match and (who := reactions.who(match["source"])):
        first, rest = match.start("source"), match.span("rest")
        rest = ((rest[0] + 2, rest[1]),) if rest[0] >= 0 and match["rest"][0] == "," else ()
        return replace(
            _made(match, "content", rest), source=((first, first + who[1]),), demand=True
        )
    return None


def _made(match: re.Match[str], content: str, rest: tuple[Span, ...] = ()) -> Missed:
    source = match.span("source")
    if source[0] >= 0 and match["source"].endswith(","):
        source = (source[0], source[1] - 1)
    cue = (match.span("cue"),)
    return Missed((source,) if source[0] >= 0 else (), cue, match.span(content), rest)


def somebody(words: str) -> bool:
    """Whether words may name who speaks: a phrase without a verb, an apposition set aside."""
    head = words.split(",")[0]
    found = [token.word for token in clauses.tokens(head)]
    return bool(found) and not (
        found[0] in _NO_SPEAKER
        or any(
            word in _NOT_IN_A_NAME or clauses.surely_finite(word) or word in clauses.SUBORDINATORS
            for word in found
        )
    )


def answers(words: str) -> bool:
    """Whether words only answer what was said before: "that account", "not true", "there was any such plan".

    >>> answers("the comment"), answers("the bridge is safe")
    (True, False)
    """
    return len(words) < 120 and bool(_ANSWER.fullmatch(words.strip()))


def named_plan(words: str) -> Span | None:
    """Where an answer names what it denies: "any such *plan*"."""
    found = _PLAN.search(words) if re.search(r"\bsuch|any\b", words) else None
    return found.span() if found else None


def disbelieves(words: str) -> bool:
    """Whether words doubt what was said before: "we would find that easier to believe if"."""
    return len(words) < 160 and bool(_UNBELIEVED.search(words))


def likewise(words: str) -> tuple[Span, Span] | None:
    """Where who and verb of "so do I", "he does" stand, which say that somebody wants what was spoken of."""
    match = _LIKEWISE.fullmatch(words) if len(words) < 130 else None
    if not match:
        return None
    pairs = (("who", "verb"), ("whom", "cue"), ("me", "again"), ("him", "done"))
    who, verb = next(pair for pair in pairs if match[pair[1]])
    if not match[who]:  # "and has done since she was nine"
        return (match.start(), match.start()), match.span(verb)
    if match[who].lower() in _NO_SPEAKER - {"it"} or (who == "whom" and _DID.match(match["cue"])):
        return None
    return match.span(who), match.span(verb)


_DID = re.compile(r"did")  # "Ferro did": something was done, nothing wanted
