/** Remainders for the reflected polynomial 0xEDB88320: of every byte, and of every byte with up to seven zeros after it. */
const remainders = tables(8);

function tables(count: number): Int32Array {
  const out = new Int32Array(256 * count);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    out[byte] = remainder;
  }
  for (let i = 256; i < out.length; i++) out[i] = out[out[i - 256] & 255] ^ (out[i - 256] >>> 8);
  return out;
}

/** CRC-32 as in gzip and PNG (ISO 3309), 0 to 2³² − 1; eight bytes a step (Kounavis & Berry 2005). Finds damage, not forgery. */
export function checksum(bytes: Uint8Array): number {
  const t = remainders;
  let remainder = -1;
  let i = 0;
  for (; i + 8 <= bytes.length; i += 8) {
    const first = remainder ^ (bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24));
    remainder =
      t[1792 + (first & 255)] ^
      t[1536 + ((first >>> 8) & 255)] ^
      t[1280 + ((first >>> 16) & 255)] ^
      t[1024 + (first >>> 24)] ^
      t[768 + bytes[i + 4]] ^
      t[512 + bytes[i + 5]] ^
      t[256 + bytes[i + 6]] ^
      t[bytes[i + 7]];
  }
  for (; i < bytes.length; i++) remainder = t[(remainder ^ bytes[i]) & 255] ^ (remainder >>> 8);
  return ~remainder >>> 0;
}
