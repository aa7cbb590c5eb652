"""Who "she" is, in a gold corpus that does not say: how often a name is given, and how often rightly.

The corpus is in PolNeAR's standoff layout. Which names are right was checked
by reading a sample; the check is a CSV file of places alone (`article, start,
end` of the pronoun, `voice_start, voice_end` of words that name who was said to
be meant, `verdict`), so that none of the corpus's text is in it.
"""

import csv
import re
from pathlib import Path

from closereading import voices
from closereading.errors import InputError
from closereading.standoff import corpus

PRONOUN = re.compile(r"(?i)i|we|you|he|she|it|they")


def measure(folder: Path, checked: Path) -> dict:
    """How many pronoun sources get a name, and how the checked ones stand today.

    Gives `sources`, `named` (not counting unnamed sources), `candidates` (unclear
    between some), `nobody`; and of the checked ones `right`, `wrong` (as when
    they were read), `other` (the engine names somebody else now, whom nobody
    checked) and `unsaid` (it names nobody now). Raises InputError where the
    corpus does not hold the checked articles.
    """
    texts = {name: (text, marked[0]) for name, text, marked in corpus(folder)}
    rows: dict[str, list[dict]] = {}
    with checked.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["article"], []).append(row)
    missing = sorted(set(rows) - set(texts))
    if missing:
        raise InputError(
            f"{checked.name} speaks of {missing[0]}, which is not in {folder.name}. "
            "Name the part of the corpus that was checked, PolNeAR's dev."
        )
    counts = dict.fromkeys(
        ("sources", "named", "candidates", "nobody", "right", "wrong", "other", "unsaid"), 0
    )
    for name, (text, golds) in texts.items():
        places = {gold.source[0] for gold in golds if len(gold.source) == 1}
        places = {place for place in places if PRONOUN.fullmatch(text[slice(*place)])}
        proposed = voices.proposed(text, [])
        unnamed = {voice.code for voice in proposed if voice.kind == "unnamed"}
        who = {}
        for place in places:
            found = voices.resolve(text, place, proposed)
            named = bool(found.codes) and not unnamed & set(found.codes)
            who[place] = set(found.codes) if named else set()
            counts["sources"] += 1
            counts["named" if named else "candidates" if found.candidates else "nobody"] += 1
        mentioned = {
            (row.start, row.end): row.voice for row in voices.mentions(text, proposed).itertuples()
        }
        for row in rows.get(name, []):
            given = who.get((int(row["start"]), int(row["end"])), set())
            spans = zip(row["voice_start"].split(), row["voice_end"].split(), strict=True)
            checked_as = {mentioned.get((int(a), int(b))) for a, b in spans}
            outcome = "unsaid" if not given else row["verdict"] if given == checked_as else "other"
            counts[outcome] = counts.get(outcome, 0) + 1
    return counts


def printed(counts: dict) -> str:
    """The counts in two sentences."""
    read = sum(counts[what] for what in ("right", "wrong", "other", "unsaid"))
    return (
        f"Of {counts['sources']} sources that are a bare pronoun, {counts['named']} get a name, {counts['candidates']} "
        f"candidates, {counts['nobody']} nobody. Of {read} that were checked by reading, {counts['right']} are "
        f"right and {counts['wrong']} wrong; {counts['other']} get another name now and {counts['unsaid']} none."
    )
