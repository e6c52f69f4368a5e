import { beforeAll, describe, expect, test } from "vitest";
import { table } from "../../src/foundation/text/sheet.js";
import { sheetHtml } from "../../src/foundation/text/sheet-html.js";
import { sheetText } from "../../src/foundation/text/sheet-text.js";
import { html, plainBundle, type Showing } from "../../src/foundation/text/showing.js";
import { reportPage } from "../../src/report/comparison/report.js";
import * as printed from "../../src/report/printed.js";
import { tinyRun } from "../results/tiny-run.js";
import { type Parsed, parsedHtml, textTables } from "./parsed-html.js";
import { crossedRun, otherPrintouts, printouts } from "./printouts.js";

interface Print {
  readonly text: string;
  readonly html: string;
}

const names = [...Object.keys(printed), ...Object.keys(otherPrintouts())];

async function printsOf(name?: string, title?: string): Promise<ReadonlyMap<string, Print>> {
  const all = { ...printouts(name, title), ...otherPrintouts(title) };
  const found = new Map<string, Print>();
  for (const [key, make] of Object.entries(all)) {
    const shown = (await make()) as Showing;
    found.set(key, { text: String(shown), html: shown[html]?.() ?? "" });
  }
  return found;
}

let prints: ReadonlyMap<string, Print>;
beforeAll(async () => {
  prints = await printsOf();
});

const print = (name: string): Print => prints.get(name) as Print;

const allowedTags = "div p span figure figcaption table thead tbody tr th td ul li".split(" ");
const allowedAttributes = "class style role aria-level scope colspan".split(" ");

