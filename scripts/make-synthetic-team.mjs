// Writes data/synthetic-team: 24 invented managers over three years, the same bytes for the same seed.
//   node scripts/make-synthetic-team.mjs [--seed 20260101] [--out data/synthetic-team]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const managers = 24;
const accountsEach = 5;
const years = [2023, 2024, 2025];
const segments = ["industry", "health", "retail"];
const inputs = [
  "executive_access",
  "matrix_team_coordination",
  "account_plans_kept_current",
  "co_creation_work",
  "time_with_customers",
];

/** Uniform numbers from 0 to 1 (mulberry32, Tommy Ettinger 2017, public domain). */
function uniforms(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}

/** Nearly normal numbers, the sum of twelve uniforms: no function whose last digit differs between engines. */
const normals = (uniform) => () => {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += uniform();
  return sum;
};

const id = (kind, number) => `SYN-${kind}${String(number).padStart(kind === "M" ? 2 : 3, "0")}`;

/** Payout at an attainment: nothing below 90 %, half there, all at target, double at 120 %, no more above. */
function payout(attainment) {
  if (attainment < 0.9) return 0;
  if (attainment < 1) return 0.5 + 5 * (attainment - 0.9);
  return 1 + 5 * (Math.min(attainment, 1.2) - 1);
}

/** Managers as they are hired. */
function makeManagers(uniform, normal) {
  return Array.from({ length: managers }, (_, m) => {
    const isFromSales = uniform() < 0.4;
    return {
      id: id("M", m + 1),
      team: "ABCD"[Math.floor(m / 6)],
      background: isFromSales ? "sales" : "account management",
      hired: 2012 + Math.floor(uniform() * 11),
      salary: 500 * Math.round((72_000 + 6_000 * normal()) / 500),
      ability: 1 + 0.15 * normal(),
      push: isFromSales ? 0.04 : 0,
    };
  });
}

/** One account over the years: growth, luck, loss. In the year after a loss an account of half the size takes its place. */
function makeAccount(number, manager, market, { uniform, normal }) {
  let revenue = Math.max(150_000, 1_200_000 * (1 + 0.4 * normal()));
  let satisfaction = 1 + 0.05 * normal();
  const revenues = [];
  const satisfactions = [];
  const lost = [];
  for (const [y, year] of years.entries()) {
    const skill = 0.1 * (manager.ability - 1) + manager.push * (y === 0 ? 1 : -0.5);
    revenue *= 1.06 * (1 + Math.max(-0.6, skill + market[y] + 0.16 * normal()));
    const isLost = uniform() < 0.1 * Math.max(0, 1 - 1.5 * (satisfaction - 1));
    const months = isLost ? 1 + Math.floor(uniform() * 11) : 12;
    revenues.push(Math.round((revenue * months) / 12));
    satisfactions.push((satisfaction + 0.08 * normal()).toFixed(2));
    satisfaction += 0.05 * (manager.ability - 1) - manager.push / 4 + 0.03 * normal();
    if (!isLost) continue;
    lost.push(year);
    revenue /= 2;
    satisfaction = 0.95;
  }
  const margin = (0.3 + 0.04 * normal()).toFixed(3);
  const segment = segments[Math.floor(uniform() * 3)];
  return { id: id("A", number), manager: manager.id, segment, margin, revenues, satisfactions, lost: lost.join(" ") };
}

/** One manager's years: target, result, readings, bonus. Half of what was gained or missed is built into the next target. */
function makeHistory(manager, own, { uniform, normal }) {
  const bonus = 0.2 * manager.salary;
  let target = 5_000 * Math.round((own.reduce((sum, one) => sum + one.revenues[0], 0) * (1 + 0.04 * normal())) / 5_000);
  return years.map((year, y) => {
    const revenue = own.reduce((sum, one) => sum + one.revenues[y], 0);
    const attainment = revenue / target;
    const satisfaction = own.reduce((sum, one) => sum + Number(one.satisfactions[y]), 0) / own.length;
    const readings = inputs.map(() => Math.max(0.2, manager.ability - manager.push + 0.2 * normal()).toFixed(2));
    const paid = Math.round(bonus * payout(attainment));
    const hasLeft = uniform() < (paid === 0 ? 0.2 : 0.09);
    const row = [manager.id, year, target, revenue, attainment.toFixed(4), satisfaction.toFixed(3)];
    target = 5_000 * Math.round(((target + 0.5 * (revenue - target)) * 0.98) / 5_000);
    return [...row, ...readings, bonus, paid, hasLeft ? "yes" : "no"];
  });
}

const csv = (header, rows) => `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;

/** Name and text of every file of the synthetic team. */
export function syntheticTeam(seed) {
  const uniform = uniforms(seed);
  const luck = { uniform, normal: normals(uniform) };
  const market = years.map(() => 0.03 * luck.normal());
  const people = makeManagers(luck.uniform, luck.normal);
  const accounts = people.flatMap((manager, m) =>
    Array.from({ length: accountsEach }, (_, a) => makeAccount(m * accountsEach + a + 1, manager, market, luck)),
  );
  const history = people.flatMap((manager) =>
    makeHistory(
      manager,
      accounts.filter((one) => one.manager === manager.id),
      luck,
    ),
  );
  return {
    "roster.csv": csv(
      ["synthetic_manager", "team", "background", "hired_year", "salary_eur_per_year", "bonus_at_target_eur_per_year"],
      people.map((one) => [one.id, one.team, one.background, one.hired, one.salary, 0.2 * one.salary]),
    ),
    "accounts.csv": csv(
      [
        "synthetic_account",
        "synthetic_manager",
        "segment",
        "margin_share",
        ...years.map((year) => `revenue_${year}_eur`),
        ...years.map((year) => `satisfaction_${year}`),
        "lost_years",
      ],
      accounts.map((one) => [
        one.id,
        one.manager,
        one.segment,
        one.margin,
        ...one.revenues,
        ...one.satisfactions,
        one.lost,
      ]),
    ),
    "history.csv": csv(
      [
        "synthetic_manager",
        "year",
        "revenue_target_eur",
        "revenue_eur",
        "attainment",
        "customer_satisfaction",
        ...inputs,
        "bonus_at_target_eur",
        "bonus_paid_eur",
        "left_during_year",
      ],
      history,
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const usual = join(fileURLToPath(new URL("../data/synthetic-team", import.meta.url)));
  const { values } = parseArgs({
    options: { seed: { type: "string", default: "20260101" }, out: { type: "string", default: usual } },
  });
  mkdirSync(values.out, { recursive: true });
  for (const [name, text] of Object.entries(syntheticTeam(Number(values.seed))))
    writeFileSync(join(values.out, name), text);
}
