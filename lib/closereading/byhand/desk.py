"""Where decisions are taken: an intent in, the person's file written, an answer out.

A Desk holds one reading of one study for one person. An intent is what an
annotator asks for, as JSON; the answer says whether it is written, and if not
why not. The file may change underneath: an intent whose claim is still as it was shown is
applied to the new state; otherwise the person is asked. Knows nothing of a browser.
"""

import pandas as pd

from closereading import codebook
from closereading.byhand import picking
from closereading.byhand import state as states
from closereading.byhand.acts import ACTS
from closereading.byhand.units import Units
from closereading.characters import visible
from closereading.codebook import Study
from closereading.errors import CloseReadingError, InputError, UsageError, there_is
from closereading.reading import corrections, drafting, overlay, steps
from closereading.reading.sheet import Sheet
from closereading.reading.table import MACHINE, overlap

Intent = dict[str, object]
Answer = dict[str, object]
TRIES = 5  # times that somebody else may write between our look and our writing


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
        f"Add these lines to {study.name}/study.toml, with your own name:\n[[readers]]\n"
        f'code = "{code}"\nname = "{code.title()}"\nkind = "person"'
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
            "blank": dict.fromkeys(states.CELLS, "") | corrections.UNSAID,
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
        do = str(intent.get("do"))
        if do not in ACTS:
            raise UsageError(f"Nobody knows how to {do!r}. {there_is(do, ACTS)}")
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
        said, told = ACTS[do](self, claim, intent)
        after = steps.rows(self.study, self.reading)
        if corrections.digest(self.study, self.reading) != self.digest:
            self.steps.clear()  # somebody wrote right after us: what of it was ours is not known
        elif do != "undo":
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
            spans = self.units.in_units(self.picked(spans))
        beside = {role: self.picked(intent[role]) for role in ("source", "cue") if role in intent}
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

    def picked(self, spans) -> list[tuple[int, int]]:
        """What a selection, in units, takes of the article."""
        return picking.picked(self.study.article, self.units.in_points(spans))
