import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Payouts } from "../../src/payout/data.js";
import { payout } from "../../src/payout/payout.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { readTexts } from "../tables/made.js";

const planOf = (design: object, terms: object = {}): Scenario =>
  makeScenario({
    rewardlab: 2,
    title: "Plan",
    horizon: "1 year",
    team: { salary: "60000 EUR/year" },
    designs: { plan: { period: "1 year", weights: { "account revenue": "100 %" }, ...design } },
    payout: terms,
  });

const pay = (plan: Scenario, texts: Parameters<typeof readTexts>[0], options = {}): Payouts =>
  payout(plan, "plan", readTexts(texts, options).data);

const cashOf = ({ periods }: Payouts) => Object.fromEntries(periods.map(({ person, cash }) => [person, cash]));
const waitingIn = ({ waiting }: Payouts) => waiting.map(({ person }) => person);
const unused = ({ notUsed }: Payouts) => notUsed.map(({ text }) => text);
const message = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("expected a refusal");
};

const commission = { rewards: [{ kind: "commission", rate: "4 % of account revenue" }] };
const fromDeals = { "results from": "transactions" };
const roster = "id,salary EUR\nP1,60000\nP2,60000\n";

describe("a row that was left out", () => {
  test("of a monthly deal keeps its person from all pay of the run; others are paid", () => {
    const transactions = "id,date,person,amount\nT1,2024-01-10,P1,1000\nT2,2024-02-30,P1,1000\nT3,2024-03-10,P2,500\n";
    const found = pay(planOf({ ...commission, period: "1 month" }, fromDeals), { roster, transactions });
    expect(waitingIn(found)).toEqual(["P1"]);
    // 4 % of 500 in March, and nothing in other months
    expect(
      found.periods.filter(({ cash }) => cash !== 0).map(({ person, cash, from }) => [person, cash, from]),
    ).toEqual([["P2", 2_000, "2024-03-01"]]);
  });

  test("of a member keeps what is paid by team or by rank waiting for all of the team, and for no other team", () => {
    const team = "id,salary EUR,team\nA,60000,north\nB,60000,north\nC,60000,south\nD,60000,south\nE,tbc,south\n";
    const history =
      "person,year,account revenue,account revenue target\nA,2024,100,100\nB,2024,100,100\nC,2024,100,100\nD,2024,100,100\n";
    const shared = planOf({ rewards: [{ kind: "cash bonus", "at target": "1000 EUR/year", for: "team" }] });
    const ranked = planOf({
      rewards: [{ kind: "cash bonus", "at target": "1000 EUR/year", curve: { kind: "rank", winners: 1 } }],
    });
    for (const plan of [shared, ranked]) {
      const found = pay(plan, { roster: team, history });
      expect(Object.keys(cashOf(found))).toEqual(["A", "B"]);
      expect(waitingIn(found)).toEqual(["E"]);
      expect(found.refused.map(({ person, fault }) => [person, fault])).toEqual([
        ["C", "E, whose row of the roster was left out, may be of the team"],
        ["D", "E, whose row of the roster was left out, may be of the team"],
      ]);
      const late = pay(plan, { roster: team.replace("E,tbc,south\n", ""), history: `${history}A,2024,90,100\n` });
      expect(waitingIn(late)).toEqual(["A"]);
      expect(late.refused.map(({ person, fault }) => [person, fault])).toEqual([
        ["B", "A of the team waits for a row that was left out"],
      ]);
    }
  });

  test("that does not say whose it is holds up teams, and lets no term fill a gap", () => {
    const history = "person,year,account revenue,account revenue target\nP1,2024,100,100\n,2024,90,100\n";
    const own = { rewards: [{ kind: "cash bonus", "at target": "1000 EUR/year" }] };
    const found = pay(planOf(own, { "missing measure": "as target" }), { roster, history });
    expect(cashOf(found)).toEqual({ P1: 100_000 });
    expect(found.refused.map(({ person, fault }) => [person, fault])).toEqual([
      ["P2", "account revenue has no result"],
    ]);
    expect(found.terms).toContain("whoever lacks a result is refused all the same: row 3 of history.csv may be theirs");
    expect(found.leftOut.map(({ row, waits }) => [row, waits])).toEqual([[3, []]]);
    const team = planOf({ rewards: [{ ...own.rewards[0], for: "team" }] });
    expect(pay(team, { roster, history }).refused.map(({ fault }) => fault)).toEqual([
      "row 3 of history.csv was left out and may be that of a member",
      "row 3 of history.csv was left out and may be that of a member",
    ]);
  });

  test("leaves its person out of the merit budget, by name", () => {
    const raise = planOf(
      { rewards: [{ kind: "salary increase", "at target": "3 % of base salary" }] },
      { "merit budget": { share: "3 %" }, midpoint: "60000 EUR/year" },
    );
    const found = pay(raise, {
      roster: `${roster}P3,tbc\n`,
      history: "person,year,account revenue,account revenue target\nP1,2024,100,100\nP2,2024,100,100\n",
    });
    expect(found.merit.map(({ without }) => without)).toEqual([["P3"]]);
  });
});

