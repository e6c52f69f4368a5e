import { note, paragraph, type Sheet, type TableColumn, table, title } from "../../foundation/text/sheet.js";
import { plural } from "../../foundation/text/text.js";
import { differenceOf } from "../../foundation/values/quantity.js";
import type { Tornado, TornadoBar, TornadoEnd } from "../../results/sensitivity/tornado.js";
import { numbersColumn, wordsColumn } from "../../wording/columns.js";
import {
  edgeUnit,
  estimateColumn,
  estimateText,
  headText,
  horizonText,
  nameText,
  oneLine,
  rounded,
} from "../../wording/numbers.js";

/** Bars that are printed; the rest is counted. */
const mostBars = 15;

/** How a difference moves with each assumption, widest first. */
export function tornadoSheet(found: Tornado): Sheet {
  const { about, design, baseline, outcome, response, difference, bars } = found;
  const what = `${oneLine(about.title)}: ${outcome.name} of ${nameText(design)} less ${nameText(baseline)}, ${estimateText(difference, differenceOf(outcome.unit), about.currency)}`;
  const reading = `where each assumption lies in its lowest and its highest fifth, the others as drawn; response ${response} unless it is what varies; ${plural(about.worlds, "world")}; ${horizonText(about.months)}; ${about.status}`;
  const head = [title(what), note(reading)];
  if (!found.hasEnoughWorlds)
    return [[...head, paragraph("Too few worlds to say; simulate at least 50, better 1,000.")]];
  if (bars.length === 0) return [[...head, paragraph("No assumption varies.")]];
  const shown = bars.slice(0, mostBars);
  const unit = edgeUnit(
    differenceOf(outcome.unit),
    about.currency,
    shown.flatMap(({ low, high }) => [low.difference.mean, high.difference.mean]),
  );
  const end = (title: string, side: "low" | "high"): TableColumn => {
    const differences = shown.map((bar) => bar[side].difference);
    return numbersColumn(title, estimateColumn(differences, unit.factor, { sign: true }));
  };
  const columns = [
    wordsColumn(
      "assumption",
      shown.map(({ name, flips }) => `${nameText(name, 28)}${flips ? " (!)" : ""}`),
    ),
    numbersColumn(
      "low to high",
      shown.map((bar) => rangeText(bar, about.currency)),
    ),
    end(headText("low", unit), "low"),
    end("high", "high"),
    numbersColumn("explains", shown.map(shareText)),
  ];
  const notes = [
    ...(shown.some(({ flips }) => flips) ? ["(!) the sign is certain at both ends, and opposite."] : []),
    ...(shown.some(({ isAboveChance }) => !isAboveChance) ? ["(*) luck alone can look like this."] : []),
    ...(bars.length > shown.length ? [`and ${plural(bars.length - shown.length, "narrower bar")}`] : []),
  ];
  return [[...head, table("", columns), ...notes.map(note)]];
}

function rangeText({ unit, low, high }: TornadoBar, currency: string): string {
  const named = (end: TornadoEnd): string => nameText(end.choice ?? "", 14);
  if (low.value === undefined || high.value === undefined) return `${named(low)} to ${named(high)}`;
  const { factor, label } = edgeUnit(unit, currency, [low.value, high.value]);
  const write = (value: number): string => String(Number((value * factor).toPrecision(2)));
  return `${write(low.value)} to ${write(high.value)} ${label}`.trimEnd();
}

const shareText = ({ share, isAboveChance }: TornadoBar): string =>
  `${rounded(Math.max(0, share.value) * 100, 0)} ± ${rounded(((share.high - share.low) / 2) * 100, 0)} %${isAboveChance ? "" : " (*)"}`;
