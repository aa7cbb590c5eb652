"""What a notebook shows: tables, figures, sentences, the marked article.

Each exhibit is HTML in the part of the language that JupyterLab leaves alone
in a notebook it did not run itself: classes, inline styles, no `<style>`, no
`<svg>`, no `aria-*`. A table carries its CSV with it, so that whoever holds the
executed notebook holds the tables too. Everything from outside is escaped.
"""

import base64
import io
import warnings
from collections.abc import Mapping, Sequence

import matplotlib as mpl
import pandas as pd
from jinja2 import Environment, PackageLoader
from matplotlib.axes import Axes

from closereading.article import Article, Span
from closereading.attribution import is_english
from closereading.characters import visible
from closereading.codebook import NONE, Names, Study
from closereading.reading import CODED, OPTIONAL, PLACES, as_csv, hedges

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
FORMULA = tuple("=+-@\t\r")
CLAIMS_PAGE = "02_close_reading_of_claims.ipynb"

_templates = Environment(
    loader=PackageLoader("closereading", "templates/exhibits"),
    autoescape=True,
    finalize=lambda value: visible(value) if isinstance(value, str) else value,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Exhibit:
    """Something to show: HTML, a text for where there is none, and for a table its CSV."""

    def __init__(self, html: str, text: str, csv: str = "", **about: object):
        self.data = {"text/html": html, "text/plain": text}
        if csv:
            self.data["text/csv"] = csv
        self.about = {key: value for key, value in about.items() if value}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data, ({"closereading": self.about} if self.about else {})

    def at_a_glance(self) -> "Exhibit":
        """The same exhibit, to be shown on the report's first page too."""
        self.about["glance"] = True
        return self


def finding(*sentences: str) -> Exhibit:
    """What a table shows, in computed sentences, one paragraph each."""
    return Exhibit(_html("finding", sentences=sentences), "\n".join(sentences))


def figure(ax: Axes | None, sentence: str) -> Exhibit:
    """A figure with its finding, which is also what it says to those who cannot see it.

    Where there was nothing to draw, the finding alone.

    The picture is SVG with its text as text, so that any script and sign is
    set in the reader's own fonts; the same figure gives the same bytes.
    """
    if ax is None:
        return finding(sentence)
    buffer = io.BytesIO()
    settings = {"svg.fonttype": "none", "svg.hashsalt": "closereading", "text.parse_math": False}
    with mpl.rc_context(settings), warnings.catch_warnings():
        # The font that measures the words may lack a letter; the reader's fonts will have it.
        warnings.filterwarnings("ignore", "Glyph .* missing from")
        ax.figure.savefig(
            buffer, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type"))
        )
    source = "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode()
    width = round(ax.figure.get_figwidth() * 96)
    return Exhibit(_html("figure", source=source, sentence=sentence, width=width), sentence)


def head(study: Study) -> Exhibit:
    """What is asked, and of which article."""
    about = study.codebook.article
    foreign = not is_english(study.article.text)
    html = _html("head", question=study.question, about=about, foreign=foreign)
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
    one click away.
    """
    kept = [column for column in frame if not column.endswith("spans")]
    shown = columns if columns is not None else kept
    headings = dict(shown) if isinstance(shown, Mapping) else {column: column for column in shown}
    numeric = [pd.api.types.is_numeric_dtype(frame[c]) and frame[c].dtype != bool for c in headings]
    called = Names(names or {})
    rows = [
        [_shown(called[v] if c in CODES else v) for c, v in zip(headings, row, strict=True)]
        for row in frame[list(headings)].itertuples(index=False, name=None)
    ]
    html = _html(
        "table",
        caption=caption,
        headings=list(headings.values()),
        rows=rows,
        numeric=numeric,
        folded=folded,
    )
    csv = as_csv(frame[kept].map(_no_formula))
    return Exhibit(html, frame[list(headings)].to_string(index=False), csv, table=name)


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
                          "count": count, "id": _cell_id(voice, aim)})  # fmt: skip
        rows.append((labels[aim], cells))
    html = _html("matrix", caption=caption, voices=[names[voice] for voice in voices], rows=rows)
    csv = as_csv(characterised)
    return Exhibit(html, characterised.to_string(index=False), csv, table=name)


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
            quotes = [_quoted(article, claim) for claim in here.itertuples()]
            if quotes:
                title = f"{names[voice]}, {labels[aim]}"
                cells.append({"id": _cell_id(voice, aim), "title": title, "quotes": quotes})
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
            "quotes": [_quoted(article, claim)],
        }
        for claim in claims.itertuples()
    ]
    text = "\n".join(f"{cell['title']}: {cell['quotes'][0]['words']}" for cell in cells)
    return Exhibit(_html("words", cells=cells, page=CLAIMS_PAGE), text)


def portraits(paragraphs: Mapping[str, str]) -> Exhibit:
    """A computed paragraph for each voice, by the voice's name."""
    text = "\n".join(f"{name}: {paragraph}" for name, paragraph in paragraphs.items())
    return Exhibit(_html("portraits", paragraphs=paragraphs), text)


def claims(
    frame: pd.DataFrame, caption: str, names: Mapping[str, str], labels: Mapping[str, str]
) -> Exhibit:
    """The ledger of claims; its CSV has every column of a reading."""
    shown = frame.assign(
        voice=[names[code] for code in frame["voice"]], aim=[labels[aim] for aim in frame["aim"]]
    )
    rows = list(shown.itertuples())
    kept = [column for column in (*CODED, *OPTIONAL, *PLACES) if column in frame]
    csv = as_csv(frame[kept].map(_no_formula))
    text = shown[["id", "voice", "manner", "words", "aim", "stance", "status"]].to_string(
        index=False
    )
    return Exhibit(_html("claims", caption=caption, rows=rows), text, csv, table="claims")


def concordance(lines: pd.DataFrame, name: str, caption: str) -> Exhibit:
    """Key words in context, the key words one under the other."""
    csv = as_csv(lines.map(_no_formula))
    rows = lines[["left", "word", "right", "paragraph"]].itertuples(index=False)
    text = lines[["left", "word", "right"]].to_string(index=False, header=False)
    return Exhibit(_html("concordance", caption=caption, rows=list(rows)), text, csv, table=name)


def marked(
    article: Article, claims: pd.DataFrame, names: Mapping[str, str], labels: Mapping[str, str]
) -> Exhibit:
    """The whole article with each claim marked, and a note beside it.

    Manner is told by the underline, voice by the label after the words; source
    words are bold, cues italic.
    """
    pieces = _pieces(article, claims)
    paragraphs = []
    for start, end in article.paragraphs:
        here = [(a, b, role, claim) for a, b, role, claim in pieces if start <= a < end]
        notes = list({claim.id: claim for _, _, role, claim in here if role == "claim"}.values())
        parts, place = [], start
        for a, b, role, claim in here:
            parts.append((article.text[place:a], "", None, False, False))
            parts.append((article.text[a:b], role, claim, a == claim.first, b == claim.last))
            place = b
        parts.append((article.text[place:end], "", None, False, False))
        paragraphs.append({"kind": article.kind((start, end)), "parts": parts, "notes": notes})
    html = _html(
        "article",
        article=article,
        paragraphs=paragraphs,
        names=names,
        underlines=UNDERLINES,
        note=lambda c: _note(c, names, labels),
    )
    return Exhibit(html, article.text)


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


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None or value != value else str(value)  # NaN is not itself


def _no_formula(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _cell_id(voice: str, aim: str) -> str:
    return f"cell-{voice}.{aim}"  # no code holds a dot


def _sentences(article: Article, spans: Sequence[Span]) -> Span:
    """From the beginning of the first sentence that the spans touch to the end of the last."""
    first, last = spans[0][0], spans[-1][1]
    touched = [(a, b) for a, b in article.sentences if a < last and first < b]
    return (min(first, touched[0][0]), max(last, touched[-1][1])) if touched else (first, last)


def _quoted(article: Article, claim) -> dict:
    start, end = _sentences(article, claim.spans)
    parts, place = [], start
    for a, b in claim.spans:
        parts += [(article.text[place:a], False), (article.text[a:b], True)]
        place = b
    parts.append((article.text[place:end], False))
    return {"id": claim.id, "words": claim.words, "parts": parts, "manner": claim.manner, "stance": claim.stance,
            "lang": article.language}  # fmt: skip


def _pieces(article: Article, claims: pd.DataFrame) -> list[tuple]:
    """Marked pieces in order, none over another or over the end of a paragraph."""
    wanted = []
    for claim in claims.itertuples():
        wanted += [(a, b, "claim", claim) for a, b in claim.spans]
        wanted += [(a, b, "source", claim) for a, b in claim.source_spans]
        wanted += [(a, b, "cue", claim) for a, b in claim.cue_spans]
    wanted.sort(key=lambda piece: (piece[0], piece[2] != "claim", piece[1]))
    pieces, place = [], 0
    for start, end, role, claim in wanted:
        for first, last in article.paragraphs:
            a, b = max(start, first, place), min(end, last)
            if a < b:
                pieces.append((a, b, role, claim))
                place = b
    return pieces


def _note(claim, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """What a note says of a claim after the name of its voice."""
    said = [] if claim.manner == "narrated" else [claim.manner]
    said.append("statement of will" if claim.status == "will" else claim.status)
    note = ", ".join(said)
    if claim.aim != NONE:
        note += f". Aim of {names[claim.holder]}: {labels[claim.aim]} ({claim.stance})"
    if claim.hedge != NONE:
        note += ". Hedge: " + "; ".join(
            f"“{words}” ({names[who]})" for who, words in hedges(claim.hedge)
        )
    return note + "."
