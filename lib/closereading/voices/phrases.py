"""The noun phrase that names a source, taken apart: its members, their heads, their appositions.

"Jones, the lawyer, and Anna Berg" has two members; the first has the
apposition "the lawyer". Knows nothing of who anybody is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from closereading.article import Span
from closereading.voices import words as lists

# What ends the part of a noun phrase that says who: Berg | of the party, Berg | who met Smith
TAIL = re.compile(
    r"\s(?:of|at|for|from|in|on|with|within|near|to|by|about|against|who|whom|whose|which|that|where|when|as|is|was|not"
    r"|back(?=\s(?:from|in|at|on|home)\b)|(?:watching|waiting|working|living|standing|sitting|staying|travelling|traveling|attending|visiting|carrying"
    r"|holding|wearing|representing|acting|briefed|shown|told|asked|present|aware|loyal|opposed|sympathetic|waved)"
    r"(?=$|\s(?:a|an|the|his|her|their|its|from|in|at|on|for|with|to|by|of|that|over|under|near|nearby|outside|inside|out|as|about)\b)"
    r"|here|there|nearby|elsewhere|himself|herself|itself|themselves|speaking|including|during|after|before|familiar|close|based|involved)\b"
)
JOINT = r"(?:and|or|nor|as well as|together with|along with)"
NAMED = r"\s+(?:by\s+the\s+name\s+of|named|called|known\s+as|gave\s+(?:his|her|their)\s+name\s+(?:\w+\s+)?as)\s+"
OF_ANOTHER = re.compile(r"\b(?:for|to|about|against|with|of)\s+(?:an?|the|his|her|their|one)\s")
SPLIT = re.compile(
    rf"{NAMED}(?=[A-Z])|\s*,?\s+{JOINT}\s+|\s+&\s+|\s*,\s*{JOINT}\s+|\s*[,(]\s*|\s*[—–]\s*|\s+-\s+"
)
IN_A_PLACE = re.compile(r"\s(?:on|in|at|from|near|across|around|along|outside|inside)\b")
DETERMINER = re.compile(
    r"(?:the|an?|its|his|her|their|our|my|some|many|most|several|other|others|both|two|three|four|five|six|seven|eight"
    r"|nine|ten|dozens|hundreds|thousands|all|each|every|any|one|another|few|these|those|this|that|more|\d[\d,.]*)\b",
    re.IGNORECASE,
)
PRONOMINAL = re.compile(
    r"(?:some|any|no|every)(?:body|one)?\b|(?:one|many|most|several|both|each|all|others?|those|half|few|none)\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass
class Member:
    """One of those that a noun phrase speaks of.

    `head`: the part that says who, without what follows it; `apposed`: the
    other ways in which the phrase calls it; `joint`: whether another member
    stands before it.
    """

    head: Span
    whole: Span
    joint: bool = False
    apposed: list[Span] = field(default_factory=list)


def members(
    text: str,
    span: Span,
    names: Sequence[Span],
    named: Callable[[Span], bool],
    person: Callable[[Span], str],
) -> list[Member]:
    """The members of the noun phrase in a span.

    `names`: spans of names that must stay whole ("Smith and his friends");
    `named`: whether a head ends in a name rather than a common noun; `person`:
    "person" for the name of one, "body" for that of a country or a voice of the list, else "".
    """
    inside = [(a, b) for a, b in names if span[0] <= a and b <= span[1]]
    found: list[Member] = []
    apposed = listing = tailed = (
        False  # of the segment before: an apposition, "including ...", "... of"
    )
    for start, end, separator in _segments(text, span, inside):
        if start >= end:
            continue
        head = (start, head_end(text, (start, end), inside))
        joint = bool(re.search(rf"\b{JOINT}\b|&", separator))
        is_name, words = named(head), text[start:end]
        had_tail, tailed = tailed, head[1] < end
        if found and re.fullmatch(NAMED, separator):  # a notary by the name of | Emil Kranz
            before = text[found[-1].whole[0] : start]
            if is_name and not named(found[-1].head) and not OF_ANOTHER.search(before):
                first = found[-1]
                found[-1] = Member(head, (first.whole[0], end), first.joint, [first.head])
            else:
                found[-1].whole = (found[-1].whole[0], end)
            continue
        if not found:
            found.append(Member(head, (start, end)))
            one = re.match(r"(?:the|its|his|her|their)\b|.*['’]s ", words, re.IGNORECASE)
            tail_of = tailed and not is_name and not (one and not plural(text[slice(*head)]))
        elif tail_of and is_name and _listing(text, end, span[1], inside):
            found[-1].whole = (found[-1].whole[0], end)  # people close to Venn | , Rusk
        elif joint:
            parted = bool(
                DETERMINER.match(words) or lists_person(words) or (is_name and person(head))
            )
            if not (apposed or had_tail):
                parted = parted or is_name or words[:1].islower()
            tail = found[-1].head[1], found[-1].whole[1]
            theirs = any(
                tail[0] <= a and b <= tail[1] and person((a, b)) == "person" for a, b in inside
            )
            joins = (
                is_name
                and person(head) == "person"
                and not theirs
                and plural(text[slice(*found[-1].head)])
                and IN_A_PLACE.match(text, tail[0])
            )  # traders in Tarn | and Orlova
            if (
                tail_of and not DETERMINER.match(words) and not joins
            ):  # an aide to Venn | and Orlova
                found[-1].whole = (found[-1].whole[0], end)
                continue
            if listing or (apposed and not is_name and "," not in separator):
                found[-1].apposed.append(head)
                continue
            if not parted:  # the Ministry of Trade | and Industry
                found[-1].whole = (found[-1].whole[0], end)
                tailed = True
                continue
            found.append(Member(head, (start, end), True))
            apposed = False
            continue
        elif (
            is_name
            and not re.match(
                r"(?:who|whom|whose|which|that|including|among|like|such|led|especially|notably|mainly|with|for|of|in|at)\b",
                words,
            )
            and not re.match(r"an?\s", words)
        ):  # another, a Civic
            first = found[-1]
            if len(found) > 1 and _one_of_two_offices(text, found[-2].head, first.head, named):
                found[-2:] = [Member(first.head, (found[-2].whole[0], first.whole[1]))]
                first = found[-1]
            if not named(first.head) and not first.apposed:  # the head of the union, Tom Hale
                found[-1] = Member(head, (first.whole[0], end), first.joint, [first.head])
            elif _listing(text, end, span[1], inside):
                found.append(Member(head, (start, end), True))
        else:
            found[-1].apposed.append(head)
            apposed = True
            listing = listing or bool(re.match(r"(?:including|among|like|such as)\b", words))
            continue
        apposed = False
    return found


def head_end(text: str, segment: Span, names: Sequence[Span]) -> int:
    """Where the head of a segment ends: before a preposition or a relative, but not inside a name."""
    start, end = segment
    for tail in TAIL.finditer(text, start, end):
        if not any(a < tail.end() and tail.start() < b for a, b in names):
            return tail.start()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "’'."):
        end -= 1
    return end


def bare(text: str, span: Span) -> Span:
    """A head without a possessive mark: "Marsh’s" is Marsh."""
    start, end = span
    match = POSSESSIVE.search(text[start:end])
    return (start, end - len(match.group())) if match else span


def core(words: str) -> str:
    """A description in small letters without its determiner: "The prime minister" is "prime minister"."""
    words = " ".join(words.replace("’", "'").lower().split())
    lead = DETERMINER.match(words)
    return (words[lead.end() :] if lead else words).strip()


def short(words: str) -> str:
    """A description as the holder of an aim is coded by it: without what follows its head.

    >>> [short(words) for words in ("the guests at the ball", "his men", "some of the dockers", "somebody at the gate")]
    ['the guests', 'his men', 'some of the dockers', 'somebody at the gate']
    """
    if PRONOMINAL.match(words):
        return words
    tail = next((m for m in TAIL.finditer(words) if m.group().strip() != "of"), None)
    kept = (words[: tail.start()] if tail else words).split(",")[0].strip()
    return kept or words


def noun(words: str) -> str:
    """The last word of a description, in small letters and in the singular."""
    last = core(words).split()[-1:] or [""]
    return singular(last[0].strip(".,'’"))


def singular(word: str) -> str:
    """A noun's singular, as far as the lists need it.

    >>> [singular(word) for word in ("officials", "agencies", "press", "spokesmen")]
    ['official', 'agency', 'press', 'spokesman']
    """
    if word in lists.PLURALS or word.endswith(("ss", "us")):
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def plural(words: str) -> bool:
    """Whether a description speaks of several."""
    first, last = (core(words).split() or [""])[-1], words.lower().split()[:1]
    if last and last[0] in ("a", "an", "one", "another", "each", "every", "this"):
        return False
    return first in lists.PLURALS or singular(first) != first


def lists_person(words: str) -> bool:
    """Whether a segment's head is a common noun for people."""
    return noun(TAIL.split(words, maxsplit=1)[0]) in lists.PEOPLE | lists.PLURALS


