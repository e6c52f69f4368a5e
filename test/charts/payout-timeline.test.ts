import { describe, expect, test } from "vitest";
import { payoutTimelineChart } from "../../src/charts/people/payout-timeline.js";
import { observing, type TinyDesign } from "./observed.js";
import { expectClean, hostileNames } from "./painted.js";

const months = 12;
const inMonth = (month: number, amount: number): number[] =>
  Array.from({ length: months }, (_, m) => (m === month ? amount : 0));
const twoWorlds = (row: readonly number[]): number[] => [...row, ...row.map((one) => one * 1.5)];

/** 1,000 earned a month, 14,400 accrued at the end; of the cost this share is spent then, and of that 1 / 1.2 paid. */
const plan = (share: number, more: Partial<TinyDesign> = {}): TinyDesign => ({
  worlds: 2,
  months,
  rewards: [{ title: "bonus", form: "cash", card: 0 }],
  timeline: [
    {
      earned: twoWorlds(Array.from({ length: months }, () => 1_000)),
      accrued: twoWorlds(inMonth(11, 14_400)),
      spent: twoWorlds(inMonth(11, 14_400 * share)),
      paid: twoWorlds(inMonth(11, 12_000 * share)),
    },
  ],
  ...more,
});

const last = (view: ReturnType<typeof payoutTimelineChart>, kind: string) =>
  view.rows.filter((row) => row.kind === kind).at(-1)?.sum;

describe("the payout timeline", () => {
  test("money is added up month by month: means of worlds 1 and 1.5 times as large", () => {
    const view = payoutTimelineChart(observing({ plan: plan(1) }));
    const earned = view.rows.filter(({ kind }) => kind === "earned").map(({ sum }) => sum);
    expect(earned.slice(0, 3)).toEqual([1.25, 2.5, 3.75]);
    expect([last(view, "earned"), last(view, "accrued"), last(view, "spent"), last(view, "paid")]).toEqual([
      15, 18, 18, 15,
    ]);
    expect(
      view.rows
        .filter(({ kind }) => kind === "accrued")
        .map(({ sum }) => sum)
        .slice(0, 11),
    ).toEqual(Array(11).fill(0));
  });

  test("the title tells what of the cost is cash by the end, and turns with the data", () => {
    expect(payoutTimelineChart(observing({ plan: plan(1) })).title).toMatch(
      /^Within 1 year "plan" costs .* thousand EUR per KAM, all of it spent in cash by then; managers get .* in cash$/,
    );
    expect(payoutTimelineChart(observing({ plan: plan(0.25) })).title).toMatch(/\(25 %\) of it spent in cash by then/);
    const both = observing({ now: plan(1), later: plan(0.25) });
    expect(payoutTimelineChart(both, { designs: ["now", "later"] }).title).toMatch(
      /^Of what accrues within 1 year, "later" has spent least in cash, 25 % of .*; "now" most, 100 % of /,
    );
  });

  test("of plans that spend the same part of their cost the title says when half of the cash has moved", () => {
    const [{ earned, accrued, paid }] = plan(1).timeline ?? [];
    const soon = { ...plan(1), timeline: [{ earned, accrued, paid, spent: twoWorlds(inMonth(3, 14_400)) }] };
    const view = payoutTimelineChart(observing({ soon, late: plan(1) }), { designs: ["soon", "late"] });
    expect(view.title).toBe(
      'Half of the cash of "soon" has moved after 4 months, of "late" after 12; 100 % of what accrues within 1 year is spent by then',
    );
    const half = inMonth(3, 7_200).map((one, m) => one + inMonth(11, 7_200)[m]);
    const inTwo = { ...plan(1), timeline: [{ earned, accrued, paid, spent: twoWorlds(half) }] };
    expect(payoutTimelineChart(observing({ inTwo, late: plan(1) }), { designs: ["inTwo", "late"] }).title).toMatch(
      /^Half of the cash of "inTwo" has moved after 4 months, of "late" after 12;/,
    );
    const alike = payoutTimelineChart(observing({ one: plan(1), two: plan(1) }), { designs: ["one", "two"] });
    expect(alike.title).toMatch(/^Half of the cash has moved after 12 months; 100 %/);
  });

  test("the baseline is shown unless designs are named; unknown ones and ones without reward are refused", () => {
    const both = observing({ now: plan(1), later: plan(0.25), none: { worlds: 2, months } });
    expect(new Set(payoutTimelineChart(both).rows.map(({ design }) => design))).toEqual(new Set(["now"]));
    expect(() => payoutTimelineChart(both, { designs: ["latre"] })).toThrow("did you mean later?");
    expect(() => payoutTimelineChart(both, { designs: ["none"] })).toThrow("designs: none has a reward");
  });

  test("a reward that costs nothing is said to", () => {
    expect(
      payoutTimelineChart(
        observing({
          plan: {
            ...plan(1),
            timeline: [
              {
                earned: twoWorlds(inMonth(0, 0)),
                accrued: twoWorlds(inMonth(0, 0)),
                spent: twoWorlds(inMonth(0, 0)),
                paid: twoWorlds(inMonth(0, 0)),
              },
            ],
          },
        }),
      ).title,
    ).toBe("Nothing accrues within 1 year");
  });

  test("sixteen designs with hostile names are painted clean, one design too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 16 }, (_, k) => [`d${k}`, plan(k / 16, { title: hostileNames[k] ?? `Design ${k}` })]),
    );
    await expectClean((width) => payoutTimelineChart(observing(many), { width, designs: Object.keys(many) }));
    await expectClean((width) => payoutTimelineChart(observing({ plan: plan(1) }), { width }));
  });
});
