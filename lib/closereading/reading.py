"""A reading: the table of all claims of one article, coded.

Loads and saves readings as CSV, finds the place of each claim's words in the
article, and drafts a reading from attributions. Compares nothing.

A table of claims has one row per claim, in the order of the article, with the
columns COLUMNS as text, and besides them

- `spans`, `source_spans`, `cue_spans`: lists of (start, end) into the article
- `first`, `last`: where the claim begins and ends (code points, end exclusive)
"""

import csv
import io
import os
import re
import tempfile
from pathlib import Path

import pandas as pd

from closereading import attribution, voices
from closereading.article import Article, Span
from closereading.attribution import cues as lexicon
from closereading.attribution.quotations import quotations
from closereading.codebook import MANNERS, NARRATOR, NONE, OTHER, UNCLEAR, Stance, Status, Study
from closereading.errors import InputError, there_is

CODED = [
    "id", "words", "voice", "manner", "source", "cue", "holder", "chain",
    "aim", "stance", "hedge", "status", "coder", "note",
]  # fmt: skip
PLACES = ["start", "end", "source_start", "source_end", "cue_start", "cue_end"]
COLUMNS = [*CODED, *PLACES]
OPTIONAL = [
    "settled",  # why a difference between two readings was settled so
    "confidence",  # of a drafted claim: how likely its attribution is right
]
GAP = " […] "  # between the stretches of a claim that others' words interrupt
MACHINE = "machine"  # the coder of what was drafted
ARTICLE = "article"  # the first link of every chain
LINK = re.compile(r"(?P<who>[^()]+) \((?P<words>.+)\)")


def load(study: Study, name: str = "") -> pd.DataFrame:
    """The claims of one reading of a study; `draft` is the machine's own, and no name the study's usual one.

    Raises UsageError for a reading that is not there, InputError for a mistake
    in it, with its line.
    """
    name = name or study.codebook.reading
    if name == "draft":
        return draft(study)
    return read(study, study.reading_file(name))


def read(study: Study, path: Path) -> pd.DataFrame:
    """The claims in a CSV file (UTF-8), each checked and placed in the article."""
    place = f"{study.name}/readings/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = _lines(text)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{place} is not UTF-8 text: byte {error.start} cannot be decoded. Save it as CSV UTF-8."
        ) from None
    except (OSError, csv.Error) as error:
        raise InputError(f"Cannot read {place}: {error}.") from None
    _, header = table[0] if table else (1, [])
    for column in CODED:
        if column not in header:
            raise InputError(
                f"{place}, line 1: the column {column!r} is missing. {there_is(column, header)}"
            )
    rows, ids, taken = [], set(), {}
    for number, cells in table[1:]:
        line = f"{place}, line {number}"
        if len(cells) != len(header):
            raise InputError(f"{line}: the row has not as many cells as the header.")
        row = dict(zip(header, cells, strict=True))
        if not row["id"] or row["id"] in ids:
            raise InputError(
                f"{line}: the id {row['id']!r} is {'taken' if row['id'] else 'empty'}. "
                "Give each claim one of its own."
            )
        ids.add(row["id"])
        _check_codes(study, row, line)
        after = rows[-1]["spans"][-1][1] if rows else 0
        row["spans"] = _placed(study.article.text, row, after, line)
        for span in row["spans"]:
            for other, owner in taken.items():
                if _overlap([span], [other]):
                    raise InputError(f"{line}: the words overlap with those of claim {owner}.")
        taken |= dict.fromkeys(row["spans"], row["id"])
        for role in ("source", "cue"):
            row[f"{role}_spans"] = _beside(study.article, row, role, line)
        rows.append(row)
    return _table(sorted(rows, key=lambda row: row["spans"][0]))


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file that hold anything, each with the line it begins in."""
    reader, found, before = csv.reader(io.StringIO(text, newline=""), strict=True), [], 0
    for cells in reader:
        if cells:
            found.append((before + 1, cells))
        before = reader.line_num
    return found


def save(claims: pd.DataFrame, path: Path) -> None:
    """Write a reading as CSV, all of it or nothing: UTF-8, one row per claim.

    The offsets of words, source and cue are written with it; a claim of
    several stretches has several numbers in a cell, with a space between.
    """
    columns = [*CODED, *(column for column in OPTIONAL if column in claims), *PLACES]
    text = as_csv(with_places(claims)[columns])
    path = Path(path)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def as_csv(table: pd.DataFrame) -> str:
    """A table as CSV text: comma, LF, quotation marks where a cell needs them.

    A carriage return needs them too, which Python's writer leaves out before 3.13.
    """
    risky = any("\r" in str(cell) for cell in table.to_numpy().ravel())
    quoting = csv.QUOTE_NONNUMERIC if risky else csv.QUOTE_MINIMAL
    return table.to_csv(index=False, lineterminator="\n", quoting=quoting)


def with_places(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with the columns `start`, `end` and those of source and cue filled in."""
    placed = claims.copy()
    for role, prefix in (("spans", ""), ("source_spans", "source_"), ("cue_spans", "cue_")):
        for edge, number in (("start", 0), ("end", 1)):
            placed[prefix + edge] = [
                " ".join(str(s[number]) for s in spans) for spans in claims[role]
            ]
    return placed


