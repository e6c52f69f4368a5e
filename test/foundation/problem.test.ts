import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, nearest, Problem, refuse } from "../../src/foundation/text/problem.js";

describe("problem", () => {
  test("a fault prints as place, fault and remedy", () => {
    const problem = new Problem({ place: "kam.yaml:6:17 curve", fault: "unknown", remedy: "did you mean cap?" });
    expect(problem.message).toBe("kam.yaml:6:17 curve: unknown; did you mean cap?");
    expect(problem).toBeInstanceOf(Error);
    expect(problem.name).toBe("Problem");
  });

  test("an empty place is left out, and each fault has its line", () => {
    const faults = [
      { place: "", fault: "no unit", remedy: "write 20 %" },
      { place: "b", fault: "unknown", remedy: "" },
    ];
    expect(new Problem(faults).message).toBe("no unit; write 20 %\nb: unknown");
    expect(new Problem(faults).faults).toEqual(faults);
  });

  test("refuse throws", () => {
    expect(() => refuse("a", "b", "c")).toThrow(new Problem({ place: "a", fault: "b", remedy: "c" }));
  });
});

describe("nearest", () => {
  test.each([
    ["acelerator", "accelerator"],
    ["Pay-Mix", "payMix"],
    ["pay mix", "payMix"],
    ["tagret", "target"],
    ["capp", "cap"],
  ])("%s is near %s", (word, wanted) => {
    expect(nearest(word, ["threshold", "target", "cap", "payMix", "accelerator"])).toBe(wanted);
  });

  test("a swap of neighbours is one slip", () => {
    expect(nearest("pca", ["cap", "pac"])).toBe("pac");
  });

  test("nothing is near a different word, an empty word or among no names", () => {
    expect(nearest("banana", ["target", "cap"])).toBeUndefined();
    expect(nearest("", ["a"])).toBeUndefined();
    expect(nearest("target", [])).toBeUndefined();
    // two letters allow no slip
    expect(nearest("ab", ["ac"])).toBeUndefined();
  });

  test("a name is nearest to itself, and to itself with one letter dropped", () => {
    const names = ["threshold", "target", "excellence", "accelerator", "decelerator"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(5), (name, at) => {
        expect(nearest(name, names)).toBe(name);
        expect(nearest(name.slice(0, at) + name.slice(at + 1), names)).toBe(name);
      }),
    );
  });
});

describe("didYouMean", () => {
  test("it names the near name, else all that would do, of very many the nearest eight", () => {
    expect(didYouMean("acelerator", ["cap", "accelerator"])).toBe("did you mean accelerator?");
    expect(didYouMean("banana", ["target", "cap"])).toBe("expected one of target, cap");
    expect(didYouMean("banana", ["cap"])).toBe("expected cap");
    expect(didYouMean("zzz", [..."abcdefghijkl"])).toBe("expected one of a, b, c, d, e, f, g, h, i, j, k, l");
    const many = Array.from({ length: 100 }, (_, k) => `${k}${k}${k}`);
    expect(didYouMean("x", many)).toBe("expected one of 000, 111, 222, 333, 444, 555, 666, 777 and 92 others");
    expect(didYouMean("zzz", [])).toBe("remove it");
  });
});
