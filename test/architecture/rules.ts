import ts from "typescript";
import { mayImport } from "./rooms.js";
import { isPortable, placeOf, roomOf, type Source, walk } from "./sources.js";

/** Imports from a room the table does not allow. */
export const trespassing = (source: Source): string[] =>
  source.imports
    .filter(({ isOwn }) => isOwn)
    .filter(
      ({ target }) =>
        roomOf(target) !== roomOf(source.path) && !mayImport[roomOf(source.path)]?.includes(roomOf(target)),
    )
    .map(({ target }) => `${source.path} imports ${target}`);

/** Packages that run in a browser and in a worker as well. */
const portable = ["zod", "yaml", "vega", "vega-lite", "big.js"];

/** Imports of what only Node has, or of packages nobody agreed on, outside the rooms of Node. */
export const foreign = (source: Source): string[] =>
  isPortable(source)
    ? source.imports
        .filter(({ isOwn, target }) => !isOwn && !portable.includes(target))
        .map(({ target }) => `${source.path} imports ${target}`)
    : [];

const clocks = ["Math.random", "performance.now", "crypto.getRandomValues", "crypto.randomUUID", "process.hrtime"];
const globals = ["Date", "Intl", "process", "Buffer"];
const locales = /^(toLocale\w*|localeCompare)$/;

/** Luck, clocks, locales and Node's globals outside the rooms of Node. */
export function impure(source: Source): string[] {
  const found: string[] = [];
  if (!isPortable(source)) return found;
  walk(source.tree, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText(source.tree);
      if (clocks.includes(text) || locales.test(node.name.text)) found.push(`${placeOf(source, node)} ${text}`);
    }
    if (ts.isIdentifier(node) && globals.includes(node.text) && isGlobal(node)) {
      found.push(`${placeOf(source, node)} ${node.text}`);
    }
  });
  return found;
}

const isGlobal = ({ parent }: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    globals.includes(parent.expression.text)) ||
  ts.isNewExpression(parent) ||
  ts.isCallExpression(parent) ||
  ts.isTypeReferenceNode(parent);

/** Clocks that somebody may set, where time is measured: the machine's own clock only goes forward. */
export function settableClocks(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (ts.isPropertyAccessExpression(node) && node.getText(source.tree) === "Date.now")
      found.push(placeOf(source, node));
  });
  return found;
}

/** Whether a node lies in something with one of these names: the plain statement of a formula, say. */
export function isInside(node: ts.Node, names: readonly string[]): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const name =
      ts.isMethodDeclaration(at) || ts.isPropertyAssignment(at) || ts.isFunctionDeclaration(at) ? at.name : undefined;
    if (name && names.includes(name.getText())) return true;
  }
  return false;
}

/** Functions the language leaves to each engine: they differ in the last bit between versions of Node and browsers. */
const ofTheEngine =
  /^(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|hypot|cbrt)$/;

/**
 * Where numbers of a run could differ between engines: those functions, and powers other than squares and powers of two. Plain statements
 * of formulas and laws are held to the kernels within a tolerance and may use them.
 */
export function engineMaths(source: Source): string[] {
  const found: string[] = [];
  if (!/^(foundation|model|scenario|simulation)\//.test(source.path)) return found;
  walk(source.tree, (node) => {
    if (!isOfTheEngine(node) || isInside(node, ["formula", "worthFormula", "laws"])) return;
    found.push(`${placeOf(source, node)} ${node.getText(source.tree)}`);
  });
  return found;
}

function isOfTheEngine(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.expression.getText() === "Math" && ofTheEngine.test(node.name.text);
  const { AsteriskAsteriskToken, AsteriskAsteriskEqualsToken } = ts.SyntaxKind;
  return (
    ts.isBinaryExpression(node) &&
    [AsteriskAsteriskToken, AsteriskAsteriskEqualsToken].includes(node.operatorToken.kind) &&
    !(isTwo(node.right) || isTwo(node.left))
  );
}

const isTwo = (node: ts.Expression): boolean => ts.isNumericLiteral(node) && node.text === "2";

/** Functions that run every month over whole columns. */
const hot = ["kernel", "worth", "settle"];
const hotFolders = /^model\/(scorecard|responses)\//;
const allocating = /^(map|filter|reduce|flatMap|slice|concat|forEach|entries|keys|values|from|fill|subarray)$/;

/** Closures, objects, lists and calls that make them, inside loops over lanes. */
export function allocations(source: Source): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isForStatement(node) || isInside(node, ["formula", "worthFormula", "form", "check", "pack"])) return;
    if (!isInside(node, hot) && !isMonthly(source, node)) return;
    walk(node.statement, (inner) => {
      if (isAllocation(inner)) found.push(`${placeOf(source, inner)} ${inner.getText(source.tree).slice(0, 60)}`);
    });
  });
  return [...new Set(found)];
}

