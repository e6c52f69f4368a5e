import fc from "fast-check";
import { expect, test } from "vitest";
import { placeNames, spreadLabels } from "../../src/charts/definition/labels.js";

test("labels that clash move apart just enough, the upper one first", () => {
  expect(
    spreadLabels(
      [
        { at: 50, height: 20 },
        { at: 50, height: 20 },
      ],
      0,
      100,
    ),
  ).toEqual([50, 70]);
  expect(
    spreadLabels(
      [
        { at: 95, height: 20 },
        { at: 95, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([80, 95]);
  expect(spreadLabels([{ at: -5, height: 20 }], 0, 100)).toEqual([10]);
});

test("spread labels never overlap and stay inside where they fit", () => {
  const labels = fc.array(
    fc.record({ at: fc.integer({ min: -50, max: 350 }), height: fc.integer({ min: 1, max: 30 }) }),
    {
      maxLength: 9,
    },
  );
  fc.assert(
    fc.property(labels, (wanted) => {
      const boxes = spreadLabels(wanted, 0, 300)
        .map((middle, k) => ({ top: middle - wanted[k].height / 2, bottom: middle + wanted[k].height / 2 }))
        .sort((a, b) => a.top - b.top);
      boxes.forEach(({ top, bottom }, k) => {
        expect(top).toBeGreaterThanOrEqual((boxes[k - 1]?.bottom ?? 0) - 1e-9);
        expect(bottom).toBeLessThanOrEqual(300 + 1e-9);
      });
    }),
  );
});

const area = { left: 0, right: 200, top: 0, bottom: 100 };

test("a name stands on the right of its point, on the left where the right is taken, nowhere where all is", () => {
  const point = { text: "abc", x: 100, y: 50 };
  const right = { left: 101, right: 200, top: 0, bottom: 100 };
  expect(placeNames([point], [], area, 11)).toEqual([{ text: "abc", x: 108, y: 50, align: "left" }]);
  expect(placeNames([point], [right], area, 11)).toEqual([{ text: "abc", x: 92, y: 50, align: "right" }]);
  expect(placeNames([point], [area], area, 11)).toEqual([]);
});

test("the first name has first choice and a whisker pushes a name beyond its end", () => {
  const both = placeNames(
    [
      { text: "first", x: 100, y: 50 },
      { text: "second", x: 100, y: 50 },
    ],
    [],
    area,
    11,
  );
  expect(both.map(({ align }) => align)).toEqual(["left", "right"]);
  const sides = [
    { left: 0, right: 97, top: 0, bottom: 100 },
    { left: 103, right: 200, top: 31, bottom: 100 },
  ];
  const [above] = placeNames(
    [{ text: "abc", x: 100, y: 60, up: 25 }],
    [sides[0], sides[1]],
    { ...area, right: 140 },
    11,
  );
  expect(above.y).toBeLessThan(60 - 25 - 8);
});
