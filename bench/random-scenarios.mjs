/**
 * Scenarios at random for studies of methods: small teams over one or two years and 2 to 12 designs, some of them unlike each other,
 * some variations of one another that differ in a single setting by little or much. Number n is always the same scenario.
 */

import { numberOfName } from "../dist/foundation/maths/name-number.js";
import { fillUniforms } from "../dist/foundation/maths/random.js";

const seed = 20270401;
const mostDraws = 4000;

/** Draws of one scenario, one after another. */
function dice(number) {
  const words = new Float64Array(mostDraws);
  fillUniforms(words, 0, 1, mostDraws, seed, numberOfName("random scenarios"), number, 0, 0);
  let next = 0;
  const u = () => words[next++];
  const pick = (list) => list[Math.floor(u() * list.length)];
  return { u, pick, between: (low, high) => low + (high - low) * u(), chance: (p) => u() < p };
}

const measures = [
  "account revenue",
  "profitability",
  "customer satisfaction",
  "executive access",
  "matrix team coordination",
  "account plans kept current",
  "co-creation work",
  "time with customers",
  "relationship quality",
  "adoption of co-created solutions",
];

const round = (value, digits = 3) => Number(value.toPrecision(digits));

const some = (list, count, u) =>
  list
    .map((one) => [u(), one])
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, one]) => one);

/** A card and a reward as numbers, so that one of them can be moved: near the scenario's budget, on some of its measures. */
function randomDesign({ u, pick, between, chance }, { periods, budget, pool }) {
  const chosen = some(pool, 1 + Math.floor(u() * pool.length), u);
  return {
    form: pick(["cash bonus", "cash bonus", "salary increase", "recognition"]),
    pay: budget * between(0.9, 1.1),
    period: pick(periods),
    parts: chosen.map((measure) => ({ measure, weight: between(0.5, 2) })),
    curve: pick(["target", "target", "linear", "steps"]),
    threshold: between(0.7, 0.98),
    atThreshold: between(0.2, 0.9),
    accelerator: between(1, 5),
    end: between(1.1, 1.6),
    rate: between(0.5, 3),
    isTeam: chance(0.1),
  };
}

/** The same design with one thing changed, by little or by much. */
function variation(from, { u, pick, between }, { periods, pool }) {
  const size = pick([0.01, 0.03, 0.1, 0.3]);
  const moved = (value) => value * (1 + size * (u() < 0.5 ? -1 : 1));
  const what = pick(["pay", "weight", "threshold", "end", "period", "form", "measure"]);
  if (what === "pay") return { ...from, pay: moved(from.pay) };
  if (what === "threshold")
    return { ...from, threshold: Math.min(0.99, moved(from.threshold)), rate: moved(from.rate) };
  if (what === "end") return { ...from, end: Math.max(1.05, moved(from.end)), rate: moved(from.rate) };
  if (what === "period") return { ...from, period: pick(periods) };
  if (what === "form") return { ...from, form: pick(["cash bonus", "salary increase", "recognition"]) };
  const k = Math.floor(u() * from.parts.length);
  const unused = pool.filter((one) => from.parts.every(({ measure }) => measure !== one));
  const part =
    (what === "measure" || from.parts.length === 1) && unused.length > 0
      ? { measure: pick(unused), weight: from.parts[k].weight * between(0.8, 1.2) }
      : { ...from.parts[k], weight: moved(from.parts[k].weight) };
  return { ...from, parts: from.parts.map((one, p) => (p === k ? part : one)) };
}

function curveOf({ curve, threshold, atThreshold, accelerator, end, rate }) {
  if (curve === "linear") return { kind: "linear", rate: round(rate), "up to attainment": `${round(100 * end, 4)} %` };
  if (curve === "steps") {
    const steps = [threshold, 1, end].map((at, k) => ({
      at: `${round(100 * at, 4)} %`,
      pays: `${[round(100 * atThreshold), 100, round(100 + 50 * rate)][k]} %`,
    }));
    return { kind: "steps", steps };
  }
  return {
    kind: "target",
    threshold: `${round(100 * threshold, 4)} %`,
    "pays at threshold": `${round(100 * atThreshold)} %`,
    accelerator: round(accelerator),
    "up to attainment": `${round(100 * end, 4)} %`,
  };
}

/** Of annual pay: a raise lasts and a recognition is cheap, so that their amounts are smaller. */
const sizes = { "cash bonus": 1, "salary increase": 0.4, recognition: 0.3 };

function inFile(design) {
  const total = design.parts.reduce((sum, one) => sum + one.weight, 0);
  const shares = design.parts.map(({ weight }) => Math.round((1000 * weight) / total) / 10);
  shares[0] += 100 - shares.reduce((sum, one) => sum + one, 0);
  return {
    period: `${design.period} months`,
    weights: Object.fromEntries(design.parts.map(({ measure }, k) => [measure, `${round(shares[k], 5)} %`])),
    rewards: [
      {
        kind: design.form,
        "at target": `${round(100 * design.pay * sizes[design.form], 4)} % of base salary`,
        curve: curveOf(design),
        ...(design.isTeam && design.form !== "salary increase" ? { for: "team" } : {}),
      },
    ],
    note: "drawn at random",
  };
}

/** Scenario number n as the data of a file. Some are all alike, some all different, most have families. */
export function randomScenario(number) {
  const drawn = dice(number);
  const { u, pick, between, chance } = drawn;
  const count = 2 + Math.floor(u() * 11);
  const years = pick([1, 1, 2]);
  const periods = years === 1 ? [3, 6, 12] : [6, 12, 24];
  const about = { periods, budget: between(0.05, 0.3), pool: some(measures, 2 + Math.floor(u() * 3), u) };
  const kinship = pick([0, 0.5, 0.8, 1]);
  const designs = [randomDesign(drawn, about)];
  while (designs.length < count)
    designs.push(chance(kinship) ? variation(pick(designs), drawn, about) : randomDesign(drawn, about));
  return {
    rewardlab: 2,
    title: `Random scenario ${number}`,
    horizon: { value: `${years} years`, note: "drawn at random" },
    team: { managers: pick([1, 2, 3]), salary: "72 000 EUR/year", source: "assumption" },
    accounts: {
      "per manager": pick([1, 2, 3]),
      "account revenue": "1.2M EUR/year",
      margin: "30 %",
      source: "assumption",
    },
    designs: Object.fromEntries(designs.map((one, k) => [`d${k + 1}`, inFile(one)])),
    run: { worlds: 200, seed: 1_000_000 + number },
  };
}
