// Reading by hand, in JupyterLab, in a real browser.
//
//     node tests/pages/annotator.mjs [FOLDER FOR PICTURES]
//
// On copies of a study with emoji, combining marks and Hebrew: claims are made,
// changed, split and deleted by mouse, and by the keyboard alone; the kernel is
// killed in the middle, the disk is full, two notebooks and two windows are open
// on one reading, the file is edited underneath: nothing may be lost. Then a
// study full of markup. axe-core looks at the widget wide and narrow, light and
// dark. What counts is what is in the CSV file at the end. Exit status 1 if
// something is not as it should be. PYTHON names another Python than .venv's.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { PYTHON, asked, errors, lab, notebook, opened, runAll, wait } from "./lab.mjs";

const HERE = fileURLToPath(new URL("./", import.meta.url));
const EMOJI = join(HERE, "../fixtures/studies/emoji");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const PICTURES = process.argv[2];
const FERRY = "the ferry will sail again 🚢 by spring", FOX = "Nobody has asked the fox", SAID = "that is all she said", HARBOUR = "Ode wants the harbour 👩🏽‍🚀 and nothing else";

const folder = mkdtempSync(join(tmpdir(), "annotator-"));
let wrong = 0;
const complain = (what) => { wrong += 1; console.log(`annotator: ${what}`); };
const is = (got, wanted, what) => { if (JSON.stringify(got) !== JSON.stringify(wanted)) complain(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`); };

// ------------------------------------------------------------------ the file

/** The rows of a reading, as another program reads them. */
function rows(study, name = "mine") {
  const code = "import csv, io, json, pathlib, sys; path = pathlib.Path(sys.argv[1]); print(json.dumps(list(csv.DictReader(io.StringIO(path.read_bytes().decode('utf-8'), newline=''))) if path.exists() else []))";
  return JSON.parse(execFileSync(PYTHON, ["-c", code, join(study, "readings", `${name}.csv`)], { encoding: "utf8" }));
}
const row = (study, words) => rows(study).find((one) => one.words === words) ?? {};

/** Every row's words stand where its offsets say, in code points. */
function placed(study, what) {
  const text = [...readFileSync(join(study, "article.txt"), "utf8")];
  for (const { words, start, end } of rows(study)) {
    const at = end.split(" "), there = start.split(" ").map((a, n) => text.slice(Number(a), Number(at[n])).join("")).join(" […] ");
    if (there !== words) complain(`${what}: ${words} is said to be at ${start}, where there is ${there}`);
  }
}

// ------------------------------------------------------------------ a person before the notebook

let server, browser;

/** A study of its own, a notebook on it, and a page in which it ran. */
async function sat(name, { study = join(folder, name), parameters = {}, file = name, size = { width: 1400, height: 900 }, source = EMOJI } = {}) {
  if (!existsSync(study)) cpSync(source, study, { recursive: true });
  const path = notebook(folder, "06_reading_by_hand", { study, reading: "mine", coder: "ana", ...parameters }, file);
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const asks = new Set();
  page.on("request", (request) => { const { host, protocol } = new URL(request.url()); if (protocol.startsWith("http") || protocol.startsWith("ws")) asks.add(host); });
  page.on("pageerror", (error) => complain(`${name}: ${error.message}`));
  await opened(page, server.address, path);
  for (const error of await errors(page)) throw new Error(`a cell says ${error}`);
  await page.waitForSelector(".crh mark");
  return { page, study, asks, path, close: () => context.close() };
}

/** Wait, if need be, until something is so; then it has to be. */
async function comes(get, wanted, what) {
  for (let tries = 0; tries < 150 && JSON.stringify(await get()) !== JSON.stringify(wanted); tries += 1) await wait(200);
  is(await get(), wanted, what);
}

const status = (page) => page.locator(".crh-status").textContent();

/** Wait until nothing is on its way and the status line says something like this. */
async function told(page, pattern, what) {
  try {
    await page.waitForFunction((source) => [...document.querySelectorAll(".crh-status")].some((line) => new RegExp(source, "u").test(line.textContent)), pattern.source, { timeout: 30_000 });
  } catch {
    complain(`${what}: the status line says “${await status(page)}”`);
  }
}

/** Where words stand on the screen: the middles of their first and last characters. */
async function seen(page, words) {
  const at = await page.evaluate((wanted) => {
    const field = document.querySelector(".crh-text");
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let text = "";
    while (walker.nextNode()) { pieces.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
    const first = text.indexOf(wanted);
    if (first < 0) return null;
    const place = (offset, end) => { const [start, node] = pieces.findLast(([begin]) => (end ? begin < offset : begin <= offset)); return [node, offset - start]; };
    const range = document.createRange();
    range.setStart(...place(first, false));
    range.setEnd(...place(first + wanted.length, true));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [a, b] = [rects[0], rects.at(-1)];
    return { from: [a.left + 1, a.top + a.height / 2], to: [b.right - 1, b.top + b.height / 2], middle: [(a.left + a.right) / 2, a.top + a.height / 2] };
  }, words);
  if (!at) throw new Error(`${words} is not on the page`);
  return at;
}

/** Do it again, as a person would, where the page moved meanwhile; the article has to show that it was done. */
async function hit(page, act, done, what) {
  for (let tries = 0; tries < 5; tries += 1) {
    await act();
    if (await done()) return;
    await wait(500);
    if (await page.locator(".jp-Dialog").count()) await press(page, "Enter"); // JupyterLab tells of a kernel's end over it all
  }
  complain(`${what}: the mouse does not get there`);
}

async function drag(page, words) {
  await hit(page, async () => {
    const { from, to } = await seen(page, words);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
  }, async () => (await page.evaluate(() => String(getSelection()))) === words, `drag over ${words}`);
}

/** Click on words: in their middle, or with `behind` just behind their end. */
async function click(page, words, behind = false) {
  await hit(page, async () => {
    const { middle, to } = await seen(page, words);
    await page.mouse.click(...(behind ? [to[0] + 1, to[1]] : middle));
  }, async () => { const at = await caret(page); return behind ? at.before.endsWith(words) : words.split(" ").some((word) => at.around.includes(word)); }, `click on ${words}`);
}

/** What stands in the article before the caret, and round it. */
const caret = (page) => page.evaluate(() => {
  const { focusNode, focusOffset } = getSelection();
  if (!focusNode || !document.querySelector(".crh-text").contains(focusNode)) return { before: "", around: "" };
  return { before: (focusNode.data ?? "").slice(0, focusOffset), around: (focusNode.data ?? "").slice(Math.max(0, focusOffset - 20), focusOffset + 20) };
});

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const button = (page, name) => page.locator(`.crh [data-key="${name}"]`);

// ------------------------------------------------------------------ what is tried

async function byMouse() {
  const { page, study, asks, close } = await sat("mouse");
  await click(page, "sail again");
  await button(page, "accept").click();
  await told(page, /✓ Accepted d\d+\. Saved at .* in mouse\/readings\/mine\.csv: 1 decision/, "accept by mouse");
  is(row(study, FERRY).decision, "accepted", "accept by mouse");

  await drag(page, SAID);
  await button(page, "add").click();
  await told(page, /voice/, "a new claim waits for its voice");
  is(rows(study).length, 1, "a claim without a voice is not in the file");
  await page.locator('.crh [data-key="voice"]').selectOption("Lind");
  await told(page, /✓ Added a claim/, "add by mouse");
  is([row(study, SAID).decision, row(study, SAID).voice, row(study, SAID).manner], ["added", "Lind", "indirect"], "add by mouse");

  await page.locator('.crh [data-key="manner"]').selectOption("mixed");
  await told(page, /✓ Changed manner/, "change by mouse");
  await drag(page, "Captain Lena Ode");
  await button(page, "take-source").click();
  await told(page, /✓ Changed source/, "the source by mouse");
  is([row(study, SAID).manner, row(study, SAID).source], ["mixed", "Captain Lena Ode"], "change by mouse");

  await click(page, "sail again", true);
  await button(page, "split").click();
  await told(page, /✓ Split p01 in two/, "split by mouse");
  is(rows(study).filter(({ draft_words: from }) => from === FERRY).map(({ words }) => words), ["the ferry will sail again", "🚢 by spring"], "split by mouse");

  await click(page, "asked the");
  await button(page, "delete").click();
  await told(page, /✓ Deleted d\d+/, "delete by mouse");
  is(row(study, FOX).decision, "deleted", "delete by mouse");
  await button(page, "undo").click();
  await told(page, /✓ Undone/, "undo by mouse");
  is(row(study, FOX).decision, undefined, "undo by mouse");
  placed(study, "by mouse");
  is([...asks], [new URL(server.address).host], "by mouse: what was asked of a network");
  await close();
}

async function byKeys() {
  const { page, study, close } = await sat("keys");
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.node.focus());
  await page.evaluate(() => document.querySelector(".crh-top button").focus()); // as Tab would reach it from the cell before
  for (let tabs = 0; tabs < 20 && !(await page.evaluate(() => document.activeElement.matches(".crh-text"))); tabs += 1) await press(page, "Tab");
  is(await page.evaluate(() => document.activeElement.matches(".crh-text")), true, "Tab reaches the article");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  is(outline !== "none", true, "the focus can be seen");

  const claim = () => page.evaluate(() => document.querySelector(".crh-form blockquote")?.textContent ?? "");
  const field = () => page.evaluate(() => document.activeElement.value);
  const before = async () => (await caret(page)).before;
  /** Press a key again and again, each time when the one before has been seen to do something. */
  const until = async (key, shown, wanted, what) => {
    for (let n = 0; n < 12 && !wanted(await shown()); n += 1) {
      const now = await shown();
      await press(page, key);
      for (let tries = 0; tries < 50 && (await shown()) === now; tries += 1) await wait(100);
    }
    if (!wanted(await shown())) complain(`${what}: ${await shown()}`);
  };
  const go = (words) => until("j", claim, (now) => now === words, `J goes from claim to claim, to ${words}`);
  await press(page, "Control+Home");
  await go(FERRY);
  await press(page, "a");
  await told(page, /✓ Accepted/, "accept by keyboard");
  // the caret is at the claim's beginning; word by word until it is behind "sail"
  await until("Control+ArrowRight", before, (now) => /sail\s?$/.test(now), "Ctrl+→ goes by words");
  await press(page, "s");
  await told(page, /✓ Split/, "split by keyboard");
  is(rows(study).map(({ words }) => words), ["the ferry will sail", "again 🚢 by spring"], "split by keyboard, before an emoji");

  // a new claim from the byline, which stands behind two emoji
  await press(page, "Control+Home");
  await until("ArrowDown", async () => (await caret(page)).around, (now) => now.startsWith("Mira"), "↓ goes to the byline");
  await press(page, "Home");
  await until("Control+Shift+ArrowRight", () => page.evaluate(() => String(getSelection())), (now) => now.trim() === "Mira Vane", "Ctrl+Shift+→ selects words");
  await press(page, "Enter");
  await page.waitForFunction(() => document.activeElement?.dataset.key === "voice");
  await until("t", field, (now) => now === "narrator", "T chooses the narrator");
  await press(page, "Enter");
  await told(page, /✓ Added a claim/, "add by keyboard");
  is([row(study, "Mira Vane").voice, row(study, "Mira Vane").manner], ["narrator", "narrated"], "add by keyboard");

  await press(page, "Escape");
  await go(HARBOUR);
  await press(page, "t");
  await page.waitForFunction(() => document.activeElement?.dataset.key === "stance");
  await until("d", field, (now) => now === "doubts", "D chooses doubts");
  await press(page, "Escape");
  await told(page, /✓ Changed stance/, "change by keyboard");
  await comes(() => row(study, HARBOUR).stance, "doubts", "change by keyboard");
  await press(page, "n");
  await page.waitForFunction(() => document.activeElement?.dataset.key === "note");
  await page.keyboard.type("a <b>note</b> 🦊");
  await press(page, "Enter");
  await told(page, /✓ Changed note/, "a note by keyboard");
  is([row(study, HARBOUR).stance, row(study, HARBOUR).note], ["doubts", "a <b>note</b> 🦊"], "a note by keyboard");

  await press(page, "Escape");
  await go(FOX);
  await press(page, "d");
  await told(page, /✓ Deleted/, "delete by keyboard");
  is(row(study, FOX).decision, "deleted", "delete by keyboard");
  await press(page, "r");
  await told(page, /✓ Restored/, "restore by keyboard");
  await press(page, "z");
  await told(page, /✓ Undone/, "undo by keyboard");
  is(row(study, FOX).decision, "deleted", "undo by keyboard");
  // none of the letters has reached the notebook or the article
  is(await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.model.cells.length), 7, "JupyterLab's own keys stay out of it");
  await page.locator(".crh-text").focus();
  await page.keyboard.type("xyxy");
  await press(page, "Backspace", "Control+x", "Control+v");
  const text = await page.evaluate(() => [...document.querySelectorAll(".crh-text p")].map((one) => one.textContent).join("\n"));
  is(text, readFileSync(join(study, "article.txt"), "utf8").trim().replaceAll("\n\n", "\n"), "the article cannot be written in");
  placed(study, "by keyboard");
  await close();
}

async function killed() {
  const { page, study, close } = await sat("killed");
  await click(page, "sail again");
  await press(page, "a");
  await told(page, /✓ Accepted/, "before the kernel is killed");
  const pid = Number(await asked(page, "import os; print(os.getpid())"));
  await click(page, "asked the");
  await press(page, "d"); // it may or may not reach the kernel
  process.kill(pid, "SIGKILL");
  const before = await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status);
  await wait(500);
  await click(page, "nothing else");
  await press(page, "a");
  await page.waitForSelector(".crh-trouble:not([hidden])");
  await page.waitForFunction((words) => document.querySelector(".crh-trouble")?.textContent.includes(words), "does not answer", { timeout: 30_000 });
  await told(page, /! Not saved: The kernel does not answer/, "killed");
  is(row(study, FERRY).decision, "accepted", `killed (${before}): what was saved is saved`);
  if (PICTURES) await shot(page, "kernel-killed");
  // everything anew: another page, another kernel
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === "idle", null, { timeout: 60_000 });
  await page.addLocatorHandler(page.locator(".jp-Dialog"), () => press(page, "Enter")); // it may tell of the restart
  await runAll(page);
  await page.waitForSelector(".crh mark");
  await page.waitForFunction(() => document.querySelectorAll('.crh-trouble [data-key^="save-left"]').length > 0);
  while (await page.locator('[data-key="save-left 0"]').count()) await page.locator('[data-key="save-left 0"]').click();
  await told(page, /✓/, "what was left over is saved");
  await comes(() => [row(study, FERRY).decision, row(study, FOX).decision, row(study, HARBOUR).decision], ["accepted", "deleted", "accepted"], "killed: all is there in the end");
  is(rows(study).length, 3, "killed: nothing twice");
  await comes(() => page.locator(".crh-trouble").isHidden(), true, "killed: nothing left to save");
  placed(study, "killed");
  await close();
}

async function fullDisk() {
  const { page, study, close } = await sat("full");
  await asked(page, "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))");
  await click(page, "sail again");
  await press(page, "a");
  await told(page, /! Not saved: Cannot write full\/readings\/mine\.csv/, "on a full disk");
  is(rows(study), [], "full disk: nothing half written");
  is(await page.locator(".crh-trouble li").count(), 1, "full disk: the decision is shown as not saved");
  if (PICTURES) await shot(page, "full-disk");
  await asked(page, "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))");
  await page.locator('.crh-trouble [data-key^="again"]').click();
  await told(page, /✓ Accepted/, "full disk: tried again");
  is(row(study, FERRY).decision, "accepted", "full disk: tried again");
  await close();
}

async function twice() {
  const one = await sat("twice");
  const other = await sat("twice", { file: "twice-again" }); // a notebook and a kernel of its own
  await one.page.evaluate(() => window.jupyterapp.commands.execute("docmanager:save"));
  const third = await one.page.context().newPage(); // the first notebook in a second window, on the same kernel
  await opened(third, server.address, one.path, { run: false });
  await click(one.page, "sail again");
  await press(one.page, "a");
  await told(one.page, /✓ Accepted/, "twice: the first");
  await click(other.page, "asked the");
  await told(other.page, /mine\.csv was changed elsewhere; this is the new state/, "twice: the second says that the file has changed");
  await press(other.page, "d");
  await told(other.page, /✓ Deleted/, "twice: the second");
  await click(one.page, "nothing else");
  await press(one.page, "t");
  await one.page.locator('.crh [data-key="stance"]').selectOption("doubts");
  await told(one.page, /✓ .*Changed stance/, "twice: the first again");
  // the second has seen nothing of it, and decides about the same claim
  await other.page.evaluate(() => { document.querySelector(".crh").addEventListener("focusin", (event) => event.stopImmediatePropagation(), true); });
  await click(other.page, "nothing else");
  await press(other.page, "a");
  await other.page.waitForSelector('.crh-trouble [data-key^="ask"]');
  await other.page.locator('.crh-trouble [data-key^="drop"]').click();
  is(row(one.study, HARBOUR).stance, "doubts", "twice: what the first changed stands");
  // the editor
  const path = join(one.study, "readings/mine.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace(",doubts,", ",reports,"));
  await click(one.page, "remembered");
  await press(one.page, "a");
  await told(one.page, /changed elsewhere/, "twice: an edit by an editor is told of");
  await comes(() => rows(one.study).map(({ words, decision }) => [words, decision]).sort(), [[FERRY, "accepted"], [FOX, "deleted"], [HARBOUR, "changed"], [(rows(one.study).find(({ words }) => words.includes("remembered")) ?? {}).words, "accepted"]].sort(), "twice: nothing is lost");
  is(rows(one.study).filter(({ stance }) => stance === "reports").length, 1, "twice: the edit stands");
  // the second window shows what the first did, and can decide too
  await third.bringToFront(); // a page behind another draws seldom
  await third.waitForSelector(".crh mark.crh-accepted");
  placed(one.study, "twice");
  await other.close();
  await one.close();
}

async function hostile() {
  const place = join(folder, "odd");
  mkdirSync(place);
  const study = execFileSync(PYTHON, [join(HERE, "hostile.py"), place], { encoding: "utf8" }).trim();
  const { page, asks, close } = await sat("hostile", { study, parameters: { coder: "tests", reading: "by-hand" } });
  let dialogs = 0;
  page.on("dialog", () => { dialogs += 1; });
  await page.locator(".crh mark").nth(1).click();
  await press(page, "a");
  await told(page, /✓ Accepted/, "hostile: accept");
  await press(page, "n");
  await page.keyboard.type("<img src=x onerror=\"document.title='run'\">");
  await press(page, "Enter");
  await told(page, /✓ Changed note/, "hostile: a note");
  await wait(500);
  is(await page.evaluate(() => document.title.includes("run") || document.querySelectorAll(".crh :is(img, script, iframe, style, object, svg)").length > 0), false, "hostile: markup is text");
  is(dialogs, 0, "hostile: dialogs");
  is([...asks], [new URL(server.address).host], "hostile: what was asked of a network");
  const shown = await page.locator(".crh").innerText();
  if (!shown.includes("document.title='run'")) complain("hostile: the markup is not there to read");
  if (/[\u202a-\u202e\u2066-\u2069]/.test(await page.locator(".crh").textContent())) complain("hostile: a character that turns text round is in the page");
  is(rows(study, "by-hand").length, 1, "hostile: the file");
  await close();
}

async function looks() {
  const { page, close } = await sat("looks");
  await click(page, "sail again");
  await press(page, "a");
  await told(page, /✓ Accepted/, "looks");
  await drag(page, SAID);
  await press(page, "Enter");
  await told(page, /voice/, "looks");
  await page.locator(".crh-keys summary").click();
  for (const theme of ["JupyterLab Light", "JupyterLab Dark"]) {
    await page.evaluate((name) => window.jupyterapp.commands.execute("apputils:change-theme", { theme: name }), theme);
    for (const [size, width] of [["wide", 1400], ["narrow", 640]]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => window.jupyterapp.shell.collapseLeft());
      await page.waitForFunction((name) => document.body.dataset.jpThemeName === name, theme);
      await wait(1200); // its colours fade in
      await page.evaluate(() => document.querySelector(".crh").scrollIntoView());
      const how = `${size}, ${theme.split(" ")[1].toLowerCase()}`;
      await page.evaluate(AXE);
      const { violations, passes } = await page.evaluate((tags) => window.axe.run(document.querySelector(".crh"), { runOnly: tags, resultTypes: ["violations"], rules: { region: { enabled: false } } }), TAGS);
      for (const violation of violations) complain(`${how}: ${violation.id} (${violation.impact}), ${violation.nodes.length} times: ${violation.help}\n    ${violation.nodes[0].html.slice(0, 200)}\n    ${violation.nodes[0].failureSummary.replaceAll("\n", " ").slice(0, 300)}`);
      if (!passes.length) complain(`${how}: axe checked nothing`);
      const over = await page.evaluate(() => { const { scrollWidth, clientWidth } = document.querySelector(".crh"); return scrollWidth - clientWidth; });
      if (over > 0) complain(`${how}: ${over} pixels wider than its frame`);
      if (PICTURES) await shot(page, how.replace(", ", "-"));
    }
  }
  await close();
}

async function shot(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `annotator-${name}.png`) });
}

const TRIED = { byMouse, byKeys, killed, fullDisk, twice, hostile, looks };
const asked_for = process.argv.slice(3);
try {
  server = await lab(folder);
  browser = await launch();
  for (const [name, tried] of Object.entries(TRIED)) {
    if (asked_for.length && !asked_for.includes(name)) continue;
    try {
      await tried();
    } catch (error) {
      complain(`${name} broke off: ${String(error.stack ?? error).split("\n").slice(0, 6).join("\n    ")}`);
    }
  }
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(wrong ? `Reading by hand: ${wrong} complaints.` : "Reading by hand: as it should be.");
process.exit(wrong ? 1 : 0);
