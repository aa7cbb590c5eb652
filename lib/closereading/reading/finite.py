"""Which words of a stretch are its finite verbs: the word itself and those beside it decide.

There is no parser behind it. "Sure" is what is finite wherever it stands, or
beside these words; a `weak` reading also takes what may be a noun or a
participle as well, for where a verb is missing. Knows nothing of joints.
"""

import re
from functools import cache
from typing import NamedTuple

from closereading.attribution.cues import lexicon, listed
from closereading.reading import verbs

# Finite whatever stands around them. By hand, as all lists here.
AUXILIARIES = listed(
    "am is are was were has have had do does did will would can could may might must should shall cannot ought"
)
MODALS = listed("will would can could may might must should shall cannot")
BE_HAVE = listed("am is are was were be been being has have had having get gets got")
PASTS, MIXED_PASTS = (
    verbs.PASTS,
    verbs.MIXED_PASTS - verbs.UNCHANGING
    | listed("cut hit put quit read set shut split spread used owed died lied tied vied axed eyed"),
)
NO_PASTS = listed(
    "need indeed hundred speed seed feed weed greed breed deed creed wicked sacred naked bed red shed embed"
)
# Third persons that are plural nouns as often
NOUNS_TOO = listed(
    "claims plans hopes fears needs aims reports demands promises doubts wishes views offers notes states questions calls"
    " answers requests orders estimates projects rules signals desires supports loves likes"
    " remarks threats backs dreads boasts tweets posts comments cries guesses signs looks talks"
)
NOMINATIVES = listed("i he she we they")
SUBJECTS = listed(
    "it you this that these those there everyone everybody nobody someone somebody nothing everything others many some most"
)
SUBORDINATORS = listed(
    "because when whenever if unless whether although though while whereas after before since until once where wherever who whom"
    " whose which that what why how"
)
NEED_A_VERB = listed(
    "because when whenever if unless whether although though whereas where wherever who whom whose which that what why"
)
DETERMINERS = listed(
    "the a an his her its their our my your this that these those no some any many more most each every both all"
)
PREPOSITIONS = listed(
    "by in at on for from to with of into over under during through against about after before near"
)
ADVERBS = listed(
    "then also now later still never even soon often always thus therefore instead again once just only simply perhaps maybe"
    " not no longer too however eventually finally already"
)
_ASIDES = listed(
    "meanwhile however though then too indeed moreover nevertheless instead therefore still again"
)
CLITIC = re.compile(r"(?:he|she|it|that|there|i|we|you|they|who|what)'(?:s|re|ve|ll|d|m)")
WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")

_SEVERAL = listed(  # what may be the subject of a plural verb and does not end in s
    "i we you they people men women children police clergy cattle mice feet teeth many some most both few several others all"
    " these those who two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million"
    " half fishermen policemen seamen businessmen craftsmen tradesmen workmen firemen statesmen spokesmen countrymen clergymen sportsmen"
)
_COLLECTIVE = listed(  # one in form, often several in what the verb takes them for
    "staff crew family public press majority minority couple pair team side opposition leadership management audience jury"
    " cabinet committee electorate youth folk clientele entourage faction lot"
)
_ONE = listed(
    "he she it who which that nobody everybody somebody anybody one everyone someone anyone nothing everything neither each"
)
# Plurals and singulars in s that stand before a noun: "sales force"
_BEFORE_A_NOUN = listed(
    "arms sales sports goods news savings customs earnings operations communications works elections politics economics"
    " physics ethics athletics statistics rights honours lads always perhaps this thus besides afterwards towards sometimes"
    " nowadays across less unless plus minus its his yes versus as is was has does"
)
# After these a verb's base is no finite verb: "saw the workers leave"
CAUSING = listed(
    "let lets letting make makes made making see sees saw seen seeing watch watches watched watching hear hears heard hearing"
    " help helps helped helping bid bade feel feels felt"
)
_NOT_FINITE_AFTER = (
    CAUSING
    | MODALS
    | listed(
        "have has had having do does did don't doesn't didn't won't can't couldn't wouldn't shouldn't than"
    )
)
# What follows a verb with its object, and hardly ever a noun
OBJECTS = (
    DETERMINERS
    | NOMINATIVES
    | listed(
        "me him them us it you himself herself itself themselves ourselves myself nobody nothing everybody everything"
        " what how why whether that who another such him"
    )
) - {"that"}
_ARTICLES = listed("the a an his her its their our my your no")
_NOUNS_OF_POWER = listed("may will might can must")
_TO_DO = listed("wants needs hopes plans aims wishes promises threatens")


