import { expect, test } from "vitest";
import { defineChart } from "../../src/core.js";
import { svgOf } from "../../src/subpaths/paint.js";
import { textsOf } from "./painted.js";

/** A chart of one's own: two bars and what they say. */
const heights = defineChart<readonly number[]>({
  name: "heights",
  summary: "Numbers as bars.",
  draw: (input, _options, theme) => ({
    title: `The tallest is ${Math.max(...input)}`,
    subtitle: "heights, in steps",
    about: { text: "measured by hand" },
    columns: [
      { name: "place", title: "place" },
      { name: "height", title: "height, steps" },
    ],
    rows: input.map((height, k) => ({ place: `place ${k + 1}`, height })),
    left: input.map((_, k) => `place ${k + 1}`),
    panel: ({ width }) => ({
      width,
      height: 80,
      data: { values: input.map((height, k) => ({ place: `place ${k + 1}`, height })) },
      mark: { type: "bar", color: theme.colours.categories[0] },
      encoding: { y: { field: "place", type: "nominal" }, x: { field: "height", type: "quantitative" } },
    }),
  }),
});

test("a chart of one's own is framed, printed and painted like those of the package", async () => {
  const view = heights([3, 5]);
  expect(view.title).toBe("The tallest is 5");
  expect(String(view)).toContain("place 2");
  expect(await textsOf(view)).toEqual(expect.arrayContaining(["The tallest is 5", "place 1", "measured by hand"]));
  expect(await svgOf(view)).toContain("<svg");
  expect(() => heights([3], { theme: {} as never })).toThrow("this is not a theme");
});
