import ts from "typescript";
import type { SchemaNode } from "../../src/docs-pages/file-types-module.js";

/** One form a value may take: what a schema and a type are compared in. */
interface Form<Inner> {
  /** Words and numbers, as JSON writes them; `string`, `number` and `boolean` where any will do. */
  readonly words: ReadonlySet<string>;
  readonly objects: readonly ObjectForm<Inner>[];
  readonly items: Inner | undefined;
}

interface ObjectForm<Inner> {
  /** Settings, and whether each may be left out. */
  readonly settings: ReadonlyMap<string, { readonly inner: Inner; readonly isOptional: boolean }>;
  /** What any other name holds. */
  readonly rest: Inner | undefined;
}

function formOfSchema(node: SchemaNode): Form<SchemaNode> {
  const nodes = (node.anyOf ?? node.oneOf)?.map(formOfSchema) ?? [];
  const words = new Set(nodes.flatMap((one) => [...one.words]));
  if (node.const !== undefined) words.add(JSON.stringify(node.const));
  else if (node.enum !== undefined) for (const one of node.enum) words.add(JSON.stringify(one));
  else for (const one of [node.type ?? []].flat()) if (one !== "object" && one !== "array") words.add(one);
  // where any text will do, a word it names besides is one of them
  if (words.has("string")) for (const one of words) if (one.startsWith('"')) words.delete(one);
  const own = node.type === "object" ? [objectOfSchema(node)] : [];
  return {
    words,
    objects: [...nodes.flatMap((one) => one.objects), ...own],
    items: nodes.find((one) => one.items !== undefined)?.items ?? node.items,
  };
}

function objectOfSchema(node: SchemaNode): ObjectForm<SchemaNode> {
  const rest = typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
  const known = node.propertyNames?.enum;
  const others = rest === undefined ? [] : (known ?? []).map((name) => [name, rest] as const);
  const settings = [...others, ...Object.entries(node.properties ?? {})];
  return {
    settings: new Map(
      settings.map(([name, inner]) => [name, { inner, isOptional: !(node.required ?? []).includes(name) }]),
    ),
    rest: known === undefined ? rest : undefined,
  };
}

function formOfType(type: ts.Type, checker: ts.TypeChecker): Form<ts.Type> {
  const members = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const words = new Set<string>();
  const objects: ObjectForm<ts.Type>[] = [];
  let items: ts.Type | undefined;
  for (const one of members) {
    if (one.isStringLiteral() || one.isNumberLiteral()) words.add(JSON.stringify(one.value));
    else if (one.flags & ts.TypeFlags.BooleanLike) words.add("boolean");
    else if (!(one.flags & ts.TypeFlags.Object)) words.add(checker.typeToString(one));
    else if (checker.isArrayType(one)) items = checker.getTypeArguments(one as ts.TypeReference)[0];
    else if (!isOwnReward(one, checker)) objects.push(objectOfType(one, checker));
  }
  return { words, objects, items };
}

/** Rewards the package does not ship stand in no schema of it. */
function isOwnReward(type: ts.Type, checker: ts.TypeChecker): boolean {
  const kind = type.getProperty("kind");
  return kind !== undefined && (checker.getTypeOfSymbol(kind).flags & ts.TypeFlags.UniqueESSymbol) !== 0;
}

function objectOfType(type: ts.Type, checker: ts.TypeChecker): ObjectForm<ts.Type> {
  const settings = checker.getPropertiesOfType(type).map((one) => {
    const isOptional = (one.flags & ts.SymbolFlags.Optional) !== 0;
    return [one.name, { inner: checker.getTypeOfSymbol(one), isOptional }] as const;
  });
  return { settings: new Map(settings), rest: type.getStringIndexType() };
}

export interface Comparison {
  /** Each in a line: where, and what only one of the two says. */
  readonly differences: readonly string[];
  /** How many settings both have. */
  readonly settings: number;
}

/** The type `ScenarioFile` of a module beside the schema of a file, setting by setting at every depth. */
export function typesBesideSchema(module: string, schema: SchemaNode): Comparison {
  const { checker, type, faults } = fileType(module);
  const differences: string[] = [...faults];
  let settings = 0;
  const compare = (node: SchemaNode, there: ts.Type, at: string): void => {
    const [said, typed] = [formOfSchema(node), formOfType(there, checker)];
    onlyIn(said.words, typed.words, at, differences);
    if ((said.items === undefined) !== (typed.items === undefined)) differences.push(`${at}: a list in one only`);
    if (said.items !== undefined && typed.items !== undefined) compare(said.items, typed.items, `${at}[]`);
    for (const [one, other] of paired(said, typed, checker)) {
      onlyIn(new Set(one.settings.keys()), new Set(other.settings.keys()), at, differences);
      if ((one.rest === undefined) !== (other.rest === undefined)) differences.push(`${at}: any name in one only`);
      if (one.rest !== undefined && other.rest !== undefined) compare(one.rest, other.rest, `${at}.*`);
      for (const [name, { inner, isOptional }] of one.settings) {
        const found = other.settings.get(name);
        if (found === undefined) continue;
        settings += 1;
        if (found.isOptional !== isOptional) differences.push(`${at}.${name}: needed in one only`);
        compare(inner, found.inner, `${at}.${name}`);
      }
    }
    if (said.objects.length !== typed.objects.length) differences.push(`${at}: forms in one only`);
  };
  compare(schema, type, "file");
  return { differences, settings };
}

/** Objects of one kind, or else of the most settings in common. */
function paired(said: Form<SchemaNode>, typed: Form<ts.Type>, checker: ts.TypeChecker) {
  const kindOf = (one: ObjectForm<ts.Type>): string => {
    const kind = one.settings.get("kind");
    return kind === undefined ? "" : checker.typeToString(kind.inner);
  };
  return said.objects.flatMap((one) => {
    const kind = one.settings.get("kind")?.inner.const;
    const common = (other: ObjectForm<ts.Type>): number =>
      [...one.settings.keys()].filter((name) => other.settings.has(name)).length;
    const candidates = typed.objects.filter(
      (other) => kindOf(other) === (kind === undefined ? "" : JSON.stringify(kind)),
    );
    const [best] = [...candidates].sort((a, b) => common(b) - common(a));
    return best === undefined ? [] : [[one, best] as const];
  });
}

function onlyIn(said: ReadonlySet<string>, typed: ReadonlySet<string>, at: string, differences: string[]): void {
  for (const one of said) if (!typed.has(one)) differences.push(`${at}: ${one} only in the schema`);
  for (const one of typed) if (!said.has(one)) differences.push(`${at}: ${one} only in the type`);
}

/** The type a file has whose names are any text. */
function fileType(module: string): { checker: ts.TypeChecker; type: ts.Type; faults: readonly string[] } {
  const options: ts.CompilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2022, lib: ["lib.es5.d.ts"] },
  };
  const texts = new Map([["/asked.ts", `${module}\nexport type Asked = ScenarioFile;\n`]]);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, target) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile.call(host, name, target) : ts.createSourceFile(name, text, target, true);
  };
  const program = ts.createProgram(["/asked.ts"], options, host);
  const source = program.getSourceFile("/asked.ts") as ts.SourceFile;
  const asked = source.statements.at(-1) as ts.TypeAliasDeclaration;
  const checker = program.getTypeChecker();
  const faults = program
    .getSemanticDiagnostics(source)
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, " "));
  return { checker, type: checker.getTypeFromTypeNode(asked.type), faults };
}
