import { refuse } from "../foundation/text/problem.js";

/** The lines of a text from the one that begins with these words to the next that begins with those. */
function excerptOf(output: string, from: string, to: string): string {
  const lines = output.split("\n").map((line) => line.trimEnd());
  const begin = lines.findIndex((line) => line.startsWith(from));
  const length = begin < 0 ? -1 : lines.slice(begin).findIndex((line, k) => k > 0 && line.startsWith(to));
  if (length < 0)
    return refuse("excerpt", `nothing printed goes from "${from}" to "${to}"`, "change the words in the page");
  return lines.slice(begin, begin + length + 1).join("\n");
}

const block = /```sh\n([\s\S]*?)```|<!-- excerpt: "(.*)" to "(.*)" -->\n```text\n[\s\S]*?```/g;

/** A page whose excerpts are what its commands print: an excerpt is of all that the last block of commands above it printed. */
export async function withExcerpts(page: string, print: (commands: string) => Promise<string>): Promise<string> {
  let output = "";
  let made = "";
  let at = 0;
  for (const match of page.matchAll(block)) {
    const [whole, commands, from = "", to = ""] = match;
    if (commands !== undefined) output = await print(commands.trim());
    const [head] = whole.split("\n");
    const words = (text: string): string => text.replaceAll('\\"', '"');
    const put =
      commands === undefined ? `${head}\n\`\`\`text\n${excerptOf(output, words(from), words(to))}\n\`\`\`` : whole;
    made += page.slice(at, match.index) + put;
    at = match.index + whole.length;
  }
  return made + page.slice(at);
}
