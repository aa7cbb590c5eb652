/* Beside the article: the current claim with its codes, and the list of all claims. */

const FIELDS = [
  // column, what it is called, its key, how it is filled in
  ["voice", "Voice", "v", "codes"],
  ["manner", "Manner", "m", "code"],
  ["holder", "Holder", "h", "code"],
  ["aim", "Aim", "i", "code"],
  ["stance", "Stance", "t", "code"],
  ["status", "Status", "f", "code"],
  ["source", "Source", "o", "words"],
  ["cue", "Cue", "c", "words"],
  ["chain", "Chain", "", "text"],
  ["hedge", "Hedge", "", "text"],
  ["note", "Note", "n", "text"],
];
const JOINTLY = "; ";

/** The current claim: its words, what can be done with it, and a field for each column. */
function claimForm({ set, type, settle, act, take }) {
  const node = el("section", { class: "crh-form", "aria-label": "The current claim" });
  let meaning = false; // whether what an aim means is unfolded

  function draw(claim, state, entry) {
    if (!claim) return node.replaceChildren(el("p", { class: "crh-quiet" }, "No claim is chosen. Click on one, or go to the next with J."));
    const values = { ...claim.cells, ...entry?.intent.cells };
    const open = state.coder && claim.decision !== "deleted";
    const fresh = claim.decision === "new";
    const lines = [
      el("h3", { tabindex: "-1" }, el("span", { class: "crh-mark", "aria-hidden": "true" }, claim.mark), ` ${claim.shown ?? claim.id} `, el("small", {}, claim.sign)),
      el("blockquote", { dir: "auto" }, claim.words),
      claim.why && el("p", { class: "crh-why" }, `Does not fit any more: ${claim.why}.`),
      claim.candidates && el("p", { class: "crh-quiet" }, `May be: ${claim.candidates}.`),
      claim.reason && el("p", { class: "crh-quiet" }, `Why it was drafted so: ${claim.reason}`),
      state.coder && el("div", { class: "crh-acts" }, ...acts(claim, fresh)),
      entry && entry.is !== "sent" && entry.is !== "queued" && entry.said && el("p", { class: "crh-unsaved" }, `! Not saved yet. ${entry.said}`),
      open && el("div", { class: "crh-fields" }, ...FIELDS.flatMap((field) => row(field, values, state, entry))),
    ];
    node.replaceChildren(...lines.filter(Boolean));
  }

  const button = (name, key, label, what) => el("button", { type: "button", "data-key": name, "aria-keyshortcuts": key, onmousedown: (event) => event.preventDefault(), onclick: what }, label, " ", el("kbd", { "aria-hidden": "true" }, key));

  function acts(claim, fresh) {
    if (fresh) return [button("let-go", "D", "Let go", () => act("delete"))];
    if (claim.decision === "deleted") return [button("restore", "R", "Restore", () => act("back"))];
    return [
      claim.decision === "drafted" && button("accept", "A", "Accept", () => act("accept")),
      button("delete", "D", "Delete", () => act("delete")),
      button("split", "S", "Split here", () => act("split")),
      button("words", "W", "Use selected words", () => act("words")),
      claim.decision !== "drafted" && button("back", "R", "Take back", () => act("back")),
    ].filter(Boolean);
  }

  function row([column, label, key, kind], values, state, entry) {
    const id = `crh-${node.dataset.n}-${column}`;
    const unsaved = column in (entry?.intent.cells ?? {}) || column in (entry?.intent ?? {});
    const name = el("label", { for: id, class: unsaved ? "crh-changed" : null }, label, unsaved && el("span", { class: "crh-star" }, " (not saved)"), key && kind !== "words" && el("kbd", { "aria-hidden": "true" }, key.toUpperCase()));
    const about = { id, "data-key": column, "aria-keyshortcuts": key && kind !== "words" ? key.toUpperCase() : null };
    const choices = state.choices[column] ?? [];
    if (kind === "codes") return [name, el("div", { class: "crh-voices" }, ...voices(about, values[column], choices))];
    if (kind === "code") {
      const help = choices.find(({ value }) => value === values[column])?.about;
      const means = help && el("details", { class: "crh-means", open: meaning, ontoggle: (event) => { meaning = event.target.open; } }, el("summary", { "data-key": `means-${column}` }, "What it includes, and what not"), el("p", { class: "crh-help" }, help));
      return [name, el("div", {}, select(about, values[column], choices, (value, byKey) => set(column, value, byKey)), means)];
    }
    const field = el("input", { ...about, type: "text", autocomplete: "off", dir: "auto", oninput: () => type(column, field.value), onchange: () => settle(), onblur: () => settle() });
    field.value = values[column] ?? "";
    if (kind === "text") return [name, field];
    return [name, el("div", { class: "crh-with" }, field, button(`take-${column}`, key.toUpperCase(), "Selected", () => take(column)))];
  }

  /** One field for each voice of the claim, and one more for another who says it jointly. */
  function voices(about, value, choices) {
    const codes = (value ?? "").split(JOINTLY).filter(Boolean);
    const fields = [...codes, ""].map((code, n) => {
      const more = n > 0;
      const known = more ? [{ value: "", name: "and nobody else" }, ...choices] : choices;
      return select({ ...about, id: more ? `${about.id}-${n}` : about.id, "data-key": more ? `voice-${n}` : "voice", "aria-label": more ? "Voice, jointly with" : null }, code, known, (chosen, byKey) => {
        const now = [...codes];
        now[n] = chosen;
        set("voice", now.filter(Boolean).join(JOINTLY), byKey);
      });
    });
    return codes.length && !["narrator", "unclear"].includes(codes[0]) ? fields : fields.slice(0, 1);
  }

  function select(about, value, choices, chosen) {
    const listed = choices.some((one) => one.value === value) ? choices : [{ value: value ?? "", name: value || "choose" }, ...choices];
    let byKey = false;
    const field = el("select", { ...about, onkeydown: () => { byKey = true; }, onpointerdown: () => { byKey = false; }, oninput: () => chosen(field.value, byKey), onblur: () => settle() }, ...listed.map((one) => el("option", { value: one.value }, one.name)));
    field.value = value ?? "";
    return field;
  }

  return { node, draw, focus: (column) => node.querySelector(`[data-key="${column}"]`)?.focus() };
}

