import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import type { Person } from "../../data.js";
import { numberIn, textIn } from "../open-table.js";

/** What a row of a roster calls its person; undefined without an id. */
export function personNames(values: Values): Pick<Person, "id" | "name" | "email"> | undefined {
  const id = textIn(values, "id");
  const names = [textIn(values, "firstName"), textIn(values, "lastName")].filter((one) => one !== undefined);
  const name = textIn(values, "name") ?? (names.length > 0 ? names.join(" ") : undefined);
  return id === undefined ? undefined : { id, name, email: textIn(values, "email") };
}

/** What a share of full time says where it is all of it. */
const fullTime = /^(1|100)([.,]0+)? ?%?$|^(full|voll|temps plein|tiempo completo)/i;

/** The person of a row of a roster; what cannot be is refused. */
export function personOf(values: Values, row: RowInHand): Person {
  const salary = numberIn(values, "salary") ?? 0;
  const person: Person = {
    ...(personNames(values) ?? { id: "" }),
    team: textIn(values, "team"),
    segment: textIn(values, "segment"),
    background: textIn(values, "background"),
    joined: textIn(values, "joined"),
    left: textIn(values, "left"),
    salary,
    targetIncentive: targetIncentiveOf(values, salary, row),
    midpoint: numberIn(values, "midpoint"),
  };
  checkPerson(person, row);
  const fte = textIn(values, "fte");
  if (fte !== undefined && !fullTime.test(fte))
    row.remark({
      reason: "part time is not worked out: salary and incentive count as they stand",
      expected: "",
      key: "fte",
      isDoubt: true,
    });
  return person;
}

/** What a roster says of the incentive at target: an amount, a percentage of base salary, or what the pay on target leaves above it. */
function targetIncentiveOf(values: Values, salary: number, row: RowInHand): number | undefined {
  const given = incentiveOf(values.targetIncentive, salary, row);
  const pay = numberIn(values, "targetPay");
  if (pay === undefined) return given;
  const left = Number((pay - salary).toPrecision(15));
  if (left < 0) {
    row.refuse({
      reason: "pay on target below base salary",
      expected: "base salary and incentive together",
      key: "targetPay",
    });
    return given;
  }
  if (given === undefined) {
    row.remark({ reason: "incentive at target is pay on target − base salary", expected: "", key: "targetPay" });
    return left;
  }
  if (Math.abs(given - left) > tolerance * pay) {
    const expected = `base salary and incentive together, ${Number((salary + given).toPrecision(15))}, or leave one column out`;
    row.refuse({ reason: "pay on target is not base salary + incentive at target", expected, key: "targetPay" });
  }
  return given;
}

/** share. Pay on target may be rounded to a thousandth. */
const tolerance = 0.001;

/** A percentage is one of base salary. */
function incentiveOf(value: Values[string], salary: number, row: RowInHand): number | undefined {
  if (typeof value === "number" || value === undefined) return value as number | undefined;
  row.remark({ reason: "a percentage, taken of base salary", expected: "", key: "targetIncentive" });
  return Number((salary * Number(`${String(value).replace(" %", "")}e-2`)).toPrecision(15));
}

function checkPerson({ salary, targetIncentive, midpoint, joined, left }: Person, row: RowInHand): void {
  if (salary < 0) row.refuse({ reason: "a salary below zero", expected: "zero or more", key: "salary" });
  if (salary === 0) row.remark({ reason: "a salary of zero", expected: "", key: "salary" });
  if (targetIncentive !== undefined && targetIncentive < 0) {
    row.refuse({ reason: "an incentive at target below zero", expected: "zero or more", key: "targetIncentive" });
  }
  if (targetIncentive === 0)
    row.remark({ reason: "an incentive at target of zero", expected: "", key: "targetIncentive" });
  if (midpoint !== undefined && midpoint <= 0)
    row.refuse({ reason: "a midpoint of zero or less", expected: "an amount above zero", key: "midpoint" });
  if (joined !== undefined && left !== undefined && left < joined) {
    row.refuse({ reason: "a last day before the first", expected: `a day from ${joined} on`, key: "left" });
  }
}
