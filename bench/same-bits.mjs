/**
 * Whether the same scenario and seed give the same bits on Node 20, 22, 24 and the current line and in Chromium: a table of hashes, and exit code 1
 * when two differ. What cannot be had on this machine is named as not run. Node versions come from npm into a folder of their own.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "rewardlab-bits-"));
const laboratory = readdirSync(join(root, "scenarios/laboratory")).filter((name) => name.endsWith(".yaml"));
const paths = [
  "kam-flagship.yaml",
  "first-steps.yaml",
  "pharma-strategic-accounts.yaml",
  ...laboratory.map((name) => `laboratory/${name}`),
];
const cases = paths.map((path) => ({ path, text: readFileSync(join(root, "scenarios", path), "utf8"), worlds: 8 }));

/** Bytes of every case's run, each with every response; the same words for Node and for a browser. */
const program = `async ({ encodeRun, parseScenario, simulate }, cases, hash) => {
  const hashes = [];
  for (const { path, text, worlds } of cases)
    hashes.push(await hash(encodeRun(await simulate(parseScenario(text, { name: path }), { replications: worlds, workers: 1 }))));
  return hashes;
}`;

function onNode(node) {
  const script = join(scratch, "bits.mjs");
  writeFileSync(
    script,
    `import { createHash } from "node:crypto";
     import { parseScenario, simulate } from ${JSON.stringify(new URL("../dist/core.js", import.meta.url).href)};
     import { encodeRun } from ${JSON.stringify(new URL("../dist/subpaths/bytes.js", import.meta.url).href)};
     const hash = async (bytes) => createHash("sha256").update(bytes).digest("hex");
     console.log(JSON.stringify(await (${program})({ encodeRun, parseScenario, simulate }, ${JSON.stringify(cases)}, hash)));`,
  );
  return JSON.parse(execFileSync(node, [script], { encoding: "utf8", maxBuffer: 1e8 }));
}

function installedNode(major) {
  const folder = join(scratch, `node${major}`);
  const { status } = spawnSync("npm", [
    "install",
    "--silent",
    "--no-audit",
    "--no-fund",
    "--prefix",
    folder,
    `node@${major}`,
  ]);
  const path = join(folder, "node_modules/node/bin/node");
  if (status !== 0 || !existsSync(path)) throw new Error(`npm could not install node@${major}`);
  return path;
}

async function inChromium() {
  const { chromium } = await import("playwright-core");
  const { build } = await import("vite");
  const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error("no Chromium; install it, or name it in CHROMIUM");
  const entry = join(scratch, "entry.js");
  const exported = ["core.js", "subpaths/bytes.js"].map((file) => JSON.stringify(join(root, "dist", file)));
  writeFileSync(entry, exported.map((path) => `export * from ${path};\n`).join(""));
  const built = await build({
    root: scratch,
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "core" } },
  });
  const code = built[0].output.map((one) => one.code).join("\n");
  // A page of this machine: sums of browsers are for safe origins only.
  const server = createServer((_, answer) => answer.end("<!doctype html><title>bits</title>")).listen(0, "127.0.0.1");
  const browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.addScriptTag({ content: code });
    const hash = `async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((one) => one.toString(16).padStart(2, "0")).join("")`;
    const hashes = await page.evaluate(
      `(${program})({ encodeRun, parseScenario, simulate }, ${JSON.stringify(cases)}, ${hash})`,
    );
    return { name: `Chromium ${browser.version()}`, hashes };
  } finally {
    await browser.close();
    server.close();
  }
}

async function attempt(name, work) {
  try {
    return await work();
  } catch (error) {
    return { name, why: String(error.message).split("\n")[0] };
  }
}

const versionOf = (node) => `Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim().slice(1)}`;
const results = [];
for (const major of [20, 22, 24, "latest"])
  results.push(
    await attempt(`Node ${major}`, () => {
      const node = installedNode(major);
      return { name: versionOf(node), hashes: onNode(node) };
    }),
  );
results.push(await attempt("Chromium", inChromium));

const ran = results.filter(({ hashes }) => hashes);
const source = createHash("sha256").update(JSON.stringify(cases)).digest("hex").slice(0, 8);
console.log(`hashes of whole runs, ${cases[0].worlds} worlds each, all responses (scenarios ${source})`);
console.log(["".padEnd(44), ...ran.map(({ name }) => name.padEnd(22))].join(""));
let differ = 0;
for (const [k, { path }] of cases.entries()) {
  const hashes = ran.map((one) => one.hashes[k]);
  const isSame = hashes.every((hash) => hash === hashes[0]);
  if (!isSame) differ++;
  console.log(
    [path.padEnd(44), ...hashes.map((hash) => hash.slice(0, 16).padEnd(22)), isSame ? "same" : "DIFFERENT"].join(""),
  );
}
for (const { name, why } of results.filter(({ hashes }) => !hashes)) console.log(`${name}: not run: ${why}`);
if (ran.length < 2) console.log("fewer than two could be run: nothing was compared");
process.exitCode = differ > 0 || ran.length < 2 ? 1 : 0;
