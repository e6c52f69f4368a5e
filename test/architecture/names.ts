import ts from "typescript";
import { placeOf, roomOf, type Source, walk } from "./sources.js";

/** Names a file declares and exports; what it only passes on from another file is not declared in it. */
export function declared({ tree }: Source): string[] {
  return tree.statements.flatMap((statement): string[] => {
    if (!ts.canHaveModifiers(statement)) return [];
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
    const { name } = statement as ts.DeclarationStatement;
    return name && ts.isIdentifier(name) ? [name.text] : [];
  });
}

const bound = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : bound(one.name)));

/**
 * Exported names that several files declare, with these files. A verb may have the name of the one it wraps, so that what prints itself or
 * reads files is called by the same word: its file imports the other of that name under another one, or as a part of its module.
 */
export function declaredTwice(all: readonly Source[]): string[] {
  const files = new Map<string, Source[]>();
  for (const source of all)
    for (const name of new Set(declared(source))) files.set(name, [...(files.get(name) ?? []), source]);
  return [...files].flatMap(([name, those]) => {
    const lowest = those.filter((one) => !those.some((other) => other !== one && wraps(one, name, other.path)));
    return lowest.length > 1 ? [`${name}: ${those.map(({ path }) => path).join(", ")}`] : [];
  });
}

/** Whether a file imports a value of this name from another file, under a name of its own or with the whole module. */
function wraps({ tree, imports }: Source, name: string, path: string): boolean {
  if (!imports.some(({ target }) => target === path)) return false;
  return tree.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || !statement.moduleSpecifier.getText(tree).includes(baseOf(path)))
      return false;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined) return false;
    return (
      ts.isNamespaceImport(bindings) ||
      bindings.elements.some(({ propertyName }) => propertyName?.getText(tree) === name)
    );
  });
}

const baseOf = (path: string): string => `/${path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, ".js")}`;

/** Places where a group in a map is made anew for every row: `map.set(key, [...(map.get(key) ?? []), row])`. What grows row by row over calls is no grouping. */
export function spreadGroups(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [, rows] = node.arguments;
    if (node.expression.name.text !== "set" || rows === undefined || !ts.isArrayLiteralExpression(rows)) return;
    const map = node.expression.expression;
    if (ts.isIdentifier(map) && /\?\?\s*\[\]/.test(rows.getText(source.tree))) found.push(placeOf(source, node));
  });
  return found;
}

/** Rooms that show findings, and must not decide anew what is more, less or open. */
const showing = ["agency-theory", "charts", "report", "wording"];

/** Places of these rooms that hold the end of an interval against zero or the smallest difference: `intervalPlace` does. */
export function ownVerdicts(source: Source): string[] {
  if (!showing.includes(roomOf(source.path))) return [];
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isBinaryExpression(node) || !/^[<>]=?$/.test(node.operatorToken.getText(source.tree))) return;
    const isEnd = /(^|\.)(low|high)$/.test(node.left.getText(source.tree));
    if (isEnd && /^-?(0|smallest)$/.test(node.right.getText(source.tree))) found.push(placeOf(source, node));
  });
  return found;
}
