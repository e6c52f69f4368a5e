import { kindOf, knownKind, type NumberKind } from "./number-format.js";
import { closedElement, end, opened, XmlReader } from "./xml-reader.js";
import { damaged, tooLarge } from "./xml-text.js";

/** formats. No spreadsheet program writes as many. */
const most = 100_000;

/** What numbers of each style are, in the order in which cells name styles. Nothing but numbers in a workbook without styles. */
export function numberKinds(bytes: Buffer | undefined): readonly NumberKind[] {
  if (bytes === undefined) return [undefined];
  const xml = new XmlReader(bytes);
  if (xml.next() !== opened || xml.name !== "styleSheet") damaged("the list of formats is something else");
  const codes = new Map<number, string>();
  const ids: number[] = [];
  if (!xml.isShort) {
    for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
      if (xml.name === "numFmts") eachChild(xml, "numFmt", () => noteCode(xml, codes));
      else if (xml.name === "cellXfs")
        eachChild(xml, "xf", () => ids.push(Math.max(0, xml.attributes.number("numFmtId"))));
      else xml.skip();
      if (ids.length > most || codes.size > most) tooLarge(`it has more than ${most} formats`);
    }
  }
  if (xml.next() !== end) damaged("something stands after the formats");
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? knownKind(id) : kindOf(code);
  });
}

function noteCode(xml: XmlReader, codes: Map<number, string>): void {
  codes.set(xml.attributes.number("numFmtId"), xml.attributes.value("formatCode") ?? "");
}

/** Hands the children of a name of the element in hand over, one by one, and goes past its end. */
export function eachChild(xml: XmlReader, name: string, use: () => void): void {
  if (xml.isShort) return;
  for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
    const around = xml.depth - (xml.isShort ? 0 : 1);
    if (xml.name === name) use();
    while (xml.depth > around) xml.next();
  }
}
