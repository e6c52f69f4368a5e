import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const data = join(import.meta.dirname, "..", "..", "data");

/** Texts of a folder of `data`, by file name without ending. */
const textsOf = (folder: string, ending: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(data, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => [name.slice(0, -ending.length), readFileSync(join(data, folder, name), "utf8")]),
  );

/** What the validation reads, as shipped. */
export const shipped = {
  laboratory: textsOf("laboratory", ".yaml"),
  evidence: textsOf("evidence", ".csv"),
  quick: true,
};
