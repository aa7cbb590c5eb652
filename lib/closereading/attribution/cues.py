"""Words that show somebody taking a position, as data: said, claimed, believes, wants.

Each line gives a verb or a phrase its class, what it implies about the
writer's distance to what is reported, and what may follow it. The idea that
reporting verbs carry the writer's evaluation, and the groups, follow Thompson
and Ye, "Evaluation in the reporting verbs used in academic papers" (Applied
Linguistics 12, 1991), Bell, The Language of News Media (1991), and
Caldas-Coulthard, "On reporting reporting" (in Coulthard, ed., Advances in
Written Text Analysis, 1994); that a factive verb takes its complement for true
is from Kiparsky and Kiparsky, "Fact" (1970). The words themselves, and which
group each is in, are our choice.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class CueClass(StrEnum):
    """What the voice is shown to be doing."""

    SPEECH = "speech"
    ATTITUDE = "attitude"  # believes, doubts, fears
    INTENTION = "intention"  # wants, plans, hopes to


class Implication(StrEnum):
    """What the writer lets us know by choosing this cue; each has a `meaning`."""

    NEUTRAL = "neutral"
    DISTANCES = "distances"
    PRESUPPOSES = "presupposes truth"
    ASCRIBES = "ascribes a state of mind"
    ACTS = "says what the words did"

    @property
    def meaning(self) -> str:
        return MEANINGS[self]


MEANINGS = {
    Implication.NEUTRAL: "The writer passes the words on and takes no side.",
    Implication.DISTANCES: "The writer leaves it to the voice, and lets us doubt it.",
    Implication.PRESUPPOSES: "The writer takes what is reported to be true.",
    Implication.ASCRIBES: "The writer says what goes on in somebody's mind, which nobody has heard.",
    Implication.ACTS: "The writer says what the words did: urge, promise, blame.",
}


def listed(words: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(words.split())


# Verbs of saying in an aside or before "that", and elsewhere often something else: "allowed", "held"
ELSEWHERE_ELSE = listed(
    "allow own hold judge bet fancy deem trust submit record object hazard reflect ponder tease jest sigh shrug snort sniff"
    " snap bark snarl growl moan groan grouch carp wail sob gasp hiss roar thunder bellow shriek scream rant crow enthuse gush"
    " rave coo purr drawl stammer stutter splutter blurt croak intone lecture preach philosophise philosophize expound clarify"
    " stipulate interrupt rejoin pronounce forecast foresee hypothesise hypothesize postulate posit summarise summarize recap"
    " recollect narrate document"
)


@dataclass(frozen=True)
class Cue:
    """A verb or phrase in its base form."""

    lemma: str
    kind: CueClass
    implies: Implication
    takes: (
        str  # q quotation, t that- or wh-clause, z clause without that, i to-infinitive, n anything
    )


# Class, implication, what may follow: the lemmas. Where a lemma stands in several lines, the first
# says what it implies: to promise is speech before it is anything else.
LEXICON = """
speech neutral qtz: say, state, tell, tell reporters, add, explain, continue, report, respond, reply, conclude
speech neutral qtz: comment, go on to say, testify, reiterate, repeat, write, tweet, post, recount, relate
speech neutral qtz: announce, declare, predict, suggest, indicate, find, estimate
speech neutral qt: remark, mention, describe, observe, answer, ask, recall, begin, joke, quip, elaborate
speech neutral qt: note down, read, sing, chant, shout, yell, cry, murmur, whisper, tell the crowd, put it, echo
speech neutral qt: propose, recommend, imply, hint, specify, signal, caution, project, rule, decide, agree
speech neutral n: describe, call, talk about, speak of, speak about, discuss, label, dub, refer to, cite
speech neutral n: describe as, liken
speech neutral qtz: make clear, make it clear, make it known, make plain, make it plain
speech neutral qtz: confide, inform, notify, affirm, avow, aver, attest, opine, proclaim, relay, intimate, volunteer, venture
speech neutral qt: interject, mutter, mumble, muse, reminisce, prophesy, foretell
speech distances qtz: claim, allege, assert, contend, maintain, argue, insist, boast, purport, swear, profess
speech distances qtz: reckon, speculate, protest, grumble, brag, gripe, grouse, insinuate
speech distances qt: scoff, sneer, gloat, whine, demur
speech presupposes qtz: note, point out, acknowledge, admit, concede, confirm, reveal, disclose, stress
speech presupposes qtz: emphasize, emphasise, underline, underscore, highlight, confess
speech presupposes qtz: let slip, let on, let it be known, make no secret of the fact, be quick to note, rightly note
speech presupposes qtz: show
speech presupposes qtz: divulge
speech presupposes qt: remind, warn of the fact, prove, demonstrate, explain why
speech presupposes n: make no secret of, point to
speech acts qtz: warn, promise, pledge, vow, complain, deny, guarantee, assure, threaten, counter, retort
speech acts qtz: lament, reassure
speech acts qt: plead, implore
speech acts qti: urge, demand, request, order, advise, instruct, invite, encourage, tell, ask, beg
speech acts i: offer, agree, pledge, promise, vow, threaten, urge, swear
speech acts n: call for, call on, call upon, demand, urge, criticize, criticise, denounce, condemn, praise
speech acts n: blast, slam, reject, accuse, deny, defend, endorse, oppose, dismiss, mock, question, propose
speech acts n: promise, threaten, blame, hail, welcome, complain about, warn of, warn about, warn against
speech acts n: advocate, rule out, dispute, rebuke, applaud, tout
attitude ascribes qtz: think, believe, feel, suspect, fear, worry, doubt, hope, consider, expect, imagine
attitude ascribes qtz: assume, suppose, guess, wonder, wish, anticipate, be convinced, be confident, be sure
attitude ascribes qtz: conjecture, infer, deduce, theorise, theorize
attitude ascribes qtz: be certain, be afraid, be worried, be concerned, be hopeful, be aware
attitude ascribes qtz: be persuaded, be adamant, be satisfied, be resigned, presume, surmise, gather, sense, reason, calculate
attitude ascribes qt: persuade himself, persuade herself, persuade themselves, convince himself, convince herself
attitude ascribes qt: convince themselves, be of the view, be of the opinion, be under the impression, take the view
attitude presupposes qt: know, realize, realise, learn, understand, see, discover, recognize, recognise
attitude presupposes qt: remember, forget, regret, notice, hear, be glad, be proud, be sorry
attitude ascribes t: see, doubt, care, be frustrated, be angry, be disappointed, be surprised, love, hate, like
attitude ascribes n: believe in, think of, support, fear, view, regard, doubt, favor, favour, back
attitude ascribes n: be worried about, be concerned about, worry about, think about, see as, dread, expect
intention ascribes in: want, seek
intention ascribes i: hope, plan, intend, aim, wish, be determined, be eager, be ready, be willing, prefer
intention ascribes i: be reluctant, be prepared, desire, would like, expect, be unwilling, be keen
"""

IRREGULAR = {
    "be": "am is are was were been being 're 's 'm",
    "begin": "begins began begun beginning",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "forget": "forgets forgot forgotten forgetting",
    "go": "goes went gone going",
    "foretell": "foretells foretold foretelling",
    "hear": "hears heard hearing",
    "know": "knows knew known knowing",
    "let": "lets letting",
    "learn": "learns learned learnt learning",
    "make": "makes made making",
    "put": "puts putting",
    "read": "reads reading",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "signal": "signals signalled signaled signalling signaling",
    "show": "shows showed shown showing",
    "sing": "sings sang sung singing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "would": "'d",
    "write": "writes wrote written writing",
}
DOUBLING = {
    "admit",
    "beg",
    "brag",
    "demur",
    "dub",
    "plan",
    "prefer",
    "infer",
    "quip",
    "refer",
    "regret",
    "slam",
}  # admit, admitted

# What may stand between the parts of a cue: has *repeatedly* said, do*n’t* believe, *already* knows.
AUXILIARIES = listed(
    "has have had having is are was were be been being am will would shall should may might must can could do does did "
    "not never ever n't cannot can't couldn't don't doesn't didn't won't wouldn't haven't hasn't hadn't isn't aren't "
    "wasn't weren't also then now still again later even once often always just only soon already further long "
    "sometimes 've 'd 'll 's 're"
)


def forms(lemma: str) -> list[str]:
    """The base form of a verb and its inflected forms.

    >>> forms("argue")
    ['argue', 'argues', 'argued', 'arguing']
    """
    if lemma in IRREGULAR:
        return [lemma, *IRREGULAR[lemma].split()]
    if re.search(r"[^aeiou]y$", lemma):
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + ("es" if re.search(r"(s|sh|ch|x|z)$", lemma) else "s")
    stem = lemma + lemma[-1] if lemma in DOUBLING else lemma.removesuffix("e")
    return [lemma, third, stem + "ed", stem + "ing"]


@cache
def lexicon() -> dict[tuple[str, ...], tuple[Cue, ...]]:
    """Every inflected cue, word by word in small letters, with what it may be.

    >>> [cue.lemma for cue in lexicon()["pointed", "out"]]
    ['point out']
    """
    found = {("according", "to"): (Cue("according to", CueClass.SPEECH, Implication.NEUTRAL, ""),)}
    for line in LEXICON.strip().splitlines():
        head, lemmas = line.split(": ", 1)
        kind, implies, takes = head.split()
        for phrase in lemmas.split(", "):
            verb, *rest = phrase.split()
            cue = Cue(phrase, CueClass(kind), Implication[implies.upper()], takes)
            # "be sure" is found by "sure", for words may stand between: wasn’t quite sure
            for form in forms(verb) if verb != "be" else rest[:1]:
                key = (form, *rest) if verb != "be" else tuple(rest)
                found[key] = (*found.get(key, ()), cue)
    return found


@cache
def longest() -> int:
    """How many words the longest cue has."""
    return max(map(len, lexicon()))


def cues_in(words: list[str]) -> list[tuple[int, int, tuple[Cue, ...]]]:
    """The cues among words in small letters with straight apostrophes: first word, end, what it may be.

    At each place the longest wins: "made no secret of the fact", not "made no secret of".
    """
    known, most = lexicon(), longest()
    found = []
    at = 0
    while at < len(words):
        for size in range(min(most, len(words) - at), 0, -1):
            if entries := known.get(tuple(words[at : at + size])):
                found.append((at, at + size, entries))
                at += size - 1
                break
        at += 1
    return found


def implication(cue_words: str) -> Implication | None:
    """What the writer implies by a cue as it stands in the text; None if no word of it is in the lexicon.

    Auxiliaries, adverbs and addressees do not matter. Of two verbs the first
    decides, for the second is already reported by it.

    >>> implication("has repeatedly claimed").meaning
    'The writer leaves it to the voice, and lets us doubt it.'
    """
    found = cues_in(_words(cue_words))
    return found[0][2][0].implies if found else None


def cue_class(cue_words: str) -> CueClass | None:
    """Whether a cue reports speech, an attitude or an intention; None if it is not in the lexicon.

    Of two verbs the last decides: who "made no secret of the fact that he
    believes" is shown believing.
    """
    found = cues_in(_words(cue_words))
    return found[-1][2][0].kind if found else None


def _words(cue_words: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", cue_words.lower().replace("’", "'"))