const tiers = [
  { from: "0 EUR", rate: 1 },
  { from: "1000 EUR", rate: 2 },
  { from: "3000 EUR", rate: 3 },
  { from: "8000 EUR", rate: 5 },
];
const byDeal = { ...fromDeals, "transaction rates": { by: "size", apply: "stepped", tiers } };
const onePerCent = { rewards: [{ kind: "commission", rate: "1 % of account revenue" }] };
const six =
  "id,date,person,amount\nT1,2024-01-10,P1,200\nT2,2024-01-11,P1,300\nT3,2024-02-10,P1,1500\nT4,2024-03-10,P1,1200\nT5,2024-04-10,P1,2000\nT6,2024-05-10,P1,4500\n";
const one = "id,salary EUR\nP1,60000\n";

describe("transactions without a measure", () => {
  test("are the plan's only one; a history no reward reads is named", () => {
    const history = "person,year,account revenue\nP1,2024,7777\n";
    const found = pay(planOf(onePerCent, byDeal), { roster: one, transactions: six, history });
    // 2 + 3 + 20 + 14 + 30 + 95
    expect(cashOf(found)).toEqual({ P1: 16_400 });
    expect(unused(found)).toEqual([
      "history.csv: 1 result of account revenue (7,777 together): its results come from the transactions",
    ]);
  });

  test("are refused by table where the plan has several", () => {
    const two = planOf(
      {
        weights: { "account revenue": "50 %", "customer satisfaction": "50 %" },
        ...{ rewards: [{ kind: "cash bonus", "at target": "1000 EUR/year" }] },
      },
      fromDeals,
    );
    expect(message(() => pay(two, { roster: one, transactions: six }))).toBe(
      'transactions.csv: its transactions name no measure, and the plan has account revenue and customer satisfaction; name a column "measure", or write measures: { account revenue: amount }',
    );
  });

  test("are named where results come from the history", () => {
    const history = "person,year,account revenue\nP1,2024,1000\n";
    const found = pay(planOf(onePerCent), { roster: one, transactions: six, history });
    expect(cashOf(found)).toEqual({ P1: 1_000 });
    expect(unused(found)).toEqual([
      "transactions.csv: 6 transactions of amount (9,700 together): results come from the history; results from: transactions would use them",
    ]);
  });
});

describe("a credit note that names the sale it takes back", () => {
  const notes =
    "id,date,person,amount,reverses\nT1,2024-12-10,P1,150000,\nCN,2025-02-10,P1,-60000,T1\nT3,2025-02-11,P2,100,\n";
  const rates = { by: "size", apply: "flat", tiers: [tiers[0], { from: "100000 EUR", rate: 2 }] };
  const plan = planOf(onePerCent, { ...fromDeals, "transaction rates": rates });

  test("is not paid on a guess: the year it is booked in waits, everything else is paid", () => {
    const found = pay(plan, { roster, transactions: notes });
    expect(
      found.periods.map(({ person, to, cash }) => [person, to.slice(0, 4), cash]).filter(([, , cash]) => cash),
    ).toEqual([
      ["P1", "2024", 300_000],
      ["P2", "2025", 100],
    ]);
    expect(found.refused.map(({ person, fault }) => [person, fault])).toEqual([
      ["P1", "CN of 2025-02-10 takes back T1, and the terms have no word for what it takes back of the pay"],
    ]);
  });

  test("left alone as asked, its column is named as not used", () => {
    const found = pay(plan, { roster, transactions: notes }, { ignored: { transactions: ["reverses"] } });
    expect(found.refused).toEqual([]);
    expect(unused(found)).toEqual(["transactions.csv: column reverses"]);
  });
});

