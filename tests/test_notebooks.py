"""The notebooks of the collection, run on the small study.

Once with real kernels, under plain papermill, from a folder that is not the
project's; and then cell by cell in this process with other parameters, which
is the same code without the seconds that a kernel takes to start.
"""

import ast
import csv
import io
import os
import re
import warnings
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import papermill
import pytest

from closereading import runner

ROOT = Path(__file__).resolve().parents[1]
SMALL = Path(__file__).parent / "fixtures" / "studies" / "small"
COLLECTION = sorted((ROOT / "notebooks").glob("*.ipynb"))
NOTEBOOKS = [path for path in COLLECTION if runner.in_report(path)]  # the pages of the report
NAMES = [path.stem for path in NOTEBOOKS]

SHARED = {"study": "str", "reading": "str", "voices": "str"}

TABLES = [
    # notebook, table: those that design.md, and the issue, name
    ("01_reading_the_article", "voice_ledger"),
    ("02_close_reading_of_claims", "claims"),
    ("03_comparing_characterisations", "characterisations"),
    ("04_trusting_the_reading", "agreement"),
    ("04_trusting_the_reading", "differences"),
]

SETTINGS = [
    # what a reader asks for: the parameters
    ("its own reading", {"study": str(SMALL)}),
    ("one voice", {"study": str(SMALL), "reading": "adopted", "voices": "Reed"}),
    ("two voices of the draft", {"study": str(SMALL), "reading": "draft", "voices": "Reed, Stone"}),
    ("the worked study", {}),
    ("a study that says neither whose aims nor which", {"study": str(SMALL.with_name("begun"))}),
]

WANTS = re.compile(
    r"\b(Putin|Stone|Trump|Russia|Reed|he|she|they)( really)? (wants|want|desires|aims|seeks)\b"
)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(notebook):
    """The data and metadata of each output of the notebook."""
    for cell in code_cells(notebook):
        for output in cell.outputs:
            if output.output_type in ("display_data", "execute_result"):
                yield output.data, output.metadata


def printed(notebook):
    """What a cell wrote beside its exhibit: a warning would stand on the page."""
    return [
        output.text
        for cell in code_cells(notebook)
        for output in cell.outputs
        if output.output_type == "stream"
    ]


def tables(notebook):
    """Its tables by name: rows as dicts."""
    return {
        about["closereading"]["table"]: list(csv.DictReader(io.StringIO(data["text/csv"])))
        for data, about in outputs(notebook)
        if "table" in about.get("closereading", {})
    }


class Shown(HTMLParser):
    """What stands on the page: its elements, and the sentences that are ours.

    Ours is what stands in no blockquote, no mark, no cell of a table, not in the
    article itself nor in the head, which has the study's question and the
    article's title; pictures speak by their text alternative.
    """

    QUOTED = frozenset({"blockquote", "mark", "td", "th"})
    VOID = frozenset({"img", "br", "hr", "meta", "link", "input", "col", "wbr"})

    def __init__(self, html):
        super().__init__()
        self.elements, self.attributes, self.open, self.ours = [], [], [], []
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]
        about = dict(attrs)
        if tag not in self.VOID:
            given = (about.get("class") or "").split()
            quoted = {"cr-article", "cr-head"} & set(given) or tag in self.QUOTED
            self.open.append((tag, quoted))
        if "alt" in about:
            self.ours.append(about["alt"])

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open and self.open.pop()[0] == tag, tag

    def handle_data(self, data):
        if not any(quoted for _, quoted in self.open):
            self.ours.append(data)


def without_quotations(text):
    return re.sub(r"“[^”]*”|\"[^\"]*\"", "“…”", text)


def played(path, parameters, folder):
    """The notebook with its outputs, its cells run in this process."""
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    names = {"__name__": "__main__"}
    before = Path.cwd()
    os.chdir(folder)
    try:
        for cell in cells:
            body = ast.parse(cell.source).body
            last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
            exec(compile(ast.Module(body, []), path.name, "exec"), names)
            if last is not None:
                with warnings.catch_warnings(record=True) as warned:
                    warnings.simplefilter("always", UserWarning)
                    shown = eval(compile(ast.Expression(last.value), path.name, "eval"), names)
                    data, about = shown._repr_mimebundle_()
                cell.outputs = [nbformat.v4.new_output("display_data", data, metadata=about)] + [
                    nbformat.v4.new_output("stream", name="stderr", text=str(warning.message))
                    for warning in warned
                    if issubclass(warning.category, UserWarning)
                ]
            if "parameters" in cell.metadata.get("tags", []):
                unknown = set(parameters) - set(names)
                assert not unknown, unknown
                names |= parameters
    finally:
        os.chdir(before)
    return notebook


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """All notebooks on the small study, by name, as plain papermill executes them elsewhere."""
    folder = tmp_path_factory.mktemp("elsewhere")

    def execute(notebook, tries=2):
        try:
            return papermill.execute_notebook(
                str(notebook),
                str(folder / notebook.name),
                parameters={"study": str(SMALL)},
                cwd=str(folder),
                progress_bar=False,
            )
        except RuntimeError as failed:
            # papermill's kernels listen on ports that another process may take before them
            if "before replying to kernel_info" not in str(failed) or tries == 1:
                raise
            return execute(notebook, tries - 1)

    with warnings.catch_warnings(), ThreadPoolExecutor(2) as pool:
        warnings.simplefilter("ignore")
        return dict(zip(NAMES, pool.map(execute, NOTEBOOKS), strict=True))


