"""A study that would do harm if it could: markup, scripts and odd characters in all its parts.

    python tests/pages/hostile.py FOLDER      writes the study there and prints where it lies

The small study of the tests with markup put into the names of its folder and
files, its title, author, question, aliases, aims, readers and notes, and into
the article between words that claims are tied to.
"""

import json
import sys
from pathlib import Path

from sample import HOSTILE

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/fixtures/studies/small"
SEEN = HOSTILE.replace("\u202e", "")  # a codebook with a character that nobody sees is refused
FILE = "<img src=x onerror=alert(1)> \"'& 🦊 {{ 7*7 }}"  # what a file may be called
NAME = f"{FILE} \u202etxet"


def write(folder: Path) -> Path:
    study = folder / NAME
    (study / "readings").mkdir(parents=True, exist_ok=True)
    (study / f"{FILE}.txt").write_text(text(), encoding="utf-8")
    (study / "study.toml").write_text(codebook(), encoding="utf-8")
    (study / "readings/adopted.csv").write_text(reading(), encoding="utf-8")
    return study


def text() -> str:
    article = (SMALL / "article.txt").read_text(encoding="utf-8")
    article = article.replace(
        "A bridge splits the harbour", f"A bridge splits the harbour {HOSTILE}"
    )
    return article.replace("Reed said.", f"Reed said. {HOSTILE}") + f"\n{HOSTILE}\n"


def codebook() -> str:
    said = (SMALL / "study.toml").read_text(encoding="utf-8")
    odd = json.dumps(SEEN, ensure_ascii=False)[1:-1]
    for key in (
        "question",
        "title",
        "author",
        "publisher",
        "name",
        "label",
        "definition",
        "example",
    ):
        said = said.replace(f'{key} = "', f'{key} = "{odd} ')
    said = said.replace('aliases = ["', f'aliases = ["{odd}", "', 1)  # no two voices share one
    return said.replace(
        'file = "article.txt"', f"file = {json.dumps(f'{FILE}.txt', ensure_ascii=False)}"
    )


def reading() -> str:
    rows = (SMALL / "readings/adopted.csv").read_text(encoding="utf-8")
    odd = HOSTILE.replace('"', '""')
    return rows.replace("doubts is possible", f'"{odd}"')


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
