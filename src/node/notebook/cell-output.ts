import { createRequire } from "node:module";
import type { Bundle } from "../../foundation/text/showing.js";

/** The place below a notebook's cell where its output appears. */
export interface CellOutput {
  /** Shows something; what has an `id` can be replaced later. */
  readonly display: (data: Bundle, metadata?: Bundle, id?: string) => void;
  /** Replaces what was displayed under an id, wherever it stands. */
  readonly replace: (data: Bundle, metadata: Bundle, id: string) => void;
  /** Keeps the cell running until something is over. */
  readonly await: (work: Promise<unknown>) => void;
}

/** The output of the cell that is running; undefined outside notebooks. Ask before the first `await`: another cell may run after it. */
export function cellOutput(): CellOutput | undefined {
  const tslab = loadedTslab();
  if (tslab) return tslabOutput(tslab);
  const deno = (globalThis as { Deno?: { jupyter?: DenoJupyter } }).Deno?.jupyter;
  return deno && denoOutput(deno);
}

interface Message {
  readonly data: Bundle;
  readonly metadata: Bundle;
  readonly transient: { readonly display_id?: string };
}

const messageOf = (data: Bundle, metadata: Bundle = {}, id?: string): Message => ({
  data,
  metadata,
  transient: id === undefined ? {} : { display_id: id },
});

/** What is used of `tslab/dist/jupyter.js`. Its public interface sends one form per output; a bundle goes through its last writer. */
interface Tslab {
  readonly lastWriteDisplayData: ((message: Message, isUpdate: boolean) => void) | null;
  readonly ZmqServer: {
    readonly prototype: { publishStatus: (this: unknown, status: string, parent: unknown) => void };
  };
}

/** The module of the kernel this process is, if it is one. */
function loadedTslab(): Tslab | undefined {
  const { cache } = createRequire(import.meta.url);
  const path = Object.keys(cache).find((one) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(one));
  return path === undefined ? undefined : cache[path]?.exports;
}

function tslabOutput(tslab: Tslab): CellOutput | undefined {
  const write = tslab.lastWriteDisplayData;
  if (!write) return undefined;
  return {
    display: (data, metadata, id) => write(messageOf(data, metadata, id), false),
    replace: (data, metadata, id) => write(messageOf(data, metadata, id), true),
    await: (work) => holdIdle(tslab, work),
  };
}

/**
 * The kernel does not wait for what the last line of a cell starts. Whoever runs notebooks listens until it says that it is idle, so the
 * next time it would say so it waits for the work first.
 */
function holdIdle({ ZmqServer }: Tslab, work: Promise<unknown>): void {
  const server = ZmqServer.prototype;
  const publish = server.publishStatus;
  server.publishStatus = function (status, parent) {
    if (status !== "idle") return publish.call(this, status, parent);
    server.publishStatus = publish;
    void work.finally(() => publish.call(this, status, parent));
  };
}

/** What is used of `Deno.jupyter`. */
interface DenoJupyter {
  readonly broadcast: (type: string, content: Message) => Promise<void>;
}

const denoOutput = (jupyter: DenoJupyter): CellOutput => ({
  display: (data, metadata, id) => void jupyter.broadcast("display_data", messageOf(data, metadata, id)),
  replace: (data, metadata, id) => void jupyter.broadcast("update_display_data", messageOf(data, metadata, id)),
  await: () => undefined,
});
