/**
 * Writes docs/coverage.md from what the studies left in a folder: `cheap.jsonl`, `crossed.jsonl`, `twins.jsonl`, `flagship.jsonl` (run.mjs),
 * `worlds-200.jsonl`, `worlds-800.jsonl`, `worlds-5000.jsonl` (run.mjs), `plans-cheap.md`, `plans-flagship.md` (plans.mjs), `teams.md`
 * (teams.mjs). Every number of the page comes from them.
 *
 *     node bench/coverage/page.mjs FOLDER
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("give the folder of the rows: node bench/coverage/page.mjs FOLDER");
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const said = (script, ...args) =>
  execFileSync(process.execPath, [here(script), ...args], { encoding: "utf8", maxBuffer: 1 << 28 }).trim();
const rows = (name) => join(folder, `${name}.jsonl`);
const written = (name) => readFileSync(join(folder, `${name}.md`), "utf8").trim();

const page = `# Do intervals cover where designs are held equal?

Made by \`bench/coverage\` ([how to run it](../bench/README.md#coverage-where-designs-are-held-equal)); seeds were fixed beforehand. The method is in
[Fair comparison](method/18-fair-comparison.md), decision 41.

Every seed is a run of its own: its own plans, its own worlds. *SD ÷ claimed SE*: how far estimates really scatter from seed to seed, over the
standard error each run claims; 1 is right, above 1 is too sure. *Coverage*: the share of runs whose 95 % interval holds the truth. *Off*: the mean
over seeds less the truth, in standard errors of one run. Every number is tested: its ratio against 1 (delta method, with the fourth
moment), its coverage against 95 % (exact binomial; the truth has an error of its own, the same for all seeds, which the test averages
over). All tests of a study are judged together (Holm 1979) at 1 %. \`least\`, \`mean\` and \`most\` are over the designs (or assumptions) of a kind.

${said("read.mjs", "Annual against two-year pay", rows("cheap"))}

A team of two managers, two years, five designs held at equal cost and difficulty (\`bench/coverage/annual-and-two-years.json\`): small on purpose, for with two
managers plans miss most. Ends of a tornado come from a fifth of the draws of a skewed difference; intervals from so few draws cover a little less than
they say.

${said("read.mjs", "Reward crossed with period", rows("crossed"))}

The same team, cash or recognition crossed with one or two years: effects of factors and their interaction.

${said("read.mjs", "Twins", rows("twins"))}

The same cells on today's weights, so that "annual, 1 year" is today's plan again, made equal a second time. What is rejected is all of that one pair, and on the safe
side: errors of slopes are taken as independent between designs, which is too much for designs that are alike, so their difference, which is
next to nothing, is given an interval up to twice as wide as it needs.

${said("read.mjs", "The flagship", rows("flagship"))}

## Errors shrink as 1/√worlds

Annual against two-year pay: standard deviation from seed to seed times √worlds, over that of 200 worlds (\`bench/coverage/shrink.mjs\`); 1 is right.

${said("shrink.mjs", rows("worlds-200"), rows("worlds-800"), rows("worlds-5000"))}

## Plans in fresh worlds

\`bench/coverage/plans.mjs\`: plans searched on many pilot worlds, each with its mirror image, and run as they were found in fresh worlds of another seed.
Results never use a plan as it was found: they are corrected for what it misses. Wanted is half a per cent of cost and one point of the share at target. What is left is
luck, of the pilots and of the fresh worlds; the ± beside it is that of the fresh worlds.

${written("plans-flagship")}

${written("plans-cheap")}

## Luck of a team is not ignorance

\`bench/coverage/teams.mjs\` on the flagship with three designs: "raises keep people" in teams of several sizes. The share of worlds in which it happens grows with
the team; the share of draws in which it is to be expected does not.

${written("teams")}
`;
writeFileSync(here("../../docs/coverage.md"), page);
