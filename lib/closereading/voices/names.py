"""The runs of capitalised words in a text that may be names.

Offices before a name ("Sarvian President") are told from it; headlines and
shouting are left out. Knows nothing of who is who.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from closereading.article import paragraphs
from closereading.voices import words as lists
from closereading.voices.phrases import singular

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_](?:\w|[’'-](?=\w)|\.(?=[A-Z]\.?))*")
GAP = re.compile(r"[ \t\u00a0]+|\.[ \t\u00a0]+|[’'] |\s&\s")
DAYS = lists.listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october november december"
)
OF_OFFICE = lists.listed(
    "state defense defence labor labour commerce energy education transportation agriculture staff"
)
OFFICE_OF = re.compile(
    rf"\b(?:secretary|minister|chief) of (?:{'|'.join(sorted(OF_OFFICE))})\s+$", re.IGNORECASE
)
ABBREVIATED = lists.listed("Co Inc Ltd Corp Jr Sr Bros Plc")  # their full stop belongs to the name
DATELINE = re.compile(r"(?:^|\n)[A-Z][A-Z’'. -]+[^\n—–]{0,40} [—–-] $")
MANY = re.compile(r"(?:an|at|er|or|ist|ino|im|ew|ic|ive|al|cr?at)s$")  # Democrats, Americans


# Adjectives that may stand before a person's name without being part of it: Old Pieter Vandel
BEFORE_A_NAME = lists.listed(
    "old young little big poor dear late former ex then veteran brave gentle honest fat tall blind kindly good lucky mad crazy wise"
    " uncle aunt auntie grandpa grandma granny cousin brother sister brother-in-law sister-in-law neighbour neighbor"
)
OF_A_PERSON = lists.listed("old young poor dear uncle aunt auntie grandpa grandma granny cousin")
POSTNOMINAL = lists.listed("QC KC SC MP MPs MEP MSP MLA TD OBE MBE CBE KBE DBE PhD MD Esq FRS RN")
# Nouns of bodies that are surnames as well: Ottilie Brand
SURNAMES = lists.listed(
    "brand house post court guard press maker store church temple chain county park force marsh board"
)


SITES = lists.listed(
    "town city village hall mill farm church chapel abbey castle palace tower gate market railway road lane station tavern inn pub"
    " hotel arms theatre theater cinema garden field port wharf yard lighthouse library school prison mine forest wood hill mountain"
    " testament order guard boy etonian master world age day"
)
ONE_OF_A_PEOPLE = re.compile(
    r"(?i:an?|another|one|every|each|any|no)\s+[“\"‘]?(?:(?:very|senior|young|old|older|former|retired|fellow|single|second|third"
    r"|leading|prominent)\s+)*[A-Z][a-z]+(?:an|ian|ese|ish|ic|iot)[”\"’']?"
)


def one_of_a_people(words: str) -> bool:
    """Whether words speak of one of a people or a party, which is nobody by name.

    >>> [one_of_a_people(words) for words in ("a very senior Corvan", "another Civic", "a weary Duncan")]
    [True, True, False]
    """
    return bool(ONE_OF_A_PEOPLE.fullmatch(words))


CALLING = re.compile(
    r"^[A-Z][a-z]+(?:er|or|ist|ian|man|woman|wright|smith|keeper|master|monger|weight|ard|eer|ant|ent)$"
)


class Chunk(NamedTuple):
    start: int  # of the name without its offices
    end: int
    words: tuple[str, ...]
    offices: tuple[str, ...]
    opening: bool  # whether it opens a sentence, so that its capital says nothing
    the: bool


def title(chunk: Chunk) -> str:
    """he or she, if a title before the name says so."""
    for office in chunk.offices:
        word = office.lower().strip(".")
        if word in lists.HE_TITLES:
            return "he"
        if word in lists.SHE_TITLES:
            return "she"
    return ""


def _given(word: str) -> str:
    """he or she, if a given name is one of the list, or its first part: Jo-Renee; both where both are."""
    for part in (word, word.split("-")[0]):
        found = [
            p for p, names in (("he", lists.HE_NAMES), ("she", lists.SHE_NAMES)) if part in names
        ]
        if found:
            return " ".join(found)
    return ""


def given_by_form(word: str) -> str:
    """she, for a given name in -a that is in no list: of somebody whom the text shows to be a person."""
    return "she" if re.fullmatch(r"[A-Z][a-z]{2,}a", word) and word not in lists.A_NAMES else ""


def kind_of(chunk: Chunk) -> str:
    """person, institution or country, as far as the name tells; "" where it does not."""
    words, name = chunk.words, " ".join(chunk.words)
    lower = [w.lower().strip(".’'") for w in words]
    if name in lists.COUNTRIES:
        return "country"
    if len(words) == 2 and lower[-1] in SURNAMES and _given(words[0]) and not chunk.the:
        return "person"
    if (
        lower[-1] in lists.INSTITUTIONS
        or (len(words) > 1 and lower[-1] in lists.INDUSTRY and not _given(words[0]))
    ) or (any(w in lists.INSTITUTIONS for w in lower) and ("of" in lower or "for" in lower)):
        return "institution"
    if "&" in words or (len(words) == 1 and len(name) > 1 and name.replace(".", "").isupper()):
        return "institution"
    if chunk.offices:
        return "person"
    if len(words) == 1 and MANY.search(name):
        return "group"
    if chunk.the and singular(lower[-1]) in lists.ROLES:  # the First Secretary
        return "person" if singular(lower[-1]) == lower[-1] else "group"
    if chunk.the:
        return "country" if lower[-1] in lists.PLACES else "institution"
    given = words[0].strip(".")
    if len(words) > 1 and (
        _given(given)
        or len(given) == 1
        or lower[-1] in ("jr", "sr")
        or any(len(w.strip(".")) == 1 for w in words[1:-1])
    ):
        return "person"
    return ""


def pronouns_of(kind: str, chunk: Chunk) -> set[str]:
    """The pronouns that a name lets expect."""
    if kind == "group":
        return {"they"}
    if kind in ("institution", "country"):
        return {"it", "they"}
    titled = title(chunk)
    if titled:
        return {titled}
    given = chunk.words[0].strip(".")
    if len(chunk.words) > 1 and kind == "person" and not _given(given) and given_by_form(given):
        return {"she"}
    if len(chunk.words) > 1 and _given(given):
        return set(_given(given).split())
    return {"he", "she"} if kind == "person" else {"he", "she", "it"}


def chunks_of(text: str, opens: set[int]) -> Iterable[Chunk]:
    """The runs of capitalised words, headlines left out; `opens`: where sentences begin."""
    for first, last in paragraphs(text):
        found = list(WORD.finditer(text, first, last))
        capitals = sum(m.group()[0].isupper() for m in found)
        if (
            len(found) > 4
            and capitals > 0.6 * len(found)
            and text[first:last].rstrip("”\"’')")[-1:] not in ".!?"
        ):
            continue
        at = 0
        while at < len(found):
            if not found[at].group()[0].isupper():
                at += 1
                continue
            run = [found[at]]
            at += 1
            while at < len(found) and _joins(text, run, found, at):
                run.append(found[at])
                at += 1
            while len(run) > 1 and not run[-1].group()[0].isupper():
                run.pop()
                at -= 1
            chunk = _chunk(text, run, found[at - len(run) - 1] if at > len(run) else None, opens)
            if chunk:
                yield chunk


def _joins(text: str, run: list, found: list, at: int) -> bool:
    """Whether a word carries on the name before it."""
    last, word = run[-1], found[at].group()
    gap = text[last.end() : found[at].start()]
    if last.group().endswith(("’s", "'s")) or not GAP.fullmatch(gap):
        return False
    if {word.lower(), last.group().lower()} & DAYS:
        return False
    if word[0].isupper() and word.lower() in lists.NO_NAME and not _given(word):
        return False
    said = last.group().lower()
    if gap.startswith(".") and said not in lists.TITLES and len(said) > 1 and "." not in said:
        return False
    if gap.startswith(("’", "'")) and not (word[0].isupper() and last.group().endswith("s")):
        return False
    if word[0].isupper():
        return True
    if at + 1 >= len(found) or not found[at + 1].group()[0].isupper():
        return False
    if not text[found[at].end() : found[at + 1].start()].isspace():
        return False
    if word in lists.PARTICLES:
        return True
    return word in ("of", "for") and any(m.group().lower() in lists.INSTITUTIONS for m in run)


def _chunk(text: str, run: list, before, opens: set[int]) -> Chunk | None:
    lead = text[max(0, run[0].start() - 60) : run[0].start()]
    opening = run[0].start() in opens or lead[-1:] in tuple("“\"‘'*") or bool(DATELINE.search(lead))
    the = bool(
        before and before.group().lower() == "the" and text[before.end() : run[0].start()].isspace()
    )
    words = [(m.start(), m.end(), m.group()) for m in run]
    while words and words[0][2].lower() in lists.NO_NAME and (len(words) > 1 or opening):
        if words[0][2] in lists.HE_NAMES | lists.SHE_NAMES and not opening:  # said | Will Marsh
            break
        the = words[0][2].lower() == "the"
        words.pop(0)
        opening = False
    while len(words) > 2 and words[0][2].lower() in BEFORE_A_NAME and _given(words[1][2]):
        words.pop(0)
    if len(words) == 3 and words[0][2].lower() in OF_A_PERSON and not _of_a_body(words):
        words.pop(0)  # Poor | Pieter Vandel, whatever his given name
    calling = [words.pop(0)[2]] if opening and len(words) == 3 and _calling(words) else []
    while len(words) > 2 and words[-1][2] in POSTNOMINAL:
        words.pop()
    if not words or re.fullmatch(
        r"(?i)(?:i|he|she|it|we|they|you|that|there|who|what|let)['’]\w+", words[0][2]
    ):
        return None
    start, end, last = words[-1]
    if last.endswith(("’s", "'s")):
        words[-1] = (start, end - 2, last[:-2])
    lower = [w[2].lower().strip(".") for w in words]
    cut = 0
    whole = lower[-1] in lists.INSTITUTIONS and not set(lower) & lists.TITLES
    whole = whole and not (
        len(words) == 2 and lower[-1] in SURNAMES and _given(words[0][2]) and not the
    )
    for number, word in enumerate(lower[:-1]):
        given = words[number][2] in lists.HE_NAMES or words[number][2] in lists.SHE_NAMES
        if (singular(word) in lists.ROLES or word in lists.TITLES) and not (given and number == 0):
            cut = number + 1
    offices = [w[2] for w in words[:cut]] if not whole else []
    offices = calling or offices
    if whole:
        cut = 0
    if len(words) == 1 and not offices and (lower[0] in lists.ROLES or lower[0] in lists.TITLES):
        return None
    if before is not None and not offices and not the:
        offices = _lower_office(text, run[0].start(), before)
    kept = words[cut:]
    common = singular(lower[-1]) if lower[-1] not in lists.PLURALS else ""
    short = len(words) == 1 or (len(words) == 2 and not _given(words[0][2]))
    several = common != lower[-1] and common in lists.PEOPLE | {""}
    if opening and cut == 0 and short and several:  # Teachers said; Opposition MPs said
        return None
    if before is not None and before.group() == "of" and not offices and len(kept) > 1:
        office = OFFICE_OF.search(text[max(0, kept[1][0] - 40) : kept[1][0]])
        if office:  # Secretary of State | Ann Marsh
            offices, kept = office[0].split(), kept[1:]
    if (
        len(kept) == 1
        and re.search(r"-[a-z]+$", kept[0][2])
        and text[kept[0][1] : kept[0][1] + 2].strip(" ").islower()
    ):
        return None  # the Soviet-era agency
    if kept[0][2] in lists.PARTICLES or len(kept) > 6:
        return None
    stop = text[kept[-1][1] : kept[-1][1] + 1] == "." and kept[-1][2] in ABBREVIATED
    return Chunk(
        kept[0][0],
        kept[-1][1] + stop,
        tuple(w[2] for w in kept),
        tuple(offices),
        opening,
        the and not offices,
    )


def _calling(words: list) -> bool:
    """Whether the first of three words that open a sentence is what somebody is, who is named by the other two: Grocer | Amina Best."""
    first = words[0][2]
    if (
        singular(first.lower()) in lists.ROLES
        or first.lower() in lists.TITLES
        or _given(first)
        or not _given(words[1][2])
        or _of_a_body(words)
    ):
        return False
    return bool(CALLING.search(first)) or singular(first.lower()) in lists.PEOPLE


def _of_a_body(words: list) -> bool:
    """Whether a run of capitalised words ends like the name of a body or a place: Old Tarn Bridge."""
    last = singular(words[-1][2].lower())
    return last in lists.INSTITUTIONS | lists.INDUSTRY | lists.PLACES or last in SITES


def _lower_office(text: str, start: int, before) -> list[str]:
    """The office in small letters before a name: harbor master | Ellen Marsh."""
    if before.group().lower() not in lists.PEOPLE or not text[before.end() : start].isspace():
        return []
    words = re.split(r"[^\w’' -]", text[max(0, start - 60) : start])[-1].split()
    office: list[str] = []
    for word in reversed(words):
        if (
            word.lower() in lists.NO_NAME
            or len(office) == 4
            or (office and word.lower() in ("said", "as"))
        ):
            break
        office.insert(0, word)
    return office
