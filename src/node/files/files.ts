import { mkdirSync } from "node:fs";
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { didYouMean, listOf, nearest, Problem, refuse } from "../../foundation/text/problem.js";

/** The code of a system error: `ENOENT`, `EACCES`, … */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

const meanings: Readonly<Record<string, readonly [fault: string, remedy: string]>> = {
  EACCES: ["no permission", "change its permissions or choose another file"],
  EPERM: ["not permitted", "choose another file"],
  EROFS: ["the disk is read-only", "choose another folder"],
  ENOSPC: ["the disk is full", "make room or choose another folder"],
  EDQUOT: ["the disk quota is used up", "make room or choose another folder"],
  EISDIR: ["it is a folder", "name a file in it"],
  ENOTDIR: ["a part of the path is a file, not a folder", "correct the path"],
  ENAMETOOLONG: ["the name is too long", "choose a shorter one"],
  EMFILE: ["too many files are open", "close other programs, or allow more with ulimit -n"],
  ENFILE: ["the machine has too many files open", "close other programs"],
  EFBIG: ["the file is larger than allowed here", "choose another disk, or allow more with ulimit -f"],
  EIO: ["the disk failed", "choose another disk"],
  EBUSY: ["another program holds it", "close it there, or choose another file"],
  ENOMEM: ["the memory is used up", "close other programs"],
  ELOOP: ["links that lead in a circle", "correct the path"],
};

/** What the machine ran out of or failed at: nothing that was asked for is wrong. */
const failures: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EMFILE", "ENFILE", "ENOMEM"]);

/** Whether a Problem is about the machine, such as a full disk, and not about what was asked. */
export const isMachineFailure = ({ cause }: Problem): boolean => failures.has(codeOf(cause));

/** A system error as a Problem: what could not be done to the file, and what to do about it; the error is its cause. */
export function fileProblem(path: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const [fault, remedy] = meanings[codeOf(error)] ?? [error instanceof Error ? error.message : String(error), ""];
  return new Problem({ place: path, fault, remedy }, { cause: error });
}

/** A system error that reached nobody who knew its file, as a Problem; undefined for other errors. */
export const systemProblem = (error: unknown): Problem | undefined =>
  codeOf(error) in meanings
    ? fileProblem(error instanceof Error && "path" in error ? String(error.path) : "this machine", error)
    : undefined;

const namesIn = async (folder: string, isWanted: (name: string) => boolean): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter(isWanted).sort();

/**
 * At most `most` bytes of a file (or pipe). Throws a Problem for what is missing, with the nearest name among the
 * files of its kind there; for folders, devices, files one may not read and files that are too large.
 */
export async function readBytes(path: string, kind: RegExp, most: number): Promise<Buffer> {
  try {
    await refuseUnreadable(path, kind, most);
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      if (size > 0) return await wholeFile(file, size, () => tooLarge(path, most));
      const pieces: Buffer[] = [];
      let length = 0;
      for await (const piece of file.createReadStream({ autoClose: false })) {
        length += piece.length;
        if (length > most) tooLarge(path, most);
        pieces.push(piece as Buffer);
      }
      return Buffer.concat(pieces);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileProblem(path, error);
  }
}

/** A file of a known size, held once; `grew` refuses one that got longer meanwhile. */
async function wholeFile(file: FileHandle, size: number, grew: () => never): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(whole, length, whole.length - length);
    if (bytesRead === 0) return whole.subarray(0, length);
    length += bytesRead;
    if (length > size) grew();
  }
}

/** At most so many bytes from the beginning of a file. Throws a Problem when it cannot be read. */
export async function startOf(path: string, count: number): Promise<Buffer> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileProblem(path, error);
  }
}

const tooLarge = (path: string, most: number): never =>
  refuse(path, `too large: more than ${most / 1e6} MB`, "give the file you meant");

/** Throws a Problem for what cannot be read as a file of a kind, as `readBytes` does. */
export async function refuseUnreadable(path: string, kind: RegExp, most = Number.POSITIVE_INFINITY): Promise<void> {
  const isWanted = (name: string): boolean => kind.test(name);
  if (path.trim() === "" || path.includes("\0")) refuse("path", "it names no file", "give the path of a file");
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (found === undefined) return refuseMissing(path, isWanted);
  if (found.isDirectory()) {
    const names = await namesIn(path, isWanted);
    refuse(path, "it is a folder", names.length > 0 ? `name a file in it: ${listOf("", names)}` : "name a file");
  }
  if (!found.isFile() && !found.isFIFO()) refuse(path, "it is not a file", "give the path of a file");
  if (found.size > most) tooLarge(path, most);
}

async function refuseMissing(path: string, isWanted: (name: string) => boolean): Promise<never> {
  const folder = dirname(path);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) refuse(path, `no such file: there is no folder ${folder}`, "correct the path");
  const names = await namesIn(folder, isWanted);
  const bare = (name: string): string => name.replace(/\.[a-z]+$/i, "");
  const near =
    names.find((name) => bare(name) === basename(path)) ??
    nearest(basename(path), names) ??
    sameWord(bare(basename(path)), names);
  if (near !== undefined) refuse(path, "no such file", `did you mean ${join(folder, near)}?`);
  refuse(path, "no such file", names.length > 0 ? didYouMean(basename(path), names) : "correct the path");
}

/** The only name that contains the word, as `flagship` in `kam-flagship.yaml`. */
function sameWord(word: string, names: readonly string[]): string | undefined {
  const found = names.filter((name) => word.length > 2 && name.includes(word));
  return found.length === 1 ? found[0] : undefined;
}

/** Makes a folder and those above it; a folder that is there already is fine. */
export function makeFolder(path: string): void {
  if (path.trim() === "" || path.includes("\0")) refuse("folder", "it has no name", "give one, such as reports/first");
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const isFile = codeOf(error) === "EEXIST";
    throw isFile
      ? new Problem({ place: path, fault: "a file of this name is in the way", remedy: "choose another folder" })
      : fileProblem(path, error);
  }
}
