import { didYouMean, refuse } from "../../foundation/text/problem.js";

/** Colours of a chart, as `#rrggbb`. */
export interface ThemeColours {
  readonly background: string;
  /** Titles and numbers. */
  readonly ink: string;
  /** Subtitles, axis labels, footers. */
  readonly muted: string;
  /** Grid and rules. */
  readonly line: string;
  /** What is not in question: baselines, yardsticks, the mass of a distribution. */
  readonly quiet: string;
  /** What the finding is about. */
  readonly accent: string;
  readonly good: string;
  readonly bad: string;
  /** For unordered groups, told apart by people who confuse colours; neighbours differ in lightness too. */
  readonly categories: readonly string[];
  /** From little to much. */
  readonly sequence: readonly string[];
  /** From loss to gain, the middle neutral. */
  readonly diverging: readonly [string, string, string];
}

/** A picture as a data address, and the size it is drawn at. */
export interface ThemeLogo {
  /**
   * `data:image/png;base64,…` or `data:image/svg+xml;base64,…`: nothing is ever loaded from elsewhere. An SVG has its letters as shapes:
   * viewers would paint text in a font of the machine, PNG files not at all.
   */
  readonly image: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

/** Everything a chart wears: data, so that a client's can stand in a file. */
export interface Theme {
  readonly name: string;
  /**
   * First choice, then what comes close: `Verdana, sans-serif`. PNG files are painted in DejaVu Sans whatever it says; other files and live
   * charts use it where it is installed, else the DejaVu Sans they carry.
   */
  readonly font: string;
  readonly colours: ThemeColours;
  /** px */
  readonly sizes: {
    readonly title: number;
    readonly subtitle: number;
    readonly label: number;
    readonly footer: number;
  };
  readonly logo?: ThemeLogo | undefined;
  /** Said at the end of every footer: who made it, for whom. */
  readonly source?: string | undefined;
}

/** Blue, orange, green, purple, sky, vermilion, black, yellow of Okabe & Ito (2008), darkened where text or thin lines need it. */
const categories = ["#0072b2", "#d97a00", "#009e73", "#a0528a", "#3f9fd6", "#c8400b", "#4d4d4d", "#b8a100"];

/** The theme of charts that are given none. */
export const defaultTheme: Theme = {
  name: "default",
  font: "DejaVu Sans, Verdana, sans-serif",
  colours: {
    background: "#ffffff",
    ink: "#1b1f24",
    muted: "#57606a",
    line: "#e1e4e8",
    quiet: "#9aa3ad",
    accent: "#0072b2",
    good: "#0072b2",
    bad: "#c8400b",
    categories,
    sequence: ["#eaf3fa", "#a9cfe8", "#5ba3d0", "#1f74ad", "#0b4775"],
    diverging: ["#c8400b", "#f4f4f2", "#0072b2"],
  },
  sizes: { title: 16, subtitle: 12, label: 11, footer: 9.5 },
};

/** What a client's look changes; everything left out stays as it is. */
export interface ThemeChange {
  readonly name: string;
  readonly font?: string | undefined;
  readonly colours?: Partial<ThemeColours> | undefined;
  readonly sizes?: Partial<Theme["sizes"]> | undefined;
  readonly logo?: ThemeLogo | undefined;
  readonly source?: string | undefined;
}

/**
 * A client's theme: the default with these changes. Throws a Problem for unknown settings, colours that are not `#rrggbb`, fonts that are
 * not names of fonts and pictures that are not data.
 */
export function makeTheme(change: ThemeChange): Theme {
  refuseUnknown("theme", change, ["name", "font", "colours", "sizes", "logo", "source"]);
  refuseUnknown("theme.colours", change.colours ?? {}, Object.keys(defaultTheme.colours));
  refuseUnknown("theme.sizes", change.sizes ?? {}, Object.keys(defaultTheme.sizes));
  const colours = { ...defaultTheme.colours, ...change.colours };
  for (const [name, given] of Object.entries(colours)) {
    for (const colour of [given].flat()) {
      if (!/^#[0-9a-f]{6}$/i.test(String(colour)))
        refuse(`theme.colours.${name}`, `"${colour}" is not a colour`, "write it as #rrggbb, such as #0b4775");
    }
  }
  if (colours.categories.length === 0)
    refuse("theme.colours.categories", "no colour is given", 'give at least one, such as ["#0b4775"]');
  if (colours.sequence.length < 2)
    refuse("theme.colours.sequence", "fewer than two colours", 'give two or more, such as ["#ffffff", "#0b4775"]');
  if (change.logo !== undefined) checkLogo(change.logo);
  const sizes = { ...defaultTheme.sizes, ...change.sizes };
  for (const [name, size] of Object.entries(sizes)) {
    if (!(size >= 6 && size <= 60)) refuse(`theme.sizes.${name}`, `${size} px is no size for text`, "use 6 to 60");
  }
  return { ...defaultTheme, ...change, font: checkedFont(change.font ?? defaultTheme.font), colours, sizes };
}

function refuseUnknown(place: string, given: object, known: readonly string[]): void {
  if (typeof given !== "object" || given === null) refuse(place, "it is not a list of settings", 'give { name: "…" }');
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) refuse(`${place}.${name}`, "unknown", didYouMean(name, known));
  }
}

/** Families that stand for whatever a machine has. */
const generic = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-.*)$/;

/** The font that is carried along comes before what a machine may have: texts are measured in it. */
function checkedFont(font: string): string {
  if (typeof font !== "string" || !/^[\p{L}\d][\p{L}\d ,'_-]*$/u.test(font))
    refuse("theme.font", "these are no names of fonts", "write them as Verdana, sans-serif");
  const names = font.split(",").map((one) => one.trim());
  const carried = "DejaVu Sans";
  if (names.includes(carried)) return font;
  const at = names.findIndex((one) => generic.test(one));
  return names.toSpliced(at < 0 ? names.length : at, 0, carried).join(", ");
}

function checkLogo({ image, width, height }: ThemeLogo): void {
  if (!/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$/.test(image))
    refuse(
      "theme.logo.image",
      "not a picture as data",
      "use data:image/png;base64,… (nothing is loaded from elsewhere)",
    );
  if (image.startsWith("data:image/svg") && /<text[\s>]/i.test(atob(image.slice(image.indexOf(",") + 1))))
    refuse(
      "theme.logo.image",
      "letters in a drawing need a font that is not carried along",
      "turn them into shapes, or use a PNG",
    );
  if (!(width > 0 && width <= 400 && height > 0 && height <= 120))
    refuse("theme.logo", `${width} × ${height} px does not fit`, "use up to 400 × 120");
}
