import type { z } from "zod";
import { camelToWords, formatNumber, significant } from "../foundation/text/text.js";
import { formatQuantity } from "../foundation/values/quantity.js";
import { accounts } from "../model/accounts/index.js";
import { activities, defaultActivities } from "../model/activities/index.js";
import { assumptions, defaultText, shareAndAmount } from "../model/assumptions.js";
import { curves } from "../model/curves/index.js";
import type { PlainNumbers } from "../model/frame/part.js";
import { linkages } from "../model/linkages/index.js";
import type { Linkage } from "../model/linkages/linkage.js";
import { measures } from "../model/measures/index.js";
import { outcomes } from "../model/outcomes/index.js";
import { people } from "../model/people/index.js";
import { responses } from "../model/responses/index.js";
import { rewards } from "../model/rewards/index.js";
import { payoutTerms } from "../scenario/payout-terms/payout-terms.js";
import { reference } from "./references.js";
import { markdownTable, settingsTable } from "./settings-table.js";

const viewText = (view: PlainNumbers | undefined): string =>
  Object.entries(view ?? {})
    .map(([name, value]) => `${camelToWords(name)} ${formatNumber(significant(value, 7), {})}`)
    .join(", ");

const references = (list: readonly string[]): string => `*Rests on:* ${list.map(reference).join("; ")}.`;

const rewardPages = (): string =>
  rewards
    .map((one) =>
      [
        `### ${one.kind}`,
        one.summary,
        references(one.references),
        settingsTable(one.settings as z.ZodType),
        `Worked examples:\n\n${one.examples.map((example) => `- ${example.why}: \`${JSON.stringify(example.settings)}\` gives ${viewText(example.gives as PlainNumbers)}`).join("\n")}`,
      ].join("\n\n"),
    )
    .join("\n\n");

const curvePages = (): string =>
  curves
    .map((one) =>
      [
        `### ${one.kind}: ${one.title}`,
        one.summary,
        references(one.references),
        settingsTable(one.settings as z.ZodType),
        `Worked examples:\n\n${one.examples.map((example) => `- ${example.why}: a score of ${formatNumber(example.score, { digits: 4 })} pays ${formatNumber(example.pays, { digits: 4 })}`).join("\n")}`,
      ].join("\n\n"),
    )
    .join("\n\n");

const linkagePages = (): string =>
  linkages
    .map((one) =>
      [
        `### ${one.kind}`,
        one.summary,
        references(one.references),
        settingsTable(one.settings as z.ZodType),
        `Worked examples:\n\n${one.examples.map(linkageExample).join("\n")}`,
      ].join("\n\n"),
    )
    .join("\n\n");

const linkageExample = ({ why, linked, pays, score, gives }: Linkage["examples"][number]): string => {
  const number = (value: number): string => formatNumber(value, { digits: 4 });
  const own = score === undefined ? `a payout of ${number(pays ?? 1)}` : `a score of ${number(score)}`;
  return `- ${why}: the measure at ${number(linked)} makes ${own} pay ${number(gives)}`;
};

const measurePages = (): string =>
  measures
    .map((one) =>
      [
        `### ${one.name}`,
        one.summary,
        markdownTable(
          ["level", "nature", "timing", "read", "judged by people", "target follows results", "cost of measuring"],
          [
            [
              one.level,
              one.nature,
              one.timing,
              one.sampling,
              one.judged ? "yes" : "no",
              one.rebased ? "yes" : "no",
              shareAndAmount(one.monitoring, { dimension: "money/year" }),
            ],
          ],
        ),
        markdownTable(["WHAT", "HOW", "WHO", "WHEN"], [[one.what, one.how, one.who, one.when]]),
        references(one.references),
        `Worked examples:\n\n${one.examples.map((example) => `- ${example.why}: ${formatNumber(example.gives, { digits: 4 })}`).join("\n")}`,
      ].join("\n\n"),
    )
    .join("\n\n");

const activityTable = (): string =>
  markdownTable(
    [
      "activity",
      "normal share",
      "relationship per FTE",
      "adoption per FTE",
      "sales push per FTE",
      "appeal",
      "ex-sales",
      "in the default list",
    ],
    activities.map(({ name, numbers }) => [
      name,
      formatQuantity(numbers.normal, { dimension: "share" }, "EUR"),
      String(numbers.relationship),
      String(numbers.adoption),
      String(numbers.push),
      String(numbers.appeal),
      `×${numbers.exSales}`,
      defaultActivities.includes(name) ? "yes" : "no",
    ]),
  );

const assumptionTable = (): string =>
  markdownTable(
    ["section", "assumption", "meaning", "default", "source"],
    Object.entries(assumptions).map(([name, one]) => [
      one.section,
      `\`${camelToWords(name)}\``,
      one.meaning,
      defaultText(one),
      reference(one.source),
    ]),
  );

const stepList = (): string =>
  [...Object.values(accounts), ...Object.values(people)]
    .map(
      (one) =>
        `- **${one.title}.** ${one.summary} ${references(one.references)}\n${one.laws.map((law) => `  - law: ${law.law}`).join("\n")}`,
    )
    .join("\n");

const outcomeTable = (): string =>
  markdownTable(
    ["outcome", "meaning", "per", "better when"],
    outcomes.map((one) => [
      `\`${one.name}\``,
      one.summary,
      one.per,
      one.direction === "neither" ? "neither" : one.direction,
    ]),
  );

/** The reference of every part: settings, units, defaults, examples, laws. Made from the parts themselves. */
export function partsPage(): string {
  return `${[
    "# Parts",
    "Made from the parts themselves by `npm run docs`; a test holds it up to date. Every default marked *assumption* is to be replaced by your own data.",
    `## Rewards\n\n${rewardPages()}`,
    `## Payout curves\n\nEvery curve is one form inside: a base, a rate, jumps and kinks. A tie at a jump pays the higher side.\n\n${curvePages()}`,
    `## Linkages\n\nA linkage stands in the settings of a reward that pays on a score and lets another measure decide what it pays: \`gate: { measure: customer satisfaction, at least: 90 % }\`. Where several may stand, they are a list; all of them multiply.\n\n${linkagePages()}`,
    `## Payout terms\n\nHow real people are paid to the cent, under \`payout\`; the rules are in [payout.md](payout.md).\n\n${settingsTable(payoutTerms, { groups: true })}`,
    `## Measures\n\n${measurePages()}`,
    `## Activities\n\n${activityTable()}`,
    `## Responses\n\n${responses.map((one) => `- **${one.name}** (${one.title}). ${one.summary} ${references(one.references)}`).join("\n")}`,
    `## Laws of motion\n\n${stepList()}`,
    `## Outcomes\n\n${outcomeTable()}`,
    `## Assumptions\n\nRanges written *a to b, most likely c* are triangular with hard ends; *a to b, evenly* is uniform; *a to b* alone is a 90 % range.\n\n${assumptionTable()}`,
  ].join("\n\n")}\n`;
}
