import { warn } from "../../node/terminal.js";
import type { Progress } from "../../simulation/simulate.js";

/** Shows how far a run is, on the error stream. */
export interface ProgressView {
  readonly onProgress: (progress: Progress) => void;
  /** Clears the bar; needed before anything else is printed. */
  readonly stop: () => void;
}

/** ms. Without a terminal a line is worth printing this long after the last. */
const quietTime = 10_000;

/** A bar on a terminal; a line now and then elsewhere, none in the first ten seconds; nothing when quiet. */
export async function progressView(isQuiet: boolean): Promise<ProgressView> {
  if (isQuiet) return { onProgress: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? bar() : lines();
}

async function bar(): Promise<ProgressView> {
  const { default: progress } = await import("cli-progress");
  const view = new progress.SingleBar({
    format: "{stage} {bar} {percentage} %, {eta_formatted} left",
    stream: process.stderr,
    barsize: 30,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
    emptyOnZero: true,
  });
  let stage: Progress["stage"] | undefined;
  return {
    onProgress(now) {
      if (stage === now.stage) view.setTotal(now.total);
      else {
        view.stop();
        view.start(now.total, now.done, { stage: now.stage });
      }
      stage = now.stage;
      view.update(now.done, { stage: now.stage });
    },
    stop: () => view.stop(),
  };
}

function lines(): ProgressView {
  let last = performance.now();
  return {
    onProgress({ stage, done, total }) {
      if (performance.now() - last < quietTime) return;
      last = performance.now();
      warn(`${stage}: ${done} of ${total}\n`);
    },
    stop: () => undefined,
  };
}
