import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync, rmSync } from "node:fs";
import { open, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "../../foundation/text/problem.js";
import { codeOf } from "../files/files.js";

/** Who holds a folder: a process of a machine. */
interface Holder {
  /** The machine, and on Linux the space in which its process numbers count. */
  readonly machine: string;
  readonly pid: number;
  /** When the process began, as the system tells it: numbers of processes are used again. Empty where it does not tell. */
  readonly began: string;
}

/** A lock on a folder: released by `release`, or by the end of its process, whatever ends it. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

/** ms between two signs of life, for those who look from another machine. */
const heartbeat = 5_000;
/** ms without a sign of life after which a lock of another machine counts as left behind. */
const patience = 60_000;
/** Attempts of runs that begin at the same moment: each steps back for a random while, and one gets through. */
const attempts = 5;

const lockName = /^lock-[0-9a-f-]{36}$/;

/**
 * Takes a folder for this process, or throws a Problem that names who has it. Every holder writes a file of its own and then looks for others:
 * of two that begin together at least one sees the other and steps back. A file whose process is gone is removed.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  for (let attempt = 1; ; attempt++) {
    const own = join(folder, `lock-${randomUUID()}`);
    await write(own);
    const other = await otherThan(own, folder);
    if (other === undefined) return held(own);
    await rm(own, { force: true });
    if (attempt === attempts || !other.isYoung) refuseHeld(folder, other.holder);
    await pause(20 + Math.random() * 200 * attempt);
  }
}

const here = (): Holder => ({ machine: machine(), pid: process.pid, began: beganOf(process.pid) });

function machine(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** The start of a process in clock ticks since the machine started (proc(5), field 22); empty where the system does not tell. */
function beganOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

async function write(path: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(JSON.stringify(here()));
  } finally {
    await file.close();
  }
}

function held(own: string): FolderLock {
  const removeNow = (): void => rmSync(own, { force: true });
  process.on("exit", removeNow);
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(own, now, now).catch(() => undefined);
  }, heartbeat).unref();
  return {
    async release() {
      clearInterval(beat);
      process.removeListener("exit", removeNow);
      await rm(own, { force: true });
    },
  };
}

/** A lock of somebody who is still there. Locks of those who are gone are removed on the way. */
async function otherThan(
  own: string,
  folder: string,
): Promise<{ readonly holder: Holder | undefined; readonly isYoung: boolean } | undefined> {
  // both times are the file system's own: clocks of machines differ
  const now = (await stat(own)).mtimeMs;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!lockName.test(name) || path === own) continue;
    const found = await seen(path);
    if (found === undefined) continue;
    const age = now - found.mtime;
    if (isAlive(found.holder, age)) return { holder: found.holder, isYoung: age < 1_000 };
    await rm(path, { force: true });
  }
  return undefined;
}

/** A lock and its last sign of life; undefined where it has gone in between. */
async function seen(
  path: string,
): Promise<{ readonly holder: Holder | undefined; readonly mtime: number } | undefined> {
  try {
    const [{ mtimeMs }, text] = [await stat(path), await readFile(path, "utf8")];
    return { holder: holderIn(text), mtime: mtimeMs };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** What a lock says; undefined while it is being written, or where its writing was cut short. */
function holderIn(text: string): Holder | undefined {
  try {
    const { machine, pid, began } = JSON.parse(text) as Holder;
    return typeof machine === "string" && Number.isInteger(pid) ? { machine, pid, began: String(began) } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder | undefined, age: number): boolean {
  if (holder === undefined || holder.machine !== machine()) return age < patience;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // a process of somebody else may not be signalled, but is there
    if (codeOf(error) !== "EPERM") return false;
  }
  return holder.began === beganOf(holder.pid);
}

function refuseHeld(folder: string, holder: Holder | undefined): never {
  const [host] = holder?.machine.split(" ") ?? [];
  const isHere = holder?.machine === machine();
  const who = isHere
    ? `process ${holder?.pid}`
    : host === undefined
      ? "another process"
      : `process ${holder?.pid} of ${host}`;
  const remedy = "wait for it, stop it, or choose another --out";
  return refuse(folder, `another run is writing there now (${who})`, remedy);
}
