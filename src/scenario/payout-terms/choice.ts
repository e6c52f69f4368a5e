import { z } from "zod";

/** One of some words; the first holds unless another is written. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words, description: string) =>
  z.enum(words).prefault(words[0]).meta({ description });
