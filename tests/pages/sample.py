"""Five small notebooks as if executed, with every kind of output that the pages know.

    python tests/pages/sample.py FOLDER      writes the notebooks and renders them there, one by one and in one file

For looking at pages without running anything; `--hostile` fills the names and
texts with markup, scripts, quotation marks and characters that turn text round.
"""

import base64
import html
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOSTILE = "</script><script>document.title='run'</script><img src=x onerror=alert(1)> \"'& \u202etxet 🦊 {{ 7*7 }} </style>"

# words, voice, manner, what the note says
CLAIMS = [
    ("wants peace", "Trump", "indirect", "peace, affirms; “said he thinks” carries it at two removes"),
    ("don’t believe he does", "Ukraine and Europe", "attitude", "peace, denies; nobody is quoted"),
    ("he wants peace", "Putin", "indirect", "peace, affirms"),
    ("then refused to sign up to it", "narrator", "narrated", "peace, doubts; not part of what Putin “said”"),
    ("he believes Ukraine should not exist as an independent state", "Putin", "attitude", "no independent Ukraine, affirms; “has made no secret” is the article’s"),
    ("he wants NATO to shrink back to its Cold War-era size", "Putin", "indirect", "smaller NATO, affirms; “repeatedly said”"),
    ("more than anything, he wants to see a new global order", "narrator", "narrated", "new global order, affirms"),
    ("this was not enough for the Russian leader", "Berzina", "indirect", "great-power status, affirms; Russia’s leader is the holder"),
    ("Putin was happy to throw all that away on behalf of his citizens because of higher geopolitical aims", "Berzina", "direct", "higher aims, affirms"),
    ("it was never good enough for Russia to be “the eighth in the G7.”", "Berzina", "mixed", "great-power status, affirms; four words are hers"),
    ("simply presents an opportunity to secure quick wins while keeping an eye on the long-term goals", "Galeotti", "indirect", "quick wins and higher aims, affirms"),
    ("Putin is an opportunist", "Galeotti", "direct", "no aim; a trait"),
]  # fmt: skip
STYLES = {
    "direct": "text-decoration: underline solid",
    "mixed": "text-decoration: underline double",
    "indirect": "text-decoration: underline dashed",
    "attitude": "text-decoration: underline dotted",
    "narrated": "background: #eee",
}
AIMS = {
    "Peace": ["affirms", "denies", "", "", "denies", "affirms", "doubts"],
    "No independent Ukraine": ["", "", "", "", "", "affirms", ""],
    "A smaller NATO": ["", "", "", "", "", "affirms", ""],
    "A new global order": ["", "", "", "", "", "", "affirms"],
    "Great-power status": ["", "", "affirms", "", "", "", "affirms"],
    "Redress of humiliation": ["", "", "", "", "", "", "reports"],
    "Quick wins": ["", "", "", "affirms", "", "", ""],
    "Higher aims": ["", "", "affirms", "mixed", "", "", ""],
    "Territory": ["reports", "", "", "", "", "", ""],
}
VOICES = ["Trump", "Europe", "Berzina", "Galeotti", "Ukraine", "Putin", "narrator"]


def article(text: str) -> str:
    """The marked article, in the classes that the notebooks use."""
    sections, number = [], 0
    for place, paragraph in enumerate(filter(str.strip, text.split("\n"))):
        marked, notes = html.escape(paragraph, quote=False), []
        for words, voice, manner, note in CLAIMS:
            words = html.escape(words, quote=False)
            if words in marked:
                number += 1
                marked = marked.replace(
                    words,
                    f'<a class="cr-claim" id="claim-c{number:02}" href="#note-c{number:02}" title="{voice}, {manner}">'
                    f'<mark class="cr-{manner}" style="{STYLES[manner]}">{words}</mark><sup>{number}</sup></a>',
                    1,
                )
                notes.append(
                    f'<p class="cr-note" id="note-c{number:02}"><a href="#claim-c{number:02}">{number}</a> '
                    f"<b>{voice}</b> ({manner}): {note}</p>"
                )
        aside = f'<aside class="cr-notes">{"".join(notes)}</aside>' if notes else ""
        sections.append(
            f'<section class="cr-para{" cr-headline" if place == 0 else ""}{" cr-byline" if place == 1 else ""}"><p>{marked}</p>{aside}</section>'
        )
    return f'<div class="cr-article" lang="en" dir="auto">{"".join(sections)}</div>'


