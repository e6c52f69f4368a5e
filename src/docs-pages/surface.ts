import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

/** A name the package gives, as one imports it. */
export interface PublicName {
  readonly name: string;
  /** Name it is declared by. */
  readonly declared: string;
  readonly kind: "verb" | "type" | "value";
  /** First sentence of its comment; of a type without one what it holds. */
  readonly summary: string;
  /** File below src where it is declared, with slashes. */
  readonly file: string;
  /** Names of types its declaration writes, in no order. */
  readonly mentions: ReadonlySet<string>;
}

/** Entries of the package by the name one imports them by, each with its file below src. */
export function entriesIn(root: string): ReadonlyMap<string, string> {
  const { name, exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const code = Object.entries(exports as Record<string, { types?: string }>).filter(([, one]) => one.types);
  return new Map(
    code.map(([path, { types = "" }]) => [name + path.slice(1), types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "$1.ts")]),
  );
}

/** Every name an entry gives, sorted, read off the source: the file below `root/src` and what it passes on. */
export function namesGiven(root: string, entry: string): readonly PublicName[] {
  const source = join(root, "src");
  const found = new Surface(source).namesOf(join(source, entry));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Names = Map<string, PublicName>;

/** Reads each file once and follows what it exports, imports it passes on included. */
class Surface {
  private readonly trees = new Map<string, ts.SourceFile>();
  private readonly done = new Map<string, Names>();

  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  namesOf(file: string): Names {
    const known = this.done.get(file);
    if (known !== undefined) return known;
    const names: Names = new Map();
    this.done.set(file, names);
    for (const statement of this.tree(file).statements) {
      if (ts.isExportDeclaration(statement)) this.passOn(file, statement, names);
      else if (isExported(statement))
        for (const one of declaredIn(statement)) names.set(one.name, this.described(file, one));
    }
    return names;
  }

  private passOn(file: string, { exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration, into: Names): void {
    const from = moduleSpecifier && targetOf(file, moduleSpecifier);
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) {
      if (from !== undefined) for (const [name, one] of this.namesOf(from)) into.set(name, one);
      return;
    }
    for (const { name, propertyName, isTypeOnly: isType } of exportClause.elements) {
      const original = (propertyName ?? name).text;
      const found = from === undefined ? this.named(file, original) : this.namesOf(from).get(original);
      if (found === undefined) throw new Error(`${file}: ${original} leads nowhere`);
      into.set(name.text, { ...found, name: name.text, ...((isTypeOnly || isType) && { kind: "type" }) });
    }
  }

  /** Something declared or imported in the file, exported under its own name or not. */
  private named(file: string, name: string): PublicName | undefined {
    for (const statement of this.tree(file).statements) {
      const own = declaredIn(statement).find((one) => one.name === name);
      if (own !== undefined) return this.described(file, own);
      if (!ts.isImportDeclaration(statement)) continue;
      const bindings = statement.importClause?.namedBindings;
      const one =
        bindings && ts.isNamedImports(bindings) && bindings.elements.find((element) => element.name.text === name);
      if (one) return this.namesOf(targetOf(file, statement.moduleSpecifier)).get((one.propertyName ?? one.name).text);
    }
    return undefined;
  }

  private described(file: string, { name, node, comment }: Declared): PublicName {
    const mentions = new Set<string>();
    mentionsIn(node, mentions);
    return {
      name,
      declared: name,
      kind: kindOf(node),
      summary: summaryOf(comment) || membersOf(node),
      file: this.place(file),
      mentions,
    };
  }

  private readonly place = (file: string): string => relative(this.source, file).split(sep).join("/");

  private tree(file: string): ts.SourceFile {
    const known = this.trees.get(file);
    if (known !== undefined) return known;
    const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023, true);
    this.trees.set(file, tree);
    return tree;
  }
}

function targetOf(file: string, specifier: ts.Expression): string {
  const path = join(dirname(file), (specifier as ts.StringLiteral).text.replace(/\.js$/, ".ts"));
  if (!existsSync(path)) throw new Error(`${file}: ${path} is not there`);
  return path;
}

interface Declared {
  readonly name: string;
  readonly node: ts.Node;
  /** The statement its comment stands at. */
  readonly comment: ts.Node;
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

function declaredIn(statement: ts.Statement): readonly Declared[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((node) => ({
      name: node.name.getText(),
      node,
      comment: statement,
    }));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [{ name: statement.name.text, node: statement, comment: statement }] : [];
}

function kindOf(node: ts.Node): PublicName["kind"] {
  if (ts.isFunctionDeclaration(node)) return "verb";
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return "type";
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return "value";
  return isFunction(node.initializer) ? "verb" : "value";
}

function isFunction(node: ts.Expression): boolean {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true;
  const isWrapped = ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node);
  return isWrapped && isFunction(node.expression);
}

/** characters. Of a summary. */
const longest = 160;

/** The first sentence of a comment, a unit that stands before it included. */
function summaryOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = (ts.getTextOfJSDocComment(comment?.comment) ?? "").replace(/\s+/g, " ").trim();
  const [first = ""] = /^.*?[^A-Z]\.(?= |$)/.exec(text) ?? [text];
  return first.length > longest ? `${first.slice(0, longest - 1)}…` : first;
}

/** What an interface or an object type holds, by name. */
function membersOf(node: ts.Node): string {
  const inner = ts.isTypeAliasDeclaration(node) ? node.type : node;
  if (!ts.isInterfaceDeclaration(inner) && !ts.isTypeLiteralNode(inner)) return "";
  const bases = ts.isInterfaceDeclaration(inner) ? (inner.heritageClauses ?? []).flatMap(({ types }) => types) : [];
  const names = [...inner.members.map(({ name }) => name), ...bases].flatMap((one) => one?.getText() ?? []);
  return names.length === 0 ? "" : `Holds ${names.join(", ")}.`;
}

/** Names of types in what is promised of a declaration; what functions do inside is their own affair. */
function mentionsIn(node: ts.Node, into: Set<string>): void {
  if (ts.isBlock(node)) return;
  if (ts.isIdentifier(node)) into.add(node.text);
  ts.forEachChild(node, (child) => mentionsIn(child, into));
}
