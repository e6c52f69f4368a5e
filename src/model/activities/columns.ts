import { type ActivityNumbers, scaleOf } from "./activity.js";

/** Numbers of activities side by side, in their order: quicker to reach in hot loops than one object after another. */
export interface ActivityColumns {
  /** FTE. Room for change. */
  readonly room: Float64Array;
  /** FTE. What effort is divided by to give an index. */
  readonly scale: Float64Array;
  /** Effects on relationships, adoption and revenue; see `ActivityNumbers`. */
  readonly relationship: Float64Array;
  readonly adoption: Float64Array;
  readonly push: Float64Array;
  /** 1 where over-selling through the activity harms relationships, else 0. */
  readonly pressing: Float64Array;
}

const known = new WeakMap<readonly ActivityNumbers[], ActivityColumns>();

/** The columns of these activities, made once for each list. */
export function activityColumnsOf(activities: readonly ActivityNumbers[]): ActivityColumns {
  const found = known.get(activities);
  if (found) return found;
  const column = (of: (one: ActivityNumbers) => number) => Float64Array.from(activities, of);
  const made: ActivityColumns = {
    room: column((one) => one.room),
    scale: column(scaleOf),
    relationship: column((one) => one.relationship),
    adoption: column((one) => one.adoption),
    push: column((one) => one.push),
    pressing: column((one) => (one.pressing ? 1 : 0)),
  };
  known.set(activities, made);
  return made;
}
