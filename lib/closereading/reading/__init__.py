"""A reading: the table of all claims of one article, coded.

`load` gives one by name: a person's from a file (`files`), the machine's draft
(`drafting`), or the draft with a person's corrections over it (`overlay`; they
are made with `corrections`). What the table holds is told in `table`. Compares
nothing.
"""

import pandas as pd

from closereading.codebook import Study
from closereading.reading import drafting, files, overlay
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

    A file with the column `decision` holds corrections, and is laid over the
    draft. The column `made_by` says of each claim who made it.

    Raises UsageError for a reading that is not there, InputError for a mistake
    in it, with its line.
    """
    name = name or study.codebook.reading
    if name == "draft":
        return drafting.draft(study).assign(made_by=MACHINE)
    path = study.reading_file(name)
    place, header, _ = files.cells_of(study, path)
    return overlay.laid_over(study, path) if overlay.is_one(place, header) else read(study, path)
