// The browser that the checks use: Debian's Chromium, or what CHROMIUM names.

import { existsSync, readdirSync } from "node:fs";
import { resolve, basename } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const WIDTHS = { wide: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
export const SCHEMES = ["light", "dark"];

export async function launch() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = known.find((path) => path && existsSync(path));
  if (!executablePath) {
    console.error("No Chromium is installed. On Debian: apt-get install chromium fonts-noto-core; or name one in CHROMIUM.");
    process.exit(1);
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
}

/** The pages of a report folder: name and address of each, index first. */
export function pages(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".html")).sort();
  if (!files.length) {
    console.error(`No pages in ${folder}. Run closereading first.`);
    process.exit(1);
  }
  files.sort((a, b) => (b === "index.html") - (a === "index.html"));
  return files.map((file) => ({ name: basename(file, ".html"), url: pathToFileURL(resolve(folder, file)).href }));
}
