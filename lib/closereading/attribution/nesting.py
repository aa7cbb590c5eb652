"""Attributions inside the content of another: "Trump said [he thinks [Putin wants peace]]".

PolNeAR marks only the outermost attribution, so no figure of PolNeAR's speaks
of these. Two ways are tried, in order. The learned engine reads the content by
itself, as if the article said it: what was nested is then outermost. Where it
finds nothing, a pattern does: a subject, a verb of saying, believing or
wanting (or a noun: "his belief that"), and what follows to the end of the
clause. The engine is asked only of contents that hold such a word. Knows
nothing of who the holders are.
"""

import re
from dataclasses import replace

from .cues import listed
from .spans import Attribution, Span, tidy

DEPTH = 4  # "A said B thinks C wants D to hope": deeper chains are nobody's prose

# Finite verbs whose subject is said to hold or say what follows; by hand.
HOLDING = listed(
    "wants wanted want thinks thought think believes believed believe hopes hoped hope wishes wished wish fears feared fear"
    " expects expected expect intends intended intend plans planned plan seeks sought seek needs needed need knows knew know"
    " feels felt feel doubts doubted doubt says said say claims claimed claim denies denied deny insists insisted insist"
    " argues argued argue admits admitted admit suggests suggested suspects suspected suspect assumes assumed demands demanded"
    " refuses refused refuse promises promised prefers preferred prefer desires desired aims aimed tries tried trying seeking"
    " told tells vows vowed vow pledges pledged pledge threatens threatened urges urged rejects rejected reject opposes opposed"
    " likes liked loves loved hates hated craves craved longs longed yearns yearned declines declined declared declares"
    " determined willing ready convinced afraid eager unwilling reluctant happy keen prepared desperate bent intent"
    " thinking hoping believing fearing wanting planning intending aiming wishing demanding refusing holding asked asks called calls"
    " maintains maintained maintain contends contended warns warned holds held after rather"
    " answered answers replied replies responded retorted stated states acknowledged acknowledges conceded concedes confirmed confirms"
    " announced announces concluded concludes explained explains noted notes added wrote complained reckons reckoned asserted asserts"
)
# Of these, the words that hold something only after a form of "be": is ready to, is trying to
AFTER_BE = listed(
    "determined willing ready convinced afraid eager unwilling reluctant happy keen prepared desperate bent intent trying seeking"
    " thinking hoping believing fearing wanting planning intending aiming wishing demanding refusing holding after"
)
# and those that are nouns as often: what follows has to show that they are verbs
NOUNS_TOO = listed(
    "aims plans plan hopes hope fears fear claims claim needs need demands demand promises doubts doubt desires wishes wish vow"
    " pledge calls likes loves"
)
AFTER_A_VERB = listed(
    "to that the a an he she it they we his her its their this these those nothing everything more no peace war for in"
)
# Nouns that hold what follows with "that"; with "to" or "of" the lower line's.
THAT_NOUNS = listed(
    "view views belief claim assertion contention argument opinion suggestion conviction suspicion statement warning promise"
    " pledge vow demand hope fear insistence allegation accusation notion feeling impression theory assessment verdict idea"
)
AIM_NOUNS = listed(
    "aim aims goal goals ambition ambitions desire wish hope hopes plan plans intention intentions dream dreams objective"
    " objectives demand demands push bid quest drive effort efforts attempt attempts refusal determination willingness priority"
    " readiness eagerness appetite longing purpose"
)
# Words that may stand between a subject and its verb and belong to the cue.
HELPERS = listed(
    "really truly actually simply also still always never only just now already merely probably genuinely clearly certainly"
    " does do did doesn't don't didn't not no longer may might must could would will has have had is are was were isn't aren't"
    " wasn't been be like to can can't cannot won't wouldn't weren't repeatedly openly"
)
ONLY_THAT = listed(
    "answered answers replied replies responded retorted stated states acknowledged acknowledges conceded concedes confirmed confirms"
    " announced announces concluded concludes explained explains noted notes added wrote complained reckons reckoned asserted asserts"
)
# Before "to": "seems to want", "had come to want"
RAISING = listed(
    "seem seems seemed seeming appear appears appeared come comes came grown grew begun began begins start starts started"
    " continue continues continued learned learnt used tend tends tended likely unlikely sure certain bound happen happens happened"
)
STRANDED = listed("for to of on with after at")  # "all they could hope for"
# "is believed to want"
PASSIVES = listed("believed said thought known reported understood rumoured rumored alleged")
BE = listed("is are was were be been isn't aren't wasn't weren't seems seemed remains remained am")
PRONOUNS = listed(
    "he she it they we i you who nobody everyone everybody someone somebody people voters officials critics analysts experts"
    " supporters many some most others"
)
DETERMINERS = listed(
    "the a an his her its their our my your this that these those some many most no both"
)
LINKS = listed("of the and de von van al bin")  # small words inside a name
NOT_NAMES = listed(
    "if when because but and so that while although though as what how why whether for in on at to after before since until"
    " higher or nor yet despite with from by where which"
)
# No words within "the former prime minister"
NOT_INSIDE = (
    NOT_NAMES - {"and"} | HELPERS | HOLDING | listed("because who into about against under over")
)
_WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|[^\W_]")
_CLAUSE_END = re.compile(r"[.;!?\n](?=[\s”\"’]|$)|[.;!?\n]?$")
_ACCORDING = re.compile(r"[Aa]ccording to (?P<source>[^,.;\n]{1,200}), (?P<content>[^.;!?\n]+)")
# "the board, which met on Monday, | wants"
_APART = re.compile(r"(?P<who>[^,;:“”\".]{2,60}),\s[^;:“”\".]{2,160},\s+")
_LEADING = re.compile(r"(?:that|whether|if|because|how|why)\s+", re.I)
_TOLD = re.compile(  # told her that, told the council he
    r"\s+(?:(?:the|a|an|his|her|its|their)\s+)?[\w’'-]+(?:\s[A-Z][\w’'-]*){0,3}\s+(?=(?:that|he|she|it|they|we|I)\b)"
)
_WHAT = re.compile(r"\bwhat$", re.I)
_IS_WHAT = re.compile(r"\s(?:is|was)\s+(?:exactly |just )?what\s+$", re.I)
_IS = re.compile(r",?(?:\s[\w\s]{1,30},)?\s+(?:is|was)\b")


