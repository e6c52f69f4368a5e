import { isUtf8 } from "node:buffer";
import { Attributes, endsName, isSpace } from "./xml-attributes.js";
import { damaged, xmlText } from "./xml-text.js";

/** What `next` found. */
export const end = 0;
export const opened = 1;
export const closedElement = 2;

/** elements. Deeper nesting is no workbook. */
const deepest = 64;

/**
 * Reads XML tag by tag, without a copy of it. What is not well-formed throws a SheetFault: tags that do not match, attributes
 * twice, characters that may not stand there, an end before its time. So do a document type, with which XML may grow without bounds, and
 * other encodings than UTF-8.
 */
export class XmlReader {
  /** Of the tag in hand, without its prefix. */
  name = "";
  /** The tag in hand has no content and no end of its own. */
  isShort = false;
  /** Something besides spaces stood before the tag in hand. */
  isAfterText = false;
  /** Elements around the place in hand. */
  depth = 0;
  /** Of the tag in hand. */
  readonly attributes: Attributes;
  readonly bytes: Buffer;
  private at = 0;
  /** Where what stood before the tag in hand begins. */
  textFrom = 0;
  textTo = 0;
  private isMarked = false;
  private isWide = false;
  /** Two an open element: start and end of its name, prefix included. */
  private readonly open = new Int32Array(deepest * 2);
  private readonly names = new Map<number, string>();
  private hasRoot = false;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.attributes = new Attributes(bytes);
    if (!isUtf8(bytes)) damaged("it is not written in UTF-8");
    if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.at = 3;
    const [, encoding = "utf-8"] =
      /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(bytes.toString("latin1", this.at, 300)) ?? [];
    if (!/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) damaged(`it is written in ${encoding}, not in UTF-8`);
  }

  /** The next tag: `opened`, `closed`, or `end` when all is read. */
  next(): typeof end | typeof opened | typeof closedElement {
    this.skipText();
    if (this.at >= this.bytes.length) {
      if (this.depth > 0) damaged("it is cut off");
      return this.hasRoot ? end : damaged("it is empty");
    }
    if (this.depth === 0 && this.isAfterText) damaged("something stands outside its tags");
    if (this.bytes[this.at + 1] === 0x2f) return this.closeTag();
    if (this.depth === 0 && this.hasRoot) damaged("something stands after its end");
    return this.openTag();
  }

  /** The text of the element in hand, whose end it passes. Throws for elements within. */
  text(): string {
    if (this.isShort) return "";
    if (this.next() !== closedElement) damaged(`<${this.name}> stands where only text may`);
    return this.textBefore();
  }

  /** What stood before the tag in hand. */
  textBefore(): string {
    const { bytes, textFrom, textTo } = this;
    if (textFrom === textTo) return "";
    const written = this.isWide ? bytes.toString("utf8", textFrom, textTo) : bytes.toString("latin1", textFrom, textTo);
    return this.isMarked ? xmlText(written) : written;
  }

  /** Text between two places, as `text` gives it. */
  piece(from: number, to: number): string {
    return xmlText(this.bytes.toString("utf8", from, to));
  }

  /** Goes past the end of the element in hand and all it holds. */
  skip(): void {
    if (this.isShort) return;
    for (const around = this.depth; this.depth >= around; ) this.next();
  }

  /** Goes to the next tag that is neither comment, nor instruction, nor CDATA. */
  private skipText(): void {
    const { bytes } = this;
    const { length } = bytes;
    let { at } = this;
    let bits = 0;
    let isInk = false;
    this.textFrom = at;
    this.isMarked = false;
    for (;;) {
      for (; at < length; at++) {
        const byte = bytes[at]!;
        if (byte === 0x3c) break;
        bits |= byte;
        if (byte > 0x20) {
          isInk = true;
          if (byte === 0x26) this.isMarked = true;
        } else if (byte === 13) this.isMarked = true;
        else if (!isSpace(byte)) damaged("it holds a control character");
      }
      const after = bytes[at + 1];
      if (at >= length || (after !== 0x21 && after !== 0x3f)) break;
      this.isMarked = true;
      bits |= 0x80;
      if (after === 0x21 && bytes[at + 2] === 0x5b) isInk = true;
      at = this.afterMarkup(at);
    }
    this.textTo = at;
    this.at = at;
    this.isWide = bits > 0x7f;
    this.isAfterText = isInk;
  }

  private afterMarkup(at: number): number {
    const { bytes } = this;
    const isComment = bytes.toString("latin1", at, at + 4) === "<!--";
    const isData = this.depth > 0 && bytes.toString("latin1", at, at + 9) === "<![CDATA[";
    if (bytes[at + 1] === 0x21 && !isComment && !isData) {
      return damaged(
        bytes.toString("latin1", at, at + 9) === "<!DOCTYPE" ? "it has a document type" : "<! begins nothing",
      );
    }
    const [start, mark] = isComment ? [4, "-->"] : isData ? [9, "]]>"] : [2, "?>"];
    const found = bytes.indexOf(mark, at + start, "latin1");
    return found < 0 ? damaged("it is cut off") : found + mark.length;
  }

  private closeTag(): typeof closedElement {
    const { bytes, open } = this;
    if (this.depth === 0) damaged("an end without a beginning");
    this.depth -= 1;
    const from = open[this.depth * 2]!;
    const to = open[this.depth * 2 + 1]!;
    let at = this.at + 2;
    for (let k = from; k < to; k++) if (bytes[at++] !== bytes[k]) this.mismatch(from, to);
    while (at < bytes.length && isSpace(bytes[at]!)) at += 1;
    if (bytes[at] !== 0x3e) this.mismatch(from, to);
    this.at = at + 1;
    this.isShort = false;
    this.attributes.clear();
    this.name = this.nameAt(from, to);
    return closedElement;
  }

  private mismatch(from: number, to: number): never {
    return damaged(`<${this.bytes.toString("utf8", from, Math.min(to, from + 30))}> is not closed`);
  }

  private openTag(): typeof opened {
    const { bytes, open } = this;
    const from = this.at + 1;
    let at = from;
    while (endsName[bytes[at] ?? 0] === 0) at += 1;
    if (at === from) damaged("a tag without a name");
    const to = at;
    at = this.attributes.read(at);
    this.isShort = bytes[at] === 0x2f;
    if (this.isShort) at += 1;
    if (bytes[at] !== 0x3e) damaged("a tag that does not end");
    this.at = at + 1;
    this.hasRoot = true;
    this.name = this.nameAt(from, to);
    if (this.isShort) return opened;
    if (this.depth >= deepest) damaged(`its tags are more than ${deepest} deep`);
    open[this.depth * 2] = from;
    open[this.depth * 2 + 1] = to;
    this.depth += 1;
    return opened;
  }

  /** The name after its prefix; the same names are the same string. */
  private nameAt(start: number, to: number): string {
    const { bytes } = this;
    let from = start;
    let hash = 0;
    for (let k = start; k < to; k++) {
      const byte = bytes[k]!;
      if (byte === 0x3a) {
        from = k + 1;
        hash = 0;
      } else hash = (hash * 31 + byte) | 0;
    }
    const known = this.names.get(hash);
    if (known !== undefined && known.length === to - from && this.isAt(known, from)) return known;
    const name = bytes.toString("utf8", from, to);
    if (this.names.size < 1000) this.names.set(hash, name);
    return name;
  }

  private isAt(name: string, from: number): boolean {
    for (let k = 0; k < name.length; k++) if (this.bytes[from + k] !== name.charCodeAt(k)) return false;
    return true;
  }
}
