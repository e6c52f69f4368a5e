import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileProblem, isMachineFailure, systemProblem } from "../../src/node/files/files.js";
import { refuseUnwritable, writeFileWhole } from "../../src/node/files/whole-file.js";
import { refusal } from "../tables/made.js";
import { execute, rewardlab, root, studyFolder, temporaryFolder } from "./command.js";

const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const isWindows = process.platform === "win32";
const isRoot = process.getuid?.() === 0;

const plan = join(root, "scenarios/plan-change.yaml");
const team = join(root, "data/synthetic-team");
const people = ["--roster", join(team, "roster.csv"), "--history", join(team, "history.csv")];

describe.skipIf(isWindows)("who may read what is written", () => {
  test("what people are paid is for its owner alone", async () => {
    const folder = temporaryFolder();
    const at = (name: string): string => join(folder, name);
    await rewardlab(["payout", plan, ...people, "--write", at("pay.xlsx"), "--out", at("pay.txt")]);
    await rewardlab(["payout", plan, ...people, "--format", "html", "--out", at("pay.html"), "--write", at("pay.csv")]);
    const quick = ["--no-break-even", "--resamples", "100"];
    const files = ["--write", at("back.xlsx"), "--out", at("back.csv"), "--chart", at("who.svg")];
    await rewardlab(["backtest", plan, "--new", "proposal", ...people, ...quick, "--format", "csv", ...files]);
    await rewardlab(["tables", join(team, "roster.csv"), "--write", at("clean.xlsx"), "--out", at("read.txt")]);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(
      [
        "back.csv",
        "back.xlsx",
        "clean.xlsx",
        "pay.csv",
        "pay.html",
        "pay.txt",
        "pay.xlsx",
        "read.txt",
        "who.svg",
      ].sort(),
    );
    expect(names.map((name) => `${name} ${rights(at(name))}`)).toEqual(names.map((name) => `${name} 600`));
  });

  test("anything else is as the user's mask says", async () => {
    const { folder, path } = studyFolder();
    await rewardlab(["describe", path, "--out", join(folder, "words.txt")]);
    expect(rights(join(folder, "words.txt"))).toBe((0o666 & ~process.umask()).toString(8));
  });

  test.each([0o640, 0o604, 0o664, 0o755])("a file that is replaced keeps its permissions: %o", async (mode) => {
    for (const isPrivate of [false, true]) {
      const path = join(temporaryFolder(), "old.csv");
      writeFileSync(path, "old");
      chmodSync(path, mode);
      await writeFileWhole(path, ["new"], { isPrivate });
      expect([rights(path), readFileSync(path, "utf8")]).toEqual([mode.toString(8), "new"]);
    }
  });

  test("a link stays a link to the file that is replaced", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "there"));
    writeFileSync(join(folder, "there/real.csv"), "old");
    symlinkSync(join(folder, "there/real.csv"), join(folder, "link.csv"));
    await writeFileWhole(join(folder, "link.csv"), ["new"]);
    expect(lstatSync(join(folder, "link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "there/real.csv"), "utf8")).toBe("new");
    expect([readdirSync(folder).sort(), readdirSync(join(folder, "there"))]).toEqual([
      ["link.csv", "there"],
      ["real.csv"],
    ]);
  });

  test("the longest name a disk takes is taken, a longer one is refused before any work", async () => {
    const folder = temporaryFolder();
    await writeFileWhole(join(folder, `${"n".repeat(251)}.csv`), ["x"]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await refusal(() => refuseUnwritable(join(folder, "n".repeat(300))))).toMatch(
      /: the name is too long; choose a shorter one$/,
    );
  });

  test("two writers of one name at a time: the file is one of theirs, and nothing else is left", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "both.csv");
    await Promise.all(["a", "b"].map((letter) => writeFileWhole(path, [letter.repeat(1000), letter.repeat(1000)])));
    expect(readFileSync(path, "utf8")).toMatch(/^(a{2000}|b{2000})$/);
    expect(readdirSync(folder)).toEqual(["both.csv"]);
  });

  test.skipIf(!existsSync("/dev/null"))("what is no file is written through, and stays what it is", async () => {
    await writeFileWhole("/dev/null", ["x"]);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("what the machine does not allow is said in one line, with a way out", () => {
  test.each([
    ["EACCES", "no permission; change its permissions or choose another file", false],
    ["EROFS", "the disk is read-only; choose another folder", false],
    ["EMFILE", "too many files are open; close other programs, or allow more with ulimit -n", true],
    ["ENFILE", "the machine has too many files open; close other programs", true],
    ["ENOSPC", "the disk is full; make room or choose another folder", true],
    ["EFBIG", "the file is larger than allowed here; choose another disk, or allow more with ulimit -f", true],
    ["ENAMETOOLONG", "the name is too long; choose a shorter one", false],
    ["EISDIR", "it is a folder; name a file in it", false],
  ])("%s", (code, words, isMachine) => {
    const problem = fileProblem("out.csv", Object.assign(new Error(code), { code }));
    expect([problem.message, isMachineFailure(problem)]).toEqual([`out.csv: ${words}`, isMachine]);
    expect(systemProblem(Object.assign(new Error(code), { code, path: "p" }))?.message).toBe(`p: ${words}`);
  });

  test("an error of another kind is none of the machine", () => {
    expect(systemProblem(new Error("x"))).toBeUndefined();
  });

  /** Runs as somebody who may not do everything. */
  const asNobody = (script: string) =>
    isRoot
      ? execute("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c", script])
      : execute("sh", ["-c", script]);

  test.skipIf(isWindows || (isRoot && !existsSync("/usr/bin/setpriv")))(
    "a folder that may not be written in and a file that may not be replaced, before any work",
    async () => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, "closed"));
      writeFileSync(join(folder, "kept.txt"), "kept");
      chmodSync(join(folder, "kept.txt"), 0o444);
      chmodSync(join(folder, "closed"), 0o555);
      chmodSync(folder, 0o777);
      const script = join(folder, "write.sh");
      writeFileSync(script, `"${process.execPath}" "${join(root, "dist/cli/cli.js")}" schema --out "$1"`);
      const closed = await asNobody(`sh "${script}" "${join(folder, "closed/new.txt")}"`);
      expect(closed.err).toBe(
        `${join(folder, "closed/new.txt")} in ${join(folder, "closed")}: no permission; change its permissions or choose another file\n`,
      );
      expect(closed.code).toBe(2);
      const kept = await asNobody(`sh "${script}" "${join(folder, "kept.txt")}"`);
      expect(kept.err).toBe(
        `${join(folder, "kept.txt")}: no permission; change its permissions or choose another file\n`,
      );
      expect(readFileSync(join(folder, "kept.txt"), "utf8")).toBe("kept");
    },
  );

  test.skipIf(!existsSync("/dev/full"))("a full disk", async () => {
    expect(await rewardlab(["schema", "--out", "/dev/full"])).toMatchObject({
      code: 1,
      err: "/dev/full: the disk is full; make room or choose another folder\n",
    });
  });

  test.skipIf(process.platform !== "linux")("a file larger than is allowed leaves nothing", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "big.json");
    const { code, err } = await execute("bash", [
      "-c",
      `ulimit -f 8; "${process.execPath}" "${join(root, "dist/cli/cli.js")}" schema --out "${out}"`,
    ]);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${out}: the file is larger than allowed here; choose another disk, or allow more with ulimit -f\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
