import { expect } from "vitest";
import { type PaintedText, paint } from "../../src/charts/drawing/paint.js";
import type { View } from "../../src/charts/drawing/view.js";

/** Names that break what pastes them into code, markup or a narrow column. */
export const hostileNames = [
  "<script>alert(1)</script>",
  `"quoted" and 'so' \`on\` \\ }`,
  "datum.value ]})",
  `a very long name ${"that goes on and on ".repeat(8)}`,
] as const;

/** px. Letters may touch by this much before they count as written over each other, or out of the picture. */
const slack = 2;

/** Paints a view at three widths and expects every text inside the picture and off all others, and no markup of names. */
export async function expectClean(draw: (width: number) => View): Promise<void> {
  for (const width of [420, 720, 1000]) {
    const { texts, svg, width: wide, height } = await paint(draw(width));
    expect(Math.abs(wide - width), `width ${width}`).toBeLessThan(4);
    const out = texts.filter(
      (one) => one.left < -slack || one.top < -slack || one.right > wide + slack || one.bottom > height + slack,
    );
    expect(out, `cut at ${width}`).toEqual([]);
    const over = texts.flatMap((a, k) =>
      texts
        .slice(k + 1)
        .filter((b) => isOver(a, b))
        .map((b) => [a.text, b.text]),
    );
    expect(over, `overlapping at ${width}`).toEqual([]);
    expect(svg).not.toContain("<script");
  }
}

const isOver = (a: PaintedText, b: PaintedText): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;

/** The texts of a painted view, as one string each. */
export const textsOf = async (view: View): Promise<string[]> => (await paint(view)).texts.map(({ text }) => text);