def legend() -> str:
    said = {
        "direct": "direct: the voice’s own words",
        "mixed": "mixed: some of its own words",
        "indirect": "indirect: in the writer’s words",
        "attitude": "attitude: a belief or wish ascribed",
        "narrated": "narrated: the article’s own voice",
    }
    return (
        '<ul class="cr-legend">'
        + "".join(
            f'<li><mark class="cr-{manner}" style="{STYLES[manner]}">{words}</mark></li>'
            for manner, words in said.items()
        )
        + "</ul>"
    )


def matrix() -> str:
    head = "".join(f'<th scope="col">{voice}</th>' for voice in VOICES)
    rows = ""
    for aim, stances in AIMS.items():
        cells = "".join(
            f'<td class="cr-{stance}"><a href="02_close_reading_of_claims.ipynb#claim-c01">{stance}</a> (1)</td>'
            if stance
            else '<td class="cr-not-stated">not stated</td>'
            for stance in stances
        )
        rows += f'<tr><th scope="row">{aim}</th>{cells}</tr>'
    return (
        '<div class="cr-scroll"><table class="cr-table cr-matrix"><caption>What each voice says Putin wants. '
        "In brackets: how many claims say so</caption>"
        f'<thead><tr><th scope="col">Aim</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def table(
    name: str, caption: str, columns: list[str], rows: list[list[object]], glance: bool = False
) -> dict:
    head = "".join(f'<th scope="col">{html.escape(str(c))}</th>' for c in columns)
    body = "".join(
        f'<tr><th scope="row">{html.escape(str(row[0]))}</th>'
        + "".join(f"<td>{html.escape(str(value))}</td>" for value in row[1:])
        + "</tr>"
        for row in rows
    )
    page = (
        f'<div class="cr-scroll"><table class="cr-table"><caption>{html.escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    csv = "\n".join(",".join(f'"{value}"' for value in row) for row in [columns, *rows]) + "\n"
    return display(
        {"text/html": page, "text/csv": csv, "text/plain": caption}, table=name, glance=glance
    )


def figure(finding: str, glance: bool = False) -> dict:
    """A bar for each voice, drawn as the notebooks draw: an SVG 6.6 inches wide."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "sample", "font.size": 10.5}
    from io import StringIO

    from matplotlib.figure import Figure

    drawn = Figure(figsize=(6.6, 2.6), layout="constrained")
    ax = drawn.subplots()
    bars = ax.barh(VOICES[::-1], [18, 11, 2, 4, 6, 2, 3], color="#0b4f7d")
    ax.bar_label(bars, padding=3)
    ax.spines[["top", "right"]].set_visible(False)
    ax.set_xlabel("claims")
    svg = StringIO()
    drawn.savefig(svg, format="svg", metadata={"Date": None})
    source = base64.b64encode(svg.getvalue().encode()).decode()
    finding = html.escape(finding)
    return display(
        {
            "text/html": f'<figure class="cr-figure"><img alt="{finding}" src="data:image/svg+xml;base64,{source}">'
            f"<figcaption>{finding}</figcaption></figure>",
            "text/plain": finding,
        },
        glance=glance,
    )


def display(data: dict | str, result: bool = False, **said: object) -> dict:
    data = {"text/html": data, "text/plain": "…"} if isinstance(data, str) else data
    said = {name: value for name, value in said.items() if value}
    output = {"output_type": "execute_result" if result else "display_data", "data": data}
    return (
        output
        | {"metadata": {"closereading": said} if said else {}}
        | ({"execution_count": 1} if result else {})
    )


def finding(sentence: str, **said: object) -> dict:
    return display(f'<p class="cr-finding">{html.escape(sentence)}</p>', result=True, **said)


def prose(source: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def step(source: str, *outputs: dict) -> dict:
    return {
        "cell_type": "code", "metadata": {}, "source": source,
        "execution_count": 1, "outputs": list(outputs),
    }  # fmt: skip


def notebook(*cells: dict) -> dict:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 4}


IMPORTS = step(
    "from closereading import comparison, exhibit, plots\n\nstudy: str = 'putin-aims'  # a folder in seeds/"
)


def notebooks(odd: str = "") -> dict[str, dict]:
    text = (ROOT / "seeds/putin-aims/article.txt").read_text(encoding="utf-8") + f"\n{odd}"
    return {
        "00_start_here": notebook(
            prose(f"# What is this, and how do I read it? {odd}\n\nAn article taken apart, voice by voice. These pages show who says what, in whose words; they do not say who is right.\n\nBegin with [the claims](02_close_reading_of_claims.ipynb) or with [the comparison](03_comparing_characterisations.ipynb#Where-do-they-meet?)."),
            IMPORTS,
            prose("## How to change a parameter\n\nEach notebook runs alone:\n\n```\nclosereading run -p voices 'Trump, Berzina'\n```\n\n## Where is what?\n\n| question | page |\n|---|---|\n| whose words fill it? | [reading](01_reading_the_article.ipynb) |\n| many articles? | [corpus](05_reading_many_articles.ipynb) |"),
        ),
        "01_reading_the_article": notebook(
            prose("# Whose words fill this article?\n\nA news analysis of 17 paragraphs, taken as a text before it is taken as an argument: how it is built, who is named where, and how much of it is anybody’s own words. This page counts; it does not weigh."),
            IMPORTS,
            prose("## Who is heard in their own words?\n\nA voice can be quoted, paraphrased, or left to the writer to speak for."),
            step("claims = reading.load(study)\nexhibit.figure(plots.manners(manners), findings.manners(manners))", figure("The narrator puts forward 18 claims, more than any voice the article reports; Berzina and Galeotti together put forward 6.", glance=True)),
            step("exhibit.table(ledger, 'ledger', 'The voice ledger')", table("ledger", f"The voice ledger: every character of the article, once {odd}", ["kind", "characters", "share"], [["quoted words", 912, "25.4 %"], ["paraphrase", 640, "17.8 %"], ["attitude", 155, "4.3 %"], ["source and cue words", 402, "11.2 %"], ["the narrator’s own claims", 1376, "38.4 %"], ["headline and byline", 105, "2.9 %"], ["all", 3590, "100 %"]])),
            step("exhibit.finding(findings.ledger(ledger))", finding("Quoted words fill a quarter of the article; the narrator’s own claims fill more than a third.")),
            prose("Being quoted is not being agreed with. The next section asks which words stand near Putin.\n\n## What does he “want”?"),
            step("concordance(text, 'want')", {"output_type": "stream", "name": "stdout", "text": "   Trump said he thinks Putin | wants | peace\n the Russian leader himself said he | wants | peace but then refused\n"}, {"output_type": "stream", "name": "stderr", "text": "FutureWarning: this will change\n"}),
            prose("## How is the text built?\n\nIt is built of short paragraphs, most of one or two sentences."),
        ),
        "02_close_reading_of_claims": notebook(
            prose("# What is claimed, by whom, and on whose word?\n\nThe whole article, marked. Each claim stands with its exact words; a note beside it says whose it is, and in what manner it reached the page.\n\nThis page shows how the article presents these views, not which of them are right."),
            IMPORTS,
            prose("## The marked article\n\nNumbers lead to the notes, and back."),
            step("exhibit.legend()", display(legend())),
            step("exhibit.article(article, claims)", display(article(text), result=True)),
            prose("## The ledger of claims"),
            step("exhibit.table(claims, 'claims', 'All claims')", table("claims", "All claims, in the order of the article", ["claim", "voice", "manner", "words", "note"], [[f"c{n:02}", voice, manner, words, note] for n, (words, voice, manner, note) in enumerate(CLAIMS, 1)])),
            prose("## What do the reporting words imply?\n\n### Said, claimed, believes\n\n“Said” leans neither way; “claimed” leans away from the speaker; “has made no secret” takes what follows as true."),
            step("exhibit.quotes(claims)", display('<blockquote class="cr-quote" id="quote-c07"><p>But <mark class="cr-narrated">more than anything, he wants to see a new global order</mark> — and he wants Russia to play the starring role in it.</p><footer>narrator, paragraph 4. <a href="#claim-c07">In the article</a></footer></blockquote>')),
        ),
        "03_comparing_characterisations": notebook(
            prose("# What does each voice say Putin wants?\n\nTrump, Europe, Berzina and Galeotti side by side, cell by cell, each leading to the exact words. Where a voice says nothing of an aim, the table says so."),
            IMPORTS,
            prose("## The matrix"),
            step("exhibit.matrix(matrix)", display({"text/html": matrix(), "text/plain": "matrix", "text/csv": "voice,aim,stance,claims\nTrump,peace,affirms,1\n"}, table="characterisations", glance=True)),
            step("exhibit.finding(findings.matrix(matrix))", finding("Of the 36 cells, 9 are filled: on most aims most voices say nothing.", glance=True)),
            prose("## Portraits"),
            step("exhibit.portraits(matrix)", display('<section class="cr-portrait"><h3>Berzina</h3><p>Berzina says that the place Russia had “was not enough for the Russian leader” (<a href="02_close_reading_of_claims.ipynb#claim-c08">8</a>), and that Putin was happy to throw it away “because of higher geopolitical aims” (<a href="02_close_reading_of_claims.ipynb#claim-c09">9</a>). Of peace she says nothing.</p></section><section class="cr-portrait"><h3>Galeotti</h3><p>Galeotti says that the ceasefire “presents an opportunity to secure quick wins”; he calls Putin “an opportunist”.</p></section>', glance=True)),
            prose("## Where do they meet?\n\nPair by pair. Only on great-power status do two voices say the same."),
        ),
        "04_trusting_the_reading": notebook(
            prose("# How far do two readings agree?\n\nTwo people read the article without seeing each other’s reading. Where they differ, the words are shown."),
            IMPORTS,
            step("1 / 0", {"output_type": "error", "ename": "ZeroDivisionError", "evalue": "division by zero", "traceback": ["\x1b[0;31mZeroDivisionError\x1b[0m: division by zero"]}),
            step("Markdown(odd)", display({"text/markdown": f"*Agreement* is 0.81. {odd}"})),
        ),
    }  # fmt: skip


def about(odd: str = "") -> dict:
    title = "For Vladimir Putin, Russia’s position in the world is personal. Here’s what he really wants"
    return {
        "title": f"{title} {odd}".strip(),
        "question": f"What does the article say Vladimir Putin wants, and on whose word? {odd}".strip(),
        "lines": [
            ("Author", f"Ivana Kottasová {odd}".strip()),
            ("Publisher", "CNN"),
            ("Reading", "adopted, 54 claims"),
            ("Coded by", "two readers, independently; differences settled by a third"),
            ("By machine", "the draft on page 4, nothing else"),
        ],
        "lang": "en",
        "study": "putin-aims",
        "record": {
            "command": "closereading run putin-aims",
            "parameters": {"study": "putin-aims", "voices": []},
            "inputs": {"article": "9b0c" * 16, "codebook": "77aa" * 16},
            "packages": {"nbconvert": "7.17.2", "pandas": "3.1.1"},
            "python": "3.11.7",
        },
    }


def write(folder: Path, odd: str = "") -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, made in notebooks(odd).items():
        paths.append(folder / f"{name}.ipynb")
        paths[-1].write_text(json.dumps(made), encoding="utf-8")
    return paths


if __name__ == "__main__":
    from closereading import report

    odd = HOSTILE if "--hostile" in sys.argv else ""
    folder = Path(sys.argv[1])
    report.render(
        write(folder, odd),
        folder,
        about=about(odd),
        wholes={"sample-report.html": "--single-file"},
    )
