import { refuse } from "../../foundation/text/problem.js";
import { refuseUnwritable, writeFileWhole } from "../../node/files/whole-file.js";
import { print, terminalText } from "../../node/terminal.js";

/** How text is delivered. */
export interface Delivery {
  /** It holds codes of our own for bold text. */
  readonly isStyled?: boolean | undefined;
  /** It says what people are paid: a new file of it is for its owner alone. */
  readonly isPrivate?: boolean | undefined;
}

/** Prints what a command has to say, or writes it to a file. Text ends with one newline and commands no terminal. */
export async function deliver(text: string, out: string | undefined, how: Delivery = {}): Promise<void> {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (out === undefined) print(whole, how.isStyled);
  else await writeFileWhole(out, [terminalText(whole)], how);
}

/** Refuses a place that cannot be written, before any work is done for it. */
export const expectWritable = async (out: string | undefined): Promise<void> => {
  if (out !== undefined) await refuseUnwritable(out);
};

/** One of the formats, `table` unless given. */
export function formatOf<Format extends string>(asked: string | undefined, formats: readonly Format[]): Format {
  const found = formats.find((one) => one === (asked ?? formats[0]));
  return found ?? refuse("--format", `unknown format "${asked}"`, `expected one of ${formats.join(", ")}`);
}
