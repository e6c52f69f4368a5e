type Settings = Readonly<Record<string, unknown>>;

const isSettings = (value: unknown): value is Settings =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Settings that say nothing of what is paid. */
const words = new Set(["title", "note", "source", "cell", "like"]);

/**
 * Settings of a design as written, `like` followed: what is said by where it is said, such as `threshold of the curve of the cash bonus`. A
 * reward is told by its kind; that it is there is a setting of its own.
 */
export function leavesOf(designs: Readonly<Record<string, unknown>>, name: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(followed(designs, name))) {
    if (key !== "rewards") addLeaves(value, key, found);
    else for (const one of Array.isArray(value) ? value : []) addReward(one, found);
  }
  return found;
}

function followed(designs: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const own = designs[name];
  if (!isSettings(own)) return {};
  return typeof own.like === "string" ? { ...followed(designs, own.like), ...own } : own;
}

function addReward(reward: unknown, found: Map<string, string>): void {
  if (!isSettings(reward)) return;
  const kind = String(reward.kind);
  found.set(kind, "");
  for (const [key, value] of Object.entries(reward)) if (key !== "kind") addLeaves(value, `${key} of ${kind}`, found);
}

function addLeaves(value: unknown, place: string, found: Map<string, string>): void {
  if (words.has(place.split(" of ")[0])) return;
  if (isSettings(value) && !("value" in value)) {
    for (const [key, one] of Object.entries(value)) addLeaves(one, `${key} of ${place}`, found);
  } else found.set(place, JSON.stringify(isSettings(value) ? value.value : value));
}

/** Whether a design says how a reward pays by its score, instead of leaving that to what the reward usually does. */
export const saysCurve = (leaves: ReadonlyMap<string, string>): boolean =>
  [...leaves.keys()].some((place) => place.includes(" of curve of "));

/** Where two designs are written differently. Of a reward only one of them has, only that. */
export function leavesApart(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const all = [...new Set([...one.keys(), ...other.keys()])];
  const only = all
    .filter((place) => one.get(place) === "" || other.get(place) === "")
    .filter((kind) => one.has(kind) !== other.has(kind));
  return all.filter(
    (place) =>
      one.get(place) !== other.get(place) &&
      (only.includes(place) || !only.some((kind) => place.endsWith(` of ${kind}`))),
  );
}
