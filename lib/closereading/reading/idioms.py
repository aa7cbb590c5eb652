"""Where a clause says that somebody wants something in another way than by a plain verb of wanting.

The ways themselves are in `ways`, by class; here are those by a noun ("Ferro’s
plan is") and by a purpose ("in order to"). Each way is *sure* to ascribe an
aim, or *likely*: then it takes the codebook to tell. Gives places in a text;
who the source is, others find out.
"""

import re
from functools import cache, lru_cache

from closereading.article import Span
from closereading.attribution import Attribution, nesting
from closereading.attribution.cues import forms, listed
from closereading.reading import clauses, ways

_OWN = ways.WORDS["OWN"]
_FIRST = r"(?:will|shall|'ll|are going to|am going to|won't|shan't|are never going to|would)(?: not| never)?"
# Of these the owner is who wants: "Ferro’s plan", "the aim of the union", "an attempt by Ferro"
NOUNS = (
    "aim|aims|goal|goals|objective|objectives|object|ambition|ambitions|desire|desires|wish|wishes|hope|hopes|plan|plans|intention|intentions|intent"
    "|dream|dreams|purpose|priority|motive|motives|interest|interests|design|designs|scheme|schemes|quest|hunger|thirst|appetite|craving|longing|yearning"
    "|eagerness|readiness|willingness|unwillingness|reluctance|refusal|determination|resolve|concern|demand|demands|insistence|request|call|agenda|endgame|game|preference|strategy"
)
TRIES = "attempt|attempts|bid|effort|efforts|push|drive|ploy|plot|scheme|tactic|manoeuvre|maneuver|stunt|pretext|excuse|trick|move|gambit|grab|campaign|fight|struggle|strategy"
_INWARD = (
    "aim|aims|goal|ambition|ambitions|desire|wish|wishes|hope|hopes|intention|intentions|intent|dream|dreams|purpose|longing|yearning|hunger|thirst|craving"
    "|eagerness|readiness|willingness|unwillingness|reluctance|refusal|determination|resolve|design|scheme"
)
_OWNER = r"(?P<owner>(?:(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){0,3}?|\b(?:[A-Z][\w-]+ ){0,3})[\w-]+(?:'s|s')|\b[Hh]is|\b[Hh]er|\b[Ii]ts|\b[Tt]heir|\b[Mm]y|\b[Oo]ur)"
_PHRASE = r"(?P<{}>(?:(?:the|an?|his|her|its|their) )?[\w'-]+(?: (?!to\b|for\b|at\b|is\b|was\b|are\b|were\b|and\b|in\b|on\b|has\b|had\b)[\w'-]+){{0,4}})"
_WHOM = r"(?:(?:the|an?|his|her|its|their|our|my) )?[\w-]+(?: [A-Z][\w-]+)?"
_MARK = r"(?:(?='(?:s|re|m|ve|d)\b)| )"
_WANTS = (
    r"(?:am |is |are |was |were |'m |'re |'s )?(?:asking|looking|hoping|longing|fighting|waiting|praying|pushing|pressing)(?: for)?|asks?(?: for| of)?|asked(?: for| of)?|needs?|needed|cares? (?:about|for)"
    r"|cared (?:about|for)|seeks?|sought|dreams? (?:of|about)|dreamed of|dreamt of|hopes? for|hoped for|longs? for|longed for|yearns? for|(?:am |is |are |was |were |'m |'re |'s )after|wants?|wanted|would like|craves?|craved|desires?|desired"
    r"|lives? for|lived for|thinks? (?:about|of)|thought (?:about|of)|intends?|intended|plans?|planned|aims? (?:at|for)|wish(?:es)? for|wished for|demands?|demanded|is interested in|are interested in|was interested in|is out for|are out for|means? to"
)
OWNED = [
    (re.compile(rf"{_OWNER} (?:[\w-]+ ){{0,2}}?(?P<cue>{NOUNS}|{TRIES})(?= (?:is|was|are|were|has been|remains|had been|had always been)\b)"), True),
    (re.compile(rf"{_OWNER} (?:[\w-]+ ){{0,2}}?(?P<cue>{NOUNS}|{TRIES})(?= (?:to|of|for|in|that|at)\b)"), False),
    (re.compile(rf"{_OWNER} (?:(?!to\b)[\w-]+ ){{0,2}}?(?P<cue>{_INWARD})(?= (?:to|never to|not to)\b)"), True),
    (re.compile(rf"\b(?:[Aa]ll|[Ee]verything|[Tt]he (?:only|last|one|first) thing) (?:that )?(?P<owner>{_WHOM}){_MARK}(?:really |ever |has ever |have ever |had ever |has always |had always |ever really )?(?P<cue>{_WANTS})(?= (?:is|was)\b)"), True),
    (re.compile(rf"(?:\b(?:is|was|are|were)|'s) (?:exactly |just |precisely |only |not |hardly |also )?(?:what|all|everything|nothing|something) (?:that )?(?P<owner>{_WHOM}){_MARK}(?:really |ever |also )?(?P<cue>{_WANTS})\b"), True),
    (re.compile(rf"\b(?:[Tt]he (?:last|only|first|one) thing|[Nn]othing(?: but [\w ]{{3,30}})?|[Oo]nly one thing|[Oo]ne thing|[Ll]ittle else|[Aa]nything but [\w ]{{3,30}}) (?:is |was )?(?P<cue>on) {_OWNER} minds?\b(?= (?:is|was)\b|\W*$)"), True),
    (re.compile(rf"\b[Nn]othing (?P<cue>(?:is|was|were|could be|would be) (?:further|farther) from) {_OWNER} (?:minds?|thoughts?|intentions?|plans?|wish(?:es)?)\b"), True),
    (re.compile(rf"\b(?:[Nn]othing|[Ff]ew things|[Ll]ittle|[Nn]o \w+) (?P<cue>(?:is|was|are|were|could be|would be) (?:dearer|closer|nearer|sweeter|more precious|more welcome|more important|more repugnant)) to (?P<owner>{_WHOM})(?= than\b)"), True),
    (re.compile(rf"{_OWNER} (?P<cue>(?:hearts?|eyes?|sights|minds?) (?:is|are|was|were|has been|have been|remains?|remained)(?: not|n't| never)?(?: (?:only|firmly|still|now|already|always|set|fixed|trained))* (?:on|upon|in))(?= (?!the (?:road|clock|right|wrong|way)\b)\w)"), True),
    (re.compile(r"\b[Ww]hy (?:on earth |in the world |ever |then )?(?P<cue>would|should) (?P<owner>I|we)(?= (?!be\b|have\b|know\b|not\b|need\b|think\b|care\b|mind\b|believe\b)\w)"), True),
    (re.compile(r"\b(?P<owner>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey) (?:did not|didn't|never|had not|hadn't|have not|haven't) (?:go|went|gone|come|came|join(?:ed)?|run|ran|enter(?:ed)?|stand|stood|fight|fought) [^,.;:]{3,40}? (?P<cue>to)(?= (?!the\b|an?\b|his\b|her\b|our\b|my\b|their\b|its\b)[a-z]+ \w)"), True),
    (re.compile(r"\b[Nn]othing would (?P<cue>please|suit|delight|make) (?P<owner>[\w-]+(?: [A-Z][\w-]+)?) (?:more|better|happier)\b"), True),
    (re.compile(r"\b[Ii]t (?:would |might |may )?(?P<cue>suits?|suited) (?P<owner>(?:the )?[\w-]+(?: [A-Z][\w-]+)?)(?= (?:to|that|if|well|when)\b)"), False),
    (re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?(?P<cue>{NOUNS}) of {_PHRASE.format('owner')}(?= (?:is|was|are|were|has been|remains|had been|had always been)\b)"), True),
    (re.compile(rf"\b(?P<cue>{TRIES}) by {_PHRASE.format('owner')}(?= (?:to|for|at)\b)"), True),
]  # fmt: skip
# Of these the object is who wants, unless another wish stands beside it
MOVED = [
    (re.compile(rf"\b[Ww]hat (?:really )?(?P<cue>drives|drove|moves|moved|motivates|motivated|obsesses|obsessed|interests|interested|attracts|attracted|tempts|tempted|excites|excited|preoccupies|animates|matters to|mattered to|appeals to) (?P<owner>{_WHOM})(?= (?:is|was|are)\b)"), True),
    (re.compile(rf"\b(?:is|was|are|were|not) what (?:really )?(?P<cue>drives|drove|moves|moved|motivates|motivated|obsesses|obsessed|interests|interested|attracts|attracted|tempts|excites|preoccupies|animates|matters to|mattered to) (?P<owner>{_WHOM})(?=\W*$|\s)"), True),
    (re.compile(r"(?<=[a-z] )(?:(?:hardly|scarcely|barely|little|greatly|no longer|also|only|never|does not|did not|doesn't|didn't|do not|don't) )(?P<cue>interests?|interested|tempts?|tempted|attracts?|attracted|excites?|excited|obsesses|preoccupies|appeals? to|appealed to) (?P<owner>him|her|them|me|us|[A-Z][\w-]+)\b"), True),
    (re.compile(rf"\b(?P<cue>(?:matters?|mattered) (?:little|nothing|a great deal|more|most|only|greatly|not at all|less)|(?:is|was) all (?:the same|one)|makes? (?:no|little) difference|(?:is|was) neither here nor there) to (?P<owner>{_WHOM})(?=\W*$|\s)"), True),
    (re.compile(rf"(?<=[a-z] )(?P<cue>(?:holds?|held|has|had) (?:no|little|every|great|some) (?:attractions?|appeal|charms?|terrors?|interest)) for (?P<owner>{_WHOM})(?=\W*$|\s)"), True),
    (re.compile(r"(?<=[a-z] )(?P<cue>(?:leaves?|left)) (?P<owner>him|her|them|me|us|it|[A-Z][\w-]+) (?:cold|unmoved|indifferent)\b"), True),
]  # fmt: skip
# A thing that is made for something, and whose it is: "Ferro’s letter was meant to"
MADE_FOR = re.compile(
    rf"{_OWNER} (?:[\w-]+ ){{0,4}}?(?P<cue>(?:designed|meant|intended|calculated|aimed|geared|crafted|timed|engineered|an? (?:[\w-]+ )?(?:{TRIES})) (?:to|at|for))\b"
)
# What somebody does something for
PURPOSE = re.compile(
    rf"\b(?P<cue>(?:only |solely |purely |merely |simply )?in order (?:not )?to|(?:all )?the better to|so as (?:not )?to|(?:in|as) an? (?:[\w-]+ )?(?:{TRIES}) (?:to|for|at)|with a view to|with an eye (?:to|on)|with the (?:[\w-]+ )?(?:aim|intention|goal|purpose|object|idea|hope) of"
    r"|in (?:the )?hopes? (?:of|that)|for the sake of|(?:hoping|seeking|wanting|trying|aiming|attempting|meaning|intending|planning) (?:to|for|that)|(?:determined|eager|keen|anxious|desperate|bent|intent) (?:to|on)"
    r"|(?:if |merely |solely |purely |simply |expressly |precisely |deliberately |chiefly |mainly |partly |largely |just |specifically )(?:only )?to(?= (?!be\b|have\b|a\b|an\b|the\b|his\b|her\b|their\b|its\b|say\b|those\b)[a-z]+\b)|to be (?:rid|shot|shut|quit|free) of|to (?:rid|free) (?:himself|herself|itself|themselves) of"
    r"|to (?:spite|appease|placate|mollify|woo|curry favou?r with|get even with|get back at|get rid of|save face|buy time|gain time|play for time|win time|outlast|outwait|press for|push for|put pressure on|press [\w’'-]+ (?:to|for))"
    r"|out of (?:pure |sheer |mere |simple |plain )?(?:spite|malice|vanity|ambition|greed|envy|jealousy|self-interest|revenge|pride|cowardice|loyalty|pity|charity)|for (?:his|her|its|their) own (?:ends|sake|purposes|gain|glory|advantage|benefit|career|good)|for (?:party |purely )?(?:political|electoral|partisan|personal|private) (?:gain|advantage|ends|purposes|profit)"
    r"|with (?:no|little|every|scant|hardly any) (?:[\w-]+ )?(?:appetite|intention|wish|desire|thought|hope) (?:of|to|for)|so that(?= (?:[\w’'-]+ ){1,5}?(?:may|might|can|could|need|should|will|would|won[’']t)\b))"
    r"(?!\w)"
)
# What cannot be the subject of a wish, and what a question or a relative clause has in its place
_NO_SUBJECT = listed(
    "having being who which that what there it's to and or but not than as this whoever"
)
_ADVERBS = listed("long ever already even both")
_SELF = listed("himself herself itself themselves myself ourselves alone too")
# "never stopped | dreaming of", "kept | pushing for"
_PHASES = listed(
    "stop stops stopped cease ceases ceased quit keep keeps kept begin begins began begun start starts started continue continues"
    " continued on remain remains remained resume resumes resumed"
)
_ING = re.compile(r"[“\"‘]?\w+ing\b")
# "it is Ferro who | is after"
_CLEFT = re.compile(
    r"[“\"]?(?:[Ii]t|[Tt]hat|[Tt]his)(?: (?:is|was|isn[’']t|wasn[’']t|has been|had been|would be|must be|may be)|[’']s)"
    r"(?: (?:not|only|really|in fact|of course|surely|always|now|also|\w+ly))* (?P<who>[^,;:“”\"]{1,60}?),? (?:who|that)"
)
_BETWEEN = ' \t“"‘'  # a quotation may begin between a subject and its verb
_NO_HEAD = listed("the a an his her its their our my your no every")
_INSIDE = listed(
    "of in on at from with by for against near behind under over along around beside to"
)
_SOME_OF = listed(
    "nobody none one some many most all few several two three both each neither either half everybody everyone anyone anybody somebody"
    " someone those any much part plenty more others"
)
_LEADING_TO = listed("seem seems seemed appear appears appeared have has had going got said")
_BEFORE = re.compile(
    r"(?:\b(?:is|was|are|were|not|exactly|just|precisely|only|also)|'s) (?:what|all|everything|nothing|anything|something)\s+$"
    r"|^[“\"']?(?:it|that) (?:is|was|isn't|wasn't)\b[^,;:]{2,60}$",
    re.I,
)
_COPULAS = ("is ", "was ", "are ", "were ", "'s ")
_CONTRACTED = re.compile(r"^(\w+)('(?:s|re|m|d|ll|ve))$")
_APPOSITION = re.compile(r"[“\"]?(?P<who>[^,;:“”\"]{2,60}), [^;:“”\"]{2,160},\s*$")


_CLASS = re.compile(
    r"(?<![A-Za-z])(IS|OWN|SELF|SOME|HOW|BE|HAVE|WILL|WONT|WOULD|PRESSED)(?![A-Za-z])"
)
_GROUP = re.compile(r"(?<!\\)\((?!\?)")


def spelt(line: str) -> str:
    """A line of `ways` as a pattern.

    >>> spelt("yearn~ (for|after)")
    '(?:yearn|yearns|yearned|yearning) (?:for|after)'
    """
    classes = ways.WORDS | {"PRESSED": f"({ways.PRESSED})"}
    while _CLASS.search(line):
        line = _CLASS.sub(lambda name: classes[name[1]], line)
    line = re.sub(r"(\w+)~", lambda verb: f"({'|'.join(forms(verb[1]))})", line)
    return _GROUP.sub("(?:", line)


@cache
def _ways() -> re.Pattern[str]:
    sure, alone, likely = (
        "|".join(spelt(line) for line in table.strip().splitlines())
        for table in (ways.SURE, ways.ALONE, ways.LIKELY)
    )
    return re.compile(
        rf"(?:(?<![\w-])|(?=')(?<=\w))(?:(?P<alone>{alone})|(?P<sure>{sure})|(?P<likely>{likely})|(?<=\bI )(?P<first>{_FIRST})|(?<=\b[Ww]e )(?P<firsts>{_FIRST})|(?<=\bI)(?P<short>'ll)|(?<=\b[Ww]e)(?P<shorts>'ll))(?!\w)"
    )


@cache
def _parted() -> list[re.Pattern[str]]:
    return [
        re.compile(
            rf"(?<![\w-])(?P<cue>{spelt(head)})(?: [\w'-]+){{1,7}}? [“\"‘]?(?P<tail>{spelt(tail)})(?!\w)"
        )
        for head, tail in ways.PARTED
    ]


@lru_cache(
    maxsize=512
)  # a clause is asked about for its chain, and again for what it may show of an aim
def found(words: str) -> tuple[tuple[Attribution, bool], ...]:
    """Who is said to want something in a clause, with the words that say so, and whether they are sure to.

    A clause that opens with such words and has no subject gives the source ().
    """
    plain = words.replace("’", "'").replace("‘", "'")
    every: list[tuple[Attribution, bool]] = []
    held = nesting.words_of(words, 0, len(words))
    for match in _ways().finditer(plain):
        source, start = _subject(words, held, match.start())
        last = match.end() >= len(words.rstrip(' .,!?”"'))
        if source is None or (last and match["sure"] and not _what(plain, source, start)):
            continue
        if last and not (match["sure"] or match["alone"] or match["likely"]):
            continue  # "I will."
        cue = (start, match.end())
        one = Attribution((source,) if source else (), (cue,), ((match.end(), len(words)),))
        every.append((one, bool(match["sure"] or match["alone"])))
    for pattern in _parted():
        for match in pattern.finditer(plain):
            source, start = _subject(words, held, match.start())
            if source:
                cues = ((start, match.end("cue")), match.span("tail"))
                every.append(
                    (Attribution((source,), cues, ((match.end("cue"), len(words)),)), True)
                )
    every += _headline(words)
    every += _owned([*OWNED, (MADE_FOR, True)], plain)
    moved = _owned(MOVED, plain, ends=True)
    return (*sorted(every, key=lambda way: way[0].cue), *moved)


_HEADLINE = re.compile(
    r"(?P<owner>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?) (?P<cue>(?:not |still |now |dead |no longer |\w+ly )?(?:in (?:no|a) (?:hurry|rush|mood|haste)|out to|out for|set (?:on|against)|keen (?:on|to)|eager (?:to|for)|bent on|hell-bent on"
    r"|intent on|ready (?:to|for)|willing to|unwilling to|determined to|reluctant to|desperate (?:to|for)|open to|anxious to|loath to|opposed to|hungry for|impatient (?:to|for)))(?= \w)"
)


def _headline(words: str) -> list[tuple[Attribution, bool]]:
    """The wish of a headline that leaves out "is": "Mayor out to save own skin"."""
    match = None if words.rstrip().endswith((".", ",", "!", "?")) else _HEADLINE.match(words)
    if not match:
        return []
    before = clauses.tokens(words, 0, match.start("cue"))
    if clauses.main_verb(clauses.tokens(words)) or any(
        t.word in clauses.SUBORDINATORS | clauses.PREPOSITIONS | nesting.HELPERS
        or clauses.past(t.word)
        for t in before
    ):
        return []
    after = (match.end("cue"), len(words))
    return [(Attribution((match.span("owner"),), (match.span("cue"),), (after,)), True)]


def _owned(
    patterns: list[tuple[re.Pattern[str], bool]], plain: str, ends: bool = False
) -> list[tuple[Attribution, bool]]:
    """What patterns find whose groups are the owner and the cue, where something follows or `ends`."""
    every = []
    for pattern, sure in patterns:
        for match in pattern.finditer(plain):
            source, cue = match.span("owner"), match.span("cue")
            after = (max(match.end(), cue[1]), len(plain))
            if ends or plain[slice(*after)].strip() or match.group().startswith(_COPULAS):
                every.append((Attribution((source,), (cue,), (after,)), sure))
    return every


def _what(plain: str, source: Span | tuple, start: int) -> bool:
    """Whether what is wanted stands before: "that is what | she is after", "it is all | he asks for"."""
    return bool(source) and bool(_BEFORE.search(plain[: source[0] if source else start]))


def _subject(words: str, held: list[tuple[int, int, str]], cue: int) -> tuple[Span | None, int]:
    """The subject of a verb that begins at a place, and where its cue begins; None where it has none, () where the cue opens the clause."""
    at = sum(end <= cue for _, end, _ in held) - 1
    inside = next((w for w in held if w[0] < cue < w[1]), None)
    if inside:  # "I’d rather": the mark of elision begins the cue
        return (
            ((inside[0], cue), cue)
            if inside[2].lower()[: cue - inside[0]] not in _NO_SUBJECT
            else (None, cue)
        )
    begin = cue
    while at >= 0 and (
        held[at][2].lower() in nesting.HELPERS | nesting.PASSIVES | _ADVERBS
        or (held[at][2].lower().endswith("ly") and held[at][2].islower())
        or (held[at][2] in _PHASES and _ING.match(words, begin))
        or (
            (held[at][2].lower() in nesting.RAISING and words[held[at][0] : begin].endswith(" "))
            and words[begin : begin + 3] == "to "
        )
    ):
        if words[held[at][1] : begin].strip(_BETWEEN):
            break  # "who turns seventy in May, | would love"
        led = held[at - 1][2].lower() if at else ""
        if held[at][2].lower() == "to" and led not in (
            _LEADING_TO | nesting.PASSIVES | nesting.RAISING
        ):
            return None, cue  # "serves only to gain time"
        begin, at = held[at][0], at - 1
    if at < 0:
        return ((), begin)  # type: ignore[return-value]
    if held[at][2].lower() in _SELF and at and not words[held[at][1] : begin].strip(_BETWEEN):
        begin, at = held[at][0], at - 1  # "He himself | wants"
    word = held[at][2]
    if word in {"who", "that"} and (cleft := _CLEFT.fullmatch(words[: held[at][1]])):
        return cleft.span("who"), begin
    if words[held[at][1] : begin].strip(_BETWEEN):
        apposed = _APPOSITION.match(words[:begin])
        return (apposed.span("who"), begin) if apposed else (None, begin)
    if (contracted := _CONTRACTED.match(word)) and contracted[1].lower() in nesting.PRONOUNS:
        return (held[at][0], held[at][0] + len(contracted[1])), held[at][0] + len(contracted[1])
    if (
        word.lower() in _NO_SUBJECT | _NO_HEAD
        or word.lower().endswith(("'s", "s'"))
        or words[held[at][1] : begin].startswith(("’", "'"))
    ):
        return None, begin
    place = nesting.subject(held, at, words)
    if place and _within(words, held, place[0]):  # "the man in the rain | is after"
        place = (0, place[1]) if _phrase(held[: place[0]]) else None
    if place is None and at < 8:  # the clause up to here, if it holds no verb
        return ((held[0][0], held[at][1]), begin) if _bare(held[: at + 1]) else (None, begin)
    return ((held[place[0]][0], held[place[1]][1]), begin) if place else (None, begin)


def _within(words: str, held: list[tuple[int, int, str]], first: int) -> bool:
    """Whether a phrase stands after a preposition that belongs to another phrase: "a man in | the rain"."""
    return (
        first > 1
        and held[first - 1][2] in _INSIDE
        and held[first - 2][2].lower() not in _SOME_OF  # "nobody in | the cabinet"
        and not words[held[first - 1][1] : held[first][0]].strip()
        and not words[held[first - 2][1] : held[first - 1][0]].strip()
    )


def _phrase(held: list[tuple[int, int, str]]) -> bool:
    """Whether words hold no verb and open no clause: "a man", "the guests at the ball"."""
    every = [word.lower() for _, _, word in held]
    return not any(
        word in clauses.SUBORDINATORS - {"that"} | _NO_SUBJECT - {"and", "to"}
        or clauses.surely_finite(word)
        or (clauses.past(word) and every[at + 1 : at + 2] != ["by"])  # "a fund run by the bank"
        or word in nesting.HOLDING
        for at, word in enumerate(every)
    )


def _bare(held: list[tuple[int, int, str]]) -> bool:
    """Whether words may be one phrase that names somebody: no verb, nothing that opens a clause."""
    return not any(
        word.lower() in (nesting.NOT_INSIDE - {"that"}) | _NO_SUBJECT - {"and"}
        or word.endswith("ed")
        for _, _, word in held
    )
