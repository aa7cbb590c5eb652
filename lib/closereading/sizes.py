"""How large a file may be, and how to read one that is not larger.

The limit is looked at before anything is read, so that a file of any size is
refused at once and in little memory. Knows nothing of what the files hold.
"""

import os
from pathlib import Path

from closereading.errors import InputError

ARTICLE = 2_000_000  # bytes; some 300,000 words, three times a long novel
PAGE = 20_000_000  # a saved web page, most of which is not the article
CODEBOOK = 1_000_000
READING = 50_000_000  # a draft of the largest article has some 15 MB


def read(path: Path, most: int, what: str, remedy: str = "") -> bytes:
    """The bytes of a file that has at most `most`; `what` is how a message calls it.

    Raises InputError for a larger one, OSError where it cannot be read.
    """
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        raw = file.read(most + 1) if size <= most else b""  # a pipe has no size
    if size > most or len(raw) > most:
        has = f"has {size:,} bytes" if size > most else "has more"
        raise InputError(f"{what} {has}; the limit is {most:,}. {remedy}".rstrip())
    return raw
