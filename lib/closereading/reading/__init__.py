"""A reading: the table of all claims of one article, coded.

`load` gives one by name; a person's from a file (`files`), or the machine's
draft (`drafting`). What the table holds is told in `table`. Compares nothing.
"""

import pandas as pd

from closereading.codebook import Study
from closereading.reading.drafting import draft
from closereading.reading.files import read, save
from closereading.reading.table import (
    ARTICLE,
    CODED,
    COLUMNS,
    GAP,
    MACHINE,
    OPTIONAL,
    PLACES,
    about,
    as_csv,
    each_voice,
    hedges,
    links,
    of,
    with_places,
)

__all__ = [
    "ARTICLE", "CODED", "COLUMNS", "GAP", "MACHINE", "OPTIONAL", "PLACES",
    "about", "as_csv", "draft", "each_voice", "hedges", "links", "load", "of", "read", "save", "with_places",
]  # fmt: skip


def load(study: Study, name: str = "") -> pd.DataFrame:
    """The claims of one reading of a study; `draft` is the machine's own, and no name the study's usual one.

    Raises UsageError for a reading that is not there, InputError for a mistake
    in it, with its line.
    """
    name = name or study.codebook.reading
    if name == "draft":
        return draft(study)
    return read(study, study.reading_file(name))
