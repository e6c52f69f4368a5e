import { damaged, xmlText } from "./xml-text.js";

/** attributes. Of one tag. */
const most = 256;

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 10 || byte === 13 || byte === 9;

/** What cannot stand in the name of a tag or attribute, by byte. */
export const endsName: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte <= 0x20 || "/>='\"<&".includes(String.fromCharCode(byte))),
);

/** The attributes of a tag where they stand: nothing is copied until it is asked for. */
export class Attributes {
  private readonly bytes: Buffer;
  private count = 0;
  /** Four a piece: start and end of the name, start and end of the value. */
  private readonly places = new Int32Array(most * 4);

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  clear(): void {
    this.count = 0;
  }

  /** Reads them from there on; gives the place of what ends the tag. Throws a SheetFault for what is not well-formed. */
  read(start: number): number {
    const { bytes } = this;
    this.count = 0;
    for (let at = start; ; ) {
      const from = this.afterSpace(at);
      if (bytes[from] === 0x3e || bytes[from] === 0x2f) return from;
      let to = from;
      while (endsName[bytes[to] ?? 0] === 0) to += 1;
      if (from === at || to === from) damaged("a tag is cut off or not written as XML is");
      at = this.afterSpace(to);
      if (bytes[at] !== 0x3d) damaged("an attribute has no value");
      at = this.afterSpace(at + 1);
      const quote = bytes[at];
      if (quote !== 0x22 && quote !== 0x27) damaged("an attribute stands without quotes");
      const value = at + 1;
      for (at = value; at < bytes.length && bytes[at] !== quote; at++) {
        const byte = bytes[at]!;
        if (byte === 0x3c || (byte < 0x20 && !isSpace(byte))) damaged("an attribute is cut off");
      }
      this.note(from, to, value, at);
      at += 1;
    }
  }

  /** The value of the attribute of that name. */
  value(name: string): string | undefined {
    const at = this.placeOf(name);
    return at < 0 ? undefined : xmlText(this.bytes.toString("utf8", this.places[at + 2], this.places[at + 3]));
  }

  /** The same by the name after a prefix, which every program chooses for itself: `r:id`. */
  prefixed(name: string): string | undefined {
    for (let k = 0; k < this.count * 4; k += 4) {
      const whole = this.bytes.toString("latin1", this.places[k], this.places[k + 1]);
      if (whole.endsWith(`:${name}`) && !whole.startsWith("xmlns:")) return this.value(whole);
    }
    return undefined;
  }

  /** Whether an attribute says yes. */
  says(name: string): boolean {
    if (this.count === 0 || this.placeOf(name) < 0) return false;
    return /^(1|true|on)$/.test(this.value(name)!);
  }

  /** A whole number; -1 without the attribute. Throws for anything else. */
  number(name: string): number {
    const at = this.placeOf(name);
    if (at < 0) return -1;
    const from = this.places[at + 2]!;
    const to = this.places[at + 3]!;
    let value = 0;
    for (let k = from; k < to; k++) {
      const digit = this.bytes[k]! - 48;
      if (digit < 0 || digit > 9) this.refuseNumber(name);
      value = value * 10 + digit;
    }
    if (to === from || to - from > 10) this.refuseNumber(name);
    return value;
  }

  private refuseNumber(name: string): never {
    return damaged(`${name}="${this.value(name)}" is no whole number`);
  }

  /** Where the value of an attribute stands: its first byte and the one after its last; undefined without it. */
  span(name: string): { readonly from: number; readonly to: number } | undefined {
    const at = this.placeOf(name);
    return at < 0 ? undefined : { from: this.places[at + 2]!, to: this.places[at + 3]! };
  }

  private placeOf(name: string): number {
    const { bytes, places } = this;
    for (let k = 0; k < this.count * 4; k += 4) {
      const from = places[k]!;
      if (places[k + 1]! - from !== name.length) continue;
      let same = 0;
      while (same < name.length && bytes[from + same] === name.charCodeAt(same)) same += 1;
      if (same === name.length) return k;
    }
    return -1;
  }

  private afterSpace(start: number): number {
    let at = start;
    while (isSpace(this.bytes[at] ?? 0)) at += 1;
    return at;
  }

  private note(from: number, to: number, value: number, end: number): void {
    const { bytes, places } = this;
    if (this.count >= most) damaged(`a tag has more than ${most} attributes`);
    for (let k = 0; k < this.count * 4; k += 4) {
      if (places[k + 1]! - places[k]! !== to - from) continue;
      let same = 0;
      while (same < to - from && bytes[places[k]! + same] === bytes[from + same]) same += 1;
      if (same === to - from) damaged(`${bytes.toString("utf8", from, to)} stands twice in a tag`);
    }
    const k = this.count * 4;
    places[k] = from;
    places[k + 1] = to;
    places[k + 2] = value;
    places[k + 3] = end;
    this.count += 1;
  }
}