@pytest.fixture(scope="module")
def read(executed, tmp_path_factory):
    """Every notebook in every setting: (setting, name) to the notebook with its outputs."""
    folder = tmp_path_factory.mktemp("somewhere")
    own, *others = SETTINGS
    return {(own[0], name): notebook for name, notebook in executed.items()} | {
        (setting, path.stem): played(path, parameters, folder)
        for setting, parameters in others
        for path in NOTEBOOKS
    }


# ------------------------------------------------------------------ as saved


@pytest.mark.parametrize("path", COLLECTION, ids=lambda path: path.stem)
def test_a_notebook_is_saved_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for cell in code_cells(notebook):
        assert (cell.outputs, cell.execution_count) == ([], None)
    assert "papermill" not in notebook.metadata


@pytest.mark.parametrize("path", COLLECTION, ids=lambda path: path.stem)
def test_a_notebook_opens_with_one_question_a_promise_and_a_limit(path):
    cells = nbformat.read(path, as_version=4).cells
    prose = [cell.source for cell in cells if cell.cell_type == "markdown"]
    titles = [line for source in prose for line in source.splitlines() if line.startswith("# ")]
    assert cells[0].cell_type == "markdown" and len(titles) == 1
    title, *paragraphs = [part for part in cells[0].source.split("\n\n") if part.strip()]
    assert title.startswith("# ") and title.endswith("?")
    assert len(paragraphs) >= 2
    assert re.search(r"\b(not|never|neither|no)\b", paragraphs[-1])


@pytest.mark.parametrize("path", COLLECTION, ids=lambda path: path.stem)
def test_a_notebook_has_one_cell_of_parameters_and_it_comes_first(path):
    cells = code_cells(nbformat.read(path, as_version=4))
    assert [n for n, c in enumerate(cells) if "parameters" in c.metadata.get("tags", [])] == [0]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_papermill_knows_each_parameter_with_its_type_and_a_word_of_help(path):
    declared = papermill.inspect_notebook(str(path))
    assert SHARED.items() <= {n: p["inferred_type_name"] for n, p in declared.items()}.items()
    assert [name for name, about in declared.items() if not about["help"]] == []
    assert declared["study"]["default"] == '"putin-aims"'


@pytest.mark.parametrize("path", COLLECTION, ids=lambda path: path.stem)
def test_every_section_is_a_question_with_something_shown_and_something_said(path):
    notebook = nbformat.read(path, as_version=4)
    headings = [
        line
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("## ")
    ]
    assert headings and [line for line in headings if not line.endswith("?")] == []


@pytest.mark.parametrize("path", COLLECTION, ids=lambda path: path.stem)
def test_prose_that_is_typed_names_nobody_of_one_article(path):
    """What stays typed would be true of any article."""
    prose = [c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "markdown"]
    names = r"\b(Putin|Trump|Berzina|Galeotti|CNN|NATO)\b"
    shown = re.sub(r"```.*?```|`[^`]*`", "", "\n".join(prose), flags=re.DOTALL)
    assert re.findall(names, shown) == []


@pytest.mark.parametrize("path", COLLECTION, ids=lambda path: path.stem)
def test_a_link_to_another_page_leads_to_one_that_is_there(path):
    prose = [c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "markdown"]
    linked = re.findall(r"\]\(([^)#]+)", "\n".join(prose))
    assert [name for name in linked if not (path.parent / name).is_file()] == []


def test_reading_by_hand_is_no_page_of_the_report():
    assert [path.stem for path in COLLECTION if path not in NOTEBOOKS] == ["06_reading_by_hand"]


# ------------------------------------------------------- with kernels of their own


