import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileProblem, isMachineFailure } from "../../src/node/files/files.js";
import { builtUrl } from "./built.js";
import { execute, root, temporaryFolder } from "./command.js";

/** Writes `out.csv` in a folder of its own in many pieces, doing something in between; ended by a signal where one is given. */
async function writing(between: string, signal?: NodeJS.Signals) {
  const folder = temporaryFolder();
  const script = join(temporaryFolder(), "write.mjs");
  writeFileSync(
    script,
    `import { writeFileWhole } from ${JSON.stringify(builtUrl("node/files/whole-file.js"))};
    function* pieces() {
      for (let k = 0; ; k++) {
        if (k === 20) process.stdout.write("writing\\n");
        ${between}
        yield "piece\\n";
      }
    }
    await writeFileWhole(${JSON.stringify(join(folder, "out.csv"))}, pieces());`,
  );
  const ended = await execute(process.execPath, [script], {
    meanwhile: (child) => {
      if (signal !== undefined) child.stdout.once("data", () => child.kill(signal));
    },
  });
  return { ...ended, folder, files: readdirSync(folder) };
}

describe("a file that is not finished leaves nothing", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends the process as ever, without a draft",
    async (signal) => {
      const { files, signal: by } = await writing("", signal);
      expect(by).toBe(signal);
      expect(files).toEqual([]);
    },
  );

  test("the process ends itself in between", async () => {
    const { files, code } = await writing("if (k === 30) process.exit(3);");
    expect({ code, files }).toEqual({ code: 3, files: [] });
  });

  test("where others listen to the signal they decide, and the file is finished", async () => {
    const { files, code, folder } = await writing(
      'if (k === 0) process.on("SIGINT", () => { globalThis.isStopped = true; }); if (globalThis.isStopped) return;',
      "SIGINT",
    );
    expect({ code, files }).toEqual({ code: 0, files: ["out.csv"] });
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toMatch(/^(piece\n){20,}$/);
  });

  test("two files at a time: both drafts go", async () => {
    const folder = temporaryFolder();
    const again = `if (k === 0 && !globalThis.isSecond) { globalThis.isSecond = true; writeFileWhole(${JSON.stringify(join(folder, "two.csv"))}, pieces()); }`;
    const { files, signal } = await writing(again, "SIGINT");
    expect(signal).toBe("SIGINT");
    expect([...files, ...readdirSync(folder)]).toEqual([]);
  });
});

describe("a full disk", () => {
  test("is the machine's failure, not bad input; a missing folder is not", () => {
    const error = (code: string) => Object.assign(new Error(code), { code });
    const full = fileProblem("out.csv", error("ENOSPC"));
    expect(full.message).toBe("out.csv: the disk is full; make room or choose another folder");
    expect(isMachineFailure(full)).toBe(true);
    expect(isMachineFailure(fileProblem("out.csv", error("EACCES")))).toBe(false);
  });

  // Linux has a file that is always full
  test.skipIf(!existsSync("/dev/full"))("ends a command with 1 and one line", async () => {
    const cli = join(root, "dist/cli/cli.js");
    const { code, err } = await execute("sh", ["-c", `"${process.execPath}" "${cli}" schema > /dev/full`]);
    expect({ code, err }).toEqual({ code: 1, err: "output: the disk is full; make room or choose another folder\n" });
  });
});
