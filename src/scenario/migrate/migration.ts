/** share. Scores at which a migration shows what curves pay. */
export const shownScores = [0, 0.5, 0.8, 1, 1.2, 1.5, 2] as const;

/** What a curve of the file pays at `shownScores`, by the rules of its old version and of this one. */
export interface MigratedCurve {
  /** `designs.bonus.rewards[0].curve`, with file, line and column. */
  readonly place: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** A scenario file of an older version rewritten: the text, which words moved where, and what every curve pays before and after. */
export interface Migration {
  /** The file as messages name it. */
  readonly name: string;
  readonly text: string;
  readonly moves: readonly { readonly place: string; readonly words: string }[];
  readonly curves: readonly MigratedCurve[];
}
