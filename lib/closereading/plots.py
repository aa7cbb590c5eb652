"""One figure for each comparison table of the same name.

A figure takes the table, and `names` from codes to what is printed; it draws
into `ax` if given one, and returns the axes. Nothing is counted here.

Everything is labelled where it stands. What colour shows, a sign, a pattern or
the place shows too: the figures can be read in grey. Colours are those of
Okabe and Ito (2008), which survive the common kinds of colour blindness.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

STYLE = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
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
WIDTH = 6.6  # inches, the measure of a page's text
PLACE = "place in the article (per cent of its length)"
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
STANCES = {  # fill, sign, colour of the sign
    "affirms": ("#0b4f7d", "+", "white"),
    "denies": ("#d55e00", "−", INK),
    "doubts": ("#f0c35a", "?", INK),
    "reports": ("#a9d3ee", "o", INK),
    "mixed": ("#b9b2a3", "±", INK),
    "not stated": ("none", "", INK),
}
RELATIONS = {
    "agree": ("#0b4f7d", "=", "white"),
    "differ": ("#d55e00", "≠", INK),
    "one only": (PALE, "1", INK),
    "neither": ("none", "", INK),
}
LEDGER = {
    "quoted words": MANNERS["direct"],
    "paraphrase": MANNERS["indirect"],
    "attitude": MANNERS["attitude"],
    "source and cue words": ("#8d8d8d", "", "white"),
    "the narrator's own claims": (PALE, "", INK),
    "headline and byline": ("#ffffff", "///", INK),
}
VOICED = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#7a5c00", "#56b4e9", "#555555"]
MARKERS = "osD^vP*"


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
    """Words of each paragraph from top to bottom, those inside quotation marks dark."""
    ax = axes(ax, 0.24 * len(table) + 0.9)
    own = table["words"] - table["quoted"]
    ax.barh(table["paragraph"], table["quoted"], color=MANNERS["direct"][0])
    ax.barh(table["paragraph"], own, left=table["quoted"], color="#c9c3b5")
    for row in table.itertuples():
        note = f"{row.words}" + (f", {row.quoted} quoted" if row.quoted else "")
        note += f"  ({row.kind})" if row.kind != "body" else ""
        ax.text(row.words + 0.6, row.paragraph, note, va="center", fontsize=8.5)
    ax.set(
        yticks=table["paragraph"],
        ylabel="paragraph",
        xlabel="words",
        xlim=(0, table["words"].max() * 1.25),
    )
    ax.tick_params(axis="y", labelsize=8, length=0)
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
        ax.vlines(places, row - 0.32, row + 0.32, color=INK, lw=1.6)
        ax.text(101.5, row, str(len(places)), va="center", fontsize=9)
    ax.text(101.5, -0.9, "times", va="center", fontsize=8, color="#555555")
    _rows(ax, [names[voice] for voice in table["voice"]], PLACE, above=1.2)
    ax.set_xlim(0, 100)
    return ax


@styled
def ledger(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Characters in each category, a piece of the bar for each voice."""
    categories = list(dict.fromkeys(table["category"]))
    ax = axes(ax, 0.72 * len(categories) + 0.7)
    total = table["characters"].sum()
    for row, category in enumerate(categories):
        left = 0
        fill, hatch, _ = LEDGER[category]
        for piece in table[table["category"] == category].itertuples():
            wide = piece.characters / total * 100
            ax.barh(
                row,
                wide,
                left=left,
                color=fill,
                hatch=hatch,
                edgecolor="#777777",
                lw=0.7,
                height=0.5,
            )
            left += wide
        ax.text(left + 0.8, row, f"{left:.1f} %", va="center", fontsize=9)
        pieces = table[table["category"] == category].itertuples()
        whose = wrap(", ".join(f"{names[piece.voice]} {piece.share}" for piece in pieces), 62)
        ax.text(0, row + 0.31, "\n".join(whose), va="top", fontsize=8, color="#444444")
    _rows(ax, categories, "per cent of the article’s characters", below=0.8)
    ax.set_xlim(0, table.groupby("category")["characters"].sum().max() / total * 100 * 1.15)
    return ax


