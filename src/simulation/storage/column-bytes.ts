/** Whether numbers lie in memory as they lie in a file; they are turned elsewhere. */
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The bytes of a column in a file: where possible the column's own. */
export function columnBytes(values: Float64Array): Uint8Array {
  if (isLittleEndian) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const view = new DataView(new ArrayBuffer(values.byteLength));
  for (let w = 0; w < values.length; w++) view.setFloat64(8 * w, values[w], true);
  return new Uint8Array(view.buffer);
}

/** The numbers in a column's bytes: where possible without copying. */
export function columnOf(bytes: Uint8Array): Float64Array {
  if (isLittleEndian && bytes.byteOffset % 8 === 0)
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.length / 8 }, (_, w) => view.getFloat64(8 * w, true));
}
