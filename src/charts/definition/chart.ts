import { refuse } from "../../foundation/text/problem.js";
import type { UnframedChart } from "../drawing/drawn.js";
import { footerText } from "../drawing/footer.js";
import { frame } from "../drawing/frame.js";
import { defaultTheme, type Theme } from "../drawing/theme.js";
import { type View, viewOf } from "../drawing/view.js";
import { expectInput, expectOptions, type Taken } from "./inputs.js";

export type { Space, UnframedChart } from "../drawing/drawn.js";

/** What every chart can be asked. */
export interface ChartOptions {
  /** px. Of the whole picture, 320 to 2000; 720 unless given. */
  readonly width?: number | undefined;
  readonly theme?: Theme | undefined;
  /** Said instead of the finding. */
  readonly title?: string | undefined;
}

/** One chart of the gallery: what it shows and how it is drawn; each is a file of its own. */
export interface Chart<Input, Options extends ChartOptions = ChartOptions> {
  readonly name: string;
  readonly summary: string;
  /** What it is drawn from: everything else is refused. Without it the chart sees to that itself. */
  readonly takes?: Taken<Input> | undefined;
  readonly draw: (input: Input, options: Options, theme: Theme) => UnframedChart;
}

/** A chart as a function: data in, view out. */
export interface DrawChart<Input, Options extends ChartOptions = ChartOptions> {
  (input: Input, options?: Options): View;
  readonly chart: Chart<Input, Options>;
}

/** px */
const usualWidth = 720;

/** Makes the function users call from a chart's description. It throws a Problem for what the chart cannot be drawn from. */
export function defineChart<Input, Options extends ChartOptions = ChartOptions>(
  chart: Chart<Input, Options>,
): DrawChart<Input, Options> {
  const draw = (input: Input, options: Options = {} as Options): View => {
    if (chart.takes !== undefined) expectInput(chart.name, chart.takes, input);
    expectOptions(chart.name, options);
    const theme = options.theme ?? defaultTheme;
    if (theme.colours?.categories === undefined) refuse("theme", "this is not a theme", "make one with makeTheme");
    const drawn = chart.draw(input, options, theme);
    const footer = footerText(drawn.about, theme);
    const title = options.title ?? drawn.title;
    const width = options.width ?? usualWidth;
    return viewOf(chart.name, { ...drawn, title }, footer, width, frame({ ...drawn, title }, footer, theme, width));
  };
  return Object.assign(draw, { chart });
}
