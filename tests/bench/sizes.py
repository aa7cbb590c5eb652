"""How time, memory and pages grow with the article: a quarter, a half, the whole of four shapes.

For each, `closereading attribute` and the whole of `closereading run` on the
machine's draft: CPU-seconds of all its processes, the most memory of one, and
the weight of the largest page. Twice the text should take about twice the time;
the last columns say how many times it took. `--scale` makes everything smaller.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "putin-aims"
PROGRAM = "from closereading.cli import main; main()"
WHOLE = 2_000_000  # bytes: the limit


def shapes(scale: float) -> dict:
    """Each shape as a function from a size to a text, and its whole size."""
    prose = (SEED / "article.txt").read_text("utf-8") + "\n"
    line = " ".join(prose.split()) + " "
    return {
        "one line": (lambda size: (line * (size // len(line) + 1))[:size], int(200_000 * scale)),
        "one-word lines": (lambda size: "word\n" * (size // 5), int(100_000 * scale)),
        "one word": (lambda size: "a" * size, int(WHOLE * scale)),
        "prose": (lambda size: (prose * (size // len(prose) + 1))[:size], int(200_000 * scale)),
    }


def cost(*words: str) -> float:
    """CPU-seconds of a command and of all the processes it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"closereading {' '.join(words)} failed:\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(text: str, folder: Path) -> tuple[float, float, int, int]:
    """CPU-seconds to attribute and to report, the most memory so far in MB, the largest page in KB."""
    study = folder / "study"
    study.mkdir(parents=True)
    (study / "article.txt").write_text(text, encoding="utf-8")
    toml = (SEED / "study.toml").read_text("utf-8")
    (study / "study.toml").write_text(re.sub(r"(?m)^reading = .*$", 'reading = "draft"', toml))
    attributed = cost("attribute", str(study / "article.txt"))
    reported = cost("run", str(study), "--out", str(folder / "out"), "--timeout", "3600")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    largest = max(page.stat().st_size for page in (folder / "out" / "study").glob("*.html"))
    return attributed, reported, memory, largest // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description="How time grows with the article.")
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    os.environ.setdefault("CLOSEREADING_HOME", str(ROOT))
    print(f"{'shape':<16}{'KB':>6}{'attribute':>11}{'report':>9}{'MB':>6}{'page KB':>9}{'times':>8}{'times':>8}")  # fmt: skip
    for shape, (text, whole) in shapes(asked.scale).items():
        before = None
        for part in (4, 2, 1):
            with tempfile.TemporaryDirectory() as folder:
                row = measured(text(whole // part), Path(folder))
            grown = [f"{now / then:8.2f}" for now, then in zip(row, before or (), strict=False)][:2]
            before = row
            print(f"{shape:<16}{whole // part // 1000:>6}{row[0]:>11.1f}{row[1]:>9.1f}{row[2]:>6}{row[3]:>9}{''.join(grown)}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
