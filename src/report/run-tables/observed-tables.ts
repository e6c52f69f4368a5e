import {
  blank,
  type DataCell,
  type DataColumn,
  type DataTable,
  number,
  plainColumn,
  tableOf,
  textColumn,
  whole,
  yesOrNo,
} from "../../foundation/tables/data-table.js";
import type { Observations, ObservedCard, ObservedDesign, RewardMoney } from "../../simulation/observation/data.js";

const named = ({ name, response }: ObservedDesign, rows: number): readonly ArrayLike<DataCell>[] => [
  Array<string>(rows).fill(name),
  Array<string>(rows).fill(response),
];

const same = (value: DataCell, rows: number): ArrayLike<DataCell> => Array<DataCell>(rows).fill(value);
const flags = (values: ArrayLike<number>): ArrayLike<DataCell> => Array.from(values, (one) => one === 1);

const maybe = (one: DataColumn): DataColumn => ({ ...one, isOptional: true });

const who: readonly DataColumn[] = [
  plainColumn("design", "text", "name"),
  plainColumn("response", "text", "it was played under: yardsticks react to nothing"),
];
const worldColumn = plainColumn("world", "whole", "number of the world, from 0");
const seat: readonly DataColumn[] = [worldColumn, plainColumn("manager", "whole", "seat in the team, from 0")];
const rewardColumn = plainColumn("reward", "whole", "which reward of the design: see observed_rewards");

const moneyKinds = ["earned", "accrued", "spent", "paid"] as const;

const moneyColumns = (currency: string): readonly DataColumn[] => [
  plainColumn("earned", "number", "by the months worked for it, at face value", currency),
  plainColumn("accrued", "number", "cost to the firm when it arises, with on-costs", currency),
  plainColumn("spent", "number", "the firm's cash, with on-costs", currency),
  plainColumn("paid", "number", "cash to the manager", currency),
];

const moneyOf = (one: RewardMoney): readonly Float64Array[] => moneyKinds.map((kind) => one[kind]);

/** A table whose pieces come design by design. */
const byDesign = (
  seen: Observations,
  name: string,
  summary: string,
  columns: readonly DataColumn[],
  of: (design: ObservedDesign) => readonly (readonly ArrayLike<DataCell>[])[],
): DataTable => ({
  name,
  summary,
  columns: [...who, ...columns],
  rows: seen.designs.reduce((sum, one) => sum + of(one).reduce((total, piece) => total + piece[0].length, 0), 0),
  *pieces() {
    for (const design of seen.designs)
      for (const piece of of(design)) yield [...named(design, piece[0].length), ...piece];
  },
});

const closesTable = (seen: Observations): DataTable =>
  byDesign(
    seen,
    "observed_closes",
    "Every close of every scorecard.",
    [
      plainColumn("card", "whole", "which scorecard of the design, from 0: see observed_cards"),
      ...seat,
      plainColumn("month", "whole", "of the close, from 1"),
      plainColumn("attainment", "number", "1 is target", "score"),
      plainColumn("foreseen", "number", "by the manager when the period opened", "score"),
      plainColumn("served", "number", "of the period, by its present holder", "months"),
      plainColumn("truncated", "yes or no", "whether that is less than the period"),
    ],
    ({ cards }) =>
      cards.map(({ closes }, card) => [
        same(card, closes.world.length),
        ...[closes.world, closes.manager, closes.month, closes.attainment, closes.foreseen, closes.served],
        flags(closes.isTruncated),
      ]),
  );

const payoutPieces = ({ closes, rewards }: ObservedCard, card: number): readonly (readonly ArrayLike<DataCell>[])[] =>
  closes.payouts.map(({ payout, amount }, k) => [
    same(card, payout.length),
    same(rewards[k], payout.length),
    ...[closes.world, closes.manager, closes.month, payout, amount],
  ]);

const payoutsTable = (seen: Observations): DataTable =>
  byDesign(
    seen,
    "observed_payouts",
    "What each reward paid at each close.",
    [
      plainColumn("card", "whole", "which scorecard"),
      rewardColumn,
      ...seat,
      plainColumn("month", "whole", "of the close, from 1"),
      plainColumn("payout", "number", "months served counted in", "share of the amount at target"),
      plainColumn("amount", "number", "awarded, at face value; of raises a year", seen.run.currency),
    ],
    ({ cards }) => cards.flatMap(payoutPieces),
  );

const yearKinds = (currency: string): readonly DataColumn[] => [
  ...seat,
  plainColumn("year", "whole", "from 1"),
  plainColumn("length", "whole", "within the horizon", "months"),
  plainColumn("filled", "whole", "in which somebody sat in the seat", "months"),
  plainColumn("holder", "whole", "who held the seat last: 1 is the founder"),
  plainColumn("whole", "yes or no", "whether one person sat there all year"),
  plainColumn("salary", "number", "base, while the seat was filled", currency),
  plainColumn("pay", "number", "salary and all cash from rewards", currency),
  plainColumn("variable", "number", "earned by the year's work through rewards that pay on a score", currency),
  plainColumn("variable paid", "number", "cash of the same", currency),
  plainColumn("enjoyed", "number", "worth of what is not cash to the manager", currency),
  plainColumn("ability", "number", "mean of the months; 1 is the average applicant", "index"),
  plainColumn("effort", "number", "mean of the months; 1 is a normal month", "index"),
  maybe(plainColumn("attainment", "number", "of the main card, by months", "score")),
  maybe(plainColumn("foreseen", "number", "the same of what was foreseen", "score")),
  maybe(plainColumn("luck", "number", "attainment less foreseen", "score")),
  maybe(plainColumn("same person", "yes or no", "whether the same sat there all year with other luck, too")),
  maybe(plainColumn("attainment, other luck", "number", "of the same seat played with other luck", "score")),
  maybe(plainColumn("variable, other luck", "number", "the same of variable", currency)),
];

