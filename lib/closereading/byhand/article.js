/* The article as text with marks on it.

   It is a field that one can put a caret into but not write in: so selecting by
   mouse, by finger and by keyboard, line by line or word by word, in either
   direction of writing, is the browser's own. Places in it are UTF-16 units of
   the text. */

function articleField({ picked, entered }) {
  const node = el("div", {
    class: "crh-text", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-readonly": "true",
    tabindex: "0", spellcheck: "false", inputmode: "none", autocapitalize: "off", autocorrect: "off", translate: "no",
    "data-gramm": "false", "data-key": "text", "data-enable-grammarly": "false",
  });
  let starts = new Map(); // text node -> where it begins
  let drawn = () => {};
  let last = { a: 0, b: 0, anchor: 0, focus: 0 }; // what was selected, or where the caret was

  // ------------------------------------------------------------- drawing

  function draw(article, claims, current) {
    if (document.activeElement === node) read(); // a key may have moved the caret, and nobody was told yet
    drawn = () => paint(article, claims, current);
    drawn();
  }

  function paint(article, claims, current) {
    const focused = document.activeElement === node;
    const scroll = node.scrollTop;
    starts = new Map();
    node.lang = article.language;
    node.dir = article.direction;
    node.setAttribute("aria-label", `The article: ${article.title}. Read only; words can be selected.`);
    const beside = current ? [...current.source.map((s) => [...s, "crh-source"]), ...current.cue.map((s) => [...s, "crh-cue"])] : [];
    const marks = claims.flatMap((claim) => claim.spans.map(([a, b], n) => ({ a, b, claim, end: n === claim.spans.length - 1 }))).sort((x, y) => x.a - y.a);
    const paragraphs = article.paragraphs.map(({ span: [first, end], kind }) => {
      const paragraph = el("p", { class: `crh-${kind}`, dir: "auto" });
      let at = first;
      for (const mark of marks) {
        const a = Math.max(mark.a, at), b = Math.min(mark.b, end);
        if (b <= a || mark.b <= first) continue;
        put(paragraph, article.text, at, a, beside);
        const { claim } = mark;
        const element = el("mark", {
          class: ["crh-claim", claim.cells.manner && `crh-${claim.cells.manner}`, `crh-${claim.decision}`, claim === current && "crh-current"].filter(Boolean).join(" "),
          "data-id": claim.id, "data-label": mark.end && b === mark.b ? `${claim.mark} ${claim.shown ?? claim.id}` : null,
        });
        const lined = el("span", { class: "crh-lined" });
        put(lined, article.text, a, b, beside);
        element.append(lined);
        paragraph.append(element);
        at = b;
      }
      put(paragraph, article.text, at, end, beside);
      return paragraph;
    });
    node.replaceChildren(...paragraphs);
    node.scrollTop = scroll;
    if (focused) select(last.anchor, last.focus);
    else highlight();
  }

  /** Text from a to b into an element, what is the current claim's source or cue in elements of their own. */
  function put(parent, text, a, b, beside) {
    const edges = [...new Set([a, b, ...beside.flatMap(([s, e]) => [s, e]).filter((at) => a < at && at < b)])].sort((x, y) => x - y);
    for (let n = 0; n + 1 < edges.length; n += 1) {
      const piece = document.createTextNode(text.slice(edges[n], edges[n + 1]));
      starts.set(piece, edges[n]);
      const role = beside.find(([s, e]) => s <= edges[n] && edges[n + 1] <= e)?.[2];
      parent.append(role ? el("span", { class: role }, piece) : piece);
    }
  }

  // ------------------------------------------------------------- places

  function offsetOf(at, offset) {
    if (starts.has(at)) return starts.get(at) + offset;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const place = document.createRange();
    place.setStart(at, offset);
    let before = null;
    while (walker.nextNode()) {
      if (place.comparePoint(walker.currentNode, 0) >= 0) return starts.get(walker.currentNode);
      before = walker.currentNode;
    }
    return before ? starts.get(before) + before.length : 0;
  }

  function placeOf(offset, isEnd) {
    let found = null;
    for (const [piece, start] of starts) {
      if (start <= offset && offset <= start + piece.length) found = [piece, offset - start];
      if (found && (isEnd || offset < start + piece.length)) break;
    }
    return found;
  }

  function read() {
    const chosen = getSelection();
    if (!chosen.anchorNode || !node.contains(chosen.anchorNode) || !node.contains(chosen.focusNode)) return;
    const anchor = offsetOf(chosen.anchorNode, chosen.anchorOffset), focus = offsetOf(chosen.focusNode, chosen.focusOffset);
    last = { a: Math.min(anchor, focus), b: Math.max(anchor, focus), anchor, focus };
  }

  /** Put the caret, or a selection, there, and show it. */
  function select(anchor, focus = anchor) {
    const from = placeOf(anchor, anchor > focus), to = placeOf(focus, focus > anchor);
    last = { a: Math.min(anchor, focus), b: Math.max(anchor, focus), anchor, focus };
    if (from && to) getSelection().setBaseAndExtent(...from, ...to);
  }

  /** Bring what is at an offset into the field's view; nothing outside the field scrolls. */
  function reveal(offset) {
    const element = placeOf(offset, false)?.[0].parentElement;
    if (!element || !node.clientHeight) return;
    const box = element.getBoundingClientRect(), frame = node.getBoundingClientRect();
    if (box.top < frame.top + 8 || box.bottom > frame.bottom - 8) node.scrollTop += box.top - frame.top - node.clientHeight / 3;
  }

  /** What is selected stays in sight while the focus is in a form. */
  function highlight() {
    if (!globalThis.Highlight) return;
    const from = placeOf(last.a, false), to = placeOf(last.b, true);
    if (last.a === last.b || !from || !to || document.activeElement === node) return CSS.highlights.delete("crh-picked");
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    CSS.highlights.set("crh-picked", new Highlight(range));
  }

  // ------------------------------------------------------------- listening

  const watch = () => {
    if (document.activeElement !== node) return;
    read();
    entered(last);
  };
  node.addEventListener("beforeinput", (event) => event.preventDefault());
  for (const kind of ["input", "compositionend"]) node.addEventListener(kind, () => drawn()); // what could not be prevented
  for (const kind of ["dragstart", "drop", "paste", "cut"]) node.addEventListener(kind, (event) => event.preventDefault());
  node.addEventListener("focus", highlight);
  node.addEventListener("blur", highlight);
  node.addEventListener("click", () => { read(); if (last.a === last.b) picked(last.a); });
  document.addEventListener("selectionchange", watch);

  return {
    node, draw, select, reveal,
    selection: () => { if (document.activeElement === node) read(); return last; },
    clear: () => {
      if (document.activeElement === node) select(last.focus);
      last = { ...last, a: last.focus, b: last.focus, anchor: last.focus };
      highlight();
    },
    leave: () => { document.removeEventListener("selectionchange", watch); globalThis.CSS?.highlights?.delete("crh-picked"); },
  };
}
