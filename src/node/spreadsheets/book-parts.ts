import { eachChild } from "./styles.js";
import { closedElement, opened, XmlReader } from "./xml-reader.js";
import { damaged } from "./xml-text.js";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Names its relation. */
  readonly id: string;
  readonly isHidden: boolean;
}

/** What the main part of a workbook says. */
export interface BookPart {
  readonly sheets: readonly ListedSheet[];
  readonly countsFrom1904: boolean;
}

export function bookPart(bytes: Buffer): BookPart {
  const xml = new XmlReader(bytes);
  if (xml.next() !== opened || xml.name !== "workbook") damaged("its main part is something else");
  const sheets: ListedSheet[] = [];
  let countsFrom1904 = false;
  if (xml.isShort) return { sheets, countsFrom1904 };
  for (let tag = xml.next(); tag !== closedElement; tag = xml.next()) {
    if (xml.name === "workbookPr") countsFrom1904 = xml.attributes.says("date1904");
    if (xml.name === "sheets") eachChild(xml, "sheet", () => sheets.push(listed(xml)));
    else xml.skip();
  }
  return { sheets, countsFrom1904 };
}

function listed({ attributes }: XmlReader): ListedSheet {
  const name = attributes.value("name") ?? damaged("a sheet has no name");
  const id = attributes.prefixed("id") ?? damaged(`sheet ${name} has no content`);
  const state = attributes.value("state") ?? "visible";
  return { name, id, isHidden: state !== "visible" };
}

/** A relation of a part to another. */
export interface Relation {
  readonly id: string;
  /** Last word of its type: `worksheet`. */
  readonly type: string;
  /** Path in the archive, or an address outside. */
  readonly target: string;
}

/** The relations of a part of that path; none without its list. */
export function relationsOf(bytes: Buffer | undefined, path: string): Relation[] {
  if (bytes === undefined) return [];
  const xml = new XmlReader(bytes);
  if (xml.next() !== opened || xml.name !== "Relationships") damaged("a list of relations is something else");
  const found: Relation[] = [];
  eachChild(xml, "Relationship", () => {
    const { attributes } = xml;
    const target = attributes.value("Target") ?? "";
    found.push({
      id: attributes.value("Id") ?? "",
      type: (attributes.value("Type") ?? "").replace(/^.*\//, ""),
      target: attributes.value("TargetMode") === "External" ? target : resolved(path, target),
    });
  });
  return found;
}

/** Where the relations of a part are listed. */
export const relationsPath = (path: string): string => path.replace(/([^/]*)$/, "_rels/$1.rels");

/** `../tables/table1.xml` beside `xl/worksheets/sheet1.xml` → `xl/tables/table1.xml`. */
function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
