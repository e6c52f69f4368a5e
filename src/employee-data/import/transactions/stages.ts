import type { ColumnSpec, Layout } from "../../../foundation/tables/column.js";
import { headerWords } from "../../../foundation/tables/header.js";
import type { Values } from "../../../foundation/tables/read-rows.js";
import type { RowInHand, Said } from "../../../foundation/tables/row-reader.js";
import { formatNumber, plural } from "../../../foundation/text/text.js";
import { named } from "../headers.js";
import { stageWords } from "./stage-words.js";

/** What a deal's stage comes to: only what is won counts. */
export type DealStage = "won" | "lost" | "open";

/** Columns that say whether a deal counts. */
export const stageSpecs: readonly ColumnSpec[] = [
  {
    ...named("transactions", "stage"),
    ...{ meaning: "stage of the deal: only what is won counts", reads: "text", isExact: true, isRequired: true },
  },
  {
    ...named("transactions", "won"),
    ...{ meaning: "whether it was won: else it does not count", reads: "yes or no", isExact: true, isRequired: true },
  },
  {
    ...named("transactions", "cancelled"),
    ...{ meaning: "whether it was cancelled: then it does not count", reads: "yes or no", isExact: true },
  },
];

/** Stages by their words, in all languages. */
const known: ReadonlyMap<string, DealStage> = new Map(
  Object.values(stageWords)
    .flatMap((text) => text.trim().split("\n"))
    .flatMap((line) => {
      const [stage, words = ""] = line.split(" = ");
      return words.split("; ").map((word) => [word.trim(), stage as DealStage] as const);
    }),
);

/** What a word of a stage column means; undefined where it cannot be told. */
export function stageOf(text: string): DealStage | undefined {
  const words = headerWords(text).filter((word) => !/^\d+$/.test(word) && word !== "percent");
  return known.get(words.join(" "));
}

interface Tally {
  rows: number;
  amount: number;
}

/** The columns of a table that say whether a deal counts, and what they did. */
export class Stages {
  private readonly layout: Layout;
  private readonly counted = new Map<string, Tally>();
  private readonly left = new Map<string, Tally>();

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Why a row does not count, if it says so. */
  readonly aside = (values: Values): Said | undefined => {
    const stage = values.stage === undefined ? undefined : String(values.stage);
    const means = stage === undefined ? undefined : stageOf(stage);
    const word =
      means === "lost" || means === "open"
        ? stage
        : values.won === false
          ? this.headerOf("won", "no")
          : values.cancelled === true
            ? this.headerOf("cancelled", "yes")
            : undefined;
    if (word === undefined) return undefined;
    add(this.left, word, values);
    const what = means === "open" ? "not won yet" : "not won";
    return { reason: `a deal that is ${what}: it does not count`, expected: "", key: fieldOf(values, means) };
  };

  /** Refuses a row whose stage cannot be told; counts one that is won. */
  expect(values: Values, row: RowInHand): void {
    if (values.stage === undefined) return;
    const stage = String(values.stage);
    if (stageOf(stage) === "won") {
      add(this.counted, stage, values);
      return;
    }
    const column = this.layout.columns.find(({ spec }) => spec?.field === "stage");
    const header = column?.header.text ?? "stage";
    row.refuse({
      reason: "a stage that says neither won nor lost nor open",
      expected: `a word such as won, lost or open; or leave the column alone: ignore transactions=${header}`,
      key: "stage",
    });
  }

  /** What these columns did, in a sentence; undefined where there are none. */
  said(): { readonly text: string; readonly isAll: boolean } | undefined {
    const columns = this.layout.columns.filter(({ spec }) => stageSpecs.some(({ field }) => field === spec?.field));
    if (columns.length === 0) return undefined;
    const names = columns.map(({ letter, header }) => `column ${letter} (${header.text})`).join(", ");
    const kept = listed(this.counted);
    const left = listed(this.left);
    const text = [
      ...(left === "" ? ["every deal counts"] : [`deals that are not won do not count: ${left}`]),
      ...(kept === "" ? [] : [`counted: ${kept}`]),
    ];
    return { text: `${names}: ${text.join("; ")}`, isAll: left === "" };
  }

  private headerOf(field: string, answer: string): string {
    return `${this.layout.columns.find(({ spec }) => spec?.field === field)?.header.text ?? field}: ${answer}`;
  }
}

const fieldOf = (values: Values, means: DealStage | undefined): string =>
  means === "lost" || means === "open" ? "stage" : values.won === false ? "won" : "cancelled";

function add(tallies: Map<string, Tally>, word: string, { amount }: Values): void {
  const tally = tallies.get(word) ?? { rows: 0, amount: 0 };
  tallies.set(word, tally);
  tally.rows += 1;
  if (typeof amount === "number") tally.amount += amount;
}

const listed = (tallies: ReadonlyMap<string, Tally>): string =>
  [...tallies]
    .map(([word, { rows, amount }]) => `"${word}" (${plural(rows, "row")}, ${formatNumber(Number(amount.toFixed(2)))})`)
    .join(", ");
