import { describe, expect, test } from "vitest";
import { defaultTheme, makeTheme, type ThemeChange } from "../../src/charts/drawing/theme.js";

/** Relative luminance, WCAG 2.1. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe("themes", () => {
  test("text can be read: contrast of at least 4.5 to 1, categories at least 2.1 to 1", () => {
    const { background, ink, muted, good, bad, categories } = defaultTheme.colours;
    for (const colour of [ink, muted, good, bad]) expect(contrast(background, colour)).toBeGreaterThan(4.4);
    for (const colour of categories) expect(contrast(background, colour)).toBeGreaterThan(2.1);
  });

  test("a client's theme changes what it names and keeps the rest", () => {
    const client = makeTheme({ name: "client", colours: { accent: "#7a1f5c" }, source: "Prepared for Example plc" });
    expect(client.colours.accent).toBe("#7a1f5c");
    expect(client.colours.ink).toBe(defaultTheme.colours.ink);
    expect(client.sizes).toEqual(defaultTheme.sizes);
    expect(client.source).toBe("Prepared for Example plc");
  });

  test.each([
    [{ colours: { accent: "red" } }, 'theme.colours.accent: "red" is not a colour; write it as #rrggbb'],
    [{ colours: { categories: [] } }, "theme.colours.categories: no colour is given"],
    [{ colours: { sequence: ["#ffffff"] } }, "theme.colours.sequence: fewer than two colours"],
    [{ colours: { inc: "#000000" } }, "theme.colours.inc: unknown; did you mean ink?"],
    [{ font: 'a"</style>' }, "theme.font: these are no names of fonts"],
    [{ font: "" }, "theme.font: these are no names of fonts"],
    [{ sizes: { title: 200 } }, "theme.sizes.title: 200 px is no size for text"],
    [
      { logo: { image: "https://example.org/a.png", width: 20, height: 20 } },
      "theme.logo.image: not a picture as data",
    ],
    [
      {
        logo: { image: `data:image/svg+xml;base64,${btoa("<svg><text>Exemplar</text></svg>")}`, width: 90, height: 20 },
      },
      "theme.logo.image: letters in a drawing need a font",
    ],
    [
      { logo: { image: "data:image/png;base64,AAAA", width: 2000, height: 20 } },
      "theme.logo: 2000 × 20 px does not fit",
    ],
  ])("a theme that cannot be worn is refused: %j", (change, message) => {
    expect(() => makeTheme({ name: "client", ...change } as ThemeChange)).toThrow(message);
  });

  test("the font that is carried along comes before whatever a machine has", () => {
    const fontOf = (font: string): string => makeTheme({ name: "client", font }).font;
    expect(fontOf("Papyrus, cursive")).toBe("Papyrus, DejaVu Sans, cursive");
    expect(fontOf("Papyrus")).toBe("Papyrus, DejaVu Sans");
    expect(fontOf(defaultTheme.font)).toBe(defaultTheme.font);
  });
});
