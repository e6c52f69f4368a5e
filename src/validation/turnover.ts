import { sum } from "../foundation/maths/summary.js";
import { type Check, printedTo, row, type ValidationInputs, type ValidationRow } from "./row.js";
import { tableRows } from "./table.js";

/** Table of the evidence base. */
const turnoverTable = "turnover-by-rating";

/** Schemes of the study: separations in percent, mean rating of those who stay. */
const schemes: readonly (readonly [string, string, number, number])[] = [
  ["flat 4 %", "turnover_4y_flat_4_percent", 28.3, 2.8263],
  ["4 %, top 8 %", "turnover_4y_floor_4_top_8_percent", 25.77, 2.8642],
  ["0 to 8 % by rating", "turnover_4y_0_to_8_percent_by_rating", 33.37, 2.9506],
];

function turnover(inputs: ValidationInputs): ValidationRow[] {
  const rows = tableRows(inputs, turnoverTable);
  const people = rows.map((one) => one.number("people", { min: 1 }));
  return schemes.flatMap(([name, column, separations, rating]) => {
    const staying = rows.map((one, k) => people[k] * (1 - one.number(column, { min: 0, max: 1 })));
    const rated = sum(rows.map((one, k) => one.number("rating") * staying[k])) / sum(staying);
    const base = { source: leavingCheck.source, by: "data" as const };
    return [
      row({
        ...base,
        ...printedTo(2),
        id: `R2.leavers ${name}`,
        claim: `separations in four years, percent, raises ${name}`,
        exact: separations,
        ours: 100 * (1 - sum(staying) / sum(people)),
      }),
      row({
        ...base,
        ...printedTo(4),
        id: `R2.rating ${name}`,
        claim: `mean rating of those who stay, raises ${name}`,
        exact: rating,
        ours: rated,
      }),
    ];
  });
}

export const leavingCheck: Check = {
  id: "R2",
  source: "Sturman et al. 2003; Trevor et al. 1997",
  evidence: [turnoverTable],
  rows: turnover,
};
