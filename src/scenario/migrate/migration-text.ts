import { plural, significant, textTable } from "../../foundation/text/text.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";
import { fileVersion } from "../schema/schema.js";
import { type Migration, shownScores } from "./migration.js";

const percent = (value: number): string => formatQuantity(significant(value, 8), share(), "");

/** A migration in words: what moved where, and what every curve pays before and after. */
export function migrationText({ name, moves, curves }: Migration): string {
  if (moves.length === 0) return `${name}: it is of version ${fileVersion} already`;
  const words = textTable(moves.map(({ place, words }) => [place, words]));
  const head = `${name}: version 1 → ${fileVersion}, ${plural(moves.length, "word")}`;
  if (curves.length === 0) return `${head}\n\n${words}\n\nThe file writes no curve of its own: what rewards pay stays.`;
  const rows = curves.flatMap(({ place, before, after }) => [
    [place, "before", ...before.map(percent)],
    ["", "after", ...after.map(percent)],
  ]);
  const columns = ["What each curve pays at", "", ...shownScores.map(percent)];
  const align = ["left", "left", ...shownScores.map(() => "right" as const)] as const;
  return `${head}\n\n${words}\n\n${textTable([columns, ...rows], { header: true, align })}\n\nEvery curve pays what it paid, at these and all scores between.`;
}
