import { dirname, extname } from "node:path";
import { chartPage, viewCsv } from "../../charts/drawing/chart-page.js";
import { svgOf } from "../../charts/drawing/svg.js";
import type { Theme } from "../../charts/drawing/theme.js";
import { isView, type View } from "../../charts/drawing/view.js";
import { Problem, refuse } from "../../foundation/text/problem.js";
import { makeFolder } from "./files.js";
import { type PngOptions, paintPng } from "./png.js";
import { type Writing, writeFileWhole } from "./whole-file.js";

export interface SaveOptions extends PngOptions, Writing {
  /** Of the page around a chart, for HTML; a chart carries its own. */
  readonly theme?: Theme | undefined;
}

const formats: Readonly<Record<string, (view: View, options: SaveOptions) => Promise<string | Uint8Array>>> = {
  ".svg": svgOf,
  ".png": paintPng,
  ".html": (view, { theme }) => chartPage(view, theme),
  ".json": async ({ spec }) => `${JSON.stringify(spec, null, 2)}\n`,
  ".csv": async (view) => viewCsv(view),
};

/**
 * Writes a chart to a file; the ending says how: `.svg` and `.png` (letters embedded, the same bytes on every machine), `.html` (on its own,
 * loads nothing), `.json` (Vega-Lite), `.csv` (the chart's data). Folders are made where missing. Gives the path back. Throws a
 * Problem for other endings and for values that are not charts.
 *
 *     await save(chart.differences(better), "out/differences.png");
 */
export async function save(view: View, path: string, options: SaveOptions = {}): Promise<string> {
  if (!isView(view)) refuse("save", "this is not a chart", "save what a function of `chart` returns");
  const write = formats[extname(path).toLowerCase()];
  if (write === undefined)
    throw new Problem([
      {
        place: path,
        fault: "no such kind of picture",
        remedy: `end the name in one of ${Object.keys(formats).join(", ")}`,
      },
    ]);
  const { scale = 2 } = options;
  if (!(scale >= 0.5 && scale <= 6)) refuse("scale", `${scale} pixels per px`, "use 0.5 to 6, such as 2");
  const content = await write(view, options);
  makeFolder(dirname(path));
  await writeFileWhole(path, [content], options);
  return path;
}
