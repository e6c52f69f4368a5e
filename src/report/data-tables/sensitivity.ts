import { type DataTable, number, tableOf, textColumn, whole, yesOrNo } from "../../foundation/tables/data-table.js";
import type { Drivers } from "../../results/sensitivity/drivers.js";
import type { Sensitivity } from "../../results/sensitivity/sensitivity.js";
import type { Tornado } from "../../results/sensitivity/tornado.js";
import { estimates, unitIn, values } from "./columns.js";

const against = ["againstBaseline", "againstRunnerUp"] as const;

/** Which assumptions would change the answer: how much each matters, the lead by fifths of it, and who leads at its ends. */
export function driversTables({ drivers, about, unit, outcome, design, response }: Drivers): DataTable[] {
  const outcomeUnit = unitIn(unit, about.currency);
  const leads = drivers.flatMap((driver) =>
    against.flatMap((which) => {
      const lead = driver[which];
      return lead === undefined ? [] : [{ driver, lead }];
    }),
  );
  const named = [
    textColumn<{ readonly driver: Drivers["drivers"][number] }>(
      "assumption",
      "in words, as in a scenario file",
      ({ driver }) => driver.assumption,
    ),
    textColumn<{ readonly driver: Drivers["drivers"][number] }>("assumption unit", "what 1 of it is", ({ driver }) =>
      unitIn(driver.unit, about.currency),
    ),
  ];
  const fifths = leads.flatMap(({ driver, lead }) =>
    lead.fifths.map((fifth, k) => ({ driver, lead, fifth, place: k + 1 })),
  );
  const flips = drivers.flatMap((driver) => driver.flips.map((flip) => ({ driver, flip })));
  return [
    tableOf("drivers", "How one assumption moves the lead of the design over another.", leads, [
      ...named,
      textColumn("design", "whose lead it is", () => design),
      textColumn("against", "the other design", ({ lead }) => lead.against),
      textColumn("outcome", "it is a lead in", () => outcome),
      textColumn("response", "how managers react", () => response),
      ...values<{ readonly lead: Sensitivity }>(
        "index",
        "share of the variance of the lead",
        "explained on its own",
        ({ lead }) => lead.index,
      ),
      yesOrNo("above chance", "whether that is more than luck alone gives", ({ lead }) => lead.isAboveChance),
      number("slope", `${outcomeUnit} per unit of the assumption`, "least squares", ({ lead }) => lead.slope),
      number("correlation", "−1 to 1", "of ranks", ({ lead }) => lead.correlation),
      number("threshold", "as the assumption", "where the lead passes zero", ({ lead }) => lead.threshold),
      textColumn("meaning", "of the assumption", ({ driver }) => driver.meaning),
      textColumn("source", "study, or the word assumption", ({ driver }) => driver.source),
    ]),
    tableOf("fifths", "The lead in one fifth of the worlds, by the value of one assumption.", fifths, [
      ...named,
      textColumn("against", "the other design", ({ lead }) => lead.against),
      whole("fifth", "", "from 1, the lowest", ({ place }) => place),
      number("low", "as the assumption", "lowest value in it", ({ fifth }) => fifth.low),
      number("middle", "as the assumption", "middle of it", ({ fifth }) => fifth.middle),
      number("high", "as the assumption", "highest value in it", ({ fifth }) => fifth.high),
      whole("worlds", "worlds", "in it", ({ fifth }) => fifth.worlds),
      ...estimates<(typeof fifths)[number]>(
        "difference",
        outcomeUnit,
        "lead there; above zero is better",
        ({ fifth }) => fifth.difference,
      ),
    ]),
    tableOf("flips", "Another design that leads at an end of one assumption.", flips, [
      ...named,
      textColumn("end", "low or high fifth", ({ flip }) => flip.side),
      textColumn("design", "that leads there", ({ flip }) => flip.design),
      ...estimates<(typeof flips)[number]>("difference", outcomeUnit, "its lead there", ({ flip }) => flip.difference),
      number("threshold", "as the assumption", "where the two are equal", ({ flip }) => flip.threshold),
      yesOrNo("clear", "whether the lead is above zero after all that was looked at", ({ flip }) => flip.isClear),
      yesOrNo("worth acting", "whether it is at least the smallest difference", ({ flip }) => flip.isWorthActing),
    ]),
  ];
}

/** A row a bar, and a row a level of it. */
export function tornadoTables({ bars, about, outcome, design, baseline, response }: Tornado): DataTable[] {
  const unit = unitIn(outcome.unit, about.currency);
  const levels = bars.flatMap((bar) => bar.levels.map((level, k) => ({ bar, level, place: k + 1 })));
  type Bar = Tornado["bars"][number];
  return [
    tableOf("tornado", "How far one assumption or choice moves the difference.", bars, [
      textColumn("name", "assumption in words, or response", (bar) => bar.name),
      textColumn("kind", "assumption, or choice", (bar) => bar.kind),
      textColumn("design", "that is compared", () => design),
      textColumn("baseline", "it is compared with", () => baseline),
      textColumn("outcome", "of the difference", () => outcome.name),
      textColumn("response", "how managers react", () => response),
      ...estimates<Bar>(
        "difference at low",
        unit,
        "in the lowest fifth, or the choice with the smallest",
        (bar) => bar.low.difference,
      ),
      ...estimates<Bar>(
        "difference at high",
        unit,
        "in the highest fifth, or the choice with the largest",
        (bar) => bar.high.difference,
      ),
      ...estimates<Bar>("swing", unit, "at high less at low", (bar) => bar.swing),
      ...values<Bar>("share", "share of the variance of the difference", "explained on its own", (bar) => bar.share),
      yesOrNo("above chance", "whether that is more than luck alone gives", (bar) => bar.isAboveChance),
      yesOrNo("flips", "whether the difference changes its sign for certain", (bar) => bar.flips),
      textColumn("meaning", "what it is", (bar) => bar.meaning),
      textColumn("source", "study, or the word assumption", (bar) => bar.source),
    ]),
    tableOf("tornado levels", "The difference in one fifth of an assumption, or under one choice.", levels, [
      textColumn("name", "assumption in words, or response", ({ bar }) => bar.name),
      textColumn("unit", "what 1 of the assumption is", ({ bar }) => unitIn(bar.unit, about.currency)),
      whole("level", "", "from 1, the lowest values", ({ place }) => place),
      number("value", "as the unit says", "middle of the fifth", ({ level }) => level.value),
      textColumn("choice", "which choice", ({ level }) => level.choice),
      ...estimates<(typeof levels)[number]>(
        "difference",
        unit,
        "design less baseline",
        ({ level }) => level.difference,
      ),
    ]),
  ];
}
