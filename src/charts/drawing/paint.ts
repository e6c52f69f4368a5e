import { textWidth } from "./text-width.js";
import type { View } from "./view.js";

/** A text of a painted picture and the box it fills, px from the picture's top left corner. */
export interface PaintedText {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A picture: SVG text with the font named, not embedded. */
export interface Picture {
  readonly svg: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  readonly texts: readonly PaintedText[];
  /** Marks that were drawn, axes and titles included. */
  readonly marks: number;
}

/** A mark of vega's scene, as far as it is read here. */
interface Item {
  readonly marktype?: string;
  readonly items?: readonly Item[];
  readonly text?: unknown;
  readonly x?: number;
  readonly y?: number;
  readonly opacity?: number;
  readonly bounds?: { x1: number; y1: number; x2: number; y2: number };
}

/** What vega offers, as far as it is used here; its own typings leave half of it out. */
interface Vega {
  readonly textMetrics: { width: (item: Letters, text: string) => number };
  readonly resetSVGDefIds: () => void;
  readonly setRandom: (random: unknown) => void;
  readonly randomLCG: (seed: number) => unknown;
  readonly logger: (level: number) => object;
  readonly Error: number;
  readonly parse: (spec: unknown) => unknown;
  readonly View: new (runtime: unknown, options: object) => Painter;
}

interface Painter {
  toSVG(): Promise<string>;
  scenegraph(): { readonly root: Item };
  origin(): readonly [number, number];
  finalize(): void;
}

interface Letters {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** px. Where the text is cut. */
  readonly limit?: number;
}

/**
 * Paints a chart. The same bytes on every machine: texts are measured with the font's own table, random numbers start anew, identifiers
 * count from nought. Throws what vega throws for specifications it cannot draw.
 */
export async function paint(view: Pick<View, "spec">): Promise<Picture> {
  const [loaded, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const vega = loaded as unknown as Vega;
  vega.textMetrics.width = measured;
  vega.resetSVGDefIds();
  vega.setRandom(vega.randomLCG(42));
  const quiet = vega.logger(vega.Error);
  const { spec } = compile(view.spec as never, { logger: quiet as never });
  const painter = new vega.View(vega.parse(spec), { renderer: "none", logger: quiet });
  try {
    const svg = await painter.toSVG();
    const [width, height] = ["width", "height"].map((side) =>
      Number(new RegExp(` ${side}="([0-9.]+)"`).exec(svg)?.[1]),
    );
    const { root } = painter.scenegraph();
    const [left, top] = painter.origin();
    const found: { texts: PaintedText[]; marks: number } = { texts: [], marks: 0 };
    gather(root, left, top, found);
    return { svg, width, height, ...found };
  } finally {
    painter.finalize();
  }
}

/** Widths for vega's layout, in place of its rough estimate or of a canvas that differs from machine to machine. */
function measured({ fontSize, fontWeight, limit = 0 }: Letters, text: string): number {
  const isBold = fontWeight === "bold" || Number(fontWeight) >= 600;
  const width = textWidth(String(text), fontSize ?? 11, isBold);
  return limit > 0 ? Math.min(width, limit) : width;
}

function gather(item: Item, left: number, top: number, found: { texts: PaintedText[]; marks: number }): void {
  for (const child of item.items ?? []) {
    if (item.marktype === "text" && child.bounds !== undefined && child.opacity !== 0) {
      const text = [child.text].flat().join(" ").trim();
      const { x1, y1, x2, y2 } = child.bounds;
      if (text !== "") found.texts.push({ text, left: left + x1, top: top + y1, right: left + x2, bottom: top + y2 });
    }
    if (item.marktype !== undefined && item.marktype !== "group") found.marks++;
    const isGroup = item.marktype === "group";
    gather(child, left + (isGroup ? (child.x ?? 0) : 0), top + (isGroup ? (child.y ?? 0) : 0), found);
  }
}
