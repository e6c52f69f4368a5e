import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rawBook, rowOf } from "../tables/raw-book.js";
import { rewardlab, root, small, temporaryFolder } from "./command.js";

/** Clears the screen, sets a link, turns the direction. */
const hostile = "\u001b[2J\u001b]8;;http://127.0.0.1:9\u0007x\u001b]8;;\u0007\u202E\u009b31m";
const commands = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
const quoted = JSON.stringify(hostile).slice(1, -1);

/** Runs a command and requires that nothing it prints commands a terminal. */
async function run(args: readonly string[]) {
  const ended = await rewardlab(args);
  for (const stream of [ended.out, ended.err])
    expect(commands.exec(stream.replace(/\r\n|[\n\t]/g, ""))?.index).toBeUndefined();
  expect(ended.err).not.toContain("internal failure");
  return ended;
}

const folder = temporaryFolder();
const fileOf = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const study = fileOf(
  `study${hostile.replaceAll("/", "")}.yaml`,
  small
    .replace("title: Small", `title: "T${quoted}"\nquestion: "Q${quoted}"`)
    .replace(
      "horizon: 12 months",
      `horizon: { value: 12 months, note: "N${quoted}", source: own }\nsources: { own: "S${quoted}" }`,
    )
    .replace("inputs: {", `inputs: { title: "D${quoted}", note: "d${quoted}",`),
);

describe("a scenario with control characters in its texts", () => {
  test.each([
    ["check", [study]],
    ["describe", [study]],
    ["compare", [study]],
    ["compare", [study, "--format", "csv"]],
    ["compare", [study, "--format", "json"]],
    ["compare", [study, "--report", join(folder, "report")]],
    ["trace", [study]],
    ["trace", [study, "--format", "json"]],
    ["health", [study]],
    ["run", [study, "--out", join(folder, `run${hostile.replaceAll("/", "")}.csv`)]],
  ])("%s %#", async (command, args) => {
    const { code, out } = await run([command, ...args]);
    expect(code === 0 || code === 1).toBe(true);
    expect(out.length).toBeGreaterThan(10);
  });

  test("a file that text is written to has none either", async () => {
    const out = join(folder, "words.txt");
    await run(["describe", study, "--out", out]);
    expect(readFileSync(out, "utf8").replace(/\n/g, "")).not.toMatch(commands);
    expect(readFileSync(out, "utf8")).toContain("\\x1b[2J");
  });

  test.each([
    ["a design", small.replace("inputs:", `"rec${quoted}":`)],
    ["a source", small.replace("horizon:", `sources: { "own${quoted}": x }\nhorizon:`)],
    ["a setting", small.replace("horizon:", `"hor\\nizon": 1\nhorizon:`)],
  ])("a name with them is refused: %s", async (_, text) => {
    const { code, err } = await run(["check", fileOf("named.yaml", text)]);
    expect(code).toBe(2);
    expect(err).toMatch(/: a name with characters that do not print; write it with letters that are seen\n$/);
  });

  test.each([
    ["a quantity", small.replace("horizon: 12 months", `horizon: { value: "3 ye${quoted}ars" }`)],
    ["a kind", small.replace("kind: cash bonus", `kind: "cash${quoted}"`)],
    ["a word", small.replace("account revenue: 100 %", `account revenue: "1${quoted}"`)],
  ])("a fault shows them: %s", async (_, text) => {
    const { code, err } = await run(["check", fileOf("faulty.yaml", text)]);
    expect(code).toBe(2);
    expect(err.trim().split("\n").length).toBeLessThan(4);
  });
});

describe("tables with control characters in cells, headers, sheets and file names", () => {
  const cells =
    rowOf(1, ["id", "salary", "name"]) +
    rowOf(2, ["A", 50_000, "Ann _x001B_[2J\u202e"]) +
    rowOf(3, ["B_x001B_[2J", 5, ""]);
  const sheet = `<workbook xmlns:r="r"><sheets><sheet name="Pe_x001B_[2J\u202eople" r:id="r1"/></sheets></workbook>`;
  const book = fileOf("book\u001b[2J.xlsx", rawBook({ cells, parts: { "xl/workbook.xml": sheet } }));
  const roster = fileOf(
    "people\u202e.csv",
    `id,salary,name,team,extra${hostile}\nA,50000,"Ann${hostile}",T${hostile},1\nB,x${hostile},B,,\n`,
  );
  const history = fileOf("history.csv", `person,year,revenue,revenue target\nA,2024,105,100\nA${hostile},2024,1,1\n`);
  const plan = join(root, "scenarios/plan-change.yaml");

  test.each([
    ["tables", [book]],
    ["tables", [roster, "--history", history]],
    ["tables", [roster, "--history", history, "--format", "json"]],
    ["tables", [join(folder, `none${hostile.replaceAll("/", "")}.csv`)]],
    ["tables", [roster, "--column", `roster.salary=${hostile}`]],
    ["payout", [plan, "--roster", roster, "--history", history, "--measure", "account revenue=revenue"]],
    ["payout", [plan, "--roster", roster, "--history", history, "--person", "A"]],
    ["payout", [plan, "--roster", roster, "--history", history, "--person", `A${hostile}`]],
    ["payout", [plan, "--roster", roster, "--history", history, "--format", "json"]],
    ["payout", [plan, "--roster", roster, "--history", history, "--format", "html"]],
    ["backtest", [plan, "--new", "proposal", "--roster", roster, "--history", history, "--resamples", "100"]],
    ["backtest", [plan, "--new", "proposal", "--roster", roster, "--history", history, "--format", "csv"]],
    [`ta${hostile}`, []],
    ["tables", [`--${hostile}`]],
  ])("%s %#", async (command, args) => {
    const { out, err } = await run([command, ...args]);
    expect(`${out}${err}`.length).toBeGreaterThan(10);
  });

  test("JSON holds what the cell held", async () => {
    mkdirSync(join(folder, "json"), { recursive: true });
    const { out } = await run(["tables", roster, "--format", "json"]);
    expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(hostile).slice(1, -1));
  });
});
