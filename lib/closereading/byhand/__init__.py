"""Reading by hand, in a notebook: the draft laid out in the article, each claim decided by a person.

`annotator` gives what a notebook shows: in JupyterLab a widget, whose decisions
go to the person's reading file one by one; where nobody sits before the
notebook, the claims as a table. Python decides and writes (`desk`); the browser
draws (`annotator.js`) and asks.
"""

from closereading import exhibit
from closereading.byhand.desk import Desk
from closereading.codebook import Study

__all__ = ["Desk", "annotator"]

SHOWN = ["id", "words", "voice", "manner", "holder", "aim", "stance", "made_by"]


def annotator(study: Study, reading: str, coder: str = ""):
    """What a notebook shows to read a study by hand: a widget, or a table where nobody could use one.

    Raises UsageError for a name that can be no reading, and for a coder whom the
    study does not have; InputError for a reading's file that cannot be read.
    """
    desk = Desk(study, reading, coder)
    still = table(desk)
    if not attended():
        return still
    from closereading.byhand.widget import Annotator

    return Annotator(desk, still.data)


def table(desk: Desk) -> exhibit.Exhibit:
    """The claims as they now stand, as a table."""
    caption = (
        f"The claims of the reading {desk.reading}, as they were when this notebook was run. "
        "To decide about them, run it in JupyterLab."
    )
    return exhibit.table(desk.table(), "by_hand", caption, SHOWN, desk.study.names)


def attended() -> bool:
    """Whether somebody sits before this notebook: a kernel that may ask for input has a front end."""
    try:
        from IPython import get_ipython

        kernel = getattr(get_ipython(), "kernel", None)
    except ImportError:
        return False
    return kernel is not None and getattr(kernel, "_allow_stdin", True)
