/** Text of a file and how its bytes were read, where that is not plain UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly remark?: string | undefined;
}

/** What Windows-1252 has where Latin-1 has control characters; "\ufffd" where it has nothing either. */
const windows = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

/** bytes. Pieces that a call may take as arguments. */
const pieceLength = 8192;

/**
 * Bytes of a text file as text: UTF-8 and UTF-16 with or without a mark; whatever is neither is taken for Windows-1252, which old
 * spreadsheets write, and said so.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: utf16(bytes.subarray(2), true), remark: "read as UTF-16" };
  if (first === 0xfe && second === 0xff) return { text: utf16(bytes.subarray(2), false), remark: "read as UTF-16" };
  const isLittle = hasNulls(bytes, 1);
  if (isLittle || hasNulls(bytes, 0)) {
    return { text: utf16(bytes, isLittle), remark: "read as UTF-16, though it does not say so" };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const remark = "not UTF-8; read as Windows-1252, so check letters such as ä, é and €";
    return { text: windows1252(bytes), remark };
  }
}

/** Whether nearly every second byte of the beginning is 0 there and none is elsewhere: Latin letters in UTF-16. */
function hasNulls(bytes: Uint8Array, at: 0 | 1): boolean {
  const seen = Math.min(bytes.length - (bytes.length % 2), 400);
  let there = 0;
  for (let k = 0; k < seen; k += 2) {
    if (bytes[k + at] === 0) there += 1;
    if (bytes[k + 1 - at] === 0) return false;
  }
  return seen >= 4 && there > 0.4 * seen;
}

function utf16(bytes: Uint8Array, isLittle: boolean): string {
  const whole = bytes.length - (bytes.length % 2);
  const [low, high] = isLittle ? [0, 1] : [1, 0];
  const text = inPieces(whole / 2, (k) => bytes[2 * k + low]! + 256 * bytes[2 * k + high]!);
  return text + (whole < bytes.length ? "\ufffd" : "");
}

const windows1252 = (bytes: Uint8Array): string =>
  inPieces(bytes.length, (k) => {
    const byte = bytes[k]!;
    return byte >= 0x80 && byte < 0xa0 ? windows.charCodeAt(byte - 0x80) : byte;
  });

/** A text of so many characters, without a list of them all. */
function inPieces(length: number, codeAt: (k: number) => number): string {
  const pieces: string[] = [];
  for (let from = 0; from < length; from += pieceLength) {
    const codes = Array.from({ length: Math.min(pieceLength, length - from) }, (_, k) => codeAt(from + k));
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join("");
}
