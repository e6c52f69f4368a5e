/** The text without code, where nothing is a link or a heading. */
const withoutCode = (text: string): string => text.replace(/^( *)(`{3,}|~{3,})[\s\S]*?^\1\2 *$/gm, "");

/** Where a text's links and pictures lead, but for the web. */
export const linksOf = (text: string): string[] =>
  [
    ...withoutCode(text)
      .replace(/`[^`\n]*`/g, "")
      .matchAll(/\]\(([^()\s]+(?:\([^()]*\)[^()\s]*)?)\)/g),
  ]
    .map(([, link = ""]) => link)
    .filter((link) => !/^(?:[a-z]+:)/.test(link));

/** Anchors of headings, as repositories' web pages make them: lower case, no punctuation, a hyphen for a space, repeated ones numbered. */
export function headingAnchors(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...withoutCode(text).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = ""]) => {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-");
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
  return new Set(anchors);
}
