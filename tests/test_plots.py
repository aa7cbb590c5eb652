"""Figures show the table they are given, and nothing else."""

import inspect
import warnings

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.figure import Figure

from closereading import agreement, comparison, exhibit, plots, reading, voices
from closereading.codebook import Names


def drawings(study, claims, names, labels):
    """Every figure with the table that it is made for: name to a function of `ax`."""
    article, whose, aims = study.article, study.whose, study.aim_codes
    compared = ["Stone", "Reed", "narrator"]
    mentions = voices.mentions(article.text, study.voices)
    present = comparison.presence(mentions, article, compared)
    cells = comparison.characterisations(claims, compared, aims, whose)
    changed = claims.assign(stance="doubts")
    two = {"one": claims, "two": changed}
    agreed = agreement.agreement(article, two, compared, aims, whose)
    differing = agreement.differences(article, two)
    drafted = agreement.drafted(claims, reading.draft(study), "voice")
    wanted = comparison.wants(article, mentions, ["wants"])
    return {
        "structure": (plots.structure, comparison.structure(article)),
        "presence": (plots.presence, mentions, present, len(article.text), names),
        "ledger": (plots.ledger, comparison.ledger(article, claims), names),
        "collocates": (plots.collocates, comparison.collocates(article, "bridge", 5), "bridge"),
        "wants": (plots.wants, wanted, names),
        "manners": (plots.manners, comparison.manners(claims, compared), names),
        "statuses": (plots.statuses, comparison.statuses(claims, compared), names),
        "verbs": (plots.verbs, comparison.verbs(claims)),
        "hedging": (plots.hedging, comparison.hedging(claims), names),
        "only_narrator": (
            plots.only_narrator,
            comparison.only_narrator(claims, aims, whose),
            labels,
        ),
        "holders": (plots.holders, comparison.holders(claims, whose, article), names),
        "network": (plots.network, comparison.network(cells), names, labels),
        "agreement": (plots.agreement, agreed),
        "differences": (plots.differences, differing, len(article.text)),
        "drafted": (plots.drafted, drafted, names),
        "machine": (plots.machine, agreement.machine(MEASURED)),
        "reliability": (plots.reliability, agreement.reliability(CALIBRATED)),
    }


FIGURES = [
    "structure", "presence", "ledger", "collocates", "wants", "manners", "statuses", "verbs",
    "hedging", "only_narrator", "holders", "network",
    "agreement", "differences", "drafted", "machine", "reliability",
]  # fmt: skip

MEASURED = {
    "table": {
        "who said what, all": {"precision": 0.8, "recall": 0.6, "f1": 0.6857, "low": 0.6, "high": 0.75, "gold": 10},
        "who said what, direct": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "low": 0.9, "high": 1.0, "gold": 4},
    },
    "two people": {"who said what, all": {"f1": 0.75}},
}  # fmt: skip
CALIBRATED = {
    "bins": [
        {"low": 0.5, "high": 0.6, "predicted": 0.55, "observed": 0.5, "n": 8},
        {"low": 0.9, "high": 1.0, "predicted": 0.95, "observed": 0.9, "n": 40},
    ]
}


def written(ax):
    """All words on a figure."""
    found = [text.get_text() for text in ax.figure.findobj(mpl.text.Text)]
    return "\n".join(text for text in found if text)


