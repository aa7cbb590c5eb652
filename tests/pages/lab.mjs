// JupyterLab for the checks of what is done by hand in a notebook: started on a
// folder, a notebook opened in a browser's window and run from top to bottom.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const PYTHON = process.env.PYTHON ?? join(ROOT, ".venv/bin/python");
const PATIENCE = 120_000; // milliseconds for a kernel to start and cells to run

const free = () => new Promise((resolve) => { const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => resolve(port)); }); });
export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A JupyterLab on a folder, with settings of its own; `stop` ends it. */
export async function lab(folder) {
  if (!existsSync(PYTHON)) throw new Error(`No Python at ${PYTHON}: run "make test" first.`);
  const port = await free();
  const own = (name) => { const path = join(folder, ".jupyter", name); mkdirSync(path, { recursive: true }); return path; };
  const env = { ...process.env, CLOSEREADING_HOME: ROOT, JUPYTER_CONFIG_DIR: own("config"), JUPYTER_DATA_DIR: own("data"), JUPYTER_RUNTIME_DIR: own("runtime"), IPYTHONDIR: own("ipython"), JUPYTERLAB_WORKSPACES_DIR: own("workspaces"), JUPYTERLAB_SETTINGS_DIR: own("settings") };
  const log = [];
  const server = spawn(PYTHON, ["-m", "jupyterlab", "--allow-root", "--no-browser", "--expose-app-in-browser", "--ip=127.0.0.1", `--port=${port}`, "--ServerApp.port_retries=0", "--IdentityProvider.token=tok", `--ServerApp.root_dir=${folder}`], { env, cwd: folder });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => log.push(String(data)));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 400; tries += 1) {
    if (server.exitCode !== null) throw new Error(`JupyterLab did not start:\n${log.join("").slice(-2000)}`);
    if (await fetch(`${address}/api/status?token=tok`).then((reply) => reply.ok, () => false)) break;
    await wait(250);
  }
  return { address, stop: () => new Promise((resolve) => { server.once("exit", resolve); server.kill("SIGTERM"); setTimeout(() => server.kill("SIGKILL"), 8000).unref(); }) };
}

/** The notebook of the collection, in the folder, with other parameters. */
export function notebook(folder, name, parameters, as = name) {
  const source = JSON.parse(readFileSync(join(ROOT, "notebooks", `${name}.ipynb`), "utf8"));
  const cell = source.cells.find((one) => one.metadata.tags?.includes("parameters"));
  cell.source = Object.entries(parameters).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  writeFileSync(join(folder, `${as}.ipynb`), JSON.stringify(source));
  return `${as}.ipynb`;
}

/** Open a notebook in a page, wait for its kernel, run all its cells. */
export async function opened(page, address, name, { run = true } = {}) {
  page.setDefaultTimeout(PATIENCE);
  page.on("dialog", (dialog) => dialog.accept()); // "leave this page?"
  await page.goto(`${address}/lab/tree/${name}?token=tok&reset`);
  await page.waitForFunction(() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === "idle");
  if (run) await runAll(page);
}

export async function runAll(page) {
  await page.evaluate(() => window.jupyterapp.commands.execute("notebook:run-all-cells"));
}

/** What the notebook's kernel prints when it runs some code. */
export const asked = (page, code) => page.evaluate(async (source) => {
  const future = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code: source });
  let printed = "";
  future.onIOPub = (message) => { if (message.header.msg_type === "stream") printed += message.content.text; };
  await future.done;
  return printed.trim();
}, code);

/** The errors that the notebook's cells show. */
export const errors = (page) => page.evaluate(() => {
  const { cells } = window.jupyterapp.shell.currentWidget.content.model;
  return [...Array(cells.length).keys()].flatMap((n) => { const { outputs } = cells.get(n); return outputs ? [...Array(outputs.length).keys()].map((k) => outputs.get(k)).filter((output) => output.type === "error").map((output) => output.toJSON().evalue) : []; });
});
