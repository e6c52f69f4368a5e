import { refuse } from "../foundation/problem.js";

/** Which part of how many, counted from 1. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/** One part of a run's worlds. */
export interface Shard extends Part {
  /** Its first world. */
  readonly first: number;
  /** Worlds of the whole run. */
  readonly worlds: number;
}

/** The part's worlds: parts follow each other without a gap and are as equal as whole worlds allow. Throws a Problem for parts that cannot be. */
export function shardOf({ index, of }: Part, worlds: number): Shard {
  const isPart = Number.isInteger(of) && of >= 1 && Number.isInteger(index) && index >= 1 && index <= of;
  if (!isPart) refuse("shard", `${index}/${of} is no part`, "write the part and how many there are, such as 2/4");
  if (of > worlds) refuse("shard", `${worlds} worlds cannot be split into ${of} parts`, `ask for at most ${worlds}`);
  return { index, of, first: firstOf(index, of, worlds), worlds };
}

/** The world after the last of a part. */
export const endOf = ({ index, of, worlds }: Shard): number => firstOf(index + 1, of, worlds);

const firstOf = (index: number, of: number, worlds: number): number => Math.floor(((index - 1) * worlds) / of);
