import type { Estimate } from "../../foundation/maths/summary.js";
import {
  type DataTable,
  number,
  plainColumn,
  tableOf,
  tableOfCells,
  textColumn,
  whole,
} from "../../foundation/tables/data-table.js";
import type { Quantile } from "../../results/compare.js";
import type { Attainments } from "../../results/people/attainments.js";
import type { Earnings } from "../../results/people/earnings.js";
import type { Fan } from "../../results/people/fan.js";
import type { PayPerformance } from "../../results/people/pay-performance.js";
import type { PayoutTimeline } from "../../results/people/payout-timeline.js";
import { estimates, shares, unitIn, values } from "./columns.js";

type Known = Estimate | Quantile | { readonly share: number; readonly low: number; readonly high: number } | number;

interface Said {
  readonly what: string;
  readonly unit: string;
  readonly known: Known | undefined;
}

const numberOf = (known: Known): number =>
  typeof known === "number" ? known : "mean" in known ? known.mean : "value" in known ? known.value : known.share;

/** Single numbers of a result, a row each; those it does not have are left out. */
const summary = (
  name: string,
  of: { readonly design: string; readonly response: string },
  rows: readonly Said[],
): DataTable =>
  tableOf(
    name,
    "One number of the result.",
    rows.flatMap(({ known, ...one }) => (known === undefined ? [] : [{ ...one, known }])),
    [
      textColumn("design", "name in the scenario file", () => of.design),
      textColumn("response", "how managers react", () => of.response),
      textColumn("what", "the number is", (one) => one.what),
      textColumn("unit", "what 1 of it is", (one) => one.unit),
      number("value", "as the unit says", "the number", (one) => numberOf(one.known)),
      number("low", "as the unit says", "lower end of its 95 % interval", (one) =>
        typeof one.known === "number" ? undefined : one.known.low,
      ),
      number("high", "as the unit says", "upper end of its 95 % interval", (one) =>
        typeof one.known === "number" ? undefined : one.known.high,
      ),
    ],
  );

export function attainmentsTables(found: Attainments): DataTable[] {
  const of = (what: string, unit: string, known: Known | undefined): Said => ({ what, unit, known });
  const closes = "share of closes";
  return [
    summary("attainment", found, [
      of("mean", "score", found.mean),
      of("P10", "score", found.p10),
      of("P50", "score", found.p50),
      of("P90", "score", found.p90),
      of("below the threshold", closes, found.belowThreshold),
      of("at or above target", closes, found.atTarget),
      of("at or above the cap", closes, found.atCap),
      of("period not served in full", closes, found.truncated),
    ]),
    tableOf("attainment bins", "How often scores lie in one range.", found.bins, [
      number("from", "score", "this one and above", (one) => one.from),
      number("to", "score", "below this one", (one) => one.to),
      whole("closes", "closes", "in the range", (one) => one.closes),
      ...shares<Attainments["bins"][number]>("share", closes, "in the range", (one) => one.share),
    ]),
  ];
}

export function earningsTables(found: Earnings): DataTable[] {
  const money = `${found.about.currency}/year`;
  const spread = (["total", "variable"] as const).flatMap((kind) =>
    (["mean", "p10", "p25", "p50", "p75", "p90"] as const).map((name): Said => {
      const what = `${kind} pay, ${name === "mean" ? name : name.toUpperCase()}`;
      return { what, unit: money, known: found[kind][name] };
    }),
  );
  const { total, variable, world } = found;
  const columns = [
    plainColumn("world", "whole", "number of the world, from 0"),
    plainColumn("total pay", "number", "salary and all cash from rewards", money),
    plainColumn("variable pay", "number", "cash from rewards that pay on a score", money),
  ];
  return [
    summary("earnings", found, [
      ...spread,
      { what: "variable part of all cash", unit: "share", known: found.variableShare },
      { what: "Gini coefficient of total pay", unit: "0–1", known: found.gini },
      { what: "seat-years held by one person throughout", unit: "share", known: found.whole },
    ]),
    {
      name: "manager-years",
      summary: "What one manager earned in one whole year.",
      columns,
      rows: world.length,
      pieces: () => [[world, total.values, variable.values]],
    },
  ];
}

