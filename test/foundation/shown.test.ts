import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "../../src/foundation/text/problem.js";
import { heading, list, note, paragraph, title } from "../../src/foundation/text/sheet.js";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { escapedText, isCommanding, shownLine } from "../../src/foundation/text/text.js";
import { terminalText } from "../../src/node/terminal.js";
import { printable } from "../../src/wording/printable.js";

/** What a terminal obeys, ends a line at or turns the direction by, and a carriage return that stands alone. */
const commands = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
const isInert = (text: string): boolean => !commands.test(text.replace(/\r\n|[\n\t]/g, ""));

const hostile = "T\u001b[2J\u001b]8;;http://127.0.0.1:9\u0007x\u001b]8;;\u0007\u202Eend\u009b31m\u2028\r\u007f";

const any = fc.string({ unit: fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 3 })) });

describe("control characters and marks of direction", () => {
  test("are written out", () => {
    expect(escapedText("a\u001b[31mb\u202ec\u0085d")).toBe("a\\x1b[31mb\\u202ec\\u0085d");
    expect(escapedText("one\ttwo\nthree\r\nfour\rfive")).toBe("one\ttwo\nthree\r\nfour\\x0dfive");
    expect(shownLine("one\n  two")).toBe("one two");
  });

  test("nothing else changes, whatever the text", () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(isInert(escapedText(text))).toBe(true);
        expect(escapedText(escapedText(text))).toBe(escapedText(text));
        if (isInert(text) && !commands.test(text)) expect(isCommanding(text)).toBe(false);
        if (isInert(text)) expect(escapedText(text)).toBe(text);
      }),
    );
  });

  test("JSON stays JSON and says the same", () => {
    fc.assert(
      fc.property(any, (text) => {
        const written = escapedText(JSON.stringify({ text }));
        expect(isInert(written)).toBe(true);
        expect(JSON.parse(written)).toEqual({ text });
      }),
    );
  });

  test("stand in no message, sheet or printout", () => {
    fc.assert(
      fc.property(any, (text) => {
        const { message } = new Problem({ place: text, fault: text, remedy: text });
        expect(isInert(message) && !/[\n\r]/.test(message)).toBe(true);
        const columns = [{ title: text, cells: [text] }] as const;
        const pieces = [title(text), paragraph(text), note(text), heading(text), list([text])];
        const sheet = sheetText([[...pieces, { form: "table", table: { caption: text, columns, remarks: [[text]] } }]]);
        expect(isInert(sheet)).toBe(true);
        expect(isInert(String(printable({}, () => text)))).toBe(true);
      }),
    );
  });

  test("bold text of our own is bold, that of others is not obeyed", () => {
    const bold = (text: string): string => `\u001b[1m${text}\u001b[0m`;
    const text = sheetText([[heading("Answer \u001b[2J"), paragraph("\u001b[1mloud")]], { heading: bold });
    expect(terminalText(text, true)).toBe("\u001b[1mAnswer \\x1b[2J\u001b[0m\n\\x1b[1mloud");
    expect(terminalText(text)).not.toContain("\u001b");
  });
});
