/** How the worlds of a run may be drawn: each by itself, or in blocks that cover every dimension evenly. */
export const samplings = ["independent", "latin hypercube"] as const;

export type Sampling = (typeof samplings)[number];
