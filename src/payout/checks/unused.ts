import type { NotUsed, PeopleData, Person, Result, Transaction } from "../../employee-data/data.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { decimal, decimalText, sumOfDecimals } from "../../foundation/values/decimal.js";
import { measures } from "../../model/measures/index.js";
import { isIncentive } from "../rewards/amount.js";
import type { PayoutContext } from "../scores/payout-context.js";
import { measuresRead } from "./checks.js";
import { idleTerms } from "./idle-terms.js";
import { readsTransactions } from "./unnamed.js";

/** Rows that came to nobody's pay, with why. */
interface Group {
  readonly table: "history" | "transactions";
  readonly what: string;
  readonly measure: string;
  readonly why: string;
  readonly amounts: number[];
}

/** Everything that was given and paid nobody: what the tables say of themselves, rows no reward read, and columns none looks at. */
export function notUsedOf(context: PayoutContext, data: PeopleData, unpaid: ReadonlySet<string>): NotUsed[] {
  const place = placesOf(data);
  return [
    ...(data.reading?.notUsed ?? []),
    ...rowsUnread(context, unpaid).map(({ table, what, measure, why, amounts }) => ({
      table,
      text: `${place(table)}: ${plural(amounts.length, what)} of ${measure}${sumText(measure, amounts)}: ${why}`,
    })),
    ...columnsUnread(context, data).map((one) => ({ ...one, text: `${place(one.table)}: ${one.text}` })),
    ...idleTerms(context).map((text) => ({ table: "terms", text })),
  ];
}

const placesOf =
  ({ reading }: PeopleData) =>
  (table: string): string =>
    reading?.files[table] ?? table;

/** What all come to; shares and indices are not added up. */
function sumText(measure: string, amounts: readonly number[]): string {
  if (measures.some((one) => one.name === measure && one.scale === "index")) return "";
  return ` (${decimalText(sumOfDecimals(amounts.map(decimal)))} together)`;
}

/** Rows of people who are paid that no reward and no term looked at, by measure and why. */
function rowsUnread(context: PayoutContext, unpaid: ReadonlySet<string>): Group[] {
  const { rows, terms } = context;
  const read = measuresRead(context);
  const groups = new Map<string, Group>();
  const book = (table: Group["table"], row: Result | Transaction, amount: number, why: string): void => {
    if (rows.used.has(row) || unpaid.has(row.person)) return;
    const key = JSON.stringify([table, row.measure, why]);
    const group = groups.get(key) ?? { table, what: nouns[table], measure: row.measure, why, amounts: [] };
    groups.set(key, group);
    group.amounts.push(amount);
  };
  const otherwise = "of days that are not paid for, or of people who were not there";
  for (const row of [...rows.results.values()].flat()) {
    const why = !read.has(row.measure)
      ? "no reward looks at it"
      : rows.summed.has(row.measure)
        ? "its results come from the transactions"
        : otherwise;
    book("history", row, row.result, why);
  }
  for (const row of [...rows.transactions.values()].flat()) {
    const why = !readsTransactions(terms)
      ? "results come from the history; results from: transactions would use them"
      : read.has(row.measure)
        ? otherwise
        : "no reward looks at it";
    book("transactions", row, row.amount, why);
  }
  return [...groups.values()];
}

const nouns = { history: "result", transactions: "transaction" } as const;

/** Fields that tables hold and the design does not look at. */
function columnsUnread({ terms, paying }: PayoutContext, data: PeopleData): NotUsed[] {
  const has = (field: keyof Person): boolean => data.people.some((person) => person[field] !== undefined);
  const isOfTeams = paying.some(
    ({ plan }) =>
      plan.isTeam || (plan.form?.winners ?? 0) > 0 || plan.linkages?.some((one) => one.isTeam === true) === true,
  );
  const idle = (["team", "segment", "background"] as const).filter(
    (field) => has(field) && !(field === "team" && isOfTeams),
  );
  const found: NotUsed[] = [];
  if (has("targetIncentive") && terms["target incentive"] !== "roster")
    found.push({
      table: "roster",
      text: "incentives at target: amounts at target are the design's; target incentive: roster would use them",
    });
  if (has("targetIncentive") && terms["target incentive"] === "roster" && !paying.some(isIncentive))
    found.push({ table: "roster", text: "incentives at target: no reward has an amount at target" });
  if (has("midpoint") && !paying.some(({ plan }) => plan.reward.needsMidpoint?.(plan)))
    found.push({ table: "roster", text: "midpoints of pay ranges: no reward looks at them" });
  const isOfBacktest = true;
  if (idle.length > 0) found.push({ table: "roster", text: `${joinWords(idle)}: no reward looks at it`, isOfBacktest });
  if (data.results.some(({ paid }) => paid !== undefined))
    found.push({ table: "history", text: "what was paid: only a backtest looks at it", isOfBacktest });
  if (data.accounts.length > 0) found.push({ table: "accounts", text: "no reward looks at accounts", isOfBacktest });
  return found;
}
