import { columnKey } from "../../../foundation/tables/column.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import type { Result } from "../../data.js";
import { numberIn } from "../open-table.js";

/** What a row without a target is held against: 1 where attainment is all it has, result ÷ attainment where it has both. */
export function impliedTarget(
  said: number | undefined,
  attainment: number | undefined,
  qualifier: string | undefined,
  row: RowInHand,
): number | undefined {
  if (said === undefined) return 1;
  if (attainment === undefined || attainment <= 0 || said <= 0) return undefined;
  const key = columnKey("attainment", qualifier);
  row.remark({ reason: "no target: result ÷ attainment is taken for it", expected: "", key });
  return Number((said / attainment).toPrecision(15));
}

/** Share. Attainment written in a table may be rounded to a per cent. */
const rounding = 0.0051;

/** Says where the attainment a row states is not that of its numbers. */
export function checkAttainment(values: Values, one: Result | undefined, key: string, row: RowInHand): void {
  const stated = numberIn(values, key);
  if (stated === undefined || one?.target === undefined || one.target === 0) return;
  if (Math.abs(one.result / one.target - stated) <= rounding) return;
  row.remark({ reason: "an attainment that is not result ÷ target; those count", expected: "", key });
}
