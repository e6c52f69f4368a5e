export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ParsedTable {
  readonly header: readonly string[];
  /** Remarks under rows left out. */
  readonly rows: readonly (readonly string[])[];
}

export interface Parsed {
  readonly tags: readonly Tag[];
  /** What a reader sees, tables included. */
  readonly text: string;
  readonly tables: readonly ParsedTable[];
}

/** A tag whose attributes all stand in double quotes that hold no angle bracket, or text without any. */
const token = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/y;

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

/** Characters for their names; throws for a bare ampersand and for names that are none of the five. */
const decoded = (text: string): string =>
  text.replace(/&([#\w]*;?)/g, (whole, name: string) => {
    const found = entities[name.replace(";", "")];
    if (found === undefined || !name.endsWith(";")) throw new Error(`no character is written ${whole}`);
    return found;
  });

/** Reads HTML more strictly than a browser: every character belongs to a tag or to text, every tag is closed in its order. Throws otherwise. */
export function parsedHtml(html: string): Parsed {
  const tags: Tag[] = [];
  const open: string[] = [];
  const tables: { header: string[]; rows: string[][] }[] = [];
  let text = "";
  let isRemark = false;
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const found = token.exec(html);
    if (found === null) throw new Error(`neither tag nor text: ${html.slice(at, at + 60)}`);
    const [, slash, name, attributes, words] = found;
    if (words !== undefined) {
      text += decoded(words);
      const cells = open.includes("thead") ? tables.at(-1)?.header : tables.at(-1)?.rows.at(-1);
      if (cells && !isRemark && /^t[hd]$/.test(open.findLast((one) => one !== "span") ?? ""))
        cells[cells.length - 1] += decoded(words);
    } else if (slash === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes another tag`);
    } else {
      const given = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decoded(value)]);
      const tag = { name, attributes: Object.fromEntries(given) };
      tags.push(tag);
      open.push(name);
      if (name === "table") tables.push({ header: [], rows: [] });
      if (name === "tr" && open.includes("tbody")) tables.at(-1)?.rows.push([]);
      if (name === "th" && open.includes("thead")) tables.at(-1)?.header.push("");
      else if (name === "th" || name === "td") {
        isRemark = "colspan" in tag.attributes;
        if (isRemark) tables.at(-1)?.rows.pop();
        else tables.at(-1)?.rows.at(-1)?.push("");
      }
    }
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} stay open`);
  return { tags, text, tables };
}

/** Tables of a text with ruled headers: a row goes on as long as nothing stands between the columns. */
export function textTables(text: string): ParsedTable[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    if (!/^─+( {2}─+)+$/.test(line)) return [];
    const spans = [...line.matchAll(/─+/g)].map((one) => [one.index, one.index + one[0].length]);
    const cells = (row: string): string[] => spans.map(([from, to]) => [...row].slice(from, to).join("").trim());
    const isRow = (row: string): boolean =>
      row.trim() !== "" &&
      spans.slice(1).every(
        ([from]) =>
          [...row]
            .slice(from - 2, from)
            .join("")
            .trim() === "",
      );
    const after = lines.slice(at + 1);
    const end = after.findIndex((row) => !isRow(row));
    return [{ header: cells(lines[at - 1]), rows: after.slice(0, end < 0 ? after.length : end).map(cells) }];
  });
}
