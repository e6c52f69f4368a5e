import { describe, expect, test } from "vitest";
import { recipesText } from "../../scripts/new/recipes.mjs";
import { gallery } from "../../src/docs-pages/gallery.js";
import { assumptionNames, assumptions } from "../../src/model/assumptions.js";
import { everything } from "../oracle/everything.js";
import { linked } from "../oracle/linked.js";
import { below, everyPart, type Listed, textOf } from "./listed.js";
import { notShipped } from "./not-shipped.js";
import { shippedParts } from "./shipped-parts.js";

/** Fails with a line for everything that is missing: file, what is missing there, what to write. */
function expectNothing(missing: readonly string[]): void {
  if (missing.length > 0) expect.fail(`\n${missing.join("\n")}\n`);
}

const parts = await everyPart();
const of = (...kinds: readonly string[]): readonly Listed[] => parts.filter(({ kind }) => kinds.includes(kind));

/** `src/model/rewards/sabbatical.ts: reward "sabbatical" has no example; work one out by hand`. */
const line = (file: string, { kind, name }: Pick<Listed, "kind" | "name">, fault: string, remedy: string): string =>
  `${file}: ${kind} "${name}" ${fault}; ${remedy}`;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether a text has the name as a word of its own. */
const has = (text: string, name: string): boolean => new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(text);

/** Kinds of which every part does sums, or reads the states of a month. */
const withExamples = ["reward", "curve", "linkage", "measure", "outcome"];
const demands: readonly (readonly [kinds: readonly string[], key: string, remedy: string])[] = [
  [[...withExamples, "activity", "response", "chart"], "summary", "say in one sentence what it is"],
  [[...withExamples, "activity", "response"], "references", "name studies, or say assumption"],
  [withExamples, "examples", "work one out by hand"],
  [["measure"], "laws", "say what it rises or falls with"],
  [["measure"], "what", "say what is looked at"],
  [["outcome"], "per", "say what one unit of it is about"],
  [["health check", "lint rule"], "rule", "say it in words, with its limits"],
  [["health check", "lint rule"], "sources", "name a study, or say house rule"],
  [["health check", "lint rule"], "quantity", "say what the number is, as an axis is titled"],
  [["validation row"], "source", "name what is known: author and year"],
];

describe("every part is complete, or the file that lacks something is named", () => {
  test("nothing that was started waits to be written", () => {
    // in two pieces, or this file would wait as well
    const waits = new RegExp(`([^"\\n]*) is not ${"written yet"}`);
    const files = [...below("src"), ...below("test"), ...below("notebooks/src")];
    expectNothing(
      files.flatMap((file) => {
        const texts = textOf(file)
          .split("\n")
          .flatMap((text) => waits.exec(text)?.[1]?.trim() ?? []);
        return texts.map((what) => `${file}: ${what.replace(/^.*: /, "").replace(/^\/\/ /, "")} is missing; write it`);
      }),
    );
  });

  test("it says what it is, what it rests on, and has what its kind needs", () => {
    expect(parts.length).toBeGreaterThan(150);
    expectNothing(
      demands.flatMap(([kinds, key, remedy]) =>
        of(...kinds).flatMap((part) =>
          isEmpty(part.about[key]) ? [line(part.file, part, `has no ${key}`, remedy)] : [],
        ),
      ),
    );
  });

  test("commands say what they are for, and show examples", () => {
    expectNothing(
      of("command").flatMap((part) => [
        ...(isEmpty(part.about.summary)
          ? [line("src/cli/commands/index.ts", part, "has no summary", "say what it is for")]
          : []),
        ...(/Examples?:/.test(textOf(part.file))
          ? []
          : [line(part.file, part, "has no example", "add one with addHelpText")]),
      ]),
    );
  });

  test("every assumption says what it means, and some part reads it", () => {
    const sources = below("src/model").map((file) => ({ file, text: textOf(file) }));
    expectNothing(
      assumptionNames.flatMap((name) => {
        const part = { kind: "assumption", name };
        const owner = sources.find(({ text }) => new RegExp(`\\b${name}: \\{`).test(text))?.file ?? "src/model";
        const times = sources.reduce(
          (sum, { text }) => sum + [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))].length,
          0,
        );
        const isRead = times > 1 || below("src/simulation").some((file) => has(textOf(file), name));
        return [
          ...(isEmpty(assumptions[name]?.meaning)
            ? [line(owner, part, "has no meaning", "say it with its unit in words")]
            : []),
          ...(isRead ? [] : [line(owner, part, "is read by nothing", "read it in the kernel and in the formula")]),
        ];
      }),
    );
  });

  test("tables of a kind are read, and their headers have words", () => {
    const reader = textOf("src/employee-data/read-people.ts");
    const words = textOf("src/employee-data/import/words/english.ts");
    expectNothing(
      of("table kind").flatMap((part) => {
        const verb = `read${part.name[0].toUpperCase()}${part.name.slice(1)}`;
        const specs = part.about.specs as readonly { readonly field: string; readonly meaning: string }[];
        const unsaid = specs.filter(({ meaning }) => meaning === "").map(({ field }) => field);
        const isKnown = words.includes(`\n${part.name}.`);
        const isRead = new RegExp(`(?<!import.*)\\b${verb}\\(`).test(reader);
        const isAsked = new RegExp(`--${part.name}\\b|<${part.name}>`).test(textOf("src/cli/commands/tables.ts"));
        const isKept = new RegExp(`: readonly .*\\b${part.name}\\b|\\b${part.name}: readonly`).test(
          textOf("src/employee-data/data.ts"),
        );
        const all: readonly (readonly [boolean, string, string, string])[] = [
          [unsaid.length === 0, part.file, `does not say what ${unsaid.join(", ")} means`, "write its meaning"],
          [isRead, "src/employee-data/read-people.ts", "is not read", `call ${verb} in readTables`],
          [
            isKept || part.name === "roster" || part.name === "history",
            "src/employee-data/data.ts",
            "has no rows",
            "add them to PeopleData",
          ],
          [
            isKnown,
            "src/employee-data/import/words/english.ts",
            "has no headers",
            `write lines ${part.name}.field = …`,
          ],
          [isAsked, "src/cli/commands/tables.ts", "has no option", `add --${part.name} <file>`],
          [
            has(textOf("docs/tables.md"), part.name),
            "docs/tables.md",
            "is not on the page",
            "say what its columns are",
          ],
        ];
        return all.flatMap(([holds, file, fault, remedy]) => (holds ? [] : [line(file, part, fault, remedy)]));
      }),
    );
  });
});

