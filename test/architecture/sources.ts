import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../src", import.meta.url));

export interface Import {
  /** Path of the imported file below src, or the name of a package. */
  readonly target: string;
  readonly isOwn: boolean;
  readonly isTypeOnly: boolean;
}

export interface Source {
  /** Path below src, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** The room a file lies in: its folder below src; `core` and `index` are files. */
export const roomOf = (path: string): string => path.split("/")[0].replace(/\.ts$/, "");

/** Whether the file runs anywhere: no files, threads, clocks or locales. */
export const isPortable = ({ path }: Source): boolean => !["node", "cli", "docs-pages", "index"].includes(roomOf(path));

/** Calls `visit` for a node and everything in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `path:line` of a node. */
export const placeOf = (source: Source, node: ts.Node): string =>
  `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1}`;

/** Reads a text as if it stood at this path below src. */
export function parse(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return { path, lines: text.split("\n").length - 1, tree, imports: importsOf(path, tree) };
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (name: string, isTypeOnly: boolean) => {
    const isOwn = name.startsWith(".");
    const target = isOwn ? posix.join(dirname(path), name).replace(/\.js$/, ".ts") : name;
    found.push({ target, isOwn, isTypeOnly });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeImport(node));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) add(name.text, false);
    }
  });
  return found;
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const named = importClause.namedBindings;
  return !importClause.name && !!named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : /(?<!\.d)\.ts$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );

/** Every source file of the package, parsed once. */
export const sources: readonly Source[] = filesIn(root)
  .map((file) => parse(file.slice(root.length + 1).replaceAll("\\", "/"), readFileSync(file, "utf8")))
  .sort((a, b) => (a.path < b.path ? -1 : 1));
