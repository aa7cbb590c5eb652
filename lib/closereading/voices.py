"""From mentions to voices: aliases, pronouns, and groups that split into members.

Knows nothing of what the voices say. A mention that could be two voices is no
voice: `resolve` gives an empty list rather than a guess.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from closereading.article import Span, sentences
from closereading.attribution import attributions
from closereading.attribution.quotations import quotations

if TYPE_CHECKING:
    import pandas

    from closereading.codebook import Voice

ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "my ")
PRONOUN = re.compile(
    r"(i|you|he|she|it|we|they)(?:\s+(?:him|her|it)self|\s+(?:them|our)selves)?", re.IGNORECASE
)
PLURAL = {"they", "we", "you"}
# What ends the part of a noun phrase that names the voice: Berg | of the party, Berg |, a lawyer
TAIL = re.compile(
    r",|\(|—|–|\s(?:of|at|for|from|in|on|with|who|which|that|himself|herself|itself|themselves)\b"
)
JOINT = re.compile(r"\s*,?\s+(?:and|or|as well as|together with|along with)\s+|\s*&\s*")


class _Known(NamedTuple):
    """What is used of a voice of the codebook."""

    code: str
    pronouns: tuple[str, ...]
    aliases: tuple[str, ...]


class _Mention(NamedTuple):
    voice: str
    alias: str
    start: int
    end: int


def mentions(text: str, voices: Iterable["Voice"]) -> "pandas.DataFrame":
    """Where the text names each voice: a table of voice, alias, start and end, in the order of the text.

    Whole words, the longest alias first, none within another. Capitals count,
    but for an alias that begins with a small letter or an article, which may
    stand at the start of a sentence or within one.
    """
    import pandas  # here, for `resolve` does without

    return pandas.DataFrame(
        list(_mentions(text, _known(voices))), columns=["voice", "alias", "start", "end"]
    )


def resolve(text: str, source: Span | Sequence[Span], voices: Iterable["Voice"]) -> list[str]:
    """Codes of the voices that a source of this text stands for; [] where that is not clear.

    Several for "Ukraine and its European allies": those of its members that
    the codebook knows. A voice must be named by the head of the source:
    "Trump’s lawyer" and "a spokesman for Trump" are not Trump. A pronoun is
    the nearest source before it that the codebook lets it stand for. It is
    nobody's when another candidate opens a sentence of the writer's own in
    between, or a source nobody knows is nearer.
    """
    spans = [source] if source and isinstance(source[0], int) else list(source)
    known = _known(voices)
    codes: list[str] = []
    for start, end in spans:
        pronoun = _pronoun(text[start:end])
        codes += (
            _antecedent(text, start, pronoun, known) if pronoun else _named(text, start, end, known)
        )
    return list(dict.fromkeys(codes))


def _known(voices: Iterable["Voice"]) -> tuple[_Known, ...]:
    return tuple(
        _Known(v.code, tuple(p.lower() for p in v.pronouns), tuple(v.aliases)) for v in voices
    )


def _pronoun(words: str) -> str:
    """The personal pronoun that a source consists of, else ""."""
    match = PRONOUN.fullmatch(words)
    return match[1].lower() if match else ""


# ------------------------------------------------------------------ aliases


@lru_cache(maxsize=16)
def _pattern(
    known: tuple[_Known, ...],
) -> tuple[re.Pattern[str] | None, tuple[tuple[str, str], ...]]:
    """One pattern for all aliases, longest first, each a group; and their voices."""
    aliases = sorted(
        ((alias, voice.code) for voice in known for alias in voice.aliases if alias.strip()),
        key=lambda pair: -len(pair[0]),
    )
    if not aliases:
        return None, ()
    return re.compile("|".join(f"({_alias(alias)})" for alias, _ in aliases)), tuple(aliases)


def _alias(alias: str) -> str:
    """A pattern for an alias: any white space, either apostrophe, whole words."""
    words = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in alias.split())
    if alias[0].islower() or alias.lower().startswith(ARTICLES):
        words = f"(?:{re.escape(alias[0].lower())}|{re.escape(alias[0].upper())}){words[len(re.escape(alias[0])) :]}"
    return (
        (r"(?<!\w)" if alias[0].isalnum() else "")
        + words
        + (r"(?!\w)" if alias[-1].isalnum() else "")
    )


def _mentions(text: str, known: tuple[_Known, ...]) -> Iterable[_Mention]:
    pattern, aliases = _pattern(known)
    for match in pattern.finditer(text) if pattern else ():
        alias, voice = aliases[match.lastindex - 1]
        yield _Mention(voice, alias, *match.span())


@lru_cache(maxsize=4)
def _all_mentions(text: str, known: tuple[_Known, ...]) -> tuple[_Mention, ...]:
    return tuple(_mentions(text, known))


def _named(text: str, start: int, end: int, known: tuple[_Known, ...]) -> list[str]:
    """The voices that the head of a noun phrase names, member by member."""
    words = text[start:end]
    found = list(_mentions(words, known))
    heads = [mention for mention in found if _is_head(words, mention)]
    joints = [
        j
        for j in JOINT.finditer(words)
        if not any(m.start < j.end() and j.start() < m.end for m in found)
    ]
    codes = [mention.voice for mention in heads]
    return list(dict.fromkeys(codes)) if joints else codes[:1]


def _is_head(words: str, mention: _Mention) -> bool:
    """Whether a mention is the head of its member: only modifiers before it, a tail or nothing after it."""
    cuts = [j.end() for j in JOINT.finditer(words, 0, mention.start)]
    before, after = words[max(cuts, default=0) : mention.start].rstrip(), words[mention.end :]
    if TAIL.search(before + " ") and not before.endswith(","):
        return False
    return not after.strip() or bool(TAIL.match(after) or JOINT.match(after))


# ----------------------------------------------------------------- pronouns


def _antecedent(text: str, at: int, pronoun: str, known: tuple[_Known, ...]) -> list[str]:
    """Whom the pronoun at an offset stands for, by the sources before it."""
    fitting = {voice.code for voice in known if pronoun in voice.pronouns}
    sources = _named_sources(text, known)
    for start, words, codes in reversed(
        sources[: bisect_left(sources, at, key=lambda entry: entry[0])]
    ):
        if not codes:
            if _could_be(words, pronoun):
                return []
            continue
        several = pronoun in PLURAL and len(codes) > 1
        chosen = [code for code in codes if several or code in fitting]
        if len(chosen) > 1 and not several:
            return []
        if chosen:
            return [] if _rival(text, start, at, fitting - set(chosen), known) else chosen
    return []


def _could_be(words: str, pronoun: str) -> bool:
    """Whether a source that nobody knows may be what a pronoun means: "officials" is no he."""
    head = TAIL.split(words, maxsplit=1)[0].strip().lower()
    plural = " and " in head or (head.endswith("s") and not words[:1].isupper())
    return plural if pronoun in PLURAL else not plural


def _rival(text: str, after: int, before: int, others: set[str], known: tuple[_Known, ...]) -> bool:
    """Whether one of the others opens a sentence of the writer's own between two places."""
    named, openings = _all_mentions(text, known), _own_openings(text)
    first, last = (
        bisect_right(named, place, key=lambda m: m.start) for place in (after, before - 1)
    )
    return any(
        mention.voice in others and mention.start in openings for mention in named[first:last]
    )


@lru_cache(maxsize=4)
def _named_sources(text: str, known: tuple[_Known, ...]) -> list[tuple[int, str, tuple[str, ...]]]:
    """Every source of the text that is no pronoun: where it starts, its words, its voices."""
    spans = sorted({a.source[0] for a in attributions(text) if a.source})
    return [
        (a, text[a:b], tuple(_named(text, a, b, known)))
        for a, b in spans
        if not _pronoun(text[a:b])
    ]


@lru_cache(maxsize=4)
def _own_openings(text: str) -> frozenset[int]:
    """Where sentences begin that are neither quoted nor otherwise reported."""
    starts = [start for start, _ in sentences(text)]
    kept = set(starts)
    for a, b in [q.outer for q in quotations(text)] + [
        span for found in attributions(text) for span in found.content
    ]:
        kept -= set(starts[bisect_left(starts, a) : bisect_left(starts, b)])
    return frozenset(kept)
