// The browser that the checks use: what CHROMIUM names, else an installed
// Chromium, else the one that npm carries for Linux (chromium/package.json).
//
//     node browser.mjs --at-hand      prints where it is; exit status 1 if none runs

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { chromium } from "playwright-core";

export const WIDTHS = { wide: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
export const SCHEMES = ["light", "dark"];

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const HERE = fileURLToPath(new URL("./chromium/", import.meta.url));
const CARRIED = join(HERE, "node_modules/@sparticuz/chromium/bin");
const UNPACKED = join(HERE, "unpacked");

/** The carried Chromium with its libraries and typefaces, unpacked once. */
function unpacked() {
  if (!existsSync(join(CARRIED, "chromium.br"))) return null;
  if (!existsSync(UNPACKED)) {
    const part = `${UNPACKED}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    const plain = (name) => brotliDecompressSync(readFileSync(join(CARRIED, `${name}.br`)));
    writeFileSync(join(part, "chromium"), plain("chromium"), { mode: 0o755 });
    for (const name of ["al2023.tar", "swiftshader.tar", "fonts.tar"]) execFileSync("tar", ["-x", "-C", part, "--no-same-owner"], { input: plain(name) });
    const places = [join(UNPACKED, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
    writeFileSync(join(part, "fonts.conf"), `<?xml version="1.0"?><fontconfig>${places.map((place) => `<dir>${place}</dir>`).join("")}</fontconfig>\n`);
    const around = `#!/bin/sh\nLD_LIBRARY_PATH='${join(UNPACKED, "lib")}' FONTCONFIG_FILE='${join(UNPACKED, "fonts.conf")}' exec '${join(UNPACKED, "chromium")}' "$@"\n`;
    writeFileSync(join(part, "run"), around, { mode: 0o755 });
    if (existsSync(UNPACKED)) rmSync(part, { recursive: true });
    else renameSync(part, UNPACKED);
  }
  return join(UNPACKED, "run");
}

/** What to launch; null where there is nothing. */
function found() {
  const named = process.env.CHROMIUM;
  if (named && named !== "npm") return existsSync(named) ? named : null;
  return (!named && INSTALLED.find((path) => existsSync(path))) || unpacked();
}

export async function launch() {
  const executablePath = found();
  if (!executablePath) {
    console.error("No Chromium is at hand. On Debian: apt-get install chromium fonts-noto-core; or name one in CHROMIUM.");
    process.exit(1);
  }
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
}

/** The pages of a report folder: name and address of each, index first, the whole in one file last. */
export function pages(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".html")) : [];
  if (!files.length) {
    console.error(`No pages in ${folder}. Run closereading first.`);
    process.exit(1);
  }
  const place = (file) => (file === "index.html" ? 0 : whole(file) ? 2 : 1);
  files.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return files.map((file) => ({ name: basename(file, ".html"), whole: whole(file), file: resolve(folder, file), url: pathToFileURL(resolve(folder, file)).href }));
}

const whole = (file) => file.endsWith("-report.html");

if (process.argv[2] === "--at-hand") {
  try {
    await (await launch()).close();
    console.log(found());
  } catch (error) {
    console.error(String(error.message ?? error).split("\n")[0]);
    process.exit(1);
  }
}
