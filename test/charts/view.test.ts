import { describe, expect, test } from "vitest";
import { differences } from "../../src/charts/comparison/differences.js";
import { chartPage, viewCsv } from "../../src/charts/drawing/chart-page.js";
import { paint } from "../../src/charts/drawing/paint.js";
import { svgOf } from "../../src/charts/drawing/svg.js";
import { defaultTheme, makeTheme } from "../../src/charts/drawing/theme.js";
import { isView } from "../../src/charts/drawing/view.js";
import { compare } from "../../src/results/compare.js";
import { tinyRun, valued } from "../results/tiny-run.js";
import { expectClean } from "./painted.js";

const titled = (title: string) =>
  compare(
    tinyRun({
      designs: {
        today: valued([100, 120, 90, 110], [10, 10, 10, 10], [0, 0, 0, 0]),
        bonus: { ...valued([150, 180, 130, 175], [20, 25, 15, 20], [0, 0, 0, 0]), title },
      },
      smallest: 5,
    }),
  );

const view = differences(titled("Cash bonus"));

describe("a view", () => {
  test("is plain data that survives JSON and prints itself with title, table and source line", () => {
    expect(isView(JSON.parse(JSON.stringify(view)))).toBe(true);
    const text = String(view);
    expect(text).toContain('"Cash bonus" adds most net value: +');
    expect(text).toMatch(/design +difference.* +95 % from +to +verdict/);
    expect(text).toContain("Scenario tiny.yaml · seed 7 · 4 worlds · 2 years · RewardLab 0.0.0 · status: illustrative");
  });

  test("is as wide as asked, at every width, and no text is cut or lies on another", async () => {
    await expectClean((width) =>
      differences(titled("A design with a rather long title, three years, inputs"), { width }),
    );
  });

  test("is refused where nobody could read it", () => {
    expect(() => differences(titled("Cash bonus"), { width: 100 })).toThrow("width: 100 px; use 320 to 2000");
  });

  test("wears a client's theme: colours, logo, source", async () => {
    const logo = { image: "data:image/png;base64,iVBORw0KGgo=", width: 60, height: 20 };
    const theme = makeTheme({ name: "client", colours: { good: "#123456" }, logo, source: "Prepared for Example plc" });
    const { svg } = await paint(differences(titled("Cash bonus"), { theme }));
    expect(svg).toContain("#123456");
    expect(svg).not.toContain(defaultTheme.colours.good);
    expect(svg).toContain("data:image/png;base64,iVBORw0KGgo=");
    expect(svg).toContain("Prepared for Example plc");
  });
});

describe("painting", () => {
  test("gives the same bytes each time and takes the order of other paintings as no matter", async () => {
    const first = await paint(view);
    await paint(differences(titled("Another")));
    expect((await paint(view)).svg).toBe(first.svg);
    expect(first.marks).toBeGreaterThan(10);
  });

  test("measures texts as a browser would: a longer title needs more lines", async () => {
    const [short, long] = await Promise.all([
      paint(differences(titled("Cash"))),
      paint(differences(titled("Cash bonus on a card of seven measures, paid every three years"))),
    ]);
    expect(long.height).toBeGreaterThan(short.height);
  });
});

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style><script>alert(1)</script>",
  "</title></svg><script>alert(1)</script>",
  "datum.value } ' \" \\ $(1)",
  "javascript:alert(1)",
  '=HYPERLINK("http://example.org")',
  "\u0000\u0007\u202e\ufffe",
];

/** A tag with its attributes, each in double quotes. */
const tag = /<\/?([a-z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/gi;

const tags = (text: string): { name: string; attributes: string }[] =>
  [...text.matchAll(tag)].map(([, name, attributes]) => ({
    name,
    attributes: attributes.replaceAll(/"[^"]*"/g, '""'),
  }));

describe("whatever a design is called", () => {
  test.each(hostile)("%j stays text in pictures and pages", async (title) => {
    const one = differences(titled(title));
    for (const made of [await svgOf(one), await chartPage(one)]) {
      const found = tags(made);
      expect(found.length).toBeGreaterThan(20);
      expect(
        found.filter(({ name, attributes }) => /script|iframe|object|img/i.test(name) || /\bon\w+=/i.test(attributes)),
      ).toEqual([]);
      expect(made.replaceAll(/<style>[^<]*<\/style>/g, "").replaceAll(tag, "")).not.toMatch(/<(?!!doctype html>|!--)/i);
    }
  });

  test.each(hostile)("%j is no formula in a data file", (title) => {
    for (const cell of viewCsv(differences(titled(title)))
      .split(/\r\n/)
      .flatMap((line) => line.split(",")))
      expect(cell.replace(/^"/, "")).not.toMatch(/^[=@]|^[+-](?![\d.])/);
  });

  test("pages and pictures name no address outside themselves", async () => {
    const without = (text: string): string => text.replaceAll(/http:\/\/www\.w3\.org\/[\w/.]+/g, "");
    for (const made of [await svgOf(view), await chartPage(view)]) {
      expect(without(made)).not.toMatch(/https?:|(src|href)\s*=\s*["'](?!data:|#)|url\((?!data:|#|"data:)|@import/);
    }
  });
});
