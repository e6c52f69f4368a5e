/** What users of the package see of this room: numbers, names, verdicts and columns in words. */

export type { Printable } from "./printable.js";