def quietly(name, figures, **more):
    draw, *given = figures[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return draw(*given, **more)


@pytest.fixture(scope="module")
def figures(small, small_claims):
    return drawings(small, small_claims, small.names, small.labels)


LEADS = {
    "manners": {"the narrator": "02_close_reading_of_claims.ipynb#claims-narrator"},
    "statuses": {"the narrator": "02_close_reading_of_claims.ipynb#claims-narrator"},
    "holders": {"Tom Reed": "02_close_reading_of_claims.ipynb#claims-Reed"},
    "network": {"Tom Reed": "02_close_reading_of_claims.ipynb#claims-Reed"},
}


@pytest.mark.parametrize("name", LEADS)
def test_names_in_a_figure_lead_to_the_words_behind_them(name, figures):
    labels = quietly(name, figures).figure.findobj(mpl.text.Text)
    leads = {" ".join(one.get_text().split()): one.get_url() for one in labels if one.get_url()}
    for words, address in LEADS[name].items():
        assert leads[words] == address, leads


def test_every_figure_is_tested():
    public = [
        name
        for name, function in inspect.getmembers(plots, inspect.isfunction)
        if function.__module__ == plots.__name__ and not name.startswith("_")
    ]
    assert set(public) - {"axes", "styled"} == set(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_draws_into_the_axes_it_is_given_and_returns_them(figures, name):
    ax = Figure().subplots()
    assert quietly(name, figures, ax=ax) is ax


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_makes_axes_of_its_own_and_leaves_the_settings_alone(figures, name):
    before = dict(mpl.rcParams)
    assert quietly(name, figures).figure is not None
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_leaves_its_table_as_it_was(figures, name):
    tables = [given for given in figures[name] if isinstance(given, pd.DataFrame)]
    before = [table.copy(deep=True) for table in tables]
    quietly(name, figures)
    assert all(a.equals(b) for a, b in zip(tables, before, strict=True))


@pytest.mark.parametrize("name", FIGURES)
def test_an_empty_table_draws_nothing_and_warns_of_nothing(figures, name):
    draw, *given = figures[name]
    empty = [g.iloc[:0] if isinstance(g, pd.DataFrame) else g for g in given]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = draw(*empty)
        if ax is not None:
            ax.figure.canvas.draw()


def test_words_and_quoted_words_of_each_paragraph(figures):
    ax = quietly("structure", figures)
    assert [bar.get_width() for bar in ax.patches[:5]] == [0, 0, 0, 5, 0]
    assert [bar.get_width() for bar in ax.patches[5:10]] == [5, 2, 16, 9, 8]
    assert "14, 5 quoted" in written(ax) and "5  (headline)" in written(ax)


def test_the_ledgers_pieces_add_up_to_the_whole(figures):
    ax = quietly("ledger", figures)
    assert sum(bar.get_width() for bar in ax.patches) == pytest.approx(100)


def test_each_voices_bar_is_as_long_as_it_has_claims(figures):
    ax = quietly("manners", figures)
    assert sum(bar.get_width() for bar in ax.patches) == 6
    assert [t.get_text() for t in ax.get_yticklabels()] == [
        "Ruth Stone",
        "Tom Reed",
        "the narrator",
    ]


def test_stances_are_told_apart_without_colour():
    assert len({sign for sign, _, _ in plots.STANCES.values()}) == len(plots.STANCES)


def test_a_missing_alpha_is_said_to_be_missing():
    table = pd.DataFrame(
        {
            "what": ["a", "b"],
            "alpha": [0.5, None],
            "kappa": [0.5, None],
            "same": [50.0, 100.0],
            "n": [2, 2],
        }
    )
    words = written(plots.agreement(table))
    assert "0.50" in words and "not defined" in words


HOSTILE = [
    "$x_1^2",
    "a $b$ c",
    "<b>&amp;",
    "\\frac{1}{2}",
    "",
    " ",
    "_hidden",
    "a" * 200,
    "e\u0301",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_any_name_can_be_drawn(small, small_claims, label):
    names = Names(dict.fromkeys(["Stone", "Reed", "narrator"], label))
    labels = Names(dict.fromkeys([*small.aim_codes, "other"], label))
    drawn = drawings(small, small_claims, names, labels)
    for name in ("manners", "network", "holders"):
        ax = quietly(name, drawn)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ax.figure.canvas.draw()
        if label.strip() and len(label) < 40:
            assert label in written(ax), name


@pytest.mark.parametrize(
    "name",
    [
        "Zelenskyy Ω Ж",
        "كلب",
        "日本",
        "👩",
        "नेता",
    ],
)
def test_a_name_in_any_script_is_drawn_without_a_warning_on_the_page(small, small_claims, name):
    names = Names(dict.fromkeys(["Stone", "Reed", "narrator"], name))
    draw, *given = drawings(small, small_claims, names, small.labels)["manners"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "img" in exhibit.figure(draw(*given), "x").data["text/html"]