export function payPerformanceTables(found: PayPerformance): DataTable[] {
  const money = `${found.about.currency}/year`;
  const { points } = found;
  const parts = (["pay", "attainment"] as const).flatMap((name) =>
    (["skill", "circumstances", "luck"] as const).map(
      (part): Said => ({
        ...{ what: `${part} in ${name}`, unit: "share of the variance" },
        known: found[name]?.[part],
      }),
    ),
  );
  const correlations = [
    ["pay with attainment", found.payWithAttainment],
    ["pay with ability", found.payWithAbility],
    ["pay with luck", found.payWithLuck],
    ["attainment with ability", found.attainmentWithAbility],
  ] as const;
  return [
    summary("pay and performance", found, [
      ...correlations.map(([what, known]): Said => ({ what, unit: "correlation", known })),
      ...parts,
    ]),
    {
      name: "manager-years",
      summary: "Pay and performance of one manager in one whole year.",
      columns: [
        plainColumn("world", "whole", "number of the world, from 0"),
        plainColumn("manager", "whole", "seat in the team, from 0"),
        plainColumn("year", "whole", "from 1"),
        plainColumn("attainment", "number", "of the main card", "score"),
        plainColumn("pay", "number", "earned through rewards that pay on a score", money),
        plainColumn("ability", "number", "1 is the average applicant", "index"),
        plainColumn("effort", "number", "1 is normal", "index"),
        plainColumn("luck", "number", "attainment less what was foreseen", "score"),
      ],
      rows: points.world.length,
      pieces: () => [
        [
          points.world,
          points.manager,
          points.year,
          points.attainment,
          points.pay,
          points.ability,
          points.effort,
          points.luck,
        ],
      ],
    },
  ];
}

const moneyKinds = [
  ["earned", "by the month's work, at face value"],
  ["accrued", "cost to the firm as it arises, with on-costs"],
  ["spent", "the firm's cash, with on-costs"],
  ["paid", "cash to the manager"],
] as const;

export function timelineTables({ points, rewards, about, design, response }: PayoutTimeline): DataTable[] {
  const money = `${about.currency} per KAM`;
  const months = Array.from({ length: points.length }, (_, k) => points[k].month);
  return [
    tableOf("reward money", "Reward money of one month.", points, [
      textColumn("design", "name in the scenario file", () => design),
      textColumn("response", "how managers react", () => response),
      whole("month", "", "from 1", (one) => one.month),
      ...moneyKinds.flatMap(([name, meaning]) =>
        estimates<PayoutTimeline["points"][number]>(name, money, meaning, (one) => one[name]),
      ),
    ]),
    tableOfCells(
      "money by reward",
      "Money of one reward in one month, mean over worlds.",
      [
        plainColumn("reward", "text", "as people read it"),
        plainColumn("form", "text", "of reward"),
        plainColumn("month", "whole", "from 1"),
        ...moneyKinds.map(([name, meaning]) => plainColumn(name, "number", meaning, money)),
      ],
      rewards.flatMap((one) =>
        months.map((month, k) => [one.title, one.form, month, ...moneyKinds.map(([name]) => one[name][k])]),
      ),
    ),
  ];
}

export function fanTables({ points, quantity, about, design, response }: Fan): DataTable[] {
  const unit = `${unitIn(quantity.unit, about.currency)} ${quantity.per}`;
  return [
    tableOf("fan", "The quantity in one month: how the team's mean spreads over worlds.", points, [
      textColumn("design", "name in the scenario file", () => design),
      textColumn("response", "how managers react", () => response),
      textColumn("quantity", "name", () => quantity.name),
      whole("month", "", "from 1", (one) => one.month),
      ...estimates<Fan["points"][number]>("mean", unit, quantity.summary, (one) => one.mean),
      ...(["p10", "p25", "p50", "p75", "p90"] as const).flatMap((name) =>
        values<Fan["points"][number]>(name.toUpperCase(), unit, "quantile over worlds", (one) => one[name]),
      ),
    ]),
  ];
}
