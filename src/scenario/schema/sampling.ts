/** How the worlds of a run may be drawn: each by itself, or in blocks that cover every dimension evenly. */
export const samplings = ["independent", "latin hypercube"] as const;

export type Sampling = (typeof samplings)[number];

/** How often each draw of the assumptions is played, with other luck each time, unless a file says: the fewest that tell luck from ignorance. */
export const usualLucks = 2;
