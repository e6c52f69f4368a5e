/** A part of a workbook is not as such files are, or too large; the caller says which. */
export class SheetFault extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

export const saveAgain = "save the workbook again in its spreadsheet program";

export const damaged = (message: string): never => {
  throw new SheetFault(`it is damaged: ${message}`, saveAgain);
};

/** For what would take more memory than it is worth. */
export const tooLarge = (message: string): never => {
  throw new SheetFault(message, "delete what is not used, or save the sheet as .csv");
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const reference = /&(#x[\da-f]+|#\d+|\w+);|&/gi;

/** Text of XML as it stands in a file: CDATA, comments, instructions and entities undone. Throws a SheetFault for an unknown entity. */
export function xmlText(written: string): string {
  if (!/[&<\r]/.test(written)) return written;
  return written
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, k) => (k % 2 === 1 ? part : part.replace(reference, entity)))
    .join("");
}

function entity(whole: string, name: string | undefined): string {
  if (name === undefined) return damaged("an & that begins no entity");
  if (!name.startsWith("#")) {
    return Object.hasOwn(entities, name) ? entities[name]! : damaged(`an entity that is not known, ${whole}`);
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return isLetter(code) ? String.fromCodePoint(code) : damaged(`a character that XML does not know, ${whole}`);
}

/** What XML 1.0 takes for a character. */
const isLetter = (code: number): boolean =>
  code >= 0x20
    ? code < 0xd800 || (code >= 0xe000 && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe)
    : code === 9 || code === 10 || code === 13;

/** What workbooks write for characters that XML has no room for: `_x000A_`. */
export const unescaped = (text: string): string =>
  text.includes("_x") || text.includes("_X")
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
