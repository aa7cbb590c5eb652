"""The two versions of a study's article that are to be compared, with what is read in them.

Brings studies, readings and drafts to the comparison; where there is only one
version, every table is empty.
"""

from dataclasses import dataclass, field, replace

import pandas as pd

from closereading import editions as compared
from closereading import reading as readings
from closereading.codebook import Study
from closereading.reading import versions
from closereading.reading.reanchoring import Outcome

CARRIED = ["claim", "outcome", "state", "words", "now", "why", "there"]
SHOWN = CARRIED[:-1]


@dataclass
class Editions:
    """Two versions side by side: the tables of `editions`, and what became of the claims of a reading."""

    reading: str
    number: int | None = None  # of the older version; None where there is none
    total: int = 1
    outcomes: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    sentences: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["change"]))
    carried: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=CARRIED))
    drafted: pd.DataFrame = field(default_factory=pd.DataFrame)
    read: pd.DataFrame = field(default_factory=pd.DataFrame)
    manners: pd.DataFrame = field(default_factory=pd.DataFrame)

    def __bool__(self) -> bool:
        return self.number is not None

    @property
    def bars(self) -> pd.DataFrame:
        """The voices' claims by manner, a line for each voice and version."""
        return self.manners.assign(voice=self.manners["label"])

    @property
    def by_hand(self) -> bool:
        """Whether there are two versions and a reading that is not the machine's draft."""
        return bool(self) and self.reading != "draft"


def editions(study: Study, reading: str = "", earlier: str = "", voices: str = "") -> Editions:
    """The present version of a study's article beside an earlier one, the last if none is named.

    `voices` are those whose claims are listed. Raises UsageError for a version,
    reading or voice that is not there.
    """
    study.check_reading(reading)
    asked = study.asked("voice", voices)
    reading = reading or study.codebook.reading
    known = versions.earlier(study)
    then = versions.version(study, earlier)
    if then is None:
        return Editions(reading)
    number = int(then.name)
    # by the codebook of today, so that what differs comes from the text alone
    book = study.codebook.model_copy(update={"article": then.codebook.article})
    before, after = readings.draft(replace(then, codebook=book)), readings.draft(study)
    manners = compared.manners(before, after, study.names)
    both = Editions(
        reading,
        number,
        len(known) + 1,
        labels=dict(zip(manners["label"], manners["label"], strict=True)),
        sentences=compared.whose(compared.sentences(then.article, study.article), before, after),
        drafted=_of(compared.changes(then.article, before, study.article, after), asked),
        manners=manners,
    )
    if both.by_hand and reading in then.readings:
        old, new = readings.load(then, reading), readings.load(study, reading)
        old = old[
            ~old["id"].isin(versions.waiting(study, reading)["id"])
        ]  # nobody has said they went
        both.read = _of(compared.changes(then.article, old, study.article, new), asked)
        later = [n for n in known if n > number]
        rows = versions.carried(versions.version(study, later[0]) if later else study, reading)
        cells = [row.cells | {"claim": row.cells["id"]} for row in rows]
        both.outcomes = {o.value: sum(c["outcome"] == o for c in cells) for o in Outcome}
        both.outcomes[versions.WAITS] = sum(c["state"] == versions.WAITS for c in cells)
        table = pd.DataFrame(cells, columns=CARRIED)
        both.carried = table[table["outcome"] != Outcome.KEPT].reset_index(drop=True)
    return both


def _of(table: pd.DataFrame, voices: list[str]) -> pd.DataFrame:
    """The lines of the voices asked for, or all."""
    if not voices:
        return table
    held = [bool(set(cell.split("; ")) & set(voices)) for cell in table["voice"]]
    return table[held].reset_index(drop=True)