@styled
def collocates(table: pd.DataFrame, node: str, *, ax: Axes | None = None) -> Axes:
    """How often each word stands near the node, against how often it stands at all."""
    ax = axes(ax, 0.3 * len(table) + 0.8)
    rows = range(len(table))
    ax.hlines(rows, table["near"], table["times"], color="#999999", lw=1.2, zorder=1)
    ax.scatter(table["times"], rows, facecolor="white", edgecolor=INK, s=42, zorder=2)
    ax.scatter(table["near"], rows, color=INK, s=30, zorder=3)
    _rows(ax, list(table["word"]), "times", above=1.1)
    ax.annotate(
        f"near “{node}”",
        (table["near"][0], 0),
        (0, 9),
        textcoords="offset points",
        ha="right",
        fontsize=8.5,
    )
    ax.annotate(
        "in the whole article",
        (table["times"][0], 0),
        (0, 9),
        textcoords="offset points",
        fontsize=8.5,
    )
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
        ax.scatter(here["position"], [row] * len(here), color=INK, marker="|", s=130)
        ax.text(101.5, row, str(len(here)), va="center", fontsize=9)
    _rows(ax, [names[who] for who in lines], PLACE)
    ax.set_xlim(0, 100)
    return ax


# --------------------------------------------------------------- the claims


