import { textWidth } from "../drawing/text-width.js";

/** px from the top left corner of the plotting area. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** px. Between a point and its name. */
const away = 8;

/**
 * px. Middles of labels that stand above each other, as near as can be to where they are wanted, none over another, all between `low` and
 * `high` where they fit. In the order given.
 */
export function spreadLabels(
  wanted: readonly { readonly at: number; readonly height: number }[],
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a].at - wanted[b].at || a - b);
  const middles = wanted.map(({ at }) => at);
  let from = low;
  for (const k of order) {
    middles[k] = Math.max(wanted[k].at, from + wanted[k].height / 2);
    from = middles[k] + wanted[k].height / 2;
  }
  let to = Math.max(high, low + wanted.reduce((sum, { height }) => sum + height, 0));
  for (const k of order.reverse()) {
    middles[k] = Math.min(middles[k], to - wanted[k].height / 2);
    to = middles[k] - wanted[k].height / 2;
  }
  return middles;
}

export interface NamedPoint {
  readonly text: string;
  /** px */
  readonly x: number;
  readonly y: number;
  /** px. How far its mark reaches up and down; 0 unless given. */
  readonly up?: number;
  readonly down?: number;
}

export interface PlacedName {
  readonly text: string;
  /** px */
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "right" | "center";
}

/**
 * Names beside, above or below their points, where there is room: within the area, over no other name and none of the obstacles. Names
 * that find no room are left out; the first ones have first choice.
 */
export function placeNames(
  points: readonly NamedPoint[],
  obstacles: readonly Box[],
  area: Box,
  size: number,
): PlacedName[] {
  const taken = [...obstacles];
  return points.flatMap(({ text, x, y, up = 0, down = 0 }) => {
    const width = textWidth(text, size);
    const half = size * 0.7;
    for (const { dx, dy, align } of sides) {
      const reach = dx !== 0 ? 0 : dy < 0 ? up : down;
      const at = { x: x + dx * away, y: y + dy * (away + half + reach) };
      const left = align === "left" ? at.x : align === "right" ? at.x - width : at.x - width / 2;
      const box = { left, right: left + width, top: at.y - half, bottom: at.y + half };
      if (!isWithin(box, area) || taken.some((one) => isOver(box, one))) continue;
      taken.push(box);
      return [{ text, ...at, align }];
    }
    return [];
  });
}

/** Where a name may stand, the best place first. */
const sides = [
  { dx: 1, dy: 0, align: "left" },
  { dx: -1, dy: 0, align: "right" },
  { dx: 0, dy: -1, align: "center" },
  { dx: 0, dy: 1, align: "center" },
  { dx: 0, dy: -1, align: "left" },
  { dx: 0, dy: 1, align: "left" },
  { dx: 0, dy: -1, align: "right" },
  { dx: 0, dy: 1, align: "right" },
  { dx: 1, dy: -1, align: "left" },
  { dx: 1, dy: 1, align: "left" },
  { dx: -1, dy: -1, align: "right" },
  { dx: -1, dy: 1, align: "right" },
] as const;

const isWithin = (box: Box, area: Box): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;

const isOver = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
