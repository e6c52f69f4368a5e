/** A file of a recipe: `by` is `new` where `npm run new` makes it, `hand`, or the command that writes it. */
export interface RecipeFile {
  readonly path: string;
  readonly say: string;
  readonly by: string;
  /** Whether a test names the file as long as the part lacks something there. */
  readonly isHeld: boolean;
}

export interface Recipe {
  readonly example: string;
  readonly folders?: readonly string[];
  readonly files: readonly RecipeFile[];
}

export const recipes: Readonly<Record<string, Recipe>>;
export function recipesText(): string;
