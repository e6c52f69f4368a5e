import { boldFace, regularFace } from "./fonts/faces.js";

/** Family the letters carried along go by; themes name it first unless they name another. */
const family = "DejaVu Sans";

const face = (weight: string, data: string): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;

/** Style rules that carry the font of charts: nothing is loaded, a page looks the same everywhere. */
export const fontRules = (): string => `${face("normal", regularFace)}${face("bold", boldFace)}`;
