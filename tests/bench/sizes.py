"""How time, memory and pages grow with the article: a quarter, a half, the whole of four shapes.

For each, `closereading attribute` and the whole of `closereading run` on the
machine's draft: CPU-seconds of all its processes, the most memory of one, and
the weight of the largest page. Twice the text should take about twice the time;
the last columns say how many times it took. `--scale` makes everything smaller.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

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


def cost(*words: str) -> tuple[float, int]:
    """CPU-seconds of a command and of all the processes it started, and the most memory of one in MB.

    Looked up five times a second: a kernel that is killed tells nobody what it took.
    """
    took, most = {}, 0
    with tempfile.TemporaryFile("w+") as said:
        command = [sys.executable, "-c", PROGRAM, *words]
        running = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while running.poll() is None:
            with suppress(psutil.Error):
                for one in [running, *running.children(recursive=True)]:
                    with suppress(psutil.Error):
                        took[one.pid] = sum(one.cpu_times()[:2])
                        most = max(most, one.memory_info().rss >> 20)
            time.sleep(0.2)
        said.seek(0)
        if running.returncode:
            sys.exit(f"closereading {' '.join(words)} failed:\n{said.read()[-2000:]}")
    return sum(took.values()), most


def measured(text: str, folder: Path) -> tuple[float, float, int, int]:
    """CPU-seconds to attribute and to report, the most memory of a process in MB, the largest page in KB."""
    study = folder / "study"
    study.mkdir(parents=True)
    (study / "article.txt").write_text(text, encoding="utf-8")
    toml = (SEED / "study.toml").read_text("utf-8")
    (study / "study.toml").write_text(re.sub(r"(?m)^reading = .*$", 'reading = "draft"', toml))
    attributed, memory = cost("attribute", str(study / "article.txt"))
    reported, more = cost("run", str(study), "--out", str(folder / "out"), "--timeout", "3600")
    largest = max(page.stat().st_size for page in (folder / "out" / "study").glob("*.html"))
    return attributed, reported, max(memory, more), largest // 1024


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
