import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { written } from "../../src/foundation/text/text-edit.js";
import { curves } from "../../src/model/curves/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { documentFromData, faultsOf } from "../../src/scenario/document/document.js";
import { payoutTerms } from "../../src/scenario/payout-terms/payout-terms.js";
import { scenarioSchema } from "../../src/scenario/schema/schema.js";

type Schema = z.core.$ZodType;

/** A setting that is a list, or may be one. */
interface ListSetting {
  readonly name: string;
  /** The setting with what stands around its list: defaults, checks, choices. */
  readonly setting: z.ZodType;
}

/** The schemas a wrapper or choice stands for. */
function alternatives(schema: Schema): readonly Schema[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> };
  if (def.type === "union") return def.options as Schema[];
  if (def.type === "pipe") return [def.in as Schema];
  return def.innerType === undefined ? [] : [def.innerType as Schema];
}

const whole = (schema: Schema): Schema[] => [schema, ...alternatives(schema).flatMap(whole)];

/** Every list among the settings below a schema, each schema once. */
function listsIn(schema: Schema, name: string, setting: Schema, seen: Set<Schema>): ListSetting[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = schema._zod.def as unknown as Record<string, unknown>;
  const own = def.type === "array" ? [{ name, setting: setting as z.ZodType }] : [];
  const inside: (readonly [string, Schema])[] =
    def.type === "object"
      ? Object.entries(def.shape as Record<string, Schema>)
      : def.type === "array"
        ? [["entry", def.element as Schema]]
        : def.type === "record"
          ? [["any", def.valueType as Schema]]
          : [];
  return [
    ...own,
    ...alternatives(schema).flatMap((one) => listsIn(one, name, setting, seen)),
    ...inside.flatMap(([key, one]) => listsIn(one, `${name} › ${key}`, one, seen)),
  ];
}

const of = (name: string, schema: unknown): ListSetting[] =>
  listsIn(schema as Schema, name, schema as Schema, new Set<Schema>());

/** The parts of docs/parts.md that have settings, each once. */
const parts = [
  ...curves.flatMap((one) => of(one.kind, one.settings)),
  ...linkages.flatMap((one) => of(one.kind, one.settings)),
  ...rewards.flatMap((one) => of(one.kind, one.settings)),
  ...of("payout", payoutTerms),
];
const everywhere = of("scenario", scenarioSchema());

const exampleOf = ({ setting }: ListSetting): unknown =>
  whole(setting)
    .flatMap((one) => (one as Partial<z.ZodType>).meta?.()?.examples ?? [])
    .at(0);

const shapeOf = (settings: unknown): Record<string, z.ZodType> =>
  (settings as z.ZodObject<Record<string, z.ZodType>>).shape;

const page = readFileSync(new URL("../../docs/parts.md", import.meta.url), "utf8");

test("the walk finds the lists that are known to be there", () => {
  const names = everywhere.map(({ name }) => name.split(" › ").at(-1));
  expect(names).toEqual(
    expect.arrayContaining([
      "rewards",
      "points",
      "steps",
      "tiers",
      "positions",
      "rows",
      "gate",
      "multiplier",
      "spiffs",
    ]),
  );
});

describe.each(everywhere)("the list $name", (list) => {
  const example = exampleOf(list);

  test("has an example that is read", () => {
    expect(example).toBeDefined();
    expect(list.setting.safeParse(example).error?.issues ?? []).toEqual([]);
  });

  test("shows its shape to whoever writes another, in the currency of the file, and that shape is read", () => {
    const schema = z.object({ currency: z.string(), list: list.setting });
    for (const wrong of [5, true]) {
      const data = { currency: "SEK", list: wrong };
      const [fault, ...more] = faultsOf(
        schema.safeParse(data).error as z.ZodError,
        documentFromData(data, "plan"),
        schema,
      );
      expect(more).toEqual([]);
      expect(fault.fault).toMatch(/^expected .*a list/);
      const shown = fault.remedy.replace("write one such as ", "");
      expect(shown).toBe(written(example, false).replaceAll("EUR", "SEK"));
      expect(list.setting.safeParse(parse(shown)).success).toBe(true);
    }
  });
});

test.each(parts)("docs/parts.md shows the list $name with its example", (list) => {
  expect(page).toContain(` | \`${written(exampleOf(list), false)}\` |`);
});

test("an entry of another shape is shown that of an entry", () => {
  const schema = z.object({ steps: shapeOf(curves.find(({ kind }) => kind === "steps")?.settings).steps });
  const data = { steps: [{ at: "90 %", pays: "50 %" }, "100 %"] };
  const [fault] = faultsOf(schema.safeParse(data).error as z.ZodError, documentFromData(data, "plan"), schema);
  expect(fault).toMatchObject({
    place: "plan steps[1]",
    fault: 'expected settings, got "100 %"',
    remedy: "write one such as { at: 90 %, pays: 50 % }",
  });
});
