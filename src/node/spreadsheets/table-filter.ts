import { relationsOf, relationsPath } from "./book-parts.js";
import { eachChild } from "./styles.js";
import { opened, XmlReader } from "./xml-reader.js";

/** tables. Of one sheet that are looked at. */
const most = 1000;

/** Whether a table within a sheet has a filter on. Its rows stand in the sheet like all others; those it hides are marked there. */
export function tablesFiltered(part: (path: string) => Buffer | undefined, path: string): boolean {
  return relationsOf(part(relationsPath(path)), path)
    .filter(({ type }) => type === "table")
    .slice(0, most)
    .some(({ target }) => {
      const bytes = part(target);
      return bytes !== undefined && hasFilter(new XmlReader(bytes));
    });
}

function hasFilter(xml: XmlReader): boolean {
  let isOn = false;
  if (xml.next() !== opened) return isOn;
  eachChild(xml, "autoFilter", () => {
    eachChild(xml, "filterColumn", () => {
      isOn = true;
    });
  });
  return isOn;
}
