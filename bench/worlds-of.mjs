/**
 * Net value of a scenario's own designs in world after world under the headline's response, as many worlds as are asked for, with what
 * was drawn: enough to rank designs as a report does. Worlds once played may be kept in a folder.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mean } from "../dist/foundation/maths/distribution.js";
import { sharpening } from "../dist/foundation/maths/regression.js";
import { drawBatch, outcomesFor, runTask, worldsPerBatch } from "../dist/simulation/batch/batch.js";

/** Rows `from` to `to` of columns, with the luck of the assumptions' draws taken out as in a report. */
export function sharpened({ columns, draws, expected }, rows) {
  const of = (column) => Float64Array.from(rows, (w) => column[w]);
  const adjust = sharpening(draws.map(of), expected, rows.length);
  return columns.map((column) => adjust(of(column)));
}

export const rowsFrom = (first, end) => Array.from({ length: end - first }, (_, k) => first + k);

/** Tasks are { design, response, scale, shift } of the program, one a column. */
export function worldsOf(program, tasks, { keep, name }) {
  const outcomes = outcomesFor(program);
  const net = outcomes.findIndex((one) => one.name === "net value");
  const luck = outcomes.findIndex((one) => one.name === outcomes[net].control);
  const names = Object.keys(program.assumptions).filter((one) => program.assumptions[one].kind !== "fixed");
  const count = tasks.length + names.length;
  let rows = keep === undefined ? empty(count) : kept(join(keep, `${name}.bin`), count);
  const play = (first, size) => {
    const batchInputs = drawBatch(program, first, size);
    const found = tasks.map((task) => {
      const result = runTask(batchInputs, task, outcomes);
      return Float64Array.from({ length: size }, (_, w) => result[net * size + w] + result[luck * size + w]);
    });
    return [...found, ...names.map((one) => batchInputs.worlds[one])];
  };
  return (worlds) => {
    const parts = [rows];
    let done = rows[0].length;
    const size = worldsPerBatch(program.managers);
    for (; done < worlds; done += size) parts.push(play(done, Math.min(size, worlds - done)));
    if (parts.length > 1) {
      rows = rows.map((_, k) => Float64Array.from(parts.flatMap((part) => [...part[k]])));
      if (keep !== undefined) write(keep, name, rows);
    }
    const all = rows.map((one) => one.subarray(0, worlds));
    const expected = names.map((one) => mean(program.assumptions[one]));
    return { columns: all.slice(0, tasks.length), draws: all.slice(tasks.length), expected };
  };
}

const empty = (count) => Array.from({ length: count }, () => new Float64Array(0));

function kept(path, count) {
  if (!existsSync(path)) return empty(count);
  const bytes = readFileSync(path);
  const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const rows = all.length / count;
  return Array.from({ length: count }, (_, k) => all.slice(k * rows, (k + 1) * rows));
}

function write(folder, name, rows) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.bin`), Buffer.concat(rows.map((one) => Buffer.from(one.buffer))));
}