class Token(NamedTuple):
    word: str  # in small letters, with a straight apostrophe
    start: int
    end: int
    after_mark: bool  # a comma, colon, semicolon or dash stands before it
    capital: bool = False
    owning: bool = False  # an apostrophe stands after it: "workers’"


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a stretch, each with whether a mark parts it from the one before."""
    found, last = [], start
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        between = text[last : match.start()] if found else ""
        found.append(
            Token(
                match.group().lower().replace("’", "'"),
                *match.span(),
                bool(re.search(r"[,;:—–(]", between)),
                text[match.start()].isupper(),
                text[match.end() : match.end() + 2] in ("’ ", "' "),
            )
        )
        last = match.end()
    return found


@cache
def _third_persons() -> frozenset[str]:
    """Third persons that are taken for verbs wherever they stand."""
    cues = (key[0] for key in lexicon() if key[0].endswith("s") and len(key[0]) > 3)
    return (verbs.THIRDS | {word for word in cues if not word.endswith("ss")}) - NOUNS_TOO


def surely_finite(word: str) -> bool:
    """Whether a word is a finite verb whatever stands beside it."""
    return (
        word in AUXILIARIES
        or word in PASTS
        or word.endswith("n't")
        or word in _third_persons()
        or bool(CLITIC.fullmatch(word))
    )


def past(word: str) -> bool:
    """A past that may be a participle as well."""
    return word in MIXED_PASTS or (
        word.endswith("ed") and len(word) > 4 and word not in NO_PASTS and not word.endswith("eed")
    )


def _adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4) or word == "seldom"


def before(words: list[Token], at: int) -> int:
    """The place of the word before, a few adverbs between set aside; -1 where a mark parts them."""
    for _ in range(4):
        marked = at > 1 and words[at].after_mark and words[at - 1].after_mark
        if marked and words[at - 1].word in _ASIDES:  # "Ferro, meanwhile, pines"
            return at - 2
        if at == 0 or words[at].after_mark:
            return -1
        at -= 1
        if not _adverb(words[at].word):
            return at
    return -1


def several(words: list[Token], at: int) -> bool:
    """Whether a word may be the last of a plural subject."""
    word = words[at].word
    if word in _SEVERAL:
        return True
    if word in {"them", "us", "you", "which", "whom"} and at and words[at - 1].word == "of":
        return True
    return word in _COLLECTIVE or (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(("ss", "us", "is", "'s"))
        and not words[at].owning
        and word not in _BEFORE_A_NOUN
        and word not in verbs.THIRDS
    )


def _follows(words: list[Token], at: int) -> str:
    """The word after, if no mark parts them."""
    after = words[at + 1 : at + 2]
    return after[0].word if after and not after[0].after_mark else ""


def _base(words: list[Token], at: int, weak: bool) -> bool:
    """Whether a base form is finite: "the two men play draughts", not "saw the men play"."""
    subject, following = before(words, at), _follows(words, at)
    if subject < 0 or not several(words, subject) or words[at].capital:
        return False
    if following and surely_finite(following):
        return False
    for back in range(subject, max(-1, subject - 6), -1):
        if words[back].word in _NOT_FINITE_AFTER or (
            words[back].word == "to" and back >= subject - 1
        ):
            return False
        if words[back].after_mark:
            break
    word = words[at].word
    if word in verbs.OR_ADJECTIVE and word != "own":
        return following in OBJECTS
    if words[subject].word in _COLLECTIVE:
        return following in OBJECTS  # "a cabinet post"
    if word in verbs.PLAIN or words[subject].word in _SEVERAL:
        return True
    return weak or following in OBJECTS


def _third(words: list[Token], at: int, weak: bool) -> bool:
    """Whether a third person that may be a plural noun is finite: "it costs", not "the costs"."""
    place, following = before(words, at), _follows(words, at)
    if place < 0 or words[at].capital:
        return False
    subject = words[place]
    if subject.word in _ONE:
        return True
    if (
        subject.owning
        or subject.word.endswith("'s")
        or subject.word in DETERMINERS | PREPOSITIONS | BE_HAVE
        or surely_finite(subject.word)
    ):
        return False
    if following in OBJECTS or (
        following == "to" and (words[at].word in _TO_DO or (subject.capital and place > 0))
    ):
        return True
    return weak and not several(words, place) and words[at].word in verbs.THIRDS_OR_NOUNS


def finite(words: list[Token], at: int, weak: bool = False) -> bool:
    """Whether a word is a finite verb, as far as those beside it tell.

    >>> words = tokens("the two men play draughts")
    >>> [token.word for at, token in enumerate(words) if finite(words, at)]
    ['play']
    """
    token, place = words[at], before(words, at)
    word, subject = token.word, words[place].word if place >= 0 else ""
    if word in {"do", "have"} and (subject in MODALS | {"to"} or subject.endswith("n't")):
        return False
    if word == "do" and place >= 0 and not (several(words, place) or token.after_mark):
        joined = any(
            other.word in {"and", "nor", "or"} for other in words[max(0, place - 6) : place]
        )
        if not joined:
            return False  # "let winter do the rest"
    if word in _NOUNS_OF_POWER and ((token.capital and at) or subject in _ARTICLES):
        return False
    if surely_finite(word):
        return word not in verbs.THIRDS or not ((token.capital and at) or subject in _ARTICLES)
    if past(word):
        his = subject == "his" and place > 0 and words[place - 1].word == "of"
        return bool(at) and (his or subject not in DETERMINERS | BE_HAVE)
    if word in verbs.BASES and _base(words, at, weak):
        return True
    if word in verbs.UNCHANGING:
        return at > 0 and subject not in DETERMINERS | BE_HAVE and (
            weak or _follows(words, at) in OBJECTS
        )  # fmt: skip
    return (
        word.endswith("s")
        and not word.endswith("ss")
        and (word in verbs.THIRDS_OR_NOUNS or subject in _ONE)
        and _third(words, at, weak)
    )
