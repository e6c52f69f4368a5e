import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { rewardlab, small, studyFolder } from "./command.js";

const { folder, path } = studyFolder();

beforeAll(() => {
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "empty.yaml": "",
    "binary.yaml": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1),
    "latin.yaml": Uint8Array.of(...Buffer.from("title: Pr"), 0xe4, ...Buffer.from("mie")),
    "broken.yaml": "designs: [",
    "list.yaml": "- a\n- b\n",
    "unknown.yaml": small.replace("managers:", "manegers:"),
    "nothing.yaml": small.replace("per manager: 1", "per manager: 1, account revenue: 0 EUR/year"),
    "thousands.yaml": small.replace("managers: 2", "managers: 2, salary: 72 EUR/year"),
    "unit.yaml": small.replace("12 months", "12"),
    "large.yaml": Buffer.alloc(4_000_001, "# a\n"),
    "page.rewardlab": "rewardlab: 2",
    "torn.rewardlab": Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0),
    "notes.txt": "notes",
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "inner"));
});

const compare = (...options: string[]): string[] => ["compare", "small.yaml", ...options];

/** What is given, and the line that answers it. */
const cases: readonly (readonly [what: string, args: readonly string[], answer: string | RegExp])[] = [
  ["a missing file", ["compare", "smal.yaml"], "smal.yaml: no such file; did you mean small.yaml?"],
  ["a name without its end", ["check", "small"], "small: no such file; did you mean small.yaml?"],
  [
    "a missing folder",
    ["check", "nowhere/small.yaml"],
    "nowhere/small.yaml: no such file: there is no folder nowhere; correct the path",
  ],
  ["a folder", ["check", "."], /^\.: it is a folder; name a file in it: binary\.yaml, /],
  [
    "a path through a file",
    ["check", "small.yaml/x"],
    "small.yaml/x: a part of the path is a file, not a folder; correct the path",
  ],
  ["a device", ["check", "/dev/zero"], "/dev/zero: it is not a file; give the path of a file"],
  ["no name at all", ["check", ""], "path: it names no file; give the path of a file"],
  ["an empty file", ["check", "empty.yaml"], /^empty\.yaml:1:1.* the file is empty; /],
  ["a picture", ["check", "binary.yaml"], /^binary\.yaml:1:.* save (it|the file) as UTF-8/],
  ["another encoding", ["check", "latin.yaml"], /^latin\.yaml:1:10.* not UTF-8/],
  ["a file far too large", ["check", "large.yaml"], "large.yaml: too large: more than 4 MB; give the file you meant"],
  ["text that is not YAML", ["check", "broken.yaml"], /^broken\.yaml:1:\d+: not valid YAML/],
  ["a list", ["check", "list.yaml"], /^list\.yaml:1:1: expected settings, got a list/],
  [
    "an unknown setting",
    ["compare", "unknown.yaml"],
    /^unknown\.yaml:4:9 team\.manegers: unknown .*; did you mean managers\?/,
  ],
  ["a number without its unit", ["compare", "unit.yaml"], /^unit\.yaml:3:10 horizon: .*no unit/],
  ["no command that exists", ["compair", "small.yaml"], "unknown command compair; did you mean compare?"],
  ["no scenario", ["compare"], "missing required argument scenario; see rewardlab --help"],
  ["two scenarios", ["check", "small.yaml", "small.yaml"], /^too many arguments for check/],
  [
    "accounts that bring nothing",
    ["compare", "nothing.yaml"],
    /^nothing\.yaml:5:\d+ accounts\.account revenue: "0 EUR\/year" is below the smallest allowed; write 1 EUR\/year or more$/,
  ],
  ["an unknown option", compare("--sead", "4"), "unknown option --sead; did you mean --seed?"],
  ["an option without value", compare("--seed"), /^option --seed <number> argument missing; /],
  [
    "a negative seed",
    compare("--seed", "-4"),
    '--seed: expected a whole number from 0 to 9007199254740991, got "-4"; write 7',
  ],
  ["a seed in words", compare("--seed", "seven"), /^--seed: expected a whole number .*got "seven"/],
  ["no worlds", compare("--replications", "0"), /^--replications: expected a whole number from 1 to 10000000, got "0"/],
  ["half a world", compare("--replications", "1.5"), /^--replications: .*got "1\.5"/],
  ["not a number of worlds", compare("--replications", "NaN"), /^--replications: .*got "NaN"/],
  [
    "more worlds than memory",
    compare("--replications", "9999999"),
    /^replications: 10,?000,?000 worlds would need about \d+ GB/,
  ],
  ["a horizon without unit", compare("--horizon", "3"), /^--horizon: .*no unit; write 3 months or 3 years/],
  [
    "a horizon beyond reason",
    compare("--horizon", "500 years"),
    /^--horizon: "500 years" is above the largest allowed/,
  ],
  [
    "a horizon that cuts a period",
    compare("--horizon", "18 months"),
    /designs\.today\.period: a period of 12 months does not divide the horizon of 18 months/,
  ],
  [
    "a precision of nothing",
    compare("--precision", "0 EUR"),
    "--precision: 0 EUR can never be reached; write an amount such as 5000 EUR",
  ],
  ["a precision in other money", compare("--precision", "50 USD"), /^--precision: .*EUR/],
  ["a negative precision", compare("--precision", "-50 EUR"), /^--precision: .*below the smallest/],
  ["no threads", compare("--workers", "0"), /^--workers: expected a whole number from 1 to 64, got "0"/],
  ["an unknown response", compare("--response", "lookahead"), /response/],
  ["an unknown format", compare("--format", "xml"), '--format: unknown format "xml"; expected one of table, csv, json'],
  [
    "a place in a missing folder",
    compare("--out", "nowhere/x.txt"),
    "nowhere/x.txt: there is no folder nowhere; make it first or choose another",
  ],
  ["a folder in place of a file", compare("--out", "inner"), "inner: it is a folder; name a file in it"],
  [
    "an unknown kind of file",
    ["run", "small.yaml", "--out", "x.pdf"],
    "x.pdf: unknown kind of file .pdf; write .rewardlab, .csv, .parquet or the name of a folder",
  ],
  [
    "a file in place of a folder",
    ["run", "small.yaml", "--out", "notes.txt"],
    "notes.txt: it is neither .rewardlab nor .csv nor .parquet nor a folder; choose another name",
  ],
  ["a run that is none", ["compare", "page.rewardlab"], /^page\.rewardlab: this is not a saved run/],
  ["a torn run", ["compare", "torn.rewardlab"], /^torn\.rewardlab: damaged or cut short/],
  [
    "a saved run to run differently",
    ["compare", "page.rewardlab", "--seed", "2"],
    "--seed: a saved run cannot be run differently; give its scenario file instead",
  ],
  [
    "a part beyond the last",
    ["run", "small.yaml", "--shard", "3/2"],
    '--shard: expected a part and how many there are, got "3/2"; write 2/4 for the second of four',
  ],
  [
    "a part with a precision",
    ["run", "small.yaml", "--shard", "1/2", "--precision", "500 EUR"],
    "--shard: a part does not know how precise the whole is; ask for a number of worlds instead of a precision",
  ],
  [
    "more parts than worlds",
    ["run", "small.yaml", "--shard", "1/25"],
    "--shard: 24 worlds cannot be split into 25 parts; ask for at most 12",
  ],
  [
    "a saved run to resume",
    ["run", "torn.rewardlab", "--resume"],
    "--resume: a saved run is finished; give its scenario file instead",
  ],
  ["nothing to merge", ["merge", "--out", "all.rewardlab"], /^missing required argument parts; /],
  ["merging to nowhere", ["merge", "torn.rewardlab"], /^required option --out <file> not specified; /],
  [
    "merging to a table",
    ["merge", "torn.rewardlab", "--out", "all.csv"],
    '--out: "all.csv" is no .rewardlab file; write --out run.rewardlab',
  ],
  ["merging what is torn", ["merge", "torn.rewardlab", "--out", "all.rewardlab"], /^torn\.rewardlab: damaged or cut/],
  [
    "an unknown template",
    ["init", "new", "--template", "reneval"],
    '--template: unknown template "reneval"; did you mean renewal?',
  ],
  [
    "an unknown design",
    ["trace", "small.yaml", "--design", "inputz"],
    'design: unknown design "inputz"; did you mean inputs?',
  ],
  [
    "an unknown manager",
    ["trace", "small.yaml", "--manager", "2"],
    /^manager: there is no manager 2; count from 0 to 1/,
  ],
  [
    "a world before the first",
    ["trace", "small.yaml", "--world", "-1"],
    '--world: expected a whole number from 0, got "-1"; write --world 0',
  ],
];

