import { column, type Run, type RunOutcome } from "../engine/run.js";
import { csv } from "./csv.js";

/** Characters. Lines are handed on in pieces of about this size, so that a large run never stands in memory as text. */
const pieceSize = 65_536;

/**
 * The outcomes of a run as CSV, in pieces: one line per response × design × world, outcomes across, full precision; the header
 * says each unit. Shares are 0–1. Texts that a spreadsheet would run as a formula get a leading apostrophe.
 */
export const outcomesCsv = (run: Run): Iterable<string> => pieces(outcomeLines(run));

/** The assumptions of a run as drawn, as CSV: one line per world, assumptions across, in base units. */
export const assumptionsCsv = (run: Run): Iterable<string> => pieces(assumptionLines(run));

function* outcomeLines(run: Run): Generator<string, void, undefined> {
  const names = run.outcomes.map((one) => `${one.name} [${outcomeUnit(one, run.currency)}]`);
  const first = run.shard?.first ?? 0;
  yield csv([["response", "design", "role", "world", ...names]]);
  for (const response of run.responses) {
    for (const { name, role } of run.designs) {
      const values = run.outcomes.map((one) => column(run, name, one.name, response));
      for (let w = 0; w < run.worlds; w++)
        yield csv([[response, name, role, first + w, ...values.map((one) => one[w])]]);
    }
  }
}

function* assumptionLines(run: Run): Generator<string, void, undefined> {
  const values = [...run.draws.values()];
  yield csv([["world", ...run.assumptions]]);
  const first = run.shard?.first ?? 0;
  for (let w = 0; w < run.worlds; w++) yield csv([[first + w, ...values.map((one) => one[w])]]);
}

/** What one unit of an outcome is: `EUR per KAM over the horizon`, `share of accounts`. */
export function outcomeUnit({ unit, per }: Pick<RunOutcome, "unit" | "per">, currency: string): string {
  if (unit.dimension.startsWith("money")) return `${currency} ${per}`;
  return unit.dimension.startsWith("share") && !per.includes("share") ? `share ${per}` : per;
}

function* pieces(lines: Iterable<string>): Generator<string, void, undefined> {
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