/** Expects HTML that only shows: known tags, styles that load, cover and move nothing, in one wrapper. */
function expectInert(made: string): Parsed {
  const found = parsedHtml(made);
  expect([...new Set(found.tags.map(({ name }) => name))].filter((one) => !allowedTags.includes(one))).toEqual([]);
  for (const { attributes } of found.tags) {
    expect(Object.keys(attributes).filter((one) => !allowedAttributes.includes(one))).toEqual([]);
    expect(attributes.style ?? "").toMatch(/^[\w\s:;.%,()#-]*$/);
    expect(attributes.style ?? "").not.toMatch(/url|background|position|@|expression|var\(/);
  }
  expect(made.startsWith('<div class="rewardlab ')).toBe(true);
  return found;
}

describe("every result that prints itself", () => {
  test("has a printout here: a new one needs a line in printouts.ts", () => {
    expect(Object.keys(printouts()).sort()).toEqual(Object.keys(printed).sort());
  });

  test.each(names)("%s has HTML of its own, and nothing in it acts, loads or leaks", (name) => {
    const { html: made } = print(name);
    expect(made).not.toContain("<pre");
    const { tags } = expectInert(made);
    expect(tags.length).toBeGreaterThan(3);
    expect(made).not.toMatch(/https?:|\/\/|(src|href)\s*=|url\(|@import/);
  });

  test("a notebook is given both, the HTML as it is", async () => {
    const shown = printed.compare(crossedRun()) as unknown as Showing;
    expect(plainBundle(shown)).toEqual({ "text/html": shown[html]?.(), "text/plain": String(shown) });
  });
});

/** The columns of a table that text has room for, in its order. */
function inText(header: readonly string[], wanted: readonly string[]): number[] {
  const found: number[] = [];
  for (const title of wanted) found.push(header.indexOf(title, (found.at(-1) ?? -1) + 1));
  return found;
}

const spaced = (text: string): string => text.replaceAll("\u00a0", " ").trim();

describe("text and HTML say the same", () => {
  const tabled = names.filter((name) => !["a scenario", "a run of simulate"].includes(name));

  test.each(tabled)("%s: every cell of every table of the text", (name) => {
    const text = textTables(print(name).text);
    const { tables } = parsedHtml(print(name).html);
    expect(text.length).toBeGreaterThan(0);
    expect(tables).toHaveLength(text.length);
    for (const [k, { header, rows }] of text.entries()) {
      const columns = inText(tables[k].header, header);
      expect(columns).not.toContain(-1);
      const cells = tables[k].rows.map((row) => columns.map((c) => row[c].trim()));
      // A diary's and a validation's text has remarks between its rows, so that only the first of them are told apart from prose.
      expect(["trace", "validate"].includes(name) ? cells.slice(0, rows.length) : cells).toEqual(rows);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  test.each(names)("%s: every word of the text is in the HTML, in its order", (name) => {
    const words = (text: string): string[] =>
      spaced(text)
        .split(/[\s─]+/)
        .filter((one) => !["", "-"].includes(one));
    const seen = words(parsedHtml(print(name).html.replaceAll(/<\/(p|li|th|td|div|figcaption)>/g, " $&")).text);
    let at = 0;
    for (const word of words(print(name).text)) {
      const found = seen.indexOf(word, at);
      expect(found, `"${word}" after ${seen.slice(Math.max(0, at - 5), at).join(" ")}`).toBeGreaterThanOrEqual(0);
      at = found + 1;
    }
  });
});

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'></style></div><svg onload=alert(1)>",
  "</title><script>alert(1)</script><!-- x",
  "{{7*7}} $x_1$ <%= 7 %>",
  "a]]>b&lt;c&#60;script&#62;",
  "\u0000\u0007\u202egnp\u2066\ufffe",
];

describe("whatever designs, factors, claims and scenarios are called", () => {
  test.each(hostile)("%j stays text", async (name) => {
    const runs = printouts(name, name);
    const made = ["compare", "headline", "bridge", "drivers", "factorial", "testHypotheses", "tornado"] as const;
    for (const key of made) {
      const { text } = expectInert((runs[key]() as Showing)[html]?.() ?? "");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for is that there are none
      expect(text).not.toMatch(/[\u0000-\u0008\u202e\u2066\ufffe]/);
      if (!/\p{Cc}/u.test(name)) expect(spaced(text)).toContain(name);
    }
  });

  test.each(hostile.filter((one) => !/\p{Cc}/u.test(one)))(
    "%j stays text in scenarios, diaries and theory",
    async (title) => {
      const others = otherPrintouts(title);
      for (const make of [others["a scenario"], others.trace, printouts("x", title).idealWeights]) {
        const { text } = expectInert(((await make()) as Showing)[html]?.() ?? "");
        expect(spaced(text)).toContain(title);
      }
    },
  );

  test.each(hostile)("%j stays text in a report", async (name) => {
    const page = await reportPage(printed.headline(crossedRun(name, name)), []);
    const body = page.slice(page.indexOf("<main>"), page.indexOf("</body>"));
    const found = parsedHtml(body);
    expect(found.tables).toHaveLength(3);
    expect(found.tags.filter((one) => /script|img|svg|iframe/.test(one.name))).toEqual([]);
  });
});

describe("emphasis", () => {
  const level = (value: number) => ({
    outcomes: { "net value": Array.from({ length: 60 }, (_, w) => value + (w % 7)) },
  });
  const run = (second: number) =>
    tinyRun({ smallest: 10, designs: { today: level(0), good: level(100), also: level(second) } });
  const bold = (result: Showing): string[] =>
    [...(result[html]?.() ?? "").matchAll(/<th scope="row"[^>]*font-weight:700[^>]*>([^<]*)</g)].map(
      ([, name]) => name,
    );

  test("the best design is set in bold where it is clearly better than all others, and only there", () => {
    expect(bold(printed.compare(run(50)))).toEqual(["good"]);
    expect(bold(printed.compare(run(95)))).toEqual([]);
    expect(bold(printed.compare(run(100)))).toEqual([]);
  });

  test("nothing is better than a baseline that beats all", () => {
    const best = tinyRun({ smallest: 10, designs: { today: level(100), worse: level(0) } });
    expect(bold(printed.compare(best))).toEqual(["today"]);
  });

  test("a verdict wears the colour of what it says", () => {
    const made = (printed.compare(run(50)) as Showing)[html]?.() ?? "";
    expect([...made.matchAll(/class="rewardlab-good"[^>]*>([^<]*)</g)].map(([, word]) => word)).toEqual([
      "clearly better",
      "clearly better",
    ]);
    const worse = tinyRun({ smallest: 10, designs: { today: level(100), worse: level(0) } });
    expect((printed.compare(worse) as Showing)[html]?.()).toMatch(/class="rewardlab-bad"[^>]*>clearly worse</);
  });
});

describe("a table too wide for text", () => {
  const wide = table("", [
    { title: "", cells: ["x".repeat(25), "short"], isWords: true, most: 30 },
    { title: "optional", cells: ["1".repeat(20), "2"], isOptional: true },
    ...["a", "b", "c", "d"].map((title) => ({ title, cells: ["9".repeat(20), "9"] })),
  ]);

  test("hand-worked: loses optional columns, then letters of names: 100 − 4 · 22 leaves 12", () => {
    const [header, , row] = sheetText([[wide]]).split("\n");
    expect(header).not.toContain("optional");
    expect(row.slice(0, 13)).toBe("xxxxxx…xxxxx ");
    expect(row).toHaveLength(100);
  });

  test("keeps both in HTML, where it scrolls", () => {
    const [{ header, rows }] = parsedHtml(sheetHtml([[wide]])).tables;
    expect(header).toEqual(["", "optional", "a", "b", "c", "d"]);
    expect(rows[0].slice(0, 2)).toEqual(["x".repeat(25), "1".repeat(20)]);
  });
});