/** Every object in a plan, however deep. */
function objectsOf(data: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof data !== "object" || data === null) return [];
  const inside = Object.values(data).flatMap(objectsOf);
  return Array.isArray(data) ? inside : [data as Readonly<Record<string, unknown>>, ...inside];
}

describe("a second implementation knows every rule", () => {
  const used = objectsOf(everything);
  const kinds = new Set(used.map(({ kind }) => kind));
  const measures = new Set(used.flatMap(({ weights }) => Object.keys((weights as object | undefined) ?? {})));
  const links = new Set(objectsOf(linked).flatMap(Object.keys));
  const inEverything = (part: Listed): boolean =>
    part.kind === "reward"
      ? kinds.has(part.name)
      : part.kind === "measure"
        ? measures.has(part.name)
        : part.name in everything.activities;
  const rulesOf: Readonly<Record<string, string>> = {
    reward: "test/oracle/rewards.ts",
    measure: "test/oracle/measures.ts",
    response: "test/oracle/responses.ts",
  };
  const whole = below("test/oracle").map(textOf).join("\n");

  /** Starting sizes come from the draws. */
  const read = assumptionNames.filter((name) => name !== "accountSpread");

  test("rewards, measures and responses by name, outcomes and assumptions where they are read", () => {
    const unruled = Object.entries(rulesOf).flatMap(([kind, file]) =>
      of(kind)
        .filter(({ name }) => !new RegExp(`"${name}"|\\b${name}: \\{`).test(textOf(file)))
        .map((part) => line(file, part, "has no rule", "write it once more, from the method")),
    );
    const unread = of("outcome")
      .filter(({ name }) => !has(whole, name))
      .map((part) => line("test/oracle/outcomes.ts", part, "has no rule", "write it once more"));
    const idle = read
      .filter((name) => !has(whole, name))
      .map((name) =>
        line("test/oracle", { kind: "assumption", name }, "is read by no rule", "write the rule that reads it"),
      );
    expectNothing([...unruled, ...unread, ...idle]);
  });

  test("and plays it", () => {
    const unplayed = of("reward", "measure", "activity")
      .filter((part) => !inEverything(part))
      .map((part) => line("test/oracle/everything.ts", part, "is in no design", "add it to one"));
    const unlinked = of("linkage")
      .filter(({ name }) => !links.has(name))
      .map((part) => line("test/oracle/linked.ts", part, "is in no design", "add it to one"));
    expectNothing([...unplayed, ...unlinked]);
  });

  test("settings of every curve are drawn at random for its laws", () => {
    expectNothing(
      of("curve").flatMap((part) =>
        textOf("test/parts/curve-settings.ts").includes(`"${part.name}"`)
          ? []
          : [line("test/parts/curve-settings.ts", part, "is never drawn", "say which settings it may have")],
      ),
    );
  });
});

