// Each page of a report in a real browser: what axe finds, and what leaves the page.
//
//     node tests/pages/check.mjs outputs/putin-aims
//
// Wide and phone, light and dark, WCAG 2.2 A and AA and axe's best practices. A
// page passes if axe finds nothing, nothing is fetched, no script ran, no dialog
// opened, nothing is wider than the screen, and each link within the report
// leads somewhere. Exit status 1 if one does not.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { SCHEMES, WIDTHS, launch, pages } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const [folder] = process.argv.slice(2);
const browser = await launch();
const anchors = new Map(); // address -> the ids on that page
const links = [];
let wrong = 0;

const complain = (where, what) => { wrong += 1; console.log(`${where}: ${what}`); };

for (const { name, url } of pages(folder)) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const where = `${name}, ${width}, ${colorScheme}`;
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      page.on("dialog", (dialog) => { complain(where, `a dialog opened: ${dialog.message()}`); dialog.dismiss(); });
      page.on("request", (request) => {
        if (request.url() !== url && !request.url().startsWith("data:")) complain(where, `asked for ${request.url()}`);
      });
      await page.goto(url);

      const seen = await page.evaluate(() => ({
        title: document.title,
        h1: document.querySelectorAll("h1").length,
        scripts: document.querySelectorAll("script").length,
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
        links: [...document.querySelectorAll("a[href]")].map((element) => element.href),
      }));
      if (seen.h1 !== 1) complain(where, `${seen.h1} h1 headings`);
      if (seen.title === "run") complain(where, "a script ran");
      if (seen.over > 0) complain(where, `${seen.over} pixels wider than the screen`);
      if (new Set(seen.ids).size < seen.ids.length) complain(where, `ids twice: ${seen.ids.filter((id, n) => seen.ids.indexOf(id) < n)}`);
      anchors.set(url, new Set(seen.ids));
      if (width === "wide" && colorScheme === "light") links.push(...seen.links.map((href) => ({ where: name, href })));

      // all there is to see: whatever is folded away, too
      await page.evaluate(() => document.querySelectorAll("details").forEach((element) => { element.open = true; }));
      await page.evaluate(axe); // by the debugger, which the page's policy does not bind
      const { violations, passes } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
      for (const violation of violations) {
        complain(where, `${violation.id} (${violation.impact}), ${violation.nodes.length} times: ${violation.help}`);
        for (const node of violation.nodes.slice(0, 3)) console.log(`    ${node.target}  ${node.html.slice(0, 150)}\n      ${node.failureSummary.replaceAll("\n", " ").slice(0, 300)}`);
      }
      if (!passes.length) complain(where, "axe checked nothing");
      await context.close();
    }
  }
}
await browser.close();

for (const { where, href } of links) {
  const [address, fragment] = href.split("#");
  if (!address.startsWith("file:")) continue;
  if (!existsSync(fileURLToPath(address))) complain(where, `a link to ${address.split("/").pop()}, which is not there`);
  else if (fragment && anchors.has(address) && !anchors.get(address).has(decodeURIComponent(fragment))) {
    complain(where, `a link to ${address.split("/").pop()}#${fragment}, where nothing has that address`);
  }
}
console.log(wrong ? `${wrong} complaints` : `${anchors.size} pages: nothing found`);
process.exit(wrong ? 1 : 0);
