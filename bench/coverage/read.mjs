/**
 * Reads the rows of `run.mjs` and writes a part of docs/coverage.md: by kind of number, the standard deviation of estimates over the
 * standard error they claim, tested against 1, and the share of 95 % intervals that hold the truth, tested against 95 %; all tests of a
 * study jointly (Holm 1979, 1 %).
 *
 *     node bench/coverage/read.mjs "TITLE" rows.jsonl [--each]
 */
import { readFileSync } from "node:fs";
import { lnGamma } from "../../dist/foundation/maths/gamma.js";
import { normalCdf, normalQuantile } from "../../dist/foundation/maths/special.js";

const [title, file, each] = process.argv.slice(2);
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const truth = rows.find(({ seed }) => seed === 1);
const runs = rows.filter(({ seed }) => seed !== 1);

/** Two-sided p of a standard normal. */
const normalP = (z) => 2 * normalCdf(-Math.abs(z));

/** Where the truth of a large run may lie beside what it says: middles of so many equally likely parts, in its standard errors. */
const parts = 41;
const shifts = Array.from({ length: parts }, (_, k) => normalQuantile((k + 0.5) / parts));

/** Two-sided p of so many intervals that hold a truth known with an error of `blur` standard errors of theirs, the same for all. */
function coverageP(hits, n, blur) {
  let [below, above] = [0, 0];
  for (const shift of shifts) {
    const p = normalCdf(1.959964 - shift * blur) - normalCdf(-1.959964 - shift * blur);
    for (let k = 0; k <= n; k++) {
      const chance = Math.exp(
        lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p),
      );
      if (k <= hits) below += chance / parts;
      if (k >= hits) above += chance / parts;
    }
  }
  return Math.min(1, 2 * Math.min(below, above));
}

const names = Object.keys(truth.found).filter((name) => runs.every(({ found }) => name in found));
const table = names.map((name) => {
  const [t, tse] = truth.found[name];
  const all = runs.map(({ found }) => found[name]);
  const n = all.length;
  const mean = all.reduce((s, [m]) => s + m, 0) / n;
  const varOf = all.reduce((s, [m]) => s + (m - mean) ** 2, 0) / (n - 1);
  const claimed = all.reduce((s, [, e]) => s + e * e, 0) / n;
  const ratio = Math.sqrt(varOf / claimed);
  // standard error of the log ratio, for tails of any weight
  const fourth = all.reduce((s, [m]) => s + (m - mean) ** 4, 0) / n / varOf ** 2;
  const mean2 = all.reduce((s, [, e]) => s + ((e * e) / claimed - 1) ** 2, 0) / n;
  const se = 0.5 * Math.sqrt((fourth - 1) / n + mean2 / n);
  const covered = all.filter(([, , low, high]) => t >= low && t <= high).length;
  return {
    name,
    kind: name.split("|").slice(0, 2).join(", "),
    ratio,
    ratioP: normalP(Math.log(ratio) / se),
    coverage: covered / n,
    coverageP: coverageP(covered, n, tse / Math.sqrt(claimed)),
    bias: (mean - t) / Math.sqrt(claimed),
  };
});
const tests = table
  .flatMap(({ name, ratio, ratioP, coverage, coverageP: p }) => [
    { name, what: `ratio ${ratio.toFixed(2)}`, p: ratioP },
    { name, what: `coverage ${coverage.toFixed(3)}`, p },
  ])
  .sort((a, b) => a.p - b.p);
const failed = [];
for (const [k, one] of tests.entries()) {
  if (one.p * (tests.length - k) > 0.01) break;
  failed.push(one);
}
const kinds = new Map();
for (const row of table) kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row]);
const three = (values, places) =>
  [Math.min(...values), values.reduce((a, b) => a + b, 0) / values.length, Math.max(...values)]
    .map((x) => x.toFixed(places))
    .join(" | ");

console.log(`## ${title}\n`);
console.log(
  `${runs.length} runs of ${runs[0].worlds} worlds; the truth from one of ${truth.worlds}. ${table.length} numbers, ${tests.length} tests; ` +
    `rejected jointly at 1 %: ${failed.length}.\n`,
);
console.log(
  "| kind | numbers | SD ÷ claimed SE: least | mean | most | coverage: least | mean | most | off, in SE: least | most |",
);
console.log(`| --- |${" --: |".repeat(9)}`);
for (const [kind, some] of each ? table.map((row) => [row.name.replaceAll("|", ", "), [row]]) : kinds) {
  const of = (key) => some.map((one) => one[key]);
  const off = [Math.min(...of("bias")), Math.max(...of("bias"))].map((x) => x.toFixed(2)).join(" | ");
  console.log(`| ${kind} | ${some.length} | ${three(of("ratio"), 2)} | ${three(of("coverage"), 3)} | ${off} |`);
}
if (failed.length > 0) console.log("\nRejected:\n");
for (const { name, what, p } of failed)
  console.log(`- ${name.replaceAll("|", ", ")}: ${what} (p = ${p.toExponential(1)})`);
console.log();