describe("bad input is answered in a line with a remedy, exit code 2, and nothing is written", () => {
  test.concurrent.each(cases)("%s", { timeout: 180_000 }, async (_, args, answer) => {
    const before = readdirSync(folder);
    const { code, out, err } = await rewardlab(args, { cwd: folder });
    expect(err.trimEnd()).toMatch(
      answer instanceof RegExp ? answer : new RegExp(`^${answer.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`),
    );
    expect(err).not.toMatch(/^ +at |node:internal|internal failure/m);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(readdirSync(folder)).toEqual(before);
  });
});

test("a salary in thousands is remarked on before the run and again before its answer", async () => {
  const { code, out, err } = await rewardlab(["compare", "thousands.yaml", "--quiet"], { cwd: folder });
  const remark =
    /170 times the base salary of 72 EUR\/year; the base salary is probably typed in thousands: was 72 000 EUR\/year meant\?/;
  expect(err).toMatch(
    new RegExp(`^thousands\\.yaml:4:30 team\\.salary: reward at target of 12 000 EUR/year is ${remark.source}\n$`),
  );
  expect(out.replace(/\s+/g, " ")).toMatch(remark);
  expect(out).not.toMatch(/not a number|NaN|Infinity/);
  expect(code).toBe(0);
});

test("every fault of a command is named at once", async () => {
  const { code, err } = await rewardlab(["compare", path, "--seed", "x", "--workers", "x", "--precision", "x"]);
  expect(code).toBe(2);
  expect(
    err
      .trimEnd()
      .split("\n")
      .map((line) => line.split(":")[0]),
  ).toEqual(["--seed", "--workers", "--precision"]);
});
