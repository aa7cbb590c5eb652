// What the checks look for within a page. Each function runs in the page, by the
// debugger, and so holds all it needs.

/** What is wrong with how the page is built; its ids and links. */
export const headings = () => {
  const complaints = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
  const ones = levels.filter((level) => level === 1).length;
  if (ones !== 1) complaints.push(`${ones} h1 headings`);
  levels.forEach((level, n) => { if (level > (levels[n - 1] ?? 0) + 1) complaints.push(`an h${level} after an h${levels[n - 1] ?? 0}: ${all("h1, h2, h3, h4, h5, h6")[n].textContent.slice(0, 60)}`); });
  if (all("h1, h2, h3, h4, h5, h6").some((heading) => !heading.textContent.trim())) complaints.push("an empty heading");
  for (const landmark of ["body > header", "main", "body > footer"]) if (all(landmark).length !== 1) complaints.push(`${all(landmark).length} of ${landmark}`);
  const labels = all("nav").map((nav) => nav.getAttribute("aria-label"));
  if (labels.some((label) => !label) || new Set(labels).size < labels.length) complaints.push(`nav without a name of its own: ${labels}`);
  const cells = all("th:not([scope])").length;
  if (cells) complaints.push(`${cells} table headers without scope`);
  const tables = all("table").filter((table) => !table.caption && !table.closest("[aria-label]")).length;
  if (tables) complaints.push(`${tables} tables without a name`);
  const pictures = all("img").filter((image) => !image.alt.trim()).length;
  if (pictures) complaints.push(`${pictures} pictures without a text`);
  if (all("script").length) complaints.push(`${all("script").length} scripts`);
  if (document.title === "run") complaints.push("a script ran");
  const handlers = all("*").filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length;
  if (handlers) complaints.push(`${handlers} event handlers`);
  const policy = document.head.querySelector("meta[http-equiv=Content-Security-Policy]");
  const after = policy && [...document.head.children].slice(0, [...document.head.children].indexOf(policy));
  if (!policy || after.some((element) => !element.matches("meta[charset]"))) complaints.push("the content security policy does not come first");
  if (!document.documentElement.lang) complaints.push("no language");
  for (const article of all(".cr-article")) if (!article.lang || !article.dir) complaints.push("an article without its language and direction");
  const ids = all("[id]").map((element) => element.id);
  const twice = ids.filter((id, n) => ids.indexOf(id) < n);
  if (twice.length) complaints.push(`ids twice: ${twice.slice(0, 5)}`);
  return { complaints, ids, links: all("a[href]").map((element) => new URL(element.getAttribute("href"), document.baseURI).href) };
};

/** The texts that can be seen. */
export const visible = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = new Set();
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim().replace(/\s+/g, " ");
    if (text && walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) texts.add(text);
  }
  return [...texts];
};

/** Those texts that cannot be seen any more. */
export const lost = (before) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const now = new Set();
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) now.add(walker.currentNode.data.trim().replace(/\s+/g, " "));
  }
  return before.filter((text) => !now.has(text));
};

/** Texts beyond the sides of the screen that no scrolling of a box brings back. */
export const outside = () => {
  const width = document.documentElement.clientWidth;
  const found = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxed = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (text.parentElement.closest(".skip, .unseen")) continue; // for the keyboard, for screen readers
    range.selectNodeContents(text);
    const far = [...range.getClientRects()].some((rect) => rect.width > 1 && (rect.right > width + 1 || rect.left < -1));
    if (far && !boxed(text.parentElement)) found.push(text.data.trim().slice(0, 60));
  }
  return found;
};

/** Texts cut off by a box that hides what does not fit. */
export const hidden = () => [...document.querySelectorAll("body *")]
  .filter((element) => {
    const style = getComputedStyle(element);
    const cuts = (overflow) => ["hidden", "clip"].includes(overflow);
    if (element.matches(".unseen, .unseen *, mark, a, span") || !element.textContent.trim() || !element.checkVisibility()) return false;
    return (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) || (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  })
  .map((element) => element.textContent.trim().slice(0, 60));

/** What Tab can reach, and what it did reach. */
export const focusable = {
  watch: () => {
    window.told = (element) => `<${element.tagName.toLowerCase()}${element.id ? ` id=${element.id}` : ""}${element.className ? ` class=${element.className}` : ""}> ${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 30)}`;
  },
  restart: () => {
    window.seen = new Set();
    window.unseen = [];
    window.behind = [];
    document.activeElement.blur();
    const top = document.createElement("span");
    top.tabIndex = -1;
    top.className = "of-the-check";
    document.body.prepend(top);
    top.focus();
    top.remove();
    window.scrollTo(0, 0);
  },
  at: () => {
    const element = document.activeElement;
    if (!element || element === document.body || window.seen.has(element)) return "end";
    window.seen.add(element);
    const style = getComputedStyle(element);
    const near = element.labels?.[0] ? getComputedStyle(element.labels[0]) : style;
    if ([style, near].every((it) => it.outlineStyle === "none" && it.boxShadow === "none")) window.unseen.push(window.told(element));
    const rect = element.getBoundingClientRect();
    if (rect.bottom < 0 || rect.top > innerHeight || rect.right < 0 || rect.left > innerWidth) window.behind.push(window.told(element));
    return element.tagName === "SUMMARY" && !element.parentElement.open ? "folded" : "on";
  },
  missed: () => {
    const usable = [...document.querySelectorAll("a[href], summary, button, input, select, textarea, [tabindex='0']")];
    const scrolling = [...document.querySelectorAll("body *")].filter((element) => {
      const style = getComputedStyle(element);
      const can = (overflow) => ["auto", "scroll"].includes(overflow);
      return (can(style.overflowX) && element.scrollWidth > element.clientWidth + 1) || (can(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    });
    const grouped = (element) => element.type === "radio" && [...window.seen].some((other) => other.type === "radio" && other.name === element.name);
    const within = (element) => [...window.seen].some((other) => element.contains(other));
    const missed = [
      ...usable.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && !window.seen.has(element) && !grouped(element)),
      ...scrolling.filter((element) => element.checkVisibility() && !window.seen.has(element) && !within(element)),
    ];
    return { missed: [...new Set(missed)].map(window.told), unseen: window.unseen, behind: window.behind };
  },
  box: () => {
    const box = [...document.querySelectorAll("[tabindex='0']")].find((element) => getComputedStyle(element).overflowX === "auto" && element.scrollWidth > element.clientWidth + 40);
    box?.focus();
    return Boolean(box);
  },
};
