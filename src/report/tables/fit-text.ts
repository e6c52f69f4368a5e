import type { Agreement, Fit, FittedSetting, Ranged, RefusedSetting } from "../../calibration/data.js";
import { type FitOptions, fit as fitData } from "../../calibration/fit.js";
import type { PeopleData } from "../../employee-data/data.js";
import {
  heading,
  list,
  note,
  type Piece,
  paragraph,
  type Sheet,
  said,
  type Tone,
  table,
  title,
} from "../../foundation/text/sheet.js";
import { joinWords, plural, significant } from "../../foundation/text/text.js";
import { formatQuantity } from "../../foundation/values/quantity.js";
import type { Scenario } from "../../scenario/scenario.js";
import { checkNumber } from "../../wording/checked.js";
import { numbersColumn, wordsColumn } from "../../wording/columns.js";
import { nameText, oneLine } from "../../wording/numbers.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { leftOutPieces, notUsedPieces } from "./waiting-pieces.js";

/** `fit`, printing itself: what was found, what the tables do not tell, and the fitted scenario beside what was observed. */
export const fit = (scenario: Scenario, data: PeopleData, options: FitOptions = {}): Fit & Printable =>
  printableSheet(fitData(scenario, data, options), fitSheet);

/** `team.ex sales` */
export const settingPathText = (place: readonly string[]): string => place.join(".");

/** characters. */
const mostWas = 24;

/** Everything a fit says: the verdict on the status first. */
export function fitSheet(found: Fit): Sheet {
  const { about, settings, refused, years, measures } = found;
  const verdict = found.isCalibrated
    ? said("calibrated", "good", `: ${found.reason}.`)
    : said("not calibrated", "open", `: ${found.reason}.`);
  const names = measures.map(({ measure, name }) => `${measure} (${nameText(name)} in the tables)`);
  const scheme = `The scheme of ${years[0]} to ${years[1]} is taken to be "${nameText(found.design)}"${names.length > 0 ? `, scored on ${joinWords(names)}` : ""}.`;
  return [
    [
      title(
        `${oneLine(about.title)}: ${plural(settings.length, "setting")} found, ${plural(refused.length, "question")} the tables do not answer`,
      ),
      verdict,
      paragraph(scheme),
    ],
    leftOutPieces(found.leftOut),
    [heading("Found"), ...foundPieces(settings)],
    howPieces(found),
    [heading("Not found: the scenario keeps what it says"), ...refusedPieces(found)],
    [heading("Fitted beside observed"), ...checkPieces(found)],
    notUsedPieces(found.notUsed),
  ].filter((block) => block.length > 0);
}

function foundPieces(settings: readonly FittedSetting[]): Piece[] {
  if (settings.length === 0) return [paragraph("Nothing.")];
  return [
    table("one number: counted; from … to: 90 % range, which simulations draw from", [
      { title: "setting", cells: settings.map(({ place }) => settingPathText(place)) },
      {
        ...wordsColumn(
          "was",
          settings.map(({ was }) => was ?? "(default)"),
        ),
        most: mostWas,
      },
      wordsColumn(
        "is",
        settings.map(({ text }) => text),
      ),
      {
        ...wordsColumn(
          "rests on",
          settings.map(({ rests }) => rests),
        ),
        isOptional: true,
      },
    ]),
  ];
}

function howPieces({ settings, about }: Fit): Piece[] {
  const estimated = settings.filter(({ low, high }) => low < high);
  return estimated.length === 0 ? [] : [heading("How"), list(estimated.map((one) => howText(one, about.currency)))];
}

function howText({ place, unit, estimate, rests, method }: FittedSetting, currency: string): string {
  const value = formatQuantity(significant(estimate, 3), unit, currency);
  return `${settingPathText(place)}, ${value}: ${method}. Rests on ${rests}.`;
}

function refusedPieces({ refused, untouched }: Fit): Piece[] {
  const more = `${untouched.count} more assumptions stay as they are. Most, such as ${joinWords(untouched.examples)}, are about how people and customers react; no table of this kind tells them.`;
  return [list([...refused.map(refusedText), more])];
}

const refusedText = ({ place, why, kept }: RefusedSetting): string =>
  `${settingPathText(place)}: ${oneLine(why)}${kept === undefined ? "" : `; stays ${oneLine(kept)}`}.`;

const tones: Readonly<Record<Agreement, Tone>> = { agrees: "good", differs: "bad", "cannot tell": "open" };

function checkPieces({ checks, worlds }: Fit): Piece[] {
  const cells = (of: "observed" | "fitted", end: keyof Ranged): string[] =>
    checks.map((one) => {
      const value = one[of]?.[end];
      return value === undefined ? "" : checkNumber(value, one);
    });
  const open = checks.filter(({ agreement, observed }) => agreement === "cannot tell" && observed === undefined);
  const reasons = [...new Set(open.map(({ why }) => why))];
  const missing = reasons.map(
    (why) => `${joinWords(open.filter((one) => one.why === why).map(({ name }) => name))}: ${oneLine(why)}.`,
  );
  const remarks = checks.flatMap(({ name, remark }) => (remark === undefined ? [] : `${name}: ${oneLine(remark)}.`));
  return [
    table("", [
      { title: "quantity", cells: checks.map(({ name }) => name) },
      numbersColumn("observed", cells("observed", "estimate")),
      { ...numbersColumn("from", cells("observed", "low")), isOptional: true },
      { ...numbersColumn("to", cells("observed", "high")), isOptional: true },
      numbersColumn("simulated", cells("fitted", "estimate")),
      numbersColumn("from", cells("fitted", "low")),
      numbersColumn("to", cells("fitted", "high")),
      {
        ...wordsColumn(
          "verdict",
          checks.map(({ agreement }) => agreement),
        ),
        tones: checks.map(({ agreement }) => tones[agreement]),
      },
    ]),
    note(
      `observed: with its 90 % interval, people left out in turn; simulated: mean of ${worlds} teams as large as this one, over as many years, and the range 95 % of them lie in. agrees: the observed number lies in that range; differs: it does not, which happens to one true number in twenty; cannot tell: it does, but the range is too wide to say much, or a number is missing.`,
    ),
    ...(missing.length + remarks.length > 0 ? [list([...missing, ...remarks])] : []),
  ];
}
