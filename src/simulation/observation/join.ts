type Column = Float64Array | Int32Array | Uint8Array;

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value);

/** Tables of neighbouring batches as one: columns one after another, everything else as in the first. */
export function join<T>(parts: readonly T[]): T {
  const [head] = parts;
  if (isColumn(head)) return joinColumns(parts as unknown as readonly Column[]) as unknown as T;
  if (Array.isArray(head)) return head.map((_, k) => join(parts.map((one) => (one as unknown[])[k]))) as unknown as T;
  if (typeof head !== "object" || head === null) return head;
  const names = Object.keys(head) as (keyof T & string)[];
  return Object.fromEntries(names.map((name) => [name, join(parts.map((one) => one[name]))])) as unknown as T;
}

function joinColumns(parts: readonly Column[]): Column {
  const [head] = parts;
  const length = parts.reduce((sum, one) => sum + one.length, 0);
  const Kind = head.constructor as new (length: number) => Column;
  const all = new Kind(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** bytes that the columns of a table take. */
export function bytesOf(table: unknown): number {
  if (isColumn(table)) return table.byteLength;
  if (typeof table !== "object" || table === null) return 0;
  return Object.values(table).reduce((sum: number, one) => sum + bytesOf(one), 0);
}
