import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { access, constants, type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { refuse } from "../../foundation/text/problem.js";
import { watchDraft } from "./draft.js";
import { fileProblem } from "./files.js";

/** How a file is written. */
export interface Writing {
  /** It says what people are paid: a new one may be read and written by its owner alone. */
  readonly isPrivate?: boolean | undefined;
}

/** What is at a path, or undefined for nothing. Throws a Problem where that cannot be known. */
async function found(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw fileProblem(path, error);
  }
}

/** Throws a Problem unless a file could be written there: its folder exists and may be written in, and it is no folder itself. */
export async function refuseUnwritable(path: string): Promise<void> {
  if (path.trim() === "" || path.includes("\0")) refuse("out", "it names no file", "give the path of a file");
  const folder = dirname(path);
  const above = await found(folder);
  if (above === undefined) refuse(path, `there is no folder ${folder}`, "make it first or choose another");
  else if (!above.isDirectory()) refuse(path, `${folder} is a file, not a folder`, "choose a folder");
  const there = await found(path);
  if (there?.isDirectory()) refuse(path, "it is a folder", "name a file in it");
  if (there !== undefined) await expectAllowed(path, path);
  if (there === undefined || there.isFile()) await expectAllowed(dirname(await placeOf(path)), path);
}

async function expectAllowed(place: string, path: string): Promise<void> {
  try {
    await access(place, constants.W_OK);
  } catch (error) {
    throw fileProblem(place === path ? path : `${path} in ${place}`, error);
  }
}

/** Where a file really is: a link stays a link to it. */
const placeOf = (path: string): Promise<string> => realpath(path).catch(() => path);

/** characters. Of a name in that of its draft, so that a long name's draft is not too long. */
const kept = 40;

/**
 * Writes a file whole or not at all: to a neighbour first, which then takes its name; an older file of the name is replaced, and keeps its
 * permissions. Ended before, by Ctrl-C as well, it leaves nothing. Throws a Problem when the place cannot be written.
 */
export async function writeFileWhole(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  { isPrivate = false }: Writing = {},
): Promise<void> {
  await refuseUnwritable(path);
  const old = await found(path);
  if (old !== undefined && !old.isFile()) return writeThrough(path, pieces);
  const place = await placeOf(path);
  const name = `.${basename(place).slice(0, kept)}.${process.pid}.${randomBytes(4).toString("hex")}.part`;
  const draft = join(dirname(place), name);
  const release = watchDraft(draft);
  try {
    const file = await open(draft, "wx", isPrivate || old !== undefined ? 0o600 : 0o666);
    try {
      if (old !== undefined) await keepRights(file, old);
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw fileProblem(path, error);
  } finally {
    release();
  }
}

/** Owner, where one may give files away, and permissions of the file that is replaced. */
async function keepRights(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const made = await file.stat();
  if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode & 0o777);
}

/** Writes to a pipe or device, which is no file that another could take the place of. */
async function writeThrough(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  try {
    const file = await open(path, "w");
    try {
      for (const piece of pieces) await file.writeFile(piece);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileProblem(path, error);
  }
}
