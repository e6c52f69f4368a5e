import { escapeXml } from "../../foundation/text/xml.js";
import { fontRules } from "./font-rules.js";
import { paint } from "./paint.js";
import type { View } from "./view.js";

/** A chart as SVG text that carries its letters along; inert: no script, no address outside itself. */
export const svgOf = async (view: View): Promise<string> => {
  const { svg } = await paint(view);
  return within(svg, `${wordsOf(view)}<style>${fontRules()}</style>`);
};

/** A chart as a piece of a page that carries the font itself; `name` keeps identifiers of several charts apart. */
export async function svgPiece(view: View, name: string): Promise<string> {
  const { svg } = await paint(view);
  const own = svg.replace(/(\bid="|url\(#|href="#)/g, `$1${name.replace(/\W/g, "-")}-`);
  return within(own, wordsOf(view));
}

/** What a screen reader says. */
const wordsOf = ({ title, subtitle }: View): string =>
  `<title>${escapeXml(title)}</title><desc>${escapeXml(subtitle)}</desc>`;

function within(svg: string, added: string): string {
  const at = svg.indexOf(">") + 1;
  return svg.slice(0, at) + added + svg.slice(at);
}
