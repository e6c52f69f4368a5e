import type { YardstickName } from "../scenario/schema/file-types.js";

/** Settings whose text is the name of a design. */
type NameKey = "design" | "baseline" | "against" | "best";

type Unnamed = string | number | boolean | null | undefined | ArrayBufferView | ReadonlyMap<unknown, unknown>;

type Renamed<Name extends string, Value> = Value extends string ? Name : Value;

type Named<Type, Name extends string> = Type extends Unnamed
  ? Type
  : Type extends (...args: never) => unknown
    ? Type
    : {
        readonly [Key in keyof Type]: Key extends NameKey
          ? Type[Key] extends string | undefined
            ? Renamed<Name, Type[Key]>
            : Named<Type[Key], Name>
          : Key extends "designs"
            ? Type[Key] extends readonly string[] | undefined
              ? readonly Name[] | Extract<Type[Key], undefined>
              : Named<Type[Key], Name>
            : Named<Type[Key], Name>;
      };

/**
 * Options or results about a run whose designs are known by name: no other name fits where a design is meant, the yardsticks' aside. Of a
 * run read from a file no name is known, and any text fits.
 */
export type OfDesigns<Type, Design extends string> = string extends Design ? Type : Named<Type, Design | YardstickName>;
