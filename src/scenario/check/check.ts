import { type Fault, Problem } from "../../foundation/text/problem.js";
import { currencyIn } from "../../foundation/values/field.js";
import { parseQuantity } from "../../foundation/values/quantity.js";
import { withoutSigns } from "../../foundation/values/unit-words.js";
import { evidenceBase } from "../../model/evidence-base.js";
import { usualDifference } from "../../model/frame/firm.js";
import { amountOfPay } from "../../model/frame/pay-share.js";
import { usualSettings } from "../../model/measures/usual-settings.js";
import { outcomes } from "../../model/outcomes/index.js";
import { effortOn } from "../../model/outcomes/people/effort-on.js";
import { leavesOf } from "../designs/written-leaves.js";
import type { ScenarioDocument } from "../document/document.js";
import type { KeyPath } from "../document/place.js";
import { isCell, sourceFaults } from "../document/sources.js";
import { payApart } from "../payout-terms/payout-apart.js";
import type { PayoutTermsInput } from "../payout-terms/payout-terms.js";
import { holdOf } from "../schema/hold.js";
import type { Checked, CheckedDesign, Hypothesis, ParsedFile } from "../schema/schema.js";
import { baseSalary, unknownPay } from "../schema/usual.js";
import { type AddWhere, checkAcross, type Origin } from "./check-across.js";
import { type Add, checkWeightings, type Find, resolveDesigns, wholeMonths } from "./check-designs.js";
import { checkLevels } from "./check-levels.js";
import { checkLinkages } from "./check-linkages.js";
import { checkMeasures } from "./check-measures.js";
import { checkPersistence } from "./check-persistence.js";

export { scenarioMemory } from "./check-across.js";
export { yardsticks } from "./check-designs.js";

/** A remark that does not stop a run: it stands in the description and in results. */
export interface Finding {
  readonly place: string;
  readonly finding: string;
  /** Whether a number was probably meant otherwise, or designs differ in more than they are named for: said before every run and every comparison, not only where a scenario is checked or described. */
  readonly isDoubtful?: true;
}

interface Checks {
  readonly checked: Checked;
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** Checks a parsed file across its fields. Throws one Problem with every fault and its place. */
export function check(parsed: ParsedFile, document: ScenarioDocument): Omit<Checks, "faults"> {
  const { faults, ...sound } = checksOf(parsed, document, []);
  if (faults.length > 0) throw new Problem(faults);
  return sound;
}

/**
 * Every fault across the fields of a file. Values `written` at these paths could not be read and stand for something else: what would only follow
 * from them is left out.
 */
export function checksOf(parsed: ParsedFile, document: ScenarioDocument, written: readonly KeyPath[]): Checks {
  const mended = [...written, ...takenOver(parsed, written)];
  const faults: Fault[] = [];
  const faulty: KeyPath[] = [];
  const findings: Finding[] = [];
  // what designs that are like each other share is said once, where it is written
  const add: Add = (path, fault, remedy) => {
    if (follows(path, mended)) return;
    faulty.push(path);
    const place = document.placeOf(path);
    if (!faults.some((one) => one.place === place && one.fault === fault)) faults.push({ place, fault, remedy });
  };
  const find: Find = (path, finding, isDoubtful = false) => {
    const place = document.placeOf(path);
    if (findings.some((one) => one.place === place && one.finding === finding)) return;
    findings.push({ place, finding, ...(isDoubtful && { isDoubtful }) });
  };
  if (!mended.some(([section]) => section === "currency")) checkCurrency(document.data, [], parsed.currency, add);
  faults.push(...sourceFaults(document, Object.keys(parsed.sources), new Set(evidenceBase.map((one) => one.id))));
  checkWeightings(parsed, add);
  const designs = resolveDesigns(parsed, add);
  checkLinkages(parsed, designs, document.data, add);
  checkMeasures(parsed, add);
  const checked = assemble(parsed, designs, add);
  // what is wrong already is not looked at across, nor what depends on it
  const wrong = [...mended, ...faulty];
  const isWrong = (path: KeyPath): boolean => wrong.some((one) => one.length === path.length && startsWith(one, path));
  const addWhere: AddWhere = (sections) =>
    wrong.some(([one]) => sections.includes(String(one)))
      ? () => undefined
      : (path, fault, remedy) => {
          if (!isWrong(path)) add(path, fault, remedy);
        };
  checkAcross(checked, { origin: originIn(parsed), names: Object.keys(parsed.designs) }, addWhere, find);
  if (faults.length === 0) {
    const { designs } = document.data as { readonly designs: Readonly<Record<string, unknown>> };
    const origin = originIn(parsed);
    const placeOf = (name: string): KeyPath => ["designs", origin(name, "rewards"), "rewards"];
    checkLevels(checked, { placeOf, leavesOf: (name) => leavesOf(designs, name) }, find);
  }
  const apart = payApart((document.data as { payout?: PayoutTermsInput }).payout);
  if (apart !== undefined) find(["payout"], apart);
  checkPersistence(checked, find);
  if (baseSalary(checked) === undefined) {
    const { fault, remedy } = unknownPay(checked.currency);
    find(["team", "salary"], `${fault}; to simulate, ${remedy}`);
  }
  return { checked, findings, faults };
}

/** Where designs take over what stands for something else, through `like`. */
function takenOver({ designs }: ParsedFile, mended: readonly KeyPath[]): KeyPath[] {
  const names = Object.keys(designs);
  const isLike = (name: string, wanted: PropertyKey, left = names.length): boolean => {
    const above = designs[name]?.like;
    return left > 0 && above !== undefined && (above === wanted || isLike(above, wanted, left - 1));
  };
  return mended
    .filter(([section, name]) => section === "designs" && name !== undefined)
    .flatMap(([, name, ...rest]) => names.filter((one) => isLike(one, name!)).map((one) => ["designs", one, ...rest]));
}

/** Whether a fault at a path only follows from a value that stands for another: at it, inside it, or of what it is part of. */
const follows = (path: KeyPath, mended: readonly KeyPath[]): boolean =>
  mended.some((one) => startsWith(path, one) || (path.length === one.length - 1 && startsWith(one, path)));

const startsWith = (path: KeyPath, start: KeyPath): boolean =>
  start.every((step, k) => String(path[k]) === String(step));

/** Follows `like` to the design that writes a setting itself. Designs have been resolved, so it ends. */
function originIn({ designs }: ParsedFile): Origin {
  const origin: Origin = (name, key) => {
    const { like, [key]: own } = designs[name];
    return own === undefined && like !== undefined ? origin(like, key) : name;
  };
  return origin;
}

/** Keys under which text is words or a name, never an amount. */
const words = new Set(["title", "question", "claim", "what", "how", "who", "when", "note", "source", "link"]);
for (const key of ["like", "weights", "baseline", "design", "against", "outcome", "kind", "for"]) words.add(key);

/** The currency of an amount, however it is written. */
const currencyOf = (text: string): string | undefined =>
  /^\s*(?:[A-Za-z]{3}\s?)?[-+−.\d]/.test(withoutSigns(text)) ? currencyIn(text) : undefined;

/** Every amount of money is in the scenario's currency. */
export function checkCurrency(data: unknown, path: KeyPath, currency: string, add: Add): void {
  if (typeof data === "string") {
    const found = currencyOf(data);
    if (found === undefined || found === currency) return;
    add(path, `${found} in a scenario whose currency is ${currency}, got "${data}"`, `write the amount in ${currency}`);
    return;
  }
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    // amounts in hypotheses are read in the scenario's currency and say so themselves
    const isWords =
      typeof value === "string"
        ? words.has(key)
        : (path.length === 0 && ["sources", "hypotheses"].includes(key)) || isCell([...path, key]);
    if (!isWords) checkCurrency(value, [...path, Array.isArray(data) ? Number(key) : key], currency, add);
  }
}

