import type { Fit, FitCheck } from "../../calibration/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { checkNumber } from "../../wording/checked.js";
import { nameText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { aFit } from "../definition/inputs.js";
import { along, bandOver, coloured, down, ruleAt } from "../definition/marks.js";

/** px */
const rowHeight = 26;
const verdicts = ["agrees", "differs", "cannot tell"] as const;
/** Half ranges of simulated teams. Beyond, a point stands at the edge. */
const farthest = 2.5;

/** What was observed, placed within the range of simulated teams. */
export const fittedObserved = defineChart<Fit>({
  name: "fitted and observed",
  takes: aFit,
  summary:
    "The fitted scenario beside what was observed: each quantity placed within the range of 95 % of simulated teams, with its interval.",
  draw(found, _options: ChartOptions, theme): UnframedChart {
    const rows = found.checks.flatMap((one) => placed(one) ?? []);
    if (rows.length === 0) refuse("fit", "nothing was observed that can be simulated", "give accounts or a history");
    const names = rows.map(({ quantity }) => quantity);
    const { good, bad, quiet } = theme.colours;
    const [first, last] = found.years;
    return {
      title: finding(found),
      subtitle: `${first} to ${last} against ${found.worlds} simulated teams of the same size under "${nameText(found.design)}". Shaded: the range 95 % of simulated teams lie in, each quantity on its own scale; dot and line: observed with its 90 % interval. Right: observed, simulated`,
      about: {
        text: `Scenario ${nameText(found.about.scenario.split(/[\\/]/).at(-1) ?? "")} · fitted, ${found.isCalibrated ? "status: calibrated" : `status: ${found.about.status}`} · RewardLab ${found.about.version}`,
      },
      columns: [
        { name: "quantity", title: "quantity" },
        { name: "observed", title: "observed" },
        { name: "low", title: "90 % from" },
        { name: "high", title: "to" },
        { name: "simulated", title: "simulated, mean" },
        { name: "from", title: "95 % of teams from" },
        { name: "until", title: "to" },
        { name: "verdict", title: "verdict" },
      ],
      rows,
      left: names,
      right: rows.map(({ label }) => label),
      panel: (space) => {
        const y = down("quantity", names, space);
        const domain = [-farthest, farthest] as const;
        const x = along("x", "place", { title: "half ranges of simulated teams from their middle", domain }, space);
        return {
          width: space.width,
          height: Math.max(2, names.length) * rowHeight,
          layer: [
            bandOver("x", -1, 1, theme),
            ruleAt("x", 0, theme, true),
            {
              data: { values: rows },
              mark: { type: "rule", strokeWidth: 2.5 },
              encoding: {
                y,
                x: { field: "placeLow", type: "quantitative" },
                x2: { field: "placeHigh" },
                color: coloured("verdict", verdicts, [good, bad, quiet], space),
              },
            },
            {
              data: { values: rows },
              mark: { type: "point", filled: true, size: 80, opacity: 1 },
              encoding: { y, x, color: coloured("verdict", verdicts, [good, bad, quiet], space) },
            },
            {
              data: { values: rows },
              mark: { type: "text", align: "left", dx: 8 },
              encoding: { y, x: { value: space.width }, text: { field: "label" } },
            },
          ],
        };
      },
    };
  },
});

/** A check with its places: 0 is the middle of the range of simulated teams, ±1 its ends. */
function placed(one: FitCheck) {
  const { name, observed, fitted, agreement } = one;
  if (observed === undefined || fitted === undefined) return undefined;
  const middle = (fitted.low + fitted.high) / 2;
  const half = Math.max((fitted.high - fitted.low) / 2, 1e-12);
  const at = (value: number): number => Math.max(-farthest, Math.min(farthest, (value - middle) / half));
  return {
    quantity: name,
    observed: observed.estimate,
    low: observed.low,
    high: observed.high,
    simulated: fitted.estimate,
    from: fitted.low,
    until: fitted.high,
    verdict: agreement,
    place: at(observed.estimate),
    placeLow: at(observed.low),
    placeHigh: at(observed.high),
    label: `${checkNumber(observed.estimate, one)}, ${checkNumber(fitted.estimate, one)}`,
  };
}

/** How many quantities agree, and which do not. */
function finding({ checks }: Fit): string {
  const known = checks.filter(({ observed, fitted }) => observed !== undefined && fitted !== undefined);
  const off = known.filter(({ agreement }) => agreement === "differs").map(({ name }) => name);
  const open = known.filter(({ agreement }) => agreement === "cannot tell").length;
  const agreeing = known.length - off.length - open;
  const doubt = open > 0 ? `; for ${open} this team is too small to tell` : "";
  if (off.length === 0)
    return `The fitted scenario gives ${agreeing} of ${plural(known.length, "quantity")} as observed${doubt}`;
  const named = off.length > 3 ? `${off.length} quantities` : joinWords(off);
  return `The fitted scenario misses ${named}; ${agreeing} of ${plural(known.length, "quantity")} come out as observed${doubt}`;
}
