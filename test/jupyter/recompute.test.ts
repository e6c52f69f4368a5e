import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { python } from "../../notebooks/tools/python.js";
import { writeTables } from "../../src/node/spreadsheets/write-tables.js";
import { terminalReport } from "../../src/report/comparison/terminal.js";
import { runTables } from "../../src/report/run-tables/index.js";
import { outcomesOfRun } from "../../src/results/basis/outcome-columns.js";
import { compare } from "../../src/results/compare.js";
import { factorial } from "../../src/results/experiments/factorial.js";
import { testHypotheses } from "../../src/results/experiments/hypotheses.js";
import { headline } from "../../src/results/headline.js";
import { tornado } from "../../src/results/sensitivity/tornado.js";
import { cross } from "../../src/scenario/designs/cross.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { simulate } from "../../src/simulation/simulate.js";
import { resultJson } from "../../src/wording/csv.js";
import { temporaryFolder } from "../node/command.js";

const text = `rewardlab: 2
title: A small firm of 2 managers
question: Is it worth waiting for 2 years?
horizon: 2 years
team: { managers: 2, salary: 72 000 EUR/year }
accounts: { per manager: 2 }
designs:
  today: { title: Bonus of today, period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus, at target: 12000 EUR/year }] }
  merit: { title: Raise, like: today, rewards: [{ kind: salary increase, at target: 1200 EUR/year }] }
baseline: today
hold: { reward cost: 14 000 EUR/year, at target: 60 % }
hypotheses:
  longer:
    claim: Longer is worth more
    contrast: { factor: period, from: 1 year, to: 2 years }
    outcome: net value
    direction: higher
    smallest effect: 1000 EUR
  same:
    claim: Raises are worth the same to the patient
    design: merit
    against: today
    outcome: account value
    direction: equivalent
    smallest effect: 30 000 EUR
    where: { impatience: 5 %/year to 15 %/year }
run: { seed: 7 }
`;

const folder = temporaryFolder();
const script = fileURLToPath(new URL("../../docs/recompute", import.meta.url));
const at = (name: string): string => join(folder, name);
const formats = { csv: at("csv"), parquet: at("parquet"), xlsx: at("tables.xlsx") };
const results = ["headline", "comparison", "factorial", "hypotheses", "tornado"] as const;

let tables: number;

function inPython(args: readonly string[]): { readonly status: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8", maxBuffer: 1e9 });
  return { status, out: `${stdout}${stderr}` };
}

beforeAll(async () => {
  const requirements = fileURLToPath(new URL("parquet-requirements.txt", import.meta.url));
  inPython(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements]);
  const weights = {
    revenue: { "account revenue": "100 %" },
    both: { "account revenue": "50 %", "executive access": "50 %" },
  };
  const scenario = cross(
    parseScenario(text, { name: "small-firm.yaml" }),
    { period: ["1 year", "2 years"], weights },
    { keep: ["merit"] },
  );
  const run = await simulate(scenario, { replications: 120 });
  const observed = await observe(run, { worlds: 2 });
  const all = runTables(run, observed);
  tables = (await writeTables(all, formats.csv, { format: "csv" })).length;
  await writeTables(all, formats.parquet, { format: "parquet" });
  await writeTables(all, formats.xlsx);
  const found = headline(run);
  const said = {
    headline: found,
    comparison: compare(run, { outcomes: outcomesOfRun(run).map(({ name }) => name) }),
    factorial: factorial(run),
    hypotheses: testHypotheses(run),
    tornado: tornado(run, { design: found.best.design }),
  };
  for (const name of results) writeFileSync(at(`${name}.json`), resultJson(said[name]));
  writeFileSync(at("answer.txt"), terminalReport(run));
});

const asked = (): string[] => [
  ...["--answer", at("answer.txt")],
  ...results.flatMap((name) => [`--${name}`, at(`${name}.json`)]),
];

test("every number of the page and of the results is worked out again from the tables alone", () => {
  const { status, out } = inPython([script, formats.csv, ...asked()]);
  expect(out.trimEnd().split("\n").slice(10)).toEqual(["Every number is the one the tables give."]);
  expect(status).toBe(0);
});

test("a number that is another, or that nothing gives, is named", () => {
  const said = JSON.parse(readFileSync(at("headline.json"), "utf8"));
  said.best.regret.mean *= 1 + 1e-6;
  said.best.unheard = 7;
  writeFileSync(at("other.json"), JSON.stringify(said));
  const { status, out } = inPython([script, formats.csv, "--headline", at("other.json")]);
  const faults = out.trimEnd().split("\n").slice(10);
  expect(faults.map((one) => one.split(":")[0])).toEqual(["headline.best.regret.mean", "headline.best.unheard"]);
  expect(status).toBe(1);
});

test("Parquet and a workbook hold the same cells as CSV", () => {
  const code = `import sys; sys.path.insert(0, sys.argv[1])
from tables import read_tables
import numpy as np
first, *others = [read_tables(one) for one in sys.argv[2:]]
for other in others:
    assert list(sorted(first)) == list(sorted(other)), sorted(set(first) ^ set(other))
    for name, table in first.items():
        assert list(table) == list(other[name]), name
        for column, cells in table.items():
            same = np.array_equal(cells, other[name][column], equal_nan=True) if isinstance(cells, np.ndarray) else cells == other[name][column]
            assert same, (name, column)
print(len(first))`;
  const { out } = inPython(["-c", code, script, formats.csv, formats.parquet, formats.xlsx]);
  expect(Number(out)).toBe(tables);
});

test("whatever number of the page is changed, it is noticed; chances of being best by more than the error of their draws", () => {
  const code = `import re, sys; sys.path.insert(0, sys.argv[1])
from answer import headline
from printed import check_page
from run import Run
run = Run(sys.argv[2])
found, page = headline(run), open(sys.argv[3], encoding="utf-8").read()
count = 0
for one in re.finditer(r"\\d[\\d,]*(?:\\.\\d+)?", page):
    text, k = one[0], max(len(one[0].rstrip("0,.")) - 1, 0)
    other = text[:k] + str((int(text[k]) + (2 if text[k] < "8" else -2)) % 10) + text[k + 1 :]
    wrong, left = check_page(run, found, page[: one.start()] + other + page[one.end() :])
    count += 1
    if not wrong and not left:
        print(page[page.rindex("\\n", 0, one.start()) + 1 : page.index("\\n", one.end())])
print(count)`;
  const { out } = inPython(["-c", code, script, formats.csv, at("answer.txt")]);
  const lines = out.trimEnd().split("\n");
  expect(Number(lines.pop())).toBeGreaterThan(400);
  for (const line of lines) expect(line).toMatch(/ \d+ % +(may be best|behind the best|best)$/);
});
