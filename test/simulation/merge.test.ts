import { expect, test } from "vitest";
import { edit, parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";

import { simulate } from "../../src/simulation/simulate.js";
import { mergeRuns } from "../../src/simulation/storage/merge.js";
import { encodeRun } from "../../src/simulation/storage/run-bytes.js";
import { small } from "../node/command.js";

const scenario = parseScenario(small, { name: "small.yaml" });
const part = (index: number, of: number, replications = 13): Promise<Run> =>
  simulate(scenario, { replications, shard: { index, of } });
const [whole, one, two, three] = await Promise.all([
  simulate(scenario, { replications: 13 }),
  ...[1, 2, 3].map((index) => part(index, 3)),
]);

test("parts of 13 worlds, which are seven draws, are of 4, 4 and 6 in three, and joined in any order they are the whole, to the last bit", () => {
  expect([one, two, three].map(({ worlds, shard }) => [shard?.first, worlds])).toEqual([
    [0, 4],
    [4, 4],
    [8, 6],
  ]);
  for (const order of [
    [one, two, three],
    [three, one, two],
  ])
    expect(encodeRun(mergeRuns(order))).toEqual(encodeRun(whole));
});

test("what does not belong together is refused by name and reason", async () => {
  const other = parseScenario(small.replace("40 %", "50 %").replace("60 %", "50 %"), { name: "small.yaml" });
  const alone = edit(scenario, (file) => {
    file.run = { ...file.run, "lucks per draw": 1 };
  });
  const shard = { index: 2, of: 3 };
  const cases: readonly (readonly [Run, RegExp])[] = [
    [await simulate(other, { replications: 13, shard }), /^run 2: scenario Small \(.*\), but run 1 has Small/],
    [await simulate(scenario, { replications: 13, shard, seed: 6 }), /^run 2: seed 6, but run 1 has 5/],
    [await simulate(scenario, { replications: 13, shard, horizon: 24 }), /^run 2: horizon 24 months, but run 1 has 12/],
    [await part(2, 3, 16), /^run 2: number of worlds 16, but run 1 has 14/],
    [await simulate(alone, { replications: 14, shard }), /^run 2: scenario Small \(.*\), but run 1 has Small/],
    [{ ...two, lucksPerDraw: 3 }, /^run 2: number of worlds of a draw 3, but run 1 has 2/],
    [await part(2, 4), /^run 2: number of parts 4, but run 1 has 3/],
    [{ ...two, version: "0.0.0" }, /^run 2: version of rewardlab 0\.0\.0, but run 1 has/],
    [{ ...two, held: [] }, /^run 2: another hold than run 1; merge only parts of one run/],
    [{ ...two, isComplete: false }, /^run 2: part 2 of 3 was stopped early; run it again with --resume/],
    [whole, /^run 2: it is a whole run, not a part of one/],
    [three, /^run 3: part 3 of 3 is given twice, also as run 2; leave one out/],
  ];
  for (const [piece, message] of cases) expect(() => mergeRuns([one, piece, three])).toThrow(message);
  expect(() => mergeRuns([one, three])).toThrow("merge: part 2 of 3 missing; run --shard 2/3 as well");
  expect(() => mergeRuns([two])).toThrow("merge: parts 1 and 3 of 3 missing");
  expect(() => mergeRuns([])).toThrow("no parts were given");
});

test("a part that cannot be is refused, and so is a part with a precision", async () => {
  for (const [index, of] of [
    [0, 3],
    [4, 3],
    [1.5, 3],
  ])
    await expect(part(index, of)).rejects.toThrow(`shard: ${index}/${of} is no part`);
  await expect(part(1, 8)).rejects.toThrow("shard: 14 worlds cannot be split into 8 parts; ask for at most 7");
  await expect(simulate(scenario, { precision: 10, shard: { index: 1, of: 2 } })).rejects.toThrow(
    "shard: a part does not know how precise the whole is",
  );
});

test("a Latin hypercube may be cut within its blocks, and joined it is the whole", async () => {
  const sampling = "latin hypercube";
  const cut = (index: number) => simulate(scenario, { replications: 2000, sampling, shard: { index, of: 3 } });
  const all = await simulate(scenario, { replications: 2000, sampling });
  const [first, second, third] = [await cut(1), await cut(2), await cut(3)];
  expect([first, second, third].map((run) => [run.shard?.first, run.worlds])).toEqual([
    [0, 682],
    [682, 682],
    [1364, 684],
  ]);
  expect(Buffer.compare(encodeRun(mergeRuns([third, first, second])), encodeRun(all))).toBe(0);
  expect(() => mergeRuns([first, { ...second, sampling: undefined }, third])).toThrow(
    "run 2: sampling independent, but run 1 has latin hypercube",
  );
});
