"""`closereading attribute` and `evaluate`: who says what in a text, and how good the answer is."""

import json
import sys
from pathlib import Path

import click

from closereading import sizes


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--encoding", help="The files' encoding, where it is not UTF-8.")
@click.option(
    "--largest",
    type=click.IntRange(1),
    default=sizes.ARTICLE,
    show_default=True,
    metavar="BYTES",
    help="How many bytes a file may have.",
)
def attribute(files: tuple[str, ...], encoding: str | None, largest: int) -> None:
    """Who says what in each FILE: one JSON line per article.

    Offsets count Unicode code points of the text as given. The confidence is
    the calibrated probability that an attribution is right.
    """
    from closereading import article, attribution

    texts = [(name, article.read(Path(name), encoding, largest)) for name in files]
    for name, text in texts:
        found = attribution.attributions(text)
        line = {"article": Path(name).name, "attributions": [_plain(text, one) for one in found]}
        if not attribution.is_english(text):
            line["warning"] = (
                "This text does not look English, and English is all the engine knows."
            )
        letters = str(sys.stdout.encoding).lower().startswith("utf")  # elsewhere as JSON's escapes
        click.echo(json.dumps(line, ensure_ascii=not letters))


def _plain(text: str, found) -> dict[str, object]:
    """An attribution as JSON has it; the voice is the source's own words."""
    from closereading.attribution import manner

    spans = {
        role: [list(span) for span in getattr(found, role)] for role in ("source", "cue", "content")
    }
    voice = " ".join(text[start:end] for start, end in found.source) or None
    return {
        **spans,
        "voice": voice,
        "manner": manner(text, found).value,
        "confidence": found.confidence,
    }


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--engine",
    type=click.Choice(["learned", "rules"]),
    default="learned",
    show_default=True,
    help="The engine to measure: the one in use, or the rules before it.",
)
@click.option("--all-annotators", is_flag=True, help="Every annotator's file is a gold of its own.")
@click.option(
    "--people",
    type=click.Path(path_type=Path),
    metavar="CORPUS",
    help="Where several people marked the same articles: what two of them reach stands beside.",
)
@click.option(
    "--pronouns",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Instead: whom pronouns are said to mean, against a check by hand (tests/gold/pronouns.csv).",
)
@click.option(
    "--json", "written", type=click.Path(path_type=Path), metavar="FILE", help="Write the figures."
)
def evaluate(
    corpus: Path,
    engine: str,
    all_annotators: bool,
    people: Path | None,
    pronouns: Path | None,
    written: Path | None,
) -> None:
    """How well attributions are found: precision, recall and F1 against a gold CORPUS.

    CORPUS is a folder in PolNeAR's layout, with text/ and attributions/; or one
    of coded passages (study.toml, text/, readings/), for which it says how often
    voices, chains of holders and ascribed aims are right.
    """
    from closereading import attribution, evaluation, passages
    from closereading.attribution import by_rules

    if pronouns:
        from closereading import pronouns as checking

        click.echo(checking.printed(checking.measure(corpus, pronouns)))
        return
    if passages.is_folder(corpus):
        _evaluate_passages(corpus, written)
        return
    find = attribution.attributions if engine == "learned" else by_rules.attributions
    rows = evaluation.evaluate(corpus, find, all_annotators)
    beside = evaluation.people(people) if people else evaluation.shipped()["two people"]
    click.echo(evaluation.printed(rows, beside))
    if written:
        figures = {
            "corpus": evaluation.digest(corpus, ("text/*.txt", "attributions/*.ann")),
            "name": corpus.resolve().name,
            "engine": engine,
            "model": evaluation.model_digest(),
            "table": rows,
            "two people": beside,
        }
        written.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _evaluate_passages(folder: Path, written: Path | None) -> None:
    """Print, and write where asked, how good the draft is on coded passages, the open ones apart."""
    from closereading import evaluation, passages

    gold = passages.load(folder)
    drafted = passages.drafts(gold)
    first, second = (passages.load(folder, name) for name in ("first", "second"))
    parts = {}
    for part, low, high in (
        ("kept apart", passages.OPEN, len(gold)),
        ("open to the builders", 0, passages.OPEN),
    ):
        figures = passages.measure(gold[low:high], drafted[low:high], passages.named)
        beside = passages.agreed(first[low:high], second[low:high])
        parts[part] = {"passages": high - low, "table": figures, "two readers": beside}
        click.echo(f"{high - low} passages, {part}")
        click.echo(passages.printed(figures, beside) + "\n")
    if written:
        about = {
            "corpus": evaluation.digest(folder, ("study.toml", "text/*.txt", "readings/*.csv")),
            "model": evaluation.model_digest(),
        }
        written.write_text(json.dumps(about | parts, indent=1) + "\n", encoding="utf-8")
