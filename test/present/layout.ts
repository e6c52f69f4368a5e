import type { PaintedText, Picture } from "../../src/present/paint.js";

/** px. Boxes of letters hold a little air; touching by less than this is not an overlap. */
const air = 2;

/** Pairs of texts that lie on one another. */
export function overlaps({ texts }: Picture): string[] {
  const found: string[] = [];
  for (let a = 0; a < texts.length; a++) {
    for (let b = a + 1; b < texts.length; b++) {
      if (meet(texts[a], texts[b])) found.push(`"${texts[a].text}" on "${texts[b].text}"`);
    }
  }
  return found;
}

const meet = (a: PaintedText, b: PaintedText): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > air &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > air;

/** Texts that stick out of the picture. */
export const cut = ({ texts, width, height }: Picture): string[] =>
  texts
    .filter(({ left, right, top, bottom }) => left < -1 || top < -1 || right > width + 1 || bottom > height + 1)
    .map(({ text }) => text);