const SHOWN = { all: "all claims", drafted: "not decided", decided: "decided", odd: "deleted, or no longer fitting" };

/** All claims, one under the other; the arrows go through them. */
function claimList({ pick, choose }) {
  const head = el("div", { class: "crh-listhead" });
  const node = el("ul", { class: "crh-list", role: "listbox", tabindex: "0", "aria-label": "Claims", "data-key": "list" });
  let ids = [];

  function draw(claims, current, shown, prefix) {
    const kinds = { all: () => true, drafted: (c) => c.decision === "drafted", decided: (c) => !["drafted", "deleted", "new"].includes(c.decision), odd: (c) => !c.stands || c.why };
    const listed = claims.filter(kinds[shown]);
    ids = listed.map(({ id }) => id);
    const field = el("select", { "data-key": "shown", id: `${prefix}-shown`, onchange: () => choose(field.value) }, ...Object.entries(SHOWN).map(([value, name]) => el("option", { value }, `${name} (${claims.filter(kinds[value]).length})`)));
    field.value = shown;
    head.replaceChildren(el("label", { for: `${prefix}-shown` }, "Show"), field);
    const scroll = node.scrollTop;
    node.replaceChildren(...listed.map((claim) => el("li", {
      role: "option", id: `${prefix}-${claim.id}`, "data-id": claim.id, class: `crh-${claim.decision}`,
      "aria-selected": String(claim === current), onclick: () => pick(claim.id),
    }, el("span", { class: "crh-mark", "aria-hidden": "true" }, claim.mark), el("span", {}, el("b", {}, claim.shown ?? claim.id), ` ${claim.called || "not coded"} `, el("span", { class: "crh-sign" }, claim.sign), el("span", { class: "crh-listed", dir: "auto" }, short(claim.words))))));
    if (!listed.length) node.replaceChildren(el("li", { role: "option", "aria-selected": "false", "aria-disabled": "true", class: "crh-quiet" }, "None."));
    node.scrollTop = scroll;
    const at = current && ids.includes(current.id) ? `${prefix}-${current.id}` : null;
    if (at) node.setAttribute("aria-activedescendant", at);
    else node.removeAttribute("aria-activedescendant");
    const item = at && node.querySelector('[aria-selected="true"]');
    if (item && (item.offsetTop < node.scrollTop || item.offsetTop + item.offsetHeight > node.scrollTop + node.clientHeight)) node.scrollTop = item.offsetTop - node.clientHeight / 3;
  }

  return { node, head, draw, ids: () => ids };
}
