import type { AccountYear } from "../employee-data/data.js";
import type { Distribution } from "../foundation/maths/distribution.js";
import { periodAt } from "../model/scorecard/outlook/outlook.js";
import type { Scenario } from "../scenario/scenario.js";
import { type BatchInputs, drawBatch, worldsPerBatch } from "../simulation/batch/batch.js";
import { DesignSimulation } from "../simulation/batch/design-simulation.js";
import { compile } from "../simulation/compile.js";
import type { Program, Task } from "../simulation/world/program.js";
import type { Panel, ScoreYear } from "./panel.js";
import { type SurveyYear, surveysOf } from "./surveys.js";

/** What is simulated: one design of a scenario as the firm runs it, with settings in place of the scenario's. */
export interface Simulated {
  readonly scenario: Scenario;
  readonly design: string;
  readonly years: number;
  readonly managers: number;
  readonly accounts: number;
  /** By name in code. */
  readonly settings: Readonly<Record<string, Distribution>>;
  /** Pairs of worlds: each with its luck and with the opposite luck. */
  readonly pairs: number;
}

/** Plays a design from its start and gives every world as a panel, as a firm would have written it down: accounts and people by year. */
export function simulatePanels(asked: Simulated): Panel[] {
  const { scenario, design, years, managers, accounts, settings, pairs } = asked;
  const whole = compile(scenario, { months: 12 * years });
  const program: Program = {
    ...whole,
    managers,
    accounts,
    designs: whole.designs.filter(({ name, role }) => name === design && role === "design"),
    assumptions: { ...whole.assumptions, ...settings },
  };
  const task: Task = { design: 0, response: scenario.checked.run.response, scale: 1, shift: 0 };
  const size = worldsPerBatch(managers);
  const panels: Panel[] = [];
  for (let first = 0; first < pairs; first += size) {
    const count = Math.min(size, pairs - first);
    for (const isMirrored of [false, true])
      panels.push(...playBatch(drawBatch(program, first, count, isMirrored), task));
  }
  return panels;
}

/** One seat as it is written down year after year. An account that takes a lost one's place is first listed in the year after. */
interface Seat {
  readonly rows: AccountYear[];
  readonly scores: ScoreYear[];
  /** By account: its name's number, revenue of the year so far, 1 where it came during the year. */
  readonly names: Int32Array;
  readonly revenue: Float64Array;
  readonly isNew: Uint8Array;
  /** score. Of the months of the year. */
  score: number;
  /** share of the amount at target. Paid by the main reward in the year. */
  payout: number;
  /** Whether one person sat there since the year began. */
  isWhole: boolean;
  leavers: number;
  filled: number;
}

function playBatch(batchInputs: BatchInputs, task: Task): Panel[] {
  const play = new DesignSimulation(batchInputs, task);
  const { lanes, cards } = play;
  const { months, managers } = batchInputs.program;
  const seats = Array.from({ length: lanes.lanes }, () => seatOf(lanes.accounts));
  const before = { pulled: new Float64Array(0), satisfaction: new Float64Array(0) };
  for (let month = 0; month < months; month++) {
    before.pulled = lanes.pulled.slice();
    before.satisfaction = lanes.satisfaction.slice();
    const vacant = lanes.vacancy.slice();
    const closed = play.month(month);
    for (const [i, seat] of seats.entries()) {
      if (vacant[i] > 0) seat.isWhole = false;
      else seat.filled += 1;
      book(play, seat, i, month, before);
      if (closed[0] === true) {
        const share = monthsOfClose(play, month) / 12;
        seat.score += cards[0].score[i] * share;
        seat.payout += cards[0].rewards[0].payout[i] * share;
      }
      if (lanes.left[i] === 1) seat.leavers += 1;
      if (month % 12 === 11) endYear(play, seat, i, month);
      if (lanes.left[i] === 1) seat.isWhole = false;
    }
    play.endMonth(month);
  }
  return Array.from({ length: batchInputs.count }, (_, w) =>
    panelOfSeats(play, seats.slice(w * managers, (w + 1) * managers), months),
  );
}

