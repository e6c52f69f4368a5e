import { createHmac, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import type * as ZeroMQ from "zeromq";

/** A message of Jupyter's wire protocol (version 5.3), as far as a client reads it. */
export interface Message {
  readonly type: string;
  /** `msg_id` of the request it belongs to. */
  readonly parent: string | undefined;
  readonly content: Readonly<Record<string, unknown>>;
}

/** tslab's own copy of ZeroMQ: a second one would be another library to build. */
export const zeromq: typeof ZeroMQ = createRequire(createRequire(import.meta.url).resolve("tslab"))("zeromq");

const mark = Buffer.from("<IDS|MSG>");

/** The frames of a request, signed, and its id. */
export function request(key: string, session: string, type: string, content: object): { id: string; frames: string[] } {
  const id = randomUUID();
  const header = { msg_id: id, session, username: "test", date: "", msg_type: type, version: "5.3" };
  const parts = [header, {}, {}, content].map((one) => JSON.stringify(one));
  const sign = createHmac("sha256", key);
  for (const part of parts) sign.update(part);
  return { id, frames: [String(mark), sign.digest("hex"), ...parts] };
}

/** Reads the frames of a message; routing prefix and signature are skipped. */
export function message(frames: readonly Buffer[]): Message {
  const at = frames.findIndex((frame) => frame.equals(mark));
  const [header, parent, , content] = frames.slice(at + 2).map((frame) => JSON.parse(String(frame)));
  return { type: header.msg_type, parent: parent.msg_id, content };
}