def words_of(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Words with their places; apostrophes straight."""
    return [
        (m.start(), m.end(), m.group().replace("’", "'")) for m in _WORD.finditer(text, start, end)
    ]


def subject(words: list[tuple[int, int, str]], at: int, text: str) -> tuple[int, int] | None:
    """First and last word of the subject that ends with word `at`, or None."""

    def near(i):  # nothing but spaces between word i and the next
        return text[words[i][1] : words[i + 1][0]].lstrip("’'").isspace()

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
        outside = ""  # "the mayor of Sund": the name is no subject by itself
        while first < at and words[first][2].lower() in (LINKS - {"the"}) | NOT_NAMES:
            outside, first = words[first][2], first + 1
        if not outside and first and near(first - 1):
            outside = words[first - 1][2]
        if outside in {"of", "in", "at", "from", "for", "with", "by", "against", "on", "to"}:
            heads = range(first - 1, max(-1, first - 7), -1)
            for head in heads if outside in {"of", "at", "in", "from"} else ():
                if not near(head):
                    break
                if words[head][2].lower() in DETERMINERS:
                    return head, at
            return (first, at) if outside in {"at", "in", "on", "for"} and first < 2 else None
        if words[at][2].lower() in NOT_NAMES | DETERMINERS:
            return None
        if (
            first
            and near(first - 1)
            and words[first - 1][2].lower() in DETERMINERS - {"that", "this"}
        ):
            first -= 1
        elif first < at and words[first][2] == "the" and words[first][2].lower() not in DETERMINERS:
            first += 1
        if words[first][2].lower() in NOT_NAMES:
            return None
        if (
            first > 1
            and near(first - 1)
            and words[first - 1][2] in {"and", "nor", "or"}
            and near(first - 2)
        ):
            other = subject(words, first - 2, text)  # "Marsh and Ferro want"
            first = other[0] if other else first
        return first, at
    owned = None
    for back in range(1, 6):  # "the former prime minister"
        if at - back < 0 or not near(at - back):
            return owned
        word = words[at - back][2].lower()
        if word in DETERMINERS:
            return at - back, at
        if word in NOT_INSIDE:
            return owned
        if word.endswith("'s"):
            owned = at - back, at
    return owned


def _by_verb(text: str, words: list, verb: int, end: int) -> Attribution | None:
    """The attribution of one verb of HOLDING, if it has a subject and holds something."""
    word = words[verb][2].lower()
    first = verb
    while first > 1 and (
        words[first - 1][2].lower() in HELPERS
        or (words[first][2].lower() == "to" and words[first - 1][2].lower() in RAISING)
        or (
            words[first - 1][2].lower() in PASSIVES
            and words[first][2].lower() == "to"
            and words[first - 2][2].lower() in HELPERS | BE
        )
    ):
        first -= 1
    if word in AFTER_BE and not any(w[2].lower() in BE for w in words[first:verb]):
        return None
    following = words[verb + 1][2] if verb + 1 < len(words) else ""
    if word in ONLY_THAT and following.lower() not in {"that", "he", "she", "they", "it", "there"}:
        return None
    if word == "want" and following.lower() == "of":
        return None  # "for want of nerve"
    if word == "rather" and words[verb - 1][2].lower() not in {"would", "'d"}:
        return None
    if word in PASSIVES and following == "to" and words[verb - 1][2].lower() in BE | HELPERS:
        return None
    if word == "after" and (
        words[verb - 1][2].lower() not in BE
        or words[verb - 2][2].lower() in {"it", "this", "that"}
        or re.fullmatch(r"\d.*|midnight|dark|noon|dawn|dusk|lunch|dinner|[A-Z]\w+day", following)
    ):
        return None
    if word in {
        "hold",
        "holds",
        "held",
        "holding",
        "called",
        "calls",
        "warns",
        "warned",
    } and following.lower() not in {"that", "for"}:
        return None
    if (
        word in NOUNS_TOO
        and first == verb
        and words[verb - 1][2].lower() not in PRONOUNS
        and not (following.lower() in AFTER_A_VERB or following[:1].isupper())
    ):
        return None
    if word in {
        "tries",
        "tried",
        "trying",
        "needs",
        "needed",
        "need",
    } and following.lower() not in {"to", "for"}:
        return None
    source = _source(text, words, first)
    if not source:
        return None
    cue = (words[first][0], words[verb][1])
    cut = _CLAUSE_END.search(text, words[verb][1], end)
    told = (
        _TOLD.match(text, words[verb][1], end)
        if word in {"told", "tells", "tell", "asked"}
        else None
    )
    content = (told.end() if told else words[verb][1], cut.start() if cut else end)
    if _WHAT.search(text, max(words[0][0], source[0] - 8), max(words[0][0], source[0] - 1)):
        told = _IS.match(text, content[0], content[1])  # "What she wants is ..."
        before = _IS_WHAT.search(text, words[0][0], source[0])
        if told:
            content = (told.end(), content[1])
        elif before and not re.search(r"\w", text[slice(*content)]):  # "delay is what she wants"
            content = (words[0][0], before.start())
        else:
            return None
    held_words = re.findall(r"\w+", text[slice(*content)])
    if not held_words or (len(held_words) == 1 and held_words[0] in STRANDED):
        return None
    return Attribution(tidy(text, [source]), tidy(text, [cue]), tidy(text, [content]))


def _source(text: str, words: list, verb: int) -> Span | None:
    """The subject of the verb group that begins with word `verb`: right before it, or before what stands between commas."""
    if not text[words[verb - 1][1] : words[verb][0]].strip(' \t“"‘'):
        held = subject(words, verb - 1, text)
        return (words[held[0]][0], words[held[1]][1]) if held else None
    apart = _APART.fullmatch(text, words[0][0], words[verb][0])
    if not apart:
        return None
    who = [w[2].lower() for w in words if w[1] <= apart.end("who")]
    held = subject(words, len(who) - 1, text)
    plain = not set(who) & (NOT_INSIDE - {"into", "about"}) and who[0] not in LINKS - {"the"}
    if not plain or (held and held[0] > 0):
        return None
    return apart.span("who")


def _by_noun(text: str, words: list, noun: int, end: int) -> Attribution | None:
    """The attribution of one noun: "her claim that ...", "Ferro's goal is to ..."."""
    word = words[noun][2].lower()
    holder = noun - 1
    while (
        holder >= 0
        and noun - holder < 4
        and not (
            words[holder][2].lower() in {"his", "her", "their", "its", "my", "our", "your"}
            or words[holder][2].lower().endswith(("'s", "s'"))
            or text[words[holder][1] : words[holder][1] + 1] in {"’", "'"}
        )
    ):
        if words[holder][2].lower() in NOT_INSIDE | DETERMINERS:
            return None
        holder -= 1
    if holder < 0 or noun - holder >= 4:
        return None
    following = [w[2].lower() for w in words[noun + 1 : noun + 3]]
    if not following:
        return None
    if following[0] in ({"that"} if word in THAT_NOUNS else set()) | (
        {"to", "of", "for"} if word in AIM_NOUNS else set()
    ):
        begin = words[noun + 1][0]
    elif word in AIM_NOUNS and following[0] in {"is", "was", "are", "were", "remains", "has"}:
        begin = words[noun + 1][1]
    else:
        return None
    first = holder
    if words[holder][2].lower().endswith(("'s", "s'")) or words[holder][2][-1] != "'":
        named = (
            subject(words, holder, text) if words[holder][2].lower() not in DETERMINERS else None
        )
        first = named[0] if named else holder
    cut = _CLAUSE_END.search(text, begin, end)
    content = (begin, cut.start() if cut else end)
    if not re.search(r"\w", text[slice(*content)]):
        return None
    return Attribution(
        tidy(text, [(words[first][0], words[holder][1])]),
        tidy(text, [words[noun][:2]]),
        tidy(text, [content]),
    )


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
    words = words_of(text, start, end)
    for at in range(1, len(words)):
        word = words[at][2].lower()
        found = None
        if word in HOLDING:
            found = _by_verb(text, words, at, end)
        if not found and word in THAT_NOUNS | AIM_NOUNS:
            found = _by_noun(text, words, at, end)
        if found:
            return [found]
    return []


_TRIGGER = HOLDING | THAT_NOUNS | AIM_NOUNS | {"according"}


def may_hold(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a word that may be a cue inside it; without one the engine is not asked."""
    return any(m.group().lower() in _TRIGGER for m in _WORD.finditer(text, start, end))


def shifted(found: list[Attribution], by: int) -> list[Attribution]:
    """Attributions of a part, in the offsets of the whole."""

    def moved(spans):
        return tuple((s + by, e + by) for s, e in spans)

    return [
        replace(a, source=moved(a.source), cue=moved(a.cue), content=moved(a.content))
        for a in found
    ]


def inside(text: str, span: Span) -> list[Attribution]:
    """The outermost attributions within a span, by the learned engine, else the first one by pattern.

    A confidence is the engine's, fitted on attributions of whole articles: how
    often it is right of inner ones was not measured. What a pattern found has none.
    """
    from .linker import learned  # at call time: the pattern alone needs no model

    start, end = span
    if not may_hold(text, start, end):
        return []
    found = [
        a
        for a in shifted(learned(text[start:end]), start)
        if a.source and sum(e - s for s, e in a.content) < end - start - 2
    ]
    return found or by_pattern(text, span)


def nested(text: str, attribution: Attribution, depth: int = DEPTH) -> list[Attribution]:
    """The attributions inside the content of `attribution`, and inside theirs, each before those it holds.

    Every span lies in the content it was found in.
    """
    if depth == 0:
        return []
    found: list[Attribution] = []
    for start, end in attribution.content:
        lead = _LEADING.match(text, start, end)
        for one in inside(text, (lead.end() if lead else start, end)):
            found.append(one)
            found += nested(text, one, depth - 1)
    return found
