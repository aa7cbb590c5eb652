"""From mentions to voices: names, offices, pronouns, and groups that split into members.

`resolve` says who a source is, or who it may be; `proposed` makes voices for
those whom the codebook does not list; `mentions` finds where a text names each
voice. Knows nothing of what the voices say.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from closereading.article import Span
from closereading.voices import aliases as _aliases
from closereading.voices.phrases import short
from closereading.voices.spokes import spoken_for

if TYPE_CHECKING:
    import pandas

    from closereading.codebook import Voice

__all__ = ["Resolved", "mentions", "proposed", "resolve"]


@dataclass(frozen=True)
class Resolved:
    """Whom a source stands for, or whom it may stand for.

    `codes`: who it is; empty where that is not clear. `candidates`: where it is
    not clear, who it may be, likeliest first; else empty. `reason`: a few words
    for a person. `called`: as `codes`, but whoever is unnamed or in no list by the
    words of the text ("the admirals"), as the holder of an aim is coded.
    """

    codes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    reason: str = ""
    called: tuple[str, ...] = ()


def mentions(text: str, voices: Iterable["Voice"]) -> "pandas.DataFrame":
    """Where the text names each voice: a table of voice, alias, start and end, in the order of the text.

    Whole words, the longest alias first, none within another. Capitals count,
    but for an alias that begins with a small letter or an article, which may
    stand at the start of a sentence or within one.
    """
    import pandas  # here, for `resolve` does without

    return pandas.DataFrame(
        list(_aliases.mentions(text, _aliases.known(voices))),
        columns=["voice", "alias", "start", "end"],
    )


def resolve(text: str, source: Span | Sequence[Span], voices: Iterable["Voice"]) -> Resolved:
    """The voices that a source of this text stands for, or may stand for.

    `source`: a span, or the spans of one source. Several codes for "Ukraine and
    its European allies": those of its members that the voices know. Only the
    head of a source names a voice: "Marsh’s lawyer" is not Marsh; but an unnamed
    spokesperson speaks for whom they are said to speak for, and a document for
    whoever issued it. A pronoun stands for whom it fits that is most in mind at
    its place; where two come near each other, there are candidates and no code.
    """
    from closereading.voices.discourse import PRONOUN, Found, discourse

    spans = [source] if source and isinstance(source[0], int) else list(source)
    spans = [_with_name(text, _contracted(text, span)) for span in spans]
    known = _aliases.known(voices)
    behind = [spoken_for(text[start:end], known) for start, end in spans]
    if behind and all(behind):
        codes = tuple(dict.fromkeys(behind))
        return Resolved(codes, (), "speaks for them", codes)
    here = discourse(text, known)
    found: list[Found] = []
    for start, end in spans:
        pronoun = PRONOUN.fullmatch(text[start:end])
        found.append(
            here.pronoun((start, end), pronoun[1]) if pronoun else here.sources.source((start, end))
        )
    who = [voice for one in found for entity in one.who for voice in entity.voices]
    doubtful = [voice for one in found for entity in one.may_be for voice in entity.voices]
    codes, may_be = _codes(who), _codes(doubtful)
    reason = "; ".join(dict.fromkeys(one.reason for one in found)) or "no source"
    one_voice = len({voice.code for voice in doubtful}) == 1
    if one_voice and may_be and any(len(one.may_be) > 1 for one in found):
        together = tuple(dict.fromkeys([*codes, *may_be]))
        return Resolved(
            together, (), f"{reason}, all of them the one voice", _called([*who, *doubtful])
        )
    if may_be:
        return Resolved((), tuple(dict.fromkeys([*codes, *may_be])), reason)
    strangers = [voice for voice in who if not voice.code]
    if strangers and here.catch_all and all(_by_its_kind(voice) for voice in strangers):
        codes = tuple(dict.fromkeys(voice.code or here.catch_all for voice in who))
        return Resolved(codes, (), f"{reason}, without a name", _called(who))
    if strangers and (not codes or any(one.kind != "unnamed" for one in strangers)):
        names = " and ".join(one.name for one in strangers)
        return Resolved((), codes, f"{reason}: {names}, no voice of the list", _called(who))
    return Resolved(codes, (), reason, _called(who))


def proposed(text: str, voices: Iterable["Voice"]) -> tuple["Voice", ...]:
    """Voices for the sources of the text that no listed voice covers; see `proposing`."""
    from closereading.voices import proposing

    return proposing.proposed(text, tuple(voices))


_VERB = re.compile(r"(?P<pronoun>i|we|he|she|it|they|you|who)['’](?:ve|d|m|re|ll|s)", re.IGNORECASE)


def _contracted(text: str, span: Span) -> Span:
    """A pronoun without the verb that is written with it: I’ve, they’d."""
    match = _VERB.fullmatch(text, *span)
    return match.span("pronoun") if match else span


# A name that is put after what somebody is: her brother, | Bram Salm, wants
_NAMED_AFTER = re.compile(
    r",\s(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|de|da|van|von|la|al|bin)){1,3})(?=,\s(?!and\b|or\b)|\s?[—–(])"
)
_SOMEBODY = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|your)\s(?:[\w’'-]+\s){0,5}[a-z][a-z-]+", re.I
)


def _with_name(text: str, span: Span) -> Span:
    """A source with the name that is put after it: "its matron" is "its matron, Ida Holm"."""
    start, end = span
    match = _NAMED_AFTER.match(text, end) if _SOMEBODY.fullmatch(text, start, end) else None
    return (start, match.end("name")) if match else span


def _by_its_kind(entity) -> bool:
    """Whether a body is called by a common noun alone: the army, the zoning board."""
    return entity.kind == "institution" and entity.name.removeprefix("the ")[:1].islower()


def _codes(entities: Iterable) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.code for entity in entities if entity.code))


def _called(entities: Iterable) -> tuple[str, ...]:
    """Codes, and for the unnamed and unlisted the words that the text has for them."""
    return tuple(
        dict.fromkeys(
            _head(short(entity.name)) if entity.kind == "unnamed" else entity.code or entity.name
            for entity in entities
        )
    )


_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)"
)
_MANY = re.compile(
    rf"(?i:(?:not )?(?:one|another|some|none|all|both|{_NUMBER}|several|many|most|half) (?:of )?(?=the |these |those |his |her |its |their |our |my |your )"
    rf"|half a dozen |(?:one|{_NUMBER}|several|many|most|half) (?:of )?(?!a ))?"
    rf"(?:(?i:the|an?|these|those|this|that|his|her|its|their|our|my|your)\s)?(?:own\s)?(?:{_NUMBER}\s)?(?=[a-z])(?!(?:them|us|of)\b)"
)


_LOOSE = re.compile(  # what stands between somebody and the verb: the patients | mostly | want
    r"(?<=\w)(?:\s(?:mostly|mainly|largely|really|clearly|plainly|simply|openly|privately|secretly|publicly|quietly|apparently|evidently|reportedly"
    r"|also|still|now|always|never|ever|once|again|already|themselves|himself|herself|itself|just|only|too))+$"
)


def _head(words: str) -> str:
    """A phrase for somebody without a name, as coded: "the owners" are owners, "two of her members" members, his wife wife."""
    match = _MANY.match(words)
    return _LOOSE.sub("", words[match.end() :] if match else words)
