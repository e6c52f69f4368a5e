import { crc32 } from "node:zlib";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { assumptionsCsv, outcomesCsv } from "../../src/report/runs/run-csv.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";
import { columnName } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { checksum } from "../../src/simulation/storage/checksum.js";
import { decodeRun, encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { small } from "./command.js";

let run: Run;
let bytes: Uint8Array;

beforeAll(async () => {
  run = await simulate(parseScenario(small, { name: "small.yaml" }), { replications: 6 });
  bytes = encodeRun(run);
});

/** The bytes with their checksum made to fit again. */
function sealed(changed: Uint8Array): Uint8Array {
  const view = new DataView(changed.buffer);
  view.setUint32(12, checksum(changed.subarray(16, 20 + view.getUint32(16, true))), true);
  return changed;
}

const headerOf = (all: Uint8Array): string =>
  new TextDecoder().decode(all.subarray(20, 20 + new DataView(all.buffer).getUint32(16, true)));

test("the checksum is CRC-32: its check value, that of nothing, and Node's own of any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
      expect(checksum(any)).toBe(crc32(any));
    }),
  );
  expect(checksum(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(checksum(new Uint8Array())).toBe(0);
});

describe("a saved run", () => {
  test("comes back equal, to the last bit", () => {
    const back = decodeRun(bytes);
    expect(back).toEqual(run);
    expect(encodeRun(back)).toEqual(bytes);
  });

  test("does not depend on when or in which object it was made", async () => {
    const again = await simulate(parseScenario(small, { name: "small.yaml" }), { replications: 6, batch: 2 });
    expect(encodeRun(again)).toEqual(bytes);
  });

  test("stores a column that responses share once, and shares it again", () => {
    const name = (response: string) => columnName(response, "no reward", "net value");
    const [first, second] = run.responses;
    const back = decodeRun(bytes);
    expect(back.columns.get(name(first))).toBe(back.columns.get(name(second)));
    const distinct = new Set([...run.columns.values(), ...run.draws.values()]).size;
    expect(bytes.length).toBe(20 + new DataView(bytes.buffer).getUint32(16, true) + 8 * 6 * distinct);
    expect(distinct).toBeLessThan(run.columns.size);
  });

  test("keeps every finite number, and names of any kind", () => {
    const any = fc.record({
      values: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 5 }),
      name: fc.string(),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(any, ({ values, name, seed }) => {
        const designs = [{ name, title: name, role: "design" as const }];
        const numbers = Float64Array.from(values);
        const columns = new Map([[columnName("none", name, "net value"), numbers]]);
        const outcomes = run.outcomes.slice(0, 1);
        const odd: Run = {
          ...run,
          worlds: values.length,
          seed,
          designs,
          outcomes,
          responses: ["none"],
          columns,
          draws: new Map([[name as never, numbers]]),
        };
        expect(decodeRun(encodeRun(odd))).toEqual(odd);
      }),
    );
  });

  test("is refused when it is read with a number that is none", () => {
    const [name] = run.columns.keys();
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const columns = new Map([...run.columns, [name, Float64Array.of(1, 2, 3, 4, none, 6)] as const]);
      expect(() => decodeRun(encodeRun({ ...run, columns }))).toThrow("not a finite number in world 4");
    }
  });

  test("of the first layout, whose one sum was that of everything, is still read", () => {
    const length = new DataView(bytes.buffer).getUint32(16, true);
    const { sums: _, ...header } = JSON.parse(headerOf(bytes));
    const old = bytes.slice();
    old.fill(0x20, 20, 20 + length);
    old.set(new TextEncoder().encode(JSON.stringify(header)), 20);
    old[8] = 1;
    new DataView(old.buffer).setUint32(12, checksum(old.subarray(16)), true);
    expect(encodeRun(decodeRun(old))).toEqual(bytes);
    old[old.length - 1] ^= 1;
    expect(() => decodeRun(old)).toThrow("damaged");
  });

  test("is refused when it holds columns nobody named", () => {
    const columns = new Map([...run.columns, ["none|nobody|net value", new Float64Array(6)] as const]);
    expect(() => encodeRun({ ...run, columns })).toThrow("does not name");
  });
});

