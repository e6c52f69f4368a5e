// The module itself is made from the font files beside this one, when the package is built: scripts/font-module.mjs.

/** Regular letters, WOFF2 in base64. */
export declare const regularFace: string;

/** Bold letters, WOFF2 in base64. */
export declare const boldFace: string;
