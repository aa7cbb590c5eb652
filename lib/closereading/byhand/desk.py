"""Where decisions are taken: an intent in, the person's file written, an answer out.

A Desk holds one reading of one study for one person. An intent is what an
annotator asks for, as JSON; the answer says whether it is written, and if not
why not. The file may change underneath: an intent whose claim is still as it was shown is
applied to the new state; otherwise the person is asked. Knows nothing of a browser.
"""

import pandas as pd

from closereading import codebook
from closereading.attribution.quotations import quotations
from closereading.byhand import coupling, picking
from closereading.byhand import state as states
from closereading.byhand.units import Units
from closereading.characters import visible
from closereading.codebook import Study
from closereading.errors import CloseReadingError, InputError, UsageError, there_is
from closereading.reading import corrections, drafting, overlay, steps
from closereading.reading.sheet import Sheet
from closereading.reading.table import CODED, GAP, MACHINE, overlap

Intent = dict[str, object]
Answer = dict[str, object]
TRIES = 5  # times that somebody else may write between our look and our writing
ASKED = "Say who puts the new claim forward: choose its voice."


def decider(study: Study, coder: str) -> str:
    """The code of the reader who decides; with none given the study's only person, or nobody.

    Raises UsageError for one whom the study does not have.
    """
    people = [r.code for r in study.codebook.readers if r.kind == "person"]
    if not coder:
        return people[0] if len(people) == 1 else ""
    known = [reader.code for reader in study.codebook.readers if reader.kind != "machine"]
    if coder not in known:
        raise UsageError(
            f"No reader {coder!r} in study {study.name} who could decide. {there_is(coder, known)} "
            + how_to_be(study, coder)
        )
    return coder


def how_to_be(study: Study, coder: str = "") -> str:
    """What to write into study.toml to be one who decides."""
    code = coder if coder.isidentifier() else "anna"
    return (
        f"Add these lines to {study.name}/study.toml, with your own name: [[readers]] | "
        f'code = "{code}" | name = "{code.title()}" | kind = "person"'
    )