describe("bytes that are no sound run", () => {
  test("any flipped bit is found", () => {
    const place = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
    fc.assert(
      fc.property(place, ({ at, bit }) => {
        const broken = bytes.slice();
        broken[at] ^= 1 << bit;
        expect(() => decodeRun(broken, "x.rewardlab")).toThrow(
          /^x\.rewardlab: (this is not a saved run|a saved run of layout|cut short|damaged)/,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("any missing end is found", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(() => decodeRun(bytes.slice(0, length))).toThrow(/^run: (this is not a saved run|cut short)/);
      }),
    );
  });

  test("each fault has its own words", () => {
    const version = bytes.slice();
    version[8] = 9;
    expect(() => decodeRun(version)).toThrow(
      "run: a saved run of layout 9, this is layout 2; use the version of rewardlab that saved it",
    );
    expect(() => decodeRun(new TextEncoder().encode("rewardlab: 2\ntitle: x"))).toThrow("run: this is not a saved run");
    expect(() => decodeRun(new Uint8Array())).toThrow("run: this is not a saved run");
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(() => decodeRun(longer)).toThrow("damaged");
    expect(() => decodeRun(sealed(longer))).toThrow("damaged");
  });

  test("a header that lies about its columns is refused", () => {
    for (const [from, to] of [
      ['"worlds":6', '"worlds":0'],
      ['"layout":', '"legout":'],
      ['"columns":[0', '"columns":[9'],
    ]) {
      const forged = bytes.slice();
      const header = headerOf(bytes).replace(from, to);
      forged.set(new TextEncoder().encode(header), 20);
      expect(header, from).toContain(to);
      expect(() => decodeRun(sealed(forged)), from).not.toThrow("damaged");
      if (to !== '"columns":[9')
        expect(() => decodeRun(sealed(forged)), from).toThrow("its header is not that of a run");
    }
  });
});

describe("CSV of a run", () => {
  const lines = (pieces: Iterable<string>): string[] => [...pieces].join("").trimEnd().split("\r\n");

  test("has a line for every response, design and world, and the run's own numbers", () => {
    const all = lines(outcomesCsv(run));
    expect(all).toHaveLength(1 + run.responses.length * run.designs.length * run.worlds);
    expect(all[0]).toMatch(/^response,design,role,world,net value \[EUR per KAM over the horizon\],/);
    const cells = all[1 + 6 * (run.designs.length + 1) + 4].split(",");
    expect(cells.slice(0, 4)).toEqual([run.responses[1], "inputs", "design", "4"]);
    expect(Number(cells[4])).toBe(run.columns.get(columnName(run.responses[1], "inputs", "net value"))?.[4]);
  });

  test("has a line of assumptions for every world", () => {
    const all = lines(assumptionsCsv(run));
    expect(all).toHaveLength(1 + run.worlds);
    expect(all[0].split(",").slice(1)).toEqual(run.assumptions);
    expect(Number(all[3].split(",")[1])).toBe([...run.draws.values()][0][2]);
  });

  test("runs no formula and keeps its columns, whatever designs are called", () => {
    for (const name of ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "\t=1", 'a "b", c', "＝1"]) {
      const designs = [{ ...run.designs[0], name }];
      const columns = new Map(run.outcomes.map((one) => [columnName("none", name, one.name), new Float64Array(6)]));
      const [, first] = lines(outcomesCsv({ ...run, designs, columns, responses: ["none"] }));
      expect(first, name).toMatch(name.startsWith("a") ? /^none,"a ""b"", c",design,0,0,/ : /^none,"?'/);
    }
  });

  test("hands large runs on in pieces", () => {
    const many = new Map(
      [...run.columns].map(([name, values]) => [name, Float64Array.from({ length: 60 }, (_, w) => values[w % 6])]),
    );
    const pieces = [...outcomesCsv({ ...run, worlds: 60, columns: many })];
    expect(pieces.length).toBeGreaterThan(4);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(80_000);
    expect(lines(pieces)).toHaveLength(1 + run.responses.length * run.designs.length * 60);
  });
});