@styled
def manners(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Each voice's claims by manner."""
    return _stacked(table, MANNERS, names, ax)


@styled
def statuses(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Each voice's claims by status."""
    return _stacked(table, STATUSES, names, ax)


@styled
def verbs(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Claims by what the words that report them imply, the words beside the bar."""
    kinds = list(dict.fromkeys(table["implies"]))
    ax = axes(ax, 0.62 * len(kinds) + 0.7)
    most = table.groupby("implies")["claims"].sum().max()
    for row, kind in enumerate(kinds):
        here = table[table["implies"] == kind]
        count = here["claims"].sum()
        ax.barh(row, count, color="#8fa9b8", height=0.5)
        words = ", ".join(f"“{cue}”" for cue in dict.fromkeys(here["cue"]))
        ax.text(count + most * 0.02, row, str(count), va="center", fontsize=9)
        ax.text(
            0,
            row + 0.42,
            words if len(words) < 92 else words[:90] + "…",
            va="center",
            fontsize=8,
            color="#444444",
        )
    _rows(ax, kinds, "claims", below=0.7)
    ax.set_xlim(0, most * 1.2)
    ax.xaxis.get_major_locator().set_params(integer=True)
    return ax


@styled
def hedging(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Hedges by owner, each written out."""
    owners = list(table["owner"].value_counts().index)
    ax = axes(ax, 0.5 * len(owners) + 0.6)
    for row, owner in enumerate(owners):
        words = [f"“{word}”" for word in table.loc[table["owner"] == owner, "hedge"]]
        ax.barh(row, len(words), color=PALE if owner == "narrator" else "#a9d3ee", height=0.6)
        ax.text(len(words) + 0.15, row, str(len(words)), va="center", fontsize=9)
    _rows(ax, [names[owner] for owner in owners], "hedges")
    ax.xaxis.get_major_locator().set_params(integer=True)
    return ax


@styled
def only_narrator(
    table: pd.DataFrame, labels: Mapping[str, str], *, ax: Axes | None = None
) -> Axes:
    """For each aim, claims that affirm it: the narrator's to the left, the others' to the right."""
    ax = axes(ax, 0.42 * len(table) + 0.9)
    rows = range(len(table))
    ax.barh(rows, -table["narrator"], color="#8d8d8d", height=0.6)
    ax.barh(rows, table["others"], color=MANNERS["direct"][0], height=0.6)
    for row, entry in zip(rows, table.itertuples(), strict=True):
        if entry.narrator:
            ax.text(
                -entry.narrator - 0.1, row, str(entry.narrator), ha="right", va="center", fontsize=9
            )
        if entry.others:
            ax.text(entry.others + 0.1, row, str(entry.others), va="center", fontsize=9)
        if entry.only:
            ax.text(0.15, row, "only the narrator", va="center", fontsize=8.5, style="italic")
    ax.axvline(0, color=INK, lw=0.8)
    reach = max(table["narrator"].max(), table["others"].max(), 1) + 1
    sides = "← claims in the narrator’s own voice | claims of other voices →"
    _rows(ax, [labels[aim] for aim in table["aim"]], sides)
    ax.set(xlim=(-reach, reach), xticks=[])
    ax.spines[["left", "bottom"]].set_visible(False)
    return ax


# --------------------------------------------------------- characterisations


@styled
def characterisations(
    table: pd.DataFrame,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    ax: Axes | None = None,
) -> Axes:
    """The matrix voice × aim: sign and shade for the stance, a number for the claims."""
    voices, aims = list(dict.fromkeys(table["voice"])), list(dict.fromkeys(table["aim"]))
    ax = axes(ax, 0.42 * len(aims) + 1.3)
    for cell in table.itertuples():
        stance = "mixed" if ";" in cell.stance else cell.stance
        fill, sign, ink = STANCES[stance]
        count = f" {cell.claims}" if cell.claims > 1 else ""
        _cell(ax, voices.index(cell.voice), aims.index(cell.aim), fill, f"{sign}{count}", ink)
    _grid(ax, [names[v] for v in voices], [labels[aim] for aim in aims])
    present = {"mixed" if ";" in s else s for s in table["stance"]}
    key = " · ".join(f"{STANCES[s][1] or 'empty'} {s}" for s in STANCES if s in present)
    ax.set_xlabel(f"{key} · a number: so many claims", fontsize=9, labelpad=8)
    return ax


@styled
def pairs(
    table: pd.DataFrame,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    ax: Axes | None = None,
) -> Axes:
    """Pairs of voices × aims: = where they agree, ≠ where they differ, 1 where one is silent."""
    couples = list(dict.fromkeys(zip(table["voice"], table["other"], strict=True)))
    aims = list(dict.fromkeys(table["aim"]))
    ax = axes(ax, 0.42 * len(couples) + 2.0)
    for cell in table.itertuples():
        fill, sign, ink = RELATIONS[cell.relation]
        _cell(ax, aims.index(cell.aim), couples.index((cell.voice, cell.other)), fill, sign, ink)
    _grid(
        ax,
        [labels[aim] for aim in aims],
        [f"{names[a]} – {names[b]}" for a, b in couples],
        rotation=35,
    )
    ax.set_xlabel(
        "= agree · ≠ differ · 1 only one of them speaks of it · empty: neither does",
        fontsize=9,
        labelpad=8,
    )
    return ax


@styled
def chains(
    table: pd.DataFrame,
    parts: Sequence[Sequence[tuple[str, str]]],
    labels: Mapping[str, str],
    *,
    ax: Axes | None = None,
) -> Axes:
    """Each chain as a line of links, from the article to the aim.

    `parts` holds, for each row of the table, its links as (name, cue).
    """
    ax = axes(ax, 0.44 * len(table) + 0.6)
    deepest = int(table["depth"].max())
    depths = [len(steps) for steps in parts]
    nodes = [(place, row) for row, depth in enumerate(depths) for place in range(depth)]
    ax.hlines(range(len(parts)), 0, depths, color="#999999", lw=1, zorder=0)
    ax.scatter([x for x, _ in nodes], [y for _, y in nodes], color=INK, s=10)
    ax.scatter(depths, range(len(parts)), color=INK, s=14, marker=">")
    for row, (entry, steps) in enumerate(zip(table.itertuples(), parts, strict=True)):
        for place, (who, cue) in enumerate(steps):
            ax.text(place + 0.5, row, who, ha="center", va="bottom", fontsize=9)
            cue = _clip(f"“{cue}”", 24)
            ax.text(place + 0.5, row + 0.25, cue, ha="center", va="center", fontsize=8)
        aim = f"{labels[entry.aim]} ({STANCES[entry.stance][1]})"
        ax.text(len(steps) + 0.06, row, aim, va="center", fontsize=9)
    _rows(ax, list(table["id"]), "", above=0.8)
    ax.set(xlim=(-0.05, deepest + 1.0), xticks=[])
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.tick_params(axis="y", labelsize=8)
    return ax


@styled
def holders(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """Along the article, to whom each aim is ascribed; the line slides with the holder."""
    lines = list(dict.fromkeys(table["holder"]))
    ax = axes(ax, 0.6 * len(lines) + 1.2)
    rows = [lines.index(holder) for holder in table["holder"]]
    ax.plot(table["position"], rows, color="#999999", lw=1, zorder=1)
    speakers = list(dict.fromkeys(table["voice"]))
    for number, voice in enumerate(speakers):
        here = [index for index, said in enumerate(table["voice"]) if said == voice]
        ax.scatter(
            table["position"].iloc[here],
            [rows[index] for index in here],
            marker=MARKERS[number % len(MARKERS)],
            color=VOICED[number % len(VOICED)],
            edgecolor="white",
            linewidth=0.6,
            s=62,
            label=names[voice],
            zorder=2,
        )
    _rows(ax, [names[holder] for holder in lines], PLACE)
    ax.set_xlim(-1, 101)
    ax.legend(
        title="who says so",
        ncols=4,
        loc="lower center",
        bbox_to_anchor=(0.5, 1.0),
        frameon=False,
        fontsize=9,
        title_fontsize=9,
    )
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
    ax = axes(ax, 0.5 * max(len(voices), len(aims), 2) + 0.5)
    tall = max(len(voices), len(aims)) - 1 or 1
    left = {voice: n * tall / (len(voices) - 1 or 1) for n, voice in enumerate(voices)}
    right = {aim: n * tall / (len(aims) - 1 or 1) for n, aim in enumerate(aims)}
    dashes = {
        "affirms": "-",
        "denies": (0, (4, 2)),
        "doubts": (0, (1, 1.5)),
        "reports": (0, (6, 2, 1, 2)),
        "mixed": "-",
    }
    for edge in table.itertuples():
        stance = "mixed" if ";" in edge.stance else edge.stance
        y0, y1 = left[edge.voice], right[edge.aim]
        colour = {"affirms": "#0b4f7d", "denies": "#b34f00", "doubts": "#8a6a00"}.get(
            stance, "#666666"
        )
        ax.plot(
            [0, 1], [y0, y1], color=colour, ls=dashes[stance], lw=0.9 + 0.6 * min(edge.claims, 5)
        )
        at = 0.3 + 0.55 * voices.index(edge.voice) / len(
            voices
        )  # another place for each voice: signs stay apart
        ax.text(at, y0 + at * (y1 - y0), STANCES[stance][1], ha="center", va="center", fontsize=9,
                bbox={"boxstyle": "circle,pad=0.15", "fc": "white", "ec": colour, "lw": 0.8})  # fmt: skip
    for voice, y in left.items():
        ax.text(-0.03, y, names[voice], ha="right", va="center")
    for aim, y in right.items():
        ax.text(1.03, y, labels[aim], ha="left", va="center")
    ax.set(xlim=(-0.45, 1.55), ylim=(tall + 0.5, -0.5))
    ax.set_axis_off()
    return ax


# ---------------------------------------------------------------- agreement


@styled
def agreement(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Krippendorff's alpha for each thing coded, against the customary .67 and .80."""
    ax = axes(ax, 0.36 * len(table) + 1.0)
    rows = range(len(table))
    known = table["alpha"].notna()
    low = min(0.0, float(table["alpha"].min()) if known.any() else 0.0)
    ax.axvspan(0.8, 1, color="#dcebe4", zorder=0)
    ax.axvspan(0.667, 0.8, color="#f2efe4", zorder=0)
    ax.hlines(rows, low, table["alpha"].fillna(low), color="#999999", lw=1.2)
    ax.scatter(table["alpha"], rows, color=INK, s=34, zorder=3)
    for row, entry in zip(rows, table.itertuples(), strict=True):
        note = (
            f"{entry.alpha:.2f}" if pd.notna(entry.alpha) else "not defined: only one value occurs"
        )
        at = entry.alpha if pd.notna(entry.alpha) else low
        side = {"ha": "left"} if at < 0.9 else {"ha": "right"}
        ax.annotate(
            note,
            (at, row),
            (6 if at < 0.9 else -8, 4),
            textcoords="offset points",
            fontsize=9,
            **side,
        )
    ax.text(0.9, -0.85, "reliable", ha="center", fontsize=8.5)
    ax.text(0.733, -0.85, "tentative", ha="center", fontsize=8.5)
    counted = "Krippendorff’s alpha (1: always the same; 0: as by chance)"
    _rows(ax, list(table["what"]), counted, above=1.2)
    ax.set_xlim(low - 0.01, 1.02)
    return ax


@styled
def differences(table: pd.DataFrame, length: int, *, ax: Axes | None = None) -> Axes:
    """Where along the article two readings differ, on a line for each thing coded."""
    lines = list(dict.fromkeys(table["column"]))
    ax = axes(ax, 0.42 * len(lines) + 0.8)
    for row, column in enumerate(lines):
        here = table[table["column"] == column]
        ax.axhline(row, color=PALE, lw=0.8, zorder=0)
        ax.hlines(
            [row] * len(here),
            here["first"] / length * 100,
            here["last"] / length * 100,
            color=INK,
            lw=6,
        )
        ax.text(101.5, row, str(len(here)), va="center", fontsize=9)
    _rows(ax, lines, PLACE)
    ax.set_xlim(0, 100)
    return ax


@styled
def drafted(table: pd.DataFrame, names: Mapping[str, str], *, ax: Axes | None = None) -> Axes:
    """For each manner or voice, how many claims of the reading the draft found."""
    ax = axes(ax, 0.44 * len(table) + 1.0)
    rows = range(len(table))
    ax.barh(rows, table["claims"], color="white", edgecolor="#777777", height=0.62)
    ax.barh(rows, table["found"], color="#a9d3ee", height=0.62)
    ax.barh(rows, table["right voice"], color="#0b4f7d", height=0.3)
    for row, entry in zip(rows, table.itertuples(index=False), strict=True):
        ax.text(
            entry.claims + 0.2, row, f"{entry[3]} right of {entry.claims}", va="center", fontsize=9
        )
    _rows(ax, [names[name] for name in table.iloc[:, 0]], "claims of the reading")
    ax.set_title(
        "outline: in the reading · pale: found by the draft · dark: with the right voice",
        fontsize=9,
        loc="left",
    )
    ax.set_xlim(0, max(table["claims"].max(), 1) * 1.3)
    return ax


@styled
def machine(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """F1 of the engine with its interval, and beside it what two people reach with each other."""
    ax = axes(ax, 0.36 * len(table) + 1.0)
    rows = range(len(table))
    ax.hlines(rows, table["low"], table["high"], color="#0b4f7d", lw=5, alpha=0.35)
    ax.scatter(table["f1"], rows, color="#0b4f7d", s=34, zorder=3)
    ax.scatter(table["people"], rows, facecolor="white", edgecolor=INK, marker="D", s=34, zorder=2)
    for row, f1 in zip(rows, table["f1"], strict=True):
        ax.annotate(
            f"{f1:.2f}", (f1, row), (0, 6), textcoords="offset points", ha="center", fontsize=8.5
        )
    _rows(ax, list(table["what"]), "F1 (1: all found, nothing wrong)", above=0.9)
    ax.set_title(
        "dot: the machine · bar: 95 % interval · diamond: two people", fontsize=9, loc="left"
    )
    ax.set_xlim(min(0.3, float(table["low"].min()) - 0.05), 1)
    return ax


@styled
def reliability(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """How often the engine was right, against how sure it said it was."""
    ax = axes(ax, 3.6, 4.6)
    ax.plot([0, 1], [0, 1], color="#999999", lw=1, ls="--")
    ax.scatter(table["predicted"], table["observed"], color=INK, s=12 + table["n"] ** 0.5 * 4)
    for band in table.itertuples():
        ax.annotate(
            f"{band.n}",
            (band.predicted, band.observed),
            (7, -11),
            textcoords="offset points",
            fontsize=8.5,
        )
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02))
    ax.set_xlabel("how sure the machine was (number: how many)")
    ax.set_ylabel("share that was right")
    return ax


# ------------------------------------------------------------------ helpers


def _stacked(
    table: pd.DataFrame, kinds: Mapping[str, tuple], names: Mapping[str, str], ax: Axes | None
) -> Axes:
    """Horizontal bars, one per voice, a piece per kind with its number; the kinds named above."""
    ax = axes(ax, 0.46 * len(table) + 1.1)
    shown = [kind for kind in kinds if kind in table and table[kind].sum()]
    left = pd.Series(0, index=table.index)
    for kind in shown:
        fill, hatch, ink = kinds[kind]
        bars = ax.barh(
            table.index,
            table[kind],
            left=left,
            color=fill,
            hatch=hatch,
            edgecolor="#777777",
            lw=0.7,
            height=0.66,
            label=kind,
        )
        for bar, count in zip(bars, table[kind], strict=True):
            if count:
                ax.text(bar.get_x() + count / 2, bar.get_y() + 0.33, str(count), ha="center", va="center", color=ink, fontsize=9,
                        bbox={"boxstyle": "round,pad=0.12", "fc": fill, "ec": "none"} if hatch else None)  # fmt: skip
        left = left + table[kind]
    _rows(ax, [names[voice] for voice in table["voice"]], "claims")
    ax.legend(
        ncols=len(shown) or 1,
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        frameon=False,
        fontsize=9,
        handlelength=1.2,
        columnspacing=1.4,
    )
    ax.xaxis.get_major_locator().set_params(integer=True)
    return ax


def _rows(
    ax: Axes, labels: Sequence[str], counted: str, above: float = 0.5, below: float = 0.5
) -> None:
    """A row for each label from top to bottom, and what the horizontal axis counts."""
    ax.set(yticks=range(len(labels)), yticklabels=labels, xlabel=counted)
    ax.set_ylim(len(labels) - 1 + below, -above)
    ax.tick_params(axis="y", length=0)


def _cell(ax: Axes, x: int, y: int, fill: str, text: str, ink: str) -> None:
    from matplotlib.patches import Rectangle

    ax.add_patch(
        Rectangle((x - 0.46, y - 0.44), 0.92, 0.88, facecolor=fill, edgecolor="#bbb5a8", lw=0.7)
    )
    ax.text(x, y, text, ha="center", va="center", color=ink, fontsize=10)


def _grid(ax: Axes, columns: Sequence[str], rows: Sequence[str], rotation: int = 25) -> None:
    ax.set(xlim=(-0.5, len(columns) - 0.5), ylim=(len(rows) - 0.5, -0.5))
    ax.set(yticks=range(len(rows)), yticklabels=rows, xticks=range(len(columns)))
    ax.xaxis.tick_top()
    ax.set_xticklabels(columns, rotation=rotation, ha="left", rotation_mode="anchor")
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)


def _clip(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 2] + "…”"
