// Whether the checks find what they are there to find: faulty.html has a fault for each.

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "closereading-"));
copyFileSync(join(here, "faulty.html"), join(folder, "index.html"));
const { status, stdout } = spawnSync(process.execPath, [join(here, "check.mjs"), folder, "--hostile"], { encoding: "utf8" });
rmSync(folder, { recursive: true });

const FAULTS = [
  "a dialog opened", "asked for", "a script that was put in ran", "a handler that was put in ran", "the page's policy did not refuse connect-src",
  "2 h1 headings", "an h3 after an h1", "0 of main", "1 table headers without scope", "1 tables without a name", "1 pictures without a text",
  "2 scripts", "a script ran", "1 event handlers", "the content security policy does not come first", "no language", "ids twice: twice",
  "the markup in the study is not there to read", "color-contrast", "image-alt", "landmark-one-main", "pixels wider than the screen",
  "the first that Tab reaches is no link past the head", "the skip link does not lead to the text", "Tab never reaches", "nothing shows the focus",
  "1 texts are gone at 400 %", "texts lie outside the screen at 400 %", "1 texts are cut off at 400 %", "usable after",
  "missing.html, which is not there", "index.html#nothing, where nothing has that address",
];
const missed = FAULTS.filter((fault) => !stdout.includes(fault));
if (missed.length || status !== 1) {
  console.log(`${stdout.slice(-20000)}\nThe checks did not find: ${missed.join("; ")}`);
  process.exit(1);
}
console.log(`the checks find all ${FAULTS.length} faults of faulty.html`);
