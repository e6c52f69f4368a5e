/**
 * Do errors shrink as 1/√worlds? Standard deviation of estimates from seed to seed times √worlds, over that of the first file, by kind
 * of number (geometric mean over designs), with the standard error of the smallest number of seeds.
 *
 *     node bench/coverage/shrink.mjs rows-200.jsonl rows-800.jsonl rows-5000.jsonl
 */
import { readFileSync } from "node:fs";

const sets = process.argv.slice(2).map((file) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ seed }) => seed !== 1),
);
const names = Object.keys(sets[0][0].found).filter((name) =>
  sets.every((runs) => runs.every(({ found }) => name in found)),
);

/** Logarithm of the standard deviation of an estimate, as if of one world. */
const spread = (runs, name) => {
  const all = runs.map(({ found }) => found[name][0]);
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const variance = all.reduce((a, b) => a + (b - mean) ** 2, 0) / (all.length - 1);
  return 0.5 * Math.log(variance * runs[0].worlds);
};
const kinds = new Map();
for (const name of names) {
  const kind = name.split("|").slice(0, 2).join(", ");
  kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
}
console.log(`| kind | ${sets.map((runs) => `${runs[0].worlds} worlds, ${runs.length} seeds`).join(" | ")} |`);
console.log(`| --- |${" --: |".repeat(sets.length)}`);
for (const [kind, some] of kinds) {
  const of = sets.map((runs) => some.reduce((sum, name) => sum + spread(runs, name), 0) / some.length);
  console.log(`| ${kind} | ${of.map((one) => Math.exp(one - of[0]).toFixed(2)).join(" | ")} |`);
}
const errors = sets.map((runs) => (1 / Math.sqrt(2 * (runs.length - 1))).toFixed(2));
console.log(`\nOne such number alone has a standard error of ${errors.join(", ")}.\n`);