/** Functions of the scorecard that run every month; those that build a batch may allocate. */
const isMonthly = (source: Source, node: ts.Node): boolean =>
  hotFolders.test(source.path) && !/\/(outlook|impulses|card)\.ts$/.test(source.path) && !isInside(node, ["examples"]);

function isAllocation(node: ts.Node): boolean {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isNewExpression(node)) return true;
  if (ts.isObjectLiteralExpression(node) || ts.isSpreadElement(node) || ts.isTemplateExpression(node)) return true;
  if (ts.isArrayLiteralExpression(node)) return true;
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.expression.getText() !== "Math" &&
    allocating.test(node.expression.name.text)
  );
}

/** Closures anywhere in a kernel. */
export function closures(source: Source): string[] {
  const found: string[] = [];
  if (roomOf(source.path) !== "model") return found;
  walk(source.tree, (node) => {
    const isClosure = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
    if (!isClosure || !isInside(node.parent, ["kernel", "settle", "worth"])) return;
    if (ts.isPropertyAssignment(node.parent) && hot.includes(node.parent.name.getText())) return;
    found.push(placeOf(source, node));
  });
  return found;
}

/** Names that change at run time at the top of a module: state shared behind everyone's back. */
export const state = (source: Source): string[] =>
  source.tree.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) === 0)
    .map((statement) => placeOf(source, statement));

/** String literals that stand for one of these words, other than in an import or compared with a form of reward, which any part may declare. */
export function literals(source: Source, words: ReadonlySet<string>): string[] {
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (!ts.isStringLiteralLike(node) || !words.has(node.text)) return;
    if (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)) return;
    if (ts.isBinaryExpression(node.parent) && /\bform$/.test(node.parent.left.getText(source.tree))) return;
    found.push(`${placeOf(source, node)} "${node.text}"`);
  });
  return found;
}

/** One cycle of imports, as the files along it; undefined when there is none. */
export function cycle(all: readonly Source[], follows: (isTypeOnly: boolean) => boolean): string[] | undefined {
  const next = new Map(
    all.map(({ path, imports }) => [
      path,
      imports.filter((one) => one.isOwn && follows(one.isTypeOnly)).map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const search = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const target of next.get(path) ?? []) {
      const found = search(target, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of all) {
    const found = search(path, []);
    if (found) return found;
  }
  return undefined;
}

/** The one file that text for a terminal goes out of, and scripts that print what they made. */
const waysOut = /^node\/terminal\.ts$/;

/** Text that goes to a terminal past the gate: writes to a stream of the process, and the console. */
export function pastTheGate(source: Source): string[] {
  const found: string[] = [];
  if (waysOut.test(source.path)) return found;
  walk(source.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    const text = node.getText(source.tree);
    if (/^process\.(stdout|stderr)\.write$/.test(text) || /^console\.\w+$/.test(text))
      found.push(`${placeOf(source, node)} ${text}`);
  });
  return found;
}

/** The one file whose library's types say less than it takes. */
const untyped = /^charts\/drawing\/paint\.ts$/;

/** Types that are waved through: `as never` and `as any` fit everything, so that a wrong name is found at run time or not at all. */
export function blindCasts(source: Source): string[] {
  const found: string[] = [];
  if (untyped.test(source.path)) return found;
  const { NeverKeyword, AnyKeyword } = ts.SyntaxKind;
  walk(source.tree, (node) => {
    if (ts.isAsExpression(node) && [NeverKeyword, AnyKeyword].includes(node.type.kind as typeof NeverKeyword))
      found.push(`${placeOf(source, node)} ${node.getText(source.tree)}`);
  });
  return found;
}
