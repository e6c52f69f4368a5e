/**
 * Rewards, curves, linkages, measures and activities that no scenario of `scenarios/` uses, each with the reason. A part belongs into one, so
 * that somebody sees it work: `"sabbatical": "no firm we know has one; the template comes with the study"`.
 */
export const notShipped: Readonly<Record<string, string>> = {};