def can_want(words: str) -> bool:
    """Whether a phrase names somebody with a will of their own: "her lawyer", "the owners", "the board"."""
    return lists_person(words) or noun(words) in lists.INSTITUTIONS


def _segments(text: str, span: Span, names: Sequence[Span]):
    """(start, end, the separator before) of each piece between commas and joints outside names."""
    start, separator = span[0], ""
    for match in SPLIT.finditer(text, *span):
        if any(a < match.end() and match.start() < b for a, b in names):
            continue
        yield start, match.start(), separator
        start, separator = match.end(), match.group()
    end = span[1]
    while end > start and text[end - 1] in ") ,":
        end -= 1
    yield start, end, separator


def _one_of_two_offices(text: str, one: Span, other: Span, named: Callable[[Span], bool]) -> bool:
    """Whether two offices are one person's: their founder and largest shareholder."""
    if named(one) or named(other) or DETERMINER.match(text[slice(*other)]):
        return False
    owned = re.match(r"(?:the|an?|his|her|its|their)\b|.*['’]s ", text[slice(*one)], re.IGNORECASE)
    return bool(owned) and not plural(text[slice(*one)]) and not plural(text[slice(*other)])


def _listing(text: str, start: int, end: int, names: Sequence[Span]) -> bool:
    """Whether a joint is still to come, as in "Smith, Jones and Berg"."""
    return any(
        re.search(rf"\b{JOINT}\b|&", match.group())
        and not any(a < match.end() and match.start() < b for a, b in names)
        for match in SPLIT.finditer(text, start, end)
    )
