import { describe, expect, test } from "vitest";
import { agreement } from "../../src/charts/tables/agreement.js";
import { row, shownRow } from "../../src/validation/row.js";
import { expectClean } from "./painted.js";

const base = { source: "a study", by: "data", reason: "" } as const;
const good = row({ ...base, id: "A.1", claim: "a piece rate", exact: 2000, ours: 2010, tolerance: 20 });
const missed = shownRow({ ...base, id: "A.2", claim: "a gift", exact: 1600, ours: 1200 });

describe("the chart of agreement", () => {
  test("shows each known number beside ours, and says how many agree and what is furthest off", () => {
    const view = agreement([good, missed], { quantity: "presses" });
    expect(view.rows.map(({ who, value }) => [who, value])).toEqual([
      ["known", 2000],
      ["ours", 2010],
      ["known", 1600],
      ["ours", 1200],
    ]);
    expect(view.title).toBe(
      '1 of 1 number the model must give agree; of 1 prediction shown, "a gift" is furthest off, by 25 %',
    );
    expect(agreement([{ ...good, passed: false }], { quantity: "presses" }).title).toMatch(/^0 of 1 number/);
  });

  test("is painted clean", async () => {
    await expectClean((width) => agreement([good, missed], { quantity: "presses", errors: { "A.1": 26 }, width }));
  });
});
