/* The keys, and what each does: as they are told under the article. */

const KEYS = [
  ["← → ↑ ↓", "move the caret in the article; with Ctrl (⌥ on a Mac) by words, with Shift to select"],
  ["Enter", "words selected: a new claim of them. None selected: choose the claim at the caret; again: its codes"],
  ["J  K", "the next claim, the one before"],
  ["U", "the next claim that nobody has decided"],
  ["A", "accept the claim as drafted"],
  ["D", "delete the claim (Delete does, too)"],
  ["S", "split the claim where the caret is"],
  ["W", "the selected words become the claim's words"],
  ["+", "the selected words are joined to the claim's, as another stretch of it"],
  ["O  C", "the selected words are its source, its cue"],
  ["V M H I T F N", "go to voice, manner, holder, aim, stance, status, note"],
  ["Esc", "back to the article"],
  ["R", "take back what was decided about the claim; a deleted one is restored"],
  ["Z", "undo the last step (Ctrl+Z, too)"],
  ["?", "these keys"],
];

function keysHelp() {
  return el("details", { class: "crh-keys" }, el("summary", { "data-key": "keys" }, "Keys"),
    el("p", {}, "They work in the article and in the list of claims, not while you write in a field."),
    el("dl", {}, ...KEYS.flatMap(([key, what]) => [el("dt", {}, ...key.split(/(\s+)/).map((part) => (part.trim() ? el("kbd", {}, part) : part))), el("dd", {}, what)])));
}
