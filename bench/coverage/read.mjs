/** Reads the rows of `run.mjs` and tests them jointly: ratio of standard deviation to standard error against 1, coverage against 95 %. */
import { readFileSync } from "node:fs";
import { lnGamma } from "../../dist/foundation/gamma.js";
import { normalCdf } from "../../dist/foundation/special.js";

const [file, detail] = process.argv.slice(2);
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const truth = rows.find(({ seed }) => seed === 1);
const runs = rows.filter(({ seed }) => seed !== 1);

/** Two-sided p of a standard normal. */
const normalP = (z) => 2 * normalCdf(-Math.abs(z));

/** Two-sided exact p: all counts that are no more likely than the one found. */
function binomialP(hits, n, p) {
  const choose = (k) => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
  const at = (k) => Math.exp(choose(k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
  const own = at(hits) * (1 + 1e-9);
  let total = 0;
  for (let k = 0; k <= n; k++) if (at(k) <= own) total += at(k);
  return Math.min(1, total);
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
  const covered = all.filter(([, e, low, high]) => {
    const widen = Math.sqrt(1 + (tse * tse) / (e * e));
    const middle = (low + high) / 2;
    return t >= middle + (low - middle) * widen && t <= middle + (high - middle) * widen;
  }).length;
  const bias = (mean - t) / Math.sqrt(varOf / n + tse * tse);
  return {
    name,
    ratio,
    ratioP: normalP(Math.log(ratio) / se),
    coverage: covered / n,
    coverageP: binomialP(covered, n, 0.95),
    bias,
    biasSize: (mean - t) / Math.sqrt(claimed),
  };
});
const tests = table
  .flatMap(({ name, ratioP, coverageP }) => [
    { name: `${name} ratio`, p: ratioP },
    { name: `${name} coverage`, p: coverageP },
  ])
  .sort((a, b) => a.p - b.p);
const failed = [];
for (const [k, one] of tests.entries()) {
  if (one.p * (tests.length - k) > 0.01) break;
  failed.push(one);
}
const kinds = new Map();
for (const row of table) {
  const kind = row.name.split("|").slice(0, 2).join("|");
  kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
}
const f = (x, d = 2) => x.toFixed(d);
console.log(
  `${runs.length} runs of ${runs[0].worlds} worlds against ${truth.worlds}; ${tests.length} tests, Holm 1 %: ${failed.length} rejected`,
);
console.log("kind".padEnd(34), "n", "SD/SE min mean max", "coverage min mean max", "bias/SE min..max");
for (const [kind, some] of kinds) {
  const of = (key) => some.map((one) => one[key]);
  const three = (v, d) =>
    [Math.min(...v), v.reduce((a, b) => a + b, 0) / v.length, Math.max(...v)].map((x) => f(x, d)).join(" ");
  console.log(
    kind.padEnd(34),
    some.length,
    "|",
    three(of("ratio")),
    "|",
    three(of("coverage"), 3),
    "|",
    f(Math.min(...of("biasSize"))),
    f(Math.max(...of("biasSize"))),
  );
}
for (const one of failed.slice(0, 30)) console.log("REJECTED", one.name, one.p.toExponential(1));
if (detail)
  for (const one of table)
    console.log(one.name.padEnd(60), f(one.ratio), f(one.coverage, 3), f(one.bias, 1), f(one.biasSize));
