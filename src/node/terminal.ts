import { boldOff, boldOn, escapedText } from "../foundation/text/text.js";

/**
 * What is printed of a text: nothing in it commands the terminal but, where it is styled here, our own codes for bold, which are put
 * around text that commands nothing any more.
 */
export const terminalText = (text: string, isStyled = false): string =>
  isStyled
    ? text
        .split(boldOn)
        .map((part) => part.split(boldOff).map(escapedText).join(boldOff))
        .join(boldOn)
    : escapedText(text);

/** Prints text to the output stream. This and `warn` are the only ways out to a terminal. */
export function print(text: string, isStyled = false): void {
  process.stdout.write(terminalText(text, isStyled));
}

/** Prints text to the error stream. */
export function warn(text: string): void {
  process.stderr.write(terminalText(text));
}
