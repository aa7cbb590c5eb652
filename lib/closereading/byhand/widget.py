"""The annotator in a notebook: a thin layer between a Desk and a browser.

The browser has the article and the state to draw, and sends intents; each gets
one answer. Nothing is decided here, and nothing is fetched: what the browser
runs lies beside this file.
"""

from importlib.resources import files

import anywidget
import traitlets

from closereading.byhand.desk import Desk

PARTS = ["drawing", "article", "outbox", "panel", "keys", "annotator"]  # one script, in this order


class Annotator(anywidget.AnyWidget):
    """The widget of one Desk. `still` is what stands in its place where no widget can."""

    _esm = "\n".join((files(__package__) / f"{name}.js").read_text("utf-8") for name in PARTS)
    _css = (files(__package__) / "annotator.css").read_text("utf-8")

    article = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, desk: Desk, still: dict[str, str]):
        self.desk, self.still = desk, still
        super().__init__(article=desk.article(), state=desk.state())
        self.on_msg(self.answer)

    def answer(self, _, intent: dict, buffers: object = None) -> None:
        """Let the desk decide, then send the new state and the answer."""
        answer = self.desk.decide(intent)
        self.article, self.state = self.desk.article(), self.desk.state()
        self.send(answer)

    def _repr_mimebundle_(self, **options):
        data, about = super()._repr_mimebundle_(**options)
        return {**data, **self.still}, about