describe("deals that are not won", () => {
  test("pay nothing, and the result says so", () => {
    const transactions =
      "person,Close Date,Amount,Stage\nP1,2024-03-05,1000,Closed Won\nP1,2024-03-06,2000,Closed Lost\nP1,,,Proposal\n";
    const found = pay(planOf(commission, fromDeals), { roster: one, transactions });
    expect(cashOf(found)).toEqual({ P1: 4_000 });
    expect(unused(found)).toEqual([
      'transactions.csv column D (Stage): deals that are not won do not count: "Closed Lost" (1 row, 2,000), "Proposal" (1 row, 0); counted: "Closed Won" (1 row, 1,000)',
    ]);
  });
});

describe("money and dates on a roster that no reward reads", () => {
  test("are named beside the pay", () => {
    const found = pay(planOf(commission, fromDeals), {
      roster: "id,salary EUR,target incentive,team,Probe bis\nP1,60000,9000,north,2024-06-30\n",
      transactions: six,
    });
    expect(unused(found)).toEqual([
      "roster.csv: column E (Probe bis) holds dates and is not used",
      "roster.csv: incentives at target: amounts at target are the design's; target incentive: roster would use them",
      "roster.csv: team: no reward looks at it",
    ]);
  });
});

describe("of any tables", () => {
  const who = fc.constantFrom("P1", "P2", "P3", "Q", "");
  const measure = fc.constantFrom("account revenue", "margin");
  const deals = fc.array(
    fc.tuple(who, fc.constantFrom("2024-01-10", "2024-02-30", "2024-05-05"), fc.constantFrom("10", "x", "-4"), measure),
    { minLength: 1, maxLength: 8 },
  );
  // a person left out of a list of results may be a pivot's label, written once
  const years = fc.array(
    fc.tuple(
      fc.constantFrom("P1", "P2", "P3", "Q"),
      fc.constantFrom("2023", "2024"),
      fc.constantFrom("7", ""),
      measure,
    ),
    {
      maxLength: 6,
    },
  );

  test("every row that was read is used or named, and every row left out is there with its person", () => {
    fc.assert(
      fc.property(deals, years, fc.boolean(), (sales, results, isFromDeals) => {
        const transactions = `date,person,amount EUR,measure\n${sales.map(([id, day, amount, of]) => `${day},${id},${amount},${of}`).join("\n")}\n`;
        const history = `person,year,result,measure\n${results.map(([id, year, value, of]) => `${id},${year},${value},${of}`).join("\n")}\n`;
        const { data } = readTexts({ roster: "id,salary EUR\nP1,1\nP2,1\nP3,abc\n", transactions, history });
        const plan = planOf(commission, {
          ...(isFromDeals ? fromDeals : {}),
          ...{
            "missing measure": "as zero",
            "negative result": "as it is",
            measures: { "account revenue": "account revenue" },
          },
        });
        const found = payout(plan, "plan", data);
        const unpaid = new Set([...waitingIn(found), ...found.refused.map(({ person }) => person)]);
        const named = (table: string, noun: string): number =>
          unused(found)
            .map((text) => new RegExp(`^${table}.csv: (\\d+) ${noun}s? of `).exec(text)?.[1] ?? "0")
            .reduce((sum, count) => sum + Number(count), 0);
        const isRead = (of: string): boolean => of === "account revenue";
        const open = <Row extends { readonly person: string }>(rows: readonly Row[]) =>
          rows.filter(({ person }) => !unpaid.has(person));
        const hasDeals = isFromDeals && data.transactions.some((row) => isRead(row.measure));
        expect(named("transactions", "transaction")).toBe(
          open(data.transactions).filter((row) => !isFromDeals || !isRead(row.measure)).length,
        );
        expect(named("history", "result")).toBe(
          open(data.results).filter((row) => hasDeals || !isRead(row.measure)).length,
        );
        const lines = [
          ...sales.map(([id], k) => ["transactions", k + 2, id]),
          ...results.map(([id], k) => ["history", k + 2, id]),
        ];
        for (const row of found.leftOut.filter(({ table }) => table !== "roster")) {
          const [, , id] = lines.find(([table, number]) => table === row.table && number === row.row)!;
          if (id === "") expect(row.waits).toEqual([]);
          else expect(found.waiting.find(({ person }) => person === id)?.rows).toContain(row);
        }
        expect(found.leftOut.length + data.transactions.length + data.results.length).toBe(
          sales.length + results.length + 1,
        );
      }),
      { numRuns: 200 },
    );
  });
});
