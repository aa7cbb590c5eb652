/* The annotator: the article, the claims on it, and the keys. Python decides and
   writes; here its state is drawn, and what a person wants is sent to it. */

const SETTLING = 1000; // milliseconds after which a choice made by keyboard is sent: letters are typed, arrows pressed again
let annotators = 0;

function render({ model, el: root }) {
  const prefix = `crh-${(annotators += 1)}`;
  let current = null, shown = "all", timer = null, said = { text: "", kind: "" }, near = "";
  const get = (name) => model.get(name);
  const box = outbox({ key: get("state").key, send: (intent) => model.send(intent), printOf: (id) => claimOf(id)?.print ?? null, changed: () => draw(), answered });

  // ------------------------------------------------------------- parts

  const status = el("p", { class: "crh-status", role: "status", "aria-live": "polite" });
  const heard = el("p", { class: "crh-unseen", role: "status", "aria-live": "polite" });
  const trouble = el("div", { class: "crh-trouble", role: "group", "aria-label": "Not saved yet" });
  const bar = el("div", { class: "crh-bar" });
  const text = articleField({ picked: (at) => choose(at), entered: (at) => entered(at) });
  const form = claimForm({ set: (column, value, byKey) => { hold({ [column]: value }, byKey); if (!byKey) settle(); }, type: (column, value) => hold({ [column]: value }, false), settle, act: (name) => acts[name](), take });
  const list = claimList({ pick: (id) => pick(id), choose: (value) => { shown = value; draw(); } });
  form.node.dataset.n = prefix.slice(4);
  const keys = keysHelp();
  const side = el("div", { class: "crh-side" }, form.node, list.head, list.node);
  const frame = el("div", { class: "crh", role: "group", "aria-label": "Read by hand" }, el("div", { class: "crh-top" }, status, bar), trouble, heard, el("div", { class: "crh-panes" }, text.node, side), keys);
  root.replaceChildren(frame);

  // ------------------------------------------------------------- what there is

  /** The claims of the state, and those that were added and are not saved yet. */
  function claims() {
    const fresh = box.entries().filter(({ intent }) => intent.do === "add").map(({ slot, intent }) => ({
      id: slot, shown: "new", decision: "new", stands: true, mark: "!", sign: "added by you, not saved yet", mine: true, called: "",
      cells: { ...get("state").blank, ...intent.cells }, words: intent.spans.map(([a, b]) => get("article").text.slice(a, b)).join(" […] "), spans: intent.spans, source: intent.source ?? [], cue: intent.cue ?? [], reason: "", candidates: "", why: "",
    }));
    return [...get("state").claims, ...fresh].sort((x, y) => (x.spans[0]?.[0] ?? Infinity) - (y.spans[0]?.[0] ?? Infinity));
  }
  const claimOf = (id) => get("state").claims.find((claim) => claim.id === id);
  const slotOf = (claim) => (claim?.decision === "new" ? claim.id : `change ${claim?.id}`);
  const standing = () => claims().filter((claim) => claim.stands && claim.spans.length);

  let drawing = false;

  function draw() {
    if (drawing) return; // a field that goes may say that it is left
    drawing = true;
    try { drawn(); } finally { drawing = false; }
  }

  function drawn() {
    const state = get("state"), all = claims();
    let claim = all.find(({ id }) => id === current?.id);
    if (!claim && current) claim = all.find(({ spans }) => current.spans.some(([a, b]) => covers(spans, a, b)));
    current = claim ?? null;
    redrawn(frame, () => {
      text.draw(get("article"), all.filter(({ stands }) => stands), current);
      form.draw(current, state, box.of(slotOf(current)));
      list.draw(all, current, shown, prefix);
      drawBar(state);
      drawTrouble();
    });
    drawStatus(state);
  }

  function drawBar(state) {
    const button = (name, key, label, what, about = {}) => el("button", { type: "button", "data-key": name, "aria-keyshortcuts": key, onmousedown: (event) => event.preventDefault(), onclick: what, ...about }, label, " ", el("kbd", { "aria-hidden": "true" }, key));
    bar.replaceChildren(...[
      state.coder && button("undo", "Z", "Undo", () => acts.undo(), { "aria-disabled": state.undo ? null : "true", title: state.undo ? `Undo: ${state.undo}` : "Nothing to undo" }),
      state.coder && button("add", "Enter", "Add selected words", () => acts.add()),
      button("before", "K", "Previous", () => acts.before()), button("next", "J", "Next", () => acts.next()), button("open", "U", "Next undecided", () => acts.open()),
    ].filter(Boolean));
  }

  function drawStatus(state) {
    const on = box.entries().filter(({ is }) => is === "queued" || is === "sent").length;
    const decisions = `${state.decisions} ${state.decisions === 1 ? "decision" : "decisions"}`;
    const rest = `${state.undecided} drafted ${state.undecided === 1 ? "claim" : "claims"} not decided.`;
    const where = state.only_look || (state.there ? `${decisions} in ${state.file}, ${rest}` : `Nothing decided yet; ${state.file} is made with the first decision. ${rest}`);
    const stuck = box.entries().find(({ is }) => is === "silent");
    if (stuck) said = { text: `! Not saved: ${stuck.said}`, kind: "crh-wrong" };
    const now = on ? "… Saving." : said.text || where;
    if (status.textContent !== now) status.textContent = now;
    status.className = `crh-status ${on ? "" : said.kind}`;
  }

  function drawTrouble() {
    const line = (words, why, ...buttons) => el("li", {}, el("b", {}, words), " ", why, " ", ...buttons);
    const button = (name, label, what) => el("button", { type: "button", "data-key": name, onclick: what }, label);
    const lines = box.entries().filter(({ is, said: why }) => (is === "refused" || is === "silent") && why).map((entry) => line(`! ${described(entry.intent)}.`, entry.said,
      entry.ask ? button(`ask ${entry.slot}`, `Do it with ${entry.ask}`, () => box.again(entry.slot, { id: entry.ask, print: claimOf(entry.ask)?.print })) : button(`again ${entry.slot}`, "Try again", () => box.again(entry.slot)),
      button(`drop ${entry.slot}`, "Let go", () => box.drop(entry.slot))));
    const old = box.leftovers().map((one, n) => line(`! ${described(one.intent)}.`, "Left from before, and not known to be saved.", button(`save-left ${n}`, "Save it now", () => box.settle(one, true)), button(`drop-left ${n}`, "Let go", () => box.settle(one, false))));
    trouble.hidden = !lines.length && !old.length;
    trouble.replaceChildren(...(trouble.hidden ? [] : [el("h3", {}, "Not saved yet"), el("ul", {}, ...lines, ...old)]));
  }

  function described(intent) {
    const cells = Object.entries(intent.cells ?? {}).map(([column, cell]) => `${column} ${cell || "empty"}`).join(", ");
    const words = intent.spans ? `“${short(intent.spans.map(([a, b]) => get("article").text.slice(a, b)).join(" […] "), 60)}”` : "";
    const name = { accept: "Accept", delete: "Delete", change: "Change", add: "Add", split: "Split", back: "Take back", restore: "Restore", undo: "Undo" }[intent.do] ?? intent.do;
    return [name, intent.id, words, cells].filter(Boolean).join(" ");
  }

  // ------------------------------------------------------------- what is heard

  const clock = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const tell = (words, kind = "") => { said = { text: words, kind }; draw(); };

  function answered(intent, reply) {
    const state = get("state");
    said = { text: `✓ ${reply.said} Saved at ${clock()} in ${state.file}: ${state.decisions} ${state.decisions === 1 ? "decision" : "decisions"}, ${state.undecided} drafted claims not decided.`, kind: "crh-saved" };
    const to = claimOf(reply.claim);
    if (to && (intent.do === "add" || !current || current.id === intent.id || intent.do === "split")) current = to;
  }

  function answer(reply) {
    if (box.answer(reply)) {
      if (!reply.done) said = { text: `! Not saved: ${reply.said}`, kind: "crh-wrong" };
      draw();
    } else if (String(reply.number).startsWith(prefix) && reply.said) tell(reply.done ? reply.said : `! ${reply.said}`, reply.done ? "" : "crh-wrong");
  }

  /** Whether the file changed while nobody looked is asked when somebody comes back. */
  let looks = 0;
  const look = () => { try { model.send({ do: "look", number: `${prefix}-look-${(looks += 1)}` })?.catch?.(() => {}); } catch { /* said at the next decision */ } };
  frame.addEventListener("focusin", (event) => { if (!drawing && !frame.contains(event.relatedTarget)) look(); });

  // ------------------------------------------------------------- what is wanted

  function pick(id, reveal = true) {
    settle();
    current = claims().find((claim) => claim.id === id) ?? null;
    said = { text: "", kind: "" };
    draw();
    if (!current) return;
    const [at] = current.spans[0] ?? [];
    if (reveal && at != null) {
      if (document.activeElement === text.node) text.select(at);
      text.reveal(at);
    }
    heard.textContent = `${current.shown ?? current.id}: ${current.called}; ${current.sign}. ${current.words}`;
  }

  function choose(at) {
    const claim = standing().find(({ spans }) => holds(spans, at));
    if (claim && claim.id !== current?.id) pick(claim.id, false);
    return claim;
  }

  /** Say which claim the caret came into. */
  function entered({ a, b, focus }) {
    const claim = a === b ? standing().find(({ spans }) => spans.some(([s, e]) => s <= focus && focus < e)) : null;
    if ((claim?.id ?? "") === near) return;
    near = claim?.id ?? "";
    if (claim && claim.id !== current?.id) heard.textContent = `In ${claim.shown ?? claim.id}: ${claim.called}; ${claim.sign}.`;
  }

  const about = (claim) => ({ id: claim.id, print: claim.print, spans_seen: claim.spans });

  function decide(intent, now = true) {
    if (!get("state").coder) return tell(`! ${get("state").only_look}`, "crh-wrong");
    box.put({ text: get("article").print, ...intent }, now);
  }

  function change(more, now = true) {
    if (!current) return tell("! Choose a claim first: click on it, or go to it with J.", "crh-wrong");
    const intent = current.decision === "new" ? { do: "add", local: current.id.slice(4) } : { do: "change", ...about(current) };
    decide({ ...intent, ...more }, now);
  }

  /** A field has a new value: it is kept at once, and sent when it is settled, or `soon`, or now. */
  function hold(cells, soon) {
    drawing = true; // the field that is being used stays
    try { change({ cells }, false); } finally { drawing = false; }
    clearTimeout(timer);
    if (soon) timer = setTimeout(settle, SETTLING);
  }

  function settle() {
    clearTimeout(timer);
    box.submit();
  }

  function selected() {
    const { a, b } = text.selection();
    if (a === b) { tell("! Select words in the article first.", "crh-wrong"); return null; }
    return [[a, b]];
  }

  function take(role) {
    const spans = selected();
    if (spans) change({ [role]: spans });
  }

  function go(step, wanted = () => true) {
    const ids = claims().filter((claim) => claim.spans.length || !claim.stands).filter(wanted);
    if (!ids.length) return tell("There is none.");
    const at = current?.spans[0]?.[0] ?? text.selection().focus;
    const here = ids.findIndex(({ id }) => id === current?.id);
    const next = here >= 0 ? ids[(here + step + ids.length) % ids.length] : (step > 0 ? ids.find(({ spans }) => spans[0]?.[0] >= at) : ids.findLast(({ spans }) => spans[0]?.[0] <= at)) ?? ids[0];
    pick(next.id);
  }

  const acts = {
    add() {
      const spans = selected();
      if (!spans) return;
      const local = crypto.randomUUID?.() ?? String(Math.random());
      decide({ do: "add", local, spans, cells: {} }, false); // till somebody is said to put it forward
      if (!get("state").coder) return;
      said = { text: "A new claim, not saved yet: choose its voice.", kind: "" };
      current = claims().find(({ id }) => id === `add ${local}`) ?? current;
      text.clear();
      draw();
      form.focus("voice");
    },
    enter() {
      const { a, b } = text.selection();
      if (a !== b) return acts.add();
      const before = current?.id;
      const claim = choose(a);
      if (!claim) tell("! No claim is here. Select words to add one: hold Shift and move.", "crh-wrong");
      else if (claim.id === before) form.focus("voice");
    },
    accept() {
      if (current?.decision === "drafted") return decide({ do: "accept", ...about(current) });
      tell(current ? `${current.shown ?? current.id} is no drafted claim: ${current.sign}.` : "! Choose a claim first.", "crh-wrong");
    },
    delete() {
      if (!current) return tell("! Choose a claim first.", "crh-wrong");
      if (current.decision === "new") { const { id } = current; current = null; box.drop(id); return draw(); }
      if (current.decision === "deleted") return tell(`${current.id} is deleted already.`);
      decide({ do: "delete", ...about(current) });
    },
    split() {
      const at = text.selection().focus;
      if (!current || current.decision === "new") return tell("! Choose a claim that is saved first.", "crh-wrong");
      if (!holds(current.spans, at)) return tell(`! Put the caret inside ${current.id}, to split it there.`, "crh-wrong");
      decide({ do: "split", at, ...about(current) });
    },
    words() { const spans = selected(); if (spans) change({ spans }); },
    more() { const spans = selected(); if (spans && current) change({ spans: [...current.spans, ...spans] }); },
    back() {
      if (!current || current.decision === "drafted" || current.decision === "new") return tell("! Nobody has decided about this claim.", "crh-wrong");
      decide({ do: current.decision === "deleted" ? "restore" : "back", ...about(current) });
    },
    undo() { decide({ do: "undo" }); },
    next() { go(1); },
    before() { go(-1); },
    open() { go(1, (claim) => claim.decision === "drafted" || claim === current); },
    keys() { keys.open = !keys.open; keys.querySelector("summary").focus(); },
  };

  const PRESSED = {
    a: acts.accept, d: acts.delete, Delete: acts.delete, s: acts.split, w: acts.words, "+": acts.more, o: () => take("source"), c: () => take("cue"),
    r: acts.back, z: acts.undo, j: acts.next, k: acts.before, u: acts.open, "?": acts.keys,
    ...Object.fromEntries(FIELDS.filter(([, , key, kind]) => key && kind !== "words").map(([column, , key]) => [key, () => form.focus(column)])),
  };

  frame.addEventListener("keydown", (event) => {
    const field = event.target.matches("input, select, textarea");
    if (event.isComposing) return;
    if (event.key === "Escape") {
      settle();
      const { anchor, focus } = text.selection();
      text.node.focus({ preventScroll: true });
      text.select(anchor, focus);
      return event.preventDefault();
    }
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === "z" && !event.target.matches("input")) { acts.undo(); return event.preventDefault(); }
    if (field && event.key === "Enter") { settle(); return event.preventDefault(); }
    if (field || control || event.altKey) return;
    const onList = event.target === list.node;
    if (onList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const ids = list.ids(), here = ids.indexOf(current?.id);
      const next = ids[Math.max(0, Math.min(ids.length - 1, here + (event.key === "ArrowDown" ? 1 : -1)))];
      if (next) pick(next);
      return event.preventDefault();
    }
    if (event.key === "Enter" && (event.target === text.node || onList)) {
      if (onList) form.focus("voice");
      else acts.enter();
      return event.preventDefault();
    }
    const act = PRESSED[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // ------------------------------------------------------------- begin and end

  const changed = () => draw();
  model.on("change:state", changed);
  model.on("change:article", changed);
  model.on("msg:custom", answer);
  draw();
  return () => {
    settle();
    model.off("change:state", changed);
    model.off("change:article", changed);
    model.off("msg:custom", answer);
    text.leave();
    box.leave();
  };
}

export default { render };
