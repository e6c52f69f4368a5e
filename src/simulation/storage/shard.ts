import { refuse } from "../../foundation/text/problem.js";
import type { Shard, ShardNumber } from "../data.js";

/** The part's worlds: parts follow each other without a gap and are as equal as whole draws of the assumptions allow. Throws a Problem for parts that cannot be. */
export function shardOf({ index, of }: ShardNumber, worlds: number, lucksPerDraw: number = 1): Shard {
  const isPart = Number.isInteger(of) && of >= 1 && Number.isInteger(index) && index >= 1 && index <= of;
  if (!isPart) refuse("shard", `${index}/${of} is no part`, "write the part and how many there are, such as 2/4");
  const most = worlds / lucksPerDraw;
  if (of > most) refuse("shard", `${worlds} worlds cannot be split into ${of} parts`, `ask for at most ${most}`);
  const whole = { of, worlds, ...(lucksPerDraw > 1 && { lucksPerDraw }) };
  return { index, first: firstOf(index, whole), ...whole };
}

/** The world after the last of a part. */
export const shardEnd = ({ index, ...whole }: Shard): number => firstOf(index + 1, whole);

const firstOf = (index: number, { of, worlds, lucksPerDraw = 1 }: Omit<Shard, "index" | "first">): number =>
  lucksPerDraw * Math.floor(((index - 1) * (worlds / lucksPerDraw)) / of);
