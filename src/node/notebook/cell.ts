import { randomUUID } from "node:crypto";
import { refuse } from "../../foundation/text/problem.js";
import type { Progress } from "../../simulation/simulate.js";
import { type CellOutput, cellOutput } from "./cell-output.js";
import { stopButton } from "./stop-button.js";

/** How slow work is watched and stopped. */
export interface Watch {
  /** Stops the run at the next batch of worlds; the worlds finished by then are the run, marked incomplete. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Does slow work. In a cell of a notebook its progress is shown below the cell, unless somebody else watches it, and the stop button ends
 * the work and not the cell. Throws a Problem when it is stopped before there is anything to give back.
 */
export async function watched<T>(watch: Watch, work: (watch: Watch) => Promise<T>): Promise<T> {
  const output = cellOutput();
  if (!output) return work(watch);
  const { signal: stop, restore } = await stopButton();
  const progress = watch.onProgress ? { onProgress: watch.onProgress, end: () => undefined } : progressIn(output);
  try {
    const result = await work({
      signal: watch.signal ? AbortSignal.any([watch.signal, stop]) : stop,
      onProgress: progress.onProgress,
    });
    progress.end(stop.aborted ? "stopped" : "done");
    return result;
  } catch (error) {
    progress.end("ended");
    if (stop.aborted && (error as Error).name === "AbortError")
      refuse("simulation", "it was stopped before any batch of worlds was finished", "let it run a little longer");
    throw error;
  } finally {
    restore();
  }
}

/** ms. Work over by then shows no progress. */
const patience = 400;
/** ms between two pictures of progress. */
const interval = 100;

/** Marks what is not worth keeping in a notebook's file. */
const marked = { rewardlab: "progress" };

interface ProgressDisplay {
  readonly onProgress: (progress: Progress) => void;
  readonly end: (word: string) => void;
}

/** Progress below a cell: one display that is replaced. */
function progressIn(output: CellOutput): ProgressDisplay {
  const id = randomUUID();
  let next = performance.now() + patience;
  let last: Progress | undefined;
  let isShown = false;
  const draw = (data: Readonly<Record<string, string>>): void => {
    if (isShown) output.replace(data, marked, id);
    else output.display(data, marked, id);
    isShown = true;
  };
  return {
    onProgress(now) {
      last = now;
      if (performance.now() < next) return;
      next = performance.now() + interval;
      draw(barOf(now));
    },
    end(word) {
      if (!isShown || !last) return;
      const text = `${word}: ${last.stage} ${last.done} of ${last.total}`;
      draw({ "text/plain": text, "text/html": `<small>${text}</small>` });
    },
  };
}

/** characters */
const barLength = 30;

function barOf({ stage, done, total }: Progress): Readonly<Record<string, string>> {
  const share = total > 0 ? done / total : 0;
  const full = Math.round(barLength * share);
  const label = `${stage}: ${done} of ${total}`;
  return {
    "text/plain": `${"█".repeat(full)}${"░".repeat(barLength - full)} ${label}`,
    "text/html": `<progress value="${done}" max="${total}"></progress> ${label}`,
  };
}
