"""What a notebook shows: tables, figures, sentences, the marked article.

Each exhibit is HTML in the part of the language that JupyterLab leaves alone
in a notebook it did not run itself: classes, inline styles, no `<style>`, no
`<svg>`, no `aria-*`. A table carries its CSV with it, so that whoever holds the
executed notebook holds the tables too. Everything from outside is escaped.
"""

import base64
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
from jinja2 import Environment, PackageLoader
from matplotlib.axes import Axes

from closereading import addresses, findings, marking, svg
from closereading import editions as compared
from closereading.addresses import CLAIMS_PAGE, COMPARING_PAGE
from closereading.article import Article
from closereading.attribution import is_english
from closereading.characters import direction, visible
from closereading.codebook import MANNERS, NONE, OTHER, Names, Status, Study
from closereading.reading import CODED, OPTIONAL, PLACES, as_csv

SIGNS = {
    "affirms": "+",
    "denies": "−",
    "doubts": "?",
    "reports": "o",
    "mixed": "±",
    "not stated": "·",
}
TINT = "background: rgba(0, 114, 178, .14); color: inherit"  # in light and in dark
UNDERLINES = {  # beside the page's own style, for JupyterLab
    "direct": f"border-bottom: 3px solid; {TINT}",
    "mixed": f"border-bottom: 3px double; {TINT}",
    "indirect": f"border-bottom: 2px dashed; {TINT}",
    "attitude": f"border-bottom: 2px dotted; {TINT}",
    "narrated": "background: none; color: inherit",
}
CODES = {"voice", "other", "holder", "owner", "who", "aim"}  # columns whose codes have names
CLAIM_IDS = {"id", "ids"}  # columns that name claims
KINDS = [*MANNERS, *(status.value for status in Status)]  # columns that count claims of a voice
OF_CLAIMS = {
    "quoted words",
    "paraphrase",
    "attitude",
    "source and cue words",
}  # of the voice ledger
ROWS = 500  # of a table on a page; its CSV has all
FORMULA = tuple("=+-@\t\r")
# The order on the report's first page: who decided, the answers, the matrix, pictures, the rest.
WHO, ANSWERS, MATRIX, PICTURE, REST = range(1, 6)

