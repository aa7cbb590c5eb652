"""What an annotator draws: an article and the claims on it, as JSON.

Made of a study and of a file of corrections laid over the draft. Offsets are
UTF-16 units, as a browser counts; text that is only shown has the characters
that hide or turn others written out. Decides nothing and writes nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from closereading import marking
from closereading.article import Article
from closereading.byhand.units import Units
from closereading.characters import UNSEEN, direction, visible
from closereading.codebook import MANNERS, NARRATOR, NONE, OTHER, UNCLEAR, Stance, Status, Study
from closereading.reading import files
from closereading.reading.misfits import misfits_of
from closereading.reading.overlay import Correction, Decision, Overlay
from closereading.reading.table import CODED, MACHINE

CELLS = [column for column in CODED if column not in ("id", "words", "coder")]
DRAFTED = "drafted"  # beside the four decisions: nobody has decided
BLANK = "\ufffd"  # stands where the article has a character that nobody sees; one for one

Claim = dict[str, object]


def article(study: Study) -> dict[str, object]:
    """The text and where its paragraphs are; it does not change with a decision."""
    text = study.article.text
    units = Units(text)
    return {
        "text": UNSEEN.sub(BLANK, text),
        "print": text_print(study.article),
        "paragraphs": [
            {"span": units.in_units([span])[0], "kind": study.article.kind(span)}
            for span in study.article.paragraphs
        ],
        "language": study.article.language,
        "direction": direction(study.article.language),
        "title": visible(study.article.title or study.name),
    }


def text_print(article: Article) -> str:
    """By what a text is known to be the one that was shown."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def choices(study: Study, over: Overlay, claims: Iterable[Claim]) -> dict[str, list[dict]]:
    """What each coded column may hold: value, what it is called, and a word of help."""
    names = {voice.code: voice.name for voice in study.voices}
    shown = {cell for claim in claims for cell in claim["cells"]["voice"].split("; ")}
    listed = [*names, *sorted((over.names | shown) - set(names) - {UNCLEAR, NONE, ""})]
    voices = [_choice(code, names.get(code, f"{code} (not in the codebook)")) for code in listed]
    holders = [one for one in voices if one["value"] != NARRATOR]
    unclear = _choice(UNCLEAR, "unclear: a voice not made out")
    aims = [
        _choice(aim.code, aim.label, f"{aim.definition} Includes: {aim.includes} Excludes: {aim.excludes}")
        for aim in study.aims
    ]  # fmt: skip
    return {
        "voice": [*voices, unclear],
        "manner": [_choice(manner) for manner in MANNERS],
        "holder": [_choice(NONE, "none: nobody is said to want something"), *holders, unclear],
        "aim": [_choice(NONE, "none"), *aims, _choice(OTHER, "other: an aim that no code fits")],
        "stance": [_choice(stance.value) for stance in Stance],
        "status": [_choice(status.value) for status in Status],
    }


def _choice(value: str, name: str = "", about: str = "") -> dict[str, str]:
    return {"value": value, "name": visible(name or value), "about": visible(about)}


def claims(study: Study, over: Overlay, coder: str) -> list[Claim]:
    """All that can be decided about, in the order of the article: the draft's claims, and every correction."""
    misfits = dict(misfits_of(over)[["id", "why"]].itertuples(index=False))
    units = Units(study.article.text)
    rows = [_drafted(study, row, units) for row in over.kept]
    rows += [_corrected(study, one, units, coder, misfits) for one in over.corrections]
    for row in rows:
        row["print"] = _print(row)
        row["called"] = _called(study, row)
    nowhere = len(study.article.text) * 2
    return sorted(rows, key=lambda row: row["spans"][0] if row["spans"] else [nowhere, nowhere])


def _drafted(study: Study, row: Mapping, units: Units) -> Claim:
    return {
        "id": row["id"],
        "decision": DRAFTED,
        "stands": True,
        "mark": marking.MADE[MACHINE],
        "sign": "drafted by the machine, not decided",
        "mine": False,
        "words": visible(row["words"]),
        "cells": {column: str(row[column]) for column in CELLS},
        "spans": units.in_units(row["spans"]),
        "source": units.in_units(row["source_spans"]),
        "cue": units.in_units(row["cue_spans"]),
        "reason": visible(row.get("reason") or ""),
        "candidates": visible(row.get("candidates") or ""),
        "why": "",
    }


def _corrected(
    study: Study, one: Correction, units: Units, coder: str, misfits: Mapping[str, str]
) -> Claim:
    owner = one.row["coder"]
    readers = {reader.code: reader for reader in study.codebook.readers}
    kind = files.maker(study, owner)
    name = readers[owner].name if owner in readers else owner
    by = f"{name} ({kind})" if kind != "person" else name
    how = {
        Decision.ACCEPTED: "drafted by the machine, accepted by {}",
        Decision.CHANGED: "drafted by the machine, changed by {}",
        Decision.ADDED: "added by {}",
        Decision.DELETED: "deleted by {}",
    }[Decision(one.decision)]
    confirmed = f"{MACHINE}, confirmed by a {kind}"
    mark = marking.MADE.get(confirmed if one.decision == Decision.ACCEPTED else kind, "")
    return {
        "id": one.id,
        "decision": str(one.decision),
        "stands": one.stands,
        "mark": "✕" if one.decision == Decision.DELETED else mark,
        "sign": visible(how.format("you" if owner == coder else by)),
        "mine": owner == coder or owner not in readers,
        "words": visible(one.row["words"]),
        "cells": {column: one.row.get(column, "") for column in CELLS},
        "spans": units.in_units(one.spans),
        "source": units.in_units(one.beside.get("source", [])),
        "cue": units.in_units(one.beside.get("cue", [])),
        "reason": "",
        "candidates": "",
        "why": visible(misfits.get(one.id, "")),
    }


def _print(row: Claim) -> str:
    """By what a claim is known to be as it was shown."""
    seen = [row[key] for key in ("id", "decision", "words", "cells", "spans", "source", "cue")]
    raw = json.dumps(seen, sort_keys=True).encode()
    return hashlib.sha256(raw).hexdigest()[:16]


def _called(study: Study, row: Claim) -> str:
    """A claim in a few words: what a list or a screen reader says of it."""
    cells = row["cells"]
    said = [study.names[cells["voice"]], cells["manner"]]
    if cells["aim"] not in (NONE, ""):
        said.append(f"{cells['stance']} {study.labels[cells['aim']]}")
    return visible(", ".join(part for part in said if part))
