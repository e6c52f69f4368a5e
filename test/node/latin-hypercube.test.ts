import { describe, expect, test } from "vitest";
import { built } from "./built.js";

const index = await built.index();
const { decodeRun, encodeRun } = await built.bytes();

const bonus = { kind: "cash bonus", "at target": "18000 EUR/year" };
const scenario = index.makeScenario({
  rewardlab: 2,
  title: "Tiny",
  horizon: "3 months",
  team: { managers: 1 },
  accounts: { "per manager": 1 },
  designs: { revenue: { period: "3 months", weights: { "account revenue": "100 %" }, rewards: [bonus] } },
});

describe("a Latin hypercube asked for beside the file", () => {
  test("gives the same bits for any number of threads, and says how worlds were drawn", async () => {
    const [one, two, written] = [
      await index.simulate(scenario, { sampling: "latin hypercube", replications: 2000, pilots: 24, workers: 1 }),
      await index.simulate(scenario, { sampling: "latin hypercube", replications: 2048, pilots: 24, workers: 2 }),
      await index.simulate(
        index.edit(scenario, (file) => {
          file.run = { sampling: "latin hypercube", worlds: 2048 };
        }),
        { pilots: 24 },
      ),
    ];
    expect(encodeRun(two)).toEqual(encodeRun(one));
    for (const [name, values] of one.columns) expect(written.columns.get(name)).toEqual(values);
    expect(one.scenario.run?.sampling).toBe("latin hypercube");
    expect(decodeRun(encodeRun(one)).sampling).toBe("latin hypercube");
    expect(one.toString()).toContain("drawn by latin hypercube: errors come from blocks of 256 worlds");
    expect(index.compare(one).about).toMatchObject({ worlds: 2048, sampling: "latin hypercube" });
  });

  test("goes on in whole blocks until it is precise", async () => {
    const designs = {
      ...scenario.file.designs,
      nothing: { rewards: [{ kind: "salary top-up", amount: "1000 EUR/year" }] },
    };
    const two = index.edit(scenario, (file) => {
      file.designs = designs as typeof file.designs;
    });
    const run = await index.simulate(two, {
      sampling: "latin hypercube",
      replications: 2048,
      pilots: 24,
      precision: "1000 EUR",
    });
    expect(run.worlds % 2048).toBe(0);
    const row = index.compare(run, { outcomes: ["net value"] }).rows.find(({ design }) => design === "nothing");
    const { low, high } = row!.difference!;
    expect((high - low) / 2).toBe(run.precision!.reached);
  });

  test("is refused for a handful of worlds and by another name", async () => {
    await expect(index.simulate(scenario, { sampling: "latin hypercube", replications: 500 })).rejects.toThrow(
      "in blocks of 256 and needs 8 of them, got 500 worlds",
    );
    await expect(index.simulate(scenario, { sampling: "latin" })).rejects.toThrow(
      'run.sampling: unknown value "latin"; expected one of independent, latin hypercube',
    );
  });
});
