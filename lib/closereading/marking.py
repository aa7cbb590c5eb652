"""Claims as a reader meets them: where their words are marked, what a note says, who decided.

Prepares what `exhibit` shows of claims. Knows nothing of HTML.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import pandas as pd

from closereading import addresses
from closereading.addresses import COMPARING_PAGE
from closereading.article import Article, Span
from closereading.codebook import MANNERS, NONE, OTHER, Status
from closereading.reading import each_voice, hedges

MADE = {  # who has decided a claim, told apart in grey too
    "person": "●",
    "machine, confirmed by a person": "◐",
    "machine, confirmed by a language model": "◧",
    "language model": "□",
    "machine": "○",
}


def entry(claim, names: Mapping[str, str], labels: Mapping[str, str]) -> dict:
    """What a note, or a row of the ledger, says of a claim, in words for a reader."""
    said = [] if claim.manner == "narrated" else [claim.manner]
    said.append("statement of will" if claim.status == "will" else claim.status)
    hedged = [] if claim.hedge == NONE else hedges(claim.hedge)
    made_by, sure = getattr(claim, "made_by", ""), getattr(claim, "confidence", "")
    candidates = _told(getattr(claim, "candidates", ""))
    coded = claim.aim not in (NONE, OTHER)
    return {
        "id": claim.id,
        "words": claim.words,
        "codes": claim.voice.split("; "),
        "voice": names[claim.voice],
        "code": claim.voice,
        "manner": claim.manner,
        "status": claim.status,
        "said": ", ".join(said),
        "aim": "" if claim.aim == NONE else labels[claim.aim],
        "aim_at": f"{COMPARING_PAGE}#{addresses.aim(claim.aim)}" if coded else "",
        "holder": names[claim.holder],
        "stance": claim.stance,
        "hedges": "; ".join(f"“{words}” ({names[who]})" for who, words in hedged),
        "made_by": _told(made_by),
        "sign": MADE.get(made_by, ""),
        "sure": f"{float(sure):.2f}" if _told(sure) else "",
        "reason": _told(getattr(claim, "reason", "")),
        "candidates": " or ".join(names[code] for code in candidates.split("; ") if code),
    }


def pieces(article: Article, claims: pd.DataFrame) -> list[tuple]:
    """Marked pieces in order, none over another or over the end of a paragraph."""
    wanted = []
    for claim in claims.itertuples():
        wanted += [(a, b, "claim", claim) for a, b in claim.spans]
        wanted += [(a, b, "source", claim) for a, b in claim.source_spans]
        wanted += [(a, b, "cue", claim) for a, b in claim.cue_spans]
    wanted.sort(key=lambda piece: (piece[0], piece[2] != "claim", piece[1]))
    ordered, place = [], 0
    for start, end, role, claim in wanted:
        n = article.paragraph_of(start)
        while n < len(article.paragraphs) and article.paragraphs[n][0] < end:
            first, last = article.paragraphs[n]
            n += 1
            a, b = max(start, first, place), min(end, last)
            if a < b:
                ordered.append((a, b, role, claim))
                place = b
    return ordered


def facets(claims: pd.DataFrame, names: Mapping[str, str]) -> tuple[dict, list]:
    """By what claims can be picked out, and the addresses of the picks that tables lead to.

    A facet has, for each of its values, the class on the page, what it is called and how many claims.
    """
    single = each_voice(claims)
    heard = set(single["voice"])
    order = [*(code for code in names if code in heard), *single["voice"]]
    of_voice = dict(iter(single.groupby("voice", sort=False)))
    voices = {
        voice: (f"v{n}", names[voice], len(of_voice[voice]))
        for n, voice in enumerate(dict.fromkeys(order), 1)
    }
    found = {"voice": voices}
    for column, values, letter in (("manner", MANNERS, "m"), ("made_by", MADE, "k")):
        if column in claims:
            counted = claims[column].value_counts()
            found[column.replace("_", " ")] = {
                value: (
                    f"{letter}-{n}",
                    f"{MADE.get(value, '')} {value}".strip(),
                    int(counted[value]),
                )
                for n, value in enumerate(values, 1)
                if value in counted
            }
    statuses = {status.value: f"s-{n}" for n, status in enumerate(Status, 1)}
    manners = {value: called[0] for value, called in found["manner"].items()}
    picks = []
    for voice, (shown, name, _) in voices.items():
        picks.append((addresses.claims(voice), shown, name))
        mine = of_voice[voice]
        for column, known in (("manner", manners), ("status", statuses)):
            for kind in dict.fromkeys(mine[column]):
                place = addresses.claims(voice, kind)
                picks.append((place, f"{shown} {known[kind]}", f"{name}, {kind}"))
    return found, picks


def classes(entry: Mapping, among: Mapping) -> list[str]:
    """The classes by which a claim can be picked out."""
    found = [among["voice"][code][0] for code in entry["codes"]]
    found += [among["manner"][entry["manner"]][0]]
    found += [f"s-{n}" for n, status in enumerate(Status, 1) if status == entry["status"]]
    made = among.get("made by", {}).get(entry["made_by"])
    return found + ([made[0]] if made else [])


def quoted(article: Article, claim) -> dict:
    start, end = _sentences(article, claim.spans)
    parts, place = [], start
    for a, b in claim.spans:
        parts += [(article.text[place:a], False), (article.text[a:b], True)]
        place = b
    parts.append((article.text[place:end], False))
    return {"id": claim.id, "words": claim.words, "parts": parts, "manner": claim.manner, "stance": claim.stance,
            "lang": article.language}  # fmt: skip


def _sentences(article: Article, spans: Sequence[Span]) -> Span:
    """From the beginning of the first sentence that the spans touch to the end of the last."""
    first, last = spans[0][0], spans[-1][1]
    begin = bisect_right(article.sentences, first, key=lambda span: span[1])
    beyond = bisect_left(article.sentences, last, key=lambda span: span[0])
    touched = article.sentences[begin:beyond]
    return (min(first, touched[0][0]), max(last, touched[-1][1])) if touched else (first, last)


def _told(value: object) -> str:
    """A cell of an optional column as text; "" where it says nothing."""
    return "" if value is None or value != value else str(value)
