import { refuse } from "../../foundation/problem.js";
import { refuseUnwritable, writeFileWhole } from "../files.js";

/** Prints what a command has to say, or writes it to a file. Text ends with one newline. */
export async function deliver(text: string, out: string | undefined): Promise<void> {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (out === undefined) process.stdout.write(whole);
  else await writeFileWhole(out, [whole]);
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
