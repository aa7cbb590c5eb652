// Screenshots of every page of a report, to be looked at: wide, phone and print;
// of the whole report in one file, how each part begins.
//
//     node tests/pages/screenshots.mjs outputs/putin-aims [outputs/screenshots] [name of one page]

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SCHEMES, WIDTHS, launch, pages } from "./browser.mjs";

const [folder, out = "outputs/screenshots", only] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await launch();

for (const { name, url, whole } of pages(folder).filter(({ name }) => !only || name === only)) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: width === "phone" ? 2 : 1 });
      await page.goto(url);
      const path = join(out, `${name}-${width}-${colorScheme}.png`);
      if (!whole) await page.screenshot({ path, fullPage: true });
      else {
        // longer than a picture may be: its beginning, and the beginning of each part
        await page.screenshot({ path });
        for (const [n, part] of (await page.$$(".part")).entries()) {
          await part.evaluate((element) => element.scrollIntoView());
          await page.screenshot({ path: path.replace(".png", `-part${n + 1}.png`) });
        }
      }
      await page.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(url);
  const pdf = join(out, `${name}-print.pdf`);
  await page.pdf({ path: pdf, tagged: true, outline: true, preferCSSPageSize: true, format: "A4" });
  await page.close();
  try {
    execFileSync("pdftoppm", ["-png", "-r", "70", pdf, join(out, `${name}-print`)]);
    rmSync(pdf);
  } catch {
    console.log(`${pdf} stays a PDF: there is no pdftoppm (Debian: poppler-utils).`);
  }
}
await browser.close();
console.log(`Screenshots in ${out}`);