_templates = Environment(
    loader=PackageLoader("closereading", "templates/exhibits"),
    autoescape=True,
    finalize=lambda value: visible(value) if type(value) is str else value,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["direction"] = direction


class Exhibit:
    """Something to show: HTML, a text for where there is none, and for a table its CSV."""

    def __init__(self, html: str, text: str, csv: str = "", place: int = REST, **about: object):
        self.data = {"text/html": html, "text/plain": text}
        self.place = place
        if csv:
            self.data["text/csv"] = csv
        self.about = {key: value for key, value in about.items() if value}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data, ({"closereading": self.about} if self.about else {})

    def at_a_glance(self) -> "Exhibit":
        """The same exhibit, to be shown on the report's first page too, where its kind has its place."""
        self.about["glance"] = self.place
        return self


def finding(*sentences: str) -> Exhibit:
    """What a table shows, in computed sentences, one paragraph each."""
    return Exhibit(_html("finding", sentences=sentences), "\n".join(sentences), place=WHO)


def figure(ax: Axes | None, sentence: str) -> Exhibit:
    """A figure with its finding, which is also what it says to those who cannot see it.

    Where there was nothing to draw, the finding alone.

    The picture is SVG with its text as text, so that any script and sign is
    set in the reader's own fonts; the same figure gives the same bytes.
    """
    if ax is None:
        return finding(sentence)
    picture = base64.b64encode(svg.picture(ax.figure).encode()).decode()
    html = _html(
        "figure",
        source=f"data:image/svg+xml;base64,{picture}",
        sentence=sentence,
        width=round(ax.figure.get_figwidth() * 96),
    )
    return Exhibit(html, sentence, place=PICTURE)


def head(study: Study) -> Exhibit:
    """What is asked, and of which article."""
    about = study.codebook.article
    foreign = not is_english(study.article.text)
    waiting = findings.waiting(study.waiting)
    html = _html("head", question=study.question, about=about, foreign=foreign, waiting=waiting)
    return Exhibit(html, f"{study.question}\n{about.title or about.file}")


def table(
    frame: pd.DataFrame,
    name: str,
    caption: str,
    columns: Mapping[str, str] | Sequence[str] | None = None,
    names: Mapping[str, str] | None = None,
    folded: bool = False,
) -> Exhibit:
    """A table, and its CSV under the name `name`.csv with every column.

    `columns` are those to show, with other headings if it is a mapping; `names`
    replace codes by what they are called, on the page only; a folded table is
    one click away. Claims, aims, paragraphs and counts of claims lead to the
    words behind them.
    """
    kept = [column for column in frame if not column.endswith("spans")]
    shown = columns if columns is not None else kept
    headings = dict(shown) if isinstance(shown, Mapping) else {column: column for column in shown}
    numeric = [pd.api.types.is_numeric_dtype(frame[c]) and frame[c].dtype != bool for c in headings]
    called = Names(names or {})
    rows = []
    for row in frame.head(ROWS).to_dict("records"):
        cells = []
        for column in headings:
            value = _shown(called[row[column]] if column in CODES else row[column])
            cells.append(_led(column, value, row))
        rows.append(cells)
    html = _html(
        "table",
        caption=caption + _cut(frame, name),
        headings=list(headings.values()),
        rows=rows,
        numeric=numeric,
        folded=folded,
    )
    csv = as_csv(frame[kept].map(_no_formula))
    return Exhibit(html, frame[list(headings)].head(ROWS).to_string(index=False), csv, table=name)


def matrix(
    characterised: pd.DataFrame,
    name: str,
    caption: str,
    names: Mapping[str, str],
    labels: Mapping[str, str],
) -> Exhibit:
    """The matrix voice × aim: each filled cell leads to the words behind it."""
    stance = characterised.set_index(["voice", "aim"])
    voices, aims = characterised["voice"].unique(), characterised["aim"].unique()
    rows = []
    for aim in aims:
        cells = []
        for voice in voices:
            value, count = stance.loc[(voice, aim)]
            kind = "mixed" if ";" in value else value
            cells.append({"kind": kind.replace(" ", "-"), "sign": SIGNS[kind], "stance": value,
                          "count": count, "words": addresses.cell(voice, aim), "at": addresses.at(voice, aim)})  # fmt: skip
        rows.append((labels[aim], addresses.aim(aim), cells))
    heard = set(characterised.loc[characterised["claims"] > 0, "voice"])
    heads = [
        (names[v], f"{CLAIMS_PAGE}#{addresses.claims(v)}" if v in heard else "") for v in voices
    ]
    empty = "The codebook has no aims yet, so no voices are set side by side here."
    html = _html("matrix", caption=caption, heads=heads, rows=rows)
    html = html if rows else _html("finding", sentences=[empty])
    csv = as_csv(characterised)
    text = characterised.to_string(index=False)
    return Exhibit(html, text, csv, place=MATRIX, table=name)


def words_behind(
    article: Article, claims: pd.DataFrame, voices: Sequence[str], aims: Sequence[str],
    names: Mapping[str, str], labels: Mapping[str, str],
) -> Exhibit:  # fmt: skip
    """The exact words behind each filled cell of the matrix, in their sentences.

    `claims` are those about the holders, one row per claim and voice.
    """
    cells = []
    for voice in voices:
        for aim in aims:
            here = claims[(claims["voice"] == voice) & (claims["aim"] == aim)]
            quotes = [marking.quoted(article, claim) for claim in here.head(ROWS).itertuples()]
            if quotes:
                title = f"{names[voice]}, {labels[aim]}{_cut(here, 'claims')}"
                cells.append({"id": addresses.cell(voice, aim), "at": addresses.at(voice, aim),
                              "title": title, "quotes": quotes})  # fmt: skip
    text = "\n".join(
        f"{cell['title']}: " + "; ".join(q["words"] for q in cell["quotes"]) for cell in cells
    )
    return Exhibit(_html("words", cells=cells, page=CLAIMS_PAGE), text)


def quotes(article: Article, claims: pd.DataFrame, names: Mapping[str, str]) -> Exhibit:
    """Claims in their sentences, each with who puts it forward."""
    cells = [
        {
            "id": f"words-{claim.id}",
            "title": f"{names[claim.voice]}, {claim.manner}",
            "quotes": [marking.quoted(article, claim)],
        }
        for claim in claims.head(ROWS).itertuples()
    ]
    text = "\n".join(f"{cell['title']}: {cell['quotes'][0]['words']}" for cell in cells)
    return Exhibit(_html("words", cells=cells, page=CLAIMS_PAGE), text)


def portraits(
    paragraphs: Mapping[str, str], names: Mapping[str, str], claims: pd.DataFrame
) -> Exhibit:
    """A computed paragraph for each voice, by the voice's code; the claims named in it lead to their words."""
    return _paragraphs("cr-portrait", paragraphs, names, claims)


def answers(
    paragraphs: Mapping[str, str], names: Mapping[str, str], claims: pd.DataFrame
) -> Exhibit:
    """What each voice answers to the study's question, in short."""
    return _paragraphs("cr-answer", paragraphs, names, claims, place=ANSWERS)


def _paragraphs(kind, paragraphs, names, claims, **about) -> Exhibit:
    heard, ids = set(claims["voice"]), set(claims["id"])
    written = []
    for voice, paragraph in paragraphs.items():
        name = names[voice]
        named = name if paragraph.lower().startswith(name.lower()) else ""
        href = f"{CLAIMS_PAGE}#{addresses.claims(voice)}" if voice in heard else ""
        written.append((paragraph[: len(named)], href, _with_links(paragraph[len(named) :], ids)))
    text = "\n".join(f"{names[voice]}: {said}" for voice, said in paragraphs.items())
    return Exhibit(_html("portraits", kind=kind, paragraphs=written), text, **about)


def claims(
    frame: pd.DataFrame, caption: str, names: Mapping[str, str], labels: Mapping[str, str]
) -> Exhibit:
    """The ledger of claims; its CSV has every column of a reading."""
    rows = [marking.entry(claim, names, labels) for claim in frame.head(ROWS).itertuples()]
    made = "made_by" in frame
    kept = [column for column in (*CODED, *OPTIONAL, *PLACES) if column in frame]
    csv = as_csv(frame[kept].map(_no_formula))
    kept = ["id", "voice", "manner", "words", "aim", "stance", "status"]
    text = frame[kept + ["made_by"] * made].head(ROWS).to_string(index=False)
    caption += _cut(frame, "claims")
    return Exhibit(
        _html("claims", caption=caption, rows=rows, made=made), text, csv, table="claims"
    )


def chains(
    frame: pd.DataFrame, parts: Sequence[Sequence[tuple[str, str]]], name: str, caption: str,
    names: Mapping[str, str], labels: Mapping[str, str],
) -> Exhibit:  # fmt: skip
    """Each chain as a line to be read, from the voice next to the article to the aim.

    `parts` holds, for each row of the table, its links as (name, cue).
    """
    shown = frame.head(ROWS)
    rows = [
        {
            "id": row.id,
            "href": f"{CLAIMS_PAGE}#claim-{row.id}",
            "links": links,
            "aim": labels[row.aim],
            "aim_at": "" if row.aim == OTHER else f"#{addresses.aim(row.aim)}",
            "stance": row.stance,
        }
        for row, links in zip(shown.itertuples(), parts[:ROWS], strict=True)
    ]
    text = "\n".join(f"{row.id}: {row.chain} → {labels[row.aim]}" for row in shown.itertuples())
    csv = as_csv(frame.map(_no_formula))
    caption += _cut(frame, name)
    return Exhibit(_html("chains", caption=caption, rows=rows), text, csv, table=name)


def pairs(
    frame: pd.DataFrame, name: str, caption: str, names: Mapping[str, str], labels: Mapping[str, str]
) -> Exhibit:  # fmt: skip
    """Pairs of voices, a row each: on what they agree, on what they differ, what one alone speaks of."""
    rows = []
    for (one, two), group in frame.groupby(["voice", "other"], sort=False):
        cells = []
        for relation in ("agree", "differ", "one only"):
            aims = group.loc[group["relation"] == relation, "aim"]
            cells.append([(labels[aim], f"#{addresses.aim(aim)}") for aim in aims])
        rows.append((f"{names[one]} – {names[two]}", cells))
    csv = as_csv(frame.map(_no_formula))
    return Exhibit(
        _html("pairs", caption=caption, rows=rows), frame.to_string(index=False), csv, table=name
    )


def concordance(lines: pd.DataFrame, name: str, caption: str) -> Exhibit:
    """Key words in context, the key words one under the other."""
    csv = as_csv(lines.map(_no_formula))
    shown = lines[["left", "word", "right", "paragraph"]].head(ROWS)
    rows = list(shown.itertuples(index=False))
    text = shown[["left", "word", "right"]].to_string(index=False, header=False)
    return Exhibit(
        _html("concordance", caption=caption + _cut(lines, name), rows=rows, page=CLAIMS_PAGE),
        text,
        csv,
        table=name,
    )


def marked(
    article: Article, claims: pd.DataFrame, names: Mapping[str, str], labels: Mapping[str, str]
) -> Exhibit:
    """The whole article with each claim marked, and a note beside it.

    Manner is told by the underline, voice by the label after the words; source
    words are bold, cues italic. Where there is the page's own style, a reader
    can have the claims of one voice, manner or maker marked alone; `picks` are
    the addresses that numbers in tables lead to. Elsewhere all are marked.
    """
    pieces = marking.pieces(article, claims)
    entries = {claim.id: marking.entry(claim, names, labels) for claim in claims.itertuples()}
    facets, picks = marking.facets(claims, names)
    for entry in entries.values():
        entry["facets"] = " ".join(marking.classes(entry, facets))
    paragraphs = []
    for number, (start, end) in enumerate(article.paragraphs, 1):
        edges = (bisect_left(pieces, edge, key=lambda piece: piece[0]) for edge in (start, end))
        here = pieces[slice(*edges)]
        noted = dict.fromkeys(claim.id for _, _, role, claim in here if role == "claim")
        parts, place = [], start
        for a, b, role, claim in here:
            parts.append((article.text[place:a], "", None, False, False))
            entry = entries[claim.id]
            parts.append((article.text[a:b], role, entry, a == claim.first, b == claim.last))
            place = b
        parts.append((article.text[place:end], "", None, False, False))
        paragraphs.append({"kind": article.kind((start, end)), "id": addresses.paragraph(number),
                           "parts": parts, "notes": [entries[claim] for claim in noted]})  # fmt: skip
    html = _html(
        "article",
        article=article,
        paragraphs=paragraphs,
        facets=facets,
        places=picks,
        total=len(claims),
        signed=len(facets.get("made by", {})) > 1,
        underlines=UNDERLINES,
    )
    return Exhibit(html, article.text)


def editions(
    frame: pd.DataFrame, name: str, caption: str, names: Mapping[str, str], language: str = "en"
) -> Exhibit:
    """Older and newer words side by side, what differs marked; its CSV under the name `name`.csv.

    The columns are change, before, after, and, if there are, voice and detail.
    Where there is no line, nothing is shown.
    """
    rows, called = [], Names(names)
    for row in frame.to_dict("records"):
        before, after = compared.differences(row["before"], row["after"])
        title = ", ".join(part for part in (called[row.get("voice", "")], row["change"]) if part)
        rows.append({"title": title, "detail": row.get("detail", ""), "before": before, "after": after})  # fmt: skip
    if not rows:
        return finding()
    kept = [column for column in frame if not column.startswith("place")]
    csv = as_csv(frame[kept].map(_no_formula))
    text = frame[kept].to_string(index=False)
    return Exhibit(
        _html("editions", caption=caption, rows=rows, lang=language), text, csv, table=name
    )


def legend() -> Exhibit:
    """What the marks in the article mean."""
    meanings = {
        "direct": "the voice's own words, quoted",
        "mixed": "partly quoted, partly the narrator's words",
        "indirect": "reported in the narrator's words",
        "attitude": "a belief, wish or intention ascribed to the voice",
        "narrated": "the article's own voice",
    }
    return Exhibit(
        _html("legend", meanings=meanings, underlines=UNDERLINES), "\n".join(meanings.values())
    )


# ------------------------------------------------------------------ helpers


def _html(template: str, **values: object) -> str:
    return _templates.get_template(f"{template}.html.j2").render(**values).strip()


def _cut(frame: pd.DataFrame, name: str) -> str:
    """What a caption says of a table that a page shows only the beginning of."""
    if len(frame) <= ROWS:
        return ""
    return f" (the first {ROWS:,} of {len(frame):,}; all are in tables/{name}.csv)"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None or value != value else str(value)  # NaN is not itself


def _no_formula(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _led(column: str, value: str, row: Mapping[str, object]) -> list[tuple[str, str]]:
    """A cell of a table as words, each with where it leads; "" leads nowhere."""
    said = row[column]
    if column in CLAIM_IDS and said:
        parts = [(part, f"{CLAIMS_PAGE}#claim-{part}") for part in value.split("; ")]
        return [piece for part in parts for piece in (part, ("; ", ""))][:-1]
    href = ""
    if column == "paragraph":
        href = f"{CLAIMS_PAGE}#{addresses.paragraph(said)}"
    elif column == "aim" and said not in (OTHER, NONE):
        href = f"{COMPARING_PAGE}#{addresses.aim(said)}"
    elif "voice" in row and set(KINDS) & set(row) and column in ("voice", "claims", *KINDS):
        counted = said if column in KINDS else row.get("claims")
        kind = column if column in KINDS else ""
        href = f"{CLAIMS_PAGE}#{addresses.claims(row['voice'], kind)}" if counted else ""
    elif column == "voice" and row.get("category") in OF_CLAIMS and "; " not in said:
        href = f"{CLAIMS_PAGE}#{addresses.claims(said)}"
    return [(value, href)]


def _with_links(words: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Words with the claims that stand in brackets leading to where they are marked."""
    pieces, known = [], set(ids)
    for bracket in re.split(r"(\([^()“”]*\))", words):
        inside = re.split(r"([^\s(),]+)", bracket) if bracket.startswith("(") else [bracket]
        pieces += [(p, f"{CLAIMS_PAGE}#claim-{p}" if p in known else "") for p in inside if p]
    return pieces
