import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The files every implementation is given (bench/README.md), as objects one can walk through. */
export interface Given {
  readonly months: number;
  readonly accounts: number;
  readonly activities: readonly Activity[];
  readonly measures: readonly Measure[];
  readonly designs: readonly Design[];
  readonly tasks: readonly Task[];
  readonly outcomes: readonly { readonly name: string }[];
  readonly worlds: readonly World[];
}

export interface Activity {
  readonly name: string;
  readonly normal: number;
  readonly relationship: number;
  readonly adoption: number;
  readonly push: number;
  readonly appeal: number;
  readonly exSales: number;
  readonly room: number;
  readonly pressing: boolean;
  readonly reporting: boolean;
}

export interface Measure {
  readonly name: string;
  readonly sampling: "monthly" | "survey";
  readonly scale: "flow" | "index";
  readonly judged: boolean;
  readonly loads: readonly number[];
}

export interface Slot {
  readonly measure: string;
  readonly weight: number;
  readonly cadence: number;
  readonly noise: number;
  readonly isRebased: boolean;
  readonly stretch: number;
  readonly outlook: number;
}

export interface Curve {
  readonly base: number;
  readonly rate: number;
  readonly jumpAt: readonly number[];
  readonly jump: readonly number[];
  readonly kinkAt: readonly number[];
  readonly kink: readonly number[];
  readonly knots: readonly number[];
  readonly threshold: number;
  readonly cap: number;
}

export interface Reward {
  readonly kind: string;
  readonly amount: { readonly money: number; readonly ofSalary: number; readonly ofRevenue: number };
  readonly numbers: readonly number[];
  readonly curve: Curve;
}

export interface Card {
  readonly period: number;
  readonly isTightened: boolean;
  readonly judged: number;
  readonly slots: readonly Slot[];
  readonly rewards: readonly Reward[];
}

export interface Design {
  readonly name: string;
  readonly monitoring: number;
  readonly cards: readonly Card[];
  readonly fixed: readonly Omit<Reward, "curve">[];
}

export interface Task {
  readonly design: number;
  readonly response: "none" | "evidence" | "look-ahead" | "planner";
  readonly scale: number;
  readonly shift: number;
}

/** Effects through relationship gain, adoption gain and push. */
export interface Channels {
  readonly R: number;
  readonly Q: number;
  readonly F: number;
}

/** How far a measure can still be moved in one month of the period. */
export interface Row {
  readonly level: number;
  readonly now: Channels;
  readonly later: Channels;
  readonly held: Channels;
  readonly relationship: number;
  readonly satisfaction: number;
  readonly adoption: number;
  readonly pulled: number;
  readonly boost: number;
  readonly market: number;
  readonly accounts: number;
  readonly reading: number;
  readonly rest: number;
  readonly month: number;
}

/** One measure's rows by month of the horizon, with the samples of the period that contains it. */
export interface Outlook {
  readonly rows: readonly Row[];
  readonly samples: readonly number[];
}

/** Luck of one seat: [month], [month][account] or [hire]. */
export interface Luck {
  readonly growth: readonly (readonly number[])[];
  readonly orders: readonly (readonly number[])[];
  readonly breaking: readonly (readonly number[])[];
  readonly rapport: readonly (readonly number[])[];
  readonly survey: readonly number[];
  readonly rater: readonly number[];
  readonly parting: readonly number[];
  readonly talent: readonly number[];
  readonly background: readonly number[];
  readonly startSize: readonly number[];
  readonly readings: ReadonlyMap<string, readonly number[]>;
}

export interface World {
  readonly facts: Readonly<Record<string, number>>;
  readonly outlooks: readonly Outlook[];
  readonly channel: readonly Channels[];
  readonly legacy: readonly number[];
  readonly seats: readonly Luck[];
}

interface Described {
  readonly worlds: number;
  readonly managers: number;
  readonly lanes: number;
  readonly accounts: number;
  readonly months: number;
  readonly assumptions: readonly string[];
  readonly readings: readonly string[];
  readonly outlooks: readonly { table: string; rowOf: readonly number[]; samples: readonly number[] }[];
  readonly arrays: Readonly<Record<string, { file: string; type: string; shape: readonly number[] }>>;
}

/** Reads a folder of given files. */
export function readGiven(folder: string): Given {
  const text = JSON.parse(readFileSync(join(folder, "given.json"), "utf8")) as Described & Omit<Given, "worlds">;
  const array = (name: string): readonly number[] => {
    const { file, type } = text.arrays[name];
    const bytes = new Uint8Array(readFileSync(join(folder, file))).buffer;
    return Array.from(type === "f8" ? new Float64Array(bytes) : new Float32Array(bytes));
  };
  const arrays = new Map(Object.keys(text.arrays).map((name) => [name, array(name)]));
  const of = (name: string) => arrays.get(name) as readonly number[];
  const worlds = range(text.worlds).map((w) => worldOf(text, of, w));
  return { ...text, worlds };
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

type Arrays = (name: string) => readonly number[];

function worldOf(text: Described, of: Arrays, w: number): World {
  const facts = Object.fromEntries(text.assumptions.map((name, k) => [name, of("worlds")[k * text.worlds + w]]));
  const channel = (month: number, c: number) => of("channel")[(month * 3 + c) * text.worlds + w];
  return {
    // A record read from text has fast properties; one built name by name has not.
    facts: JSON.parse(JSON.stringify(facts)),
    outlooks: text.outlooks.map(({ table, rowOf, samples }) => ({
      rows: rowOf.map((row) => rowFrom(of(table), (row * text.worlds + w) * 20)),
      samples,
    })),
    channel: range(text.months).map((m) => ({ R: channel(m, 0), Q: channel(m, 1), F: channel(m, 2) })),
    legacy: range(6).map((k) => of("legacy")[k * text.worlds + w]),
    seats: range(text.managers).map((manager) => luckOf(text, of, w * text.managers + manager)),
  };
}

function rowFrom(table: readonly number[], at: number): Row {
  const [level, ...rest] = table.slice(at, at + 20);
  const channels = (k: number): Channels => ({ R: rest[k], Q: rest[k + 1], F: rest[k + 2] });
  const [relationship, satisfaction, adoption, pulled, boost, market, accounts, reading, toCome, month] = rest.slice(9);
  const states = { relationship, satisfaction, adoption, pulled, boost };
  return {
    ...{ level, now: channels(0), later: channels(3), held: channels(6), ...states },
    ...{ market, accounts, reading, rest: toCome, month },
  };
}

function luckOf({ lanes, months, accounts, readings }: Described, of: Arrays, lane: number): Luck {
  const line = (name: string, count: number, from = 0) => range(count).map((k) => of(name)[(from + k) * lanes + lane]);
  const grid = (name: string) => range(months).map((month) => line(name, accounts, month * accounts));
  return {
    growth: grid("growth"),
    orders: grid("orders"),
    breaking: grid("breaking"),
    rapport: grid("rapport"),
    survey: line("survey", months),
    rater: line("rater", months),
    parting: line("parting", months),
    talent: line("talent", months + 2),
    background: line("background", months + 2),
    startSize: line("startSize", accounts),
    readings: new Map(readings.map((name, k) => [name, line("readings", months, k * months)])),
  };
}
