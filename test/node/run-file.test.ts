import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { loadRun, saveAssumptionsCsv, saveOutcomesCsv, saveRun } from "../../src/node/runs/run-file.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";

import { simulate } from "../../src/simulation/simulate.js";
import { encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { small, temporaryFolder } from "./command.js";

const folder = temporaryFolder();
const path = join(folder, "a.rewardlab");
let run: Run;

beforeAll(async () => {
  run = await simulate(parseScenario(small, { name: "small.yaml" }), { replications: 4 });
  await saveRun(run, path);
});

test("a run comes back from its file as it was", async () => {
  const back = await loadRun(path);
  expect({ ...back }).toEqual(run);
  expect(String(back)).toContain("4 worlds of 2 managers over 1 year, seed 5");
});

test("the file is gzip without time or system, of the bytes of the run", () => {
  const file = readFileSync(path);
  expect([...file.subarray(0, 3), ...file.subarray(4, 8), file[9]]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 255]);
  expect(new Uint8Array(gunzipSync(file))).toEqual(encodeRun(run));
});

test("the folder of a scenario leaves no trace in its run", async () => {
  const from = async (name: string): Promise<Uint8Array> =>
    encodeRun(await simulate(parseScenario(small, { name }), { replications: 4 }));
  const bytes = await from("small.yaml");
  for (const name of ["studies/of a client/small.yaml", "../small.yaml", "C:\\Users\\somebody\\small.yaml"])
    expect(await from(name), name).toEqual(bytes);
});

describe("a file that is not packed, as large runs are", () => {
  const bare = join(folder, "bare.rewardlab");

  test("gives its columns when they are asked for, each the one that was saved", async () => {
    writeFileSync(bare, encodeRun(run));
    const back = await loadRun(bare);
    expect(back.hash).toBe(run.hash);
    expect(new Map(back.columns)).toEqual(run.columns);
    expect(new Map(back.draws)).toEqual(run.draws);
    expect([back.columns.size, back.columns.has("x")]).toEqual([run.columns.size, false]);
    expect([...back.columns.values()].length).toBe(run.columns.size);
    expect(encodeRun(await loadRun(bare))).toEqual(encodeRun(run));
  });

  test("opens without reading them, and finds the one that is damaged when it is read", async () => {
    const bytes = encodeRun(run);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(bare, bytes);
    const back = await loadRun(bare);
    const names = [...back.draws.keys()];
    expect(back.draws.get(names[0])).toEqual(run.draws.get(names[0]));
    expect(() => back.draws.get(names.at(-1) as never)).toThrow(`${bare}: damaged: its checksum does not fit`);
  });

  test("is refused when its header is damaged, when it is cut short, and when it changes while it is open", async () => {
    const bytes = encodeRun(run);
    const back = await (async () => {
      writeFileSync(bare, bytes);
      return loadRun(bare);
    })();
    truncateSync(bare, bytes.length - 8);
    await expect(loadRun(bare)).rejects.toThrow(`${bare}: cut short: ${bytes.length - 8} of ${bytes.length} bytes`);
    expect(() => [...back.columns]).toThrow("it has changed since it was opened");
    bytes[40] ^= 1;
    writeFileSync(bare, bytes);
    await expect(loadRun(bare)).rejects.toThrow(`${bare}: damaged`);
  });
});

test("an older file is replaced whole, and nothing is left beside it", async () => {
  const place = join(folder, "older.rewardlab");
  writeFileSync(place, "x".repeat(1_000_000));
  await saveRun(run, place);
  expect(readFileSync(place).equals(readFileSync(path))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
});

test("what was cut short or changed on the way is refused by name", async () => {
  const torn = join(folder, "torn.rewardlab");
  writeFileSync(torn, readFileSync(path));
  truncateSync(torn, 5000);
  await expect(loadRun(torn)).rejects.toThrow(`${torn}: damaged or cut short: it cannot be unpacked; simulate`);
  const changed = readFileSync(path);
  changed[changed.length >> 1] ^= 1;
  writeFileSync(torn, changed);
  await expect(loadRun(torn)).rejects.toThrow(/torn\.rewardlab: damaged/);
  await expect(loadRun(join(folder, "b.rewardlab"))).rejects.toThrow(
    /b\.rewardlab: no such file; (did you mean|expected)/,
  );
});

test("CSV files hold every line", async () => {
  const [outcomes, assumptions] = ["o.csv", "a.csv"].map((name) => join(folder, name));
  await saveOutcomesCsv(run, outcomes);
  await saveAssumptionsCsv(run, assumptions);
  const count = (place: string): number => readFileSync(place, "utf8").trimEnd().split("\r\n").length;
  expect(count(outcomes)).toBe(1 + run.responses.length * run.designs.length * 4);
  expect(count(assumptions)).toBe(1 + 4);
});

test("a place that cannot be written is refused with a remedy", async () => {
  await expect(saveRun(run, join(folder, "nowhere", "a.rewardlab"))).rejects.toThrow(
    /there is no folder .*nowhere; make it first/,
  );
  await expect(saveRun(run, folder)).rejects.toThrow("it is a folder; name a file in it");
  await expect(saveRun(run, join(path, "a.rewardlab"))).rejects.toThrow("is a file, not a folder; choose a folder");
});