def links(chain: str) -> list[tuple[str, str]]:
    """Who and cue of each link of a chain after the article.

    >>> links("article → Trump (said) → Putin (wants)")
    [('Trump', 'said'), ('Putin', 'wants')]
    """
    parts = [part.strip() for part in re.split(r"→|->", chain)]
    return [_who_and_words(part) for part in parts[1:]]


def hedges(cell: str) -> list[tuple[str, str]]:
    """Owner and words of each hedge of a claim.

    >>> hedges("Galeotti (I mean); Galeotti (essentially)")
    [('Galeotti', 'I mean'), ('Galeotti', 'essentially')]
    """
    return [] if cell == NONE else [_who_and_words(part) for part in cell.split("; ")]


def each_voice(claims: pd.DataFrame) -> pd.DataFrame:
    """One row per claim and voice: a claim of two voices stands once for each.

    The column `together` names the other voices of the claim.
    """
    split = claims.assign(voices=claims["voice"], voice=claims["voice"].str.split("; "))
    rows = split.explode("voice", ignore_index=True)
    pairs = zip(rows.pop("voices"), rows["voice"], strict=True)
    rows["together"] = ["; ".join(v for v in all_.split("; ") if v != one) for all_, one in pairs]
    return rows


def of(claims: pd.DataFrame, **wanted: list[str]) -> pd.DataFrame:
    """The claims whose column holds one of the wanted values; an empty list wants all.

    >>> of(claims, voice=["Berzina"], manner=["direct", "mixed"])  # doctest: +SKIP
    """
    for column, values in wanted.items():
        if values:
            held = claims[column].str.split("; ")
            claims = claims[[bool(set(values) & set(cell)) for cell in held]]
    return claims


def about(claims: pd.DataFrame, holders: list[str]) -> pd.DataFrame:
    """The claims that ascribe an aim to one of the holders."""
    return claims[claims["holder"].isin(holders) & (claims["aim"] != NONE)]


def draft(study: Study) -> pd.DataFrame:
    """The machine's reading: attributions with their voices, the rest the narrator's.

    Every sentence, or what an attribution leaves of it, that says something is
    a claim of the narrator. Aims, chains and hedges are not drafted: their
    cells say `none`, and the status is `not coded`. A source that is not resolved has the voice `unclear`.
    """
    text, rows = study.article.text, []
    taken: list[Span] = []
    for found in attribution.attributions(text):
        if _overlap(found.content, taken) or _diagnosed(text, found):
            continue
        content = _as_coded(text, found.content)
        if not content:
            continue
        taken += [*found.content, *found.source, *found.cue]
        who = voices.resolve(text, found.source, study.voices)
        coded = {
            "voice": "; ".join(who) or UNCLEAR,
            "manner": attribution.manner(text, found).value,
            "confidence": found.confidence,
        }
        rows += [
            _drafted(text, words, found.source, found.cue) | coded
            for words in _by_sentence(study.article.sentences, content)
        ]
    for start, end in study.article.sentences:
        if study.article.kind((start, end)) == "byline":
            continue
        for rest in _remainders(text, (start, end), taken):
            rows.append(_drafted(text, (rest,), (), ()) | {"voice": NARRATOR, "manner": "narrated"})
    rows.sort(key=lambda row: row["spans"][0])
    for number, row in enumerate(rows, 1):
        row["id"] = f"d{number:02}"
    return _table(rows)


