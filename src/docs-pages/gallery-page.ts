import type { View } from "../charts/drawing/view.js";
import type { Exhibit } from "./gallery.js";

/** A picture of the gallery: what is shown, how it is drawn, and the view. */
export interface GalleryPicture extends Exhibit {
  readonly view: View;
  /** Of the picture, as the page names it. */
  readonly file: string;
}

/** Name a picture's file goes by: `payout curves` → `payout-curves.png`. */
export const pictureFile = (view: View): string => `${view.chart.replaceAll(" ", "-")}.png`;

/** The gallery as a page: every chart with its picture, the call that draws it and what it is for. */
export function galleryPage(pictures: readonly GalleryPicture[], setting: string): string {
  const entries = pictures.map(({ view, summary, code, file }) =>
    [
      `## ${view.chart[0].toUpperCase()}${view.chart.slice(1)}`,
      summary,
      `\`\`\`ts\n${code}\n\`\`\``,
      `![${view.title.replaceAll(/[[\]]/g, "")}](gallery/${file})`,
    ].join("\n\n"),
  );
  return `${[
    "# Gallery",
    `Every chart, drawn by \`npm run docs:all\`; do not edit. ${setting}`,
    "A chart is a function of data: it computes its title from them, keeps its numbers beside the picture, and draws nothing until `show` or `save` is asked. Each takes `{ width, theme, title }` and options of its own. `save` writes `.svg`, `.png`, `.html`, `.json` (Vega-Lite) and `.csv`.",
    ...entries,
  ].join("\n\n")}\n`;
}