const yearsTable = (seen: Observations): DataTable =>
  byDesign(
    seen,
    "observed_years",
    "Every manager's years, and the same seats with other luck.",
    yearKinds(seen.run.currency),
    ({ years }) => {
      const none = same(undefined, years.world.length);
      const { otherLuck } = years;
      return [
        [
          ...[years.world, years.manager, years.year, years.length, years.filled, years.holder, flags(years.isWhole)],
          ...[years.salary, years.pay, years.variable, years.variablePaid, years.enjoyed, years.ability, years.effort],
          ...[years.attainment ?? none, years.foreseen ?? none, years.luck ?? none],
          ...[otherLuck ? flags(otherLuck.isSame) : none, otherLuck?.attainment ?? none, otherLuck?.variable ?? none],
        ],
      ];
    },
  );

const yearMoneyTable = (seen: Observations): DataTable =>
  byDesign(
    seen,
    "observed_money_by_year",
    "Money of each reward by manager and year.",
    [rewardColumn, ...seat, plainColumn("year", "whole", "from 1"), ...moneyColumns(seen.run.currency)],
    ({ years }) =>
      years.rewards.map((one, reward) => [
        same(reward, years.world.length),
        ...[years.world, years.manager, years.year],
        ...moneyOf(one),
      ]),
  );

/** World and month, from 1, of rows at [world × months + month]. */
function monthly({ worlds, months }: Observations): readonly ArrayLike<DataCell>[] {
  const length = worlds * months;
  return [
    Int32Array.from({ length }, (_, at) => Math.floor(at / months)),
    Int32Array.from({ length }, (_, at) => (at % months) + 1),
  ];
}

const monthColumns: readonly DataColumn[] = [worldColumn, plainColumn("month", "whole", "from 1")];

const monthsTable = (seen: Observations): DataTable =>
  byDesign(
    seen,
    "observed_months",
    "Means of the team by month.",
    [
      ...monthColumns,
      ...seen.quantities.map((one) =>
        plainColumn(
          one.name,
          "number",
          one.summary,
          `${one.unit.dimension.replace("money", seen.run.currency)} ${one.per}`,
        ),
      ),
    ],
    ({ months }) => [[...monthly(seen), ...seen.quantities.map(({ name }) => months[name])]],
  );

const monthMoneyTable = (seen: Observations): DataTable =>
  byDesign(
    seen,
    "observed_money_by_month",
    "Money of each reward by month, mean of the team.",
    [rewardColumn, ...monthColumns, ...moneyColumns(seen.run.currency)],
    ({ timeline }) =>
      timeline.map((one, reward) => [same(reward, seen.worlds * seen.months), ...monthly(seen), ...moneyOf(one)]),
  );

const cardsTable = (seen: Observations): DataTable =>
  tableOf(
    "observed_cards",
    "Scorecards of the designs; the first is the main one.",
    seen.designs.flatMap(({ name, cards }) => cards.map((card, at) => ({ name, card, at }))),
    [
      textColumn("design", "name", (one) => one.name),
      whole("card", "", "from 0", (one) => one.at),
      whole("period", "months", "between closes", ({ card }) => card.period),
      yesOrNo("team", "whether the score is the team's", ({ card }) => card.isTeam),
      blank(number("threshold", "score", "of its first reward's curve", ({ card }) => card.threshold)),
      blank(number("cap", "score", "of its first reward's curve", ({ card }) => card.cap)),
    ],
  );

const rewardsTable = (seen: Observations): DataTable =>
  tableOf(
    "observed_rewards",
    "What designs pay.",
    seen.designs.flatMap(({ name, rewards }) => rewards.map((reward, at) => ({ name, reward, at }))),
    [
      textColumn("design", "name", (one) => one.name),
      whole("reward", "", "from 0", (one) => one.at),
      textColumn("title", "as people read it", ({ reward }) => reward.title),
      textColumn("form", "of reward", ({ reward }) => reward.form),
      blank(
        whole(
          "card",
          "",
          "on whose score it pays; blank where it pays whatever the score",
          ({ reward }) => reward.card,
        ),
      ),
    ],
  );

/** The panel of `observe`: who attained and earned what, when, in the first worlds of the run. */
export const observedTables = (seen: Observations): readonly DataTable[] => [
  cardsTable(seen),
  rewardsTable(seen),
  closesTable(seen),
  payoutsTable(seen),
  yearsTable(seen),
  yearMoneyTable(seen),
  monthsTable(seen),
  monthMoneyTable(seen),
];
