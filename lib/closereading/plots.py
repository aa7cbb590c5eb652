"""One figure for each comparison table of the same name.

A figure takes the table, and `names` from codes to what is printed; it draws
into `ax` if given one, and returns the axes. Nothing is counted here.

Everything is labelled where it stands, long labels above their bar: a figure is
as wide as a phone's screen is. What colour shows, a sign, a pattern or the place
shows too: the figures can be read in grey. Colours are those of
Okabe and Ito (2008), which survive the common kinds of colour blindness.
Names and numbers lead to the words behind them where there is room for a finger.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from closereading import addresses
from closereading.addresses import CLAIMS_PAGE, COMPARING_PAGE
from closereading.codebook import OTHER

STYLE = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "axes.edgecolor": "#777777",
    "axes.labelcolor": "#333333",
    "xtick.color": "#333333",
    "ytick.color": "#333333",
    "xtick.labelcolor": "#222222",
    "ytick.labelcolor": "#222222",
    "hatch.linewidth": 0.6,
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
    "axes.unicode_minus": False,
}
WIDTH = 4.2  # inches: on a phone the smallest letters are still ten pixels high
SMALL = 9.5
ROWS = 60  # bars, lines or words of one kind; a figure of more is no picture
STROKES = 1000  # on one line; more lie on each other
PLACE = "place in the article (per cent)"
INK, PALE = "#222222", "#e9e6df"
MANNERS = {  # fill, pattern, colour of a number on it
    "direct": ("#0b4f7d", "", "white"),
    "mixed": ("#3a86b8", "", "white"),
    "indirect": ("#a9d3ee", "", INK),
    "attitude": ("#f3d9a4", "xx", INK),
    "narrated": (PALE, "", INK),
}
STATUSES = {
    "fact": ("#00664b", "", "white"),
    "interpretation": ("#cfe8df", "", INK),
    "prediction": ("#f3d9a4", "///", INK),
    "will": ("#d9a7c7", "xx", INK),
    "not coded": ("white", "", INK),
}
STANCES = {  # sign, line, colour
    "affirms": ("+", "-", "#0b4f7d"),
    "denies": ("−", (0, (4, 2)), "#b34f00"),
    "doubts": ("?", (0, (1, 1.5)), "#8a6a00"),
    "reports": ("o", (0, (6, 2, 1, 2)), "#666666"),
    "mixed": ("±", "-", "#666666"),
}
LEDGER = {
    "quoted words": MANNERS["direct"],
    "paraphrase": MANNERS["indirect"],
    "attitude": MANNERS["attitude"],
    "source and cue words": ("#8d8d8d", "", "white"),
    "the narrator's own claims": (PALE, "", INK),
    "headline and byline": ("#ffffff", "///", INK),
}


def axes(ax: Axes | None, height: float, width: float = WIDTH) -> Axes:
    """The axes given, or new ones of `width` × `height` inches."""
    if ax is not None:
        return ax
    with mpl.rc_context(STYLE):
        return Figure(figsize=(width, height), layout="constrained").subplots()


def styled(draw):
    """A figure function run under STYLE; of an empty table there is no figure, but None."""

    def drawn(*args, **kwargs) -> Axes | None:
        if any(isinstance(arg, pd.DataFrame) and arg.empty for arg in args):
            return None
        with mpl.rc_context(STYLE):
            return draw(*args, **kwargs)

    drawn.__name__, drawn.__doc__ = draw.__name__, draw.__doc__
    return drawn


# ------------------------------------------------------------- the article


@styled
def structure(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Words of each paragraph from top to bottom, those inside quotation marks dark.

    Of more than ROWS, neighbours share a bar, named by the first of them.
    """
    together = -(-len(table) // ROWS)
    if together > 1:
        groups = table.groupby(np.arange(len(table)) // together)
        table = groups[["words", "quoted"]].sum()
        table = table.assign(paragraph=groups["paragraph"].first(), kind="body")
    ax = axes(ax, 0.22 * len(table) + 0.7)
    own = table["words"] - table["quoted"]
    places = table["paragraph"] if together == 1 else np.arange(len(table))
    ax.barh(places, table["quoted"], color=MANNERS["direct"][0])
    ax.barh(places, own, left=table["quoted"], color="#c9c3b5")
    for place, row in zip(places, table.itertuples(), strict=True):
        note = f"{row.words}" + (f", {row.quoted} quoted" if row.quoted else "")
        note += f"  ({row.kind})" if row.kind != "body" else ""
        ax.text(row.words + 0.6, place, note, va="center", fontsize=SMALL)
    ax.set(
        yticks=places,
        ylabel="paragraph" if together == 1 else f"paragraph, and the {together - 1} after it",
        xlabel="words",
        xlim=(0, max(table["words"].max(), 1) * 1.5),
    )
    if together > 1:
        ax.set_yticklabels([f"{number:,}" for number in table["paragraph"]])
    ax.tick_params(axis="y", labelsize=SMALL, length=0)
    ax.invert_yaxis()
    return ax


@styled
def presence(
    mentions: pd.DataFrame,
    table: pd.DataFrame,
    length: int,
    names: Mapping[str, str],
    *,
    ax: Axes | None = None,
) -> Axes:
    """Where along the article each voice is named: a stroke for each time."""
    ax = axes(ax, 0.34 * len(table) + 0.8)
    for row, voice in enumerate(table["voice"]):
        places = mentions.loc[mentions["voice"] == voice, "start"] / length * 100
        ax.axhline(row, color=PALE, lw=0.8, zorder=0)
        ax.vlines(_apart(places), row - 0.32, row + 0.32, color=INK, lw=1.6)
        ax.text(102, row, str(len(places)), va="center", fontsize=SMALL)
    ax.text(102, -0.9, "times", va="center", ha="center", fontsize=SMALL, color="#444444")
    _rows(ax, [names[voice] for voice in table["voice"]], PLACE, above=1.2)
    ax.set_xlim(0, 100)
    return ax


@styled
def ledger(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Characters in each category, a piece of the bar for each voice, named under it."""
    categories = list(dict.fromkeys(table["category"]))
    total = table["characters"].sum()
    longest = table.groupby("category")["characters"].sum().max() / total * 100
    whose = []
    for category in categories:
        pieces = table[table["category"] == category].itertuples()
        whose.append(_wrapped([f"{names[p.voice]} {p.share}" for p in pieces], 48))
    ax = axes(ax, 0.19 * sum(map(len, whose)) + 0.56 * len(categories) + 0.2)
    row = 0.0
    for category, lines in zip(categories, whose, strict=True):
        left = 0
        fill, hatch, _ = LEDGER[category]
        pieces = list(table.loc[table["category"] == category, "characters"])
        for characters in [*pieces[:ROWS], sum(pieces[ROWS:])]:  # the largest come first
            wide = characters / total * 100
            if not wide:
                continue
            ax.barh(row + 0.42, wide, left=left, color=fill, hatch=hatch, edgecolor="#777777", lw=0.7, height=0.34)  # fmt: skip
            left += wide
        ax.text(0, row + 0.2, category, va="bottom", weight="bold")
        ax.text(left + longest * 0.015, row + 0.42, f"{left:.1f} %", va="center")
        ax.text(0, row + 0.63, "\n".join(lines), va="top", fontsize=SMALL, color="#333333")
        row += 0.78 + 0.27 * len(lines)
    ax.set(xlim=(0, longest * 1.18), ylim=(row, -0.15), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return ax


@styled
def collocates(table: pd.DataFrame, node: str, *, ax: Axes | None = None) -> Axes:
    """How often each word stands near the node, against how often it stands at all."""
    ax = axes(ax, 0.3 * len(table) + 0.9)
    rows = range(len(table))
    ax.hlines(rows, table["near"], table["times"], color="#999999", lw=1.2, zorder=1)
    ax.scatter(table["times"], rows, facecolor="white", edgecolor=INK, s=42, zorder=2)
    ax.scatter(table["near"], rows, color=INK, s=30, zorder=3)
    _rows(ax, list(table["word"]), "times")
    ax.set_title(f"● near “{_clip(node, 16)}”   ○ in the whole article", fontsize=SMALL, loc="left")
    ax.set_xlim(0, max(table["times"].max(), 1) * 1.25)
    ax.xaxis.get_major_locator().set_params(integer=True)
    return ax


@styled
def wants(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Each word of wanting at its place, on the line of whoever is named before it."""
    lines = list(table["who"].value_counts().index)
    ax = axes(ax, 0.42 * len(lines) + 0.8)
    for row, who in enumerate(lines):
        here = table[table["who"] == who]
        ax.axhline(row, color=PALE, lw=0.8, zorder=0)
        places = _apart(here["position"])
        ax.scatter(places, [row] * len(places), color=INK, marker="|", s=130)
        ax.text(102, row, str(len(here)), va="center", fontsize=SMALL)
    _rows(ax, [names[who] for who in lines], PLACE)
    ax.set_xlim(0, 100)
    return ax


# --------------------------------------------------------------- the claims


@styled
def manners(
    table: pd.DataFrame, names: Mapping[str, str], *, leading: bool = True, ax: Axes | None = None
) -> Axes:
    """Each voice's claims by manner; names lead to the voice's claims unless `leading` is False."""
    return _stacked(table, MANNERS, names, ax, leading)


@styled
def statuses(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Each voice's claims by status."""
    return _stacked(table, STATUSES, names, ax)


@styled
def verbs(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Claims by what the words that report them imply, the words under the bar."""
    kinds = list(dict.fromkeys(table["implies"]))
    bars = []
    for kind in kinds:
        here = table[table["implies"] == kind]
        words = [f"“{cue}”" for cue in dict.fromkeys(here["cue"])]
        bars.append((kind, int(here["claims"].sum()), _wrapped(words, 50)))
    return _labelled(bars, ax, "#8fa9b8")


@styled
def hedging(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Hedges by owner, each written out under the bar."""
    bars = []
    for owner in table["owner"].value_counts().index:
        words = table.loc[table["owner"] == owner, "hedge"]
        bars.append((names[owner], len(words), _wrapped([f"“{w}”" for w in words], 50)))
    return _labelled(bars, ax, "#a9d3ee")


@styled
def only_narrator(
    table: pd.DataFrame, labels: Mapping[str, str], *, ax: Axes | None = None
) -> Axes:
    """For each aim, claims that affirm it: the narrator's to the left, the others' to the right."""
    ax = axes(ax, 0.52 * len(table) + 0.5)
    rows = range(len(table))
    ax.barh(rows, -table["narrator"], color="#8d8d8d", height=0.42)
    ax.barh(rows, table["others"], color=MANNERS["direct"][0], height=0.42)
    for row, entry in zip(rows, table.itertuples(), strict=True):
        ax.text(0, row - 0.25, labels[entry.aim], ha="center", va="bottom")
        of_aim = None if entry.aim == OTHER else f"{COMPARING_PAGE}#{addresses.aim(entry.aim)}"
        if entry.narrator:
            at = (-entry.narrator - 0.1, row)
            ax.text(*at, str(entry.narrator), ha="right", va="center", url=of_aim)
        if entry.others:
            at = (entry.others + 0.1, row)
            ax.text(*at, str(entry.others), va="center", url=of_aim)
        if entry.only:
            ax.text(0.15, row, "nobody", va="center", fontsize=SMALL, style="italic")
    ax.vlines(
        [0] * len(table),
        [row - 0.21 for row in rows],
        [row + 0.21 for row in rows],
        color=INK,
        lw=0.8,
    )
    reach = max(table["narrator"].max(), table["others"].max(), 1) + 0.6
    ax.text(-reach, -0.95, "← claims of the narrator", va="center", fontsize=SMALL)
    ax.text(reach, -0.95, "of other voices →", ha="right", va="center", fontsize=SMALL)
    ax.set(xlim=(-reach, reach), ylim=(len(table) - 0.6, -1.15), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return ax


# --------------------------------------------------------- characterisations


@styled
def holders(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Along the article, to whom each aim is ascribed: a line for each holder and voice."""
    pairs = [
        (holder, voice)
        for holder in dict.fromkeys(table["holder"])
        for voice in dict.fromkeys(table.loc[table["holder"] == holder, "voice"])
    ]
    pairs = pairs[:ROWS]
    groups = len({holder for holder, _ in pairs})
    ax = axes(ax, 0.35 * len(pairs) + 0.45 * groups + 0.7)
    ticks, shown, row = [], [], 0.0
    for number, (holder, voice) in enumerate(pairs):
        if not number or pairs[number - 1][0] != holder:
            ax.text(0, row + 0.5, names[holder], weight="bold", va="center")
            row += 1.4
        here = table[(table["holder"] == holder) & (table["voice"] == voice)]
        ax.axhline(row, color=PALE, lw=0.8, zorder=0)
        places = _apart(here["position"])
        ax.scatter(places, [row] * len(places), color=INK, s=26, zorder=2)
        ticks, shown, row = [*ticks, row], [*shown, names[voice]], row + 1
    ax.set(yticks=ticks, yticklabels=shown, xlabel=PLACE, xlim=(-1, 101), ylim=(row - 0.4, -0.1))
    ax.tick_params(axis="y", length=0, labelsize=SMALL)
    _leading(ax, [voice for _, voice in pairs])
    return ax


@styled
def network(
    table: pd.DataFrame,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    ax: Axes | None = None,
) -> Axes:
    """Voices to the left, aims to the right, a line for each stated cell."""
    voices, aims = list(dict.fromkeys(table["voice"])), list(dict.fromkeys(table["aim"]))
    ax = axes(ax, 0.42 * max(len(voices), len(aims), 2) + 0.3)
    tall = max(len(voices), len(aims)) - 1 or 1
    left = {voice: n * tall / (len(voices) - 1 or 1) for n, voice in enumerate(voices)}
    right = {aim: n * tall / (len(aims) - 1 or 1) for n, aim in enumerate(aims)}
    for edge in table.itertuples():
        stance = "mixed" if ";" in edge.stance else edge.stance
        y0, y1 = left[edge.voice], right[edge.aim]
        sign, dashes, colour = STANCES[stance]
        ax.plot([0, 1], [y0, y1], color=colour, ls=dashes, lw=0.9 + 0.6 * min(edge.claims, 5))
        at = 0.3 + 0.55 * voices.index(edge.voice) / len(
            voices
        )  # another place for each voice: signs stay apart
        ax.text(at, y0 + at * (y1 - y0), sign, ha="center", va="center", fontsize=SMALL,
                bbox={"boxstyle": "circle,pad=0.15", "fc": "white", "ec": colour, "lw": 0.8})  # fmt: skip
    for voice, y in left.items():
        name, words = "\n".join(wrap(names[voice], 14)), f"{CLAIMS_PAGE}#{addresses.claims(voice)}"
        ax.text(-0.03, y, name, ha="right", va="center", fontsize=SMALL, url=words)
    for aim, y in right.items():
        name, words = "\n".join(wrap(labels[aim], 16)), f"{COMPARING_PAGE}#{addresses.aim(aim)}"
        ax.text(1.03, y, name, ha="left", va="center", fontsize=SMALL, url=words)
    ax.set(xlim=(0, 1), ylim=(tall + 0.4, -0.4))
    ax.set_axis_off()
    return ax


# ---------------------------------------------------------------- agreement


@styled
def agreement(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Krippendorff's alpha for each thing coded, against the customary .67 and .80."""
    ax = axes(ax, 0.5 * len(table) + 1.0)
    rows = range(len(table))
    known = table["alpha"].notna()
    low = min(0.0, float(table["alpha"].min()) if known.any() else 0.0)
    ax.axvspan(0.8, 1, color="#dcebe4", zorder=0)
    ax.axvspan(0.667, 0.8, color="#f2efe4", zorder=0)
    ax.hlines(rows, low, table["alpha"].fillna(low), color="#999999", lw=1.2)
    ax.scatter(table["alpha"], rows, color=INK, s=34, zorder=3)
    for row, entry in zip(rows, table.itertuples(), strict=True):
        what, alpha = entry.what, entry.alpha
        note = f"{alpha:.2f}" if pd.notna(alpha) else "not defined: only one value occurs"
        ax.text(low, row - 0.14, what, va="bottom")
        at = (alpha, row - 0.14) if pd.notna(alpha) else (low, row + 0.1)
        side = {"ha": "center", "va": "bottom"} if pd.notna(alpha) else {"va": "top"}
        ax.text(*at, note, fontsize=SMALL, **side)
    ax.text(0.9, -0.95, "reliable", ha="center", fontsize=SMALL)
    ax.text(0.733, -0.95, "tentative", ha="center", fontsize=SMALL)
    ax.set_xlabel("Krippendorff’s alpha (1: always the same;\n0: as by chance)")
    ax.set(xlim=(low - 0.01, 1.06), ylim=(len(table) - 0.5, -1.15), yticks=[])
    ax.spines["left"].set_visible(False)
    return ax


@styled
def differences(table: pd.DataFrame, length: int, *, ax: Axes | None = None) -> Axes:
    """Where along the article readings differ, on a line for each thing coded."""
    lines = list(dict.fromkeys(table["column"]))
    ax = axes(ax, 0.42 * len(lines) + 0.8)
    for row, column in enumerate(lines):
        here = table[table["column"] == column]
        ax.axhline(row, color=PALE, lw=0.8, zorder=0)
        places = here[["first", "last"]] / length * 100
        if len(places) > STROKES:
            places = places.round(1).drop_duplicates()
        ax.hlines([row] * len(places), places["first"], places["last"], color=INK, lw=6)
        ax.text(102, row, str(len(here)), va="center", fontsize=SMALL)
    _rows(ax, lines, PLACE)
    ax.set_xlim(0, 100)
    return ax


@styled
def drafted(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """For each manner or voice, how many claims of the reading the draft found; of many voices the first."""
    table = table.head(ROWS)
    ax = axes(ax, 0.44 * len(table) + 1.0)
    rows = range(len(table))
    ax.barh(rows, table["claims"], color="white", edgecolor="#777777", height=0.62)
    ax.barh(rows, table["found"], color="#a9d3ee", height=0.62)
    ax.barh(rows, table["right voice"], color="#0b4f7d", height=0.3)
    for row, entry in zip(rows, table.itertuples(index=False), strict=True):
        note = f"{entry[3]} of {entry.claims}"
        ax.text(entry.claims + 0.2, row, note, va="center", fontsize=SMALL)
    _rows(ax, [names[name] for name in table.iloc[:, 0]], "claims of the reading")
    told = "outline: in the reading\npale: found by the draft\ndark: with the right voice"
    ax.set_title(told, fontsize=SMALL, loc="left")
    ax.set_xlim(0, max(table["claims"].max(), 1) * 1.3)
    return ax


@styled
def machine(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """F1 of the engine with its interval, and beside it what two people reach with each other."""
    ax = axes(ax, 0.5 * len(table) + 1.1)
    rows = range(len(table))
    ax.hlines(rows, table["low"], table["high"], color="#7fa6c2", lw=5)
    ax.scatter(table["f1"], rows, color="#0b4f7d", s=34, zorder=3)
    ax.scatter(table["people"], rows, facecolor="white", edgecolor=INK, marker="D", s=34, zorder=2)
    least = min(0.3, float(table["low"].min()) - 0.05)
    for row, entry in zip(rows, table.itertuples(), strict=True):
        ax.text(least, row - 0.17, f"{entry.what}: {entry.f1:.2f}", va="bottom")
    ax.set_title(
        "dot: the machine · bar: 95 % interval\ndiamond: two people", fontsize=SMALL, loc="left"
    )
    ax.set(xlim=(least, 1.01), ylim=(len(table) - 0.5, -0.8), yticks=[])
    ax.set_xlabel("F1 (1: all found, nothing wrong)")
    ax.spines["left"].set_visible(False)
    return ax


@styled
def reliability(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """How often the engine was right, against how sure it said it was."""
    ax = axes(ax, 3.8)
    ax.plot([0, 1], [0, 1], color="#999999", lw=1, ls="--")
    ax.scatter(table["predicted"], table["observed"], color=INK, s=12 + table["n"] ** 0.5 * 4)
    for band in table.itertuples():
        ax.annotate(
            f"{band.n}",
            (band.predicted, band.observed),
            (7, -11),
            textcoords="offset points",
            fontsize=SMALL,
        )
    ax.set(xlim=(-0.02, 1.06), ylim=(-0.02, 1.02))
    ax.set_xlabel("how sure the machine was (number: how many)")
    ax.set_ylabel("share that was right")
    return ax


# ------------------------------------------------------------------ helpers


def _apart(places: pd.Series) -> pd.Series | np.ndarray:
    """Places in per cent; of more than can be told apart, those that can."""
    return places if len(places) <= STROKES else np.unique(places.round(1))


def _wrapped(parts: list[str], width: int) -> list[str]:
    """What is listed under a bar, as lines; of more than ROWS parts the first, and how many follow."""
    if len(parts) > ROWS:
        parts = [*parts[:ROWS], f"and {len(parts) - ROWS:,} more"]
    return wrap(", ".join(parts), width)


def _stacked(
    table: pd.DataFrame,
    kinds: Mapping[str, tuple],
    names: Mapping[str, str],
    ax: Axes | None,
    leading: bool = True,
) -> Axes:
    """Horizontal bars, one per voice, a piece per kind with its number; the kinds named above."""
    ax = axes(ax, 0.4 * len(table) + 1.25)
    shown = [kind for kind in kinds if kind in table and table[kind].sum()]
    left = pd.Series(0, index=table.index)
    for kind in shown:
        fill, hatch, ink = kinds[kind]
        bars = ax.barh(table.index, table[kind], left=left, color=fill, hatch=hatch, edgecolor="#777777",
                       lw=0.7, height=0.66, label=kind)  # fmt: skip
        for bar, count in zip(bars, table[kind], strict=True):
            if count:
                ax.text(bar.get_x() + count / 2, bar.get_y() + 0.33, str(count), ha="center", va="center", color=ink, fontsize=SMALL,
                        bbox={"boxstyle": "round,pad=0.1", "fc": fill, "ec": "none"} if hatch else None)  # fmt: skip
        left = left + table[kind]
    _rows(ax, [names[voice] for voice in table["voice"]], "claims")
    if leading:
        _leading(ax, list(table["voice"]))
    ax.figure.legend(
        *ax.get_legend_handles_labels(),
        ncols=3,
        loc="outside upper left",
        frameon=False,
        fontsize=SMALL,
        handlelength=1.2,
        columnspacing=1.2,
    )
    ax.xaxis.get_major_locator().set_params(integer=True)
    return ax


def _labelled(bars: Sequence[tuple[str, int, list[str]]], ax: Axes | None, fill: str) -> Axes:
    """A bar for each count, what it counts above it, and lines of words under it."""
    lines = sum(len(words) for _, _, words in bars)
    ax = axes(ax, 0.19 * lines + 0.5 * len(bars) + 0.15)
    most, row = max(count for _, count, _ in bars), 0.0
    for what, count, words in bars:
        ax.text(0, row + 0.2, what, va="bottom", weight="bold")
        ax.barh(row + 0.36, count, color=fill, height=0.24)
        ax.text(count + most * 0.015, row + 0.36, str(count), va="center")
        ax.text(0, row + 0.52, "\n".join(words), va="top", fontsize=SMALL, color="#333333")
        row += 0.68 + 0.27 * len(words)
    ax.set(xlim=(0, most * 1.3), ylim=(row, -0.15), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return ax


def _rows(
    ax: Axes, labels: Sequence[str], counted: str, above: float = 0.5, below: float = 0.5
) -> None:
    """A row for each label from top to bottom, and what the horizontal axis counts."""
    ax.set(yticks=range(len(labels)), yticklabels=labels, xlabel=counted)
    ax.set_ylim(len(labels) - 1 + below, -above)
    ax.tick_params(axis="y", length=0)


def _leading(ax: Axes, voices: Sequence[str]) -> None:
    """Each row's label leads to the claims of its voice; those of several together have no one place."""
    for label, voice in zip(ax.get_yticklabels(), voices, strict=True):
        if "; " not in voice:
            label.set_url(f"{CLAIMS_PAGE}#{addresses.claims(voice)}")


def _clip(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 2] + "…”"
