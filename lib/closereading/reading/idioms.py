"""Ways of English to say that somebody wants something, as data: be after, hold out for, have designs on, could do with.

Written by hand, by class. What the plain verbs of wanting (`wanting`,
`nesting`) do not cover. Each way is *sure* to ascribe an aim, or *likely*: then
it takes the codebook to tell. A `~` stands for the forms of the verb before
it. Gives places in a text; who the source is, others find out.
"""

import re
from functools import cache, lru_cache

from closereading.article import Span
from closereading.attribution import Attribution, nesting
from closereading.attribution.cues import forms, listed

_OWN = r"(?:his|her|its|their|my|our|your)"
_SOME = r"(?:no|little|every|any|some|much|a|an|the|half a|a great|no great|no real|his|her|its|their|our|my) (?:[\w-]+ )?"
# Of these the subject is who wants; "|" parts them
SURE = rf"""
(?:hanker~|yearn~|long~|ache~|angle~|clamour~|clamor~|pine~|itch~|jockey~|vie~|hunger~|thirst~|lust~|fish~|agitate~|scramble~) (?:for|after|to)
(?:push|press|pushing|pressing|pushed|pressed|lobbying|lobbied|campaigning|campaigned|gunning|spoiling|rooting|shopping|pining|holding out|held out|hold out|holds out) for
(?:dream|dreams|dreamed|dreamt|dreaming) of|aspir(?:e|es|ed|ing) to|set(?:s|ting)? out to|set(?:s|ting)? {_OWN} sights on|set {_OWN} heart on
(?:means|(?<!was )(?<!is )(?<!are )(?<!were )(?<!been )(?<!be )meant) to(?! be\b)|endeavour~ to|endeavor~ to|contriv(?:e|es|ed|ing) to|conspir(?:e|es|ed|ing) to|schem(?:e|es|ed|ing) to|plot(?:s|ted|ting)? to|plotting
(?:do|does|did|doing|done) (?:{_OWN} (?:best|utmost|level best)|everything (?:\w+ ){{0,4}}?|all (?:\w+ ){{0,3}}?|anything) ?to
(?:go|goes|went|going|gone) out of {_OWN} way to|spar(?:e|es|ed|ing) no (?:effort|expense) to|stop(?:s|ped)? at nothing to|leav(?:e|es|ing) nothing undone to
(?:show|shows|showed|shown|express|expressed|expresses) {_SOME}(?:interest|appetite|desire|willingness|inclination|eagerness|readiness|wish|intention) (?:in|to|for|of)
(?:is|are|was|were|'s|'re|'m|am)(?: (?:not|only|just|merely|never|still|simply|now))* (?:asking|calling|clamouring|clamoring) for(?! trouble\b)
(?:is|are|was|were|be|been|'s|'re|'m|am|remains?|remained|stay|stays|stayed)(?: (?:not|still|fully|firmly|always|never|wholly|\w+ly))* committed to(?! (?:prison|jail|hospital|trial|memory|paper|custody|an? (?:asylum|home))\b)
(?:(?<=\b[Hh]e )|(?<=\b[Ss]he )|(?<=\b[Ii]t )(?<!hat it ))means to|(?:(?<=\bI )|(?<=\b[Ww]e )|(?<=\b[Tt]hey )(?<!hat they ))mean to
covet~|crav(?:e|es|ed|ing)|fanc(?:y|ies|ied)
(?:will|would|won't|wouldn't|shall)(?: not| never)? rest until|(?:has|have|had) (?:pinned|set) (?:{_OWN} )?(?:hopes?|heart) on|(?:make|makes|made|making) (?:it )?{_OWN} (?:goal|aim|business|ambition|priority)(?: to)?
(?:harbour~|harbor~|nurse~|nurs(?:ed|ing)|cherish~|entertain~) {_SOME}(?:wish|wishes|hope|hopes|dream|dreams|ambition|ambitions|desire|plan|plans|designs|thought|intention|intentions) (?:to|of|for|on|that)
(?:driven|moved|fired|consumed|motivated|animated) by (?:the |a |an |{_OWN} )?(?:[\w-]+ )?(?:desire|wish|hope|ambition|hunger|lust|longing|dream|thirst|need) (?:to|for|of)
(?:is|are|was|were|be|been|'s|'re|'m|am|remains?|remained) (?:\w+ )?(?:dead set against|desirous of|in search of|frantic for|avid for)|(?:(?:ma[dk]e|makes|making) up {_OWN} mind|resolve~) to
would (?:\w+ly )?(?:rather|sooner|prefer|like|love|welcome|give anything|settle for|be (?:glad|happy|delighted|content) (?:to|if|with))|'d (?:rather|sooner|like|love|prefer)
would (?:gladly|happily|willingly|just as soon)|could do with|(?:can't|cannot|can hardly|could not|couldn't|could hardly) wait (?:to|for|until)
(?:has|have|had|having) (?:long |always |never |clearly |plainly |simply |still |absolutely )?(?:had )?{_SOME}(?:wish|appetite|desire|intention|intentions|plan|plans|ambition|ambitions|stomach|hunger|thirst|inclination|craving) (?:to|of|for|that|on|in)
(?:has|have|had|having) (?:long |always )?(?:had )?(?:[\w-]+ )?designs on|(?:has|have|had|with) (?:long |always |clearly |plainly |now |firmly )?(?:had |got |set |fixed )?{_OWN} (?:own )?(?:eye|eyes|sights|heart|mind) (?:firmly |set |fixed |firmly set )?on
(?:lack|lacks|lacked) (?:the |any )?(?:will|appetite|stomach|desire|wish) (?:to|for)|(?:has|have|had) half a mind to|(?:has|have|had) (?:long )?been after
(?:is|are|was|were|be|been|'s|'re|'m|am|seems?|seemed|appears?|appeared|remains?|remained|looks?|looked|sounds?)(?P<between>(?: (?!to\b|that\b|in\b)[\w'-]+){{0,3}}?) (?:keen|eager|anxious|desperate|impatient|hungry|greedy|itching|dying|aching|burning|raring|gunning|angling|spoiling|hankering|longing|yearning|aiming|hoping|planning|trying|attempting|seeking|striving|struggling|fighting|scrambling|plotting|scheming|aspiring|pushing|pressing|campaigning|lobbying|clamouring|clamoring|agitating|vying|jockeying|fishing|praying|holding out|looking|loath|reluctant|unwilling|willing|determined|resolved|prepared|happy|content|tempted|inclined|minded|disposed|hell-bent|bent|intent|insistent|set|dead set|keen set|fixed|fixated|obsessed|sold|out|averse|opposed|in no (?:great )?(?:hurry|rush|mood)|in a (?:great )?(?:hurry|rush)|not (?:in the|in any) (?:mood|hurry)) (?:(?:to|for)(?! (?:be|have) (?:\w+ed|held|built|sold|met)\b)|on|upon|after|against|with)(?<!set to)(?<!looking after)(?<!looking on)(?<!looking for)(?<!out for)(?<!out on)(?<!out with)(?<!happy with)(?<!happy for)(?<!content with)(?<!fixed for)(?<!fixed to)(?<!opposed on)(?<!looking with)(?<!set for)(?<!set against)(?<!set with)(?<!set after)(?<!out after)
(?:is|are|was|were|be|been|'s|'re|'m|am)(?: (?:not|really|only|just|simply|still|always|never|plainly|clearly|all|now|there))* after(?! (?:all|the fact|midnight|dark|noon|dawn|dusk|lunch|dinner|that|\d|[A-Z]\w+day)\b)
(?:is|are|was|were|be|been|'s|'re|'m|am|remains?|remained)(?: (?:not|really|still|always|never|firmly|strongly|flatly|dead|all|wholly|utterly|now|\w+ly))* (?:against|opposed to|averse to|hostile to|in favou?r of|all for|for)(?= (?:a|an|the|any|his|her|its|their|selling|buying|\w+ing)\b)(?<! for)
(?:is|are|was|were|be|been|'s|'re|'m|am)(?: (?:not|really|only|just|more|less|far|much|chiefly|mainly|mostly|solely|simply|even|never|also|no longer|still|clearly|actually|very|\w+ly))* (?:interested|uninterested) in
"""
LIKELY = rf"""
(?:is|are|was|were|been|be|'s|'re|'m|am) (?:\w+ )?looking for|(?:cling|clings|clung|clinging|hold|holds|held|holding|hang|hangs|hung|hanging) on to|(?:cling|clings|clung|clinging) to
(?:is|are|was|were|been|be|'s|'re|'m|am)(?: (?:only|just|simply|merely|still|plainly|clearly|also|\w+ly))? (?:in it for|on the side of|committed to|wedded to|attached to|wary of|weary of|tired of|concerned (?:about|with|for)|worried about|keen|gearing up|preparing|working|moving|manoeuvring|maneuvering|courting|eyeing|chasing|protecting|shielding|counting on|banking on|betting on|holding out|waiting for|waiting to see|waiting|gambling on)
(?:play|plays|played|playing|stall|stalls|stalled|stalling|fight|fights|fought|fighting) (?:for|to)|stall~|dither~|(?:drag|drags|dragged|dragging) (?:{_OWN} (?:feet|heels)|out|on)
(?:bid(?:e|es|ed|ing)) {_OWN} time|(?:buy|buys|bought|buying|gain|gaining|gains) time|(?:run|runs|ran|running) (?:down )?the clock|(?:wait|waits|waited|waiting|sit|sits|sat|sitting|string|spin|spinning|stringing) (?:\w+ ){{0,3}}out|kick(?:s|ed|ing)? (?:\w+ ){{1,3}}into the long grass
(?:has|have|had|having) {_SOME}(?:interest|use|time|need|hope|hopes|reason|mind) (?:to|for|in|of|on)|see(?:s|n)? (?:no|little) (?:point|need|reason|advantage|gain|use|profit|sense) (?:in|to|for)
(?:toy|toys|toyed|toying|flirt|flirts|flirted|flirting) with|(?:mull|mulls|mulled|mulling|contemplat(?:e|es|ed|ing)|weigh|weighs|weighed|weighing)(?= (?:a|an|the|his|her|its|their|\w+ing)\b)|(?:balk|balks|balked|baulk|baulks|baulked|recoil|recoils|recoiled) (?:at|from)|(?:shrink|shrinks|shrank|shrinking) from|look(?:s|ed|ing)? forward to
(?:turn(?:s|ed)? up {_OWN} nose at)|(?:lose|loses|lost|losing) interest in|(?:give|gives|gave|given|giving) up on|(?:tire|tires|tired|grown tired) of|would (?:not |n't )?(?:\w+ )?mind|(?:pursu(?:e|es|ed|ing))(?= (?:a|an|the|his|her|its|their)\b)|(?:opt|opts|opted|choose|chooses|chose|chosen|vote|votes|voted) to
(?:stand|stands|stood) (?:to gain|for|against|by)|cares? (?:only|more|most|nothing|little|less|deeply|\w+ly)?(?: more)? ?(?:about|for)|put(?:s|ting)? (?:\w+ ){{1,3}}(?:first|before)|(?:eye|eyes|eyed|court|courts|courted|chase|chases|chased|champion~|resist~|shun|shuns|shunned|back|backs|backed)(?= (?:a|an|the|his|her|its|their|any|every)\b)
(?:work|works|worked|working|move|moves|moved|moving|act|acts|acted|acting) to(?! rule)|(?:go|goes|went|going) for(?= (?:a|an|the)\b)|(?<!\b[Ww]e don't )(?<!\bI don't )(?<!\b[Ww]e do not )(?<!\bI do not )(?:need|needs|needed)
"""
_FIRST = r"(?:will|shall|'ll|are going to|am going to|won't|shan't|are never going to|would)(?: not| never)?"
# Of these the owner is who wants: "Ferro’s plan", "the aim of the union", "an attempt by Ferro"
NOUNS = (
    "aim|aims|goal|goals|objective|objectives|object|ambition|ambitions|desire|desires|wish|wishes|hope|hopes|plan|plans|intention|intentions|intent"
    "|dream|dreams|purpose|priority|motive|motives|interest|interests|design|designs|scheme|schemes|quest|hunger|thirst|appetite|craving|longing|yearning"
    "|eagerness|readiness|willingness|unwillingness|reluctance|refusal|determination|resolve|concern|demand|demands|insistence|request|call|agenda|endgame|game|preference|strategy"
)
TRIES = "attempt|attempts|bid|effort|efforts|push|drive|ploy|plot|scheme|tactic|manoeuvre|maneuver|stunt|pretext|excuse|trick|move|gambit|grab|campaign|fight|struggle|strategy"
_OWNER = r"(?P<owner>(?:(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){0,3}?|\b(?:[A-Z][\w-]+ ){0,3})[\w-]+(?:'s|s')|\b[Hh]is|\b[Hh]er|\b[Ii]ts|\b[Tt]heir|\b[Mm]y|\b[Oo]ur)"
_PHRASE = r"(?P<{}>(?:(?:the|an?|his|her|its|their) )?[\w-]+(?: (?!to\b|for\b|at\b|is\b|was\b|are\b|were\b|and\b|in\b|on\b|has\b|had\b)[\w-]+){{0,3}})"
OWNED = [
    (re.compile(rf"{_OWNER} (?:[\w-]+ ){{0,2}}?(?P<cue>{NOUNS}|{TRIES})(?= (?:is|was|are|were|has been|remains|had been|had always been)\b)"), True),
    (re.compile(rf"{_OWNER} (?:[\w-]+ ){{0,2}}?(?P<cue>{NOUNS}|{TRIES})(?= (?:to|of|for|in|that|at)\b)"), False),
    (re.compile(r"\b(?:[Aa]ll|[Ee]verything|[Tt]he (?:only|last|one|first) thing) (?:that )?(?P<owner>[\w-]+(?: [A-Z][\w-]+)?) (?:really |ever )?(?P<cue>asks?(?: for)?|asked(?: for)?|needs?|needed|cares? about|cared about|seeks?|sought|dreams? of|hopes? for|hoped for|is after|are after|was after)(?= (?:is|was)\b)"), True),
    (re.compile(r"\b(?P<owner>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey) (?:did not|didn't|never|had not|hadn't|have not|haven't) (?:go|went|gone|come|came|join(?:ed)?|run|ran|enter(?:ed)?|stand|stood|fight|fought) [^,.;:]{3,40}? (?P<cue>to)(?= (?!the\b|an?\b|his\b|her\b|our\b|my\b|their\b|its\b)[a-z]+ \w)"), True),
    (re.compile(r"\b[Nn]othing would (?P<cue>please|suit|delight|make) (?P<owner>[\w-]+(?: [A-Z][\w-]+)?) (?:more|better|happier)\b"), True),
    (re.compile(r"\b[Ii]t (?:would |might |may )?(?P<cue>suits?|suited) (?P<owner>(?:the )?[\w-]+(?: [A-Z][\w-]+)?)(?= (?:to|that|if|well|when)\b)"), False),
    (re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?(?P<cue>{NOUNS}) of {_PHRASE.format('owner')}(?= (?:is|was|are|were|has been|remains|had been|had always been)\b)"), True),
    (re.compile(rf"\b(?P<cue>{TRIES}) by {_PHRASE.format('owner')}(?= (?:to|for|at)\b)"), True),
]  # fmt: skip
# A thing that is made for something, and whose it is: "Ferro’s letter was meant to"
MADE_FOR = re.compile(
    rf"{_OWNER} (?:[\w-]+ ){{0,4}}?(?P<cue>(?:designed|meant|intended|calculated|aimed|geared|crafted|timed|engineered|an? (?:[\w-]+ )?(?:{TRIES})) (?:to|at|for))\b"
)
# What somebody does something for
PURPOSE = re.compile(
    rf"\b(?P<cue>in order to|so as (?:not )?to|(?:in|as) an? (?:[\w-]+ )?(?:{TRIES}) (?:to|for|at)|with a view to|with the (?:[\w-]+ )?(?:aim|intention|goal|purpose|object|idea|hope) of"
    r"|in (?:the )?hopes? (?:of|that)|for the sake of|(?:hoping|seeking|wanting|trying|aiming|attempting|meaning|intending|planning) (?:to|for|that)|(?:determined|eager|keen|anxious|desperate|bent|intent) (?:to|on))\b"
)
# What cannot be the subject of a wish, and what a question or a relative clause has in its place
_NO_SUBJECT = listed("who which that what there it's to and or but not than as this whoever")
_ADVERBS = listed("long ever already even both")
_LEADING_TO = listed("seem seems seemed appear appears appeared have has had going got said")
_CONTRACTED = re.compile(r"^(\w+)('(?:s|re|m|d|ll|ve))$")
_APPOSITION = re.compile(r"[“\"]?(?P<who>[^,;:“”\"]{2,60}), [^;:“”\"]{2,160},\s*$")


def _spelt(line: str) -> str:
    return re.sub(r"(\w+)~", lambda verb: f"(?:{'|'.join(forms(verb[1]))})", line)


@cache
def _ways() -> re.Pattern[str]:
    sure, likely = (
        "|".join(_spelt(line) for line in table.strip().splitlines()) for table in (SURE, LIKELY)
    )
    return re.compile(
        rf"(?:(?<![\w-])|(?=')(?<=\w))(?:(?P<sure>{sure})|(?P<likely>{likely})|(?<=\bI )(?P<first>{_FIRST})|(?<=\b[Ww]e )(?P<firsts>{_FIRST})|(?<=\bI)(?P<short>'ll)|(?<=\b[Ww]e)(?P<shorts>'ll))(?!\w)"
    )


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
        if source is None or (not match["likely"] and match.end() >= len(words.rstrip(' .,”"'))):
            continue
        cue = (start, match.end())
        one = Attribution((source,) if source else (), (cue,), ((match.end(), len(words)),))
        every.append((one, bool(match["sure"])))
    for pattern, sure in [*OWNED, (MADE_FOR, True)]:
        for match in pattern.finditer(plain):
            source, cue = match.span("owner"), match.span("cue")
            after = (max(match.end(), cue[1]), len(words))
            if words[slice(*after)].strip():
                every.append((Attribution((source,), (cue,), (after,)), sure))
    return tuple(sorted(every, key=lambda way: way[0].cue))


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
    ):
        if words[held[at][1] : begin].strip():
            return None, cue
        led = held[at - 1][2].lower() if at else ""
        if held[at][2].lower() == "to" and led not in _LEADING_TO | nesting.PASSIVES:
            return None, cue  # "serves only to gain time"
        begin, at = held[at][0], at - 1
    if at < 0:
        return ((), begin)  # type: ignore[return-value]
    word = held[at][2]
    if words[held[at][1] : begin].strip(" \t"):
        apposed = _APPOSITION.match(words[:begin])
        return (apposed.span("who"), begin) if apposed else (None, begin)
    if (contracted := _CONTRACTED.match(word)) and contracted[1].lower() in nesting.PRONOUNS:
        return (held[at][0], held[at][0] + len(contracted[1])), held[at][0] + len(contracted[1])
    if (
        word.lower() in _NO_SUBJECT
        or word.lower().endswith(("'s", "s'"))
        or words[held[at][1] : begin].startswith(("’", "'"))
    ):
        return None, begin
    place = nesting.subject(held, at, words)
    if place is None and at < 8:  # the clause up to here, if it holds no verb
        return ((held[0][0], held[at][1]), begin) if _bare(held[: at + 1]) else (None, begin)
    return ((held[place[0]][0], held[place[1]][1]), begin) if place else (None, begin)


def _bare(held: list[tuple[int, int, str]]) -> bool:
    """Whether words may be one phrase that names somebody: no verb, nothing that opens a clause."""
    return not any(
        word.lower() in (nesting.NOT_INSIDE - {"that"}) | _NO_SUBJECT - {"and"}
        or word.endswith("ed")
        for _, _, word in held
    )
