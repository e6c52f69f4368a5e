import { joinWords } from "../foundation/text/text.js";
import { markdownTable } from "./settings-table.js";

/** A file of docs/decisions. */
export interface DecisionFile {
  readonly name: string;
  readonly text: string;
}

interface Decision {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  /** What it says of older ones: their numbers, and whether all of them goes. */
  readonly changes: readonly { readonly older: number; readonly isWhole: boolean }[];
}

const numberOf = (name: string): number => Number.parseInt(name, 10);

/** Sentences in which a decision says that an older one no longer holds, in whole or in part. */
const changing = /\b(?:supersedes|replaces|changes one number of)\b/i;

function changesOf(text: string): Decision["changes"] {
  const sentences = text.replace(/\s+/g, " ").split(/(?<=[.:;!?]) (?=[A-Z*])/);
  return sentences
    .filter((sentence) => changing.test(sentence))
    .flatMap((sentence) =>
      [...sentence.matchAll(/\bdecision (\d+)/gi)].map(([, older]) => ({
        older: Number(older),
        isWhole: new RegExp(`supersedes \\[?decision ${older}\\]?(?:\\([^)]*\\))?\\.$`, "i").test(sentence.trim()),
      })),
    );
}

function decisionOf({ name, text }: DecisionFile): Decision {
  const title = /^# (?:\d+\.? (?:· )?)?(.+)/.exec(text)?.[1] ?? name;
  return { number: numberOf(name), name, title, changes: changesOf(text) };
}

const linkTo = ({ number, name }: Decision): string => `[${number}](${name})`;

function statusOf(one: Decision, all: readonly Decision[]): string {
  const of = (isWhole: boolean): string[] =>
    all
      .filter(({ changes }) => changes.some((change) => change.older === one.number && change.isWhole === isWhole))
      .map(linkTo);
  const [whole, parts] = [of(true), of(false)];
  if (whole.length > 0) return `superseded by ${joinWords(whole, "and")}`;
  return parts.length > 0 ? `in force, but for what ${joinWords(parts, "and")} changed` : "in force";
}

/** The index of decisions: what each is about and whether it still holds, read from the files, and which numbers have none. */
export function decisionsPage(files: readonly DecisionFile[]): string {
  const all = files.map(decisionOf).sort((a, b) => a.number - b.number);
  const taken = new Set(all.map(({ number }) => number));
  const last = all.at(-1)?.number ?? 0;
  const missing = Array.from({ length: last }, (_, k) => k + 1).filter((number) => !taken.has(number));
  const rows = all.map((one) => [linkTo(one), one.title, statusOf(one, all)]);
  const gaps =
    missing.length === 0
      ? "No number is missing."
      : `There is no decision ${joinWords(missing.map(String), "or")}: a number is taken before the work on a question begins, and where that work ended without a choice others would question, no file was written.`;
  return `# Decisions

Why things are as they are: the question, what was considered or measured, the decision, and what would change our mind. A decision is not edited later; a newer one says
which it changes. Made from the files by \`npm run docs\`.

${markdownTable(["number", "decision", "status"], rows)}

## Numbers without a file

${gaps}
`;
}
