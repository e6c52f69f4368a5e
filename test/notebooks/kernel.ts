import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Dealer, Subscriber } from "zeromq";
import { type Message, message, request, zeromq } from "./wire.js";

/** MIME type → content. */
export type Bundle = Readonly<Record<string, unknown>>;

/** One output of a cell, in the words of the notebook format. */
export type Output =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; text: string }
  | { readonly output_type: "display_data"; data: Bundle; metadata: Bundle; readonly id: string | undefined };

export interface Executed {
  readonly status: string;
  readonly outputs: readonly Output[];
  /** All text a reader sees: streams and the plain text of displays. */
  readonly text: string;
}

/** A running kernel, spoken to as Jupyter speaks to it. */
export interface Kernel {
  /** Runs a cell. `onOutput` hears every message that shows something, updates of displays among them. */
  readonly run: (code: string, onOutput?: (message: Message) => unknown) => Promise<Executed>;
  /** What may stand at the end of this code. */
  readonly complete: (code: string) => Promise<readonly string[]>;
  /** What Jupyter's stop button does. */
  readonly interrupt: () => void;
  readonly stop: () => Promise<void>;
}

/** ms. A kernel that has not answered by then will not. */
const patience = 60_000;

/** Starts the TypeScript kernel in a folder, without Jupyter and without Python. Stop it when done. */
export async function startKernel(cwd: string): Promise<Kernel> {
  const folder = mkdtempSync(join(tmpdir(), "kernel-"));
  const key = "test";
  const file = join(folder, "connection.json");
  const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
  const connection = { transport: "ipc", ip: join(folder, "s"), key, signature_scheme: "hmac-sha256", ...ports };
  writeFileSync(file, JSON.stringify(connection));
  const tslab = createRequire(import.meta.url).resolve("tslab/bin/tslab");
  const child = spawn(process.execPath, [tslab, "kernel", "--config-path", file], {
    cwd,
    env: { ...process.env, NODE_NO_WARNINGS: "1", NODE_OPTIONS: "", VITEST: undefined, NODE_ENV: undefined },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => heard.push(String(data)));
  const shell = new zeromq.Dealer();
  const published = new zeromq.Subscriber();
  shell.connect(`ipc://${folder}/s:1`);
  published.connect(`ipc://${folder}/s:2`);
  published.subscribe();
  const stop = async (): Promise<void> => {
    shell.close();
    published.close();
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const line = new Line(key, shell, published, child);
    await line.open();
    const complete = (code: string) => line.complete(code);
    return {
      run: (code, onOutput) => line.run(code, onOutput),
      complete,
      interrupt: () => void child.kill("SIGINT"),
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`the kernel does not start: ${heard.join("")}`, { cause: error });
  }
}

/** The line to a kernel: requests go out on one socket, what they show comes in on another. */
class Line {
  private readonly key: string;
  private readonly shell: Dealer;
  private readonly published: Subscriber;
  private readonly displays = new Map<string, Extract<Output, { output_type: "display_data" }>>();
  private listener: (message: Message) => void = () => undefined;
  private readonly ended: Promise<never>;

  constructor(key: string, shell: Dealer, published: Subscriber, child: ChildProcess) {
    this.key = key;
    this.shell = shell;
    this.published = published;
    this.ended = once(child, "exit").then(([code, signal]) => {
      throw new Error(`the kernel ended with ${signal ?? code}`);
    });
    this.ended.catch(() => undefined);
  }

  /** Waits until both sockets are heard: whoever subscribes late misses what was published before. */
  async open(): Promise<void> {
    void this.listen();
    let isHeard = false;
    this.listener = () => {
      isHeard = true;
    };
    const until = Date.now() + patience;
    while (!isHeard) {
      if (Date.now() > until) throw new Error("no answer");
      await this.shell.send(request(this.key, "open", "kernel_info_request", {}).frames);
      await Promise.race([pause(100), this.ended]);
    }
  }

  private async listen(): Promise<void> {
    for await (const frames of this.published) this.listener(message(frames));
  }

  async run(code: string, onOutput: (message: Message) => unknown = () => undefined): Promise<Executed> {
    const { id, frames } = request(this.key, "test", "execute_request", { code, silent: false, store_history: true });
    const outputs: Output[] = [];
    const idle = new Promise<void>((resolve) => {
      this.listener = (heard) => {
        if (heard.parent !== id) return;
        if (heard.type === "status") {
          if (heard.content.execution_state === "idle") resolve();
          return;
        }
        this.take(heard, outputs);
        onOutput(heard);
      };
    });
    await this.shell.send(frames);
    const { status: answered } = await Promise.race([this.answer(id), this.ended]);
    const status = String(answered);
    await Promise.race([idle, this.ended]);
    const text = outputs.map((one) => (one.output_type === "stream" ? one.text : String(one.data["text/plain"] ?? "")));
    return { status, outputs, text: text.join("\n") };
  }

  async complete(code: string): Promise<readonly string[]> {
    const asked = { code, cursor_pos: code.length };
    const { id, frames } = request(this.key, "test", "complete_request", asked);
    await this.shell.send(frames);
    const { matches } = await Promise.race([this.answer(id), this.ended]);
    return matches as readonly string[];
  }

  private async answer(id: string): Promise<Message["content"]> {
    for (;;) {
      const { parent, content } = message(await this.shell.receive());
      if (parent === id) return content;
    }
  }

  /** Collects as Jupyter does: streams run together, an update replaces the display it names. */
  private take({ type, content }: Message, outputs: Output[]): void {
    const { data, metadata, transient, name, text } = content as {
      data: Bundle;
      metadata: Bundle;
      transient?: { display_id?: string };
      name: "stdout" | "stderr";
      text: string;
    };
    const last = outputs.at(-1);
    const id = transient?.display_id;
    if (type === "stream") {
      if (last?.output_type === "stream" && last.name === name) last.text += text;
      else outputs.push({ output_type: "stream", name, text });
    } else if (type === "update_display_data" && id !== undefined) {
      Object.assign(this.displays.get(id) ?? {}, { data, metadata });
    } else if (type === "display_data") {
      const output = { output_type: "display_data" as const, data, metadata, id };
      outputs.push(output);
      if (id !== undefined) this.displays.set(id, output);
    }
  }
}
