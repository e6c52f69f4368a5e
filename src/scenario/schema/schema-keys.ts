import type { z } from "zod";
import type { KeyPath } from "../document/place.js";

type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes["_zod"]["def"];
const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition;

/**
 * The setting names a schema knows at a path, sorted as declared; empty where it takes any name or none. Sees through
 * optional, default, prefault, pipe, transform, lazy and the like. In a union every branch counts, but given `data`
 * (the whole document) only the branches whose literal settings, such as `kind`, fit it.
 */
export function keysOfSchema(schema: z.ZodType, path: KeyPath, data?: unknown): readonly string[] {
  const keys = new Set<string>();
  const value = valueAt(data, path);
  for (const form of fitting(schemasAt(schema, path, data), value)) {
    const definition = definitionOf(form);
    if (definition.type === "object") for (const key of Object.keys(definition.shape)) keys.add(key);
    if (definition.type === "record") for (const key of literalsOf(definition.keyType)) keys.add(String(key));
  }
  return [...keys];
}

/** The first example that the schema's own metadata (`.meta({ examples: […] })`) gives for a path, or the entry of one of the whole list. */
export function exampleAt(schema: z.ZodType, path: KeyPath, data?: unknown): unknown {
  const own = ownExample(schema, path, data);
  if (own !== undefined || typeof path.at(-1) !== "number") return own;
  const whole = ownExample(schema, path.slice(0, -1), data);
  return Array.isArray(whole) ? whole[0] : undefined;
}

function ownExample(schema: z.ZodType, path: KeyPath, data: unknown): unknown {
  for (const form of schemasAt(schema, path, data)) {
    const examples = (form as Partial<z.ZodType>).meta?.()?.examples;
    if (Array.isArray(examples) && examples.length > 0) return examples[0];
  }
  return undefined;
}

/** A value a schema takes at a path, if it says one: its first example, literal or word. */
export function valueFor(schema: z.ZodType, path: KeyPath, data?: unknown): unknown {
  return exampleAt(schema, path, data) ?? schemasAt(schema, path, data).flatMap((form) => literalsOf(form))[0];
}

/** What plain data holds at a path; undefined when nothing. */
export function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** Every schema that may apply at a path, wrappers and the schemas inside them alike. */
export function schemasAt(schema: Schema, path: KeyPath, data: unknown): readonly Schema[] {
  let forms = unwrapped([schema]);
  path.forEach((step, depth) => {
    const here = fitting(forms, valueAt(data, path.slice(0, depth)));
    forms = unwrapped(here.flatMap((form) => inside(form, step)));
  });
  return forms;
}

function unwrapped(schemas: readonly Schema[]): readonly Schema[] {
  const found = new Set<Schema>();
  const waiting = [...schemas].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...alternatives(next).reverse());
  }
  return [...found];
}

/** The schemas a wrapper or union stands for, at the same path. */
function alternatives(schema: Schema): Schema[] {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "readonly":
    case "catch":
    case "success":
      return [definition.innerType];
    case "pipe":
      return [definitionOf(definition.in).type === "transform" ? definition.out : definition.in];
    case "lazy":
      return [definition.getter()];
    case "union":
      return [...definition.options];
    case "intersection":
      return [definition.left, definition.right];
    default:
      return [];
  }
}

/** The schemas of one setting or entry of a mapping or list. */
function inside(schema: Schema, step: PropertyKey): readonly Schema[] {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "object": {
      const key = String(step);
      const setting = Object.hasOwn(definition.shape, key) ? definition.shape[key] : definition.catchall;
      return setting === undefined ? [] : [setting];
    }
    case "record":
      return [definition.valueType];
    case "array":
      return [definition.element];
    case "tuple": {
      const entry = definition.items[Number(step)] ?? definition.rest;
      return entry ? [entry] : [];
    }
    default:
      return [];
  }
}

/** Leaves out the mappings whose literal settings contradict the data; all of them stay when none fits. */
function fitting(forms: readonly Schema[], value: unknown): readonly Schema[] {
  const left = forms.filter((form) => {
    const definition = definitionOf(form);
    if (definition.type !== "object") return true;
    return Object.entries(definition.shape).every(([key, setting]) => {
      const written = valueAt(value, [key]);
      const literals = written === undefined ? [] : literalsOf(setting);
      return literals.length === 0 || literals.includes(written);
    });
  });
  return left.some((form) => definitionOf(form).type === "object") ? left : forms;
}

/** The values of a literal or an enumeration; empty for any other schema. */
function literalsOf(schema: Schema): readonly unknown[] {
  return unwrapped([schema]).flatMap((form): readonly unknown[] => {
    const definition = definitionOf(form);
    if (definition.type === "literal") return definition.values;
    return definition.type === "enum" ? Object.values(definition.entries) : [];
  });
}
