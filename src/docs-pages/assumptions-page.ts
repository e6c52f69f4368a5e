import type { Estimate } from "../foundation/maths/summary.js";
import { formatNumber } from "../foundation/text/text.js";
import type { OneAtATime } from "../results/sensitivity/one-at-a-time.js";

const thousands = ({ mean, low, high }: Estimate): string =>
  `${formatNumber(mean / 1000, { digits: 0, sign: true })} ± ${formatNumber((high - low) / 2000, { digits: 0 })}`;

/** How each assumption moves the headline differences, as a page. */
export function assumptionsPage(table: OneAtATime): string {
  const { contrasts, base, rows, worlds, seed, title, hash } = table;
  const swing = (row: OneAtATime["rows"][number]) =>
    Math.max(...row.effects.map(({ low, high }) => Math.abs(high.mean - low.mean)));
  const sorted = [...rows].sort((a, b) => swing(b) - swing(a));
  const flips = sorted.flatMap((row) =>
    row.effects.flatMap((effect, c) =>
      effect.flips
        ? [
            `- **${row.assumption}** flips *${contrasts[c].name}*: ${thousands(effect.low)} at ${row.low}, ${thousands(effect.high)} at ${row.high}`,
          ]
        : [],
    ),
  );
  const head = ["assumption", "low → high", ...contrasts.map((one) => one.name)];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return `# What each assumption does to the answer

Made by \`npm run docs -- --assumptions\` from *${title}* (scenario ${hash.slice(0, 12)}, seed ${seed}, ${worlds} worlds a row). Each assumption in turn is fixed
at its 5th and at its 95th percentile while all others are drawn as ever; designs are held to equal cost and difficulty
anew. Numbers are differences in net value per KAM over the horizon, thousands of EUR, with 95 % Monte Carlo intervals:
*at the low end → at the high end*. Largest movers first.

${contrasts.map((one, c) => `- **${one.name}**: ${one.design} less ${one.against}; with all assumptions drawn ${thousands(base[c])}`).join("\n")}

${line(head)}
${line(head.map(() => "---"))}
${sorted.map((row) => line([`${row.assumption}: ${row.meaning}`, `${row.low} → ${row.high}`, ...row.effects.map(({ low, high, flips: isFlip }) => `${isFlip ? "**" : ""}${thousands(low)} → ${thousands(high)}${isFlip ? "**" : ""}`)])).join("\n")}

## What flips

${flips.length > 0 ? `A flip is a sign that is certain (95 %) at one end and opposite to what is certain elsewhere.\n\n${flips.join("\n")}` : "No single assumption, taken to the end of its range, turns the sign of a headline difference with 95 % certainty."}
`;
}
