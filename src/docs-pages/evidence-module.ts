import { refuse } from "../foundation/text/problem.js";

/** Rows of a CSV text (RFC 4180: quotes, doubled quotes, commas inside) as records by column name. */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let k = 0; k < text.length; k++) {
    const one = text[k];
    if (isQuoted) {
      if (one === '"' && text[k + 1] === '"') {
        cell += '"';
        k += 1;
      } else if (one === '"') isQuoted = false;
      else cell += one;
    } else if (one === '"') isQuoted = true;
    else if (one === "," || one === "\n") {
      rows[rows.length - 1].push(cell);
      cell = "";
      if (one === "\n") rows.push([]);
    } else if (one !== "\r") cell += one;
  }
  if (cell !== "" || rows[rows.length - 1].length > 0) rows[rows.length - 1].push(cell);
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k] ?? ""])));
}

/** Columns of the file, and what the module calls them. */
const fieldNames = {
  ...{ id: "id", topic: "topic", study: "study", sample: "sample", effect: "effect", value: "value" },
  ...{ se_or_interval: "interval", read: "read" },
} as const;

const columns = Object.keys(fieldNames) as (keyof typeof fieldNames)[];

/** The evidence base as a TypeScript module, made from its CSV file. Refuses a file without the columns it needs. */
export function evidenceModule(csv: string): string {
  const rows = readCsv(csv);
  for (const name of columns) {
    if (rows.length === 0 || !Object.hasOwn(rows[0], name)) {
      refuse("data/evidence/effects.csv", `column "${name}" is missing`, `keep the columns ${columns.join(", ")}`);
    }
  }
  const entries = rows.map((row) => {
    const fields = columns.map((name) => `    ${fieldNames[name]}: ${JSON.stringify(row[name])},`).join("\n");
    return `  {\n${fields}\n  },`;
  });
  return `/** The evidence base as code: made from data/evidence/effects.csv by \`npm run docs\`; do not edit. */
export interface Evidence {
  readonly id: string;
  readonly topic: string;
  readonly study: string;
  /** How many, who. */
  readonly sample: string;
  readonly effect: string;
  readonly value: string;
  /** Standard error or interval of \`value\`; empty where none was reported. */
  readonly interval: string;
  /** How much of the study was read. */
  readonly read: string;
}

/** Every study the defaults lean on, and what it found. */
export const evidenceBase: readonly Evidence[] = [
${entries.join("\n")}
];
`;
}
