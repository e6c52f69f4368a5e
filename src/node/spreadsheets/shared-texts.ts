import { closedElement, end, opened, XmlReader } from "./xml-reader.js";
import { damaged, unescaped, xmlText } from "./xml-text.js";

/** Texts that cells name by number; undefined for a number that none has. */
export type SharedTexts = (index: number) => string | undefined;

const none: SharedTexts = () => undefined;

/** The part of a workbook that holds the texts of its cells. A text is made when a cell names it: unused ones take no room. */
export function sharedTexts(bytes: Buffer | undefined): SharedTexts {
  if (bytes === undefined) return none;
  const { spans, rich } = findTexts(new XmlReader(bytes));
  const made: (string | undefined)[] = [];
  return (index) => {
    if (index * 2 >= spans.length) return undefined;
    const known = made[index] ?? rich.get(index);
    if (known !== undefined) return known;
    const text = unescaped(xmlText(bytes.toString("utf8", spans[index * 2], spans[index * 2 + 1])));
    made[index] = text;
    return text;
  };
}

/** Where plain texts stand, two places each, and the texts that are put together from pieces. */
function findTexts(xml: XmlReader): { readonly spans: Uint32Array; readonly rich: ReadonlyMap<number, string> } {
  if (xml.next() !== opened || xml.name !== "sst") damaged("the list of texts is something else");
  const rich = new Map<number, string>();
  let spans = new Uint32Array(1024);
  let count = 0;
  if (!xml.isShort) {
    for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
      if (xml.name === "extLst") {
        xml.skip();
        continue;
      }
      if (xml.name !== "si" || xml.isAfterText) damaged("something stands between its texts");
      if (count * 2 + 2 > spans.length) spans = grown(spans);
      const text = plainSpan(xml, spans, count * 2);
      if (text !== undefined) rich.set(count, text);
      count += 1;
    }
  }
  if (xml.next() !== end) damaged("something stands after the texts");
  return { spans: spans.subarray(0, count * 2), rich };
}

function grown(spans: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(spans.length * 2);
  larger.set(spans);
  return larger;
}

/** Notes where a text of one piece stands; gives the text of several pieces. */
function plainSpan(xml: XmlReader, spans: Uint32Array, at: number): string | undefined {
  if (xml.isShort) return "";
  if (xml.next() === closedElement) return xml.isAfterText ? looseText() : "";
  if (xml.name !== "t" || xml.isShort || xml.isAfterText) return richText(xml) ?? "";
  if (xml.next() !== closedElement) damaged("a tag stands in a text");
  spans[at] = xml.textFrom;
  spans[at + 1] = xml.textTo;
  if (xml.next() === closedElement) return xml.isAfterText ? looseText() : undefined;
  return unescaped(xml.piece(spans[at]!, spans[at + 1]!)) + (richText(xml) ?? "");
}

const looseText = (): never => damaged("a text stands outside its tags");

/**
 * Text in pieces of several looks, without the readings that stand above Japanese: from the first tag within an element, which is in
 * hand, to the end of the element. Undefined where there is no text at all, not even an empty one.
 */
export function richText(xml: XmlReader): string | undefined {
  const pieces: string[] = [];
  const around = xml.depth - (xml.isShort ? 0 : 1);
  for (;;) {
    if (xml.isAfterText) looseText();
    if (xml.name === "t") pieces.push(unescaped(xml.text()));
    else if (xml.name !== "r") xml.skip();
    while (xml.next() === closedElement) {
      if (xml.isAfterText) looseText();
      if (xml.depth < around) return pieces.length === 0 ? undefined : pieces.join("");
    }
  }
}
