"""How strongly somebody comes to mind at a place, and whom a pronoun stands for by that.

Weights and choice only: who is named where is for `discourse`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from closereading.voices.cited import Found
from closereading.voices.entities import Entity
from closereading.voices.layout import holds
from closereading.voices.phrases import noun

DOES = re.compile(
    r"\s+(?:does|did|do|will|would|can|could|has|had)(?:n[’']t|\s+not)?\s*(?:[,.;:!?—–)”\"]|$|\s(?:but|and|while|or)\b)"
)
SHOWS = re.compile(
    r"\s+(?:also\s+|then\s+)?(?:show|reveal|read|depict|includ|mention|feature|contain|list|mean|refer|answer)\w*"
)
SPEAKER = 1.3  # who spoke last is likelier to go on speaking
QUOTED = 0.3  # somebody whom another's quotation mentions
SAME_QUOTATION = 1.5  # for a pronoun in that quotation
UNKNOWN = 0.35  # a name that nothing shows to be a person's
LIKELY_PERSON = 0.7  # somebody listed of whom nothing shows that they are no company
GUESSED = 0.15  # Luka is he, though a name in -a is most often hers
UNSURE = 0.6  # an unnamed person who may be he or she
OWN = 1.5  # "Venn said he": he is most often Venn
TOLD_BY = 0.5  # a councillor said she: as likely somebody named as the councillor
ADDRESSED = 0.3  # whoever is told something is no "they" of the words told
SAME_CONTENT = 1.5  # somebody named in the same reported words
LEAST_THING = 38.0  # for "it" and "they", which are so often no voice at all
INSTITUTION = 0.5  # "they" of a company or country that has not just spoken
ANOTHER_PARAGRAPH = 0.65  # whoever has not been told of in this paragraph
OPENING = 1.5  # the subject of the sentence before
RATIO = 1.6  # so much more in mind than the next must be the one who is meant
NAMED_RATIO = 1.95  # the same, if nobody with a name shall be meant
LEAST = 3.0  # whoever is less in mind is forgotten
REACH = 80  # events looked back at


class Event(NamedTuple):
    """A place where somebody comes to mind."""

    start: int
    end: int
    who: tuple[Entity, ...]  # several: jointly
    weight: float
    sentence: int
    quote: int  # number of the quotation it stands in, or -1
    source: bool


def chosen(text: str, pronoun: str, scores: dict[tuple[Entity, ...], float], end: int) -> Found:
    """Whom a pronoun that ends at a place stands for, by how much each is in mind."""
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    if pronoun == "they":  # a group and the same one among others do not rival each other
        top = set(ranked[0][0]) if ranked else set()
        ranked = [ranked[0], *(r for r in ranked[1:] if not set(r[0]) <= top)] if ranked else []
    if not ranked:
        return Found((), (), f"{pronoun}: nobody before it fits")
    (best, score), rest = ranked[0], ranked[1:]
    ratio = RATIO if best[0].kind != "unnamed" else NAMED_RATIO
    rivals = [
        who for who, value in rest if value * (ratio if who[0].kind != "unnamed" else RATIO) > score
    ]
    if score < LEAST:
        return Found((), flat([best, *rivals]), f"{pronoun}: whoever fits stands far before it")
    if rivals:
        return Found((), flat([best, *rivals]), f"several fit: {pronoun}")
    shown = pronoun == "it" and SHOWS.match(text, end) and best[0].kind != "unnamed"
    least = LEAST if holds(text, end) else LEAST_THING  # what wants or says something is a voice
    if pronoun in ("it", "they") and (score < least or shown):
        return Found((), best, f"{pronoun}: may be no voice at all")
    if (
        len(best) == 1
        and not best[0].sure
        and best[0].kind in ("person", "")
        and pronoun in ("he", "she")
    ):
        second = rest[0][1] if rest else 0.0
        if second * 3 < score:
            best[0].pronouns, best[0].sure = {pronoun}, True
    return Found(best, (), f"{pronoun}: the nearest before it whom it fits")


def likely(event: Event, pronoun: str, is_source: bool, quote: int) -> float:
    """By how much an event counts more or less for a pronoun, whatever its distance.

    `is_source`: whether the pronoun is somebody's source; `quote`: the
    quotation it stands in, or -1.
    """
    factor, first = 1.0, event.who[0]
    if pronoun in ("he", "she"):
        if first.kind == "":
            factor *= UNKNOWN
        elif first.kind == "person" and "it" in first.pronouns:
            factor *= LIKELY_PERSON
        elif first.kind == "unnamed" and len(first.pronouns) > 1:
            factor *= UNSURE if quote < 0 else UNSURE / 2
        if pronoun not in first.pronouns:
            factor *= GUESSED
    if pronoun == "they" and len(event.who) == 1 and not event.source:
        factor *= 1.0 if first.kind in ("group", "unnamed") else INSTITUTION
    if event.source and is_source and quote < 0:
        factor *= SPEAKER
    if event.quote >= 0:
        if event.quote != quote:
            factor *= QUOTED
        else:
            factor *= SAME_QUOTATION
    return factor


def flat(groups: Sequence[tuple[Entity, ...]]) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(entity for group in groups for entity in group))


def fits(who: tuple[Entity, ...], pronoun: str) -> bool:
    """Whether a pronoun may stand for these."""
    if len(who) > 1:
        return pronoun == "they"
    (one,) = who
    if one.kind in ("person", "") and pronoun == "they" and one.pronouns & {"he", "she"}:
        return "it" in one.pronouns
    return pronoun in one.pronouns or (one.guessed and pronoun in ("he", "she"))


def alike(who: Sequence[Entity], speakers: Sequence[Entity]) -> bool:
    """Whether these are unnamed people of the kind who speaks: officials, where an official does."""
    unnamed = [e for e in (*who, *speakers) if e.kind == "unnamed"]
    if len(unnamed) != 2 or len(who) != 1 or len(speakers) != 1:
        return False
    return noun(unnamed[0].name) == noun(unnamed[1].name)
