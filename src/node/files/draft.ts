import { rmSync } from "node:fs";

/** Signals that end a process unless somebody listens. */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A listener of ours to such a signal, with the draft it removes. */
interface Listener {
  (signal: NodeJS.Signals): void;
  readonly draft: string;
}

const isOurs = (one: unknown): boolean => typeof one === "function" && "draft" in one;

/**
 * Removes an unfinished file when the process ends before it has its name: by Ctrl-C, by a signal, by `process.exit`. Where others listen to
 * the signal they decide what it means, and the file is finished. Gives what takes the watch off again.
 */
export function watchDraft(draft: string): () => void {
  const remove = (): void => rmSync(draft, { force: true });
  const release = (): void => {
    process.removeListener("exit", remove);
    for (const signal of endings) process.removeListener(signal, listener);
  };
  const ended = (signal: NodeJS.Signals): void => {
    if (process.listeners(signal).some((one) => !isOurs(one))) return;
    release();
    remove();
    // Nobody listens now: the signal does what it does to any process. Files written at the same moment take their turn before.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const listener: Listener = Object.assign(ended, { draft });
  process.on("exit", remove);
  for (const signal of endings) process.on(signal, listener);
  return release;
}
