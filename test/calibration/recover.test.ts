import { beforeAll, describe, expect, test } from "vitest";
import type { Fit } from "../../src/calibration/data.js";
import { fit as fitScenario } from "../../src/calibration/fit.js";
import { flagship, simulatedFirms } from "./made.js";

/** Settings of firms whose tables are then read as if nobody knew them. */
const truth = { drift: 0.05, accountLuck: 0.2, churn: 0.1, quits: 0.12, marketLuck: 0.06, abilitySpread: 0.15 };
const teams = 40;
const places: Readonly<Record<string, number>> = {
  drift: truth.drift,
  "account luck": truth.accountLuck,
  churn: truth.churn,
  quits: truth.quits,
};

let fits: readonly Fit[];
beforeAll(() => {
  const firms = simulatedFirms(truth, { teams, managers: 8, years: 3 });
  fits = firms.map(({ data, leavers }) => fitScenario(flagship, data, { leavers, pairs: 4 }));
}, 300_000);

const found = (name: string) => fits.flatMap(({ settings }) => settings.filter(({ place }) => place[1] === name));

describe("settings known beforehand are found again in simulated firms", () => {
  // with a true cover of 90 % fewer than 31 of 40 would be chance once in two hundred times (binomial: .005 for each setting, .02 for
  // one of the four); a true cover of 70 % is caught four times in five, one of 60 % all but always (.80, .98)
  test.each(Object.entries(places))("%s lies in its 90 %% range", (name, value) => {
    const all = found(name);
    expect(all).toHaveLength(teams);
    expect(all.filter(({ low, high }) => low <= value && value <= high).length).toBeGreaterThanOrEqual(31);
  });

  test("growth is hit on average: the market's luck of single firms averages out", () => {
    const mean = found("drift").reduce((sum, { estimate }) => sum + estimate, 0) / teams;
    // SD of one estimate about .048 (mostly luck of the market over three years), so 3 standard errors are .023 (false alarms: .003)
    expect(Math.abs(mean - truth.drift)).toBeLessThan(0.023);
  });

  test("ability, which so small a team does not show, is claimed of few firms, and the market's luck of none", () => {
    expect(found("ability spread").length).toBeLessThanOrEqual(4);
    expect(found("market luck")).toEqual([]);
  });

  test("checks say differs about as rarely as they promise", () => {
    const said = fits.flatMap(({ checks }) => checks).filter(({ observed }) => observed !== undefined);
    const wrong = said.filter(({ agreement }) => agreement === "differs").length / said.length;
    // one in twenty; quantities of one firm go together, so that the share of forty firms wanders
    expect(wrong).toBeLessThan(0.1);
  });
});
