import { refuse } from "../../foundation/text/problem.js";
import type { Space, UnframedChart } from "./drawn.js";
import { widestText, wrapText } from "./text-width.js";
import type { Theme } from "./theme.js";
import type { VegaLite } from "./view.js";

/** px. Around the picture. */
const margin = 14;
/** px. Between axis labels and the plotting area. */
const labelGap = 10;
/** Labels never take more than this share of a picture. */
const mostLeft = 0.52;
const mostRight = 0.3;

/**
 * Puts title, panel and source line into one specification whose picture is as wide as asked: texts are measured in the font they are
 * painted in and wrapped, and room is kept for labels. Throws a Problem for widths under 320 or over 2000 px.
 */
export function frame(drawn: UnframedChart, footer: string, theme: Theme, width: number): VegaLite {
  if (!(width >= 320 && width <= 2000)) refuse("width", `${width} px`, "use 320 to 2000, such as 720");
  const inside = width - 2 * margin;
  const { sizes, colours } = theme;
  const room = (texts: readonly string[], most: number): number =>
    texts.length === 0 ? 2 : Math.ceil(Math.min(widestText(texts, sizes.label) + labelGap, most * inside));
  const left = room(drawn.left, mostLeft);
  const right = room(drawn.right ?? [], mostRight);
  const space = { width: Math.floor(inside - left - right), left, right, theme };
  const logoRoom = theme.logo === undefined ? 0 : theme.logo.width + 12;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${drawn.title}. ${drawn.subtitle}`,
    background: colours.background,
    padding: margin,
    title: {
      text: wrapText(drawn.title, inside, sizes.title, true),
      subtitle: wrapText(drawn.subtitle, inside, sizes.subtitle),
      anchor: "start",
      frame: "bounds",
      offset: 14,
    },
    spacing: 12,
    vconcat: [drawn.panel(space), sourceLine(wrapText(footer, inside - logoRoom, sizes.footer), space)],
    config: config(theme, left),
  };
}

/** The footer, with a logo on its right; it spans the whole picture, so that every picture is as wide as asked. */
function sourceLine(lines: readonly string[], space: Space) {
  const { theme, left, right, width } = space;
  const { footer } = theme.sizes;
  const lineHeight = Math.ceil(footer * 1.35);
  const height = Math.max(lines.length * lineHeight, theme.logo?.height ?? 0);
  const end = width + right;
  const text = {
    mark: { type: "text", align: "left", baseline: "top", fontSize: footer, lineHeight, color: theme.colours.muted },
    encoding: { x: { value: -left }, y: { value: 0 }, text: { value: lines } },
  };
  const span = {
    mark: { type: "rule", color: theme.colours.line },
    encoding: { x: { value: -left }, x2: { value: end }, y: { value: -6 } },
  };
  const logo = theme.logo && {
    mark: {
      type: "image",
      url: theme.logo.image,
      width: theme.logo.width,
      height: theme.logo.height,
      align: "right",
      baseline: "top",
    },
    encoding: { x: { value: end }, y: { value: 0 } },
  };
  return {
    width,
    height,
    data: { values: [{}] },
    view: { stroke: null },
    layer: [span, text, ...(logo ? [logo] : [])],
  };
}

/** Vega-Lite's own settings, from the theme. Titles of upright axes stand above the plotting area, level, from the left edge on. */
function config({ font, colours, sizes }: Theme, left: number): VegaLite {
  const axis = {
    labelColor: colours.muted,
    labelFontSize: sizes.label,
    titleColor: colours.muted,
    titleFontSize: sizes.label,
    titleFontWeight: "normal",
    domainColor: colours.line,
    gridColor: colours.line,
    tickColor: colours.line,
    labelPadding: 6,
    labelOverlap: "greedy",
  };
  return {
    font,
    view: { stroke: null },
    title: {
      fontSize: sizes.title,
      fontWeight: "bold",
      color: colours.ink,
      lineHeight: Math.ceil(sizes.title * 1.3),
      subtitleFontSize: sizes.subtitle,
      subtitleColor: colours.muted,
      subtitleLineHeight: Math.ceil(sizes.subtitle * 1.4),
      subtitlePadding: 6,
    },
    axis,
    axisX: { domain: false, ticks: false, titlePadding: 8, labelFlush: false },
    axisY: {
      domain: false,
      ticks: false,
      labelLimit: left - labelGap + 4,
      titleAngle: 0,
      titleAlign: "left",
      titleAnchor: "end",
      titleBaseline: "bottom",
      titleX: -left,
      titleY: -8,
    },
    legend: {
      labelColor: colours.ink,
      labelFontSize: sizes.label,
      titleColor: colours.muted,
      titleFontSize: sizes.label,
      titleFontWeight: "normal",
      symbolType: "circle",
      orient: "top",
      offset: 8,
      labelLimit: 260,
    },
    text: { font, fontSize: sizes.label, color: colours.ink },
    header: {
      labelFontSize: sizes.label,
      labelColor: colours.ink,
      titleFontSize: sizes.label,
      titleColor: colours.muted,
    },
    range: {
      category: colours.categories,
      ramp: colours.sequence,
      heatmap: colours.sequence,
      diverging: colours.diverging,
    },
    line: { strokeCap: "round" },
  };
}
