import { setImmediate as turn } from "node:timers/promises";

/** A listener of ours to a notebook's stop button, with the listeners it stands in for. */
interface Listener {
  (): void;
  readonly aside: readonly NodeJS.SignalsListener[];
}

const isOurs = (one: unknown): one is Listener => typeof one === "function" && "aside" in one;

const listeners = (): readonly NodeJS.SignalsListener[] => process.rawListeners("SIGINT") as NodeJS.SignalsListener[];

/**
 * Makes a notebook's stop button abort a signal instead of the cell, until `restore` is called or it was pressed once; pressed again it stops
 * the cell. Any number of calls may overlap: all are aborted together, and the last to end puts back what was there.
 */
export async function stopButton(): Promise<{ readonly signal: AbortSignal; readonly restore: () => void }> {
  // While a cell starts, Node itself keeps the kernel's listeners aside and would put them back beside this one.
  await turn();
  const controller = new AbortController();
  const others = listeners();
  const aside = others.flatMap((one) => (isOurs(one) ? one.aside : [one]));
  const restore = (): void => {
    process.removeListener("SIGINT", listener);
    if (listeners().length > 0) return;
    for (const one of aside) process.on("SIGINT", one);
  };
  const pressed = (): void => {
    restore();
    controller.abort();
  };
  const listener: Listener = Object.assign(pressed, { aside: [...new Set(aside)] });
  for (const one of others) if (!isOurs(one)) process.removeListener("SIGINT", one);
  process.on("SIGINT", listener);
  return { signal: controller.signal, restore };
}