test("a reward is paid with every linkage and without it", () => {
  const tried = textOf("test/payout/no-inert-part.test.ts");
  const untried = of("linkage").filter(({ name }) => !new RegExp(`^  "?${name}"?: \\[`, "m").test(tried));
  expectNothing(
    untried.map((part) =>
      line("test/payout/no-inert-part.test.ts", part, "is never tried", "add it to pairs, and its settings to values"),
    ),
  );
});

describe("every part can be seen at work", () => {
  test("some scenario that is shipped uses it, or a reason says why not", () => {
    const used = shippedParts();
    const kinds = of("reward", "curve", "linkage", "measure", "activity");
    const names = kinds.map(({ name }) => name);
    expectNothing([
      ...kinds.flatMap((part) =>
        used[part.kind]?.has(part.name) === true || (notShipped[part.name] ?? "").length > 20
          ? []
          : [
              line(
                "test/parts/not-shipped.ts",
                part,
                "is in no scenario of scenarios/",
                "use it in one, or say why not here",
              ),
            ],
      ),
      ...Object.keys(notShipped).flatMap((name) =>
        names.includes(name) && !kinds.some((part) => part.name === name && used[part.kind]?.has(name))
          ? []
          : [`test/parts/not-shipped.ts: "${name}" is shipped, or is no part; take it out`],
      ),
    ]);
  });

  test("every chart has its picture in the gallery", () => {
    const shown = gallery.map(({ code }) => /^chart\.(\w+)\(/.exec(code)?.[1]);
    const page = textOf("docs/gallery.md");
    expectNothing(
      of("chart").flatMap((part) => [
        ...(shown.includes(part.name)
          ? []
          : [line("src/docs-pages/gallery.ts", part, "is not shown", `add exhibit(chart.${part.name}, …)`)]),
        ...(page.includes(`chart.${part.name}(`)
          ? []
          : [line("docs/gallery.md", part, "is not on the page", "run npm run docs:all")]),
      ]),
    );
  });
});

describe("every part is on its page", () => {
  const method = below("docs/method", ".md").map(textOf).join("\n");
  /** Page of what a kind's parts are, the command that writes it; with none it is written by hand. */
  const pages: readonly (readonly [kinds: readonly string[], page: string, remedy: string])[] = [
    [["reward", "curve", "linkage", "measure", "activity", "outcome", "response"], "docs/parts.md", "run npm run docs"],
    [["health check", "lint rule"], "docs/health.md", "run npm run docs"],
    [["validation row"], "docs/validation.md", "run npm run docs:all"],
    [["command"], "docs/reference/command-line.md", "run npm run docs"],
    [["outcome"], "docs/method/17-outcomes.md", "say in a row how it is worked out"],
    [["response"], "docs/method/12-how-managers-react.md", "say how managers then choose"],
  ];

  test.each(pages)("%j: %s", (kinds, page, remedy) => {
    const text = page.startsWith("docs/method/") ? method : textOf(page);
    expectNothing(
      of(...kinds).flatMap((part) => (has(text, part.name) ? [] : [line(page, part, "is not on the page", remedy)])),
    );
  });

  test("assumptions, by the name the equations use", () => {
    expectNothing(
      assumptionNames.flatMap((name) =>
        has(method, name)
          ? []
          : [line("docs/method", { kind: "assumption", name }, "is on no page", "write the equation that reads it")],
      ),
    );
  });
});

test("notebooks are built", () => {
  const built = below("notebooks", ".ipynb");
  expectNothing(
    below("notebooks/src").flatMap((source) => {
      const page = source.replace("/src/", "/").replace(/\.ts$/, ".ipynb");
      return built.includes(page) ? [] : [`${page}: it is not built; run npm run notebooks`];
    }),
  );
});

test("the recipes of CONTRIBUTING.md are those npm run new follows", () => {
  const isThere = textOf("CONTRIBUTING.md").includes(recipesText());
  if (!isThere)
    expect.fail("CONTRIBUTING.md: the recipes are not those of scripts/new; run node scripts/new.mjs --contributing");
});
