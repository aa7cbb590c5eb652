"""Claims that say nothing themselves and answer the one before: "rejected that account", "not true", "so do I".

They have the aim and the holder of what they answer. Goes by the words alone.
"""

import re
from dataclasses import replace

from closereading.reading import chains, missed
from closereading.reading.chains import Link, words_of

_MINE = re.compile(r"[“\"]?(?:[Ii]|[Ww]e)\b")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|am)\b|[’'](?:s|re|m)\b")


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
    for part in parts:
        words = words_of(text, part.spans)
        cue = words_of(text, part.links[-1].cue) if part.links else ""
        earlier = answered(text, words, told, cue)
        if earlier and not part.holder and earlier.spans[0] < part.spans[0]:
            about = earlier.about or earlier.spans
            if (part.links and missed.answers(words)) or (
                (part.links or _MINE.match(words)) and missed.disbelieves(words)
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
