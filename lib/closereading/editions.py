"""Two versions of an article side by side: what an edit did to its sentences and to its voices.

Takes two articles and the claims of one reading, or draft, on each; a claim is
looked for in the sentence that its sentence became. Knows nothing of who made
the claims, and draws and writes nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from closereading.article import Article, Span
from closereading.codebook import NARRATOR
from closereading.reading import each_voice, hedges
from closereading.reading.aligning import Alignment, Text

SHARE = 0.5  # of the words of the shorter sentence, at least so many are in both
REWRITTEN = 55  # of 100: a sentence between the same two others that scores less is another one
CLAIM = 50  # the same for a claim in a sentence that was one before
QUOTED, REPORTED = ("direct", "mixed"), ("indirect", "attitude")

TO_QUOTATION = "a paraphrase became a quotation"
TO_PARAPHRASE = "a quotation became a paraphrase"
HEDGE_CAME, HEDGE_WENT = "a hedge came", "a hedge went"
SOURCE_ADDED, SOURCE_REMOVED = "a source was added", "a source was removed"
SOURCE_NAMED = "the source is named otherwise"
ANOTHER_VOICE = "it is another voice's now"
ADDED, REMOVED = "a claim was added", "a claim was removed"
KINDS = [
    TO_QUOTATION, TO_PARAPHRASE, HEDGE_CAME, HEDGE_WENT, SOURCE_ADDED, SOURCE_REMOVED, SOURCE_NAMED,
    ANOTHER_VOICE, ADDED, REMOVED,
]  # fmt: skip
COLUMNS = ["change", "voice", "before", "after", "detail", "claim before", "claim after"]


def sentences(before: Article, after: Article) -> pd.DataFrame:
    """Each sentence of either version: change (same, changed, moved, removed, added), before, after.

    `place_before` and `place_after` are where it stands, None where it does not.
    """
    pairs = paired(before, after)
    ordered = _in_order([pair for pair in pairs if None not in pair])
    rows = []
    for one, other in pairs:
        words = ["" if s is None else t.text[slice(*s)] for t, s in ((before, one), (after, other))]
        if None in (one, other):
            change = "added" if one is None else "removed"
        elif (one, other) not in ordered:
            change = "moved"
        else:
            change = "same" if words[0] == words[1] else "changed"
        rows.append((change, *words, one, other))
    columns = ["change", "before", "after", "place_before", "place_after"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def paired(before: Article, after: Article) -> list[tuple[Span | None, Span | None]]:
    """The sentences of both versions, each with the one that it became, in the order of the newer version."""
    old, new = Text(before.text), Text(after.text)
    alignment = Alignment(old, new)
    scored = []
    for one in old.sentences:
        here = _words(old, one)
        there = Counter(
            place for n in here if (place := _holding(new, alignment.pairs.get(n))) is not None
        )
        for other, count in there.items():
            least = min(len(here), len(_words(new, other)))
            if count >= SHARE * least:
                scored.append((count, one, other))
    found: dict[Span, Span] = {}
    for _, one, other in sorted(scored, key=lambda s: (-s[0], s[1])):
        if one not in found and other not in found.values():
            found[one] = other
    _add(found, old, new, same=True)
    _add(found, old, new, same=False)
    became = {other: one for one, other in found.items()}
    pairs: list[tuple[Span | None, Span | None]] = [(became.get(s), s) for s in new.sentences]
    for one in reversed(old.sentences):  # what was removed stands before what came after it
        if one not in found:
            later = [n for n, (o, _) in enumerate(pairs) if o is not None and o > one]
            pairs.insert(min(later, default=len(pairs)), (one, None))
    return pairs


def changes(
    before: Article, claims_before: pd.DataFrame, after: Article, claims_after: pd.DataFrame
) -> pd.DataFrame:
    """What became of the claims and their voices, one line for each change.

    Columns: change (one of KINDS), voice, before and after (the claim's words),
    detail (the hedge, or how the source was and is named), and the claims' ids.
    """
    rows = []
    for one, other in claim_pairs(before, claims_before, after, claims_after):
        if one is None:
            rows.append((ADDED, other.voice, "", other.words, "", "", other.id))
        elif other is None:
            rows.append((REMOVED, one.voice, one.words, "", "", one.id, ""))
        else:
            rows += [
                (change, voice, one.words, other.words, detail, one.id, other.id)
                for change, voice, detail in _between(one, other)
            ]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    order = table["change"].map(KINDS.index) if len(table) else []
    return table.assign(order=order).sort_values("order", kind="stable").drop(columns="order").reset_index(drop=True)  # fmt: skip


def claim_pairs(
    before: Article, claims_before: pd.DataFrame, after: Article, claims_after: pd.DataFrame
) -> list[tuple]:
    """Each claim with the one it became, in a sentence that its sentence became; None where there is none."""
    became = {one: other for one, other in paired(before, after) if None not in (one, other)}
    old, new = list(claims_before.itertuples()), list(claims_after.itertuples())
    in_new: dict[Span | None, list] = {}
    for claim in new:
        in_new.setdefault(_sentence(after, claim), []).append(claim)
    scored = []
    for n, claim in enumerate(old):
        for other in in_new.get(became.get(_sentence(before, claim), ()), []):
            score = fuzz.ratio(_plain(claim.words), _plain(other.words))
            if score >= CLAIM:
                scored.append((-score, n, new.index(other)))
    found: dict[int, int] = {}
    for _, n, m in sorted(scored):
        if n not in found and m not in found.values():
            found[n] = m
    pairs = [(claim, new[found[n]] if n in found else None) for n, claim in enumerate(old)]
    return pairs + [(None, claim) for m, claim in enumerate(new) if m not in found.values()]


def voices(claims_before: pd.DataFrame, claims_after: pd.DataFrame) -> pd.DataFrame:
    """Each voice with its claims in both versions, and how many of them hold quoted words."""
    counted = []
    for claims in (claims_before, claims_after):
        single = each_voice(claims)
        quoted = single[single["manner"].isin(QUOTED)]
        counted += [single["voice"].value_counts(), quoted["voice"].value_counts()]
    order = dict.fromkeys([*each_voice(claims_before)["voice"], *each_voice(claims_after)["voice"]])
    rows = [(voice, *(int(counts.get(voice, 0)) for counts in counted)) for voice in order]
    columns = ["voice", "claims_before", "quoted_before", "claims_after", "quoted_after"]
    return pd.DataFrame(rows, columns=columns)


def differences(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts cut into pieces, each with whether the other text does not have it.

    >>> differences("she wants it", "I want it")
    ([('she wants', True), (' it', False)], [('I want', True), (' it', False)])
    """
    one, other = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for block in Indel.opcodes(one, other):
        gone, come = one[block.src_start : block.src_end], other[block.dest_start : block.dest_end]
        _append(left, "".join(gone), block.tag != "equal")
        _append(right, "".join(come), block.tag != "equal")
    return _smooth(left), _smooth(right)


# ------------------------------------------------------------------ helpers


def _between(one, other) -> list[tuple[str, str, str]]:
    """What is not the same about a claim in two versions: change, voice, detail."""
    found = []
    if one.voice != other.voice:
        if one.voice == NARRATOR:
            found.append((SOURCE_ADDED, other.voice, other.source))
        elif other.voice == NARRATOR:
            found.append((SOURCE_REMOVED, one.voice, one.source))
        else:
            found.append((ANOTHER_VOICE, other.voice, f"{one.voice} → {other.voice}"))
    elif one.source != other.source:
        named = f"{one.source or 'nobody named'} → {other.source or 'nobody named'}"
        kind = SOURCE_NAMED if one.source and other.source else SOURCE_ADDED if other.source else SOURCE_REMOVED  # fmt: skip
        found.append((kind, other.voice, named))
    if one.manner in REPORTED and other.manner in QUOTED:
        found.append((TO_QUOTATION, other.voice, ""))
    if one.manner in QUOTED and other.manner in REPORTED:
        found.append((TO_PARAPHRASE, other.voice, ""))
    were, are = ([words for _, words in hedges(claim.hedge)] for claim in (one, other))
    found += [(HEDGE_WENT, one.voice, words) for words in were if words not in are]
    found += [(HEDGE_CAME, other.voice, words) for words in are if words not in were]
    return found


def _add(found: dict[Span, Span], old: Text, new: Text, *, same: bool) -> None:
    """Add pairs of sentences left over: those word for word the same, or those rewritten in their place."""
    left = [s for s in old.sentences if s not in found]
    free = [s for s in new.sentences if s not in found.values()]
    scored = []
    for one in left:
        for other in free:
            score = fuzz.token_set_ratio(*(_plain(t.raw[slice(*s)]) for t, s in ((old, one), (new, other))))  # fmt: skip
            exact = old.raw[slice(*one)] == new.raw[slice(*other)]
            if exact if same else score >= REWRITTEN and _in_its_place(found, one, other):
                scored.append((-score, one, other))
    for _, one, other in sorted(scored):
        if one not in found and other not in found.values():
            found[one] = other


def _in_its_place(found: dict[Span, Span], one: Span, other: Span) -> bool:
    """Whether two sentences stand between the same two others."""
    before = max((s for s in found if s < one), default=None)
    after = min((s for s in found if s > one), default=None)
    return (before is None or found[before] < other) and (after is None or other < found[after])


def _in_order(pairs: Sequence[tuple[Span, Span]]) -> set[tuple[Span, Span]]:
    """The most pairs that stand in the same order in both versions."""
    rank = {one: n for n, (one, _) in enumerate(sorted(pairs))}
    was = [rank[one] for one, _ in pairs]
    kept = {
        was[n]
        for block in Indel.opcodes(was, sorted(was))
        if block.tag == "equal"
        for n in range(block.src_start, block.src_end)
    }
    return {pair for pair in pairs if rank[pair[0]] in kept}


def _words(text: Text, span: Span) -> list[int]:
    return [n for n in range(*text.tokens(span)) if text.is_word(n)]


def _holding(text: Text, token: int | None) -> Span | None:
    """The sentence that holds a token."""
    if token is None:
        return None
    place = (text.starts[token], text.ends[token])
    return next((s for s in text.sentences if s[0] < place[1] and place[0] < s[1]), None)


def _sentence(article: Article, claim) -> Span | None:
    """The sentence in which a claim begins."""
    return next((s for s in article.sentences if s[0] <= claim.first < s[1]), None)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _append(pieces: list[tuple[str, bool]], words: str, differs: bool) -> None:
    if words and pieces and pieces[-1][1] == differs:
        pieces[-1] = (pieces[-1][0] + words, differs)
    elif words:
        pieces.append((words, differs))


def _smooth(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """White space between two pieces that differ differs with them."""
    found: list[tuple[str, bool]] = []
    for n, (words, differs) in enumerate(pieces):
        between = 0 < n < len(pieces) - 1 and not words.strip()
        _append(found, words, differs or between)
    return found
