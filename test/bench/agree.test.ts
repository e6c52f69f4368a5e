import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const run = fileURLToPath(new URL("../../bench/run.mjs", import.meta.url));
const bench = (...options: string[]) => spawnSync(process.execPath, [run, ...options], { encoding: "utf8" });

const { status, stdout, stderr } = bench("--agree");
const lines = stdout.trim().split("\n");

/** What the benchmark says of one implementation. */
const lineOf = (name: string): string => lines.find((line) => line.startsWith(`${name}: `)) ?? `nothing about ${name}`;

describe("the benchmark compares implementations that say the same", () => {
  test("none of those that can run disagrees", () => {
    expect(stderr).toBe("");
    expect(stdout).not.toContain("DISAGREES");
    expect(status).toBe(0);
  });

  test.for(["objects", "cpp", "numpy-usual", "numpy-tuned"])("%s", (name, { skip }) => {
    const line = lineOf(name);
    const missing = /: not run: (g\+\+|python3 with numpy) is missing$/.exec(line)?.[1];
    skip(missing !== undefined, `${name} is not compared: ${missing} is missing`);
    const [, count, gap] = /agrees in (\d+) numbers, largest difference ([\d.e+-]+)$/.exec(line) ?? [line];
    // 42 tasks, 39 outcomes, 4 worlds
    expect(Number(count)).toBe(6_552);
    expect(Number(gap)).toBeLessThan(1e-8);
    // One that rounds in every number as the engine does would be the engine itself.
    expect(Number(gap)).toBeGreaterThan(0);
  });
});

describe("agreement", async () => {
  const { agreement } = (await import(fileURLToPath(new URL("../../bench/peers.mjs", import.meta.url)))) as {
    agreement: (values: Float64Array, reference: Float64Array, given: unknown) => { worst: number; where: string };
  };
  const given = {
    worlds: 2,
    tasks: [{ design: 0, response: "none" }],
    designs: [{ name: "today" }],
    outcomes: [
      { name: "revenue", isMoney: true },
      { name: "effort", isMoney: false },
    ],
  };
  const reference = Float64Array.of(500_000, 0.5, 2, 1e-4);

  test("is relative, but never to less than what an outcome is read to", () => {
    expect(agreement(reference, reference, given).worst).toBe(0);
    expect(agreement(Float64Array.of(500_001, 0.5, 2, 1e-4), reference, given).worst).toBeCloseTo(2e-6, 12);
    expect(agreement(Float64Array.of(500_000, 0.6, 2, 1e-4), reference, given).worst).toBeCloseTo(0.1, 12);
    expect(agreement(Float64Array.of(500_000, 0.5, 2, 2e-4), reference, given).worst).toBeCloseTo(0.1, 12);
  });

  test("names the number that differs most", () => {
    const { where } = agreement(Float64Array.of(500_000, 0.5, 2.2, 1e-4), reference, given);
    expect(where).toBe("today, none, effort, world 0: 2.2, not 2");
  });

  test("a number that is none, or is not there, agrees with nothing", () => {
    const infinite = Number.POSITIVE_INFINITY;
    expect(agreement(Float64Array.of(500_000, Number.NaN, 2, 1e-4), reference, given).worst).toBe(infinite);
    expect(agreement(Float64Array.of(500_000), reference, given).worst).toBe(infinite);
  });
});

test.each([
  [["--agreed"], "bench: --agreed is unknown; use --quick, --agree, --write\n"],
  [["--quick", "--write"], "bench: --write needs the whole benchmark; leave out --quick and --agree\n"],
])("%s is refused", (options, says) => {
  const refused = bench(...options);
  expect(refused.stderr).toBe(says);
  expect(refused.status).toBe(2);
});
