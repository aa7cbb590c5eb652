"""Claims that say nothing themselves and answer the one before: "rejected that account", "not true", "so do I".

They have the aim and the holder of what they answer. Goes by the words alone.
"""

import re
from dataclasses import replace

from closereading.reading import chains, leanings, missed
from closereading.reading.chains import Link, words_of

_MINE = re.compile(r"[“\"]?(?:[Ii]|[Ww]e)\b")
# "There may be something in that": the writer himself answers
_GRANTS = re.compile(
    r"[“\"]?(?:[Tt]here (?:is|was|may be|might be|may well be|could be|must be|seems to be) (?:something|much|a lot|a good deal|little|nothing|some truth|a grain of truth|no truth|more than a grain of truth)"
    r" (?:in|to) (?:that|this|it|the (?:charge|claim|theory|suspicion|accusation))|(?:[Hh]e|[Ss]he|[Tt]hey) (?:may|might|could) (?:well )?be right)[.,!]?[”\"]?"
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|am)\b|[’'](?:s|re|m)\b")


_AND = re.compile(
    r"(?:[^.!?;:]{0,80}[,\s—–])?(?:and|but|or|nor|yet|then|so)\s+(?:then |also |still |now |yet )?"
)


def coordinated(text: str, parts: list) -> list:
    """The claims in order; a wish without a subject has that of the clause it goes on with.

    "The firm was in talks, she said, | and hoped to run the port": the two
    stand in one sentence, on the same word, and nothing but "and" between them.
    """
    ordered = sorted(parts, key=lambda part: part.spans[0])
    subjects: dict[int, tuple] = {}
    changed = {}
    for before, part in zip(ordered, ordered[1:], strict=False):
        links = tuple(link for link in before.links if link is not before.holder)
        gap = text[before.spans[-1][1] : part.spans[0][0]]
        if part.holder or not _AND.fullmatch(gap) or not _same(part.links, links):
            continue
        wish = leanings.opening_wish(text, part.spans)
        who = subjects.get(id(before)) or _subject(text, before)
        if not who or not wish:
            continue
        subjects[id(part)] = who
        link = Link(who, wish, aims=True)
        changed[id(part)] = replace(part, links=(*part.links, link), holder=link)
    return [changed.get(id(part), part) for part in parts]


def _subject(text: str, part) -> tuple:
    """The subject of a claim: who it says wants something, if they open it, else the words before its verb."""
    if part.holder and part.holder.source[0][0] == part.spans[0][0]:
        return part.holder.source
    return leanings.opening_subject(text, part.spans)


def _same(links: tuple, others: tuple) -> bool:
    """Whether two claims rest on the word of the same."""
    return [link.source for link in links] == [link.source for link in others]


def answered(text: str, words: str, told: list, cue: str = "") -> object | None:
    """The claim before that ascribes an aim and that an answer may mean: the last for "it", for "that account" one of the last."""
    if missed.named_plan(words):
        near = [one for one in told[:-7:-1] if one.holder]
        meant = [one for one in near if missed.PLANNING.search(words_of(text, one.holder.cue))]
        return next(iter(meant or near), None)
    if missed.NEWS.search(words) and not missed.DISMISSED.search(cue):
        return None
    reach = 6 if missed.CHARGE.search(words) else 2
    return next((one for one in told[: -reach - 1 : -1] if one.holder), None)


def answering(text: str, parts: list) -> list:
    """The claims in order; those that only answer the aim of one before have its holder.

    "The union rejected that account", "so do I". The claim before is the
    nearest of three with a holder, but none of the same voice for an answer.
    """
    told: list = []
    for part in coordinated(text, parts):
        words = words_of(text, part.spans)
        cue = words_of(text, part.links[-1].cue) if part.links else ""
        earlier = answered(text, words, told, cue)
        if earlier and not part.holder and earlier.spans[0] < part.spans[0]:
            about = earlier.about or earlier.spans
            if (
                (part.links and missed.answers(words))
                or ((part.links or _MINE.match(words)) and missed.disbelieves(words))
                or _GRANTS.fullmatch(words)
            ):
                link = replace(earlier.holder, within=())
                if noun := missed.named_plan(words):
                    link = replace(link, cue=chains.Stretch(text, part.spans).spans(*noun))
                if link not in part.links:
                    part = replace(part, links=(*part.links, link), holder=link, about=about)
            elif places := missed.likewise(words):
                stretch = chains.Stretch(text, part.spans)
                who, verb = (stretch.spans(*place) for place in places)
                who = who or earlier.holder.source
                if words_of(text, who).lower() in {"he", "she", "it", "they"}:
                    who = earlier.holder.source
                is_ = {"is", "are", "isn’t", "isn't", "aren’t", "aren't"} & set(
                    words_of(text, verb).lower().split()
                )
                if is_ and not _BE.search(words_of(text, earlier.holder.cue)):
                    who = ()  # "She wants it. It is not."
                if who and verb:
                    link = Link(who, verb, aims=True)
                    part = replace(part, links=(*part.links, link), holder=link, about=about)
        told.append(part)
    return told
