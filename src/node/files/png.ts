import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { RenderedImage } from "@resvg/resvg-js";
import { paint } from "../../charts/drawing/paint.js";
import type { View } from "../../charts/drawing/view.js";
import { indexedPng } from "./indexed-png.js";

/** Pixels per px of the chart: fit for screens of high density and for print at half size. */
const usualScale = 2;
const family = "DejaVu Sans";

/** Files of the font charts are painted in, from a package: no machine needs to have it installed. */
function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
  return ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((one) => join(folder, "ttf", one));
}

export interface PngOptions {
  /** Pixels per px of the chart, 0.5 to 6; 2 unless given. */
  readonly scale?: number | undefined;
}

/** A chart as PNG: painted in the package's own font, with no font of the machine, so that the bytes are the same everywhere. */
export const paintPng = async (view: Pick<View, "spec">, options: PngOptions = {}): Promise<Uint8Array> =>
  pngOf((await paint(view)).svg, options.scale ?? usualScale);

/** The same for a notebook, which keeps it: much smaller; its bytes may differ between versions of Node, its pixels do not. */
export async function paintSmallPng(view: Pick<View, "spec">): Promise<Uint8Array> {
  const picture = await rendered((await paint(view)).svg, usualScale);
  return indexedPng(picture) ?? picture.asPng();
}

/** Any SVG text as PNG. */
export const pngOf = async (svg: string, scale: number): Promise<Uint8Array> => (await rendered(svg, scale)).asPng();

async function rendered(svg: string, scale: number): Promise<RenderedImage> {
  const { Resvg } = await import("@resvg/resvg-js");
  const painter = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family },
  });
  return painter.render();
}