const seatOf = (accounts: number): Seat => ({
  rows: [],
  scores: [],
  names: new Int32Array(accounts),
  revenue: new Float64Array(accounts),
  isNew: new Uint8Array(accounts),
  score: 0,
  payout: 0,
  isWhole: true,
  leavers: 0,
  filled: 0,
});

/** months of this year in the period that closes now; longer periods than a year have no yearly scores. */
function monthsOfClose({ design, lanes }: DesignSimulation, month: number): number {
  const { start, end } = periodAt(month, design.cards[0].period, lanes.months);
  return end - start;
}

/** Revenue of the month by account; a lost account's row ends, and the account in its place begins under another name. */
function book(
  { lanes, batchInputs, world }: DesignSimulation,
  seat: Seat,
  i: number,
  month: number,
  before: { readonly pulled: Float64Array; readonly satisfaction: Float64Array },
): void {
  const { lanes: count, accounts, accountFlow, push } = lanes;
  const { orders, breaking } = batchInputs.randomDraws;
  const start = month * accounts * count;
  const payback = world.payback[lanes.world[i]];
  for (let k = 0; k < accounts; k++) {
    const at = k * count + i;
    seat.revenue[k] += accountFlow[at] * (1 + push[i] - payback * before.pulled[at]) * orders[start + at];
    if (before.satisfaction[at] >= breaking[start + at]) continue;
    writeRow(seat, i, k, month, { isLost: true, satisfaction: undefined });
    seat.names[k] += 1;
    seat.isNew[k] = 1;
  }
}

function writeRow(
  seat: Seat,
  i: number,
  k: number,
  month: number,
  more: Pick<AccountYear, "isLost" | "satisfaction">,
): void {
  const year = Math.floor(month / 12) + 1;
  const row = { account: `${i} ${k} ${seat.names[k]}`, person: String(i), year, revenue: seat.revenue[k], ...more };
  if (seat.isNew[k] === 0) seat.rows.push(row);
  seat.revenue[k] = 0;
}

function endYear({ lanes, design }: DesignSimulation, seat: Seat, i: number, month: number): void {
  for (let k = 0; k < lanes.accounts; k++) {
    const isGone = seat.isNew[k] === 1 && seat.revenue[k] === 0;
    if (!isGone) writeRow(seat, i, k, month, { isLost: false, satisfaction: lanes.satisfaction[k * lanes.lanes + i] });
    seat.isNew[k] = 0;
  }
  const isScored = design.cards.length > 0 && design.cards[0].period <= 12;
  if (seat.isWhole && isScored) {
    const [person, year] = [`${i} ${lanes.hires[i]}`, (month + 1) / 12];
    seat.scores.push({ person, year, attainment: seat.score, payout: seat.payout });
  }
  seat.score = 0;
  seat.payout = 0;
  seat.isWhole = true;
}

function panelOfSeats(play: DesignSimulation, seats: readonly Seat[], months: number): Panel {
  const accounts = seats.flatMap(({ rows }) => rows);
  return {
    years: Array.from({ length: months / 12 }, (_, k) => k + 1),
    scores: seats.flatMap(({ scores }) => scores),
    accounts,
    surveys: surveysOf(accounts).map((one) => surveyed(play, one)),
    leavers: seats.reduce((total, { leavers }) => total + leavers, 0),
    personYears: seats.reduce((total, { filled }) => total + filled / 12, 0),
  };
}

/** The mean answer as a survey at the end of the year finds it: the noise of single answers, ÷ √answers. Luck of the stream "survey". */
function surveyed({ lanes, batchInputs, world }: DesignSimulation, one: SurveyYear): SurveyYear {
  const i = Number(one.person);
  const noise =
    world.surveyNoise[lanes.world[i]] * batchInputs.randomDraws.survey[(12 * one.year - 1) * lanes.lanes + i];
  return { ...one, satisfaction: one.satisfaction + noise / Math.sqrt(one.answers) };
}
