import type { Unit } from "../../foundation/values/quantity.js";
import type { About } from "../frame/part.js";

/** Numbers of one activity as the simulator uses them. */
export interface ActivityNumbers {
  readonly name: string;
  /** FTE. Normal share of a full-time month (n). */
  readonly normal: number;
  /** index points per FTE. Effect on relationships (R). */
  readonly relationship: number;
  /** index points per FTE. Effect on adoption (Q). */
  readonly adoption: number;
  /** share of a month's revenue per FTE (ς). */
  readonly push: number;
  /** How much the activity rises with intrinsic motivation (ι). */
  readonly appeal: number;
  /** factor. Natural share of a manager from sales, relative to normal. */
  readonly exSales: number;
  /** FTE. Room for change: inverse weight of the activity in the cost of effort; the normal share unless set. */
  readonly room: number;
  /** Whether over-selling through this activity harms relationships (ζ). */
  readonly pressing: boolean;
  /** Whether the activity only documents other work (box-ticking). */
  readonly reporting: boolean;
}

/** The numbers of an activity a scenario may set. */
export const activitySettings: Readonly<
  Record<
    "normal" | "relationship" | "adoption" | "push" | "appeal" | "exSales" | "room",
    { readonly unit: Unit; readonly meaning: string }
  >
> = {
  normal: { unit: { dimension: "share", max: 2 }, meaning: "normal share of a full-time month" },
  relationship: { unit: effect(50), meaning: "index points of relationship per FTE" },
  adoption: { unit: effect(50), meaning: "index points of adoption per FTE" },
  push: { unit: effect(10), meaning: "share of a month's revenue per FTE" },
  appeal: { unit: effect(10), meaning: "how much the activity rises with intrinsic motivation" },
  exSales: {
    unit: { dimension: "number", min: 0, max: 20 },
    meaning: "natural share of a manager from sales, relative to normal",
  },
  room: {
    unit: { dimension: "number", min: 0.001, max: 1000 },
    meaning: "room for change: inverse weight in the cost of effort, FTE",
  },
};

/** A plain number between this and its opposite. */
function effect(most: number): Unit {
  return { dimension: "number", min: -most, max: most };
}

/** A kind of work a KAM divides time over. */
export interface Activity extends About {
  readonly name: string;
  readonly numbers: Omit<ActivityNumbers, "name" | "room">;
  readonly source: string;
}

export const defineActivity = (activity: Activity): Activity => activity;

/** FTE. What effort on the activity is divided by to give an index: its normal share, or 1 where that is zero. */
export const scaleOf = (activity: ActivityNumbers): number => (activity.normal > 0 ? activity.normal : 1);

/** An activity in which every number starts as a fraction: kernels read one form of object then, whatever a scenario sets to a whole number. */
const blank = (): { -readonly [Name in keyof ActivityNumbers]: ActivityNumbers[Name] } => ({
  name: "",
  normal: 0.5,
  relationship: 0.5,
  adoption: 0.5,
  push: 0.5,
  appeal: 0.5,
  exSales: 0.5,
  room: 0.5,
  pressing: false,
  reporting: false,
});

/** Activities with settings replaced by a scenario. */
export const activityNumbers = (activity: Activity, changes: Partial<ActivityNumbers> = {}): ActivityNumbers => {
  const merged = { ...activity.numbers, ...changes };
  const room = changes.room ?? (merged.normal > 0 ? merged.normal : 1);
  return Object.assign(blank(), merged, { name: activity.name, room });
};
