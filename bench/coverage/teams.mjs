/**
 * "Raises keep people" of the flagship for teams of several sizes: the share of worlds in which the claim holds goes with luck, and so
 * with the number of managers simulated; the share of draws of the assumptions should not.
 *
 *     node bench/coverage/teams.mjs [--worlds 560]
 */

import { testHypotheses } from "../../dist/results/experiments/hypotheses.js";
import { edit } from "../../dist/scenario/scenario.js";
import { column } from "../../dist/simulation/run.js";
import { simulate } from "../../dist/simulation/simulate.js";
import { scenarioOf } from "./main-run.mjs";

const at = process.argv.indexOf("--worlds");
const worlds = at < 0 ? 560 : Number(process.argv[at + 1]);
const claim = "raises keep people";
const flagship = await scenarioOf("flagship");

console.log("| managers | raise − bonus, leavers a year | holds in worlds | in draws | 95 % | verdict |");
console.log("| --: | --: | --: | --: | --- | --- |");
for (const managers of [2, 4, 16, 48]) {
  const scenario = edit(flagship, (file) => {
    file.team = { ...file.team, managers };
    const { today, "cash-1y-output": cash, "raise-1y-output": raise } = file.designs;
    file.designs = { today, "cash-1y-output": cash, "raise-1y-output": raise };
    file.hypotheses = { [claim]: file.hypotheses[claim] };
  });
  const run = await simulate(scenario, { replications: worlds });
  const { difference, holds, verdict, smallestEffect, outcome } = testHypotheses(run).tests[0];
  const [raise, cash] = ["raise-1y-output", "cash-1y-output"].map((one) => column(run, one, outcome.name));
  const inWorlds = raise.filter((one, w) => one - cash[w] <= -smallestEffect).length / run.worlds;
  const per = (value) => (100 * value).toFixed(2);
  const cells = [
    managers,
    `${per(difference.mean)} ± ${per((difference.high - difference.low) / 2)} %`,
    inWorlds.toFixed(2),
    holds.share.toFixed(2),
    `${holds.low.toFixed(2)} to ${holds.high.toFixed(2)}`,
    verdict,
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
