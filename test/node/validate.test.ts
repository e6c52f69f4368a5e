import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { rewardlab, root, temporaryFolder } from "./command.js";

const folder = temporaryFolder();
const shipped = join(root, "data", "evidence");
const turnover = readFileSync(join(shipped, "turnover-by-rating.csv"), "utf8");

/** Folders beside each other, each with the shipped tables but one that is off. */
const spoilt: Readonly<Record<string, string | Uint8Array>> = {
  binary: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1),
  column: turnover.replace("people", "staff"),
  cell: turnover.replace("0.21", "n/a"),
  short: turnover.replace(/^3,.*$/m, "3,1667"),
};

beforeAll(() => {
  for (const [name, content] of Object.entries(spoilt)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "turnover-by-rating.csv"), content);
  }
  for (const name of ["own", "empty", "nested"]) mkdirSync(join(folder, name));
  mkdirSync(join(folder, "nested", "turnover-by-rating.csv"));
  for (const name of ["turnover-by-rating", "real-effort-experiment-2018"])
    copyFileSync(join(shipped, `${name}.csv`), join(folder, "own", `${name}.csv`));
  writeFileSync(join(folder, "empty", "turnover-by-ratings.csv"), turnover);
});

const from = (name: string): string[] => ["validate", "R2", "--evidence", name];

/** What is given, and the line that answers it. */
const cases: readonly (readonly [what: string, args: readonly string[], answer: string])[] = [
  ["a result nobody knows", ["validate", "E33"], 'validate: unknown result "E33"; did you mean E3?'],
  [
    "a format nobody knows",
    ["validate", "R3", "--format", "pdf"],
    '--format: unknown format "pdf"; expected one of table, markdown, csv, json',
  ],
  ["no folder", from("nowhere"), "--evidence: there is no folder nowhere; give the folder of your tables"],
  [
    "a file for a folder",
    from("own/turnover-by-rating.csv"),
    "--evidence: own/turnover-by-rating.csv is a file, not a folder; give the folder it lies in",
  ],
  [
    "a table that is missing",
    from("empty"),
    "empty/turnover-by-rating.csv: no such file; did you mean empty/turnover-by-ratings.csv?",
  ],
  ["a folder for a table", from("nested"), "nested/turnover-by-rating.csv: it is a folder; name a file"],
  [
    "a picture for a table",
    from("binary"),
    "binary/turnover-by-rating.csv:1: not UTF-8: unreadable character; save it as CSV in UTF-8",
  ],
  [
    "a cell without a number",
    from("cell"),
    'cell/turnover-by-rating.csv:6 turnover_4y_flat_4_percent: expected a number, got "n/a"; write a number such as 0.25',
  ],
  [
    "a row that is too short",
    from("short"),
    "short/turnover-by-rating.csv:6: expected 5 cells as in the header, got 2; put a cell that holds a comma in quotes",
  ],
];

describe("validate answers in one line and exits with 2 when it is given", () => {
  test.each(cases)("%s", async (_, args, answer) => {
    const { code, out, err } = await rewardlab(args, { cwd: folder });
    expect([err, out, code]).toEqual([`${answer}\n`, "", 2]);
  });

  test("a table without a column it needs: name, columns found, and the near one", async () => {
    const { code, err } = await rewardlab(from("column"), { cwd: folder });
    expect(err).toMatch(
      /^column\/turnover-by-rating\.csv:1: no column "people", only rating, staff, turnover_4y_flat_4_percent, .*; add it, or rename one\n$/,
    );
    expect(code).toBe(2);
  });
});

describe("validate", () => {
  test("holds the tables of a folder of one's own to the same numbers, and exits with 0", async () => {
    const { code, out, err } = await rewardlab([...from("own"), "R1"], { cwd: folder });
    expect([code, err]).toEqual([0, ""]);
    expect(out.trimEnd().split("\n").at(-1)).toBe("all 13 checks pass; 13 more rows are shown only");
  });

  test("exits with 1 when a number of one's own is off", async () => {
    writeFileSync(join(folder, "own", "turnover-by-rating.csv"), turnover.replace("3,1667,0.21", "3,1667,0.22"));
    const { code, out } = await rewardlab(from("own"), { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain("FAIL");
    expect(out.trimEnd().split("\n").at(-1)).toBe("2 of 6 checks fail");
  });

  test("does not read tables nobody asks for", async () => {
    expect((await rewardlab(["validate", "E12", "--evidence", "binary"], { cwd: folder })).code).toBe(0);
  });
});
