import { z } from "zod";

type Options = NonNullable<Parameters<typeof z.toJSONSchema>[1]>;

/** JSON Schema of settings as a person writes them, with all examples their authors gave: of what is read into something else the library leaves them out. */
export const schemaJson = (schema: z.ZodType, options: Omit<Options, "io" | "override"> = {}): object =>
  z.toJSONSchema(schema, {
    ...options,
    io: "input",
    override({ zodSchema, jsonSchema }) {
      const examples = (zodSchema as unknown as Partial<z.ZodType>).meta?.()?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
