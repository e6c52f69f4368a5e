import { Problem, refuse } from "../../foundation/text/problem.js";
import { showing } from "../../foundation/text/showing.js";
import { withEdits } from "../../foundation/text/text-edit.js";
import { curves } from "../../model/curves/index.js";
import type { Reward } from "../../model/rewards/reward.js";
import { readDocument } from "../document/document.js";
import type { KeyPath, ScenarioDocument } from "../document/place.js";
import { parseText } from "../document/text.js";
import { parseScenario } from "../scenario.js";
import { fileVersion } from "../schema/schema.js";
import { type MigratedCurve, type Migration, shownScores } from "./migration.js";
import { migrationText } from "./migration-text.js";
import { movesIn } from "./moves.js";
import { payNow, payOne } from "./version-one.js";

export interface MigrateOptions {
  /** Name for messages; the file's path. */
  readonly name?: string | undefined;
  /** Rewards the scenario may use; the shipped ones unless given. */
  readonly rewards?: readonly Reward[] | undefined;
}

/**
 * The text of a scenario of version 1 in the words of this version; every other letter stays. Of a text of this version nothing moves. Throws
 * a Problem where a word cannot be moved, where the file has other faults, and where a curve would not pay what it paid.
 */
export function migrateScenario(text: string, { name = "scenario", rewards }: MigrateOptions = {}): Migration {
  const before = readDocument(text, name);
  const version = (before.data as { readonly rewardlab?: unknown }).rewardlab;
  if (version === fileVersion) {
    parseScenario(text, { name, rewards });
    return printable({ name, text, moves: [], curves: [] });
  }
  if (version !== 1) refuse(before.placeOf(["rewardlab"]), "there is no such version", "write rewardlab: 1 or 2");
  const { contents } = parseText(text, name);
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const moves = contents === null ? [] : movesIn(contents, bare, before.data);
  const stuck = moves.filter(({ fault }) => fault !== undefined);
  if (stuck.length > 0)
    throw new Problem(
      stuck.map(({ path, fault = "" }) => ({
        place: before.placeOf(path),
        fault: `cannot be rewritten: ${fault}`,
        remedy: "write it out there, then migrate",
      })),
    );
  const mark = bare === text ? "" : "\uFEFF";
  const migrated =
    mark +
    withEdits(
      bare,
      moves.flatMap(({ edit }) => edit ?? []),
    );
  parseScenario(migrated, { name, rewards });
  const curves = heldCurves(before, readDocument(migrated, name));
  const found = moves.map(({ path, words }) => ({ place: before.placeOf(path, "key"), words }));
  return printable({ name, text: migrated, moves: found, curves });
}

const printable = (migration: Migration): Migration =>
  Object.defineProperties({ ...migration }, { ...showing, toString: { value: () => migrationText(migration) } });

/** Every curve of a file before and after. Throws a Problem for one that would pay other money. */
function heldCurves(before: ScenarioDocument, after: ScenarioDocument): MigratedCurve[] {
  const kinds = curves.map(({ kind }) => kind as string);
  const now = new Map(settingsIn(after.data, [], kinds).map(([path, settings]) => [JSON.stringify(path), settings]));
  return settingsIn(before.data, [], kinds).map(([path, settings]) => {
    const [old, fresh] = [payOne(settings), payNow(now.get(JSON.stringify(path)) ?? {})];
    const curve = { place: before.placeOf(path), before: shownScores.map(old), after: shownScores.map(fresh) };
    const moved = finely.find((score) => Math.abs(old(score) - fresh(score)) > 1e-12);
    if (moved !== undefined)
      refuse(curve.place, `would pay ${fresh(moved)} at ${moved}, not ${old(moved)}`, "report it; nothing was written");
    return curve;
  });
}

/** Scores from 0 to 300 % in steps of half a per cent. */
const finely = Array.from({ length: 601 }, (_, k) => k / 200);

/** Settings of every curve in the designs of a file, and where they stand. */
function settingsIn(
  data: unknown,
  path: KeyPath,
  kinds: readonly string[],
): (readonly [KeyPath, Record<string, unknown>])[] {
  if (typeof data !== "object" || data === null) return [];
  if (path.length === 1 && path[0] !== "designs") return [];
  const own = data as Record<string, unknown>;
  if (typeof own.kind === "string" && kinds.includes(own.kind)) return [[path, own]];
  return Object.entries(own).flatMap(([key, value]) =>
    settingsIn(value, [...path, Array.isArray(data) ? Number(key) : key], kinds),
  );
}
