import { evidenceBase } from "../model/evidence-base.js";

/** A source in words: the study behind an evidence id, or the words themselves. */
export function reference(source: string): string {
  const found = evidenceBase.find((one) => one.id === source);
  return found ? `${found.study} (${found.read} read)` : source;
}
