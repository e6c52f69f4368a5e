import type { MappedColumn } from "../foundation/tables/column.js";
import type { TableFinding } from "../foundation/tables/finding.js";
import { formatNumber } from "../foundation/text/text.js";
import type { PeopleData, Person, Result } from "./data.js";
import { remarkOn, type TableMapping } from "./import/open-table.js";

/** money/month, roughly. Where a unit of a currency buys little, what the least pay of a month is; elsewhere 1,000. */
const monthOf: Readonly<Record<string, number>> = {
  ...{ JPY: 100_000, KRW: 1_000_000, HUF: 250_000, ISK: 150_000, INR: 10_000, CZK: 15_000, TRY: 10_000 },
};
const month = 1_000;

/** times. How far an amount is from the middle of its column before it looks like another unit. */
const farOff = 10;

/** share. Attainment above which a result looks wrong, and below which target and result look like other units. */
const mostAttained = 3;
const leastAttained = 0.01;

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The first of several things of a kind, with their number. */
function together<One>(found: readonly One[], about: (one: One) => string, words: string, more: Where): TableFinding[] {
  const [first] = found;
  if (first === undefined) return [];
  return [
    remarkOn(more.mapping, `${words}: ${about(first)}`, { ...columnOf(more), times: found.length, isDoubt: true }),
  ];
}

interface Where {
  readonly mapping: TableMapping;
  readonly field: string;
}

function columnOf({ mapping, field }: Where): Partial<TableFinding> {
  const column: MappedColumn | undefined = mapping.columns.find(({ spec }) => spec?.field === field);
  return column === undefined ? {} : { column: column.letter, header: column.header.text };
}

/** Amounts of a roster that look like thousands, months or slips of a digit. */
export function oddPay(people: readonly Person[], mapping: TableMapping): TableFinding[] {
  const where = { mapping, field: "salary" };
  const least = monthOf[mapping.currency ?? ""] ?? month;
  const paid = people.filter(({ salary }) => salary > 0);
  const usual = middle(paid.map(({ salary }) => salary));
  const said = ({ id, salary }: Person) => `${formatNumber(salary)} for ${id}`;
  const small = paid.filter(({ salary }) => salary < least);
  const far = paid.filter(
    ({ salary }) => paid.length > 2 && salary >= least && (salary >= usual * farOff || salary * farOff <= usual),
  );
  const large = paid.filter(({ salary, targetIncentive = 0 }) => targetIncentive > salary * mostAttained);
  return [
    ...together(small, said, "a salary of a year below the pay of a month; is it in thousands", where),
    ...together(
      far,
      said,
      `a salary ten times above or below the others (${formatNumber(usual)} in the middle)`,
      where,
    ),
    ...together(
      large,
      ({ id, targetIncentive }) => `${formatNumber(targetIncentive!)} for ${id}`,
      "an incentive at target above three salaries",
      {
        ...{ mapping, field: "targetIncentive" },
      },
    ),
  ];
}

/** Results that look as if they or their targets were in other units. */
export function oddResults(results: readonly Result[], mapping: TableMapping): TableFinding[] {
  const where = { mapping, field: "result" };
  const high = results.filter(
    ({ result, target }) => target !== undefined && target > 0 && result > target * mostAttained,
  );
  const low = results.filter(
    ({ result, target }) => target !== undefined && result > 0 && result < target * leastAttained,
  );
  const said = ({ person, measure, from, result, target }: Result) =>
    `${formatNumber(result)} of ${formatNumber(target!)} in ${measure} of ${person} from ${from}`;
  return [
    ...together(high, said, "attainment above 300 %", where),
    ...together(low, said, "a result below a hundredth of its target; are both in one unit", where),
  ];
}

/** First and last day of what happened. */
function daysOf({
  results,
  transactions,
}: Pick<PeopleData, "results" | "transactions">): readonly [string, string] | undefined {
  const [first, ...others] = results.length > 0 ? results : transactions.map(({ date }) => ({ from: date, to: date }));
  if (first === undefined) return undefined;
  let { from, to } = first;
  for (const one of others) {
    if (one.from < from) from = one.from;
    if (one.to > to) to = one.to;
  }
  return [from, to];
}

/** Dates that lie outside everything else a firm's tables speak of. */
export function oddDates(data: PeopleData, mappings: readonly TableMapping[]): TableFinding[] {
  const days = daysOf(data);
  const mappingOf = (table: string) => mappings.find((one) => one.table === table);
  const [roster, events] = [mappingOf("roster"), mappingOf("transactions")];
  if (days === undefined || roster === undefined) return [];
  const [from, to] = days;
  const around = `${from} to ${to}`;
  const late = data.people.filter(({ joined }) => joined !== undefined && joined > to);
  const early = data.people.filter(({ left }) => left !== undefined && left < from);
  const strange = data.results.length === 0 ? [] : data.transactions.filter(({ date }) => date < from || date > to);
  return [
    ...together(late, ({ id, joined }) => `${id} on ${joined}`, `joined after all the data (${around})`, {
      mapping: roster,
      field: "joined",
    }),
    ...together(early, ({ id, left }) => `${id} on ${left}`, `left before all the data (${around})`, {
      mapping: roster,
      field: "left",
    }),
    ...(events === undefined
      ? []
      : together(strange, ({ id, date }) => `${id} on ${date}`, `a date outside the history (${around})`, {
          mapping: events,
          field: "date",
        })),
  ];
}