class Desk:
    """One person's corrections of one study's draft, as they are now in the file."""

    def __init__(self, study: Study, reading: str, coder: str = ""):
        self.study, self.reading = study, reading
        self.coder = decider(study, coder)
        self.steps: list[tuple[str, steps.Step]] = []
        self.path = corrections.path_of(study, reading)
        self.inputs = self._inputs()
        self._read()

    # ------------------------------------------------------------- what is there

    def _inputs(self) -> tuple[str, str]:
        folder, about = self.study.folder, self.study.codebook.article.file
        return codebook.sha256(folder / "study.toml"), codebook.sha256(folder / about)

    def _read(self) -> None:
        self.digest = corrections.digest(self.study, self.reading)
        sheet, draft = Sheet(self.study, self.path), drafting.draft(self.study)
        self.over = overlay.overlay(self.study, sheet.place, sheet.header, sheet.lines, draft)
        self.claims = states.claims(self.study, self.over, self.coder)
        self.units = Units(self.study.article.text)

    def look(self) -> str:
        """Read again what has changed on disk since; a sentence that says so, empty if nothing has.

        Raises InputError for a file that cannot be read as it now is.
        """
        told = ""
        try:
            now = self._inputs()
        except OSError as error:
            raise InputError(f"Cannot read the study: {error.strerror}.") from None
        if now != self.inputs:
            fresh = codebook.load(self.study.folder)
            coder = decider(fresh, self.coder)
            fresh.article  # noqa: B018, a mistake in it is reported and the old one stays
            self.study, self.coder, self.inputs = fresh, coder, now
            told = "The article or study.toml has changed; this is the new state. "
            self._read()
        if corrections.digest(self.study, self.reading) != self.digest:
            self._read()
            told += f"{self.path.name} was changed elsewhere; this is the new state. "
        return told

    def article(self) -> dict[str, object]:
        return states.article(self.study)

    def state(self) -> dict[str, object]:
        """The claims and what can be done, as an annotator draws it."""
        decided = [one for one in self.over.corrections if one.decision]
        return {
            "claims": self.claims,
            "choices": states.choices(self.study, self.over, self.claims),
            "coder": self.coder,
            "file": visible(f"{self.study.name}/readings/{self.path.name}"),
            "key": f"{self.path.resolve()} {self.coder}",
            "there": bool(self.digest),
            "decisions": len(decided),
            "undecided": len(self.over.kept),
            "undo": self.steps[-1][0] if self.steps else "",
            "only_look": "" if self.coder else "Nobody decides here: say who you are in the parameter coder. " + how_to_be(self.study),
        }  # fmt: skip

    def table(self) -> pd.DataFrame:
        """The claims as they now stand: the corrections over the draft."""
        if self.path.exists():
            return overlay.laid_over(self.study, self.path)
        return drafting.draft(self.study).assign(made_by=MACHINE)

    # ------------------------------------------------------------- what is decided

    def decide(self, intent: Intent) -> Answer:
        """What became of an intent, in words that can be shown."""
        answer = self._answer(intent)
        return answer | {"said": visible(answer["said"])}

    def _answer(self, intent: Intent) -> Answer:
        """Do what is asked and say what became of it.

        `done` says whether the file has it; else `said` says why not, and `ask`
        names the claim that it could be applied to instead, if there is one.
        """
        answer = {"number": intent.get("number"), "done": False, "ask": "", "claim": ""}
        turned = ""
        try:
            turned = self.look()
            if intent.get("do") == "look":
                return answer | {"done": True, "said": turned.strip()}
            if not self.coder:
                raise UsageError(self.state()["only_look"])
            for left in range(TRIES, 0, -1):
                try:
                    return answer | self._decided(intent, turned)
                except corrections.Changed:
                    if left == 1:
                        raise
                    turned = self.look() or turned
        except (CloseReadingError, ValueError) as error:
            return answer | {"said": f"{turned}{error}"}
        except Exception as error:  # nothing that a person decided may go without an answer
            return answer | {
                "said": f"{turned}The program made a mistake ({type(error).__name__}: {error})."
            }

    def _decided(self, intent: Intent, turned: str) -> Answer:
        do, told = str(intent.get("do")), ""
        acts = {
            "accept": self._accept, "delete": self._delete, "change": self._change, "add": self._add,
            "split": self._split, "back": self._back, "restore": self._restore, "undo": self._undo,
        }  # fmt: skip
        if do not in acts:
            raise UsageError(f"Nobody knows how to {do!r}. {there_is(do, acts)}")
        if not intent.get("id") and do not in ("add", "undo"):
            raise UsageError("No claim is named.")
        if intent.get("text") not in (None, states.text_print(self.study.article)):
            raise UsageError("The article is not the one that was shown. Look again.")
        claim = None
        if intent.get("id"):
            claim = self._shown(str(intent["id"]))
            seen = intent.get("print")
            if claim is None or (seen and claim["print"] != seen):
                done = self._already(intent)
                if done:
                    said = f"{turned}It is already so."
                    return {"done": True, "said": said, "claim": done["id"]}
                return self._asked(intent, claim, turned)
        elif do == "add":
            done = self._already(intent)
            if done:
                return {"done": True, "said": f"{turned}It is there already.", "claim": done["id"]}
        before = steps.rows(self.study, self.reading)
        said, told = acts[do](claim, intent)
        after = steps.rows(self.study, self.reading)
        if do != "undo":
            self.steps.append((said, steps.step(before, after)))
        self._read()
        new = [one for one in after if one not in before]
        named = new[0] if new else self._where(claim)
        return {"done": True, "said": f"{turned}{said}. {told}".strip(), "claim": named}

    def _asked(self, intent: Intent, claim: states.Claim | None, turned: str) -> Answer:
        """The question whether an intent is to apply to what its claim has become."""
        if claim is None:
            spans = intent.get("spans_seen") or []
            there = [one for one in self.claims if overlap(one["spans"], [tuple(s) for s in spans])]
            claim = there[0] if there else None
        if claim is None:
            return {"said": f"{turned}{intent['id']} is not there any more."}
        said = f"{intent['id']} is not as you saw it. Now it is {claim['id']}: {claim['sign']}; {claim['called']}."
        return {"said": turned + said, "ask": claim["id"]}

    def _already(self, intent: Intent) -> states.Claim | None:
        """The claim that is as an intent would make it; an answer may have been lost on its way."""
        do, cells = intent.get("do"), intent.get("cells") or {}
        decisions = {"accept": "accepted", "delete": "deleted", "change": "changed", "add": "added"}
        spans = intent.get("spans") or intent.get("spans_seen") or []
        if do == "add":
            spans = self.units.in_units(self._picked(spans))
        beside = {role: self._picked(intent[role]) for role in ("source", "cue") if role in intent}
        for one in self.claims:
            if (
                one["mine"]
                and one["decision"] == decisions.get(do)
                and one["spans"] == [list(span) for span in spans]
                and all(one["cells"].get(column) == cell for column, cell in cells.items())
                and all(one[role] == self.units.in_units(at) for role, at in beside.items())
            ):
                return one
        return None

    def _shown(self, claim: str) -> states.Claim | None:
        return next((one for one in self.claims if one["id"] == claim), None)

    def _where(self, claim: states.Claim | None) -> str:
        """The id of what is now where a claim was."""
        if claim is None:
            return ""
        if self._shown(claim["id"]):
            return claim["id"]
        there = [one for one in self.claims if overlap(one["spans"], claim["spans"])]
        return there[0]["id"] if there else ""

    # ------------------------------------------------------------- each kind of decision

    def _accept(self, claim, intent) -> tuple[str, str]:
        corrections.accept(self.study, self.reading, self.coder, claim["id"], seen=self.digest)
        return f"Accepted {claim['id']}", ""

    def _delete(self, claim, intent) -> tuple[str, str]:
        corrections.delete(self.study, self.reading, self.coder, claim["id"], seen=self.digest)
        return f"Deleted {claim['id']}", ""

    def _restore(self, claim, intent) -> tuple[str, str]:
        steps.restore(self.study, self.reading, self.coder, claim["id"], seen=self.digest)
        return f"Restored {claim['id']}", ""

    def _back(self, claim, intent) -> tuple[str, str]:
        """The decision on a claim taken back, with those on the other parts of the same drafted claim."""
        rows = steps.rows(self.study, self.reading)
        if claim["id"] not in rows:
            raise UsageError(f"Nobody has decided about {claim['id']}.")
        made_of = [rows[claim["id"]].get(column, "") for column in ("draft", "draft_words")]
        parts = [
            one
            for one, row in rows.items()
            if one == claim["id"]
            or (all(made_of) and [row.get("draft"), row.get("draft_words")] == made_of)
        ]
        corrections.undo(self.study, self.reading, self.coder, parts, seen=self.digest)
        return f"Took back what was decided about {' and '.join(parts)}", ""

    def _undo(self, claim, intent) -> tuple[str, str]:
        if not self.steps:
            raise UsageError(
                "Nothing to undo since this notebook was run. A single decision can be taken back."
            )
        said, last = self.steps[-1]
        steps.take_back(self.study, self.reading, self.coder, last, seen=self.digest)
        self.steps.pop()
        return f"Undone: {said[:1].lower()}{said[1:]}", ""

    def _change(self, claim, intent) -> tuple[str, str]:
        cells, told = self._cells(claim["cells"], claim["spans"], intent)
        corrections.change(
            self.study, self.reading, self.coder, claim["id"], cells, seen=self.digest
        )
        named = ", ".join(column for column in cells if not column.endswith(("start", "end")))
        return f"Changed {named} of {claim['id']}", told

    def _add(self, claim, intent) -> tuple[str, str]:
        blank = dict.fromkeys(CODED, "")
        cells, told = self._cells(blank, [], intent)
        if not cells.get("voice"):
            raise UsageError(ASKED)
        corrections.add(self.study, self.reading, self.coder, cells, seen=self.digest)
        return "Added a claim", told

    def _split(self, claim, intent) -> tuple[str, str]:
        spans = self.units.in_points(claim["spans"])
        text, at = self.study.article.text, self.units.points(intent.get("at"))
        parts = picking.parted(text, spans, at)
        if not all(parts):
            raise UsageError(
                f"Put the caret between two words of {claim['id']}, to split it there."
            )
        corrections.change(
            self.study, self.reading, self.coder, claim["id"],
            [self._words(part) for part in parts], seen=self.digest,
        )  # fmt: skip
        return f"Split {claim['id']} in two", ""

    def _picked(self, spans) -> list[tuple[int, int]]:
        """What a selection, in units, takes of the article."""
        return picking.picked(self.study.article, self.units.in_points(spans))

    def _words(self, spans, role: str = "") -> dict[str, str]:
        """Stretches of the article as the cells of words, source or cue."""
        text = self.study.article.text
        prefix = f"{role}_" if role else ""
        return {
            role or "words": GAP.join(text[a:b] for a, b in spans),
            f"{prefix}start": " ".join(str(a) for a, _ in spans),
            f"{prefix}end": " ".join(str(b) for _, b in spans),
        }

    def _cells(self, row, spans, intent) -> tuple[dict[str, str], str]:
        """What an intent sets, with the selections as words and what follows from the codes."""
        given = intent.get("cells") or {}
        known = [column for column in CODED if column not in ("id", "words", "coder")]
        for column, cell in given.items():
            if column not in known or type(cell) is not str:
                raise UsageError(f"{column!r} cannot be set to {cell!r}. {there_is(column, known)}")
        cells = dict(given)
        for role in ("source", "cue"):
            if role in intent:
                cells |= self._words(self._picked(intent[role]), role)
        new = self.units.in_points(spans)
        if intent.get("spans"):
            new = self._picked(intent["spans"])
            if not new:
                raise UsageError("There are no words in what is selected.")
            cells |= self._words(new)
        cells, told = coupling.with_what_follows(row, cells, _quoted(self.study.article.text, new))
        return cells, told


def _quoted(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether all of a claim stands in quotation marks."""
    marked = [quotation.outer for quotation in quotations(text)]
    return bool(spans) and all(
        any(a <= start and end <= b for a, b in marked) for start, end in spans
    )
