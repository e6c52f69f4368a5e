import type { Estimate, Interval } from "../../foundation/maths/summary.js";
import { type DataCell, number, type Read, textColumn } from "../../foundation/tables/data-table.js";
import type { Unit } from "../../foundation/values/quantity.js";

/** What 1 of a unit is, in words: `EUR/year`, `share`. */
export const unitIn = ({ dimension }: Unit, currency: string): string => dimension.replace("money", currency);

/** A mean with its Monte Carlo error and 95 % interval, in four columns. */
export const estimates = <Row>(
  name: string,
  unit: string,
  meaning: string,
  of: (row: Row) => Estimate | undefined,
): Read<Row>[] => [
  number(name, unit, meaning, (row) => of(row)?.mean),
  number(`${name} error`, unit, "its Monte Carlo standard error", (row) => of(row)?.standardError),
  ...ends(name, unit, of),
];

/** A number with its 95 % interval, in three columns. */
export const ranged = <Row>(
  name: string,
  unit: string,
  meaning: string,
  value: (row: Row) => DataCell,
  of: (row: Row) => Interval | undefined,
): Read<Row>[] => [number(name, unit, meaning, value), ...ends(name, unit, of)];

const ends = <Row>(name: string, unit: string, of: (row: Row) => Interval | undefined): Read<Row>[] => [
  number(`${name} low`, unit, "lower end of its 95 % interval", (row) => of(row)?.low),
  number(`${name} high`, unit, "upper end of its 95 % interval", (row) => of(row)?.high),
];

/** A share with its 95 % interval, in three columns. */
export const shares = <Row>(
  name: string,
  unit: string,
  meaning: string,
  of: (row: Row) => (Interval & { readonly share: number }) | undefined,
): Read<Row>[] => ranged(name, unit, meaning, (row) => of(row)?.share, of);

/** A quantile or another value with its 95 % interval, in three columns. */
export const values = <Row>(
  name: string,
  unit: string,
  meaning: string,
  of: (row: Row) => (Interval & { readonly value: number }) | undefined,
): Read<Row>[] => ranged(name, unit, meaning, (row) => of(row)?.value, of);

/** Mean, P10 and P90 of plausible worlds, in three columns. */
export const plausibles = <Row>(
  name: string,
  unit: string,
  meaning: string,
  of: (row: Row) => { readonly mean: number; readonly p10: number; readonly p90: number } | undefined,
): Read<Row>[] => [
  number(name, unit, `${meaning}; mean of plausible worlds`, (row) => of(row)?.mean),
  number(`${name} P10`, unit, "a tenth of plausible worlds lie below", (row) => of(row)?.p10),
  number(`${name} P90`, unit, "a tenth of plausible worlds lie above", (row) => of(row)?.p90),
];

/** The design a row is about, and how people read it. */
export const ofDesign = <Row extends { readonly design: string; readonly title: string }>(): Read<Row>[] => [
  textColumn("design", "name in the scenario file", (row) => row.design),
  textColumn("title", "name as people read it", (row) => row.title),
];
