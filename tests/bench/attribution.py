"""How fast attributions are found, on one core and one thread, beside two other ways.

Each way reads the same texts in a process of its own: the engine in use, the
rules before it, and a plain NLTK pass that only cuts sentences and words. Words
per CPU-second; CPU-seconds to import and load; the most memory on a text of
1 MB; and time at four sizes, which should grow as the size does. The texts are
the worked study's article, as many times as it takes.
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "seeds" / "putin-aims" / "article.txt"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
WAYS = ("learned", "rules", "nltk")


def reader(way: str):
    """What one way does with a text."""
    if way == "learned":
        from closereading.attribution import layouts, linker

        return lambda text: layouts.applied(text, linker.learned(text))
    if way == "rules":
        from closereading.attribution.by_rules import attributions

        return attributions
    from closereading.article import words

    return words


def measured(way: str) -> dict:
    """Figures of one way, in this process."""
    start = time.process_time()
    read = reader(way)
    read("“No,” she said.")
    loaded = time.process_time() - start
    article = ARTICLE.read_text("utf-8") + "\n"
    seconds = {}
    for size in SIZES:
        text = (article * (size // len(article) + 1))[:size]
        start = time.process_time()
        read(text)
        seconds[size] = time.process_time() - start
    words = len(article.split()) / len(article) * SIZES[-1]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "load": loaded,
        "seconds": seconds,
        "rate": words / seconds[SIZES[-1]],
        "memory": memory,
    }


def main() -> None:
    if sys.argv[1:]:
        print(json.dumps(measured(sys.argv[1])))
        return
    threads = {
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "TOKENIZERS_PARALLELISM": "false",
    }
    print(f"{'way':8} {'words per CPU-s':>16} {'load, CPU-s':>12} {'memory, MB':>11}", end="")
    print("".join(f"{f'{size // 1000} KB':>10}" for size in SIZES), "CPU-s")
    for way in WAYS:
        done = subprocess.run(
            [sys.executable, __file__, way],
            env={**os.environ, **threads},
            capture_output=True,
            text=True,
            check=True,
        )
        figures = json.loads(done.stdout)
        print(
            f"{way:8} {figures['rate']:16,.0f} {figures['load']:12.2f} {figures['memory']:11.0f}",
            end="",
        )
        print("".join(f"{seconds:10.3f}" for seconds in figures["seconds"].values()))


if __name__ == "__main__":
    main()
