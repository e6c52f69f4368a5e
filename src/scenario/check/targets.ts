import { significant } from "../../foundation/text/text.js";
import { measures } from "../../model/measures/index.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { KeyPath } from "../document/place.js";
import type { CheckedDesign } from "../schema/schema.js";
import type { Add } from "./check-designs.js";

/** months. How often the targets of a reward are set within its period: its own word, or the design's where it shares the design's period. */
export function intervalOf(reward: RewardPlan, design: CheckedDesign): number | undefined {
  if (reward.form === undefined || reward.hasOneTarget) return undefined;
  return reward.interval ?? (reward.period === undefined ? design.interval : undefined);
}

/** Whether anything a reward is paid on has a target that can be set: results in money, not indices held against 1. */
const hasTargets = (reward: RewardPlan, design: CheckedDesign): boolean =>
  [
    ...Object.entries(reward.weights ?? design.weights).flatMap(([name, weight]) => (weight > 0 ? [name] : [])),
    ...(reward.linkages ?? []).map(({ measure }) => measure),
  ].some((name) => measures.some((one) => one.name === name && one.scale !== "index"));

/** Targets set within a period divide it, and something is held against them. */
export function checkTargets(
  design: CheckedDesign,
  ofDesign: KeyPath,
  ofReward: (k: number) => KeyPath,
  add: Add,
): void {
  const users = design.rewards.map((reward, k) => ({ reward, path: ofReward(k) }));
  for (const { reward, path } of users) {
    if (reward.interval === undefined) continue;
    checkInterval(reward.interval, Math.round(reward.period ?? design.period), [...path, "targets every"], add);
    if (!hasTargets(reward, design)) add([...path, "targets every"], idle, "leave it out, or weigh a result in money");
  }
  if (design.interval === undefined) return;
  const path = [...ofDesign, "targets every"];
  checkInterval(design.interval, design.period, path, add);
  const isUsed = ({ reward }: (typeof users)[number]): boolean =>
    reward.interval === undefined && intervalOf(reward, design) !== undefined && hasTargets(reward, design);
  if (!users.some(isUsed)) add(path, idle, "leave it out, or weigh a result in money on the period of the design");
}

const idle = "nothing paid on this period is held against a target that could be set: indices are held against 1";

function checkInterval(interval: number, period: number, path: KeyPath, add: Add): void {
  if (interval === period) {
    add(path, `targets are set every ${period} months anyway, at the start of each period`, "leave it out");
  } else if (!Number.isInteger(interval) || period % interval !== 0) {
    const fault = `${significant(interval, 6)} months do not divide a period of ${period} months`;
    add(path, fault, period === 1 ? "leave it out" : `write ${nearest(period, interval)} months`);
  }
}

/** months. The whole part of a period, shorter than it, that is nearest to a length. */
function nearest(period: number, length: number): number {
  const parts = Array.from({ length: period - 1 }, (_, k) => k + 1).filter((months) => period % months === 0);
  return parts.reduce((best, months) => (Math.abs(months - length) < Math.abs(best - length) ? months : best));
}
