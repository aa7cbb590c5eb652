/* What every part draws with. All text comes in as text: no markup is ever read.
   The parts are one script, in the order that widget.py names. */

const USED = new Set(["button", "input", "select", "summary"]);

/** An element with attributes, listeners (on…: function) and what is in it; strings become text. */
function el(tag, about = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  // JupyterLab looks for its own keys at the element that has the focus, then upward
  if (USED.has(tag) || "tabindex" in about) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...inside.flat().filter((part) => part != null && part !== "" && part !== false));
  return node;
}

/** Draw anew, and let the focus, and what is marked in a field, stay where they were. */
function redrawn(root, draw) {
  const at = root.contains(document.activeElement) ? document.activeElement : null;
  const key = at?.dataset?.key;
  const marked = key && "selectionStart" in at ? [at.selectionStart, at.selectionEnd] : null;
  draw();
  if (!key || root.contains(document.activeElement)) return;
  const now = root.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? root.querySelector(".crh-form h3, [data-key]"); // a button that is no more
  now?.focus({ preventScroll: true });
  if (marked && now?.dataset.key === key) {
    try { now.setSelectionRange(...marked); } catch { /* a field without a caret */ }
  }
}

/** Words short enough for a line, cut between characters as people count them. */
function short(words, most = 90) {
  if (words.length <= most) return words;
  const cut = words.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return `${cut.replace(/\s+\S*$/, "")} …`;
}

const covers = (spans, a, b) => spans.some(([start, end]) => start < b && a < end);
const holds = (spans, at) => spans.some(([start, end]) => start <= at && at <= end);
