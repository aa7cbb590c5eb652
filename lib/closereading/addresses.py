"""Where on the pages a thing stands: the addresses that links lead to.

Pages are named by their notebooks, so that a link works in JupyterLab as it
does in the report. No two things have the same address.
"""

import re

CLAIMS_PAGE = "02_close_reading_of_claims.ipynb"
COMPARING_PAGE = "03_comparing_characterisations.ipynb"


def claims(voice: str, kind: str = "") -> str:
    """The claims of a voice in the marked article, or those of one manner or status.

    >>> claims("Berzina"), claims("Ellen Marsh", "not coded")
    ('claims-Berzina', 'claims-Ellen_20_Marsh.not_20_coded')
    """
    return f"claims-{_plain(voice)}" + (f".{_plain(kind)}" if kind else "")


def cell(voice: str, aim: str) -> str:
    """The words behind one cell of the matrix voice × aim."""
    return f"cell-{_plain(voice)}.{_plain(aim)}"  # nothing plain holds a dot


def at(voice: str, aim: str) -> str:
    """The cell itself."""
    return f"at-{_plain(voice)}.{_plain(aim)}"


def aim(code: str) -> str:
    """The row of an aim in the matrix."""
    return f"aim-{_plain(code)}"


def paragraph(number: int) -> str:
    """A paragraph of the marked article, from 1."""
    return f"paragraph-{number}"


def _plain(code: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]", lambda letter: f"_{ord(letter[0]):x}_", code)
