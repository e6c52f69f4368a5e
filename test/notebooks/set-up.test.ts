import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { notebooks, root } from "../../notebooks/tools/folders.js";
import { findPython, missingPython } from "../../notebooks/tools/python.js";
import { type Ended, execute } from "../node/command.js";

describe("npm run kernel", () => {
  const folder = mkdtempSync(join(tmpdir(), "with a space "));
  const file = join(folder, "kernels", "tslab", "kernel.json");
  const register = (...args: string[]): Promise<Ended> =>
    execute(process.execPath, [join(notebooks, "dist", "register-kernel.js"), ...args], {
      cwd: tmpdir(),
      env: { JUPYTER_DATA_DIR: folder },
    });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("registers this project's kernel from any folder, and says where", async () => {
    expect(await register()).toMatchObject({ code: 0, err: "", out: expect.stringContaining(file) });
    const { argv, metadata } = JSON.parse(readFileSync(file, "utf8"));
    expect(metadata).toEqual({ rewardlab: root });
    expect(argv.slice(2)).toEqual(["kernel", "--config-path", "{connection_file}"]);
    const { out } = await execute(argv[0], [argv[1], "--version"]);
    expect(out).toMatch(/^tslab 1\./);
  });

  test("removes it again, once", async () => {
    expect((await register("--remove")).out).toContain("Removed");
    expect(() => readFileSync(file)).toThrow("ENOENT");
    expect((await register("--remove")).out).toContain("Nothing to remove");
  });

  test("leaves a kernel alone that it did not register", async () => {
    await register();
    writeFileSync(file, '{ "argv": ["tslab"] }');
    for (const args of [[], ["--remove"]]) {
      expect((await register(...args)).out).toContain("Left alone");
      expect(readFileSync(file, "utf8")).toBe('{ "argv": ["tslab"] }');
    }
  });
});

describe("without Python", () => {
  test("what to install is said for each system", () => {
    expect(missingPython("linux")).toContain("sudo apt install python3 python3-venv");
    expect(missingPython("darwin")).toContain("brew install python");
    expect(missingPython("win32")).toContain("winget install Python");
    expect(missingPython("aix")).toMatch(/apt install[\s\S]*brew install[\s\S]*winget/);
  });

  test("the first command that will do is taken", () => {
    const willNotDo = [process.execPath, "-e", "process.exit(3)", "--"];
    const willDo = [process.execPath, "-e", "process.exit(0)", "--"];
    expect(() => findPython([["no-such-python"], willNotDo])).toThrow("JupyterLab needs Python 3.10");
    expect(findPython([["no-such-python"], willNotDo, willDo])).toEqual(willDo);
  });
});