def test_reading_by_hand_shows_a_table_where_nobody_sits_before_it(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        executed = papermill.execute_notebook(
            str(ROOT / "notebooks" / "06_reading_by_hand.ipynb"),
            str(tmp_path / "out.ipynb"),
            parameters={"study": str(SMALL), "reading": "by-hand", "coder": "tests"},
            cwd=str(tmp_path),
            progress_bar=False,
        )
    assert [row["words"] for row in tables(executed)["by_hand"]][3] == "She is after the harbour"
    kinds = {kind for data, _ in outputs(executed) for kind in data}
    assert kinds == {"text/html", "text/plain", "text/csv"}
    assert "widgets" not in executed.metadata
    assert not (SMALL / "readings" / "by-hand.csv").exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_alone_under_plain_papermill_from_elsewhere(executed, name):
    cells = code_cells(executed[name])
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert [cell.source for cell in cells if cell.metadata.papermill.status != "completed"] == []
    assert list(outputs(executed[name]))


def test_only_the_draft_for_one_voice_is_asked_for_under_papermill(tmp_path):
    asked = {"study": str(SMALL), "reading": "draft", "voices": "Reed"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        executed = papermill.execute_notebook(
            str(ROOT / "notebooks" / "03_comparing_characterisations.ipynb"),
            str(tmp_path / "out.ipynb"),
            parameters=asked,
            cwd=str(tmp_path),
            progress_bar=False,
        )
    assert {row["voice"] for row in tables(executed)["characterisations"]} == {"Reed"}


# ------------------------------------------------------------------ what it shows


@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
@pytest.mark.parametrize("name", NAMES)
def test_no_warning_stands_on_the_page(read, setting, name):
    assert printed(read[setting, name]) == []


@pytest.mark.parametrize("notebook, table", TABLES)
@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
def test_the_tables_that_have_a_name_are_carried_by_their_notebook(read, setting, notebook, table):
    assert table in tables(read[setting, notebook])


def test_no_two_notebooks_give_different_tables_the_same_name(read):
    for setting, _ in SETTINGS:
        seen = {}
        for name in NAMES:
            for table, rows in tables(read[setting, name]).items():
                assert seen.setdefault(table, rows) == rows, (setting, table)


def test_the_small_matrix_is_what_one_counts_by_hand(read):
    rows = tables(read["its own reading", "03_comparing_characterisations"])["characterisations"]
    assert [tuple(row.values()) for row in rows] == [
        ("Stone", "bridge", "affirms", "1"),
        ("Stone", "harbour", "not stated", "0"),
        ("Stone", "fame", "not stated", "0"),
        ("Stone", "votes", "not stated", "0"),
        ("Reed", "bridge", "denies", "1"),
        ("Reed", "harbour", "affirms", "1"),
        ("Reed", "fame", "not stated", "0"),
        ("Reed", "votes", "not stated", "0"),
        ("narrator", "bridge", "not stated", "0"),
        ("narrator", "harbour", "not stated", "0"),
        ("narrator", "fame", "affirms", "1"),
        ("narrator", "votes", "not stated", "0"),
    ]


def test_only_the_voices_asked_for_are_compared_and_in_that_order(read):
    setting = "two voices of the draft"
    rows = tables(read[setting, "03_comparing_characterisations"])["characterisations"]
    assert list(dict.fromkeys(row["voice"] for row in rows)) == ["Reed", "Stone"]


def test_the_ledger_of_claims_holds_only_what_was_asked_for(read):
    rows = tables(read["one voice", "02_close_reading_of_claims"])["claims"]
    assert [row["id"] for row in rows] == ["c03", "c04"]


def test_the_claims_are_all_there_when_nothing_is_asked_for(read):
    rows = tables(read["its own reading", "02_close_reading_of_claims"])["claims"]
    assert [row["id"] for row in rows] == ["c01", "c02", "c03", "c04", "c05", "c06"]
    assert rows[3]["words"] == "She is after the harbour"
    assert (rows[3]["start"], rows[3]["end"]) == ("128", "152")


def test_two_people_who_speak_of_the_same_aim_are_said_to_differ(read):
    notebook = read["its own reading", "03_comparing_characterisations"]
    text = " ".join(data["text/plain"] for data, _ in outputs(notebook))
    assert "Ruth Stone and Tom Reed differ on the bridge rebuilt" in text


@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_shown_survives_jupyterlabs_sanitizer(read, setting, name):
    for data, _ in outputs(read[setting, name]):
        shown = Shown(data["text/html"])
        assert not {"script", "style", "svg", "iframe", "object", "link"} & set(shown.elements)
        assert [a for a in shown.attributes if a.startswith(("aria-", "on"))] == []


@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_says_in_its_own_voice_that_somebody_wants_something(read, setting, name):
    notebook = read[setting, name]
    said = [text for data, _ in outputs(notebook) for text in Shown(data["text/html"]).ours]
    said += [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    slips = [text for text in map(without_quotations, said) if WANTS.search(text)]
    assert slips == []


@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
@pytest.mark.parametrize("name", NAMES)
def test_each_picture_says_in_words_what_it_shows(read, setting, name):
    for data, _ in outputs(read[setting, name]):
        html = data["text/html"]
        assert html.count("<img") == len(re.findall(r'<img [^>]*alt="[^"]+"', html))


@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
def test_a_link_within_a_page_leads_somewhere_and_no_place_is_there_twice(read, setting):
    for name in NAMES:
        html = "\n".join(data["text/html"] for data, _ in outputs(read[setting, name]))
        places = re.findall(r' id="([^"]+)"', html)
        assert sorted(places) == sorted(set(places)), name
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(places), name


@pytest.mark.parametrize("setting", [name for name, _ in SETTINGS])
def test_a_claim_that_another_page_leads_to_is_in_the_marked_article(read, setting):
    marked = "".join(
        data["text/html"] for data, _ in outputs(read[setting, "02_close_reading_of_claims"])
    )
    there = set(re.findall(r' id="([^"]+)"', marked))
    for name in NAMES:
        for data, _ in outputs(read[setting, name]):
            led = re.findall(r'href="02_close[^"#]*#([^"]+)"', data["text/html"])
            assert set(led) <= there
