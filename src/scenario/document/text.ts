import { Composer, type Document, Lexer, LineCounter, type ParsedNode, Parser, type CST as Syntax } from "yaml";
import { refuse } from "../../foundation/text/problem.js";
import { type FilePlace, filePlaceText } from "./place.js";

/** Characters. A scenario file is a few kilobytes; a megabyte is data that belongs beside it. */
const MOST_CHARACTERS = 1_000_000;
/** Words and marks (lexical tokens). About 60,000 settings; keeps the time to read any file under a second. */
const MOST_TOKENS = 400_000;
/**
 * Open brackets and indents while parsing. Far above the depth a scenario may have, far below the depth at which the
 * library's recursion exhausts the stack: there V8 can abort the whole process, which no `catch` would stop.
 */
const MOST_OPEN = 200;

/** Remedies for the errors people make most, by the code of the `yaml` library. */
const REMEDIES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "use spaces",
  BAD_INDENT: "start the settings of one mapping in the same column, and close every [ and {",
  BLOCK_AS_IMPLICIT_KEY: 'put one setting on a line, and text that holds ": " in quotes',
  BAD_SCALAR_START: "put the text in quotes",
  BAD_DQ_ESCAPE: "write \\\\ for a backslash, or use single quotes",
  MISSING_CHAR: "add the missing mark: a colon after a key, or a closing quote or bracket",
};

/** A parsed file: its one YAML node (none when the file says nothing) and where its lines start. */
export interface ParsedText {
  readonly contents: ParsedNode | null;
  /** The place of a character offset in the text. */
  readonly placeAt: (offset: number) => FilePlace;
}

/**
 * Parses the text of one YAML 1.2 (core schema) or JSON document. Throws a Problem with a place when the text is not
 * such a document, or is too large or too deep to read quickly.
 */
export function parseText(source: string, name: string): ParsedText {
  // A byte order mark and tabs that indent JSON are legal; both are made harmless without moving any column.
  const bare = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const text = /^\s*\{/.test(bare) ? bare.replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", " ")) : bare;
  if (text.length > MOST_CHARACTERS) {
    refuse(name, `too large: ${text.length} characters, at most ${MOST_CHARACTERS}`, "keep data in files of its own");
  }
  refuseUnreadable(text, name);
  const lines = new LineCounter();
  const placeAt = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = tokensOf(text, name, lines, placeAt);
  const document = composed(tokens, text.length, name);
  const error = document?.errors[0];
  if (error !== undefined) {
    const remedy = REMEDIES[error.code] ?? "correct the YAML there";
    refuse(filePlaceText(name, placeAt(error.pos[0]), []), `not valid YAML: ${oneLine(error.message)}`, remedy);
  }
  return { contents: document?.contents ?? null, placeAt };
}

/** Refuses what is not text: control characters (the YAML lexer gives some of them a meaning of its own) and bad UTF-8. */
function refuseUnreadable(text: string, name: string): void {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      line++;
      lineStart = i + 1;
    } else if ((code < 32 && code !== 9 && code !== 13) || code === 127 || code === 0xfeff || code === 0xfffd) {
      const place = filePlaceText(name, { line, column: i - lineStart + 1 }, []);
      const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
      if (code === 0) refuse(place, `not a text file: binary content (${point})`, "save it as UTF-8 text");
      if (code === 0xfffd) refuse(place, `not UTF-8: unreadable character (${point})`, "save the file as UTF-8");
      refuse(place, `control character ${point}`, "delete it");
    }
  }
}

/** The library's syntax tokens of one document, refusing depth, size, directives and second documents on the way. */
function tokensOf(
  text: string,
  name: string,
  lines: LineCounter,
  placeAt: (offset: number) => FilePlace,
): Syntax.Token[] {
  const parser = new Parser();
  const tokens: Syntax.Token[] = [];
  let documents = 0;
  let count = 0;
  lines.addNewLine(0);
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) lines.addNewLine(i + 1);
  const refuseAt = (offset: number, fault: string, remedy: string): never =>
    refuse(filePlaceText(name, placeAt(offset), []), fault, remedy);
  const keep = (token: Syntax.Token): void => {
    if (token.type === "directive")
      refuseAt(token.offset, "directives are not read", "remove the line that starts with %");
    if (token.type === "document" && ++documents > 1) {
      refuseAt(token.offset, "several documents in one file", "keep one scenario a file, without --- between parts");
    }
    tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) keep(token);
    if (parser.stack.length > MOST_OPEN) refuseAt(parser.offset, "nested too deep", "flatten the settings");
    if (++count > MOST_TOKENS) {
      refuseAt(parser.offset, `too large: more than ${MOST_TOKENS} words and marks`, "keep data in files of its own");
    }
  }
  for (const token of parser.end()) keep(token);
  return tokens;
}

/**
 * The document that the tokens make. The library's own check for duplicate keys is off: it takes time with the square
 * of the number of keys (35 s for a file of 1 MB), so the reader of values checks them.
 */
function composed(tokens: readonly Syntax.Token[], length: number, name: string): Document.Parsed | undefined {
  const composer = new Composer({ version: "1.2", schema: "core", merge: false, uniqueKeys: false, logLevel: "error" });
  try {
    for (const document of composer.compose(tokens, true, length)) return document;
  } catch (error) {
    refuse(`${name}:1:1`, `not valid YAML: ${oneLine(String(error))}`, "correct the YAML");
  }
  return undefined;
}

function oneLine(message: string): string {
  const text = message.replaceAll(/\s+/g, " ").trim();
  const lower = /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
  return lower.length > 120 ? `${lower.slice(0, 119)}…` : lower;
}
