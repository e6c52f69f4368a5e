import { validationSheet } from "../../report/tables/validation-page.js";
import { type ValidationRow, validate as validateTexts } from "../../validation/validate.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { validationInputs } from "./validation-inputs.js";

export interface ValidateAsked {
  /** Which results, such as `E3` or `R1`; all unless given. */
  readonly ids?: readonly string[] | undefined;
  /** Fewer draws. */
  readonly quick?: boolean | undefined;
  /** Folder with your own tables of the evidence base; the shipped ones unless given. */
  readonly evidence?: string | undefined;
}

/** Known numbers beside ours. */
export interface Validation {
  readonly rows: readonly ValidationRow[];
  /** Whether every number that decides is within its tolerance. */
  readonly passed: boolean;
}

/**
 * Holds the package against what is known, with the scenarios and the evidence base it ships. Throws a Problem for unknown results
 * and for tables that cannot be read; a number that is off is a row that did not pass.
 *
 *     const { rows } = await validate({ ids: ["E1", "R1"] });
 */
export async function validate({ ids, quick, evidence }: ValidateAsked = {}): Promise<Validation & Printable> {
  const rows = validateTexts({ ids, quick, ...(await validationInputs(ids, evidence)) });
  return printableSheet({ rows, passed: rows.every(({ passed }) => passed) }, (found) => validationSheet(found.rows));
}