def _drafted(text: str, words: tuple, source: tuple, cue: tuple) -> dict:
    spans = {"spans": list(words), "source_spans": list(source), "cue_spans": list(cue)}
    exact = {
        "words": GAP.join(text[a:b] for a, b in words),
        "source": GAP.join(text[a:b] for a, b in source),
        "cue": GAP.join(text[a:b] for a, b in cue),
    }
    return spans | exact | {
        "holder": NONE, "chain": ARTICLE, "aim": NONE, "stance": Stance.NOT_STATED.value,
        "hedge": NONE, "status": Status.NOT_CODED.value, "coder": MACHINE, "note": "",
    }  # fmt: skip


def _as_coded(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without an introducing "that" and without the marks around a wholly direct quotation."""
    spans = []
    for number, (start, end) in enumerate(content):
        lead = re.match(r"that\s+", text[start:end], re.IGNORECASE) if number == 0 else None
        start += lead.end() if lead else 0
        inner = next(
            (q.words for q in quotations(text[start:end]) if q.outer == (0, end - start)), None
        )
        start, end = (start + inner[0], start + inner[1]) if inner else (start, end)
        if start < end:
            spans.append((start, end))
    return tuple(spans)


def _diagnosed(text: str, found: attribution.Attribution) -> bool:
    """Whether it is the narrator who says what somebody wants or feels: nobody is shown saying so.

    So it is with cues of intention ("wants"), and with words that are no cue of
    the lexicon ("have never forgotten"), unless something is quoted.
    """
    cue = " ".join(text[a:b] for a, b in found.cue)
    kind = lexicon.cue_class(cue)
    if kind is lexicon.CueClass.INTENTION:
        return True
    quoted = attribution.manner(text, found) in (
        attribution.Manner.DIRECT,
        attribution.Manner.MIXED,
    )
    return kind is None and not quoted and any(letter.isalpha() for letter in cue)


def _by_sentence(sentences: list[Span], content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """A content of several sentences as several claims; what is interrupted within a sentence stays together."""
    pieces: list[tuple[Span, ...]] = []
    for first, last in sentences:
        here = tuple((max(a, first), min(b, last)) for a, b in content if a < last and first < b)
        if here:
            pieces.append(here)
    return pieces


def _remainders(text: str, sentence: Span, taken: list[Span]) -> list[Span]:
    """What is left of a sentence outside the taken spans, if it has at least three words."""
    place, end = sentence
    free: list[Span] = []
    for a, b in sorted(taken):  # they may lie within each other: a source inside a content
        if a < end and place < b:
            free.append((place, a))
            place = b
    left = []
    for a, b in [*free, (place, end)]:
        piece = re.search(r"\w.*\w[.?!%)”\"]*", text[a:b], re.DOTALL) if a < b else None
        if piece and len(re.findall(r"\w+", piece.group())) >= 3:
            left.append((a + piece.start(), a + piece.end()))
    return left


def _overlap(spans, others) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _table(rows: list[dict]) -> pd.DataFrame:
    claims = pd.DataFrame(
        rows, columns=None if rows else [*CODED, "spans", "source_spans", "cue_spans"]
    )
    claims["first"] = [spans[0][0] for spans in claims["spans"]]
    claims["last"] = [spans[-1][1] for spans in claims["spans"]]
    return with_places(claims)


def _who_and_words(part: str) -> tuple[str, str]:
    match = LINK.fullmatch(part.strip())
    if not match:
        raise InputError(f"{part.strip()!r} is not of the form WHO (WORDS).")
    return match["who"], match["words"]


def _check_codes(study: Study, row: dict, line: str) -> None:
    """Raise InputError for a cell whose value the codebook does not know."""
    voices_known = [voice.code for voice in study.voices]
    people = [*voices_known, NONE]
    closed = {
        "manner": MANNERS,
        "holder": people,
        "aim": [aim.code for aim in study.aims] + [OTHER, NONE],
        "stance": [stance.value for stance in Stance],
        "status": [status.value for status in Status],
        "coder": [*(reader.code for reader in study.codebook.readers), MACHINE],
    }
    for column, known in closed.items():
        if row[column] not in known:
            raise InputError(
                f"{line}: {column} {row[column]!r} is not known. {there_is(row[column], known)}"
            )
    codes = row["voice"].split("; ")
    for code in codes:
        if code not in voices_known:
            raise InputError(f"{line}: voice {code!r} is not known. {there_is(code, voices_known)}")
        if codes.count(code) > 1:
            raise InputError(f"{line}: the voice {code!r} stands twice in {row['voice']!r}.")
        if code == NARRATOR and len(codes) > 1:
            raise InputError(
                f"{line}: the narrator's claims are its own, not joint ones: {row['voice']!r}."
            )
    if (row["aim"] == NONE) != (row["stance"] == Stance.NOT_STATED):
        raise InputError(
            f"{line}: aim {row['aim']!r} does not go with stance {row['stance']!r}. "
            "A claim without an aim has the stance 'not stated', and only that."
        )
    if row["aim"] != NONE and row["holder"] == NONE:
        raise InputError(
            f"{line}: the aim {row['aim']!r} has no holder. Say to whom it is ascribed."
        )
    if (row["voice"] == NARRATOR) != (row["manner"] == "narrated"):
        raise InputError(
            f"{line}: voice {row['voice']!r} does not go with manner {row['manner']!r}. "
            "The narrator's claims, and only they, are narrated."
        )
    if re.split(r"\s*(?:→|->)", row["chain"])[0] != ARTICLE:
        raise InputError(f"{line}: the chain {row['chain']!r} does not begin with 'article'.")
    try:
        named = links(row["chain"]) + hedges(row["hedge"])
    except InputError as error:
        raise InputError(f"{line}: {error}") from None
    for who, _ in named:
        for code in who.split("; "):
            if code not in voices_known:
                raise InputError(f"{line}: {code!r} is no voice. {there_is(code, voices_known)}")


def _placed(text: str, row: dict, after: int, line: str) -> list[Span]:
    """Where the claim's words stand: as its offsets say, else where they occur once, or once after the last claim."""
    pieces = row["words"].split(GAP)
    given = _given(row, "", len(pieces), line)
    spans: list[Span] = []
    for number, piece in enumerate(pieces):
        if not piece:
            raise InputError(f"{line}: the claim has no words.")
        if given:
            start, end = given[number]
            if text[start:end] != piece:
                raise InputError(
                    f"{line}: the article has {_short(text[start:end])} at {start}, not "
                    f"{_short(piece)}. Correct the words, or empty start and end."
                )
            spans.append((start, end))
            continue
        places = [match.start() for match in re.finditer(_whole(piece), text)]
        later = [place for place in places if place >= (spans[-1][1] if spans else after)]
        if not places:
            raise InputError(
                f"{line}: {_short(piece)} is not in the article. Copy its words exactly."
            )
        if len(places) > 1 and len(later) != 1 and not spans:
            raise InputError(
                f"{line}: {_short(piece)} is in the article {len(places)} times. "
                f"Say which by its start: {', '.join(map(str, places))}."
            )
        if spans and not later:
            raise InputError(f"{line}: {_short(piece)} does not stand after the stretch before it.")
        start = later[0] if later else places[0]
        spans.append((start, start + len(piece)))
    return spans


def _beside(article: Article, row: dict, role: str, line: str) -> list[Span]:
    """Where source or cue stands: as its offsets say, else nearest to the claim, in its paragraph first."""
    words = row[role]
    if not words:
        return []
    pieces = words.split(GAP)
    given = _given(row, f"{role}_", len(pieces), line)
    found = []
    here = article.paragraphs[article.paragraph_of(row["spans"][0][0])]
    for number, piece in enumerate(pieces):
        if given:
            start, end = given[number]
            if article.text[start:end] != piece:
                raise InputError(f"{line}: the {role} at {start} is not {_short(piece)}.")
            found.append((start, end))
            continue
        spans = [match.span() for match in re.finditer(_whole(piece), article.text)]
        spans = [span for span in spans if not _overlap([span], row["spans"])]
        if not spans:
            raise InputError(
                f"{line}: the {role} {_short(piece)} is not in the article beside the claim."
            )
        first, last = row["spans"][0][0], row["spans"][-1][1]
        found.append(
            min(
                spans,
                key=lambda span: (
                    not (here[0] <= span[0] < here[1]),
                    max(first - span[1], span[0] - last),
                ),
            )
        )
    return found


def _whole(words: str) -> str:
    """A pattern for the words that begins and ends at a word's edge."""
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def _given(row: dict, prefix: str, pieces: int, line: str) -> list[Span]:
    """The spans that the row's own offsets name, or none where they are left empty."""
    starts, ends = (str(row.get(prefix + edge) or "").split() for edge in ("start", "end"))
    if not starts and not ends:
        return []
    if not len(starts) == len(ends) == pieces or not all(
        re.fullmatch(r"[0-9]{1,9}", n) for n in starts + ends
    ):
        raise InputError(
            f"{line}: {prefix}start and {prefix}end need one whole number for each stretch."
        )
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:57] + "…")
