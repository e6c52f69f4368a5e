import { cutText, wrapText } from "../drawing/text-width.js";
import type { VegaLite } from "../drawing/view.js";
import type { Space } from "./chart.js";
import { spreadLabels } from "./labels.js";

/** px. Lines of a label are broken at this width, or where the room ends. */
const labelWidth = 160;

export interface EndLabel {
  readonly text: string;
  /** px. Where its line leaves the panel. */
  readonly y: number;
  readonly colour: string;
}

/** What room these labels ask for on the right. */
export const endTexts = (labels: readonly string[], { sizes }: Space["theme"]): string[] =>
  labels.flatMap((label) => wrapText(label, labelWidth, sizes.label));

/** Whose line it is, where it leaves a panel of this height on the right; labels that would meet move apart. */
export function endLabels(space: Space, height: number, labels: readonly EndLabel[]): VegaLite[] {
  const { sizes } = space.theme;
  const lineHeight = Math.ceil(sizes.label * 1.25);
  const most = labels.length > 6 ? 1 : 3;
  const room = space.right - 10;
  const texts = labels.map(({ text }) => {
    const lines = wrapText(text, room, sizes.label);
    const rest = lines.slice(most - 1).join(" ");
    return lines.length <= most ? lines : [...lines.slice(0, most - 1), cutText(rest, room, sizes.label)];
  });
  const middles = spreadLabels(
    labels.map(({ y }, k) => ({ at: y, height: texts[k].length * lineHeight + 3 })),
    0,
    height,
  );
  return texts.map((text, k) => ({
    data: { values: [{}] },
    mark: {
      type: "text",
      align: "left",
      baseline: "middle",
      lineHeight,
      x: space.width + 8,
      y: middles[k] - ((text.length - 1) / 2) * lineHeight,
      color: labels[k].colour,
    },
    encoding: { text: { value: text } },
  }));
}