function assemble(parsed: ParsedFile, designs: Readonly<Record<string, CheckedDesign>>, add: Add): Checked {
  const { managers, source: _source, note: _note, ...team } = parsed.team;
  const { "per manager": accountsPerManager, source: _s, note: _n, ...accounts } = parsed.accounts;
  const { source: _s2, note: _n2, ...rest } = parsed.assumptions;
  const given = Object.fromEntries(
    Object.entries({ ...team, ...accounts, ...rest }).filter(([, value]) => value !== undefined),
  );
  const assumptions = given as Checked["assumptions"];
  const salary = baseSalary({ currency: parsed.currency, assumptions });
  return {
    ...parsed,
    remainder: parsed.remainder,
    horizon: wholeMonths(parsed.horizon, ["horizon"], add),
    managers,
    accountsPerManager,
    assumptions,
    activities: parsed.activities as Checked["activities"],
    measures: Object.fromEntries(
      Object.entries(parsed.measures).map(([name, one]) => [
        name,
        { ...one, cadence: Math.round(one?.cadence ?? usualSettings.cadence) },
      ]),
    ) as Checked["measures"],
    designs,
    baseline: parsed.baseline ?? Object.keys(parsed.designs)[0] ?? "",
    hold: holdOf(parsed.hold, add),
    hypotheses: Object.fromEntries(
      Object.entries(parsed.hypotheses).map(([name, one]) => [
        name,
        {
          ...one,
          outcome: one.outcome as Hypothesis["outcome"],
          smallestEffect: smallestEffect(name, one, parsed.currency, add),
        },
      ]),
    ),
    run: {
      worlds: parsed.run.worlds,
      seed: parsed.run.seed,
      response: parsed.run.response,
      smallestDifference:
        parsed.run["smallest difference"] ?? (salary === undefined ? undefined : amountOfPay(usualDifference, salary)),
      sampling: parsed.run.sampling,
      lucksPerDraw: parsed.run["lucks per draw"],
    },
  };
}

/** The smallest effect that matters, read in the unit of the outcome it is about. */
function smallestEffect(
  name: string,
  { outcome, "smallest effect": written }: ParsedFile["hypotheses"][string],
  currency: string,
  add: Add,
): number | undefined {
  const unit = (outcome.startsWith("effort: ") ? effortOn("", 0) : outcomes.find((one) => one.name === outcome))?.unit;
  if (written === undefined || unit === undefined) return undefined;
  try {
    return parseQuantity(written, { ...unit, min: 0 }, { currency }).value;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { fault, remedy } of error.faults) add(["hypotheses", name, "smallest effect"], fault, remedy);
    return undefined;
  }
}
