import * as analysis from "../analysis/bridge.js";
import { type CompareOptions, type Comparison, compare as compareData } from "../analysis/compare.js";
import { type DriverOptions, type Drivers, drivers as driversData } from "../analysis/drivers.js";
import { type Headline, type HeadlineOptions, headline as headlineData } from "../analysis/headline.js";
import type { Run } from "../engine/run.js";
import { oneLine } from "./numbers.js";
import { type Printable, printable } from "./printable.js";
import { bridgeTable, driversText } from "./sections.js";
import { comparisonTable } from "./tables.js";
import { headlineText } from "./terminal.js";

/** `compare`, printing itself as tables. */
export const compare = (run: Run, options: CompareOptions = {}): Comparison & Printable =>
  printable(compareData(run, options), comparisonTable);

/** `headline`, printing itself as the page `npm start` shows. */
export const headline = (run: Run, options: HeadlineOptions = {}): Headline & Printable =>
  printable(headlineData(run, options), headlineText);

/** `bridge`, printing itself as a table. */
export const bridge = (run: Run, options: analysis.BridgeOptions = {}): analysis.Bridge & Printable =>
  printable(
    analysis.bridge(run, options),
    (one) => `${oneLine(one.title)}, response ${one.response}\n${bridgeTable(one)}`,
  );

/** `drivers`, printing itself as a table and sentences. */
export const drivers = (run: Run, options: DriverOptions = {}): Drivers & Printable =>
  printable(driversData(run, options), driversText);
